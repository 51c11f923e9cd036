//! The tasks of a plan by table, and their rows in chunks.

use std::cmp::Reverse;
use std::ops::Range;

use super::CHUNK;
use super::duty::Duties;
use crate::audit::plan::{Plan, Task};
use crate::parallel::in_parallel;

/// What is asked of one table.
pub(in crate::audit) struct Asked<'a> {
    pub(in crate::audit) duties: Duties<'a>,
    /// Which of the plan's tasks the duties are, in their order.
    pub(in crate::audit) tasks: Vec<usize>,
}

/// The graph of every table that has facilities, the largest first, so that none is waited for at the
/// end; amounts only where they are to be added up.
pub(in crate::audit) fn of_tables<'a>(
    plan: &'a Plan<'a>,
    tasks: &[&Task<'_>],
    amounts: bool,
) -> Vec<Asked<'a>> {
    let mut tables: Vec<_> = plan.inventory.tables.iter().enumerate().collect();
    tables.sort_by_key(|(_, table)| Reverse(table.facilities.len()));
    let asked = in_parallel(tables.len(), |place| {
        let (number, table) = *tables.get(place)?;
        let mine = tasks.iter().enumerate().filter(|(_, task)| task.table == number);
        let (numbers, mine): (Vec<usize>, Vec<&Task<'_>>) =
            mine.map(|(number, task)| (number, *task)).unzip();
        let any = !mine.is_empty() && !table.facilities.is_empty();
        any.then(|| Asked { duties: Duties::new(plan, number, table, &mine, amounts), tasks: numbers })
    });
    asked.into_iter().flatten().collect()
}

/// The chunks of all tables.
pub(in crate::audit) fn jobs<'a, 'b>(asked: &'b [Asked<'a>]) -> Vec<(&'b Asked<'a>, Range<usize>)> {
    let chunks = |rows: usize| (0..rows).step_by(CHUNK).map(move |start| start..rows.min(start + CHUNK));
    asked.iter().flat_map(|asked| chunks(asked.duties.rows()).map(move |rows| (asked, rows))).collect()
}
