//! A table of a feed: its rows by the names of its columns.

use std::ops::ControlFlow;

use super::super::delimited::Delimited;
use super::super::text::Text;
use super::super::{Cell, Hints, ReadError, Row, RowProblem, Source};

/// A table, which may be gone through as often as needed.
pub(super) struct Table<'a>(Delimited<'a>);

/// A row of it.
pub(super) struct Record<'r> {
    names: &'r [String],
    row: &'r Row,
}

impl<'a> Table<'a> {
    pub(super) fn open(source: Box<dyn Source + 'a>) -> Result<Self, ReadError> {
        let hints = Hints { delimiter: Some(','), ..Hints::default() };
        let (text, sample) = Text::open(source, &hints)?;
        Ok(Self(Delimited::new(text, &sample, &hints)))
    }

    /// Hands up each row below the first, which names the columns.
    pub(super) fn each(
        &mut self,
        take: &mut dyn FnMut(&Record<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let mut names: Option<Vec<String>> = None;
        self.0.rows(&mut |row| match &names {
            None => {
                names = Some(row.cells.iter().map(name).collect());
                ControlFlow::Continue(())
            }
            Some(names) => take(&Record { names, row }),
        })
    }
}

fn name(cell: &Cell) -> String {
    written(cell).trim_start_matches('\u{FEFF}').to_lowercase()
}

fn written(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell { text.trim() } else { "" }
}

impl Record<'_> {
    /// What stands under a name; nothing where there is no such column, or nothing in it.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let at = self.names.iter().position(|one| one == name)?;
        self.row.cells.get(at).map(written).filter(|text| !text.is_empty())
    }

    /// Every name with what stands under it.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let cells = self.row.cells.iter().map(written);
        self.names.iter().map(String::as_str).zip(cells).filter(|(_, text)| !text.is_empty())
    }

    /// The number of the row, as a spreadsheet shows it.
    pub(super) fn number(&self) -> u32 {
        self.row.number
    }

    pub(super) fn problem(&self) -> Option<&RowProblem> {
        self.row.problem.as_ref()
    }
}
