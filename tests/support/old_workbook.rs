//! Old workbooks put together by hand, record by record.

use super::compound;

/// A workbook of the years 1997 to 2007, or of 1995.
pub(crate) struct OldWorkbook {
    version: u16,
    globals: Vec<u8>,
    sheets: Vec<(Vec<u8>, u8, Vec<u8>)>,
}

/// A record.
pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a record");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A record of a cell: row, column, style, and what else it says.
pub(crate) fn cell(kind: u16, row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    styled(kind, row, column, 0, rest)
}

/// The same in another style.
pub(crate) fn styled(kind: u16, row: u16, column: u16, style: u16, rest: &[u8]) -> Vec<u8> {
    let head: Vec<u8> = [row, column, style].into_iter().flat_map(u16::to_le_bytes).collect();
    record(kind, &[&head, rest].concat())
}

/// A cell of text.
pub(crate) fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    cell(0x0204, row, column, &wide(text))
}

/// A cell with a number.
pub(crate) fn number(row: u16, column: u16, number: f64) -> Vec<u8> {
    cell(0x0203, row, column, &number.to_le_bytes())
}

/// A string of wide letters with its length before it.
pub(crate) fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u16::try_from(units.len()).expect("a short text");
    let letters = units.into_iter().flat_map(u16::to_le_bytes);
    length.to_le_bytes().into_iter().chain([1]).chain(letters).collect()
}

impl OldWorkbook {
    /// A workbook with one sheet of these records.
    pub(crate) fn sheet(records: &[Vec<u8>]) -> Self {
        let name = [&[3, 1][..], &wide("调查表")[3..]].concat();
        Self { version: 0x0600, globals: Vec::new(), sheets: vec![(name, 0, records.concat())] }
    }

    /// The same in the form of 1995, where text is in a code page.
    pub(crate) fn of_1995(records: &[Vec<u8>]) -> Self {
        Self {
            version: 0x0500,
            globals: Vec::new(),
            sheets: vec![(b"\x03abc".to_vec(), 0, records.concat())],
        }
    }

    /// One more record for the whole workbook.
    pub(crate) fn global(mut self, record: Vec<u8>) -> Self {
        self.globals.extend(record);
        self
    }

    /// One more sheet, hidden.
    pub(crate) fn and_hidden_sheet(mut self, records: &[Vec<u8>]) -> Self {
        self.sheets.push((b"\x04\0dict".to_vec(), 1, records.concat()));
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut stream = self.stream();
        stream.resize(stream.len().max(4_096), 0);
        compound::file(&[("Workbook", stream)])
    }

    /// What lies in the file.
    pub(crate) fn stream(&self) -> Vec<u8> {
        let begin = |kind: u16| record(0x0809, &[self.version.to_le_bytes(), kind.to_le_bytes()].concat());
        let end = record(0x000A, &[]);
        let names: usize = self.sheets.iter().map(|(name, ..)| 10 + name.len()).sum();
        let mut at = begin(5).len() + self.globals.len() + names + end.len();
        let mut front = [begin(5), self.globals.clone()].concat();
        let mut back = Vec::new();
        for (name, hidden, records) in &self.sheets {
            let place = u32::try_from(at).expect("a small file").to_le_bytes();
            front.extend(record(0x0085, &[&place[..], &[*hidden, 0], name].concat()));
            let sheet = [begin(16), records.clone(), end.clone()].concat();
            at += sheet.len();
            back.extend(sheet);
        }
        [front, end, back].concat()
    }
}
