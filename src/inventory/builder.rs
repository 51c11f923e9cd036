//! Collects records of all types until they are resolved.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::column::Dictionary;
use super::{Inventory, identity, resolve};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Catalogue, Complete, FacilityType, Observed, Origin, Record, SurveyTable};

/// Takes records in, in any order.
#[derive(Debug)]
pub struct Builder {
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) survey_tables: Vec<SurveyTable>,
    pub(super) origins: Vec<Origin>,
    pub(super) piles: Vec<Pile>,
    pub(super) complete: Vec<Complete>,
    /// Types whose rows are kept for earlier states.
    pub(super) remembered: BTreeSet<usize>,
}

/// The rows of one type, not yet resolved.
#[derive(Debug, Default)]
pub(super) struct Pile {
    ids: HashMap<Arc<str>, u32>,
    pub(super) facilities: Vec<Arc<str>>,
    pub(super) rows: Vec<Row>,
    pub(super) columns: Vec<Option<RowColumn>>,
    /// Tables whose ids had to be derived, with the number of rows.
    pub(super) derived: std::collections::BTreeMap<u32, u32>,
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
    pub(super) dictionary: Dictionary<Option<Observed>>,
    pub(super) codes: Vec<u32>,
}

impl Builder {
    /// An empty inventory of the catalogue's types.
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        let pile = |one: &FacilityType| Pile {
            columns: one.properties.iter().map(|_| None).collect(),
            ..Pile::default()
        };
        let piles = catalogue.types.iter().map(pile).collect();
        Self {
            catalogue,
            survey_tables: Vec::new(),
            origins: Vec::new(),
            piles,
            complete: Vec::new(),
            remembered: BTreeSet::new(),
        }
    }

    /// Announces a table; the number returned is what its records' origins name.
    pub fn table(&mut self, table: SurveyTable) -> u32 {
        self.survey_tables.push(table);
        index(self.survey_tables.len() - 1)
    }

    /// Takes one record in; a record of a type the catalogue lacks is dropped.
    pub fn push(&mut self, record: Record) {
        let Some(facility_type) = self.catalogue.types.get(record.facility_type) else { return };
        let Some(pile) = self.piles.get_mut(record.facility_type) else { return };
        let id = if let Some(id) = &record.id {
            id.clone()
        } else {
            *pile.derived.entry(record.origin.table).or_default() += 1;
            derived_id(facility_type, &record, &self.survey_tables)
        };
        self.origins.push(record.origin);
        pile.push(id, record, index(self.origins.len() - 1));
    }

    /// Declares that every facility of a type was surveyed.
    pub fn complete(&mut self, complete: Complete) {
        self.complete.push(complete);
    }

    /// Keeps the rows of a type, so that earlier states of it can be asked for.
    pub fn remember(&mut self, facility_type: usize) {
        self.remembered.insert(facility_type);
    }

    /// The state on a day, and what is wrong with the data as a whole.
    pub fn build(self, as_of: Date) -> (Inventory, Vec<Diagnostic>) {
        resolve::resolve(self, as_of)
    }

    pub(super) fn place(&self, row: u32) -> Place {
        let Some(origin) = self.origins.get(row as usize) else { return Place::default() };
        Place { row: Some(origin.row), ..self.table_place(origin.table) }
    }

    /// The cell of a row that a property is read from.
    pub(super) fn cell_place(&self, row: u32, property: usize) -> Place {
        let table =
            self.origins.get(row as usize).and_then(|origin| self.survey_tables.get(origin.table as usize));
        let column = table.and_then(|table| table.headers.get(property).cloned().flatten());
        Place { column, ..self.place(row) }
    }

    fn table_place(&self, table: u32) -> Place {
        let Some(table) = self.survey_tables.get(table as usize) else { return Place::default() };
        Place { file: table.file.clone(), sheet: table.sheet.clone(), ..Place::default() }
    }

    /// One note per table whose ids were derived.
    pub(super) fn derived_ids(&self) -> Vec<Diagnostic> {
        let all = self.piles.iter().flat_map(|pile| &pile.derived);
        let note = |(table, rows): (&u32, &u32)| {
            Diagnostic::new(Code::DerivedId, self.table_place(*table)).with("rows", rows)
        };
        all.map(note).collect()
    }
}

impl Pile {
    fn push(&mut self, id: Arc<str>, record: Record, origin: u32) {
        let next = index(self.facilities.len());
        let facility = *self.ids.entry(id.clone()).or_insert(next);
        if facility == next {
            self.facilities.push(id);
        }
        for (property, observed) in record.values {
            if let Some(column) = self.columns.get_mut(property) {
                column.get_or_insert_with(RowColumn::new).set(self.rows.len(), observed);
            }
        }
        let Record { observed_on, position, .. } = record;
        self.rows.push(Row { facility, observed_on, position, origin });
    }
}

impl RowColumn {
    fn new() -> Self {
        Self { dictionary: Dictionary::starting_with(None), codes: Vec::new() }
    }

    fn set(&mut self, row: usize, observed: Observed) {
        let code = self.dictionary.code(Some(observed));
        self.codes.resize(row, 0);
        self.codes.push(code);
    }

    pub(super) fn code(&self, row: usize) -> u32 {
        self.codes.get(row).copied().unwrap_or(0)
    }
}

fn derived_id(facility_type: &FacilityType, record: &Record, tables: &[SurveyTable]) -> Arc<str> {
    let name = facility_type.property("name").and_then(|(name, _)| {
        record.values.iter().find_map(|(property, observed)| match observed {
            Observed::Text(text) if *property == name => Some(&**text),
            _ => None,
        })
    });
    let file = tables.get(record.origin.table as usize).map_or("", |table| &table.file);
    identity::derived(facility_type, name, record.position, record.origin, file)
}

/// Rows and tables are counted in 32 bits: four thousand million are no survey.
pub(super) fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
