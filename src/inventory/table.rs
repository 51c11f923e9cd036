//! The finished inventory: a table per facility type.

use std::sync::Arc;

use jiff::civil::Date;

use super::builder::STATUS;
use super::history::History;
use super::{Areas, Cell, Column, Status, Value};
use crate::model::{
    Adcode, Catalogue, Complete, FacilityId, FacilityType, Origin, SourceColumns, SurveyTable,
};

/// Everything known on a day.
#[derive(Debug, Clone)]
pub struct Inventory {
    /// The catalogue its indices mean.
    pub catalogue: Arc<Catalogue>,
    /// The day it speaks of.
    pub as_of: Date,
    /// One table per type of the catalogue, in its order.
    pub tables: Vec<Table>,
    /// What was declared to be completely surveyed.
    pub complete: Vec<Complete>,
    pub(super) survey_tables: Vec<SurveyTable>,
    pub(super) origins: Vec<Origin>,
    /// What each of these rows says of how its values are known; see [`super::Builder`].
    pub(super) statuses: Vec<u8>,
    pub(super) history: Arc<History>,
    /// The areas facilities were placed in by their positions.
    pub(super) areas: Option<Arc<Areas>>,
}

/// All facilities of a type, in the order of their ids.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The facilities.
    pub facilities: Vec<Facility>,
    /// A column per property of the type; none where no survey speaks of it.
    pub columns: Vec<Option<Column>>,
    /// What a property is where there is no column, or no cell.
    pub(super) blanks: Vec<Cell>,
    /// Further rows of cells in conflict, by property and facility.
    pub(super) conflicts: std::collections::BTreeMap<(usize, usize), Vec<u32>>,
}

/// One facility.
#[derive(Debug, Clone, PartialEq)]
pub struct Facility {
    /// Stable id.
    pub id: FacilityId,
    /// Name, where one is recorded.
    pub name: Option<Arc<str>>,
    /// Where it belongs, where that is recorded.
    pub jurisdiction: Option<Adcode>,
    /// Longitude and latitude in degrees.
    pub position: Option<(f64, f64)>,
    /// The last day it was seen.
    pub seen: Date,
    /// The last row that speaks of it.
    pub(super) origin: u32,
}

impl Table {
    /// What is known of a property of a facility.
    pub fn cell(&self, property: usize, facility: usize) -> Option<&Cell> {
        let column = self.columns.get(property)?.as_ref();
        column.and_then(|column| column.cell(facility)).or_else(|| self.blanks.get(property))
    }

    /// The rows a property of a facility was read from, named by number; several where they contradict each other.
    pub fn rows(&self, property: usize, facility: usize) -> impl Iterator<Item = u32> + '_ {
        let contradicting = self.conflicts.get(&(property, facility));
        let column = self.columns.get(property).and_then(Option::as_ref).filter(|_| contradicting.is_none());
        let spoken = |cell: &Cell| cell.status != Status::NotSurveyed;
        let column = column.filter(|column| column.cell(facility).is_some_and(spoken));
        let own = column.and_then(|column| column.elsewhere(facility).or_else(|| self.last_row(facility)));
        contradicting.into_iter().flatten().copied().chain(own)
    }

    /// Property and facility of each cell whose rows of one day contradict each other.
    pub fn contradicted(&self) -> impl Iterator<Item = (usize, usize)> {
        self.conflicts.keys().copied()
    }

    /// The last row that speaks of a facility, named by number.
    pub fn last_row(&self, facility: usize) -> Option<u32> {
        self.facilities.get(facility).map(|facility| facility.origin)
    }

    /// Has the column of the area say where each facility belongs, after some have been placed.
    pub(super) fn settle(&mut self, facility_type: &FacilityType) {
        let Some((property, _)) = facility_type.property("jurisdiction") else { return };
        let cell = |(number, facility): (usize, &Facility)| match &facility.jurisdiction {
            Some(code) => {
                Some(Cell { status: Status::Known, value: Value::Text(Some(code.as_str().into())) })
            }
            None => self.cell(property, number).cloned(),
        };
        let placed = Column::of(self.facilities.iter().enumerate().filter_map(cell));
        if let Some(column) = self.columns.get_mut(property) {
            *column = Some(match &column {
                Some(recorded) => placed.read_from(recorded),
                None => placed,
            });
        }
    }

    /// A table with these columns, by property, and nothing else in it.
    pub(crate) fn of_columns(&self, given: impl IntoIterator<Item = (usize, Column)>) -> Self {
        let mut columns: Vec<Option<Column>> = Vec::new();
        for (property, column) in given {
            columns.resize_with(columns.len().max(property + 1), || None);
            columns[property] = Some(column);
        }
        columns.resize_with(columns.len().max(self.columns.len()), || None);
        Self { columns, blanks: self.blanks.clone(), ..Self::default() }
    }
}

impl Inventory {
    /// The type of a table.
    pub fn facility_type(&self, table: usize) -> Option<&FacilityType> {
        self.catalogue.types.get(table)
    }

    /// How many facilities there are of all types.
    pub fn len(&self) -> usize {
        self.tables.iter().map(|table| table.facilities.len()).sum()
    }

    /// Whether nothing is known at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where a row stands that is named by number.
    pub fn origin(&self, row: u32) -> Option<Origin> {
        self.origins.get(row as usize).copied()
    }

    /// The columns of a survey table, by its index, that some properties are read from.
    pub fn columns(&self, table: u32, properties: impl IntoIterator<Item = usize>) -> Option<SourceColumns> {
        let table = self.survey_tables.get(table as usize)?;
        let mut headers: Vec<Arc<str>> = Vec::new();
        for property in properties {
            let header = table.headers.get(property).and_then(Option::as_ref);
            headers.extend(header.filter(|header| !headers.contains(header)).cloned());
        }
        Some(SourceColumns { file: table.file.clone(), sheet: table.sheet.clone(), headers })
    }

    /// What a row named by number says of how its values are known: the id of a value of the catalogue.
    pub fn status(&self, row: u32) -> Option<Arc<str>> {
        let value = usize::from(*self.statuses.get(row as usize)?).checked_sub(1)?;
        let table = self.survey_tables.get(self.origin(row)?.table as usize)?;
        let (_, property) = self.facility_type(table.facility_type)?.property(STATUS)?;
        property.values.get(value).map(|value| Arc::clone(&value.id))
    }
}

impl Status {
    /// What there is instead of a value, where somebody has written that.
    pub fn instead(self) -> Option<&'static str> {
        match self {
            Self::RecordedUnknown => Some("unknown"),
            Self::NotApplicable => Some("not_applicable"),
            Self::Known | Self::NotSurveyed | Self::Conflict => None,
        }
    }
}

impl Cell {
    /// Whether somebody recorded a usable value.
    pub fn is_known(&self) -> bool {
        self.status == Status::Known
    }
}
