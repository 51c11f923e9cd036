//! Bytes to text, a piece at a time.

use std::io::{self, BufRead, Read, SeekFrom};

use encoding_rs::{Decoder, Encoding};

use super::Source;

/// As many bytes as are looked at to find out what a file is.
pub(super) const HEAD: u64 = 1 << 20;

const PIECE: u64 = 1 << 16;

/// The first bytes of a source.
pub(super) fn head(source: &mut dyn Source, most: u64) -> io::Result<Vec<u8>> {
    source.rewind()?;
    let mut bytes = Vec::new();
    fill(source, most, &mut bytes)?;
    Ok(bytes)
}

/// Appends the next bytes of a source, fewer only at its end.
pub(super) fn fill(source: &mut dyn Read, most: u64, bytes: &mut Vec<u8>) -> io::Result<()> {
    source.take(most).read_to_end(bytes)?;
    Ok(())
}

/// A source read as text; what is no text becomes U+FFFD.
pub(super) struct Decoded<'s> {
    source: &'s mut dyn Read,
    decoder: Decoder,
    bytes: Vec<u8>,
    text: String,
    /// As much of the text as has been taken, where it is read as bytes.
    taken: usize,
    ended: bool,
}

impl<'s> Decoded<'s> {
    /// Begins after the byte order mark.
    pub(super) fn new(
        source: &'s mut dyn Source,
        encoding: &'static Encoding,
        mark: u64,
    ) -> io::Result<Self> {
        source.seek(SeekFrom::Start(mark))?;
        let decoder = encoding.new_decoder_without_bom_handling();
        Ok(Self { source, decoder, bytes: Vec::new(), text: String::new(), taken: 0, ended: false })
    }

    /// The next piece, `None` after the last.
    pub(super) fn piece(&mut self) -> io::Result<Option<&str>> {
        if self.ended {
            return Ok(None);
        }
        self.bytes.clear();
        fill(self.source, PIECE, &mut self.bytes)?;
        self.ended = self.bytes.is_empty();
        self.text.clear();
        append(&mut self.decoder, &self.bytes, &mut self.text, self.ended);
        self.taken = 0;
        Ok(Some(&self.text))
    }
}

/// The text as UTF-8, for parsers that read bytes.
impl BufRead for Decoded<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.taken >= self.text.len() && self.piece()?.is_some() {}
        Ok(self.text.as_bytes().get(self.taken..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.taken = self.taken.saturating_add(count).min(self.text.len());
    }
}

impl Read for Decoded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

/// The text of a few bytes that may end in the middle of a character.
pub(super) fn sample(encoding: &'static Encoding, bytes: &[u8], whole: bool) -> String {
    let mut text = String::new();
    append(&mut encoding.new_decoder_without_bom_handling(), bytes, &mut text, whole);
    text
}

fn append(decoder: &mut Decoder, bytes: &[u8], text: &mut String, last: bool) {
    text.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len()));
    // The room is enough by contract, so the first call takes everything.
    let _ = decoder.decode_to_string(bytes, text, last);
}
