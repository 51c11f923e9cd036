//! The rows the findings of a facility rest on, each once, and the cells of each finding in them.

use std::sync::Arc;

use super::shape::{CellsRow, CitedRow};
use crate::model::Source;

/// Rows and their columns, in the order they are named.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<CellsRow>,
}

impl Rows {
    /// Names the cells a finding rests on.
    pub(super) fn cite(&mut self, sources: &[Source]) -> Vec<CitedRow> {
        let mut cited: Vec<CitedRow> = Vec::with_capacity(sources.len());
        for source in sources {
            let (number, columns) = self.cells(source);
            match cited.iter_mut().find(|row| row.source == number) {
                Some(row) => columns.into_iter().for_each(|column| row.add(column)),
                None => cited.push(CitedRow { source: number, columns }),
            }
        }
        cited
    }

    fn cells(&mut self, source: &Source) -> (usize, Vec<usize>) {
        let known = self.rows.iter().rposition(|row| row.is_of(source));
        let number = known.unwrap_or(self.rows.len());
        if known.is_none() {
            self.rows.push(CellsRow::of(source));
        }
        let Some(row) = self.rows.get_mut(number) else { return (number, Vec::new()) };
        let new = source.statuses.iter().filter(|status| !row.status.contains(status));
        let new: Vec<_> = new.cloned().collect();
        row.status.extend(new);
        (number, source.columns.headers.iter().map(|header| row.column(header)).collect())
    }
}

impl CitedRow {
    fn add(&mut self, column: usize) {
        if !self.columns.contains(&column) {
            self.columns.push(column);
        }
    }
}

impl CellsRow {
    fn of(source: &Source) -> Self {
        let (file, sheet) = (source.columns.file.clone(), source.columns.sheet.clone());
        Self { file, sheet, row: source.row, columns: Vec::new(), status: Vec::new() }
    }

    fn is_of(&self, source: &Source) -> bool {
        let of = &source.columns;
        self.row == source.row && self.file == of.file && self.sheet == of.sheet
    }

    /// Which of the columns it is, a new one if need be.
    fn column(&mut self, header: &Arc<str>) -> usize {
        self.columns.iter().position(|known| known == header).unwrap_or_else(|| {
            self.columns.push(header.clone());
            self.columns.len() - 1
        })
    }
}
