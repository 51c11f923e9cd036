//! What was surveyed, kept: an inventory that remembers who saw what, when, and in which row.
//!
//! Surveys come in whole or not at all, their rows are never changed, and what
//! becomes of a survey is a list of events; so is what was decided about their
//! rows. A backend keeps all that, and computes nothing: the state on a day is resolved by
//! [`crate::inventory`] from the rows it gives back, so that every backend
//! leads to the same bytes. Times are told to it, it reads no clock.

mod address;
mod bytes;
mod carry;
mod decision;
mod error;
mod gpkg;
mod hash;
mod life;
mod packed;
#[cfg(feature = "postgres")]
mod pg;
mod photo;
mod row;
mod survey;

#[cfg(test)]
mod testing;

pub use address::{Address, masked};
pub use carry::carry;
pub use decision::{About, By, CellId, Decided, Decision, FileOf, Identity};
pub use error::StoreError;
pub use gpkg::Gpkg;
pub use hash::content_hash;
pub use life::{Event, Objection, State, Step, events, replaceable};
pub use packed::Said;
pub use photo::Photo;
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

    /// Makes a draft of what was taken in; `about` says what became of each source, in their order,
    /// and `decisions` what was decided about the places it speaks of.
    fn promote(
        &mut self,
        survey: SurveyId,
        about: &[SourceUse],
        decisions: &[Decision],
    ) -> Result<(), StoreError>;

    /// Notes what happened to surveys, all of it or nothing.
    fn enter(&mut self, events: &[Event]) -> Result<(), StoreError>;

    /// Adds to what was decided, all of it or nothing.
    fn decide(&mut self, decisions: &[Decision]) -> Result<(), StoreError>;

    /// Everything that was decided, in the order it was.
    fn decisions(&mut self) -> Result<Vec<Decision>, StoreError>;

    /// The tables of a source in their order.
    fn tables(&mut self, source: SourceId) -> Result<Vec<Table>, StoreError>;

    /// The rows of a source in the order they stand in it.
    fn rows(&mut self, source: SourceId, each: &mut dyn FnMut(Row)) -> Result<(), StoreError>;

    /// Notes photos of a survey, all of them or none; one of a name and a hash that is there already changes nothing.
    fn add_photos(&mut self, survey: SurveyId, photos: &[Photo]) -> Result<(), StoreError>;

    /// The photos of a survey in the order of their names and hashes, by bytes.
    fn photos(&mut self, survey: SurveyId) -> Result<Vec<Photo>, StoreError>;

    /// What the database itself can find wrong; most of it shows when everything is read.
    fn check(&mut self) -> Result<(), StoreError> {
        Ok(())
    }
}
