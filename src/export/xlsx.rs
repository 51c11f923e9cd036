//! The layers as a workbook: a sheet for each type, further ones where it is too long.
//!
//! Sheets leave the memory as they are written, through files without a name in
//! a folder that is given. Days are days; a text too long for a cell is cut and
//! ends in `…`, and the whole stands in pieces on a sheet of its own.

use std::io::{Error, Result};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::layer::PLACE;
use super::{Field, Layer, Row, Value};
use crate::model::Kind;
use crate::report::within_folder;

/// The rows of a sheet, its header included, the letters of a cell, and those of a sheet's name.
const MOST_ROWS: u32 = 1_048_576;
const MOST_LETTERS: usize = 32_767;
const MOST_OF_A_NAME: usize = 31;

/// As many letters as fit for certain, of which each may take two places.
const PIECE: usize = MOST_LETTERS / 2 - 1;

type Outcome<T> = std::result::Result<T, XlsxError>;

/// A text that is too long for a cell: type, row, property, and the whole of it.
type Long<'l> = (&'l str, u32, &'l str, String);

/// The sheet of texts that are too long, a piece in each row, and its columns.
const LEFT_OUT: &str = "left-out";
const PIECES: [&str; 5] = ["layer", "row", "property", "piece", "content"];

/// The bytes of the workbook.
pub fn write(layers: &[Layer<'_>], temporary: &Path) -> Result<Vec<u8>> {
    within_folder(temporary, || workbook(layers, temporary))?.map_err(Error::other)
}

fn workbook(layers: &[Layer<'_>], temporary: &Path) -> Outcome<Vec<u8>> {
    let mut book = Workbook::new();
    book.set_tempdir(temporary)?;
    // The same bytes for the same state.
    let made = ExcelDateTime::from_ymd(2001, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let mut long = Vec::new();
    for layer in layers {
        let mut rows = layer.rows().peekable();
        for number in 1.. {
            let sheet = sheet(&mut book, layer, number)?;
            let mut last = 0;
            while last + 1 < MOST_ROWS
                && let Some(row) = rows.next()
            {
                last += 1;
                put_row(sheet, last, layer, row, &day, &mut long)?;
            }
            if rows.peek().is_none() {
                break;
            }
        }
    }
    if !long.is_empty() {
        left_out(&mut book, &long)?;
    }
    book.save_to_buffer()
}

/// Every text that was cut, in pieces.
fn left_out(book: &mut Workbook, long: &[Long<'_>]) -> Outcome<()> {
    let sheet = book.add_worksheet_with_constant_memory()?.set_name(LEFT_OUT)?;
    for (column, name) in (0..).zip(PIECES) {
        sheet.write_string(0, column, name)?;
    }
    let pieces = long.iter().flat_map(|(layer, row, property, text)| {
        let letters: Vec<char> = text.chars().collect();
        let pieces: Vec<String> = letters.chunks(PIECE).map(|piece| piece.iter().collect()).collect();
        (1..).zip(pieces).map(move |(number, piece): (u32, String)| (*layer, *row, *property, number, piece))
    });
    for (at, (layer, row, property, number, piece)) in (1..).zip(pieces) {
        sheet.write_string(at, 0, layer)?.write_number(at, 1, row)?.write_string(at, 2, property)?;
        sheet.write_number(at, 3, number)?.write_string(at, 4, piece)?;
    }
    Ok(())
}

/// A new sheet with its header.
fn sheet<'b>(book: &'b mut Workbook, layer: &Layer<'_>, number: u32) -> Outcome<&'b mut Worksheet> {
    let further = if number == 1 { String::new() } else { format!(" {number}") };
    let name: String = layer.of.id.as_str().chars().take(MOST_OF_A_NAME - further.len()).collect();
    let sheet = book.add_worksheet_with_constant_memory()?.set_name(name + &further)?;
    let names = layer.fields.iter().map(|field| field.name).chain(PLACE);
    for (column, name) in (0..).zip(names) {
        sheet.write_string(0, column, name)?;
    }
    sheet.set_freeze_panes(1, 0)
}

fn put_row<'l>(
    sheet: &mut Worksheet,
    number: u32,
    layer: &Layer<'l>,
    row: Row,
    day: &Format,
    long: &mut Vec<Long<'l>>,
) -> Outcome<()> {
    for (column, (field, value)) in (0..).zip(layer.fields.iter().zip(row.values)) {
        if let Some(text) = put(sheet, (number, column), *field, value, day)? {
            long.push((layer.of.id.as_str(), number, field.name, text));
        }
    }
    let first = u16::try_from(layer.fields.len()).unwrap_or(u16::MAX);
    for (column, degrees) in (first..).zip(row.place.map(|(x, y)| [x, y]).into_iter().flatten()) {
        sheet.write_number(number, column, degrees)?;
    }
    Ok(())
}

/// Writes a cell; gives back the text that was cut.
#[expect(clippy::cast_precision_loss, reason = "a workbook has no other numbers")]
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    field: Field<'_>,
    value: Value,
    day: &Format,
) -> Outcome<Option<String>> {
    match value {
        Value::Nothing => {}
        Value::Whole(number) => drop(sheet.write_number(row, column, number as f64)?),
        Value::Real(number) => drop(sheet.write_number(row, column, number)?),
        Value::Flag(flag) => drop(sheet.write_boolean(row, column, flag)?),
        Value::Text(text) => {
            if let Some(date) = excel_day(field, &text) {
                sheet.write_datetime_with_format(row, column, &date, day)?;
            } else if text.encode_utf16().count() <= MOST_LETTERS {
                sheet.write_string(row, column, text)?;
            } else {
                let kept: String = text.chars().take(PIECE).collect();
                sheet.write_string(row, column, kept + "…")?;
                return Ok(Some(text));
            }
        }
    }
    Ok(None)
}

/// A day as workbooks count it; they know none before 1900.
fn excel_day(field: Field<'_>, text: &str) -> Option<ExcelDateTime> {
    let parsed = || ExcelDateTime::parse_from_str(text).ok();
    if field.kind == Kind::Date { parsed() } else { None }
}
