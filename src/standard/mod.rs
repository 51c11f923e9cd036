//! Standards as data: the catalogue, the packs, and their compilation.
//!
//! TOML texts go in; a [`program::Program`] comes out, or every mistake there
//! is, underlined. No file is opened here and no number of any standard is in
//! the code.

pub mod aggregate;
pub mod catalogue;
mod compile;
mod coverage;
pub mod cql;
mod mistake;
pub mod pack;
pub mod program;
pub mod suite;
mod walk;

pub use compile::compile;
pub use coverage::coverage;
pub use mistake::{Mistake, Mistakes, Problem};
pub use walk::Node;
