//! The integration tests, one binary.

mod architecture;
mod language;
mod parking;
mod public_audits;
mod reader;
mod semantics;
mod standards;
#[path = "../support/mod.rs"]
mod support;

mod locale;
mod schema;

mod public_files;
