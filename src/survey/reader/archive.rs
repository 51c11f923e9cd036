//! The zip around a workbook or a map, looked through before anything in it is trusted.
//!
//! Every part is inflated once into nothing: sizes are counted and not
//! believed, checksums are compared, and parts that share bytes are refused.
//! What passes can be read without surprises.

use std::borrow::Cow;
use std::io::{self, BufReader, Read, Seek};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::gauge::Gauge;
use super::unpacked::{Extent, Packing};
use super::{Foreign, ReadError, Source};

/// Far above any workbook, which has a part per sheet, picture and chart.
const PARTS: usize = 20_000;

/// All parts inflated. A million rows of forty columns come to some 1.9 GB.
pub(super) const TOTAL: u64 = 2 << 30;

/// Sheets deflate to a tenth or a fortieth; deflate itself ends at 1:1032.
/// Small parts may do better and harm nobody.
pub(super) const RATIO: u64 = 200;
pub(super) const SMALL: u64 = 64 << 20;

/// What an archive holds that can be read.
pub(super) enum Holds {
    Workbook,
    /// A map in KML, packed there, with as many further ones that are not read.
    Kml(Extent, u64),
}

/// Refuses what is no workbook and no map, what is broken and what unfolds beyond measure.
pub(super) fn inspect(source: &mut dyn Source) -> Result<Holds, ReadError> {
    source.rewind()?;
    let mut archive = ZipArchive::new(BufReader::new(source)).map_err(cut)?;
    let foreign = foreign(&mut archive);
    if let Some(what) = foreign.filter(|what| *what != Foreign::Kml) {
        return Err(ReadError::NotATable { what });
    }
    if archive.len() > PARTS {
        return Err(ReadError::Oversized { part: format!("{} parts", archive.len()) });
    }
    if archive.has_overlapping_entries().map_err(|error| damaged("zip", &error))? {
        return Err(damaged("zip", &"parts share bytes"));
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&format!("zip #{index}"), &error))?;
        total = inflate(part, total)?;
    }
    if foreign.is_some() { kml(&mut archive) } else { Ok(Holds::Workbook) }
}

/// The map of a KMZ: `doc.kml`, else the first. One whose name leads out of the
/// archive was put there to do harm.
fn kml<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Holds, ReadError> {
    let names = archive.file_names().flatten().map(Cow::into_owned);
    let maps: Vec<String> = names.filter(|name| name.to_lowercase().ends_with(".kml")).collect();
    if let Some(name) = maps.iter().find(|name| leads_out(name)) {
        return Err(ReadError::UnsafeName { part: name.clone() });
    }
    let root = maps.iter().find(|name| name.eq_ignore_ascii_case("doc.kml")).or(maps.first());
    let Some(name) = root else { return Err(ReadError::NotATable { what: Foreign::Kml }) };
    let part = archive.by_name(name).map_err(|error| damaged(name, &error))?;
    let packing = match part.compression() {
        CompressionMethod::Stored => Packing::Stored,
        _ => Packing::Deflate,
    };
    match (part.data_start(), part.is_symlink()) {
        (Some(start), false) => {
            let extent = Extent { start, length: part.compressed_size(), packing };
            Ok(Holds::Kml(extent, maps.len() as u64 - 1))
        }
        _ => Err(ReadError::UnsafeName { part: name.clone() }),
    }
}

/// Whether a name is absolute or goes up.
fn leads_out(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.contains(':')
        || name.split(['/', '\\']).any(|folder| folder == "..")
}

/// Inflates a part into nothing and adds its size to the total.
fn inflate<R: Read>(mut part: ZipFile<'_, R>, total: u64) -> Result<u64, ReadError> {
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
    if gauge.keeps_its_promise() { Ok(total + bytes) } else { Err(damaged(&name, &"count of strings")) }
}

/// What the archive is when it is no workbook.
fn foreign<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Option<Foreign> {
    let Some(types) = beginning(archive, "[content_types].xml") else {
        return Some(unpackaged(archive));
    };
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

/// What an archive without a list of content types is.
fn unpackaged<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Foreign {
    if beginning(archive, "mimetype").is_some_and(|kind| kind.contains("opendocument")) {
        return Foreign::OpenDocument;
    }
    let ends = |end: &str| archive.file_names().flatten().any(|name| name.to_lowercase().ends_with(end));
    match () {
        () if ends(".kml") => Foreign::Kml,
        () if ends(".shp") => Foreign::Shapefile,
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

fn damaged(part: &str, why: &dyn ToString) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), why: why.to_string() }
}
