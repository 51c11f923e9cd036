//! Spreadsheets of the Open Document format (`.ods`), streamed row by row.
//!
//! Read here and not by the library for `.xlsx`, which holds all sheets as
//! rectangles, lets repeated rows fill the memory and knows no merged cells.

mod cell;
mod list;
mod row;
mod xml;

use std::io::{BufReader, Seek as _};

use zip::ZipArchive;

use super::{Each, Merge, ReadError, SheetName, Source};
use list::Listed;
use row::Rows;
use xml::Xml;

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// An Open Document spreadsheet whose archive has been inspected.
pub(super) struct OpenDocument<'a> {
    archive: ZipArchive<BufReader<Box<dyn Source + 'a>>>,
    sheets: Vec<Listed>,
}

impl<'a> OpenDocument<'a> {
    /// Looks through the sheets without keeping their cells.
    pub(super) fn open(mut source: Box<dyn Source + 'a>) -> Result<Self, ReadError> {
        source.rewind()?;
        let archive = ZipArchive::new(BufReader::new(source)).map_err(|error| damaged(&error))?;
        let mut book = Self { archive, sheets: Vec::new() };
        let sheets = list::sheets(&mut book.content()?)?;
        if sheets.is_empty() { Err(ReadError::Empty) } else { Ok(Self { sheets, ..book }) }
    }

    /// All sheets.
    pub(super) fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// The merged cells of a sheet.
    pub(super) fn merges(&self, sheet: usize) -> Vec<Merge> {
        self.sheets.get(sheet).map(|sheet| sheet.merges.clone()).unwrap_or_default()
    }

    /// Hands up every row of a sheet.
    pub(super) fn rows(&mut self, sheet: usize, each: &mut Each<'_>) -> Result<(), ReadError> {
        let Some(index) = self.sheets.get(sheet).map(|sheet| sheet.table) else { return Ok(()) };
        let mut xml = self.content()?;
        let mut tables = 0;
        while let Some(node) = xml.next()? {
            if list::is_sheet(&node, &xml) {
                tables += 1;
                if tables > index {
                    return Rows::new(each).read(&mut xml).map(|_| ());
                }
            }
        }
        Ok(())
    }

    fn content(&mut self) -> Result<Xml<'_>, ReadError> {
        let part = self.archive.by_name(CONTENT).map_err(|error| damaged(&error))?;
        Ok(Xml::new(part))
    }
}

/// What is wrong in the part that holds the sheets.
fn damaged(why: &dyn ToString) -> ReadError {
    ReadError::Damaged { part: CONTENT.to_owned(), why: why.to_string() }
}
