//! Workbooks of the years before 2007 (`.xls`), which WPS writes as `.et` too.
//!
//! Read here and not by the library for the newer ones, which lays every sheet
//! out as a rectangle, so that two cells in far corners take all memory, and
//! follows a ring of sectors without end.

mod cell;
mod format;
mod record;
mod text;

use super::compound::Compound;
use super::{Each, Foreign, Merge, ReadError, Row, SheetName, Source};
use cell::{Globals, is_cell};
use format::Format;
use record::{Record, kind, part, records};
use text::{Letters, code_page};

/// No survey has more sheets, and each of them is read.
const SHEETS: usize = 1_024;

/// The stream of a workbook, since 1997 and before.
const STREAMS: [&str; 2] = ["Workbook", "Book"];

/// An old workbook, held as it was written.
pub(super) struct OldWorkbook {
    stream: Vec<u8>,
    globals: Globals,
    /// Sheets with rows, and where each begins.
    sheets: Vec<(SheetName, usize)>,
}

impl OldWorkbook {
    /// Reads everything but the sheets, or says what the file is instead.
    pub(super) fn open(source: &mut dyn Source) -> Result<Self, ReadError> {
        let mut file = Compound::open(source)?;
        let Some(stream) = file.stream(&STREAMS)? else { return Err(file.foreign()) };
        let begin = records(&stream, 0).next().filter(|first| first.kind == kind::BEGIN);
        let version = begin.and_then(|begin| begin.short(0)).unwrap_or_default();
        let letters = match version {
            0x0600 => Letters::Wide,
            0x0500 => Letters::Paged(code_page(0)),
            _ => return Err(ReadError::NotATable { what: Foreign::OldWorkbook }),
        };
        let mut reading = Reading::new(letters);
        if !part(&stream, 0, &mut |record| reading.take(&record)) {
            return Err(ReadError::Truncated);
        }
        let (globals, sheets) = reading.end()?;
        Ok(Self { stream, globals, sheets })
    }

    /// The sheets that have rows.
    pub(super) fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The merged cells of a sheet.
    pub(super) fn merges(&self, sheet: usize) -> Vec<Merge> {
        let mut merges = Vec::new();
        if let Some((_, at)) = self.sheets.get(sheet) {
            part(&self.stream, *at, &mut |record| merges.extend(ranges(&record)));
        }
        merges
    }

    /// Hands up every row of a sheet.
    ///
    /// Cells need not be in order, so that their places are sorted first.
    pub(super) fn rows(&self, sheet: usize, each: &mut Each<'_>) -> Result<(), ReadError> {
        let Some((name, at)) = self.sheets.get(sheet) else { return Ok(()) };
        let mut places: Vec<(u16, u32)> = Vec::new();
        let mut last = 0;
        let whole = part(&self.stream, *at, &mut |record| {
            if is_cell(&record) {
                last = record.short(0).unwrap_or(last);
                places.push((last, u32::try_from(record.at).unwrap_or(u32::MAX)));
            }
        });
        places.sort_by_key(|(row, _)| *row);
        for row in places.chunk_by(|one, next| one.0 == next.0) {
            let row = self.row(row);
            if row.holds_something() && each(row).is_break() {
                return Ok(());
            }
        }
        let part = || name.name.as_deref().unwrap_or_default().to_owned();
        if whole { Ok(()) } else { Err(ReadError::Damaged { part: part(), why: "cut off".to_owned() }) }
    }

    fn row(&self, places: &[(u16, u32)]) -> Row {
        let number = places.first().map_or(0, |(row, _)| u32::from(*row)).saturating_add(1);
        let mut row = Row { number, cells: Vec::new(), problem: None, place: None };
        for (_, at) in places {
            let record = records(&self.stream, *at as usize).next();
            match record.and_then(|record| self.globals.cells(&record)) {
                Some(cells) => cells.into_iter().for_each(|(column, cell)| row.put(column, cell)),
                None => row.doubt(),
            }
        }
        row
    }
}

