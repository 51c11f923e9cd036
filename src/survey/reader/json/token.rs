//! JSON piece by piece, as RFC 8259 has it and no other way.
//!
//! Written here because a reader of surveys must be able to stop anywhere, to
//! hold no more of a file than one feature, to say line and column of what is
//! wrong, and to go on with the next line where each line is a record: the
//! usual parsers build a tree, or call back and cannot be left. Held against
//! one of them by the tests.

use std::io::{self, BufRead as _};

use super::super::decode::Decoded;
use super::fault::{Fault, JsonError};

/// Values in values; no survey goes deeper, and other parsers stop here too.
const DEEPEST: usize = 128;

/// What begins a record of a text sequence (RFC 8142).
const RECORD_SEPARATOR: u8 = 0x1E;

pub(super) type Result<T> = std::result::Result<T, JsonError>;

/// A text of JSON being read.
pub(super) struct Tokens<'s> {
    letters: Decoded<'s>,
    place: Place,
    depth: usize,
    /// A bracket has just been opened: no comma is due.
    fresh: bool,
    /// A line break ends a record, finished or not.
    by_line: bool,
    /// The place from which on nothing is kept of what is read.
    full: u64,
}

/// Where the next letter stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) line: u64,
    column: u64,
    /// Bytes before it.
    pub(super) offset: u64,
}

impl<'s> Tokens<'s> {
    pub(super) fn new(letters: Decoded<'s>) -> Self {
        let place = Place { line: 1, column: 1, offset: 0 };
        Self { letters, place, depth: 0, fresh: false, by_line: false, full: u64::MAX }
    }

    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// Keeps what stands in so many bytes from here on, and no more.
    pub(super) fn allow(&mut self, bytes: usize) {
        self.full = self.place.offset.saturating_add(bytes as u64);
    }

    /// Whether more has been read than may be kept.
    pub(super) fn is_full(&self) -> bool {
        self.place.offset >= self.full
    }

    /// The first letter of the next value.
    pub(super) fn peek(&mut self) -> Result<u8> {
        self.space(false)?.ok_or_else(|| self.fault(Fault::Ends))
    }

    /// Whether another value follows on the outermost level.
    pub(super) fn another(&mut self) -> Result<bool> {
        self.depth = 0;
        Ok(self.space(true)?.is_some())
    }

    /// From here on each line is a record.
    pub(super) fn read_by_line(&mut self) {
        self.by_line = true;
    }

    /// Nothing may follow.
    pub(super) fn end(&mut self) -> Result<()> {
        let next = self.space(false)?;
        next.map_or(Ok(()), |_| Err(self.unexpected(Fault::Trailing)))
    }

    /// Goes to the next line, whatever stands before it.
    pub(super) fn skip_line(&mut self) -> Result<()> {
        while let Some(letter) = self.next()? {
            if letter == b'\n' {
                break;
            }
        }
        Ok(())
    }

    /// Goes into an object or array.
    pub(super) fn enter(&mut self, bracket: u8) -> Result<()> {
        if self.peek()? != bracket {
            return Err(self.unexpected(Fault::NoValue));
        }
        if self.depth >= DEEPEST {
            return Err(self.fault(Fault::TooDeep));
        }
        self.depth += 1;
        self.fresh = true;
        self.next()?;
        Ok(())
    }

    /// The next key of an object, `None` after its last member.
    pub(super) fn key(&mut self) -> Result<Option<String>> {
        if !self.follows(b'}')? {
            return Ok(None);
        }
        if self.peek()? != b'"' {
            return Err(self.unexpected(Fault::NoKey));
        }
        let key = self.string()?;
        if self.peek()? != b':' {
            return Err(self.unexpected(Fault::NoColon));
        }
        self.next()?;
        Ok(Some(key))
    }

    /// Whether an array has another element.
    pub(super) fn element(&mut self) -> Result<bool> {
        self.follows(b']')
    }

    /// Passes a value over.
    pub(super) fn skip(&mut self) -> Result<()> {
        let full = std::mem::replace(&mut self.full, 0);
        let skipped = self.pass();
        self.full = full;
        skipped
    }

    /// The text of a string.
    pub(super) fn string(&mut self) -> Result<String> {
        self.next()?;
        let mut text = Vec::new();
        loop {
            self.run(&mut text)?;
            match self.next()? {
                Some(b'"') => break,
                Some(b'\\') => {
                    let letter = self.escape()?;
                    self.keep(&mut text, letter.encode_utf8(&mut [0; 4]).as_bytes());
                }
                Some(_) => return Err(self.fault(Fault::ControlCharacter)),
                None => return Err(self.fault(Fault::Ends)),
            }
        }
        // What was cut off may have been cut in the middle of a letter.
        Ok(String::from_utf8(text).unwrap_or_else(|cut| String::from_utf8_lossy(cut.as_bytes()).into_owned()))
    }

    /// A number as it is written.
    pub(super) fn number(&mut self) -> Result<String> {
        let start = self.place;
        let mut text = Vec::new();
        while let Some(letter) = self.look()?.filter(|letter| is_of_number(*letter)) {
            self.keep(&mut text, &[letter]);
            self.next()?;
        }
        let text = String::from_utf8(text).unwrap_or_default();
        if is_number(&text) || self.is_full() { Ok(text) } else { Err(JsonError::at(start, Fault::NoNumber)) }
    }

