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

/// Lots of every total, none with an accessible bay; the findings of one requirement by total.
fn findings(requirement: &str, standard: &str, kind: &str, form: &str) -> Vec<Finding> {
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
    for total in TOTALS {
        builder.push(Record {
            origin: Origin { table: 0, row: total + 2 },
            facility_type: parking,
            id: Some(format!("{total:05}").into()),
            observed_on: Some(date(2026, 1, 1)),
            known_at: None,
            position: None,
            written: None,
            values: vec![
                category("kind", kind),
                category("form", form),
                count("total_spaces", total),
                count("accessible_spaces", 0),
            ],
        });
    }
    let (inventory, _) = builder.build(date(2026, 6, 1));
    let scope = Scope { standards: vec![standard.into()], all_findings: true, ..Scope::default() };
    let (_, findings) = run(&scope, &inventory, &library.program);
    findings.into_iter().filter(|finding| finding.duty.id.as_str() == requirement).collect()
}

/// Compares what is required with integer arithmetic that knows no rationals.
fn agree(requirement: &str, standard: &str, kind: &str, form: &str, required: impl Fn(u32) -> u32) {
    let findings = findings(requirement, standard, kind, form);
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
    agree("BYN-39", "cn-150800-2017", "public_standalone", "open_lot", required);
}

#[test]
fn one_percent_and_one_up_to_a_hundred() {
    let required =
        |total: u32| if total <= 100 { 1 } else { total / 100 + u32::from(!total.is_multiple_of(100)) };
    agree("GB55019-2.9.5", "cn-gb55019-2021", "attached", "garage", required);
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
    agree("GB50763-8.10.1", "cn-gb50763-2012", "public_standalone", "open_lot", |total| {
        by_class(total, [100, 250, 400])
    });
    agree("GB50763-8.10.1", "cn-gb50763-2012", "public_standalone", "garage", |total| {
        by_class(total, [50, 150, 300])
    });
}
