//! The parking requirements for every total, against numbers computed another way.

use std::sync::Arc;

use barrierfree::audit::{Scope, run};
use barrierfree::inventory::Builder;
use barrierfree::locale::{Language, Locale};
use barrierfree::model::{Finding, Observed, Origin, Outcome, Record, SurveyTable};
use barrierfree::project::Library;
use barrierfree::quantity::Interval;
use jiff::civil::date;

const TOTALS: std::ops::RangeInclusive<u32> = 0..=5_000;

type Categories<'a> = &'a [(&'a str, &'a str)];

/// Lots of these totals, none with an accessible bay; the findings of one requirement, in their order.
fn findings(
    requirement: &str,
    standard: &str,
    categories: Categories<'_>,
    totals: impl Iterator<Item = u32>,
) -> Vec<Finding> {
    let library =
        Library::load(None).unwrap_or_else(|failure| panic!("{}", failure.say(&Locale::new(Language::En))));
    let (parking, facility_type) = library.catalogue.facility_type("parking").expect("a type");
    let property = |id: &str| facility_type.property(id).expect("a property");
    let category = |id: &str, value: &str| {
        let (number, property) = property(id);
        (number, Observed::Category(property.value(value).expect("a value")).into())
    };
    let count =
        |id: &str, value: u32| (property(id).0, Observed::Number(Interval::exact(i128::from(value))).into());
    let mut builder = Builder::new(Arc::clone(&library.catalogue));
    builder.table(SurveyTable {
        file: "made-up".into(),
        sheet: None,
        facility_type: parking,
        headers: Vec::new(),
        crs: None,
    });
    for (row, total) in (2..).zip(totals) {
        let categories = categories.iter().map(|(id, value)| category(id, value));
        let counts = [count("total_spaces", total), count("accessible_spaces", 0)];
        builder.push(Record {
            origin: Origin { table: 0, row },
            facility_type: parking,
            id: Some(format!("{row:05}").into()),
            observed_on: Some(date(2026, 1, 1)),
            known_at: None,
            position: None,
            written: None,
            values: categories.chain(counts).collect(),
        });
    }
    let (inventory, _) = builder.build(date(2026, 6, 1));
    let scope = Scope { standards: vec![standard.into()], all_findings: true, ..Scope::default() };
    let (_, findings) = run(&scope, &inventory, &library.program);
    findings.into_iter().filter(|finding| finding.duty.id.as_str() == requirement).collect()
}

/// Compares what is required with integer arithmetic that knows no rationals.
fn agree(requirement: &str, standard: &str, categories: Categories<'_>, required: impl Fn(u32) -> u32) {
    let findings = findings(requirement, standard, categories, TOTALS);
    assert_eq!(findings.len(), TOTALS.count());
    for (total, finding) in TOTALS.zip(findings) {
        let expected = (total > 0).then(|| Interval::exact(i128::from(required(total))));
        assert_eq!(finding.required(), expected, "{requirement} of {total}");
        assert_eq!(finding.shortfall(), expected, "{requirement} of {total}");
        let outcome = if total == 0 { Outcome::Inapplicable } else { Outcome::Failed };
        assert_eq!(finding.outcome, outcome, "{requirement} of {total}");
    }
}

#[test]
fn two_percent_but_never_fewer_than_one() {
    let required = |total: u32| (total + 49).div_euclid(50).max(1);
    agree("BYN-39", "cn-150800-2017", &[("kind", "public_standalone"), ("form", "open_lot")], required);
}

#[test]
fn one_percent_and_one_up_to_a_hundred() {
    let required =
        |total: u32| if total <= 100 { 1 } else { total / 100 + u32::from(!total.is_multiple_of(100)) };
    agree("GB55019-2.9.5", "cn-gb55019-2021", &[("kind", "attached"), ("form", "garage")], required);
}

#[test]
fn stand_alone_car_parks_by_class() {
    let two_percent = |total: u32| total / 50 + u32::from(!total.is_multiple_of(50));
    let class = |total: u32, limits: [u32; 3]| limits.iter().filter(|limit| total > **limit).count();
    let by_class = |total: u32, limits: [u32; 3]| match class(total, limits) {
        0 => 1,
        1 | 2 => two_percent(total).max(2),
        _ => two_percent(total),
    };
    agree(
        "GB50763-8.10.1",
        "cn-gb50763-2012",
        &[("kind", "public_standalone"), ("form", "open_lot")],
        |total| by_class(total, [100, 250, 400]),
    );
    agree(
        "GB50763-8.10.1",
        "cn-gb50763-2012",
        &[("kind", "public_standalone"), ("form", "garage")],
        |total| by_class(total, [50, 150, 300]),
    );
}

/// A lot for anybody, as the American table asks to be told.
const ANYBODY: Categories<'_> =
    &[("kind", "public_standalone"), ("reserved_for", "none"), ("serves", "general")];

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
    agree("ADA-208.2", "us-ada-2010", ANYBODY, by_table);
}

#[test]
fn one_for_vans_of_every_six_that_are_required() {
    let vans = |total: u32| started(1..=by_table(total), 6);
    agree("ADA-208.2.4", "us-ada-2010", ANYBODY, vans);
}

#[test]
fn a_site_owes_what_its_lots_owe_and_not_what_they_would_together() {
    let owed = |lots: &[u32]| {
        let findings = findings("ADA-208.2", "us-ada-2010", ANYBODY, lots.iter().copied());
        findings.iter().filter_map(|finding| finding.required()).reduce(|sum, lot| sum + lot)
    };
    for (lots, bays) in [(&[25, 25][..], 2), (&[50], 2), (&[30, 30], 4), (&[60], 3)] {
        assert_eq!(owed(lots), Some(Interval::exact(bays)), "{lots:?}");
    }
}
