//! Runs the examples of a requirement: each is documentation and test in one.

use std::sync::Arc;

use super::made_up::{self, SUBJECT};
use super::run::{Scope, run_one};
use super::trend::looks_back;
use crate::model::{Catalogue, Finding, Outcome, Reason, Silence, StandardId};
use crate::parallel::in_parallel;
use crate::quantity::Interval;
use crate::standard::pack::Case;
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
    let remembered = looks_back(&Scope::default(), program);
    let of = |one: &Requirement| program.standards.get(one.standard).map(|standard| &standard.id);
    let is_wanted =
        |one: &&Requirement| standards.is_empty() || of(one).is_some_and(|of| standards.contains(of));
    let chosen: Vec<&Requirement> = program.requirements.iter().filter(is_wanted).collect();
    let mismatches = in_parallel(chosen.len(), |number| {
        let requirement = chosen.get(number).into_iter();
        let cases = requirement.flat_map(|one| one.cases.iter().map(move |case| (*one, case)));
        cases.filter_map(|(one, case)| mismatch(program, catalogue, one, case, &remembered)).collect()
    });
    let failed: Vec<Mismatch> = mismatches.into_iter().flat_map(|one: Vec<_>| one).collect();
    let cases: usize = chosen.iter().map(|one| one.cases.len()).sum();
    CaseReport { passed: cases - failed.len(), failed }
}

/// What a case says that does not come.
fn mismatch(
    program: &Program,
    catalogue: &Arc<Catalogue>,
    requirement: &Requirement,
    case: &Case,
    remembered: &[usize],
) -> Option<Mismatch> {
    let finding = judged(program, catalogue, requirement, case, remembered);
    let differences = differences(case, finding.as_ref());
    (!differences.is_empty()).then(|| Mismatch {
        requirement: requirement.duty.id.to_string(),
        clause: requirement.duty.clause.to_string(),
        case: case.clone(),
        differences,
    })
}

/// What comes of each case of some requirements; nothing for the others.
pub fn judge_cases(
    program: &Program,
    catalogue: &Arc<Catalogue>,
    wanted: &[usize],
) -> Vec<Vec<Option<Finding>>> {
    let remembered = looks_back(&Scope::default(), program);
    in_parallel(program.requirements.len(), |number| {
        let requirement = program.requirements.get(number).filter(|_| wanted.contains(&number));
        let of_one = |one: &Requirement| {
            let judge = |case| judged(program, catalogue, one, case, &remembered);
            one.cases.iter().map(judge).collect()
        };
        requirement.map(of_one).unwrap_or_default()
    })
}

/// The finding of the case's subject, judged by the requirement and by what it refers to.
pub(super) fn judged(
    program: &Program,
    catalogue: &Arc<Catalogue>,
    requirement: &Requirement,
    case: &Case,
    remembered: &[usize],
) -> Option<Finding> {
    let subject = requirement.bodies.iter().map(|(number, _)| *number).find(|number| {
        let id = catalogue.types.get(*number).map(|one| one.id.as_str());
        case.subject.is_none() || case.subject.as_deref() == id
    });
    let of = program.standards.get(requirement.standard)?;
    let inventory = made_up::inventory(catalogue, of, case, subject, remembered);
    let scope = Scope {
        standards: vec![of.id.clone()],
        jurisdiction: Some(of.jurisdiction.clone()),
        all_findings: true,
        ..Scope::default()
    };
    let findings = run_one(&scope, &inventory, program, requirement);
    let is_subject = |finding: &Finding| match (subject, &case.jurisdiction) {
        (Some(_), _) => finding.subject.id.as_str() == SUBJECT,
        (None, wanted) => wanted.as_ref().is_none_or(|area| finding.subject.id.as_str() == area),
    };
    findings.into_iter().find(is_subject)
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
    let got = finding.and_then(|finding| finding.required());
    compare("required", case.required.map(text), got.map(text));
    let got = finding.and_then(|finding| finding.shortfall());
    compare("shortfall", case.shortfall.map(text), got.map(text));
    for (check, outcome) in &case.checks {
        let result =
            finding.and_then(|finding| finding.checks.iter().find(|one| one.duty.id.as_str() == check));
        compare(
            "checks",
            Some(format!("{check} {}", outcome.key())),
            result.map(|one| format!("{check} {}", one.outcome.key())),
        );
    }
    found
}
