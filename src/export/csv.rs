//! A layer for spreadsheets and scripts: a row for each facility, its place in two columns.

use std::io::{Result, Write};

use super::layer::PLACE;
use super::{Layer, Value};
use crate::report::{Spreadsheet, spreadsheet_text};

/// Writes a layer.
pub fn write(layer: &Layer<'_>, out: &mut dyn Write) -> Result<()> {
    let headers = layer.fields.iter().map(|field| field.name).chain(PLACE);
    let mut table = Spreadsheet::begin(out, headers)?;
    for row in layer.rows() {
        let place = row.place.map(|(x, y)| [x, y].map(|number| number.to_string())).unwrap_or_default();
        table.row(row.values.iter().map(written).chain(place))?;
    }
    table.end()
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
