//! To come.

pub mod cql;