    /// One of the three words of JSON.
    pub(super) fn word(&mut self, word: &str) -> Result<()> {
        for letter in word.bytes() {
            if self.look()? != Some(letter) {
                return Err(self.unexpected(Fault::NoValue));
            }
            self.next()?;
        }
        Ok(())
    }

    /// The error at the next letter.
    pub(super) fn fault(&self, fault: Fault) -> JsonError {
        JsonError::at(self.place, fault)
    }

    /// The same, where the letter is not what is due, or not there.
    fn unexpected(&mut self, fault: Fault) -> JsonError {
        match self.look() {
            Ok(Some(_)) => self.fault(fault),
            Ok(None) => self.fault(Fault::Ends),
            Err(error) => error.into(),
        }
    }

    fn pass(&mut self) -> Result<()> {
        match self.peek()? {
            b'{' => {
                self.enter(b'{')?;
                while self.key()?.is_some() {
                    self.pass()?;
                }
                Ok(())
            }
            b'[' => {
                self.enter(b'[')?;
                while self.element()? {
                    self.pass()?;
                }
                Ok(())
            }
            b'"' => self.string().map(drop),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            b'-' | b'0'..=b'9' => self.number().map(drop),
            _ => Err(self.unexpected(Fault::NoValue)),
        }
    }

    /// Whether something stands before the closing bracket, with the comma it needs.
    fn follows(&mut self, closing: u8) -> Result<bool> {
        let fresh = std::mem::take(&mut self.fresh);
        let next = self.peek()?;
        if next == closing {
            self.next()?;
            self.depth = self.depth.saturating_sub(1);
            return Ok(false);
        }
        if !fresh {
            if next != b',' {
                return Err(self.unexpected(Fault::NoComma));
            }
            self.next()?;
            if self.peek()? == closing {
                return Err(self.fault(Fault::TrailingComma));
            }
        }
        Ok(true)
    }

    /// Passes space over and gives what follows it.
    fn space(&mut self, outermost: bool) -> Result<Option<u8>> {
        loop {
            match self.look()? {
                Some(b'\n') if self.by_line && self.depth > 0 => return Err(self.fault(Fault::Ends)),
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.next()?,
                Some(RECORD_SEPARATOR) if outermost => self.next()?,
                other => return Ok(other),
            };
        }
    }

    /// Takes what needs no attention inside a string.
    fn run(&mut self, text: &mut Vec<u8>) -> Result<()> {
        loop {
            let bytes = self.letters.fill_buf()?;
            let acts = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=31);
            let end = bytes.iter().position(acts).unwrap_or(bytes.len());
            let run = bytes.get(..end).unwrap_or_default();
            let room = usize::try_from(self.full.saturating_sub(self.place.offset)).unwrap_or(usize::MAX);
            text.extend_from_slice(run.get(..run.len().min(room)).unwrap_or_default());
            self.place.advance(run);
            let whole = end == bytes.len() && end > 0;
            self.letters.consume(end);
            if !whole {
                return Ok(());
            }
        }
    }

    fn keep(&self, text: &mut Vec<u8>, bytes: &[u8]) {
        if !self.is_full() {
            text.extend_from_slice(bytes);
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<char> {
        let start = self.place;
        Ok(match self.next()? {
            Some(letter @ (b'"' | b'\\' | b'/')) => char::from(letter),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => self.unicode(start)?,
            Some(_) => return Err(JsonError::at(start, Fault::BadEscape)),
            None => return Err(self.fault(Fault::Ends)),
        })
    }

    /// Four digits, or twice four; half a pair stands for nothing.
    fn unicode(&mut self, start: Place) -> Result<char> {
        let first = self.digits(start)?;
        if !(0xD800..0xDC00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        if self.next()? != Some(b'\\') || self.next()? != Some(b'u') {
            return Err(JsonError::at(start, Fault::BadEscape));
        }
        let second = self.digits(start)?;
        let pair = 0x10000 + ((first - 0xD800) << 10) + second.wrapping_sub(0xDC00);
        let is_pair = (0xDC00..0xE000).contains(&second);
        char::from_u32(pair).filter(|_| is_pair).ok_or(JsonError::at(start, Fault::BadEscape))
    }

    fn digits(&mut self, start: Place) -> Result<u32> {
        let mut number = 0;
        for _ in 0..4 {
            let Some(letter) = self.next()? else { return Err(self.fault(Fault::Ends)) };
            let digit = char::from(letter).to_digit(16).ok_or(JsonError::at(start, Fault::BadEscape))?;
            number = number * 16 + digit;
        }
        Ok(number)
    }

    fn look(&mut self) -> io::Result<Option<u8>> {
        Ok(self.letters.fill_buf()?.first().copied())
    }

    fn next(&mut self) -> io::Result<Option<u8>> {
        let next = self.look()?;
        if let Some(letter) = next {
            self.place.advance(&[letter]);
            self.letters.consume(1);
        }
        Ok(next)
    }
}

impl Place {
    /// Line breaks stand between values only, so that a run of text has none.
    fn advance(&mut self, bytes: &[u8]) {
        self.offset += bytes.len() as u64;
        if bytes == b"\n" {
            self.line += 1;
            self.column = 1;
        } else {
            // Bytes that go on with a letter begin none.
            self.column += bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u64;
        }
    }

    pub(super) fn column(self) -> u64 {
        self.column
    }
}

fn is_of_number(letter: u8) -> bool {
    matches!(letter, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')
}

/// The grammar of numbers: no leading zero, digits on both sides of a point.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, None), |(one, two)| (one, Some(two)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(one, two)| (one, Some(two)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
    let exponent = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}
