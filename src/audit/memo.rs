//! Results worked out once for all facilities whose cells say the same.

use std::collections::HashMap;
use std::sync::Arc;

use super::finding::Told;
use super::plan::{Plan, Task};
use super::rests::rests_on;
use crate::inventory::{Codes, Column};
use crate::model::RequirementResult;

/// The results of a task, by the codes of the cells that decide.
pub(super) struct Memo<'a> {
    plan: &'a Plan<'a>,
    task: &'a Task<'a>,
    told: &'a Told<'a>,
    /// The columns that decide; `None` where the verdict looks further.
    columns: Option<Vec<&'a Codes>>,
    known: HashMap<Vec<usize>, Arc<RequirementResult>>,
}

impl<'a> Memo<'a> {
    pub(super) fn new(plan: &'a Plan<'a>, task: &'a Task<'a>, told: &'a Told<'a>) -> Self {
        let table = plan.inventory.tables.get(task.table);
        let column = |property: usize| table?.columns.get(property)?.as_ref().map(Column::codes);
        let columns = rests_on(&plan.world, task).map(|all| all.into_iter().filter_map(column).collect());
        Self { plan, task, told, columns, known: HashMap::new() }
    }

    /// What came of a facility.
    pub(super) fn result(&mut self, number: usize) -> Arc<RequirementResult> {
        let (plan, task, told) = (self.plan, self.task, self.told);
        let made = || Arc::new(told.result(plan.inventory, &plan.verdict(task, number)));
        let Some(columns) = &self.columns else { return made() };
        let codes = columns.iter().map(|codes| codes.get(number).unwrap_or(usize::MAX)).collect();
        Arc::clone(self.known.entry(codes).or_insert_with(made))
    }
}
