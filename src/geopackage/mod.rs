//! The form of a `GeoPackage`: what makes a database one, and how a point is written in it.
//!
//! Version 1.3 with its triggers: of 1.4 the readers in use today only say that
//! they may not know it all.

mod layer;
mod point;

use rusqlite::{Connection, Result};

pub use layer::Layer;
pub use point::{place, point};

/// The tables every one has.
const TABLES: &str = include_str!("tables.sql");

/// `GPKG`.
const APPLICATION_ID: u32 = 0x4750_4B47;

/// Version 1.3.0.
const USER_VERSION: u32 = 10300;

/// Makes a `GeoPackage` of an empty database.
pub fn create(db: &Connection) -> Result<()> {
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    db.pragma_update(None, "user_version", USER_VERSION)?;
    db.execute_batch(TABLES)
}

/// A name as SQL quotes it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
