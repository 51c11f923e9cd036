//! A `GeoPackage` of the inventory, which mapping programs open as it is.
//!
//! It is written anew rather than copied: in a copy, what was deleted from it
//! would still lie in the file.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::types::{ToSqlOutput, Value as Sql};
use rusqlite::{Connection, ToSql};

use super::{Field, Layer, Value};
use crate::geopackage;
use crate::locale::Language;
use crate::model::Kind;
use crate::store::StoreError;

/// Writes the layers into an empty file.
pub fn write(
    layers: &[Layer<'_>],
    path: &Path,
    known_by: Timestamp,
    language: Language,
) -> Result<(), StoreError> {
    let mut db = Connection::open(path)?;
    let change = db.transaction()?;
    geopackage::create(&change)?;
    let changed = known_by.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string();
    layers.iter().try_for_each(|layer| one(&change, layer, &changed, language))?;
    Ok(change.commit()?)
}

fn one(db: &Connection, layer: &Layer<'_>, changed: &str, language: Language) -> rusqlite::Result<()> {
    let columns: Vec<_> = layer.fields.iter().map(|field| (field.name.to_owned(), kind(*field))).collect();
    let mut out = geopackage::Layer::create(db, layer.of.id.as_str(), &columns)?;
    let mut places = Vec::new();
    for (fid, row) in (1..).zip(layer.rows()) {
        let values: Vec<&dyn ToSql> = row.values.iter().map(|value| value as &dyn ToSql).collect();
        out.add(fid, row.place, &values)?;
        places.extend(row.place.map(|place| (fid, place)));
    }
    out.finish(layer.of.label.text(language), changed, places.into_iter())
}

fn kind(field: Field<'_>) -> &'static str {
    match field.kind {
        Kind::Count => "INTEGER",
        Kind::Boolean => "BOOLEAN",
        Kind::Date => "DATE",
        Kind::Text | Kind::Category => "TEXT",
        _ => "DOUBLE",
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Nothing => ToSqlOutput::Owned(Sql::Null),
            Self::Whole(number) => ToSqlOutput::from(*number),
            Self::Real(number) => ToSqlOutput::from(*number),
            Self::Flag(flag) => ToSqlOutput::from(*flag),
            Self::Text(text) => ToSqlOutput::from(text.as_str()),
        })
    }
}
