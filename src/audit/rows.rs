//! The audit a row at a time, by the reference evaluator alone.

use std::sync::Arc;

use super::cited::Citations;
use super::judge::{CheckVerdict, Verdict};
use super::merge::merge;
use super::plan::Plan;
use super::run::{Scope, Subjects, blank, of_areas};
use crate::inventory::Inventory;
use crate::model::{CheckTally, Finding, Outcome, Silence, Tally};
use crate::standard::program::Program;

/// What [`run`](super::run) gives, worked out slowly: the judge of the columnar evaluator.
pub fn run_reference(scope: &Scope, inventory: &Inventory, program: &Program) -> (Vec<Tally>, Vec<Finding>) {
    let plan = Plan::by_rows(scope, inventory, program);
    let (subjects, mut citations) = (Subjects::new(&plan), Citations::new(inventory));
    let (mut tallies, mut findings) = (Vec::new(), Vec::new());
    for (requirement, tasks) in plan.requirements() {
        let mut tally = blank(&plan, requirement);
        for task in &tasks {
            let told = plan.told(task);
            let rows = inventory.tables.get(task.table).map_or(0, |table| table.facilities.len());
            for number in 0..rows {
                let verdict = plan.verdict(task, number);
                count(&mut tally, &verdict);
                if wanted(scope, &verdict) {
                    let result = Arc::new(told.result(inventory, &verdict));
                    findings.extend(subjects.finding(&told, task, number, result, &mut citations));
                }
            }
        }
        of_areas(&plan, requirement, &mut tally, &mut findings);
        tallies.push(tally);
    }
    merge(&mut findings, &mut tallies);
    (tallies, findings)
}

pub(super) fn wanted(scope: &Scope, verdict: &Verdict) -> bool {
    scope.all_findings || matches!(verdict.outcome, Outcome::Failed | Outcome::CantTell)
}

pub(super) fn count(tally: &mut Tally, verdict: &Verdict) {
    tally.outcomes.count(verdict.outcome);
    tally.bound += u64::from(!matches!(verdict.silence, Some(Silence::OutOfScope | Silence::NotInForce)));
    tally.checks.iter_mut().zip(&verdict.checks).for_each(|(tally, check)| count_check(tally, check));
}

fn count_check(tally: &mut CheckTally, check: &CheckVerdict) {
    match check.outcome {
        Outcome::Passed => tally.passed += 1,
        Outcome::Failed => {
            tally.failed += 1;
            let missing = check.amounts.map(|amounts| amounts.shortfall);
            tally.shortfall = tally.shortfall.zip(missing).map(|(sum, one)| sum + one);
        }
        _ => tally.cant_tell += 1,
    }
}
