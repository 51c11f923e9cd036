//! Records of cells.

use super::super::{Cell, NO_CACHED_VALUE};
use super::format::Format;
use super::record::{Record, kind};
use super::text::Letters;

/// What the whole workbook says about its cells.
pub(super) struct Globals {
    pub(super) letters: Letters,
    pub(super) from_1904: bool,
    pub(super) strings: Vec<String>,
    /// Formats of numbers by the style of a cell.
    pub(super) styles: Vec<Format>,
}

/// Whether the record holds cells that are not blank.
pub(super) fn is_cell(record: &Record) -> bool {
    use kind::{FLAG_OR_ERROR, FORMULAS, LABEL, NUMBER, NUMBERS, RICH_LABEL, SHARED_LABEL, SHORT_NUMBER};
    let plain = [NUMBERS, RICH_LABEL, SHARED_LABEL, NUMBER, LABEL, FLAG_OR_ERROR, SHORT_NUMBER];
    plain.contains(&record.kind) || FORMULAS.contains(&record.kind)
}

impl Globals {
    /// The cells of a record with their columns; `None` for what cannot be read.
    pub(super) fn cells(&self, record: &Record) -> Option<Vec<(u32, Cell)>> {
        if record.kind == kind::NUMBERS {
            return self.numbers(record);
        }
        let cell = match record.kind {
            kind::SHARED_LABEL => self.shared(record)?,
            kind::LABEL | kind::RICH_LABEL => Cell::text(record.bytes(6).text(2, self.letters)?),
            kind::NUMBER => self.number(record, 4, f64::from_le_bytes(eight(record)?)),
            kind::SHORT_NUMBER => self.number(record, 4, short_number(record, 6)?),
            kind::FLAG_OR_ERROR if *record.data.get(7)? == 0 => Cell::Flag(*record.data.get(6)? != 0),
            kind::FLAG_OR_ERROR => error(*record.data.get(6)?),
            _ => self.formula(record)?,
        };
        Some(vec![(u32::from(record.short(2)?), cell)])
    }

    fn shared(&self, record: &Record) -> Option<Cell> {
        let index = record.bytes(6).number(4)? as usize;
        self.strings.get(index).cloned().map(Cell::text)
    }

    /// A row of numbers, each with its style; the last column stands behind them.
    fn numbers(&self, record: &Record) -> Option<Vec<(u32, Cell)>> {
        let inner = record.data.len().checked_sub(6)?;
        let columns = u32::from(record.short(2)?)..;
        let places = (4..).step_by(6).take(inner / 6);
        let cell = |(column, at)| Some((column, self.number(record, at, short_number(record, at + 2)?)));
        columns.zip(places).map(cell).collect()
    }

    fn number(&self, record: &Record, style: usize, number: f64) -> Cell {
        let style = record.short(style).and_then(|style| self.styles.get(usize::from(style)));
        style.copied().unwrap_or_default().cell(number, self.from_1904)
    }

    /// The result that was saved with a formula.
    ///
    /// Writers that do not calculate save a zero or nothing, and ask for the
    /// sum when the file is opened: that is no result.
    fn formula(&self, record: &Record) -> Option<Cell> {
        const ASKS: u16 = 2;
        let result = eight(record)?;
        let asks = record.short(14)? & ASKS != 0;
        let none = Cell::Error(NO_CACHED_VALUE.to_owned());
        Some(match result {
            [0, .., 0xFF, 0xFF] => match result_of(record) {
                Some(text) => Cell::text(text.bytes(0).text(2, self.letters)?),
                None => none,
            },
            [1, _, flag, .., 0xFF, 0xFF] => Cell::Flag(flag != 0),
            [2, _, code, .., 0xFF, 0xFF] => error(code),
            [3, .., 0xFF, 0xFF] if !asks => Cell::Empty,
            [_, .., 0xFF, 0xFF] => none,
            zero if asks && zero == [0; 8] => none,
            number => self.number(record, 4, f64::from_le_bytes(number)),
        })
    }
}

/// The text a formula gave, in a record of its own behind those that share the formula.
fn result_of<'a>(record: &Record<'a>) -> Option<Record<'a>> {
    let passed = |next: &Record| next.kind != kind::RESULT && !is_cell(next) && next.kind != kind::END;
    record.following().take(4).find(|next| !passed(next)).filter(|next| next.kind == kind::RESULT)
}

fn eight(record: &Record) -> Option<[u8; 8]> {
    record.data.get(6..)?.first_chunk().copied()
}

/// Thirty bits of an integer or of the front of a double, perhaps in hundredths.
fn short_number(record: &Record, at: usize) -> Option<f64> {
    let bits = i32::from_le_bytes(record.data.get(at..)?.first_chunk().copied()?);
    let number = if bits & 2 == 0 {
        let front = u64::from(bits.cast_unsigned() & !3);
        f64::from_bits(front << 32)
    } else {
        f64::from(bits >> 2)
    };
    Some(if bits & 1 == 0 { number } else { number / 100.0 })
}

fn error(code: u8) -> Cell {
    let name = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#?",
    };
    Cell::Error(name.to_owned())
}
