//! Survey files as rows: bytes go in, rows of cells come out, nothing is interpreted.
//!
//! What a file is, its bytes say and never its name. A CSV streams, whatever its
//! size, and so do JSON, KML, shapefiles and databases, feature by feature; of a workbook the shared
//! strings are held and the sheets stream; one of the old format, which cannot be
//! large, is held as it was written. What
//! cannot be read at all is a [`ReadError`] that says what to do; what is wrong
//! with one row travels with the row.

mod archive;
mod biff;
mod columns;
mod compound;
mod decode;
mod delimited;
mod delimiter;
mod encoding;
mod error;
mod feed;
mod foreign;
mod gauge;
mod geopackage;
mod given;
mod json;
mod kml;
mod kmz;
mod merge;
mod open;
mod opendocument;
mod osm;
mod records;
mod row;
mod serial;
mod shape;
mod shapefile;
mod tables;
mod tags;
mod text;
mod unpacked;
mod wkb;
mod workbook;

use std::io::{Read, Seek};
use std::ops::ControlFlow;
use std::sync::Arc;

pub use error::ReadError;
pub use foreign::Foreign;
pub use given::Given;
pub use json::Fault;
pub use merge::Merge;
pub use open::open;
pub use row::{Cell, Drawn, GeometryFault, MAX_COLUMNS, NO_CACHED_VALUE, Row, RowProblem, Why};
pub use tags::{OF_RECORDS, Tags};

use biff::OldWorkbook;
use columns::{Feature, HEADER_ROW};
use delimited::Delimited;
use feed::Feed;
use geopackage::GeoPackage;
use json::Json;
use kml::Kml;
use opendocument::OpenDocument;
use osm::Osm;
use shapefile::Shapefile;
use tables::Tables;
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
    /// What is looked for in maps whose things carry tags.
    pub tags: Arc<Tags>,
    /// The same for timetables, whose tags are `table.column`.
    pub feed: Arc<Tags>,
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
    OldWorkbook(Box<OldWorkbook>),
    OpenDocument(Box<OpenDocument<'a>>),
    Json(Json<'a>),
    Kml(Kml<'a>),
    Shapefile(Shapefile<'a>),
    GeoPackage(Box<GeoPackage>),
    Osm(Osm<'a>),
    Feed(Box<Feed<'a>>),
    Tables(Tables<'a>),
}

/// What is passed each row of a sheet; it may end the reading.
pub(crate) type Each<'e> = dyn FnMut(Row) -> ControlFlow<()> + 'e;

impl Book<'_> {
    /// The sheets in the workbook's order, hidden ones included, charts not.
    pub fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The encoding of a text file, or of the texts in a sheet.
    pub fn encoding(&self, sheet: usize) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text.encoding()),
            Content::Tables(tables) => tables.encoding(sheet),
            Content::Json(json) => Some(json.encoding()),
            Content::Kml(kml) => Some(kml.encoding()),
            Content::Shapefile(shapes) => shapes.encoding(sheet),
            _ => None,
        }
    }

    /// The row that names the columns, where the format says so itself.
    pub fn header_row(&self) -> Option<u32> {
        let says = !matches!(
            self.content,
            Content::Text(_)
                | Content::Tables(_)
                | Content::Workbook(_)
                | Content::OldWorkbook(_)
                | Content::OpenDocument(_)
        );
        says.then_some(HEADER_ROW)
    }

    /// Whether the columns are tags of a public vocabulary, and no headers that surveyors wrote.
    pub fn is_tagged(&self) -> bool {
        matches!(self.content, Content::Osm(_) | Content::Feed(_))
    }

    /// Whether the rows of a sheet carry their [place](Row::place).
    pub fn draws(&self, sheet: usize) -> bool {
        match &self.content {
            Content::Json(json) => json.draws(),
            Content::Kml(_) | Content::Osm(_) => true,
            Content::Shapefile(shapes) => shapes.draws(sheet),
            Content::GeoPackage(layers) => layers.draws(sheet),
            Content::Feed(feed) => feed.draws(sheet),
            _ => false,
        }
    }

    /// The reference system of the places of a sheet, as the file declares it or its format prescribes:
    /// `EPSG:n`, `ESRI:n`, `OGC:CRS84`, else in the words of the file.
    pub fn crs(&self, sheet: usize) -> Option<String> {
        match &self.content {
            Content::Json(json) => json.crs(),
            Content::Kml(_) => Some(kml::CRS.to_owned()),
            Content::Osm(_) | Content::Feed(_) => Some(osm::CRS.to_owned()),
            Content::Shapefile(shapes) => shapes.crs(sheet),
            Content::GeoPackage(layers) => layers.crs(sheet),
            _ => None,
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
        self.look(sheet, &mut |row| each(std::mem::take(row)))
    }

    /// The same for who only looks at the rows: those of text files are then written one over the other.
    pub(crate) fn look(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(&mut Row) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let Some(name) = self.sheets.get(sheet) else { return Ok(()) };
        let mut taken = |mut row: Row| each(&mut row);
        match &mut self.content {
            Content::Workbook(book) => book.rows(name.name.as_deref().unwrap_or_default(), &mut taken),
            Content::OldWorkbook(book) => book.rows(sheet, &mut taken),
            Content::OpenDocument(book) => book.rows(sheet, &mut taken),
            Content::Json(json) => json.rows(sheet, &mut taken),
            Content::Kml(kml) => kml.rows(sheet, &mut taken),
            Content::Shapefile(shapes) => shapes.rows(sheet, &mut taken),
            Content::GeoPackage(layers) => layers.rows(sheet, &mut taken),
            Content::Osm(map) => map.rows(&mut taken),
            Content::Feed(feed) => feed.rows(sheet, &mut taken),
            Content::Text(text) => text.rows(each),
            Content::Tables(tables) => tables.rows(sheet, each),
        }
    }

    /// The cells of a sheet that are merged into one.
    ///
    /// A sheet that is damaged before they are told has none; its rows say what is wrong.
    pub fn merges(&mut self, sheet: usize) -> Vec<Merge> {
        let Some(name) = self.sheets.get(sheet) else { return Vec::new() };
        match &mut self.content {
            Content::Workbook(book) => book.merges(name.name.as_deref().unwrap_or_default()),
            Content::OldWorkbook(book) => book.merges(sheet),
            Content::OpenDocument(book) => book.merges(sheet),
            _ => Vec::new(),
        }
    }
}
