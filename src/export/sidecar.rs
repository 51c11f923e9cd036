//! What a format cannot hold as it is, in two tables beside it: its fields, and values left out or cut.

use std::io::{Result, Write};

use super::{Field, Layer};
use crate::report::spreadsheet_text;

/// The names of the two tables.
pub const SIDECAR: [&str; 2] = ["fields.csv", "left-out.csv"];

/// The tables beside an export.
pub struct Sidecar<W: Write> {
    fields: csv::Writer<W>,
    values: csv::Writer<W>,
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
        let table = |mut out: W| {
            out.write_all("\u{feff}".as_bytes())?;
            Ok::<_, std::io::Error>(
                csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out),
            )
        };
        let (mut fields, mut values) = (table(fields)?, table(values)?);
        fields.write_record(["layer", "column", "property", "value_type", "zh", "en"])?;
        values.write_record(["layer", "row", "property", "value"])?;
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
        self.fields.write_record([layer.of.id.as_str(), field, property.name, &kind, zh, en])?;
        Ok(())
    }

    /// The whole of a value that is not whole in the export; rows count from 1.
    pub(super) fn value(&mut self, layer: &Layer<'_>, row: usize, property: &str, value: &str) -> Result<()> {
        self.told.values += 1;
        let row = row.to_string();
        self.values.write_record([layer.of.id.as_str(), &row, property, &spreadsheet_text(value)])?;
        Ok(())
    }

    /// Ends both tables; how much is in them.
    pub fn end(mut self) -> Result<Told> {
        self.fields.flush()?;
        self.values.flush()?;
        Ok(self.told)
    }
}
