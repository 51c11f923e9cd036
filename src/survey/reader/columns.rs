//! Columns of files that have no header row: the union of the names their features use.

use std::collections::HashMap;

use super::{Cell, Drawn, MAX_COLUMNS, Row, RowProblem, Why};

/// As many bytes as are read of one feature, like of one row of text.
pub(super) const FEATURE_BYTES: usize = 16 << 20;

/// The longest name of a column, in bytes.
const NAME_BYTES: usize = 4_096;

/// The row that names the columns; features count from 1.
pub(super) const HEADER_ROW: u32 = 0;

/// Names in the order they turn up.
#[derive(Default)]
pub(super) struct Columns {
    names: Vec<String>,
    known: HashMap<String, usize>,
}

/// The cells of one feature.
#[derive(Default)]
pub(super) struct Feature {
    pub(super) number: u32,
    cells: Vec<Cell>,
    pub(super) drawn: Option<Drawn>,
    pub(super) why: Option<Why>,
    twice: Vec<u32>,
    /// Names that no column is left for.
    beyond: u32,
}

impl Columns {
    /// The number of a name, which is learned where it is new.
    fn number(&mut self, name: &str) -> Option<usize> {
        if let Some(known) = self.known.get(name) {
            return Some(*known);
        }
        let next = self.names.len();
        if next >= MAX_COLUMNS as usize || name.len() > NAME_BYTES {
            return None;
        }
        self.names.push(name.to_owned());
        self.known.insert(name.to_owned(), next);
        Some(next)
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }
}

/// The row of these names.
pub(super) fn header(names: &[String]) -> Row {
    let cells = names.iter().map(|name| Cell::text(name.clone())).collect();
    Row { number: HEADER_ROW, cells, problem: None, place: None }
}

impl Feature {
    pub(super) fn new(number: u32) -> Self {
        Self { number, ..Self::default() }
    }

    /// Of cells in the order of their columns.
    pub(super) fn of_cells(number: u32, cells: Vec<Cell>, drawn: Option<Drawn>) -> Self {
        Self { number, cells, drawn, ..Self::default() }
    }

    /// Puts a value under its name.
    pub(super) fn put(&mut self, columns: &mut Columns, name: &str, cell: Cell) {
        let Some(at) = columns.number(name) else {
            self.beyond = self.beyond.saturating_add(1);
            return;
        };
        if self.cells.len() <= at {
            self.cells.resize(at + 1, Cell::Empty);
        }
        let Some(place) = self.cells.get_mut(at) else { return };
        if *place != Cell::Empty && *place != cell {
            self.twice.extend(u32::try_from(at));
        }
        *place = cell;
    }

    /// Puts a value where the feature has said nothing yet.
    pub(super) fn put_if_blank(&mut self, columns: &mut Columns, name: &str, cell: Cell) {
        let known = columns.number(name).and_then(|at| self.cells.get(at));
        if known.is_none_or(|known| *known == Cell::Empty) {
            self.put(columns, name, cell);
        }
    }

    /// The feature as a row, with the worst that is wrong with it.
    pub(super) fn row(self) -> Row {
        let garbled = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains('\u{FFFD}'));
        let bad: Vec<u32> =
            (0..).zip(&self.cells).filter(|(_, cell)| garbled(cell)).map(|(at, _)| at).collect();
        let problem = match (self.why, self.beyond) {
            (Some(why), _) => Some(RowProblem::Unreadable { why }),
            (None, 1..) => Some(RowProblem::TooWide { columns: MAX_COLUMNS.saturating_add(self.beyond) }),
            (None, 0) if !bad.is_empty() => Some(RowProblem::BadText { columns: bad }),
            (None, 0) if !self.twice.is_empty() => Some(RowProblem::SaidTwice { columns: self.twice }),
            (None, 0) => None,
        };
        Row { number: self.number, cells: self.cells, problem, place: self.drawn }
    }
}
