//! How many trips of each route take a wheelchair.

use std::collections::HashMap;

use super::super::{Cell, ReadError};
use super::stops::boarding;
use super::table::Record;

/// Routes of one feed.
const MOST: usize = 1 << 20;

/// The trips of a route: those that say yes, no, and nothing.
#[derive(Default, Clone, Copy)]
struct Count {
    yes: u64,
    no: u64,
    silent: u64,
}

#[derive(Default)]
pub(super) struct Trips(HashMap<String, Count>);

impl Trips {
    pub(super) fn learn(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some(route) = record.get("route_id") else { return Ok(()) };
        if self.0.len() >= MOST && !self.0.contains_key(route) {
            return Err(ReadError::Oversized { part: "trips.txt".to_owned() });
        }
        let count = self.0.entry(route.to_owned()).or_default();
        match boarding(record.get("wheelchair_accessible")) {
            Some(true) => count.yes += 1,
            Some(false) => count.no += 1,
            None => count.silent += 1,
        }
        Ok(())
    }

    /// All trips of a route, and those that take a wheelchair, as a range where some say nothing;
    /// nothing where none says anything.
    pub(super) fn of(&self, route: &str) -> [Option<Cell>; 2] {
        let Some(Count { yes, no, silent }) = self.0.get(route).copied() else { return [None, None] };
        let accessible = match (yes + no, silent) {
            (0, _) => None,
            (_, 0) => Some(yes.to_string()),
            _ => Some(format!("{yes}-{}", yes + silent)),
        };
        [Some((yes + no + silent).to_string()), accessible].map(|text| text.map(Cell::Text))
    }
}
