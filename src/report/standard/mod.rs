//! What is said of the standards themselves, rather than of a run.

pub mod coverage;
