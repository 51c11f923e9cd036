//! The files of photos: each as it came, under its hash, and what is shown of it.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::Failure;
use super::super::files::{self, make_folder, write_file};
use super::super::verify::PHOTOS;
use crate::picture::SHOWN;

/// Photos as they came, and what is shown of them.
const ORIGINALS: &str = "originals";
const FOR_SHOW: &str = "shown";

/// The folder of photos of a project.
pub(super) struct Shelf(PathBuf);

impl Shelf {
    pub(super) fn of(project: &Path) -> Self {
        Self(project.join(PHOTOS))
    }

    /// The folders it fills.
    pub(super) fn folders(&self) -> [PathBuf; 2] {
        [ORIGINALS, FOR_SHOW].map(|folder| self.0.join(folder))
    }

    fn original(&self, hash: &str) -> PathBuf {
        self.0.join(ORIGINALS).join(beginning(hash)).join(hash)
    }

    fn shown(&self, hash: &str) -> [PathBuf; 2] {
        SHOWN.map(|side| self.0.join(shown_name(hash, side)))
    }

    /// Whether a photo is there as it came.
    pub(super) fn has(&self, hash: &str) -> bool {
        let path = self.original(hash);
        path.is_file() && files::hash(&path).is_ok_and(|of| of == hash)
    }

    /// Whether what is shown of a photo is there.
    pub(super) fn shows(&self, hash: &str) -> bool {
        self.shown(hash).iter().all(|path| path.is_file())
    }

    /// Keeps a photo as it came.
    pub(super) fn keep(&self, hash: &str, bytes: &[u8]) -> Result<(), Failure> {
        if self.has(hash) { Ok(()) } else { write(&self.original(hash), bytes) }
    }

    /// Keeps what is shown of it.
    pub(super) fn show(&self, hash: &str, pictures: &[Vec<u8>; 2]) -> Result<(), Failure> {
        self.shown(hash).iter().zip(pictures).try_for_each(|(path, bytes)| write(path, bytes))
    }

    /// Shows nothing of it any more.
    pub(super) fn hide(&self, hash: &str) -> Result<(), Failure> {
        let shown = self.shown(hash);
        let mut there = shown.iter().filter(|path| path.exists());
        there.try_for_each(|path| fs::remove_file(path).map_err(Failure::file("write", path)))
    }
}

/// Where in a project a photo is shown, no wider or higher than so many pixels.
pub fn shown_at(hash: &str, side: u32) -> String {
    format!("{PHOTOS}/{}", shown_name(hash, side))
}

fn shown_name(hash: &str, side: u32) -> String {
    format!("{FOR_SHOW}/{}/{hash}-{side}.jpg", beginning(hash))
}

/// Folders of all photos would be slow to open.
fn beginning(hash: &str) -> &str {
    hash.get(..2).unwrap_or_default()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    path.parent().map_or(Ok(()), make_folder)?;
    write_file(path, |out| out.write_all(bytes))
}
