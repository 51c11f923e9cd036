//! The map in an archive of KML (`.kmz`).

use std::borrow::Cow;
use std::io::{Read, Seek};

use zip::read::ZipFile;
use zip::{CompressionMethod, ZipArchive};

use super::archive::damaged;
use super::unpacked::{Extent, Packing};
use super::{Foreign, ReadError};

/// The map of a KMZ: `doc.kml`, else the first. One whose name leads out of the
/// archive was put there to do harm.
pub(super) fn map<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(Extent, u64), ReadError> {
    let names = archive.file_names().flatten().map(Cow::into_owned);
    let maps: Vec<String> = names.filter(|name| name.to_lowercase().ends_with(".kml")).collect();
    if let Some(name) = maps.iter().find(|name| leads_out(name)) {
        return Err(ReadError::UnsafeName { part: name.clone() });
    }
    let root = maps.iter().find(|name| name.eq_ignore_ascii_case("doc.kml")).or(maps.first());
    let Some(name) = root else { return Err(ReadError::NotATable { what: Foreign::Kml }) };
    let part = archive.by_name(name).map_err(|error| damaged(name, &error))?;
    match (extent(&part), part.is_symlink()) {
        (Some(extent), false) => Ok((extent, maps.len() as u64 - 1)),
        _ => Err(ReadError::UnsafeName { part: name.clone() }),
    }
}

/// Where a part of an archive lies, and how it is packed.
pub(super) fn extent<R: Read>(part: &ZipFile<'_, R>) -> Option<Extent> {
    let packing = match part.compression() {
        CompressionMethod::Stored => Packing::Stored,
        _ => Packing::Deflate,
    };
    part.data_start().map(|start| Extent { start, length: part.compressed_size(), packing })
}

/// Whether a name is absolute or goes up.
fn leads_out(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.contains(':')
        || name.split(['/', '\\']).any(|folder| folder == "..")
}
