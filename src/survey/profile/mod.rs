//! Column mappings for the files of one source, as TOML.
//!
//! A profile says what a program cannot guess: which header is which property,
//! in which unit, what `J` means. Text and the catalogue go in; a profile comes
//! out in which every type, property, unit and value is a known one, or all its
//! mistakes with their lines. `survey_data/profiles/README.md` has the format.

mod check;
mod error;
mod file;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use error::{Mistake, ProfileError};
pub use file::DateOrder;

use super::reader::{Cell, Hints};
use crate::model::{Catalogue, Complete, Meaning, PropertyId};
use crate::quantity::Unit;

/// What somebody who knows the files of a source says about them.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// Encoding and delimiter.
    pub(super) hints: Hints,
    /// Index of the type all rows are of.
    pub(super) facility_type: Option<usize>,
    /// Header of the column that names each row's type.
    pub(super) type_column: Option<String>,
    /// The sheets to read; all where empty.
    pub(super) sheets: Vec<SheetRule>,
    /// Columns by property.
    pub(super) columns: Vec<ColumnRule>,
    /// What holds for every row.
    pub(super) constants: Vec<(PropertyId, Cell)>,
    /// Which rows to take.
    pub(super) keep: Vec<Keep>,
    /// Where the position stands.
    pub(super) position: PositionRule,
    /// Take no column the profile does not name.
    pub(super) only_listed: bool,
    /// Declarations that a type was surveyed completely.
    pub(super) complete: Vec<Complete>,
}

/// A sheet to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SheetRule {
    /// Its name; none for a file without sheets.
    pub(super) name: Option<String>,
    /// First row of its headers, counted from 1.
    pub(super) header_row: Option<u32>,
    /// How many rows its headers have.
    pub(super) header_rows: Option<u32>,
    /// Index of the type of its rows.
    pub(super) facility_type: Option<usize>,
    /// The reference system of its positions.
    pub(super) crs: Option<String>,
}

/// A column named by the profile.
#[derive(Debug, Clone)]
pub(super) struct ColumnRule {
    pub(super) property: PropertyId,
    pub(super) header: String,
    /// Unit of bare numbers.
    pub(super) unit: Option<Unit>,
    /// Yes is at least one, no is none.
    pub(super) words_as_counts: bool,
    /// What plain words mean in this column.
    pub(super) values: BTreeMap<String, Written>,
    /// Order of day and month before a year.
    pub(super) date_order: Option<DateOrder>,
}

/// What a cell is to be read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// A word of the vocabulary.
    Word(Meaning),
    /// This text instead.
    Text(String),
}

/// A condition on the rows to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Keep {
    pub(super) column: String,
    /// Plain words.
    pub(super) words: Vec<String>,
    /// Whether the cell has to be one of the words, or none of them.
    pub(super) among: bool,
}

/// Where the position stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PositionRule {
    pub(super) columns: PositionColumns,
    /// The declared reference system.
    pub(super) crs: Option<String>,
    /// Header of the column in which rows name theirs, which outranks it.
    pub(super) crs_column: Option<String>,
}

/// Headers of the position's columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum PositionColumns {
    /// By the names the catalogue knows.
    #[default]
    Known,
    /// Figures to the east and to the north.
    Pair { east: String, north: String },
    /// A point as well-known text.
    Wkt(String),
}

impl Profile {
    /// Reads a profile and checks every name in it against the catalogue.
    pub fn parse(text: &str, catalogue: &Catalogue) -> Result<Self, ProfileError> {
        let file = toml::from_str(text).map_err(|error| ProfileError::syntax(text, &error))?;
        check::Check::new(text, catalogue).profile(file)
    }

    /// What the profile declares to be complete.
    pub fn complete(&self) -> &[Complete] {
        &self.complete
    }
}
