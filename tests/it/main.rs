//! The integration tests, one binary.

mod reader;
#[path = "../support/mod.rs"]
mod support;
