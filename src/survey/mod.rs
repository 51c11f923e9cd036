//! To come.

pub mod reader;
