//! Survey files as rows: bytes go in, rows of cells come out, nothing is interpreted.
//!
//! What a file is, its bytes say and never its name. A CSV streams, whatever its
//! size; of a workbook the shared strings are held and the sheets stream. What
//! cannot be read at all is a [`ReadError`] that says what to do; what is wrong
//! with one row travels with the row.

mod archive;
mod compound;
mod decode;
mod delimited;
mod delimiter;
mod encoding;
mod error;
mod foreign;
mod gauge;
mod records;
mod row;
mod serial;
mod workbook;

use std::io::{Read, Seek};
use std::ops::ControlFlow;
use std::sync::Arc;

pub use error::ReadError;
pub use foreign::Foreign;
pub use row::{Cell, MAX_COLUMNS, NO_CACHED_VALUE, Row, RowProblem, Why};

use delimited::Delimited;
use foreign::Looks;
use workbook::Workbook;

/// Where the bytes come from.
pub trait Source: Read + Seek {}

impl<T: Read + Seek + ?Sized> Source for T {}

/// What a profile may say about the file; everything optional.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// Name of the text encoding. A byte order mark in the file outranks it.
    pub encoding: Option<String>,
    /// What separates the cells of a line.
    pub delimiter: Option<char>,
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetName {
    /// Its name; `None` for the one table of a text file.
    pub name: Option<Arc<str>>,
    /// Hidden by the author. Such sheets are listed too: to leave one out
    /// unread is a decision, and not the reader's.
    pub hidden: bool,
}

/// A survey file opened for reading: its sheets, one after the other.
pub struct Book<'a> {
    sheets: Vec<SheetName>,
    content: Content<'a>,
}

enum Content<'a> {
    Text(Delimited<'a>),
    Workbook(Box<Workbook<'a>>),
}

/// What is passed each row of a sheet; it may end the reading.
pub(crate) type Each<'e> = dyn FnMut(Row) -> ControlFlow<()> + 'e;

/// Finds out what a file is and makes it ready to be read.
///
/// The name serves only to tell a broken workbook from bytes of another kind.
pub fn open<'a>(file: &str, mut source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    match foreign::looks(&decode::head(&mut *source, 64)?) {
        Looks::Zip => open_workbook(source),
        Looks::Compound => Err(compound::refusal(&mut *source)?),
        Looks::Foreign(what) => Err(ReadError::NotATable { what }),
        Looks::Text => open_text(source, hints).map_err(|error| named_as_workbook(file, error)),
    }
}

impl Book<'_> {
    /// The sheets in the workbook's order, hidden ones included, charts not.
    pub fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The encoding of a text file.
    pub fn encoding(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text.encoding()),
            Content::Workbook(_) => None,
        }
    }

    /// Hands every row that holds something to `each`, from the top, until it says `Break`.
    ///
    /// A sheet may be read as often as needed, and one that is not there has no rows.
    pub fn rows(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.look(sheet, &mut |row| each(std::mem::take(row)))
    }

    /// The same for who only looks at the rows: those of text files are then written one over the other.
    pub(crate) fn look(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(&mut Row) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let Some(name) = self.sheets.get(sheet) else { return Ok(()) };
        match &mut self.content {
            Content::Text(text) => text.rows(each),
            Content::Workbook(book) => {
                book.rows(name.name.as_deref().unwrap_or_default(), &mut |mut row| each(&mut row))
            }
        }
    }
}

fn open_text<'a>(source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    let text = Delimited::open(source, hints)?;
    Ok(Book { sheets: vec![SheetName::default()], content: Content::Text(text) })
}

fn open_workbook<'a>(mut source: Box<dyn Source + 'a>) -> Result<Book<'a>, ReadError> {
    archive::inspect(&mut *source)?;
    let book = Workbook::open(source)?;
    Ok(Book { sheets: book.sheets()?, content: Content::Workbook(Box::new(book)) })
}

/// A workbook by name that starts like nothing known was destroyed on its way here.
fn named_as_workbook(file: &str, error: ReadError) -> ReadError {
    let extension = file.rsplit('.').next().unwrap_or_default().to_lowercase();
    match error {
        ReadError::NotATable { what: Foreign::Binary } if extension.starts_with("xls") => {
            ReadError::Damaged { part: file.to_owned(), why: "not a workbook inside".to_owned() }
        }
        other => other,
    }
}
