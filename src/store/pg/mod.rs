//! The inventory on a server: `PostgreSQL` with `PostGIS`, through `tokio-postgres`.
//!
//! One database holds one inventory, in a schema of its own. Whoever writes
//! holds an advisory lock on the connection it writes through, so that the
//! server takes it back from a process that dies, and nothing is written by
//! one who has lost it. Looking takes a connection of the pool for each step
//! and waits for nobody. The trait waits for answers, so a store has a runtime
//! of its own, on the thread that calls it.

mod connect;
mod error;
mod migrate;
mod photo;
mod read;
#[cfg(test)]
mod tests;
mod value;
mod write;

use std::fmt;

use deadpool_postgres::{Object, Pool};
use jiff::Timestamp;
use tokio::runtime::Runtime;

use super::{
    Decision, Event, NewSurvey, Photo, Row, SourceId, SourceUse, Staged, Store, StoreError, Survey, SurveyId,
    Table,
};
pub(super) use connect::check;

/// An inventory on a server.
pub(super) struct Postgres {
    /// The connection of whoever writes, which holds the lock.
    writer: Option<Object>,
    pool: Pool,
    runtime: Runtime,
}

impl Postgres {
    /// Opens an inventory to look at it; one of an older release is brought up to date first.
    pub(super) fn read(url: &str, now: Timestamp) -> Result<Self, StoreError> {
        let store = Self::connect(url)?;
        let version = store.runtime.block_on(async {
            let db = store.pool.get().await?;
            migrate::version(&db).await
        })?;
        match version {
            0 => Err(StoreError::Missing),
            migrate::NEWEST => Ok(store),
            _ => {
                let mut store = Self::write(url, now)?;
                // Given back to the pool it would hold the lock further on.
                drop(store.writer.take().map(Object::take));
                Ok(store)
            }
        }
    }

    /// Opens an inventory to write to it, and makes it where there is none.
    pub(super) fn write(url: &str, now: Timestamp) -> Result<Self, StoreError> {
        let mut store = Self::connect(url)?;
        let writer = store.runtime.block_on(async {
            let mut db = store.pool.get().await?;
            connect::lock(&db).await?;
            migrate::run(&mut db, now, migrate::MIGRATIONS).await?;
            Ok::<_, StoreError>(db)
        })?;
        store.writer = Some(writer);
        Ok(store)
    }

    fn connect(url: &str) -> Result<Self, StoreError> {
        Ok(Self { writer: None, pool: connect::pool(url)?, runtime: connect::runtime()? })
    }

    /// Writes through the connection that holds the lock.
    fn change<T>(
        &mut self,
        write: impl AsyncFnOnce(&mut tokio_postgres::Client) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let writer = self.writer.as_mut().ok_or(StoreError::Busy)?;
        self.runtime.block_on(write(writer))
    }

    /// Looks through the connection that writes, else through any.
    fn look<T>(
        &mut self,
        read: impl AsyncFnOnce(&mut tokio_postgres::Client) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.runtime.block_on(async {
            match &mut self.writer {
                Some(writer) => read(writer).await,
                None => read(&mut *self.pool.get().await?).await,
            }
        })
    }
}

impl Store for Postgres {
    fn surveys(&mut self) -> Result<Vec<Survey>, StoreError> {
        self.look(async |db| read::surveys(db).await)
    }

    fn stage(&mut self, wanted: &NewSurvey) -> Result<Staged, StoreError> {
        self.change(async |db| write::stage(db, wanted).await)
    }

    fn append(&mut self, source: SourceId, tables: &[Table], rows: &[Row]) -> Result<(), StoreError> {
        self.change(async |db| write::append(db, source, tables, rows).await)
    }

    fn promote(
        &mut self,
        survey: SurveyId,
        about: &[SourceUse],
        decisions: &[Decision],
    ) -> Result<(), StoreError> {
        self.change(async |db| write::promote(db, survey, about, decisions).await)
    }

    fn enter(&mut self, events: &[Event]) -> Result<(), StoreError> {
        self.change(async |db| write::enter(db, events).await)
    }

    fn decide(&mut self, decisions: &[Decision]) -> Result<(), StoreError> {
        self.change(async |db| write::decide(db, decisions).await)
    }

    fn decisions(&mut self) -> Result<Vec<Decision>, StoreError> {
        self.look(async |db| read::decisions(db).await)
    }

    fn tables(&mut self, source: SourceId) -> Result<Vec<Table>, StoreError> {
        self.look(async |db| read::tables(db, source).await)
    }

    fn rows(&mut self, source: SourceId, each: &mut dyn FnMut(Row)) -> Result<(), StoreError> {
        let pooled;
        let db: &tokio_postgres::Client = if let Some(writer) = &self.writer {
            writer
        } else {
            pooled = self.runtime.block_on(self.pool.get())?;
            &pooled
        };
        let mut found = std::pin::pin!(self.runtime.block_on(read::rows(db, source))?);
        loop {
            // Who is told of a row may ask another server, for which this one must not be waited for.
            let batch = self.runtime.block_on(read::batch(found.as_mut(), source))?;
            // A stream that has ended is not asked again.
            let is_last = batch.len() < read::BATCH;
            batch.into_iter().for_each(&mut *each);
            if is_last {
                return Ok(());
            }
        }
    }

    fn add_photos(&mut self, survey: SurveyId, photos: &[Photo]) -> Result<(), StoreError> {
        self.change(async |db| photo::add(db, survey, photos).await)
    }

    fn photos(&mut self, survey: SurveyId) -> Result<Vec<Photo>, StoreError> {
        self.look(async |db| photo::all(db, survey).await)
    }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Postgres").field("writes", &self.writer.is_some()).finish_non_exhaustive()
    }
}
