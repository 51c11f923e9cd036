//! Survey files read through the front door.

mod feed;
mod foreign;
mod geopackage;
mod hostile;
mod json;
mod kml;
mod merged;
mod old_workbook;
mod opendocument;
mod openstreetmap;
mod packed;
mod random;
mod shapefile;
mod text;
mod workbook;

use std::io::Cursor;
use std::ops::ControlFlow;

use barrierfree::survey::reader::{self, Book, Cell, Hints, ReadError, Row};

fn open<'a>(file: &str, bytes: impl AsRef<[u8]> + 'a) -> Result<Book<'a>, ReadError> {
    reader::open(file, Box::new(Cursor::new(bytes)), &Hints::default())
}

/// Every row of a sheet, or what came before the error, and the error.
fn rows(book: &mut Book<'_>, sheet: usize) -> (Vec<Row>, Result<(), ReadError>) {
    let mut rows = Vec::new();
    let outcome = book.rows(sheet, &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    });
    (rows, outcome)
}

/// Opens and reads the first sheet.
fn read(file: &str, bytes: &[u8]) -> Vec<Row> {
    let mut book = open(file, bytes).expect("a table");
    let (rows, outcome) = rows(&mut book, 0);
    outcome.expect("all rows");
    rows
}

/// The error of opening or of reading any sheet.
fn refusal(file: &str, bytes: &[u8]) -> ReadError {
    let mut book = match open(file, bytes) {
        Ok(book) => book,
        Err(error) => return error,
    };
    let sheets = book.sheets().len();
    (0..sheets).find_map(|sheet| rows(&mut book, sheet).1.err()).expect("an error")
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// The cells of each row as short text, so that tables can be compared at a glance.
fn plain(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| format!("{} {}", row.number, cells(row))).collect()
}

fn cells(row: &Row) -> String {
    let cells: Vec<String> = row
        .cells
        .iter()
        .map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => format!("={number}"),
            Cell::Flag(flag) => format!("={flag}"),
            Cell::Date(date) => format!("={date}"),
            Cell::Error(error) => format!("!{error}"),
        })
        .collect();
    cells.join("|")
}
