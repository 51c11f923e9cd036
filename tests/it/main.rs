//! The integration tests, one binary.

mod agreement;
mod architecture;
mod monotonic;
mod parking;
mod public_audits;
mod reader;
mod standards;
#[path = "../support/mod.rs"]
mod support;

mod locale;
mod schema;

mod public_files;
