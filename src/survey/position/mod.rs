//! Where a facility is: two figures in a reference system, or a point as well-known text.
//!
//! The columns of a sheet and its reference system go in, then rows; out comes
//! for each the place in degrees of WGS 84 with the figures as written, or what
//! is the matter with them. Nothing is corrected unsaid: axes that are certainly
//! swapped are read the right way round and named, all else is left out.

mod columns;
mod reference;
mod remarks;
mod sighting;
mod system;
#[cfg(test)]
mod tests;

pub(super) use columns::PositionAt;
pub(super) use reference::{Reference, reference};
pub(super) use remarks::Remarks;
pub(super) use sighting::{Matter, Sighting};
pub(super) use system::SystemColumn;

use super::reader::Row;
use crate::geometry::Transform;

/// How the positions of a sheet are read.
pub(super) struct Positions {
    pub(super) at: PositionAt,
    pub(super) transform: Transform,
}

impl Positions {
    /// What a row says of the place.
    pub(super) fn read(&self, row: &Row) -> Sighting {
        match self.at.figures(row) {
            None => Sighting::Blank,
            Some(Err(())) => Sighting::Unread(self.at.text(row)),
            Some(Ok(figures)) => sighting::sighting(&self.transform, figures)
                .unwrap_or_else(|| Sighting::Unread(self.at.text(row))),
        }
    }
}
