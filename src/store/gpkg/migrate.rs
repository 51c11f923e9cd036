//! Inventories of older releases are brought up to date, newer ones left alone.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};

use super::beside;
use crate::geopackage;
use crate::store::StoreError;

/// What leads from each version of the schema to the next.
pub(super) const MIGRATIONS: &[&str] =
    &[include_str!("inventory.sql"), include_str!("photos.sql"), include_str!("decision.sql")];

/// The newest version known here.
pub(super) const NEWEST: u32 = 3;

/// The version of an inventory, 0 of an empty database; one that is newer than known is refused.
pub(super) fn version(db: &Connection) -> Result<u32, StoreError> {
    let has_schema = "SELECT 1 FROM sqlite_master WHERE name = 'inventory_schema'";
    if db.query_row(has_schema, [], |_| Ok(())).optional()?.is_none() {
        let tables: u32 = db.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
        return if tables == 0 { Ok(0) } else { Err(StoreError::Foreign) };
    }
    let found = db.query_row("SELECT version FROM inventory_schema", [], |row| row.get(0))?;
    if found > NEWEST { Err(StoreError::Newer { found, known: NEWEST }) } else { Ok(found) }
}

/// Brings an inventory up to date; what it was before is kept beside it.
pub(super) fn run(db: &mut Connection, path: &Path, now: Timestamp, all: &[&str]) -> Result<(), StoreError> {
    let version = version(db)?;
    let missing = all.get(version as usize..).unwrap_or_default();
    if missing.is_empty() {
        return Ok(());
    }
    if version > 0 {
        let backup = format!(".schema-{version}.{}.backup", now.strftime("%Y%m%dT%H%M%SZ"));
        db.execute("VACUUM INTO ?1", [beside(path, &backup).to_string_lossy()])?;
    }
    let change = db.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    if version == 0 {
        geopackage::create(&change)?;
    }
    missing.iter().try_for_each(|sql| change.execute_batch(sql))?;
    Ok(change.commit()?)
}
