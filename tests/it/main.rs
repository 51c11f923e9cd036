//! The integration tests, one binary.

mod public_files;
