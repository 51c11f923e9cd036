//! The rows of survey files a verdict rests on, those of one row together.

use std::collections::HashMap;
use std::sync::Arc;

use crate::inventory::Inventory;
use crate::model::{Origin, Source, SourceColumns};

/// A cell of a survey: a property, by its index in the row's type, and the row it was read from, by number.
pub(super) type Cited = (usize, u32);

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
        let mut rows: Vec<(u32, Vec<usize>)> = Vec::new();
        for (property, row) in cells {
            match rows.iter_mut().find(|(known, _)| known == row) {
                Some((_, properties)) => properties.push(*property),
                None => rows.push((*row, vec![*property])),
            }
        }
        let mut sources = Vec::with_capacity(rows.len());
        sources.extend(rows.into_iter().filter_map(|(row, properties)| self.source(row, properties)));
        sources
    }

    fn source(&mut self, row: u32, properties: Vec<usize>) -> Option<Source> {
        let (inventory, Origin { table, row }) = (self.inventory, self.inventory.origin(row)?);
        let columns = self.known.entry((table, properties)).or_insert_with_key(|(table, properties)| {
            inventory.columns(*table, properties.iter().copied()).map(Arc::new)
        });
        Some(Source { columns: columns.clone()?, row })
    }
}
