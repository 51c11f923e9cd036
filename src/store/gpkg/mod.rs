//! The inventory in a file: a `GeoPackage`, written through `SQLite`.
//!
//! While it is in use it is in WAL mode and private to this program; what a
//! GIS opens is an export. Whoever writes holds a lock beside it, which goes
//! with the process however that ends.

mod lock;
mod migrate;
mod photo;
mod read;
#[cfg(test)]
mod tests;
mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};

use super::{
    Decision, Event, NewSurvey, Photo, Row, SourceId, SourceUse, Staged, Store, StoreError, Survey, SurveyId,
    Table,
};
use lock::Lock;

/// How long a reader waits for a writer to finish a step.
const PATIENCE: Duration = Duration::from_secs(20);

/// An inventory in a file.
#[derive(Debug)]
pub struct Gpkg {
    db: Connection,
    /// Held by whoever writes.
    _lock: Option<Lock>,
}

impl Gpkg {
    /// Opens an inventory to look at it; one of an older release is brought up to date first.
    pub fn read(path: &Path, now: Timestamp) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(StoreError::Missing);
        }
        let db = connect(path)?;
        match migrate::version(&db)? {
            0 => Err(StoreError::Missing),
            migrate::NEWEST => Ok(Self { db, _lock: None }),
            _ => Ok(Self { _lock: None, ..Self::write(path, now)? }),
        }
    }

    /// Opens an inventory to write to it, and makes it where there is none.
    pub fn write(path: &Path, now: Timestamp) -> Result<Self, StoreError> {
        let lock = Lock::take(path)?;
        let mut db = connect(path)?;
        migrate::run(&mut db, path, now, migrate::MIGRATIONS)?;
        Ok(Self { db, _lock: Some(lock) })
    }
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    // What was reported as taken in has to be on the disk, also when the power goes.
    db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
    Ok(db)
}

impl Store for Gpkg {
    fn surveys(&mut self) -> Result<Vec<Survey>, StoreError> {
        read::surveys(&self.db)
    }

    fn stage(&mut self, wanted: &NewSurvey) -> Result<Staged, StoreError> {
        write::stage(&mut self.db, wanted)
    }

    fn append(&mut self, source: SourceId, tables: &[Table], rows: &[Row]) -> Result<(), StoreError> {
        write::append(&mut self.db, source, tables, rows)
    }

    fn promote(
        &mut self,
        survey: SurveyId,
        about: &[SourceUse],
        decisions: &[Decision],
    ) -> Result<(), StoreError> {
        write::promote(&mut self.db, survey, about, decisions)
    }

    fn enter(&mut self, events: &[Event]) -> Result<(), StoreError> {
        write::enter(&mut self.db, events)
    }

    fn decide(&mut self, decisions: &[Decision]) -> Result<(), StoreError> {
        write::decide(&mut self.db, decisions)
    }

    fn decisions(&mut self) -> Result<Vec<Decision>, StoreError> {
        read::decisions(&self.db)
    }

    fn tables(&mut self, source: SourceId) -> Result<Vec<Table>, StoreError> {
        read::tables(&self.db, source)
    }

    fn rows(&mut self, source: SourceId, each: &mut dyn FnMut(Row)) -> Result<(), StoreError> {
        read::rows(&self.db, source, each)
    }

    fn add_photos(&mut self, survey: SurveyId, photos: &[Photo]) -> Result<(), StoreError> {
        photo::add(&mut self.db, survey, photos)
    }

    fn photos(&mut self, survey: SurveyId) -> Result<Vec<Photo>, StoreError> {
        photo::all(&self.db, survey)
    }

    fn check(&mut self) -> Result<(), StoreError> {
        read::check(&self.db)
    }
}

/// A file beside an inventory.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}
