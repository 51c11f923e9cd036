//! A survey as it lies on disk: a file, the files of a shapefile, or a database.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest as _, Sha256};

use super::progress::Watched;
use super::{Failure, Progress, files};
use crate::model::hex;
use crate::survey::reader::{Given, ReadError, Source};

/// What belongs to the drawings of a shapefile; its index only tells what they tell.
const PARTS: [&str; 3] = ["dbf", "prj", "cpg"];

/// How every database of this kind begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// The files a survey is made of; the one that was named comes first.
fn parts(path: &Path) -> Vec<PathBuf> {
    let mut parts = vec![path.to_owned()];
    if ending(path) == "shp" {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let beside = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| path.with_file_name(entry.file_name()));
        let mut beside: Vec<_> = beside
            .filter(|file| file.file_stem() == path.file_stem() && PARTS.contains(&ending(file).as_str()))
            .collect();
        beside.sort();
        parts.append(&mut beside);
    }
    parts
}

fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// How many bytes a survey has; none where that cannot be told.
pub(super) fn length(path: &Path) -> u64 {
    parts(path).iter().map(|part| files::length(part)).sum()
}

/// The SHA-256 of a survey: of its file, or of those of all its files.
pub(super) fn hash(path: &Path) -> Result<String, Failure> {
    let parts = parts(path);
    if let [one] = parts.as_slice() {
        return files::hash(one);
    }
    let mut hash = Sha256::new();
    for part in &parts {
        hash.update(format!("{}:{}\n", ending(part), files::hash(part)?));
    }
    Ok(hex(&hash.finalize()))
}

/// Opens a survey to be read.
pub(super) fn open<'p>(path: &Path, progress: &'p dyn Progress) -> Result<Given<'p>, ReadError> {
    let open = |part: &PathBuf| {
        let source = Watched::new(fs::File::open(part)?, files::length(part), progress);
        Ok::<_, ReadError>(Box::new(source) as Box<dyn Source + 'p>)
    };
    let parts = parts(path);
    if parts.len() > 1 {
        let named = |part: &PathBuf| Ok((file_name(part), open(part)?));
        return parts.iter().map(named).collect::<Result<_, _>>().map(Given::Files);
    }
    if is_database(path)? { database(path) } else { open(&path.to_owned()).map(Given::File) }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_database(path: &Path) -> Result<bool, ReadError> {
    let mut head = Vec::new();
    std::io::Read::read_to_end(
        &mut std::io::Read::take(fs::File::open(path)?, SQLITE.len() as u64),
        &mut head,
    )?;
    Ok(head == SQLITE)
}

/// A database that nobody trusts: it is looked at as it lies there, nothing beside it is touched,
/// and nothing in it is run.
fn database(path: &Path) -> Result<Given<'static>, ReadError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-wal");
    if files::length(Path::new(&beside)) > 0 {
        return Err(ReadError::StillOpen);
    }
    let opened = || {
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(uri(path), flags)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        db.pragma_update(None, "cell_size_check", true)?;
        Ok(db)
    };
    let damaged =
        |error: rusqlite::Error| ReadError::Damaged { part: file_name(path), why: error.to_string() };
    opened().map(Given::Database).map_err(damaged)
}

/// A file that does not change, as `SQLite` is told of it.
fn uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{path}?mode=ro&immutable=1")
}
