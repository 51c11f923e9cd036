//! What was surveyed, kept: an inventory that remembers who saw what, when, and in which row.
//!
//! Surveys come in whole or not at all, their rows are never changed, and what
//! becomes of a survey is a list of events. A backend keeps surveys, rows and
//! events, and computes nothing: the state on a day is resolved by
//! [`crate::inventory`] from the rows it gives back, so that every backend
//! leads to the same bytes. Times are told to it, it reads no clock.

mod bytes;
mod error;
mod gpkg;
mod hash;
mod life;
mod packed;
mod row;
mod survey;

#[cfg(test)]
mod testing;

pub use error::StoreError;
pub use gpkg::Gpkg;
pub use hash::content_hash;
pub use life::{Event, Objection, State, Step, events, replaceable};
pub use packed::Said;
pub use row::{Row, Table, Types};
pub use survey::{NewSurvey, Source, SourceId, SourceUse, Staged, Survey, SurveyId, View};

/// What a store can do; the domain's own operations, and none of a database.
pub trait Store {
    /// Every survey that came in whole, in the order they came.
    fn surveys(&mut self) -> Result<Vec<Survey>, StoreError>;

    /// Begins to take a survey in, or goes on where the same was interrupted; what else was interrupted goes.
    fn stage(&mut self, wanted: &NewSurvey) -> Result<Staged, StoreError>;

    /// Adds tables and rows to a source that is being taken in, all of them or none; a table may be told again.
    fn append(&mut self, source: SourceId, tables: &[Table], rows: &[Row]) -> Result<(), StoreError>;

    /// Makes a draft of what was taken in; `about` says what became of each source, in their order.
    fn promote(&mut self, survey: SurveyId, about: &[SourceUse]) -> Result<(), StoreError>;

    /// Notes what happened to surveys, all of it or nothing.
    fn enter(&mut self, events: &[Event]) -> Result<(), StoreError>;

    /// The tables of a source in their order.
    fn tables(&mut self, source: SourceId) -> Result<Vec<Table>, StoreError>;

    /// The rows of a source in the order they stand in it.
    fn rows(&mut self, source: SourceId, each: &mut dyn FnMut(Row)) -> Result<(), StoreError>;
}
