//! The zip around a workbook or a map, looked through before anything in it is trusted.
//!
//! Every part is inflated once into nothing: sizes are counted and not
//! believed, checksums are compared, and parts that share bytes are refused.
//! What passes can be read without surprises.

use std::io::{self, BufReader, Read, Seek};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::gauge::Gauge;
use super::kmz;
use super::unpacked::Extent;
use super::{Foreign, ReadError, Source, decode, encoding};

/// Far above any workbook, which has a part per sheet, picture and chart.
const PARTS: usize = 20_000;

/// All parts inflated. A million rows of forty columns come to some 1.9 GB.
pub(super) const TOTAL: u64 = 2 << 30;

/// Sheets deflate to a tenth or a fortieth; deflate itself ends at 1:1032.
/// Small parts may do better and harm nobody.
pub(super) const RATIO: u64 = 200;
pub(super) const SMALL: u64 = 64 << 20;

/// What an archive holds that can be read.
pub(super) enum Inside {
    /// A workbook, perhaps with merged cells.
    Workbook {
        /// Whether any part speaks of merged cells.
        merges: bool,
    },
    /// An Open Document spreadsheet.
    OpenDocument,
    /// A map in KML, packed there, with as many further ones that are not read.
    Kml(Extent, u64),
    /// The tables of a timetable.
    Feed(Vec<(String, Extent)>),
    /// Tables of text, each with its name.
    Tables(Vec<(String, Extent)>),
    /// Files that belong together, each with its name.
    Parts(Vec<(String, Extent)>),
}

/// What an archive is by its parts.
enum Kind {
    Workbook,
    OpenDocument,
    Kmz,
    Feed,
    Tables,
    Parts,
}

/// Refuses what is no workbook and no map, what is broken and what unfolds beyond measure.
pub(super) fn inspect(source: &mut dyn Source) -> Result<Inside, ReadError> {
    source.rewind()?;
    let mut archive = ZipArchive::new(BufReader::new(source)).map_err(cut)?;
    let kind = kind(&mut archive)?;
    let merges = unfold(&mut archive)?;
    match kind {
        Kind::Workbook => Ok(Inside::Workbook { merges }),
        Kind::OpenDocument => Ok(Inside::OpenDocument),
        Kind::Feed => parts(&mut archive).map(Inside::Feed),
        Kind::Tables => parts(&mut archive).map(Inside::Tables),
        Kind::Parts => parts(&mut archive).map(Inside::Parts),
        Kind::Kmz => kmz::map(&mut archive).map(|(map, others)| Inside::Kml(map, others)),
    }
}

/// Where every file lies. What a name leads to matters nothing: none is written anywhere.
fn parts<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Vec<(String, Extent)>, ReadError> {
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&format!("zip #{index}"), &error))?;
        let name = part.name_raw();
        // Names are in the encoding of the machine they were packed on.
        let name = decode::sample(encoding::evident(name, true), name, true);
        let extent = kmz::extent(&part).filter(|_| part.is_file());
        parts.extend(extent.map(|extent| (name, extent)));
    }
    Ok(parts)
}

/// Inflates every part; whether any of them speaks of merged cells.
fn unfold<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<bool, ReadError> {
    if archive.len() > PARTS {
        return Err(ReadError::Oversized { part: format!("{} parts", archive.len()) });
    }
    if archive.has_overlapping_entries().map_err(|error| damaged("zip", &error))? {
        return Err(damaged("zip", &"parts share bytes"));
    }
    let (mut total, mut merges) = (0, false);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&format!("zip #{index}"), &error))?;
        let (bytes, found) = inflate(part, total)?;
        total += bytes;
        merges |= found;
    }
    Ok(merges)
}

/// Inflates a part into nothing: its size, and whether it speaks of merged cells.
fn inflate<R: Read>(mut part: ZipFile<'_, R>, total: u64) -> Result<(u64, bool), ReadError> {
    let name = part.name().unwrap_or_default().into_owned();
    let packed = part.compressed_size();
    let mut gauge = Gauge::of(&name);
    let mut buffer = vec![0; 1 << 16];
    let mut bytes = 0;
    loop {
        let count = part.read(&mut buffer).map_err(|error| damaged(&name, &error))?;
        bytes += count as u64;
        let fair = bytes <= SMALL || bytes / RATIO <= packed;
        if !fair || total + bytes > TOTAL || !gauge.take(buffer.get(..count).unwrap_or_default(), bytes) {
            return Err(ReadError::Oversized { part: name });
        }
        if count == 0 {
            break;
        }
    }
    let merged = gauge.merges();
    if gauge.keeps_its_promise() { Ok((bytes, merged)) } else { Err(damaged(&name, &"count of strings")) }
}