/// The first part of the stream, being read.
struct Reading {
    globals: Globals,
    sheets: Vec<(SheetName, usize)>,
    /// Formats that the workbook defines, and the format of each style.
    formats: Vec<(u32, Format)>,
    styles: Vec<u32>,
    encrypted: bool,
}

impl Reading {
    fn new(letters: Letters) -> Self {
        let globals = Globals { letters, from_1904: false, strings: Vec::new(), styles: Vec::new() };
        Self { globals, sheets: Vec::new(), formats: Vec::new(), styles: Vec::new(), encrypted: false }
    }

    fn take(&mut self, record: &Record) {
        match record.kind {
            kind::FILE_PASS => self.encrypted = true,
            kind::CODE_PAGE => self.code_page(record.short(0)),
            kind::DATE_MODE => self.globals.from_1904 = record.short(0) == Some(1),
            kind::CELL_STYLE => self.styles.push(record.short(2).map_or(0, u32::from)),
            kind::FORMAT => self.formats.extend(self.format(record)),
            kind::SHEET => self.sheets.extend(self.sheet(record)),
            kind::STRINGS => self.globals.strings = strings(record),
            _ => {}
        }
    }

    fn code_page(&mut self, number: Option<u16>) {
        if let (Letters::Paged(encoding), Some(number)) = (&mut self.globals.letters, number) {
            *encoding = code_page(u32::from(number));
        }
    }

    fn format(&self, record: &Record) -> Option<(u32, Format)> {
        let length = if self.globals.letters == Letters::Wide { 2 } else { 1 };
        let code = record.bytes(2).text(length, self.globals.letters)?;
        Some((u32::from(record.short(0)?), Format::of(&code)))
    }

    /// A sheet with rows; charts and macros have none.
    fn sheet(&self, record: &Record) -> Option<(SheetName, usize)> {
        let at = record.bytes(0).number(4)? as usize;
        let [hidden, 0] = [record.data.get(4)? & 3, *record.data.get(5)?] else { return None };
        let name = record.bytes(6).text(1, self.globals.letters)?;
        Some((SheetName { name: Some(name.as_str().into()), hidden: hidden != 0 }, at))
    }

    fn end(mut self) -> Result<(Globals, Vec<(SheetName, usize)>), ReadError> {
        match self.sheets.len() {
            _ if self.encrypted => return Err(ReadError::PasswordProtected),
            0 => return Err(ReadError::Empty),
            count if count > SHEETS => return Err(ReadError::Oversized { part: "Workbook".to_owned() }),
            _ => {}
        }
        let known: std::collections::BTreeMap<u32, Format> = self.formats.into_iter().collect();
        let format = |number: &u32| known.get(number).copied().unwrap_or_else(|| Format::built_in(*number));
        self.globals.styles = self.styles.iter().map(format).collect();
        Ok((self.globals, self.sheets))
    }
}

/// The strings that cells share.
fn strings(record: &Record) -> Vec<String> {
    let mut bytes = record.bytes(4);
    let count = bytes.number(4).unwrap_or_default();
    (0..count).map_while(|_| bytes.text(2, Letters::Wide)).collect()
}

/// The ranges of a record of merged cells.
fn ranges<'r>(record: &Record<'r>) -> impl Iterator<Item = Merge> + use<'r> {
    let ranges = if record.kind == kind::MERGED { record.data.get(2..) } else { None };
    let (ranges, _) = ranges.unwrap_or_default().as_chunks::<8>();
    ranges.iter().filter_map(|range| {
        let (places, _) = range.as_chunks::<2>();
        let [top, bottom, left, right] = *places.first_chunk()?;
        let number = |pair| u32::from(u16::from_le_bytes(pair));
        Merge::between((number(top), number(left)), (number(bottom), number(right)))
    })
}
