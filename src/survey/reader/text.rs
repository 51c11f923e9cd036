//! Text in some encoding, whatever is written in it.

use std::io;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::decode::{self, Decoded, HEAD};
use super::{Foreign, Hints, ReadError, Source, encoding};

/// A file that is text, and how its letters are written.
pub(super) struct Text<'a> {
    source: Box<dyn Source + 'a>,
    encoding: &'static Encoding,
    /// Length of the byte order mark.
    mark: usize,
}

/// The beginning of a text.
pub(super) struct Sample {
    pub(super) text: String,
    /// It is the whole text.
    pub(super) whole: bool,
}

impl<'a> Text<'a> {
    /// Finds out how the text is written; refuses what is empty and what is no text.
    pub(super) fn open(mut source: Box<dyn Source + 'a>, hints: &Hints) -> Result<(Self, Sample), ReadError> {
        let head = decode::head(&mut *source, HEAD)?;
        let (encoding, mark) = written(&mut *source, &head, hints)?;
        let text = head.get(mark..).unwrap_or_default();
        let whole = (head.len() as u64) < HEAD;
        refuse_other(text, encoding)?;
        let sample = Sample { text: decode::sample(encoding, text, whole), whole };
        Ok((Self { source, encoding, mark }, sample))
    }

    /// Name of the encoding.
    pub(super) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// The letters from the first on.
    pub(super) fn letters(&mut self) -> io::Result<Decoded<'_>> {
        Decoded::new(&mut *self.source, self.encoding, self.mark as u64)
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
