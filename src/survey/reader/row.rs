//! What a reader hands up: rows of cells, with what is wrong with them.

use jiff::civil::Date;

/// As many columns as a spreadsheet can have.
pub const MAX_COLUMNS: u32 = 16_384;

/// The [`Cell::Error`] of a formula that was saved without its result.
pub const NO_CACHED_VALUE: &str = "no cached value";

/// One row of a sheet that holds something.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// As the spreadsheet shows it, from 1. In a text file records count, so a
    /// line break in quotes starts no row, and blank lines count too.
    pub number: u32,
    /// The cells from the first column on; what is missing at the end is empty.
    pub cells: Vec<Cell>,
    /// What is wrong with the row; the worst, if more than one thing is.
    pub problem: Option<RowProblem>,
}

/// What one cell holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing, or nothing but space.
    #[default]
    Empty,
    /// Text as written, numbers stored as text included.
    Text(String),
    /// A number; also a time of day or a duration, in days. Always finite.
    Number(f64),
    /// A yes or no.
    Flag(bool),
    /// A day; its time of day is left out.
    Date(Date),
    /// An error such as `#REF!`, a day that never was, or [`NO_CACHED_VALUE`].
    Error(String),
}

/// What is wrong with a row. Columns count from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowProblem {
    /// Its cells cannot be trusted; they are kept to be shown.
    Unreadable {
        /// The reason.
        why: Why,
    },
    /// More cells than any sheet can hold; the first ones are kept.
    TooWide {
        /// How many there are.
        columns: u32,
    },
    /// Bytes that are no text in the file's encoding became replacement characters.
    BadText {
        /// The columns concerned.
        columns: Vec<u32>,
    },
}

/// Why a row is unreadable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A quotation mark is opened and never closed: all that follows in the
    /// file has become part of the cell.
    UnclosedQuote,
    /// More text than a row can hold; the beginning is kept.
    TooLong,
    /// A cell of this row, or of an empty one above it, is written in a way
    /// that no spreadsheet writes.
    DamagedCell,
}

impl Why {
    /// The name in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::UnclosedQuote => "unclosed-quote",
            Self::TooLong => "too-long",
            Self::DamagedCell => "damaged-cell",
        }
    }
}

impl Cell {
    /// A cell of text; nothing but space is empty.
    pub(super) fn text(text: String) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl Row {
    /// Whether anything is in it, if only a problem.
    pub(super) fn holds_something(&self) -> bool {
        self.problem.is_some() || self.cells.iter().any(|cell| *cell != Cell::Empty)
    }
}
