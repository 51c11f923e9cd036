//! A layer for spreadsheets and scripts: a row for each facility, its place in two columns.

use std::io::{Result, Write};

use super::layer::PLACE;
use super::{Layer, Value};
use crate::report::spreadsheet_text;

/// Writes a layer; UTF-8 with a byte order mark and CRLF, as Excel and WPS want it.
pub fn write(layer: &Layer<'_>, out: &mut dyn Write) -> Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(layer.fields.iter().map(|field| field.name).chain(PLACE))?;
    for row in layer.rows() {
        let place = row.place.map(|(x, y)| [x, y].map(|number| number.to_string())).unwrap_or_default();
        table.write_record(row.values.iter().map(written).chain(place))?;
    }
    table.flush()
}

/// Text that a spreadsheet would run is made harmless; numbers of our own stay numbers.
fn written(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Whole(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Text(text) => spreadsheet_text(text),
    }
}
