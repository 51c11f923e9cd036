//! The table of a shapefile (dBASE): fields of fixed width, row after row.

use std::io::SeekFrom;

use encoding_rs::Encoding;
use jiff::civil::Date;

use super::super::columns::Feature;
use super::super::{Cell, Hints, ReadError, Row, Source, decode};
use super::encoding;

/// Bytes before the first field, and of each.
const HEADER: usize = 32;

/// As many bytes as are looked at to find out the encoding.
const SAMPLE: u64 = 1 << 18;

/// As many digits as a double keeps.
const DIGITS: usize = 15;

pub(super) struct Table<'a> {
    source: Box<dyn Source + 'a>,
    fields: Vec<Field>,
    columns: Vec<String>,
    encoding: &'static Encoding,
    /// Where the rows begin, how long each is, and how many there are to be.
    first: u64,
    width: usize,
    count: u32,
    /// Rows read so far.
    at: u32,
}

struct Field {
    name: String,
    kind: u8,
    /// Where in a row it stands.
    from: usize,
    to: usize,
}

impl<'a> Table<'a> {
    /// Reads what the table says of itself; `page` is what its `.cpg` says.
    pub(super) fn open(
        mut source: Box<dyn Source + 'a>,
        page: Option<&str>,
        hints: &Hints,
    ) -> Result<Self, ReadError> {
        let head = decode::head(&mut *source, 1 << 16)?;
        let number = |at: usize| {
            head.get(at..).and_then(|rest| rest.first_chunk()).map(|two| u16::from_le_bytes(*two))
        };
        let count = head.get(4..).and_then(|rest| rest.first_chunk()).map(|four| u32::from_le_bytes(*four));
        let (Some(count), Some(first), Some(width), Some(language)) =
            (count, number(8), number(10), head.get(29))
        else {
            return Err(ReadError::Truncated);
        };
        let described = head.get(HEADER..usize::from(first)).ok_or(ReadError::Truncated)?;
        source.seek(SeekFrom::Start(first.into()))?;
        let mut sample = described.to_vec();
        decode::fill(&mut *source, SAMPLE, &mut sample)?;
        // Fields are padded by zero bytes, which mean nothing here and wide letters elsewhere.
        sample.retain(|byte| *byte != 0);
        let encoding = encoding::of(hints, page, *language, &sample, false)?;
        let fields = fields(described, encoding, width.into())?;
        let columns = fields.iter().map(|field| field.name.clone()).collect();
        Ok(Self { source, fields, columns, encoding, first: first.into(), width: width.into(), count, at: 0 })
    }

    pub(super) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    pub(super) fn names(&self) -> &[String] {
        &self.columns
    }

    pub(super) fn start(&mut self) -> Result<(), ReadError> {
        self.at = 0;
        self.source.seek(SeekFrom::Start(self.first)).map(drop).map_err(ReadError::Io)
    }

    /// The next row, or nothing in its place where it was deleted; `None` after the last.
    #[expect(clippy::option_option, reason = "a deleted row is not the end")]
    pub(super) fn next(&mut self) -> Result<Option<Option<Row>>, ReadError> {
        if self.at >= self.count {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(self.width);
        decode::fill(&mut *self.source, self.width as u64, &mut bytes)?;
        if bytes.len() < self.width {
            return Err(ReadError::Truncated);
        }
        self.at += 1;
        let deleted = bytes.first() == Some(&b'*');
        Ok(Some((!deleted).then(|| self.row(&bytes))))
    }

    fn row(&self, bytes: &[u8]) -> Row {
        let cells = self.fields.iter().map(|field| field.cell(bytes, self.encoding)).collect();
        Feature::of_cells(self.at, cells, None).row()
    }
}

/// The fields; a row begins with the mark of what is deleted.
fn fields(bytes: &[u8], encoding: &'static Encoding, width: usize) -> Result<Vec<Field>, ReadError> {
    let mut from = 1;
    let mut fields = Vec::new();
    for field in bytes.chunks_exact(HEADER).take_while(|field| field.first() != Some(&0x0D)) {
        let name = field.iter().take(11).copied().take_while(|byte| *byte != 0).collect::<Vec<_>>();
        let byte = |at: usize| field.get(at).copied().unwrap_or_default();
        let kind = byte(11).to_ascii_uppercase();
        // Of texts the second byte is no number of decimals but goes on counting.
        let more = if kind == b'C' { usize::from(byte(17)) << 8 } else { 0 };
        let to = from + usize::from(byte(16)) + more;
        // Names are cut at ten bytes, often within a letter.
        let name = decode::sample(encoding, &name, true).trim_end_matches('\u{FFFD}').trim().to_owned();
        fields.push(Field { name, kind, from, to });
        from = to;
    }
    if fields.is_empty() || from > width {
        return Err(ReadError::Damaged { part: ".dbf".to_owned(), why: "fields".to_owned() });
    }
    Ok(fields)
}

impl Field {
    fn cell(&self, row: &[u8], encoding: &'static Encoding) -> Cell {
        let bytes = row.get(self.from..self.to).unwrap_or_default();
        match (self.kind, bytes) {
            (b'I', [a, b, c, d]) => Cell::Number(f64::from(i32::from_le_bytes([*a, *b, *c, *d]))),
            (b'B' | b'O', bytes) if bytes.len() == 8 => real(bytes),
            // Kept in a file of their own, which no program writes for shapefiles.
            (b'M' | b'G' | b'P', bytes) if bytes.iter().any(|byte| !matches!(byte, b' ' | 0)) => {
                Cell::Error("memo".to_owned())
            }
            (b'M' | b'G' | b'P', _) => Cell::Empty,
            (kind, bytes) => {
                let text = decode::sample(encoding, bytes, true);
                written(kind, text.trim_matches(['\0', ' ']))
            }
        }
    }
}

fn real(bytes: &[u8]) -> Cell {
    let number = bytes.try_into().map_or(f64::NAN, f64::from_le_bytes);
    if number.is_finite() { Cell::Number(number) } else { Cell::Empty }
}

/// What stands in a field of text, numbers included. Stars fill a number that was too long.
fn written(kind: u8, text: &str) -> Cell {
    let whole = || Cell::text(text.to_owned());
    match kind {
        b'N' | b'F' | b'Y' if text.chars().all(|letter| letter == '*') => Cell::Empty,
        b'N' | b'F'
            if text.bytes().filter(u8::is_ascii_digit).count() <= DIGITS
                || text.contains(['.', 'e', 'E']) =>
        {
            text.parse().ok().filter(|number: &f64| number.is_finite()).map_or_else(whole, Cell::Number)
        }
        b'D' if text.bytes().all(|byte| byte == b'0') => Cell::Empty,
        b'D' => Date::strptime("%Y%m%d", text).map_or_else(|_| whole(), Cell::Date),
        b'L' => match text.to_lowercase().as_str() {
            "t" | "y" => Cell::Flag(true),
            "f" | "n" => Cell::Flag(false),
            _ => Cell::Empty,
        },
        _ => whole(),
    }
}
