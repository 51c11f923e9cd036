//! The rows of one type as they come in: ids numbered, values as codes.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;
use jiff::civil::Date;

use super::column::{Codes, Dictionary};
use crate::model::{Observed, Record};

/// The rows of one type, not yet resolved.
#[derive(Debug, Default)]
pub(super) struct Pile {
    ids: HashMap<Arc<str>, u32>,
    pub(super) facilities: Vec<Arc<str>>,
    pub(super) rows: Vec<Row>,
    pub(super) columns: Vec<Option<Box<RowColumn>>>,
    /// Tables whose ids had to be derived, with the number of rows.
    pub(super) derived: BTreeMap<u32, u32>,
}

/// One record, less its values.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) facility: u32,
    pub(super) observed_on: Option<Date>,
    pub(super) position: Option<(f64, f64)>,
    /// Index into the builder's origins.
    pub(super) origin: u32,
}

/// The values of one property, a code per row; 0 is blank.
#[derive(Debug)]
pub(super) struct RowColumn {
    pub(super) dictionary: Dictionary<Option<Arc<Observed>>>,
    codes: Codes,
    /// Shared observations by where they are in memory; held, so that they stay there.
    shared: HashMap<usize, (Arc<Observed>, u32)>,
}

impl Pile {
    /// No rows of a type with so many properties.
    pub(super) fn new(properties: usize) -> Self {
        Self { columns: (0..properties).map(|_| None).collect(), ..Self::default() }
    }

    pub(super) fn push(&mut self, id: Arc<str>, record: Record, origin: u32) {
        let facility = self.facility(id);
        for (property, observed) in record.values {
            if let Some(column) = self.columns.get_mut(property) {
                column.get_or_insert_default().set(self.rows.len(), observed);
            }
        }
        let Record { observed_on, position, .. } = record;
        self.rows.push(Row { facility, observed_on, position, origin });
    }

    /// The number of a facility, new or known.
    fn facility(&mut self, id: Arc<str>) -> u32 {
        if self.ids.len() < self.facilities.len() {
            self.ids = self.facilities.iter().cloned().zip(0..).collect();
        }
        let next = index(self.facilities.len());
        let facility = *self.ids.entry(id.clone()).or_insert(next);
        if facility == next {
            self.facilities.push(id);
        }
        facility
    }

    /// Gives back the memory that only further rows need.
    pub(super) fn settle(&mut self) {
        self.rows.shrink_to_fit();
        self.ids = HashMap::new();
        for column in self.columns.iter_mut().flatten() {
            column.codes.narrow(column.dictionary.values().len());
            column.shared = HashMap::new();
        }
    }

    /// Takes in rows whose tables and origins come after so many others.
    pub(super) fn append(&mut self, other: Self, tables: u32, origins: u32) {
        let facilities: Vec<u32> = other.facilities.into_iter().map(|id| self.facility(id)).collect();
        let start = self.rows.len();
        let moved = |row: Row| Row {
            facility: facilities.get(row.facility as usize).copied().unwrap_or(row.facility),
            origin: row.origin + origins,
            ..row
        };
        self.rows.extend(other.rows.into_iter().map(moved));
        for (column, more) in self.columns.iter_mut().zip(other.columns) {
            if let Some(more) = more {
                column.get_or_insert_default().append(start, *more);
            }
        }
        self.derived.extend(other.derived.into_iter().map(|(table, rows)| (table + tables, rows)));
    }
}

impl Default for RowColumn {
    fn default() -> Self {
        let dictionary = Dictionary::starting_with(None);
        Self { dictionary, codes: Codes::Wide(Vec::new()), shared: HashMap::new() }
    }
}

impl RowColumn {
    fn set(&mut self, row: usize, observed: Arc<Observed>) {
        let code = self.code_of(observed);
        let codes = self.codes.widened();
        codes.resize(row, 0);
        codes.push(code);
    }

    /// What is shared was probably here before, and need not be compared.
    fn code_of(&mut self, observed: Arc<Observed>) -> u32 {
        let place = Arc::as_ptr(&observed).addr();
        if let Some((_, known)) = self.shared.get(&place) {
            return *known;
        }
        let shared = (Arc::strong_count(&observed) > 1).then(|| Arc::clone(&observed));
        let code = self.dictionary.code(Some(observed));
        if let Some(shared) = shared {
            self.shared.insert(place, (shared, code));
        }
        code
    }

    fn append(&mut self, start: usize, other: Self) {
        let code = |value: Option<Arc<Observed>>| match value {
            Some(observed) => self.dictionary.code(Some(observed)),
            None => 0,
        };
        let codes: Vec<u32> = other.dictionary.into_values().into_iter().map(code).collect();
        let moved = |old: usize| codes.get(old).copied().unwrap_or_default();
        let own = self.codes.widened();
        own.resize(start, 0);
        own.extend((0..).map_while(|row| other.codes.get(row)).map(moved));
    }

    pub(super) fn code(&self, row: usize) -> u32 {
        self.codes.get(row).and_then(|code| u32::try_from(code).ok()).unwrap_or(0)
    }
}

/// Rows and tables are counted in 32 bits: four thousand million are no survey.
pub(super) fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
