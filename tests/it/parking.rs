//! The parking requirements for every total, against numbers computed another way.

use barrierfree::quantity::Interval;

use crate::support::facilities::{Known, Made, Tier, findings};

const MOST: u32 = 5_000;

/// Compares what is required of every car park of a kind with integer arithmetic that knows no rationals.
fn agree(
    requirement: &'static str,
    standard: &'static str,
    [kind, form]: [&'static str; 2],
    required: impl Fn(u32) -> u32,
) {
    agree_of(requirement, standard, vec![("kind", Known::Word(kind)), ("form", Known::Word(form))], required);
}

fn agree_of(requirement: &'static str, standard: &'static str, given: Made, required: impl Fn(u32) -> u32) {
    let (whole, part) = ("total_spaces", "accessible_spaces");
    let tier = Tier { requirement, standard, kind: "parking", whole, part, given };
    tier.agrees(MOST, |total| (total > 0).then(|| required(total)));
}

/// One for each hundred, or fifty, begun.
fn begun(total: u32, each: u32) -> u32 {
    total / each + u32::from(!total.is_multiple_of(each))
}

#[test]
fn two_percent_but_never_fewer_than_one() {
    let required = |total: u32| (total + 49).div_euclid(50).max(1);
    agree("BYN-39", "cn-150800-2017", ["public_standalone", "open_lot"], required);
}

#[test]
fn one_percent_and_one_up_to_a_hundred() {
    let required = |total: u32| if total <= 100 { 1 } else { begun(total, 100) };
    agree("GB55019-2.9.5", "cn-gb55019-2021", ["attached", "garage"], required);
    agree("GB50763-8.1.2", "cn-gb50763-2012", ["attached", "garage"], required);
}

#[test]
fn two_percent_at_squares_parks_and_roads() {
    for kind in ["square", "park", "roadside"] {
        let required = |total: u32| begun(total, 50);
        agree("GB55019-2.9.5/open-space", "cn-gb55019-2021", [kind, "open_lot"], required);
    }
}

#[test]
fn one_two_and_two_percent_at_squares_and_parks() {
    let required = |total: u32| match total {
        0..=50 => 1,
        51..=100 => 2,
        _ => begun(total, 50),
    };
    agree("GB50763-5.2.1", "cn-gb50763-2012", ["square", "open_lot"], required);
    agree("GB50763-6.2.1", "cn-gb50763-2012", ["park", "open_lot"], required);
}

#[test]
fn stand_alone_car_parks_by_class() {
    let class = |total: u32, limits: [u32; 3]| limits.iter().filter(|limit| total > **limit).count();
    let by_class = |total: u32, limits: [u32; 3]| match class(total, limits) {
        0 => 1,
        1 | 2 => begun(total, 50).max(2),
        _ => begun(total, 50),
    };
    for requirement in ["GB50763-8.10.1", "GB50763-8.10.1/advice"] {
        for (form, limits) in [("open_lot", [100, 250, 400]), ("garage", [50, 150, 300])] {
            let required = |total: u32| by_class(total, limits);
            agree(requirement, "cn-gb50763-2012", ["public_standalone", form], required);
        }
    }
}

#[test]
fn one_at_a_heritage_site() {
    agree("GB50763-9.5.6", "cn-gb50763-2012", ["heritage", "open_lot"], |_| 1);
}

/// A lot for anybody, as the American table asks to be told.
fn anybody() -> Made {
    let words = [("kind", "public_standalone"), ("reserved_for", "none"), ("serves", "general")];
    words.map(|(property, word)| (property, Known::Word(word))).to_vec()
}

/// The American table, by how many of its upper ends a total has passed.
fn by_table(total: u32) -> u32 {
    let passed = [0, 25, 50, 75, 100, 150, 200, 300, 400].iter().filter(|end| total > **end).count();
    match total {
        0..=500 => u32::try_from(passed).expect("a small number"),
        501..=1000 => started(1..=total, 50),
        _ => 20 + started(1001..=total, 100),
    }
}

/// How many units of a size are started.
fn started(range: std::ops::RangeInclusive<u32>, size: usize) -> u32 {
    range.step_by(size).map(|_| 1).sum()
}

#[test]
fn the_american_table_for_every_total() {
    agree_of("ADA-208.2", "us-ada-2010", anybody(), by_table);
}

#[test]
fn one_for_vans_of_every_six_that_are_required() {
    let vans = |total: u32| started(1..=by_table(total), 6);
    agree_of("ADA-208.2.4", "us-ada-2010", anybody(), vans);
}

#[test]
fn a_site_owes_what_its_lots_owe_and_not_what_they_would_together() {
    let lot = |total: &u32| -> Made {
        let counts = [("total_spaces", *total), ("accessible_spaces", 0)];
        anybody().into_iter().chain(counts.map(|(property, count)| (property, Known::Count(count)))).collect()
    };
    let owed = |lots: &[u32]| {
        let made: Vec<Made> = lots.iter().map(lot).collect();
        let found = findings("ADA-208.2", "us-ada-2010", "parking", &made);
        found.iter().filter_map(|finding| finding.required()).reduce(|sum, lot| sum + lot)
    };
    for (lots, bays) in [(&[25, 25][..], 2), (&[50], 2), (&[30, 30], 4), (&[60], 3)] {
        assert_eq!(owed(lots), Some(Interval::exact(bays)), "{lots:?}");
    }
}
