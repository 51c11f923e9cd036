//! The tables of the national codes over their whole range, and which code judges which works.

use barrierfree::audit::Scope;
use barrierfree::model::{Finding, Outcome};
use jiff::civil::{Date, date};

use crate::support::facilities::{Known, Made, Tier, findings, judged};

const OLD: &str = "cn-gb50763-2012";
const NEW: &str = "cn-gb55019-2021";

fn tier(
    requirement: &'static str,
    standard: &'static str,
    kind: &'static str,
    [whole, part]: [&'static str; 2],
) -> Tier {
    Tier { requirement, standard, kind, whole, part, given: Vec::new() }
}

fn outcomes(findings: Vec<Finding>) -> Vec<Outcome> {
    findings.into_iter().map(|finding| finding.outcome).collect()
}

const SEATS: [&str; 2] = ["seats", "wheelchair_places"];

#[test]
fn wheelchair_places_of_any_hall_since_2022() {
    for kind in ["cultural_venue", "sports_venue", "gov_office", "public_building"] {
        tier("GB55019-3.5.4/places-small", NEW, kind, SEATS).agrees(3_000, |seats| match seats {
            1..=100 => Some(1),
            101..=400 => Some(2),
            _ => None,
        });
        // Counted up seat by seat: whoever begins two hundred more needs one more.
        let mut needed = vec![2];
        for seat in 401..=3_000_u32 {
            let last = needed.last().copied().unwrap_or_default();
            needed.push(last + u32::from(seat % 200 == 1));
        }
        tier("GB55019-3.5.4/places", NEW, kind, SEATS).agrees(3_000, |seats| {
            let above = usize::try_from(seats).ok()?.checked_sub(400).filter(|above| *above > 0)?;
            needed.get(above).copied()
        });
    }
}

#[test]
fn wheelchair_places_of_halls_since_2012() {
    let places = |seats: u32| match seats {
        0 => None,
        1..=300 => Some(1),
        301..=1_000 => Some(2),
        _ => Some((seats - 1) / 500 + 1),
    };
    tier("GB50763-8.2.2", OLD, "gov_office", SEATS).agrees(3_000, places);
    tier("GB50763-8.7.4", OLD, "cultural_venue", SEATS).agrees(3_000, places);
    let sports = |seats: u32| (seats > 0).then(|| seats.div_ceil(500));
    tier("GB50763-8.6.2/seats", OLD, "sports_venue", SEATS).agrees(3_000, sports);
}

#[test]
fn bays_of_sports_venues_by_class() {
    for class in ["special", "a", "b", "c"] {
        let one = tier("GB50763-8.6.2/bays", OLD, "sports_venue", ["total_spaces", "accessible_spaces"]);
        let given = vec![("class", Known::Word(class))];
        let large = matches!(class, "special" | "a");
        Tier { given, ..one }.agrees(3_000, |total| match total {
            0 => None,
            101.. if large => Some((total - 1) / 50 + 1),
            _ => Some(2),
        });
    }
}

#[test]
fn bays_and_dwellings_of_estates() {
    let bays = tier("GB50763-7.3.3", OLD, "residential_estate", ["total_spaces", "accessible_spaces"]);
    bays.agrees(3_000, |total| (total > 0).then(|| (total - 1) / 200 + 1));
    let dwellings = ["dwellings", "accessible_dwellings"];
    let estate = tier("GB50763-7.4.3", OLD, "residential_estate", dwellings);
    estate.agrees(3_000, |total| (total > 0).then(|| (total - 1) / 50 + 1));
    let building = tier("GB50763-7.4.3/building", OLD, "residential_building", dwellings);
    let given = vec![("kind", Known::Word("dwelling"))];
    Tier { given, ..building }.agrees(3_000, |total| (total >= 100).then(|| 2 * (total / 100)));
}

#[test]
fn rooms_of_dormitories_and_hotels() {
    for (requirement, counts) in [
        ("GB50763-7.4.5/men", ["rooms_men", "accessible_rooms_men"]),
        ("GB50763-7.4.5/women", ["rooms_women", "accessible_rooms_women"]),
    ] {
        let one = tier(requirement, OLD, "residential_building", counts);
        let given = vec![("kind", Known::Word("dormitory"))];
        Tier { given, ..one }.agrees(3_000, |rooms| (rooms > 0).then(|| rooms.div_ceil(100)));
    }
    let hotel = tier("GB50763-8.8.3", OLD, "hotel", ["rooms", "accessible_rooms"]);
    hotel.agrees(3_000, |rooms| match rooms {
        0 => None,
        1..=99 => Some(1),
        100..=400 => Some(2),
        _ => Some(4),
    });
}

#[test]
fn doors_by_what_was_built() {
    let works = [
        ("designed", 900),
        ("under_construction", 900),
        ("new", 900),
        ("extended", 900),
        ("renovated", 800),
        ("existing", 800),
    ];
    for (lifecycle, least) in works {
        let made = |width| -> Made {
            let built = ("completion_date", Known::Day(date(2000, 1, 1)));
            let door = [("on_route", Known::Yes), ("kind", Known::Word("manual")), built];
            let rest = [("lifecycle", Known::Word(lifecycle)), ("width", Known::Milli(width))];
            door.into_iter().chain(rest).collect()
        };
        let made: Vec<Made> = (700..=1_000).map(made).collect();
        let found = outcomes(findings("GB55019-2.5.4/clear-width", NEW, "door", &made));
        let expected = |width| if width < least { Outcome::Failed } else { Outcome::Passed };
        assert_eq!(found, (700..=1_000).map(expected).collect::<Vec<_>>(), "{lifecycle}");
    }
}

#[test]
fn kerb_ramps_by_form() {
    for (form, gentlest) in [("full_width", 200), ("three_sided", 120), ("other", 120)] {
        // One in 5.0 to one in 30.0, by tenths.
        let made =
            |tenths| -> Made { vec![("kind", Known::Word(form)), ("slope", Known::Ratio(10, tenths))] };
        let made: Vec<Made> = (50..=300).map(made).collect();
        let found = outcomes(findings("GB55019-2.10.4", NEW, "kerb_ramp", &made));
        let expected = |tenths| if tenths < gentlest { Outcome::Failed } else { Outcome::Passed };
        assert_eq!(found, (50..=300).map(expected).collect::<Vec<_>>(), "{form}");
    }
}

/// Rows of the ramp table: one in so many, most rise and most length in millimetres.
const RAMPS: [[i64; 3]; 5] =
    [[20, 1_200, 24_000], [16, 900, 14_400], [12, 750, 9_000], [10, 600, 6_000], [8, 300, 2_400]];

/// Whether an amount lies below the line through the rows, at a slope of one in so many tenths.
fn within(tenths: i64, amount: i64, column: usize) -> bool {
    RAMPS.windows(2).any(|rows| {
        let [[gentle, ..], [steep, ..]] = [rows[0], rows[1]];
        let [from, to] = [rows[0][column], rows[1][column]];
        let between = (10 * steep..=10 * gentle).contains(&tenths);
        between && (amount - from) * tenths * (gentle - steep) <= (10 * gentle - tenths) * steep * (to - from)
    })
}

/// Ramps of one in 6.0 to one in 25.0 against the table, with amounts up to `most` millimetres.
fn ramps(
    requirement: &str,
    property: &'static str,
    column: usize,
    most: u32,
    beyond: impl Fn(i64) -> Outcome,
) {
    let step = usize::try_from(most / 60).expect("small");
    let cells: Vec<(u32, u32)> =
        (60..=250).flat_map(|tenths| (0..=most).step_by(step).map(move |amount| (tenths, amount))).collect();
    let made = |(tenths, amount): &(u32, u32)| -> Made {
        vec![("slope", Known::Ratio(10, *tenths)), (property, Known::Milli(*amount))]
    };
    let made: Vec<Made> = cells.iter().map(made).collect();
    let found = outcomes(findings(requirement, OLD, "ramp", &made));
    assert_eq!(found.len(), cells.len());
    for ((tenths, amount), found) in cells.into_iter().zip(found) {
        let (tenths, amount) = (i64::from(tenths), i64::from(amount));
        let expected = match tenths {
            201.. => Outcome::Inapplicable,
            ..80 => beyond(amount),
            _ if within(tenths, amount, column) => Outcome::Passed,
            _ => Outcome::Failed,
        };
        assert_eq!(found, expected, "one in {tenths} tenths, {amount} mm");
    }
}

#[test]
fn ramps_by_slope_and_rise() {
    let beyond = |rise| if rise > 0 { Outcome::Failed } else { Outcome::Passed };
    ramps("GB50763-3.4.4/rise", "rise", 1, 1_260, beyond);
}

#[test]
fn ramps_by_slope_and_length() {
    ramps("GB50763-3.4.4/length", "length", 2, 25_200, |_| Outcome::Inapplicable);
}

/// Outcomes of some requirements under `auto`, for works permitted on a day.
fn by_works(kind: &str, known: &[(&'static str, Known)], day: Date, requirements: &[&str]) -> Vec<Outcome> {
    let scope = Scope { auto: true, all_findings: true, ..Scope::default() };
    let made = known.iter().copied().chain([("permit_date", Known::Day(day))]).collect();
    let found = judged(&scope, kind, &[made]);
    let outcome = |id: &&str| found.iter().find(|one| one.duty.id.as_str() == *id).map(|one| one.outcome);
    requirements.iter().filter_map(outcome).collect()
}

#[test]
fn works_are_judged_by_the_code_of_their_day() {
    use Outcome::{Failed, Inapplicable};
    let days = [date(2012, 8, 31), date(2012, 9, 1), date(2022, 3, 31), date(2022, 4, 1)];
    let judged = |kind, known: &[(&'static str, Known)], requirements: &[&str]| {
        days.map(|day| by_works(kind, known, day, requirements))
    };
    let none = vec![Inapplicable, Inapplicable];
    let (old, new) = (vec![Failed, Inapplicable], vec![Inapplicable, Failed]);
    let expected = [none, old.clone(), old, new];
    let lifts = [("lifts", Known::Count(2)), ("accessible_lifts", Known::Count(0))];
    assert_eq!(judged("hospital", &lifts, &["GB50763-8.1.4", "GB55019-2.6.4"]), expected);
    let lot = [("total_spaces", Known::Count(60)), ("accessible_spaces", Known::Count(0))];
    for (kind, requirements) in [
        ("attached", ["GB50763-8.1.2", "GB55019-2.9.5"]),
        ("public_standalone", ["GB50763-8.10.1", "GB55019-2.9.5"]),
        ("heritage", ["GB50763-9.5.6", "GB55019-2.9.5"]),
        ("square", ["GB50763-5.2.1", "GB55019-2.9.5/open-space"]),
        ("park", ["GB50763-6.2.1", "GB55019-2.9.5/open-space"]),
    ] {
        let form = [("kind", Known::Word(kind)), ("form", Known::Word("open_lot"))];
        let known: Vec<_> = form.into_iter().chain(lot).collect();
        assert_eq!(judged("parking", &known, &requirements), expected, "{kind}");
    }
}

#[test]
fn what_the_new_code_is_silent_about_stays_with_the_old_one() {
    use Outcome::{Failed, Inapplicable};
    let known = [("rooms", Known::Count(120)), ("accessible_rooms", Known::Count(1))];
    let found = |day| by_works("hotel", &known, day, &["GB50763-8.8.3"]);
    assert_eq!(found(date(2012, 8, 31)), [Inapplicable]);
    assert_eq!(found(date(2023, 5, 1)), [Failed]);
}
