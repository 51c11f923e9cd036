//! What a file is, by its bytes, and the reader it gets.

use super::archive::{self, Inside};
use super::biff::OldWorkbook;
use super::delimited::Delimited;
use super::feed::Feed;
use super::foreign::{self, Looks};
use super::geopackage::GeoPackage;
use super::given::{Given, Parts};
use super::json::{Json, Overpass};
use super::kml::Kml;
use super::opendocument::OpenDocument;
use super::osm::Osm;
use super::shapefile::Shapefile;
use super::tables::Tables;
use super::text::Text;
use super::unpacked::Unpacked;
use super::workbook::Workbook;
use super::{Book, Content, Foreign, Hints, ReadError, SheetName, Source, decode};

/// Finds out what a file is and makes it ready to be read.
///
/// The name serves only to tell a broken workbook from bytes of another kind.
pub fn open<'a>(file: &str, given: impl Into<Given<'a>>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    match given.into() {
        Given::File(source) => open_file(file, source, hints),
        Given::Files(files) => open_parts(Parts::of_files(files), hints),
        Given::Database(db) => {
            let layers = GeoPackage::open(db)?;
            Ok(book(layers.sheets(), Content::GeoPackage(Box::new(layers))))
        }
    }
}

fn open_file<'a>(file: &str, mut source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    match foreign::looks(&decode::head(&mut *source, 64)?) {
        Looks::Gzip => open_plain(file, Box::new(Unpacked::gzip(source)?), hints),
        Looks::Zip => open_archive(source, hints),
        _ => open_plain(file, source, hints),
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
        Looks::Compound => open_old_workbook(&mut *source),
        Looks::Shapes => Err(ReadError::PartMissing { part: ".dbf".to_owned() }),
        Looks::Table => {
            let table = Shapefile::table(source, hints)?;
            Ok(book(table.sheets(), Content::Shapefile(table)))
        }
        Looks::OsmPbf => Ok(tagged(Osm::pbf(source, &hints.tags))),
        Looks::Foreign(what) => Err(ReadError::NotATable { what }),
        Looks::Text => open_text(source, hints).map_err(|error| named_as_workbook(file, error)),
    }
}

fn open_text<'a>(source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    let (text, sample) = Text::open(source, hints)?;
    match foreign::document(&sample.text) {
        Some(Foreign::Json) if foreign::is_osm(&sample.text) => {
            Ok(tagged(Osm::new(Overpass::new(text), &hints.tags)))
        }
        Some(Foreign::Xml) if foreign::is_osm(&sample.text) => Ok(tagged(Osm::xml(text, &hints.tags))),
        Some(Foreign::Json) => {
            let json = Json::open(text)?;
            Ok(book(json.sheets(), Content::Json(json)))
        }
        Some(Foreign::Kml) => open_kml(text, 0),
        Some(what) => Err(ReadError::NotATable { what }),
        None => {
            let content = Content::Text(Delimited::new(text, &sample, hints));
            Ok(book(vec![SheetName::default()], content))
        }
    }
}

/// What lies in a folder, or would if it were no archive.
fn open_parts<'a>(parts: Parts<'a>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    let shapes = Shapefile::open(parts, hints)?;
    Ok(book(shapes.sheets(), Content::Shapefile(shapes)))
}

fn open_archive<'a>(mut source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Book<'a>, ReadError> {
    match archive::inspect(&mut *source)? {
        Inside::Workbook { merges } => {
            let workbook = Workbook::open(source, merges)?;
            Ok(book(workbook.sheets()?, Content::Workbook(Box::new(workbook))))
        }
        Inside::OpenDocument => {
            let document = OpenDocument::open(source)?;
            Ok(book(document.sheets(), Content::OpenDocument(Box::new(document))))
        }
        Inside::Kml(extent, others) => {
            let map = Box::new(Unpacked::new(source, extent)?);
            open_kml(Text::open(map, &Hints::default())?.0, others)
        }
        Inside::Tables(parts) => {
            let tables = Tables::open(Parts::of_archive(source, parts)?, hints)?;
            Ok(book(tables.sheets(), Content::Tables(tables)))
        }
        Inside::Feed(parts) => {
            let feed = Feed::open(Parts::of_archive(source, parts)?, &hints.feed)?;
            Ok(book(feed.sheets(), Content::Feed(Box::new(feed))))
        }
        Inside::Parts(parts) => open_parts(Parts::of_archive(source, parts)?, hints),
    }
}

fn open_old_workbook<'a>(source: &mut dyn Source) -> Result<Book<'a>, ReadError> {
    let workbook = OldWorkbook::open(source)?;
    Ok(book(workbook.sheets(), Content::OldWorkbook(Box::new(workbook))))
}

fn open_kml(text: Text<'_>, others: u64) -> Result<Book<'_>, ReadError> {
    let kml = Kml::open(text)?;
    Ok(Book { sheets: kml.sheets(), links: kml.links() + others, content: Content::Kml(kml) })
}

fn tagged(map: Osm<'_>) -> Book<'_> {
    book(vec![SheetName::default()], Content::Osm(map))
}

fn book(sheets: Vec<SheetName>, content: Content<'_>) -> Book<'_> {
    Book { sheets, content, links: 0 }
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
