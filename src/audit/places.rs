//! Every facility with the outcomes of all that is asked of it: what a map is drawn from.

use std::sync::Arc;

use super::columnar;
use super::finding::{Spot, subject};
use super::plan::{Plan, Task};
use super::run::Scope;
use super::witness::counts_people;
use crate::inventory::Inventory;
use crate::model::{FacilityUse, Outcomes, Tally};
use crate::parallel::in_parallel;
use crate::standard::program::Program;

/// Facilities in the order of types and ids, judged by the requirements that have a tally.
///
/// Personal types are left out, and so is what is asked about people of others.
pub fn facilities(
    scope: &Scope,
    inventory: &Inventory,
    program: &Program,
    tallies: &[Tally],
) -> Vec<FacilityUse> {
    let plan = Plan::new(scope, inventory, program);
    let requirements = plan.requirements();
    let tasks =
        requirements.iter().flat_map(|(_, tasks)| tasks).filter(|task| is_shown(task, inventory, tallies));
    let outcomes = outcomes(&plan, &tasks.collect::<Vec<_>>());
    let mut found = Vec::new();
    for (table, outcomes) in outcomes.into_iter().enumerate() {
        if inventory.facility_type(table).is_none_or(|of| of.personal) {
            continue;
        }
        found.extend(outcomes.into_iter().enumerate().filter_map(|(number, outcomes)| {
            let subject = subject(inventory, Spot { table, number }, scope.jurisdiction.as_ref())?;
            Some(FacilityUse { subject, outcomes })
        }));
    }
    found
}

fn is_shown(task: &Task<'_>, inventory: &Inventory, tallies: &[Tally]) -> bool {
    let is_told = tallies.iter().any(|tally| Arc::ptr_eq(&tally.duty, &task.requirement.duty));
    is_told && !counts_people(task.body, inventory)
}

/// The outcomes of each facility, by table; nothing for one of which nothing is asked.
fn outcomes(plan: &Plan<'_>, tasks: &[&Task<'_>]) -> Vec<Vec<Outcomes>> {
    let asked = columnar::of_tables(plan, tasks, false);
    let jobs = columnar::jobs(&asked);
    let done = in_parallel(jobs.len(), |job| {
        jobs.get(job).map(|(asked, rows)| columnar::rows(&asked.duties, rows.clone()))
    });
    let blank = |table: &crate::inventory::Table| vec![Outcomes::default(); table.facilities.len()];
    let mut all: Vec<Vec<Outcomes>> = plan.inventory.tables.iter().map(blank).collect();
    for ((asked, rows), done) in jobs.iter().zip(done) {
        let table = asked.tasks.first().and_then(|task| tasks.get(*task)).map(|task| task.table);
        let places = table.and_then(|table| all.get_mut(table)).and_then(|table| table.get_mut(rows.clone()));
        if let (Some(places), Some(done)) = (places, done) {
            places.copy_from_slice(&done);
        }
    }
    all
}
