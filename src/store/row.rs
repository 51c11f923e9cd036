//! Rows and the tables they stand in, as a store keeps them, and the way from and to records.

use std::sync::Arc;

use hashbrown::HashSet;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::packed::{self, Packed, Said};
use super::{SourceId, StoreError};
use crate::geometry::Crs;
use crate::model::{
    Catalogue, FacilityType, Observed, Origin, PropertyId, Record, SurveyTable, TypeId, Words,
};

/// The part of a file that holds one type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its number in the source.
    pub number: u32,
    /// Sheet name, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// The type of its facilities.
    pub facility_type: TypeId,
    /// The properties that its rows speak of by number.
    pub properties: Vec<PropertyId>,
    /// For each of them, the header it is read from.
    pub headers: Vec<Option<Arc<str>>>,
    /// The reference system its positions are written in.
    pub crs: Option<Arc<str>>,
}

/// What was seen of one facility, in one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number in the source, from 0.
    pub number: u32,
    /// Number of the table in the source.
    pub table: u32,
    /// Row as the spreadsheet shows it.
    pub row: u32,
    /// The surveyor's id.
    pub facility: Option<Arc<str>>,
    /// When it was seen.
    pub observed_on: Option<Date>,
    /// When it was accepted, where the row itself says so.
    pub known_at: Option<Timestamp>,
    /// Longitude and latitude in degrees of WGS 84.
    pub position: Option<(f64, f64)>,
    /// The values, each with its words.
    pub packed: Vec<u8>,
}

impl Table {
    /// A table of a survey, its type and properties by their ids.
    pub fn of(number: u32, table: &SurveyTable, catalogue: &Catalogue) -> Option<Self> {
        let of = catalogue.types.get(table.facility_type)?;
        Some(Self {
            number,
            sheet: table.sheet.clone(),
            facility_type: of.id.clone(),
            properties: of.properties.iter().map(|property| property.id.clone()).collect(),
            headers: table.headers.clone(),
            crs: table.crs.map(|crs| crs.to_string().into()),
        })
    }
}

impl Row {
    /// A record as it is kept, with the words of its cells.
    pub fn of(number: u32, record: &Record, words: &[Words], catalogue: &Catalogue) -> Option<Self> {
        let of = catalogue.types.get(record.facility_type)?;
        Some(Self {
            number,
            table: record.origin.table,
            row: record.origin.row,
            facility: record.id.clone(),
            observed_on: record.observed_on,
            known_at: record.known_at,
            position: record.position,
            packed: packed::pack(of, record, words),
        })
    }

    /// What it says, value by value, with the words of the cells.
    pub fn said(&self) -> Result<Vec<Said<'_>>, StoreError> {
        packed::said(&self.packed)
    }
}

/// The tables of a source in today's catalogue, and what is shared among its rows.
pub struct Types<'a> {
    /// None where the catalogue no longer has the type.
    tables: Vec<Option<Known<'a>>>,
}

/// A table in today's catalogue.
struct Known<'a> {
    /// Number the inventory gave it, and the index of its type.
    number: u32,
    index: usize,
    of: &'a FacilityType,
    /// The index of each of its properties today.
    properties: Vec<Option<usize>>,
    /// What rows have said of each.
    shared: Vec<HashSet<Arc<Observed>>>,
}

/// Different values of a property that rows share; more are names.
const MOST_SHARED: usize = 1 << 12;

impl<'a> Types<'a> {
    /// Announces the tables of a file to an inventory by `announce`, which gives each its number.
    ///
    /// What the catalogue no longer has is left out: a type with its rows, a property with its values.
    pub fn new(
        file: &Arc<str>,
        tables: &[Table],
        catalogue: &'a Catalogue,
        mut announce: impl FnMut(SurveyTable) -> u32,
    ) -> Self {
        let known = |table: &Table| {
            let (index, of) = catalogue.facility_type(table.facility_type.as_str())?;
            let properties: Vec<_> =
                table.properties.iter().map(|id| Some(of.property(id.as_str())?.0)).collect();
            let number = announce(table.survey_table(file, index, of, &properties));
            let shared = vec![HashSet::new(); of.properties.len()];
            Some(Known { number, index, of, properties, shared })
        };
        Self { tables: tables.iter().map(known).collect() }
    }

    /// The record of a row; `None` where today's catalogue has no such type.
    pub fn record(&mut self, row: &Row) -> Result<Option<Record>, StoreError> {
        let Some(Some(table)) = self.tables.get_mut(row.table as usize) else { return Ok(None) };
        let Packed { written, said } = packed::unpack(&row.packed, row.position)?;
        let mut values = Vec::with_capacity(said.len());
        for one in said {
            if let Some(property) = table.properties.get(one.property).copied().flatten() {
                let observed = one.observed(table.of.properties.get(property));
                values.push((property, table.share(property, observed)));
            }
        }
        Ok(Some(Record {
            origin: Origin { table: table.number, row: row.row },
            facility_type: table.index,
            id: row.facility.clone(),
            observed_on: row.observed_on,
            known_at: row.known_at,
            position: row.position,
            written,
            values,
        }))
    }
}

impl Known<'_> {
    fn share(&mut self, property: usize, observed: Observed) -> Arc<Observed> {
        let Some(shared) = self.shared.get_mut(property) else { return observed.into() };
        if let Some(known) = shared.get(&observed) {
            return Arc::clone(known);
        }
        let observed = Arc::new(observed);
        if shared.len() < MOST_SHARED {
            shared.insert(Arc::clone(&observed));
        }
        observed
    }
}

impl Table {
    fn survey_table(
        &self,
        file: &Arc<str>,
        facility_type: usize,
        of: &FacilityType,
        properties: &[Option<usize>],
    ) -> SurveyTable {
        let mut headers = vec![None; of.properties.len()];
        for (property, header) in properties.iter().zip(&self.headers) {
            if let Some(slot) = property.and_then(|property| headers.get_mut(property)) {
                slot.clone_from(header);
            }
        }
        let crs = self.crs.as_ref().and_then(|crs| Crs::parse(crs).ok());
        SurveyTable { file: file.clone(), sheet: self.sheet.clone(), facility_type, headers, crs }
    }
}

impl SourceId {
    /// Room for the rows of a source: they are numbered in 32 bits.
    const ROOM: i64 = 1 << 32;

    /// The number of a row among those of all sources, which keeps them in their order.
    pub(super) fn place(self, row: u32) -> i64 {
        i64::from(self.0) * Self::ROOM + i64::from(row)
    }

    /// The number of the row at a place.
    pub(super) fn row_at(self, place: i64) -> u32 {
        u32::try_from(place - self.place(0)).unwrap_or(u32::MAX)
    }
}
