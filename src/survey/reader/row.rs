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
    /// Where the feature lies, in files that draw what they list.
    pub place: Option<Drawn>,
}

/// Where a feature is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Drawn {
    /// One place for the whole of it, in the file's own coordinates, the first of the pair first.
    pub at: Option<(f64, f64)>,
    /// What is wrong with the drawing.
    pub fault: Option<GeometryFault>,
}

/// What can be wrong with a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeometryFault {
    /// A ring crosses or touches itself.
    CrossesItself,
    /// A ring does not end where it begins.
    Unclosed,
    /// A line of one point, or a ring of three.
    TooFewPoints,
    /// A coordinate is no finite number.
    NotANumber,
    /// No kind of geometry that is known.
    UnknownKind,
}

impl GeometryFault {
    /// Every fault.
    pub const ALL: &'static [Self] =
        &[Self::CrossesItself, Self::Unclosed, Self::TooFewPoints, Self::NotANumber, Self::UnknownKind];

    /// The name in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::CrossesItself => "crosses-itself",
            Self::Unclosed => "unclosed",
            Self::TooFewPoints => "too-few-points",
            Self::NotANumber => "not-a-number",
            Self::UnknownKind => "unknown-kind",
        }
    }
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
    /// A feature says the same thing twice; the last is kept.
    SaidTwice {
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
    /// The line is not JSON; the others are.
    NotJson,
    /// An element of a list of records that is none.
    NoRecord,
}

impl Why {
    /// The name in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::UnclosedQuote => "unclosed-quote",
            Self::TooLong => "too-long",
            Self::DamagedCell => "damaged-cell",
            Self::NotJson => "not-json",
            Self::NoRecord => "no-record",
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
    /// Puts a cell into its column, in the place of what is there.
    pub(in crate::survey) fn put(&mut self, column: u32, cell: Cell) {
        if column >= MAX_COLUMNS {
            return self.too_wide(column.saturating_add(1));
        }
        let index = column as usize;
        if self.cells.len() <= index {
            self.cells.resize(index + 1, Cell::Empty);
        }
        if let Some(place) = self.cells.get_mut(index) {
            *place = cell;
        }
    }

    /// Says that there are so many columns, unless the row is damaged or wider.
    fn too_wide(&mut self, columns: u32) {
        match &mut self.problem {
            Some(RowProblem::Unreadable { .. }) => {}
            Some(RowProblem::TooWide { columns: most }) => *most = columns.max(*most),
            problem => *problem = Some(RowProblem::TooWide { columns }),
        }
    }

    /// Says that one of its cells cannot be read.
    pub(super) fn doubt(&mut self) {
        self.problem = Some(RowProblem::Unreadable { why: Why::DamagedCell });
    }

    /// Whether anything is in it, if only a problem.
    pub(super) fn holds_something(&self) -> bool {
        self.problem.is_some() || self.place.is_some() || self.cells.iter().any(|cell| *cell != Cell::Empty)
    }
}
