//! Files, folders and the clock.

use std::fs::{self, File};
use std::io::{BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::Failure;
use crate::model::hex;

/// Today, where this machine is.
pub fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Now, to the second.
pub(super) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// Writes a file whole or not at all: first beside it, then renamed.
pub fn write_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), Failure> {
    let part = Part(beside(path));
    let written = File::create(&part.0).map(BufWriter::new).and_then(|mut out| {
        write(&mut out)?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        fs::rename(&part.0, path)
    });
    written.map_err(Failure::file("write", path))
}

/// A file that is not whole yet; what is left of it goes, however the writing ends.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.0));
    }
}

/// Writes the files of a folder: all of them beside it first, then each in its place.
pub fn write_folder(
    folder: &Path,
    write: impl FnOnce(&mut dyn FnMut(&str) -> std::io::Result<File>) -> std::io::Result<()>,
) -> Result<(), Failure> {
    let beside = beside(folder);
    make_folder(folder)?;
    make_folder(&beside)?;
    let mut names = Vec::new();
    let written = write(&mut |name| {
        names.push(name.to_owned());
        File::create(beside.join(name))
    });
    let moved = written
        .and_then(|()| names.iter().try_for_each(|name| fs::rename(beside.join(name), folder.join(name))));
    drop(fs::remove_dir_all(&beside));
    moved.map_err(Failure::file("write", folder))
}

/// Where something is written until it is whole.
pub(super) fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

/// Makes a folder and those above it.
pub(super) fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(Failure::file("write", path))
}

/// Reads a text file whole.
pub(super) fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::file("read", path))
}

/// Opens a file to read.
pub(super) fn open(path: &Path) -> Result<File, Failure> {
    File::open(path).map_err(Failure::file("read", path))
}

/// How many bytes a file has; none where that cannot be told.
pub(super) fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |about| about.len())
}

/// The SHA-256 of a file, in hexadecimal.
pub(super) fn hash(path: &Path) -> Result<String, Failure> {
    let mut file = open(path)?;
    let mut hash = Sha256::new();
    let mut block = vec![0; 1 << 16];
    loop {
        let length = file.read(&mut block).map_err(Failure::file("read", path))?;
        match block.get(..length) {
            Some(read) if length > 0 => hash.update(read),
            _ => break,
        }
    }
    Ok(hex(&hash.finalize()))
}

/// Every file below a folder, in the order of paths; none where there is no folder.
pub(super) fn all_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    folders.retain(|folder| folder.exists());
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(Failure::file("read", &next))? {
            let entry = entry.map_err(Failure::file("read", &next))?;
            // A link to a folder may lead back; it is none of ours.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let list = if is_folder { &mut folders } else { &mut found };
            list.push(entry.path());
        }
    }
    found.retain(|path| path.is_file());
    found.sort();
    Ok(found)
}

/// The name of a file relative to a folder, with `/`.
pub(super) fn below(path: &Path, folder: &Path) -> String {
    let name = path.strip_prefix(folder).unwrap_or(path);
    name.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Every TOML file below a folder, by its name relative to it, with its text.
pub(super) fn toml_files(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(Failure::file("read", &next))? {
            let path = entry.map_err(Failure::file("read", &next))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                found.push((below(&path, folder), read_text(&path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}
