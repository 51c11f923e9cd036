//! Text files: one table of rows, in some encoding, parted by some separator.

use std::ops::ControlFlow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::decode::{self, Decoded, HEAD};
use super::records::{EachLent, Records};
use super::{Foreign, Hints, ReadError, Source, delimiter, encoding, foreign};

/// A text file of which encoding and separator are known.
pub(super) struct Delimited<'a> {
    source: Box<dyn Source + 'a>,
    encoding: &'static Encoding,
    /// Length of the byte order mark.
    mark: usize,
    delimiter: char,
    /// Lines before the first row that no spreadsheet shows.
    skip: u32,
}

impl<'a> Delimited<'a> {
    /// Finds out how the text is written.
    pub(super) fn open(mut source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Self, ReadError> {
        let head = decode::head(&mut *source, HEAD)?;
        let (encoding, mark) = written(&mut *source, &head, hints)?;
        let text = head.get(mark..).unwrap_or_default();
        let whole = (head.len() as u64) < HEAD;
        refuse_other(text, encoding)?;
        let sample = decode::sample(encoding, text, whole);
        if let Some(what) = foreign::document(&sample) {
            return Err(ReadError::NotATable { what });
        }
        let declared = delimiter::declared(&sample);
        let found = hints.delimiter.or(declared).unwrap_or_else(|| delimiter::evident(&sample, whole));
        Ok(Self { source, encoding, mark, delimiter: found, skip: declared.map_or(0, |_| 1) })
    }

    /// Name of the encoding.
    pub(super) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// Hands up every row, to be looked at or taken.
    pub(super) fn rows(&mut self, each: &mut EachLent<'_>) -> Result<(), ReadError> {
        let mut text = Decoded::new(&mut *self.source, self.encoding, self.mark as u64)?;
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

/// The encoding and the length of the byte order mark.
fn written(
    source: &mut dyn Source,
    head: &[u8],
    hints: &Hints,
) -> Result<(&'static Encoding, usize), ReadError> {
    if let Some(marked) = Encoding::for_bom(head) {
        return Ok(marked);
    }
    if let Some(name) = &hints.encoding {
        return Ok((encoding::named(name)?, 0));
    }
    let (bytes, whole) = telling(source, head)?;
    Ok((encoding::evident(&bytes, whole), 0))
}

/// The first stretch that tells anything about the encoding, and whether the
/// file ends with it: a million rows may pass before the first Chinese remark.
fn telling(source: &mut dyn Source, head: &[u8]) -> Result<(Vec<u8>, bool), ReadError> {
    let mut bytes = head.to_vec();
    while bytes.is_ascii() && !bytes.contains(&0) && bytes.len() as u64 == HEAD {
        bytes.clear();
        decode::fill(source, HEAD, &mut bytes)?;
    }
    let whole = (bytes.len() as u64) < HEAD;
    Ok((bytes, whole))
}

/// Refuses what is empty and what is no text.
fn refuse_other(text: &[u8], encoding: &'static Encoding) -> Result<(), ReadError> {
    if text.is_empty() {
        return Err(ReadError::Empty);
    }
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let control = |byte: &&u8| matches!(byte, 1..=8 | 14..=25 | 28..=31);
    let controls = text.iter().filter(control).count();
    if !wide && controls > 4 && controls * 32 > text.len() {
        return Err(ReadError::NotATable { what: Foreign::Binary });
    }
    Ok(())
}
