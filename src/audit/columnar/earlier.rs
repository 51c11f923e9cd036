//! What a number was in an earlier round, for every row: columns of another state of the inventory.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::graph::Graph;
use crate::audit::basis::Basis;
use crate::audit::index::Group;
use crate::audit::reference::Facility;
use crate::audit::trend::LastSeen;
use crate::audit::world::{World, remembered};
use crate::inventory::{Cell, Column, Cut, Status, Table, Value};
use crate::standard::aggregate::{Aggregate, Domain};
use crate::standard::program::Quantity;

/// What is said of a row that was not there, or not seen again.
pub(super) const NOTHING: Cell = Cell { status: Status::NotSurveyed, value: Value::Number(None) };

/// What a number was so many days before the last round, for each row.
pub(super) fn column(graph: &Graph<'_>, value: &Arc<Quantity>, days: i32) -> Column {
    let basis = graph.world.basis(graph.kind, value);
    let cells = if basis.aggregates.is_empty() {
        itself(graph, value, days, &basis)
    } else {
        of_all(graph, value, days, &basis)
    };
    Column::of(cells)
}

/// Each facility as it was known before it was last seen.
fn itself(graph: &Graph<'_>, value: &Arc<Quantity>, days: i32, basis: &Basis) -> Vec<Cell> {
    let table = graph.table;
    let Some(moment) = graph.world.moment(graph.kind, Cut::Before(days)) else {
        return vec![NOTHING; table.facilities.len()];
    };
    let cells = Graph::new(graph.world, graph.kind, &moment.table).cells(value);
    let was = |(number, before): (usize, Option<usize>)| {
        let before = before?;
        let same = |property: &usize| table.rows(*property, number).eq(moment.table.rows(*property, before));
        if basis.properties.iter().all(same) { None } else { cells.get(before).cloned() }
    };
    let matched = matched(table, &moment.table).into_iter().enumerate();
    matched.map(|row| was(row).unwrap_or(NOTHING)).collect()
}

/// Everything that counts, so many days before any of it was last seen.
fn of_all(graph: &Graph<'_>, value: &Arc<Quantity>, days: i32, basis: &Basis) -> Vec<Cell> {
    let reads_itself = !basis.properties.is_empty();
    let seen = last_seen(graph, &basis.aggregates);
    let day = |(seen, facility): (&LastSeen, &crate::inventory::Facility)| {
        let own = Some(facility.seen).filter(|_| reads_itself);
        seen.and(LastSeen::of(own)).known()?.checked_sub(days.days()).ok()
    };
    let day_of: Vec<Option<Date>> = seen.iter().zip(&graph.table.facilities).map(day).collect();
    let mut cells = vec![NOTHING; day_of.len()];
    for day in day_of.iter().flatten().collect::<BTreeSet<_>>() {
        let then = graph.world.at(*day);
        let was = on_day(&then, graph, value, &basis.aggregates);
        for ((cell, of), was) in cells.iter_mut().zip(&day_of).zip(was) {
            if *of == Some(*day) {
                *cell = was;
            }
        }
    }
    cells
}

/// What a number was on a day, for each row of the present.
fn on_day(
    then: &World<'_>,
    now: &Graph<'_>,
    value: &Arc<Quantity>,
    aggregates: &[Arc<Aggregate>],
) -> Vec<Cell> {
    let table = then.table(now.kind);
    let mut graph = Graph::new(then, now.kind, table);
    let (cells, seen) = (graph.cells(value), last_seen(&graph, aggregates));
    let was = |before: usize| {
        let is_known = seen.get(before).is_some_and(|seen| seen.may_be.is_some());
        cells.get(before).filter(|_| is_known).cloned()
    };
    matched(now.table, table).into_iter().map(|before| before.and_then(was).unwrap_or(NOTHING)).collect()
}

/// The last day any facility was seen that one of the aggregates counts, or may, for each row.
fn last_seen(graph: &Graph<'_>, aggregates: &[Arc<Aggregate>]) -> Vec<LastSeen> {
    let shared: Mutex<HashMap<(usize, Group), Option<Date>>> = Mutex::default();
    let one = |facility: Facility<'_>, aggregate: &Aggregate| {
        let kinds = aggregate.members.iter().map(|members| members.facility_type);
        let reaches = kinds
            .flat_map(|kind| facility.reach(aggregate.domain, kind).into_iter().map(move |one| (kind, one)));
        let days = reaches.map(|(kind, reach)| {
            let last = || {
                let all = &graph.world.table(kind).facilities;
                reach.numbers.iter().filter_map(|number| Some(all.get(*number as usize)?.seen)).max()
            };
            let last = match &reach.group {
                Some(group) => remembered(&shared, (kind, group.clone()), last),
                None => last(),
            };
            LastSeen::among(reach.truth, last)
        });
        days.fold(LastSeen::default(), LastSeen::and)
    };
    let all = |facility: Facility<'_>| {
        aggregates.iter().map(|aggregate| one(facility, aggregate)).fold(LastSeen::default(), LastSeen::and)
    };
    let by_place = aggregates.iter().all(|aggregate| aggregate.domain == Domain::Area);
    if by_place { graph.each_place(all) } else { graph.each_row(all) }
}

/// For each facility now, its number then; both are in the order of ids.
fn matched(now: &Table, then: &Table) -> Vec<Option<usize>> {
    let mut before = then.facilities.iter().enumerate().peekable();
    let number = |facility: &crate::inventory::Facility| loop {
        let (number, other) = before.peek()?;
        match other.id.cmp(&facility.id) {
            Ordering::Less => before.next(),
            Ordering::Equal => return Some(*number),
            Ordering::Greater => return None,
        };
    };
    now.facilities.iter().map(number).collect()
}
