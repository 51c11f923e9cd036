//! Where photos come from: a folder, or a zip of one.
//!
//! Nothing is ever written under a name that an archive gives. Sizes are
//! counted and not believed; what is no picture is not unfolded further than
//! its first bytes.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::files::{self, all_files, below};
use super::super::{Failure, Progress};
use super::names::{is_clutter, is_safe};
use crate::locale::Message;
use crate::picture::{Fault, MOST_BYTES};

/// Files of an archive: two hundred photos of each of five hundred places.
const MOST_FILES: usize = 100_000;

/// How much smaller than its photos an archive may be. Photos are packed already; pictures
/// of screens and plans come to a tenth.
const RATIO: u64 = 100;

/// Bytes that any archive may unfold to.
const SMALL: u64 = 64 << 20;

/// Photos that may be there.
pub(super) enum Given {
    /// Each by its path and its name.
    Folder(Vec<(PathBuf, String)>),
    /// Each by its number and its name.
    Archive {
        archive: Box<ZipArchive<BufReader<File>>>,
        files: Vec<(usize, String)>,
        unfolded: u64,
        most: u64,
    },
}

/// The bytes of a file, or why there are none.
pub(super) type Bytes = Result<Vec<u8>, Fault>;

impl Given {
    /// Looks what is there; `own` is the folder of photos taken in before, of which none is taken in again.
    pub(super) fn open(path: &Path, own: &[PathBuf]) -> Result<Self, Failure> {
        let about = std::fs::metadata(path).map_err(Failure::file("read", path))?;
        if !about.is_dir() {
            return Self::archive(path, about.len());
        }
        let own: Vec<PathBuf> = own.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        let is_own = |file: &PathBuf| {
            let whole = file.canonicalize();
            whole.is_ok_and(|file| own.iter().any(|folder| file.starts_with(folder)))
        };
        let named = all_files(path)?.into_iter().filter(|file| !is_own(file)).map(|file| {
            let name = below(&file, path);
            (file, name)
        });
        Ok(Self::Folder(named.filter(|(_, name)| !is_clutter(name)).collect()))
    }

    fn archive(path: &Path, bytes: u64) -> Result<Self, Failure> {
        let refused = |key: &str| Failure::Input(Message::new(key).with("file", path.display()));
        let file = BufReader::new(files::open(path)?);
        let mut archive = ZipArchive::new(file).map_err(|error| match error {
            ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => {
                Failure::file("read", path)(error)
            }
            _ => refused("photos-no-archive"),
        })?;
        if archive.len() > MOST_FILES {
            return Err(refused("photos-too-many"));
        }
        if archive.has_overlapping_entries().unwrap_or(true) {
            return Err(refused("photos-bad-archive"));
        }
        let mut files = Vec::new();
        for number in 0..archive.len() {
            let Ok(entry) = archive.by_index_raw(number) else { return Err(refused("photos-bad-archive")) };
            let name = text(entry.name_raw());
            if entry.is_file() && !(is_safe(&name) && is_clutter(&name)) {
                files.push((number, name));
            }
        }
        files.sort_by(|a, b| a.1.cmp(&b.1));
        Ok(Self::Archive {
            archive: Box::new(archive),
            files,
            unfolded: 0,
            most: bytes.saturating_mul(RATIO).max(SMALL),
        })
    }

    /// How many bytes there are to read, as far as that can be told.
    pub(super) fn length(&self, path: &Path) -> u64 {
        match self {
            Self::Folder(files) => files.iter().map(|(path, _)| files::length(path)).sum(),
            Self::Archive { .. } => files::length(path),
        }
    }

    /// The names of all files, in the order of them.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Self::Folder(files) => files.iter().map(|(_, name)| name.as_str()).collect(),
            Self::Archive { files, .. } => files.iter().map(|(_, name)| name.as_str()).collect(),
        }
    }

    /// The bytes of a file, and its name.
    pub(super) fn read(&mut self, number: usize, progress: &dyn Progress) -> Option<(String, Bytes)> {
        let (name, bytes) = match self {
            Self::Folder(files) => {
                let (path, name) = files.get(number)?;
                let bytes = File::open(path).map_err(|error| Fault::Damaged(error.to_string()));
                (name.clone(), bytes.and_then(limited))
            }
            Self::Archive { archive, files, unfolded, most } => {
                let (entry, name) = files.get(number)?.clone();
                let bytes = if is_safe(&name) { unpacked(archive, entry) } else { Err(Fault::UnsafeName) };
                *unfolded += bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
                (name, if *unfolded > *most { Err(Fault::Bomb) } else { bytes })
            }
        };
        progress.done(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64));
        Some((name, bytes))
    }
}

fn unpacked(archive: &mut ZipArchive<BufReader<File>>, entry: usize) -> Bytes {
    match archive.by_index(entry) {
        Ok(part) => limited(part),
        Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => Err(Fault::Locked),
        Err(error) => Err(Fault::Damaged(error.to_string())),
    }
}

/// A byte more than a photo has tells that there are too many; what is no picture is left after its head.
fn limited(from: impl Read) -> Bytes {
    let mut from = from.take(MOST_BYTES + 1);
    let mut bytes = Vec::new();
    let read = from.by_ref().take(HEAD).read_to_end(&mut bytes);
    let read =
        read.and_then(|_| if Fault::is_picture(&bytes) { from.read_to_end(&mut bytes) } else { Ok(0) });
    match read {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Err(Fault::Cut),
        Err(error) => Err(Fault::Damaged(error.to_string())),
    }
}

/// As many bytes as tell what a file is.
const HEAD: u64 = 64;

/// Names are in the encoding of the machine they were packed on: UTF-8, or that of Chinese Windows.
fn text(name: &[u8]) -> String {
    match std::str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(name).0.into_owned(),
    }
}
