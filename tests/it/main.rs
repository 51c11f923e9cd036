//! The integration tests, one binary.

mod architecture;
mod parking;
mod reader;
mod standards;
#[path = "../support/mod.rs"]
mod support;

mod locale;
mod schema;
