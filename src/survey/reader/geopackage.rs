//! `GeoPackages` from somebody else: each layer a sheet, each feature a row.
//!
//! The file is not trusted. Whoever opened it opened it to be looked at only;
//! here only tables are read, by the names of their plain columns: no view, no
//! virtual table, no generated column, so that nothing in the file is run. What
//! an evil file can still do is lie, and the bounds on a row hold for that.

use std::ops::ControlFlow;

use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error};

use super::columns::{self, FEATURE_BYTES, Feature};
use super::{Cell, Drawn, Each, Foreign, GeometryFault, ReadError, Row, SheetName, wkb};

/// Layers of one file; each is read on its own.
const SHEETS: usize = 1_024;

/// Whole numbers a double keeps.
const WHOLE: u64 = 1 << 53;

/// The layers that are tables.
const LAYERS: &str = "SELECT c.table_name, g.column_name, upper(s.organization), s.organization_coordsys_id
    FROM gpkg_contents c JOIN sqlite_schema t ON t.name = c.table_name AND t.type = 'table'
        AND t.sql NOT LIKE 'create virtual%'
    LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
    LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
    WHERE c.data_type IN ('features', 'attributes') ORDER BY c.rowid";

pub(super) struct GeoPackage {
    db: Connection,
    layers: Vec<Layer>,
}

struct Layer {
    name: String,
    columns: Vec<Column>,
    /// Which column holds what is drawn, and which the number of the row.
    drawn: Option<usize>,
    key: Option<usize>,
    crs: Option<String>,
}

struct Column {
    name: String,
    /// Declared to be a yes or no.
    flag: bool,
}

impl GeoPackage {
    pub(super) fn open(db: Connection) -> Result<Self, ReadError> {
        db.set_limit(Limit::SQLITE_LIMIT_LENGTH, i32::try_from(FEATURE_BYTES).unwrap_or(i32::MAX))
            .map_err(|error| broken("SQLite", &error))?;
        let layers = layers(&db).map_err(|error| broken("SQLite", &error))?;
        match layers {
            None => Err(ReadError::NotATable { what: Foreign::GeoPackage }),
            Some(layers) if layers.len() > SHEETS => {
                Err(ReadError::Oversized { part: format!("GeoPackage: {}", layers.len()) })
            }
            Some(layers) => Ok(Self { db, layers }),
        }
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let sheet = |layer: &Layer| SheetName { name: Some(layer.name.as_str().into()), hidden: false };
        self.layers.iter().map(sheet).collect()
    }

    pub(super) fn draws(&self, sheet: usize) -> bool {
        self.layers.get(sheet).is_some_and(|layer| layer.drawn.is_some())
    }

    pub(super) fn crs(&self, sheet: usize) -> Option<String> {
        self.layers.get(sheet)?.crs.clone()
    }

    /// Hands up the names of the columns, and then the rows in the order of the table.
    pub(super) fn rows(&mut self, sheet: usize, each: &mut Each<'_>) -> Result<(), ReadError> {
        let Some(layer) = self.layers.get(sheet) else { return Ok(()) };
        let told = |error: &Error| broken(&layer.name, error);
        if each(columns::header(&layer.headers())).is_break() || layer.columns.is_empty() {
            return Ok(());
        }
        let mut query = self.db.prepare(&layer.query()).map_err(|error| told(&error))?;
        let mut rows = query.query([]).map_err(|error| told(&error))?;
        for number in 1.. {
            let Some(row) = rows.next().map_err(|error| told(&error))? else { break };
            let row = layer.row(row, number).map_err(|error| told(&error))?;
            if row.holds_something() && each(row) == ControlFlow::Break(()) {
                break;
            }
        }
        Ok(())
    }
}

/// The layers of the file; `None` where it is no `GeoPackage`.
fn layers(db: &Connection) -> rusqlite::Result<Option<Vec<Layer>>> {
    let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN
        ('gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys')";
    if db.query_row(tables, [], |row| row.get::<_, u32>(0))? < 3 {
        return Ok(None);
    }
    let mut query = db.prepare(LAYERS)?;
    let found = query.query_map([], |row| {
        let crs: (Option<String>, Option<i64>) = (row.get(2)?, row.get(3)?);
        Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?, crs))
    })?;
    let found: Vec<_> = found.take(SHEETS + 1).collect::<rusqlite::Result<_>>()?;
    let layers = found.into_iter().map(|(name, drawn, crs)| Layer::new(db, name, drawn.as_deref(), crs));
    layers.collect::<rusqlite::Result<_>>().map(Some)
}

