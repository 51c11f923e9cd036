//! How many of each outcome, by the value of a property: the numbers behind a map.

use std::sync::Arc;

use super::columnar::{self, Groups};
use super::plan::{Plan, Task};
use super::run::Scope;
use crate::inventory::{Cell, Codes, Column, Inventory, Value};
use crate::model::{Duty, Outcomes};
use crate::parallel::in_parallel;
use crate::standard::program::Program;

/// The outcomes of one requirement over the facilities of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// The requirement.
    pub duty: Arc<Duty>,
    /// Index of the facility type.
    pub facility_type: usize,
    /// The value they share; none for types without the property.
    pub group: Option<Value>,
    /// How many of each outcome.
    pub outcomes: Outcomes,
}

/// Counts outcomes by requirement, facility type and the value of a property.
///
/// Nothing else is made, so that this is the quickest way to see how a city
/// stands; facilities whose ids are in the order of groups cost least.
pub fn count_by(scope: &Scope, inventory: &Inventory, program: &Program, property: &str) -> Vec<Count> {
    let plan = Plan::new(scope, inventory, program);
    let requirements = plan.requirements();
    let tasks: Vec<&Task<'_>> = requirements.iter().flat_map(|(_, tasks)| tasks).collect();
    let asked = columnar::of_tables(&plan, &tasks, false);
    let jobs = columnar::jobs(&asked);
    let done = in_parallel(jobs.len(), |job| {
        jobs.get(job).map(|(asked, rows)| {
            let table = asked.tasks.first().and_then(|task| tasks.get(*task)).map(|task| task.table);
            let codes = table.and_then(|table| codes(inventory, table, property));
            columnar::groups(&asked.duties, rows.clone(), codes)
        })
    });
    let group =
        |task: &&Task<'_>| column(inventory, task.table, property).map_or(1, |one| one.dictionary().len());
    let mut counts: Vec<Vec<Outcomes>> =
        tasks.iter().map(|task| vec![Outcomes::default(); group(task)]).collect();
    for ((asked, _), done) in jobs.iter().zip(done) {
        for (task, groups) in asked.tasks.iter().zip(done.into_iter().flatten()) {
            let Some(counts) = counts.get_mut(*task) else { continue };
            add(counts, &groups);
        }
    }
    tasks.iter().zip(counts).flat_map(|(task, counts)| named(inventory, task, property, &counts)).collect()
}

fn add(counts: &mut [Outcomes], groups: &Groups) {
    for (group, outcomes) in groups {
        if let Some(counts) = counts.get_mut(*group) {
            counts.add(*outcomes);
        }
    }
}

fn codes<'a>(inventory: &'a Inventory, table: usize, property: &str) -> Option<&'a Codes> {
    column(inventory, table, property).map(Column::codes)
}

fn column<'a>(inventory: &'a Inventory, table: usize, property: &str) -> Option<&'a Column> {
    let (number, _) = inventory.facility_type(table)?.property(property)?;
    inventory.tables.get(table)?.columns.get(number)?.as_ref()
}

/// The counts of a task, with the values that the codes of groups mean.
fn named(inventory: &Inventory, task: &Task<'_>, property: &str, counts: &[Outcomes]) -> Vec<Count> {
    let cells = column(inventory, task.table, property).map(Column::dictionary);
    let count = |(group, outcomes): (usize, &Outcomes)| Count {
        duty: Arc::clone(&task.requirement.duty),
        facility_type: task.table,
        group: cells.and_then(|cells| cells.get(group)).map(|cell: &Cell| cell.value.clone()),
        outcomes: *outcomes,
    };
    counts.iter().enumerate().filter(|(_, outcomes)| outcomes.subjects() > 0).map(count).collect()
}
