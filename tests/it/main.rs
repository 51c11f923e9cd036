//! The integration tests, one binary.

mod locale;
mod schema;
