//! The records that an old workbook is a string of.

use super::text::Bytes;

/// What a record says, by its number.
pub(super) mod kind {
    pub(crate) const FORMULA: u16 = 0x0006;
    pub(crate) const FORMULAS: [u16; 3] = [FORMULA, 0x0206, 0x0406];
    pub(crate) const END: u16 = 0x000A;
    pub(crate) const DATE_MODE: u16 = 0x0022;
    pub(crate) const FILE_PASS: u16 = 0x002F;
    pub(crate) const CONTINUE: u16 = 0x003C;
    pub(crate) const CODE_PAGE: u16 = 0x0042;
    pub(crate) const SHEET: u16 = 0x0085;
    pub(crate) const NUMBERS: u16 = 0x00BD;
    pub(crate) const RICH_LABEL: u16 = 0x00D6;
    pub(crate) const CELL_STYLE: u16 = 0x00E0;
    pub(crate) const MERGED: u16 = 0x00E5;
    pub(crate) const STRINGS: u16 = 0x00FC;
    pub(crate) const SHARED_LABEL: u16 = 0x00FD;
    pub(crate) const NUMBER: u16 = 0x0203;
    pub(crate) const LABEL: u16 = 0x0204;
    pub(crate) const FLAG_OR_ERROR: u16 = 0x0205;
    pub(crate) const RESULT: u16 = 0x0207;
    pub(crate) const SHORT_NUMBER: u16 = 0x027E;
    pub(crate) const FORMAT: u16 = 0x041E;
    pub(crate) const BEGIN: u16 = 0x0809;
}

/// One record.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    /// Where it begins.
    pub(super) at: usize,
    /// All that comes after it.
    rest: &'a [u8],
}

/// The records from a place on.
pub(super) fn records(stream: &[u8], at: usize) -> impl Iterator<Item = Record<'_>> {
    let mut at = at;
    std::iter::from_fn(move || {
        let record = record(stream, at)?;
        at += 4 + record.data.len();
        Some(record)
    })
}

/// The records of one part of the stream, without its first and last, and
/// without those of charts that lie in it; then whether the part is whole.
pub(super) fn part<'a>(stream: &'a [u8], at: usize, each: &mut dyn FnMut(Record<'a>)) -> bool {
    let mut depth = 0_u32;
    for record in records(stream, at) {
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => return true,
            kind::END => depth -= 1,
            _ if depth == 1 => each(record),
            _ => {}
        }
    }
    false
}

fn record(stream: &[u8], at: usize) -> Option<Record<'_>> {
    let (head, rest) = stream.get(at..)?.split_first_chunk::<4>()?;
    let [kind, length] = [[head[0], head[1]], [head[2], head[3]]].map(u16::from_le_bytes);
    let (data, rest) = rest.split_at_checked(usize::from(length))?;
    Some(Record { kind, data, at, rest })
}

impl<'a> Record<'a> {
    /// Two bytes of it.
    pub(super) fn short(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(self.data.get(at..)?.first_chunk().copied()?))
    }

    /// The record and those that continue it.
    pub(super) fn bytes(&self, from: usize) -> Bytes<'a> {
        let later = records(self.rest, 0).take_while(|next| next.kind == kind::CONTINUE);
        Bytes::new(self.data.get(from..).unwrap_or_default(), later.map(|next| next.data).collect())
    }

    /// What follows it.
    pub(super) fn following(&self) -> impl Iterator<Item = Record<'a>> {
        records(self.rest, 0)
    }
}
