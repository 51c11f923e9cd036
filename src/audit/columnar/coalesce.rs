//! The first number that is recorded, where numbers over others may contradict it or stand in for it.

use std::sync::Arc;

use super::earlier::NOTHING;
use super::graph::Graph;
use crate::inventory::{Cell, Column, Status};
use crate::standard::program::Quantity;

impl Graph<'_> {
    /// A `coalesce` in which a number over others outranks nothing, contradicts what is recorded, or stands in for it.
    pub(super) fn coalesced(&mut self, parts: &[Arc<Quantity>]) -> Column {
        let columns: Vec<Vec<Cell>> = parts.iter().map(|part| self.cells(part)).collect();
        let cell = |row: usize| {
            let cells = || columns.iter().map(|column| column.get(row).unwrap_or(&NOTHING)).zip(parts);
            let decided = |(cell, _): &(&Cell, _)| matches!(cell.status, Status::Known | Status::Conflict);
            let Some(nth) = cells().position(|one| decided(&one)) else {
                return cells()
                    .next_back()
                    .filter(|(_, part)| is_counted(part))
                    .map_or(NOTHING, |(cell, _)| cell.clone());
            };
            let found = cells().nth(nth);
            let counted = || cells().skip(nth + 1).filter(|(_, part)| is_counted(part));
            let contradicts = |cell: &Cell| counted().any(|(other, _)| !agree(cell, other));
            match found {
                Some((cell, part)) if is_property(part) && cell.is_known() && contradicts(cell) => {
                    Cell { status: Status::Conflict, ..NOTHING }
                }
                found => found.map_or(NOTHING, |(cell, _)| cell.clone()),
            }
        };
        Column::of((0..self.table.facilities.len()).map(cell))
    }
}

/// Whether a number is one over other facilities.
pub(super) fn is_counted(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::Aggregate(_))
}

fn is_property(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::Property(_))
}

/// Whether two numbers may be the same.
fn agree(one: &Cell, other: &Cell) -> bool {
    one.number().zip(other.number()).is_none_or(|(one, other)| one.intersect(other).is_some())
}
