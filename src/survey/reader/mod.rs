//! Bytes of a survey file to rows: the types.

use std::ops::ControlFlow;
use std::sync::Arc;

/// Where the bytes of a file come from.
pub trait Source: std::io::Read + std::io::Seek {}

impl<T: std::io::Read + std::io::Seek + ?Sized> Source for T {}

/// What is known about a file without reading it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// Encoding of a text file.
    pub encoding: Option<String>,
    /// Letter between its cells.
    pub delimiter: Option<char>,
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetName {
    /// Its name; none for the one table of a text file.
    pub name: Option<Arc<str>>,
    /// Hidden by the author.
    pub hidden: bool,
}

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
#[error("not a table")]
pub struct ReadError;

/// An open survey file.
pub struct Book<'a> {
    source: Box<dyn Source + 'a>,
    sheets: Vec<SheetName>,
}

/// Opens a file.
pub fn open<'a>(_file: &str, source: Box<dyn Source + 'a>, _hints: &Hints) -> Result<Book<'a>, ReadError> {
    Ok(Book { source, sheets: Vec::new() })
}

impl Book<'_> {
    /// Its sheets in order.
    pub fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The encoding found, for text.
    pub fn encoding(&self) -> Option<&str> {
        None
    }

    /// Streams the rows of a sheet.
    pub fn rows(
        &mut self,
        _sheet: usize,
        _each: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.source.rewind().map_err(|_| ReadError)
    }
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Counted from 1 as the spreadsheet shows it.
    pub number: u32,
    /// From the first column on.
    pub cells: Vec<Cell>,
    /// What is wrong with it.
    pub problem: Option<RowProblem>,
}

/// What can be wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowProblem {
    /// It cannot be read at all.
    Unreadable {
        /// The reason.
        why: Why,
    },
    /// More cells than any sheet can hold.
    TooWide {
        /// How many.
        columns: u32,
    },
    /// Cells with bytes that are no text.
    BadText {
        /// Which, counted from 0.
        columns: Vec<u32>,
    },
}

/// Why a row is unreadable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A quotation mark is never closed.
    UnclosedQuote,
}

impl Why {
    /// The name in the locale files.
    pub fn key(self) -> &'static str {
        "unclosed-quote"
    }
}

/// The error of a formula that was saved without its result.
pub const NO_CACHED_VALUE: &str = "no cached value";

/// What a cell holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A day.
    Date(jiff::civil::Date),
    /// A formula without a value.
    Error(String),
}
