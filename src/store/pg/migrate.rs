//! Inventories of older releases are brought up to date, newer ones left alone.

use jiff::Timestamp;
use tokio_postgres::{Client, Transaction};

use super::value::number;
use crate::store::StoreError;

/// What leads from each version of the schema to the next.
pub(super) const MIGRATIONS: &[&str] = &[include_str!("inventory.sql")];

/// The newest version known here.
pub(super) const NEWEST: u32 = 1;

/// The version of an inventory, 0 where there is none; one that is newer than known is refused.
pub(super) async fn version(db: &Client) -> Result<u32, StoreError> {
    let tables = "SELECT count(*), count(*) FILTER (WHERE relname = 'inventory_schema') FROM pg_class \
                  WHERE relnamespace = to_regnamespace('barrierfree')";
    let found = db.query_one(tables, &[]).await?;
    match (found.try_get::<_, i64>(0)?, found.try_get::<_, i64>(1)?) {
        (0, _) => return Ok(0),
        (_, 0) => return Err(StoreError::Foreign),
        _ => {}
    }
    let row = db.query_one("SELECT version FROM barrierfree.inventory_schema", &[]).await?;
    let found = number(&row, 0)?;
    if found > NEWEST { Err(StoreError::Newer { found, known: NEWEST }) } else { Ok(found) }
}

/// Brings an inventory up to date; what it was before is kept in a schema beside it. All of it or nothing.
pub(super) async fn run(db: &mut Client, now: Timestamp, all: &[&str]) -> Result<(), StoreError> {
    let version = version(db).await?;
    let missing = all.get(version as usize..).unwrap_or_default();
    if missing.is_empty() {
        return Ok(());
    }
    let change = db.transaction().await?;
    if version == 0 {
        make_room(&change).await?;
    } else {
        keep(&change, &format!("barrierfree_schema_{version}_{}", now.strftime("%Y%m%dt%H%M%Sz"))).await?;
    }
    find_geometry(&change).await?;
    for sql in missing {
        change.batch_execute(sql).await?;
    }
    Ok(change.commit().await?)
}

async fn make_room(db: &Transaction<'_>) -> Result<(), StoreError> {
    let there = db.query_one("SELECT to_regnamespace('barrierfree') IS NOT NULL", &[]).await?;
    if !there.try_get::<_, bool>(0)? {
        db.batch_execute("CREATE SCHEMA barrierfree").await?;
    }
    let extension = db.query_opt("SELECT 1 FROM pg_extension WHERE extname = 'postgis'", &[]).await?;
    if extension.is_none() {
        db.batch_execute("CREATE EXTENSION postgis").await.map_err(no_postgis)?;
    }
    Ok(())
}

fn no_postgis(error: tokio_postgres::Error) -> StoreError {
    match error.as_db_error() {
        Some(said) => StoreError::NoPostgis(said.message().to_owned()),
        None => error.into(),
    }
}

/// `PostGIS` may lie in any schema.
async fn find_geometry(db: &Transaction<'_>) -> Result<(), StoreError> {
    let path = "SELECT set_config('search_path', quote_ident(nspname) || ', pg_catalog', true) \
                FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'postgis'";
    db.query_opt(path, &[]).await?;
    Ok(())
}

/// Copies every table, as it is, into a schema of that name.
async fn keep(db: &Transaction<'_>, schema: &str) -> Result<(), StoreError> {
    db.batch_execute(&format!("CREATE SCHEMA {schema}")).await?;
    let tables = "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'barrierfree'";
    for row in db.query(tables, &[]).await? {
        let table: String = row.try_get(0)?;
        db.batch_execute(&format!("CREATE TABLE {schema}.{table} AS TABLE barrierfree.{table}")).await?;
    }
    Ok(())
}
