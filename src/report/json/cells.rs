//! The cells verdicts rest on, those of one row together.

use super::shape::CellsRow;
use crate::model::Source;

/// The rows, in the order their cells are named.
pub(super) fn by_row<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Vec<CellsRow> {
    let mut rows: Vec<CellsRow> = Vec::new();
    for source in sources {
        let known = rows.iter().rposition(|row| row.is_of(source));
        let place = known.unwrap_or_else(|| {
            rows.push(CellsRow::of(source));
            rows.len() - 1
        });
        let Some(CellsRow { columns, .. }) = rows.get_mut(place) else { continue };
        for header in &source.columns.headers {
            if !columns.contains(header) {
                columns.push(header.clone());
            }
        }
    }
    rows
}

impl CellsRow {
    fn of(source: &Source) -> Self {
        let (file, sheet) = (source.columns.file.clone(), source.columns.sheet.clone());
        Self { file, sheet, row: source.row, columns: Vec::new() }
    }

    fn is_of(&self, source: &Source) -> bool {
        self.row == source.row && self.file == source.columns.file && self.sheet == source.columns.sheet
    }
}
