//! Collects records of all types until they are resolved.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::pile::{Pile, index};
use super::{Inventory, identity, resolve, shift};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Catalogue, Complete, FacilityType, Head, Observed, Origin, Record, Rows, SurveyTable};
use crate::parallel::each;

/// Takes records in, in any order.
#[derive(Debug)]
pub struct Builder {
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) survey_tables: Vec<SurveyTable>,
    pub(super) origins: Vec<Origin>,
    /// What each of these rows says of how its values are known, as values of [`STATUS`] counted from 1;
    /// shorter where the last ones say nothing.
    pub(super) statuses: Vec<u8>,
    /// Index of that property in each type.
    status: Vec<Option<usize>>,
    pub(super) piles: Vec<Pile>,
    pub(super) complete: Vec<Complete>,
    /// Types whose rows are kept for earlier states.
    pub(super) remembered: BTreeSet<usize>,
}

impl Builder {
    /// An empty inventory of the catalogue's types.
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        let piles = catalogue.types.iter().map(|one| Pile::new(one.properties.len())).collect();
        let status = |one: &FacilityType| one.property(STATUS).map(|(index, _)| index);
        Self {
            status: catalogue.types.iter().map(status).collect(),
            statuses: Vec::new(),
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
        if record.id.is_none() {
            *pile.derived.entry(record.origin.table).or_default() += 1;
        }
        let table = self.survey_tables.get(record.origin.table as usize);
        let id = identity_of(facility_type, &record, table.map_or("", |table| &table.file));
        if let Some(status) =
            self.status.get(record.facility_type).copied().flatten().and_then(|at| said(&record, at))
        {
            self.statuses.resize(self.origins.len(), 0);
            self.statuses.push(status);
        }
        self.origins.push(record.origin);
        pile.push(id, record, index(self.origins.len() - 1));
    }

    /// Takes rows of one table in; those of a type the catalogue lacks are dropped.
    pub fn rows(&mut self, rows: &Rows) {
        let Some(facility_type) = self.catalogue.types.get(rows.facility_type) else { return };
        let Some(pile) = self.piles.get_mut(rows.facility_type) else { return };
        let derived = rows.heads().iter().filter(|head| head.id.is_none()).count();
        if derived > 0 {
            *pile.derived.entry(rows.table).or_default() += index(derived);
        }
        let file = self.survey_tables.get(rows.table as usize).map_or("", |table| &table.file);
        let (origin, first) = (|row| Origin { table: rows.table, row }, index(self.origins.len()));
        let named = |row: usize| match rows.observed(row, facility_type.property("name")?.0) {
            Some(Observed::Text(name)) => Some(&**name),
            _ => None,
        };
        let id = |(number, head): (usize, &Head)| match &head.id {
            Some(id) => Arc::clone(id),
            None => identity::derived(facility_type, named(number), head.position, origin(head.row), file),
        };
        pile.take(rows.heads().iter().enumerate().map(id), rows, first);
        let status = self.status.get(rows.facility_type).copied().flatten();
        if let Some(statuses) = status.and_then(|property| statuses(rows, property)) {
            self.statuses.resize(self.origins.len(), 0);
            self.statuses.extend(statuses);
        }
        self.origins.extend(rows.heads().iter().map(|head| origin(head.row)));
    }

    /// Takes in what others of the same catalogue have taken in, as if it had come after, in their order.
    pub fn append(&mut self, others: Vec<Self>) {
        let mut piles: Vec<Vec<(Pile, u32, u32)>> = self.piles.iter().map(|_| Vec::new()).collect();
        for other in others {
            let (tables, origins) = (index(self.survey_tables.len()), index(self.origins.len()));
            self.survey_tables.extend(other.survey_tables);
            let moved = |origin: Origin| Origin { table: origin.table + tables, ..origin };
            if !other.statuses.is_empty() {
                self.statuses.resize(self.origins.len(), 0);
                self.statuses.extend(other.statuses);
            }
            self.origins.extend(other.origins.into_iter().map(moved));
            let of_types = piles.iter_mut().zip(other.piles);
            of_types.for_each(|(piles, more)| piles.push((more, tables, origins)));
            self.complete.extend(other.complete);
            self.remembered.extend(other.remembered);
        }
        let both = std::mem::take(&mut self.piles).into_iter().zip(piles).collect();
        self.piles = each(both, |(mut pile, piles)| {
            for (more, tables, origins) in piles {
                pile.append(more, tables, origins);
            }
            pile.settle();
            pile
        });
    }

    /// Gives back the memory that only further records would need.
    pub fn settle(&mut self) {
        self.origins.shrink_to_fit();
        self.piles.iter_mut().for_each(Pile::settle);
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

    /// Batches whose positions lie beside those of another as one; the same is said of the state on a day.
    pub fn shifts(&self) -> Vec<Diagnostic> {
        shift::shifts(self)
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

/// The property that says how the values of a row are known.
pub(super) const STATUS: &str = "value_status";

/// What a record says of how its values are known, counted from 1.
fn said(record: &Record, status: usize) -> Option<u8> {
    let mut values = record.values.iter().filter(|(property, _)| *property == status);
    values.find_map(|(_, observed)| counted(observed))
}

/// The same of rows, 0 where one says nothing; none where none of them says anything.
fn statuses(rows: &Rows, status: usize) -> Option<Vec<u8>> {
    rows.columns.iter().find(|column| column.property == status && !column.said.is_empty())?;
    let said = |row| rows.observed(row, status).and_then(counted).unwrap_or_default();
    Some((0..rows.len()).map(said).collect())
}

fn counted(observed: &Observed) -> Option<u8> {
    match observed {
        Observed::Category(value) => u8::try_from(value + 1).ok(),
        _ => None,
    }
}

/// The id of a record's facility: the surveyors', else one that is derived from its name and place.
pub fn identity_of(facility_type: &FacilityType, record: &Record, file: &str) -> Arc<str> {
    if let Some(id) = &record.id {
        return id.clone();
    }
    let name = facility_type.property("name").and_then(|(name, _)| {
        record.values.iter().find_map(|(property, observed)| match &**observed {
            Observed::Text(text) if *property == name => Some(&**text),
            _ => None,
        })
    });
    identity::derived(facility_type, name, record.position, record.origin, file)
}