impl Layer {
    fn new(
        db: &Connection,
        name: String,
        drawn: Option<&str>,
        (organisation, code): (Option<String>, Option<i64>),
    ) -> rusqlite::Result<Self> {
        // Columns that are worked out are not among these.
        let mut query = db.prepare("SELECT name, upper(type), pk FROM pragma_table_info(?1)")?;
        let columns = query.query_map([&name], |row| {
            let kind: String = row.get(1)?;
            Ok((Column { name: row.get(0)?, flag: kind == "BOOLEAN" }, row.get::<_, i64>(2)? > 0))
        })?;
        let columns: Vec<(Column, bool)> = columns.collect::<rusqlite::Result<_>>()?;
        let is_drawn =
            |(column, _): &(Column, bool)| drawn.is_some_and(|name| column.name.eq_ignore_ascii_case(name));
        let crs = organisation.zip(code).filter(|(name, code)| name != "NONE" && *code > 0);
        Ok(Self {
            drawn: columns.iter().position(is_drawn),
            key: columns.iter().position(|(_, key)| *key),
            columns: columns.into_iter().map(|(column, _)| column).collect(),
            crs: crs.map(|(name, code)| format!("{name}:{code}")),
            name,
        })
    }

    /// The columns that are cells.
    fn cells(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns.iter().enumerate().filter(|(at, _)| Some(*at) != self.drawn)
    }

    fn headers(&self) -> Vec<String> {
        self.cells().map(|(_, column)| column.name.clone()).collect()
    }

    fn query(&self) -> String {
        let columns: Vec<String> = self.columns.iter().map(|column| quoted(&column.name)).collect();
        format!("SELECT {} FROM main.{} NOT INDEXED", columns.join(", "), quoted(&self.name))
    }

    fn row(&self, row: &rusqlite::Row<'_>, number: u32) -> rusqlite::Result<Row> {
        let cell = |(at, column): (usize, &Column)| Ok(cell(row.get_ref(at)?, column.flag));
        let cells = self.cells().map(cell).collect::<rusqlite::Result<_>>()?;
        let drawn = self.drawn.map(|at| row.get_ref(at).map(drawn)).transpose()?.flatten();
        let key = self.key.map(|at| row.get_ref(at)).transpose()?.and_then(|key| key.as_i64().ok());
        let number = key.and_then(|key| u32::try_from(key).ok()).filter(|key| *key > 0).unwrap_or(number);
        Ok(Feature::of_cells(number, cells, drawn).row())
    }
}

fn cell(value: ValueRef<'_>, flag: bool) -> Cell {
    match value {
        ValueRef::Null => Cell::Empty,
        ValueRef::Integer(number @ (0 | 1)) if flag => Cell::Flag(number == 1),
        #[expect(clippy::cast_precision_loss, reason = "looked at before")]
        ValueRef::Integer(number) if number.unsigned_abs() <= WHOLE => Cell::Number(number as f64),
        ValueRef::Integer(number) => Cell::text(number.to_string()),
        ValueRef::Real(number) if number.is_finite() => Cell::Number(number),
        ValueRef::Real(number) => Cell::Error(number.to_string()),
        ValueRef::Text(text) => Cell::text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(_) => Cell::Error("blob".to_owned()),
    }
}

/// What is drawn, behind a header that says how long its box is.
fn drawn(value: ValueRef<'_>) -> Option<Drawn> {
    let fault = Drawn { at: None, fault: Some(GeometryFault::NotANumber) };
    let bytes = match value {
        ValueRef::Null => return None,
        ValueRef::Blob(bytes) => bytes,
        _ => return Some(fault),
    };
    let [b'G', b'P', _, flags, ..] = bytes else { return Some(fault) };
    let numbers = match (flags >> 1) & 7 {
        0 => 0,
        1 => 4,
        2 | 3 => 6,
        4 => 8,
        _ => return Some(fault),
    };
    bytes.get(8 + 8 * numbers..).map_or(Some(fault), |bytes| wkb::shape(bytes).drawn())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn broken(part: &str, error: &Error) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), why: error.to_string() }
}
