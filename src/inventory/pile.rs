//! The rows of one type as they come in: ids numbered, values as codes.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;
use jiff::civil::Date;

use super::column::{Codes, Dictionary};
use crate::model::{Meanings, Observed, Record, Rows};

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
    /// For each table that is being read, the codes of what its own codes stand for; 0 is not looked up yet.
    tables: BTreeMap<u32, Vec<u32>>,
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

    /// Takes in rows of facilities with these ids; the first is of this origin, the others follow.
    pub(super) fn take(&mut self, ids: impl Iterator<Item = Arc<str>>, rows: &Rows, origin: u32) {
        let start = self.rows.len();
        for ((id, head), origin) in ids.zip(rows.heads()).zip(origin..) {
            let facility = self.facility(id);
            let (observed_on, position) = (head.observed_on, head.position);
            self.rows.push(Row { facility, observed_on, position, origin });
        }
        for (number, meanings) in rows.columns.iter().enumerate() {
            let column = self.columns.get_mut(meanings.property);
            if let Some(column) = column.filter(|_| rows.codes(number).any(|code| code > 0)) {
                column.get_or_insert_default().take(start, rows, number, meanings);
            }
        }
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
            column.tables = BTreeMap::new();
        }
    }

    /// Takes in rows whose tables and origins come after so many others.
    pub(super) fn append(&mut self, mut other: Self, tables: u32, origins: u32) {
        let derived = std::mem::take(&mut other.derived).into_iter();
        self.derived.extend(derived.map(|(table, rows)| (table + tables, rows)));
        if self.rows.is_empty() {
            for row in &mut other.rows {
                row.origin += origins;
            }
            *self = Self { derived: std::mem::take(&mut self.derived), ..other };
        } else {
            self.extend(other, origins);
        }
    }

    fn extend(&mut self, other: Self, origins: u32) {
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
    }
}

impl Default for RowColumn {
    fn default() -> Self {
        let dictionary = Dictionary::starting_with(None);
        let (shared, tables) = (HashMap::new(), BTreeMap::new());
        Self { dictionary, codes: Codes::Wide(Vec::new()), shared, tables }
    }
}

impl RowColumn {
    fn set(&mut self, row: usize, observed: Arc<Observed>) {
        let code = self.code_of(observed);
        let codes = self.codes.widened();
        codes.resize(row, 0);
        codes.push(code);
    }

    /// Takes in a column of a table, from the row `start` on.
    fn take(&mut self, start: usize, rows: &Rows, number: usize, meanings: &Meanings) {
        let codes = self.codes.widened();
        codes.resize(start + rows.len(), 0);
        let known = self.tables.entry(rows.table).or_default();
        known.resize(meanings.said.len() + 1, 0);
        let places = codes.iter_mut().skip(start).zip(rows.codes(number));
        for (place, code) in places.filter(|(_, code)| *code > 0) {
            let Some(known) = known.get_mut(code as usize) else { continue };
            if *known == 0 {
                *known = self.dictionary.code(meanings.get(code).cloned());
            }
            *place = *known;
        }
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
        self.dictionary.reserve(other.dictionary.values().len());
        let code = |value: Option<Arc<Observed>>| match value {
            Some(observed) => self.dictionary.code(Some(observed)),
            None => 0,
        };
        let codes: Vec<u32> = other.dictionary.into_values().into_iter().map(code).collect();
        let moved = |old: usize| codes.get(old).copied().unwrap_or_default();
        let own = self.codes.widened();
        own.resize(start, 0);
        own.reserve(other.codes.len());
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
