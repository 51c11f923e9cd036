//! Survey files as rows: bytes go in, rows of cells come out, nothing is interpreted.
//!
//! What a file is, its bytes say and never its name. A CSV streams, whatever its
//! size, and so do JSON and KML, feature by feature; of a workbook the shared
//! strings are held and the sheets stream. What
//! cannot be read at all is a [`ReadError`] that says what to do; what is wrong
//! with one row travels with the row.

mod archive;
mod columns;
mod compound;
mod decode;
mod delimited;
mod delimiter;
mod encoding;
mod error;
mod foreign;
mod gauge;
mod json;
mod kml;
mod records;
mod row;
mod serial;
mod shape;
mod text;
mod unpacked;
mod workbook;

use std::io::{Read, Seek};
use std::ops::ControlFlow;
use std::sync::Arc;

pub use error::ReadError;
pub use foreign::Foreign;
pub use json::Fault;
pub use row::{Cell, Drawn, GeometryFault, MAX_COLUMNS, NO_CACHED_VALUE, Row, RowProblem, Why};

use archive::Holds;
use columns::{Feature, HEADER_ROW};
use delimited::Delimited;
use foreign::Looks;
use json::Json;
use kml::Kml;
use text::Text;
use unpacked::Unpacked;
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
    /// Other files it speaks of, which are not read.
    links: u64,
}

enum Content<'a> {
    Text(Delimited<'a>),
    Workbook(Box<Workbook<'a>>),
    Json(Json<'a>),
    Kml(Kml<'a>),
}

/// What is passed each row of a sheet; it may end the reading.
pub(crate) type Each<'e> = dyn FnMut(Row) -> ControlFlow<()> + 'e;

/// Finds out what a file is and makes it ready to be read.
///
/// The name serves only to tell a broken workbook from bytes of another kind.
pub fn open<'a>(file: &str, mut source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    match foreign::looks(&decode::head(&mut *source, 64)?) {
        Looks::Gzip => open_plain(file, Box::new(Unpacked::gzip(source)?), hints),
        Looks::Zip => open_archive(source),
        _ => open_plain(file, source, hints),
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
            Content::Json(json) => Some(json.encoding()),
            Content::Kml(kml) => Some(kml.encoding()),
            Content::Workbook(_) => None,
        }
    }

    /// The row that names the columns, where the format says so itself.
    pub fn header_row(&self) -> Option<u32> {
        matches!(self.content, Content::Json(_) | Content::Kml(_)).then_some(HEADER_ROW)
    }

    /// Whether rows carry their [place](Row::place).
    pub fn draws(&self) -> bool {
        match &self.content {
            Content::Json(json) => json.draws(),
            Content::Kml(_) => true,
            Content::Text(_) | Content::Workbook(_) => false,
        }
    }

    /// The reference system of the places, as the file declares it or its format prescribes:
    /// `EPSG:n`, `ESRI:n`, `OGC:CRS84`, else in the words of the file.
    pub fn crs(&self) -> Option<String> {
        match &self.content {
            Content::Json(json) => json.crs(),
            Content::Kml(_) => Some(kml::CRS.to_owned()),
            Content::Text(_) | Content::Workbook(_) => None,
        }
    }

    /// How many other files this one speaks of; they are not read.
    pub fn links(&self) -> u64 {
        self.links
    }

    /// Hands every row that holds something to `each`, from the top, until it says `Break`.
    ///
    /// A sheet may be read as often as needed, and one that is not there has no rows.
    pub fn rows(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let Some(name) = self.sheets.get(sheet) else { return Ok(()) };
        match &mut self.content {
            Content::Text(text) => text.rows(each),
            Content::Workbook(book) => book.rows(name.name.as_deref().unwrap_or_default(), each),
            Content::Json(json) => json.rows(sheet, each),
            Content::Kml(kml) => kml.rows(sheet, each),
        }
    }
}

/// Opens what is not packed; what is packed twice has to be unpacked by somebody.
fn open_plain<'a>(
    file: &str,
    mut source: Box<dyn Source + 'a>,
    hints: &Hints,
) -> Result<Book<'a>, ReadError> {
    match foreign::looks(&decode::head(&mut *source, 64)?) {
        Looks::Zip | Looks::Gzip => Err(ReadError::NotATable { what: Foreign::Archive }),
        Looks::Compound => Err(compound::refusal(&mut *source)?),
        Looks::Foreign(what) => Err(ReadError::NotATable { what }),
        Looks::Text => open_text(source, hints).map_err(|error| named_as_workbook(file, error)),
    }
}

fn open_text<'a>(source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    let (text, sample) = Text::open(source, hints)?;
    match foreign::document(&sample.text) {
        Some(Foreign::Json) => {
            let json = Json::open(text)?;
            Ok(Book { sheets: json.sheets(), content: Content::Json(json), links: 0 })
        }
        Some(Foreign::Kml) => open_kml(text, 0),
        Some(what) => Err(ReadError::NotATable { what }),
        None => {
            let content = Content::Text(Delimited::new(text, &sample, hints));
            Ok(Book { sheets: vec![SheetName::default()], content, links: 0 })
        }
    }
}

fn open_archive<'a>(mut source: Box<dyn Source + 'a>) -> Result<Book<'a>, ReadError> {
    match archive::inspect(&mut *source)? {
        Holds::Workbook => {
            let book = Workbook::open(source)?;
            Ok(Book { sheets: book.sheets()?, content: Content::Workbook(Box::new(book)), links: 0 })
        }
        Holds::Kml(extent, others) => {
            let map = Box::new(Unpacked::new(source, extent)?);
            open_kml(Text::open(map, &Hints::default())?.0, others)
        }
    }
}

fn open_kml(text: Text<'_>, others: u64) -> Result<Book<'_>, ReadError> {
    let kml = Kml::open(text)?;
    Ok(Book { sheets: kml.sheets(), links: kml.links() + others, content: Content::Kml(kml) })
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
