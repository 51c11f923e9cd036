//! The form of a profile, before any name in it is looked up.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Value};

/// A table whose keys and values remember where they stand.
pub(super) type Entries = BTreeMap<Spanned<String>, Spanned<Value>>;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProfileFile {
    #[serde(rename = "type")]
    pub(super) facility_type: Option<Spanned<String>>,
    pub(super) type_column: Option<String>,
    #[serde(default)]
    pub(super) file: FileTable,
    pub(super) sheet: Option<Spanned<Value>>,
    #[serde(default)]
    pub(super) columns: Entries,
    #[serde(default)]
    pub(super) constants: Entries,
    #[serde(default)]
    pub(super) keep: Vec<Spanned<KeepTable>>,
    pub(super) position: Option<Spanned<PositionTable>>,
    pub(super) observed_on: Option<Spanned<Value>>,
    pub(super) known_at: Option<Spanned<Value>>,
    pub(super) jurisdiction: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) complete: Vec<CompleteTable>,
    #[serde(default)]
    pub(super) only_listed: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileTable {
    pub(super) encoding: Option<String>,
    pub(super) delimiter: Option<char>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SheetTable {
    pub(super) name: Option<String>,
    pub(super) header_row: Option<u32>,
    pub(super) header_rows: Option<u32>,
    #[serde(rename = "type")]
    pub(super) facility_type: Option<String>,
    pub(super) crs: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnTable {
    pub(super) column: String,
    pub(super) unit: Option<String>,
    #[serde(default)]
    pub(super) words_as_counts: bool,
    #[serde(default)]
    pub(super) values: BTreeMap<String, String>,
    pub(super) date_order: Option<DateOrder>,
}

/// Order of day and month in dates that end in the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Month, day, year.
    Mdy,
    /// Day, month, year.
    Dmy,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeepTable {
    pub(super) column: String,
    pub(super) is: Option<Words>,
    pub(super) is_not: Option<Words>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Words {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PositionTable {
    pub(super) longitude: Option<String>,
    pub(super) latitude: Option<String>,
    pub(super) east: Option<String>,
    pub(super) north: Option<String>,
    pub(super) wkt: Option<String>,
    pub(super) crs: Option<String>,
    pub(super) crs_column: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompleteTable {
    #[serde(rename = "type")]
    pub(super) facility_type: Spanned<String>,
    pub(super) jurisdiction: Spanned<String>,
    pub(super) on: Spanned<Value>,
}

impl From<Words> for Vec<String> {
    fn from(words: Words) -> Self {
        match words {
            Words::One(word) => vec![word],
            Words::Many(words) => words,
        }
    }
}
