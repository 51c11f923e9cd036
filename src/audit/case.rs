//! Runs the examples of a requirement: each is documentation and test in one.

use std::sync::Arc;

use super::run::{Scope, run};
use crate::inventory::Builder;
use crate::model::{
    Catalogue, FacilityType, Finding, Kind, Observed, Origin, Outcome, Property, Reason, Record, Silence,
    StandardId, SurveyTable, day_number,
};
use crate::quantity::Interval;
use crate::standard::pack::{CONFLICT, Case, Given, UNKNOWN};
use crate::standard::program::{Program, Requirement};

/// How the cases of some standards came out.
#[derive(Debug, Clone, Default)]
pub struct CaseReport {
    /// How many were as expected.
    pub passed: usize,
    /// Those that were not.
    pub failed: Vec<Mismatch>,
}

/// A case that did not come out as it says.
#[derive(Debug, Clone)]
pub struct Mismatch {
    /// The requirement's id.
    pub requirement: String,
    /// Its clause.
    pub clause: String,
    /// The case.
    pub case: Case,
    /// What it says that did not come, field by field: name, expected, got.
    pub differences: Vec<(&'static str, String, String)>,
}

/// Runs every case of the standards (all of them where the list is empty).
pub fn check_cases(program: &Program, catalogue: &Arc<Catalogue>, standards: &[StandardId]) -> CaseReport {
    let mut report = CaseReport::default();
    for requirement in &program.requirements {
        let of = program.standards.get(requirement.standard).map(|standard| &standard.id);
        if !standards.is_empty() && !of.is_some_and(|of| standards.contains(of)) {
            continue;
        }
        for case in &requirement.cases {
            let differences = differences(case, judged(program, catalogue, requirement, case).as_ref());
            if differences.is_empty() {
                report.passed += 1;
                continue;
            }
            report.failed.push(Mismatch {
                requirement: requirement.duty.id.to_string(),
                clause: requirement.duty.clause.to_string(),
                case: case.clone(),
                differences,
            });
        }
    }
    report
}

/// The finding of the case's facility, judged by the whole standard.
fn judged(
    program: &Program,
    catalogue: &Arc<Catalogue>,
    requirement: &Requirement,
    case: &Case,
) -> Option<Finding> {
    let subject = requirement.bodies.iter().find(|(number, _)| {
        let id = catalogue.types.get(*number).map(|one| one.id.as_str());
        case.subject.is_none() || case.subject.as_deref() == id
    });
    let (number, _) = subject?;
    let mut builder = Builder::new(Arc::clone(catalogue));
    let table = SurveyTable { file: "case".into(), sheet: None, facility_type: *number, headers: Vec::new() };
    builder.table(table);
    let facility_type = catalogue.types.get(*number)?;
    (1..=2).for_each(|row| builder.push(record(*number, facility_type, case, row)));
    let as_of = case.as_of.unwrap_or(jiff::civil::date(2026, 1, 1));
    let (inventory, _) = builder.build(as_of);
    let of = program.standards.get(requirement.standard)?;
    let scope = Scope { standards: vec![of.id.clone()], all_findings: true, ..Scope::default() };
    let (_, findings) = run(&scope, &inventory, program);
    findings.into_iter().find(|finding| finding.duty.id == requirement.duty.id)
}

/// The facility as two rows of one day see it; they differ where the case wants a conflict.
fn record(number: usize, facility_type: &FacilityType, case: &Case, row: u32) -> Record {
    let values = case.given.iter().filter_map(|(name, given)| {
        let (property, found) = facility_type.property(name)?;
        Some((property, observed(found, given, row)?))
    });
    Record {
        origin: Origin { table: 0, row },
        facility_type: number,
        id: Some("case".into()),
        observed_on: None,
        position: None,
        values: values.collect(),
    }
}

fn observed(property: &Property, given: &Given, row: u32) -> Option<Observed> {
    Some(match given {
        Given::Flag(flag) => Observed::Flag(*flag),
        Given::Number(value) => Observed::Number(*value),
        Given::Text(text) if text == UNKNOWN => Observed::Unknown,
        Given::Text(text) if text == CONFLICT => contradicting(property, row),
        Given::Text(text) => match property.kind {
            Kind::Category => Observed::Category(property.value(text)?),
            Kind::Date => Observed::Number(Interval::exact(day_number(text.parse().ok()?))),
            _ => Observed::Text(text.as_str().into()),
        },
    })
}

/// A value that is another one in another row.
fn contradicting(property: &Property, row: u32) -> Observed {
    match property.kind {
        Kind::Boolean => Observed::Flag(row == 1),
        Kind::Category => Observed::Category(row as usize - 1),
        Kind::Text => Observed::Text(row.to_string().into()),
        _ => Observed::Number(Interval::exact(i128::from(row))),
    }
}

fn differences(case: &Case, finding: Option<&Finding>) -> Vec<(&'static str, String, String)> {
    let mut found = Vec::new();
    let text = |interval: Interval| interval.to_string();
    let mut compare = |name, expected: Option<String>, got: Option<String>| {
        let got = got.unwrap_or_else(|| "—".to_owned());
        if let Some(expected) = expected.filter(|expected| *expected != got) {
            found.push((name, expected, got));
        }
    };
    compare("outcome", case.outcome.map(Outcome::key), finding.map(|finding| finding.outcome.key()));
    let got = finding.and_then(|finding| finding.reason).map(Reason::key);
    compare("reason", case.reason.map(Reason::key), got);
    let got = finding.and_then(|finding| finding.silence).map(Silence::key);
    compare("reason", case.silence.map(Silence::key), got);
    let got = finding.and_then(|finding| finding.required);
    compare("required", case.required.map(text), got.map(text));
    let got = finding.and_then(|finding| finding.shortfall);
    compare("shortfall", case.shortfall.map(text), got.map(text));
    for (check, outcome) in &case.checks {
        let result =
            finding.and_then(|finding| finding.checks.iter().find(|one| one.check.as_str() == check));
        compare(
            "checks",
            Some(format!("{check} {}", outcome.key())),
            result.map(|one| format!("{check} {}", one.outcome.key())),
        );
    }
    found
}
