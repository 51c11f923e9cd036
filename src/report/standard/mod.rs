//! What is said of the standards themselves, rather than of a run.

pub mod conflict;
pub mod conformance;
pub mod coverage;
pub mod difference;
mod row;
mod words;

use super::wording::key_of as key;
