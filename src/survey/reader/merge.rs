//! Cells that are merged into one.

/// A range of cells merged into one: only its first cell is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// Its first row, counted from 1.
    pub top: u32,
    /// Its first column, counted from 0.
    pub left: u32,
    /// Its last row.
    pub bottom: u32,
    /// Its last column.
    pub right: u32,
}

impl Merge {
    /// The range between two cells, `(row, column)` from 0; `None` for a single cell.
    pub(in crate::survey) fn between(first: (u32, u32), last: (u32, u32)) -> Option<Self> {
        let (top, bottom) = (first.0.saturating_add(1), last.0.saturating_add(1));
        let merge = Self { top, left: first.1, bottom, right: last.1 };
        (first != last && top <= bottom && merge.left <= merge.right).then_some(merge)
    }
}
