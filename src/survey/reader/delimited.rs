//! Text files: one table of rows, in some encoding, parted by some separator.

use std::ops::ControlFlow;

use super::records::{EachLent, Records};
use super::text::{Sample, Text};
use super::{Hints, ReadError, delimiter};

/// A text file of which encoding and separator are known.
pub(super) struct Delimited<'a> {
    text: Text<'a>,
    delimiter: char,
    /// Lines before the first row that no spreadsheet shows.
    skip: u32,
}

impl<'a> Delimited<'a> {
    /// Finds out what parts the cells.
    pub(super) fn new(text: Text<'a>, sample: &Sample, hints: &Hints) -> Self {
        let declared = delimiter::declared(&sample.text);
        let evident = || delimiter::evident(&sample.text, sample.whole);
        let delimiter = hints.delimiter.or(declared).unwrap_or_else(evident);
        Self { text, delimiter, skip: declared.map_or(0, |_| 1) }
    }

    /// Name of the encoding.
    pub(super) fn encoding(&self) -> &'static str {
        self.text.encoding()
    }

    /// Hands up every row, to be looked at or taken.
    pub(super) fn rows(&mut self, each: &mut EachLent<'_>) -> Result<(), ReadError> {
        let mut text = self.text.letters()?;
        let mut records = Records::new(self.delimiter, self.skip);
        while let Some(piece) = text.piece()? {
            if records.feed(piece, each).is_break() {
                return Ok(());
            }
        }
        match records.finish(each) {
            ControlFlow::Continue(()) | ControlFlow::Break(()) => Ok(()),
        }
    }
}