/// What the archive is, refused where it is nothing to read.
fn kind<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Kind, ReadError> {
    let types = beginning(archive, "[content_types].xml");
    let is_kind = |kind: String| kind.starts_with("application/vnd.oasis.opendocument.spreadsheet");
    let what = match types {
        Some(types) => packaged(&types),
        None if encrypted(archive) => return Err(ReadError::PasswordProtected),
        None if beginning(archive, "mimetype").is_some_and(is_kind) => return Ok(Kind::OpenDocument),
        None if is_feed(archive) => return Ok(Kind::Feed),
        None => Some(unpackaged(archive)),
    };
    match what {
        None => Ok(Kind::Workbook),
        Some(Foreign::Kml) => Ok(Kind::Kmz),
        Some(Foreign::Shapefile) => Ok(Kind::Parts),
        Some(Foreign::Archive) if has_tables(archive) => Ok(Kind::Tables),
        Some(what) => Err(ReadError::NotATable { what }),
    }
}

/// What an archive of these content types is when it is no workbook.
fn packaged(types: &str) -> Option<Foreign> {
    let has = |names: &[&str]| names.iter().any(|name| types.contains(name));
    match () {
        () if has(&["spreadsheetml.sheet.main", "spreadsheetml.template.main"]) => None,
        () if has(&["ms-excel.sheet.macroenabled.main", "ms-excel.template.macroenabled.main"]) => None,
        () if has(&["ms-excel.sheet.binary"]) => Some(Foreign::Xlsb),
        () if has(&["wordprocessingml", "ms-word"]) => Some(Foreign::Word),
        () if has(&["presentationml", "ms-powerpoint"]) => Some(Foreign::Slides),
        () => Some(Foreign::Archive),
    }
}

/// Whether parts of an Open Document are behind a password.
fn encrypted<R: Read + Seek>(archive: &mut ZipArchive<R>) -> bool {
    beginning(archive, "META-INF/manifest.xml").is_some_and(|list| list.contains("encryption-data"))
}

/// Whether these are the tables of a timetable: its stops, and what it has besides.
fn is_feed<R: Read + Seek>(archive: &mut ZipArchive<R>) -> bool {
    let has = |file: &str| archive.file_names().flatten().any(|name| name.to_lowercase().ends_with(file));
    has("stops.txt") && (has("routes.txt") || has("trips.txt") || has("agency.txt"))
}

/// Whether there are tables of text in it, as exports of field surveys are, beside their photos.
fn has_tables<R: Read + Seek>(archive: &mut ZipArchive<R>) -> bool {
    let names = archive.file_names().flatten();
    let endings = names.filter_map(|name| Some(name.rsplit_once('.')?.1.to_lowercase()));
    let endings: Vec<String> = endings.collect();
    let has = |ending: &str| endings.iter().any(|one| one == ending);
    has("csv") && !["xlsx", "xls", "ods", "json", "geojson", "zip"].into_iter().any(has)
}

/// What an archive without a list of content types is.
fn unpackaged<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Foreign {
    if beginning(archive, "mimetype").is_some_and(|kind| kind.contains("opendocument")) {
        return Foreign::OpenDocument;
    }
    let ends = |end: &str| archive.file_names().flatten().any(|name| name.to_lowercase().ends_with(end));
    match () {
        () if ends(".kml") => Foreign::Kml,
        () if ends(".shp") => Foreign::Shapefile,
        () if ends(".iwa") || ends("index.zip") => Foreign::Numbers,
        () if ends("ofd.xml") => Foreign::Ofd,
        () => Foreign::Archive,
    }
}

/// The beginning of a part in lower case, if there is such a part.
fn beginning<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &str) -> Option<String> {
    let name = archive.file_names().flatten().find(|name| name.eq_ignore_ascii_case(part))?.into_owned();
    let mut bytes = Vec::new();
    // What is broken in it comes out when the parts are inflated.
    let _ = archive.by_name(&name).ok()?.take(1 << 20).read_to_end(&mut bytes);
    Some(String::from_utf8_lossy(&bytes).to_lowercase())
}

/// An archive without its end, which is where its list of parts is.
fn cut(error: ZipError) -> ReadError {
    match error {
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => ReadError::Io(error),
        _ => ReadError::Truncated,
    }
}

pub(super) fn damaged(part: &str, why: &dyn ToString) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), why: why.to_string() }
}
