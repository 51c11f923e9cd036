//! The inventory: what is known of every facility on a day, as columns.
//!
//! Records go in, one at a time and in any order; [`Builder::build`] resolves
//! them to one state per facility (the latest observation of each property,
//! contradictions kept as conflicts), applies the relations of the catalogue
//! once, and gives columns of dictionary-coded cells that lead back to the row
//! each value was read from.
//!
//! Cost grows with rows times mapped properties; memory with 1, 2
//! or 4 bytes a cell, read or kept, by how many distinct ones there are.

mod areas;
mod batch;
mod builder;
mod cell;
mod column;
mod compare;
mod duplicate;
mod history;
mod identity;
mod pile;
mod placing;
mod relation;
mod resolve;
mod shift;
mod table;

pub use areas::Areas;
pub use builder::{Builder, identity_of};
pub use cell::{Cell, Status, Value};
pub use column::{Codes, Column};
pub use compare::{Sides, compare};
pub use history::Cut;
pub use table::{Facility, Inventory, Table};
