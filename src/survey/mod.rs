//! Survey files to records: reading, mapping, and saying what is wrong.
//!
//! Bytes of a file and a catalogue go in, with a profile where headers need
//! explaining; records and diagnostics come out row by row. A bad cell costs
//! that cell, a bad row that row; nothing that was written is dropped unsaid.

mod mapping;

mod header;
mod layout;
mod merged;
mod names;
mod position;
mod row;
mod rules;
mod sheet;
mod sink;
mod type_choice;
mod value;
mod voice;

mod profile;

pub mod reader;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use mapping::{FileUse, Intake, read};
pub use names::Names;
pub use profile::{DateOrder, Mistake, Profile, ProfileError};
pub use sink::Sink;
