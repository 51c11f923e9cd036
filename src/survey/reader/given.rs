//! What is to be read: one file, several that belong together, or a database.

use std::cell::RefCell;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use rusqlite::Connection;

use super::unpacked::{Extent, Unpacked};
use super::{ReadError, Source};

/// What is to be read.
pub enum Given<'a> {
    /// One file.
    File(Box<dyn Source + 'a>),
    /// Files that belong together, each with its name: those of a shapefile, or of a folder.
    Files(Vec<(String, Box<dyn Source + 'a>)>),
    /// A database that somebody has opened, to be looked at only.
    Database(Connection),
}

impl<'a, T: Source + 'a> From<Box<T>> for Given<'a> {
    fn from(source: Box<T>) -> Self {
        Self::File(source)
    }
}

impl<'a> From<Box<dyn Source + 'a>> for Given<'a> {
    fn from(source: Box<dyn Source + 'a>) -> Self {
        Self::File(source)
    }
}

/// Files that belong together, wherever they lie.
pub(super) struct Parts<'a>(Vec<(String, Box<dyn Source + 'a>)>);

impl<'a> Parts<'a> {
    pub(super) fn of_files(files: Vec<(String, Box<dyn Source + 'a>)>) -> Self {
        let buffered = |(name, source)| (name, Box::new(BufReader::new(source)) as Box<dyn Source + 'a>);
        Self(files.into_iter().map(buffered).collect())
    }

    /// The parts of an archive, each unpacked as it is read.
    pub(super) fn of_archive(
        source: Box<dyn Source + 'a>,
        parts: Vec<(String, Extent)>,
    ) -> Result<Self, ReadError> {
        let whole = Rc::new(RefCell::new(source));
        let part = |(name, extent)| {
            let shared = Box::new(Shared { whole: Rc::clone(&whole), position: 0 });
            let unpacked = Box::new(BufReader::new(Unpacked::new(shared, extent)?));
            Ok((name, unpacked as Box<dyn Source + 'a>))
        };
        parts.into_iter().map(part).collect::<io::Result<_>>().map(Self).map_err(ReadError::Io)
    }

    /// Takes out the part of that name, folders and case aside.
    pub(super) fn take(&mut self, name: &str) -> Option<Box<dyn Source + 'a>> {
        let at = self.0.iter().position(|(part, _)| same(part, name))?;
        Some(self.0.remove(at).1)
    }

    /// The names of the parts with this ending, in the order of the alphabet.
    pub(super) fn ending(&self, ending: &str) -> Vec<String> {
        let names = self.0.iter().map(|(name, _)| name);
        let mut found: Vec<String> =
            names.filter(|name| name.to_lowercase().ends_with(ending)).cloned().collect();
        found.sort();
        found
    }
}

/// Whether two parts are called the same, whatever the case.
fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A source that is read at several places by turns.
struct Shared<'a> {
    whole: Rc<RefCell<Box<dyn Source + 'a>>>,
    position: u64,
}

impl Read for Shared<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut whole = self.whole.borrow_mut();
        whole.seek(SeekFrom::Start(self.position))?;
        let count = whole.read(buffer)?;
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for Shared<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let SeekFrom::Start(to) = to else { return Err(io::ErrorKind::Unsupported.into()) };
        self.position = to;
        Ok(to)
    }
}
