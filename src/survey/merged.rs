//! Merged cells: the value of the first row counts for every row they span.
//!
//! A district is written once and merged over its ten facilities. Readers hand
//! up cells as they are stored, with the value in the first one only; here it
//! is carried down.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::reader::{Cell, MAX_COLUMNS, Merge, Row, RowProblem};
use super::value::text_of;

/// Columns that merged cells are carried down in at one time; forms have a dozen.
const OPEN: usize = 1_024;

/// The merged cells of a sheet, and what is carried down at the row being read.
#[derive(Default)]
pub(super) struct Merged {
    /// By first row and column; none begins in a row under another of that row.
    ranges: Vec<Merge>,
    /// How many of them began above the row being read.
    begun: usize,
    open: Vec<(Merge, Cell)>,
    /// Columns of the row being read that were filled.
    filled: Vec<usize>,
    /// The row being read holds nothing but a cell over this many columns.
    across: Option<(usize, u32)>,
    /// Rows filled, by column.
    rows: BTreeMap<usize, u64>,
}

impl Merged {
    /// The merged cells of a sheet, in any order.
    pub(super) fn new(mut ranges: Vec<Merge>) -> Self {
        ranges.sort_unstable();
        ranges.retain_mut(|range| {
            range.right = range.right.min(MAX_COLUMNS - 1);
            range.left <= range.right
        });
        ranges.dedup_by(|next, one| next.top == one.top && next.left <= one.right);
        Self { ranges, ..Self::default() }
    }

    /// Those that begin in these rows.
    pub(super) fn begun_in(&self, first: u32, last: u32) -> &[Merge] {
        let place = |row: u32| self.ranges.partition_point(|range| range.top < row);
        self.ranges.get(place(first)..place(last.saturating_add(1))).unwrap_or_default()
    }

    /// What begins in the headers is not carried into the data.
    pub(super) fn begin_below(&mut self, row: u32) {
        self.begun = self.ranges.partition_point(|range| range.top <= row);
    }

    /// The row with the values that are merged into it.
    pub(super) fn fill<'r>(&mut self, row: &'r Row) -> Cow<'r, Row> {
        if self.ranges.is_empty() {
            return Cow::Borrowed(row);
        }
        self.open.retain(|(range, _)| range.bottom >= row.number);
        self.filled.clear();
        let mut full = Cow::Borrowed(row);
        for (range, cell) in &self.open {
            let at = range.left as usize;
            if row.cells.get(at).and_then(text_of).is_none() {
                full.to_mut().put(range.left, cell.clone());
                self.filled.push(at);
                *self.rows.entry(at).or_default() += 1;
            }
        }
        self.begin(row);
        full
    }

    /// Whether a cell of the row is one that was filled.
    pub(super) fn is_filled(&self, column: usize) -> bool {
        self.filled.contains(&column)
    }

    /// The first column and the width of the only cell of a row, where it is merged across columns.
    pub(super) fn across(&self) -> Option<(usize, u32)> {
        self.across
    }

    /// Columns in which values were carried down, and over how many rows.
    pub(super) fn carried(&self) -> impl Iterator<Item = (usize, u64)> + '_ {
        self.rows.iter().map(|(at, rows)| (*at, *rows))
    }

    /// Remembers the values of the merged cells that begin in the row.
    fn begin(&mut self, row: &Row) {
        self.across = None;
        let broken = matches!(row.problem, Some(RowProblem::Unreadable { .. }));
        while let Some(range) = self.ranges.get(self.begun).copied().filter(|range| range.top <= row.number) {
            self.begun += 1;
            let cell = row.cells.get(range.left as usize).filter(|cell| text_of(cell).is_some());
            let Some(cell) = cell.filter(|_| range.top == row.number && !broken) else { continue };
            if range.right > range.left && is_alone(row) {
                self.across = Some((range.left as usize, range.right - range.left + 1));
            }
            let is_free = self.open.iter().all(|(open, _)| open.left != range.left);
            if range.bottom > row.number && is_free && self.open.len() < OPEN {
                self.open.push((range, cell.clone()));
            }
        }
    }
}

/// Whether the row holds one cell only.
fn is_alone(row: &Row) -> bool {
    row.cells.iter().filter(|cell| text_of(cell).is_some()).count() == 1
}

#[cfg(test)]
mod tests;
