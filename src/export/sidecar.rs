//! What a format cannot hold as it is, in two tables beside it: its fields, and values left out or cut.

use std::io::{Result, Write};

use super::{Field, Layer};
use crate::report::{Spreadsheet, spreadsheet_text};

/// The names of the two tables.
pub const SIDECAR: [&str; 2] = ["fields.csv", "left-out.csv"];

/// The tables beside an export.
pub struct Sidecar<W: Write> {
    fields: Spreadsheet<W>,
    values: Spreadsheet<W>,
    told: Told,
}

/// How much is in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// Fields of another name or kind than their property.
    pub fields: u64,
    /// Values that are cut or left out.
    pub values: u64,
}

impl Told {
    /// Whether the format could hold everything as it is.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

impl<W: Write> Sidecar<W> {
    /// Begins both tables.
    pub fn new(fields: W, values: W) -> Result<Self> {
        let fields = Spreadsheet::begin(fields, ["layer", "column", "property", "value_type", "zh", "en"])?;
        let values = Spreadsheet::begin(values, ["layer", "row", "property", "value"])?;
        Ok(Self { fields, values, told: Told::default() })
    }

    /// A property and the field it became, which is another than it where `changed`.
    pub(super) fn field(
        &mut self,
        layer: &Layer<'_>,
        property: Field<'_>,
        field: &str,
        changed: bool,
    ) -> Result<()> {
        self.told.fields += u64::from(changed);
        let label = layer.of.property(property.name).map(|(_, property)| &property.label);
        let [zh, en] = label.map(|label| [label.zh.as_str(), label.en.as_str()]).unwrap_or_default();
        let kind = format!("{:?}", property.kind).to_lowercase();
        self.fields.row([layer.of.id.as_str(), field, property.name, &kind, zh, en])
    }

    /// The whole of a value that is not whole in the export; rows count from 1.
    pub(super) fn value(&mut self, layer: &Layer<'_>, row: usize, property: &str, value: &str) -> Result<()> {
        self.told.values += 1;
        let row = row.to_string();
        self.values.row([layer.of.id.as_str(), &row, property, &spreadsheet_text(value)])
    }

    /// Ends both tables; how much is in them.
    pub fn end(self) -> Result<Told> {
        self.fields.end()?;
        self.values.end()?;
        Ok(self.told)
    }
}
