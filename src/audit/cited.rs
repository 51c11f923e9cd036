//! The rows of survey files a verdict rests on, those of one row together.

use std::collections::HashMap;
use std::sync::Arc;

use crate::inventory::Inventory;
use crate::model::{Origin, Source, SourceColumns};

/// A cell of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cited {
    /// Its property, by its index in the row's type.
    pub(super) property: usize,
    /// The row it was read from, by number.
    pub(super) row: u32,
    /// What somebody has written there instead of a value.
    pub(super) instead: Option<&'static str>,
}

/// Turns cells into sources; the columns that several findings rest on are made once.
pub(super) struct Citations<'a> {
    inventory: &'a Inventory,
    /// By survey table and properties.
    known: HashMap<(u32, Vec<usize>), Option<Arc<SourceColumns>>>,
}

impl<'a> Citations<'a> {
    pub(super) fn new(inventory: &'a Inventory) -> Self {
        Self { inventory, known: HashMap::new() }
    }

    /// The rows, in the order their cells are named.
    pub(super) fn of(&mut self, cells: &[Cited]) -> Vec<Source> {
        let mut rows: Vec<Vec<Cited>> = Vec::new();
        for cell in cells {
            match rows.iter_mut().find(|known| known.iter().any(|known| known.row == cell.row)) {
                Some(cells) => cells.push(*cell),
                None => rows.push(vec![*cell]),
            }
        }
        let mut sources = Vec::with_capacity(rows.len());
        sources.extend(rows.iter().filter_map(|cells| self.source(cells)));
        sources
    }

    /// Cells of one row.
    fn source(&mut self, cells: &[Cited]) -> Option<Source> {
        let number = cells.first()?.row;
        let (inventory, Origin { table, row }) = (self.inventory, self.inventory.origin(number)?);
        let properties = cells.iter().map(|cell| cell.property).collect();
        let columns = self.known.entry((table, properties)).or_insert_with_key(|(table, properties)| {
            inventory.columns(*table, properties.iter().copied()).map(Arc::new)
        });
        Some(Source {
            columns: columns.clone()?,
            row,
            statuses: statuses(inventory.status(number).as_ref(), cells),
        })
    }
}

/// How the values of a row are known, each way once.
fn statuses(of_row: Option<&Arc<str>>, cells: &[Cited]) -> Vec<Arc<str>> {
    let mut statuses: Vec<Arc<str>> = Vec::new();
    for status in cells.iter().filter_map(|cell| cell.instead.map(Arc::from).or_else(|| of_row.cloned())) {
        if !statuses.contains(&status) {
            statuses.push(status);
        }
    }
    statuses
}
