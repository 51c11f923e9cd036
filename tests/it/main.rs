//! The integration tests, one binary.

mod agreement;
mod architecture;
mod cli;
mod locale;
mod monotonic;
mod parking;
mod public_audits;
mod public_files;
mod reader;
mod schema;
mod standards;
#[path = "../support/mod.rs"]
mod support;
