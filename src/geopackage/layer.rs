//! A layer of points with its index in space.

use rusqlite::{Connection, Result, ToSql, params, params_from_iter};

use super::quoted;

/// The column of the points.
const PLACE: &str = "geom";

/// A layer being written: the rows first, then the index, the triggers that keep it last.
pub struct Layer<'a> {
    db: &'a Connection,
    name: &'a str,
    add: String,
    extent: Extent,
}

/// The box of all points.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Extent {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

impl<'a> Layer<'a> {
    /// Makes the table; each column is its name and its type.
    pub fn create(db: &'a Connection, name: &'a str, columns: &[(String, &str)]) -> Result<Self> {
        let own: Vec<String> =
            columns.iter().map(|(name, kind)| format!("{} {kind}", quoted(name))).collect();
        let fixed = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL".to_owned(), format!("{PLACE} POINT")];
        let columns_sql = fixed.into_iter().chain(own).collect::<Vec<_>>().join(", ");
        db.execute_batch(&format!("CREATE TABLE {} ({columns_sql})", quoted(name)))?;
        let places = (1..=columns.len() + 2).map(|number| format!("?{number}")).collect::<Vec<_>>();
        let add = format!("INSERT INTO {} VALUES ({})", quoted(name), places.join(", "));
        Ok(Self { db, name, add, extent: Extent::NOWHERE })
    }

    /// Adds a row; `fid` counts from 1.
    pub fn add(&mut self, fid: i64, place: Option<(f64, f64)>, values: &[&dyn ToSql]) -> Result<()> {
        let point = place.map(super::point);
        let own: [&dyn ToSql; 2] = [&fid, &point];
        self.db.prepare_cached(&self.add)?.execute(params_from_iter(own.iter().chain(values)))?;
        if let Some(place) = place {
            self.extent.take(place);
        }
        Ok(())
    }

    /// Registers the layer, and builds its index from `places`, the rows that have one.
    pub fn finish(
        self,
        title: &str,
        changed: &str,
        places: impl Iterator<Item = (i64, (f64, f64))>,
    ) -> Result<()> {
        let Self { db, name, extent, .. } = self;
        let [west, south, east, north] = extent.sides();
        db.execute(
            "INSERT INTO gpkg_contents VALUES (?1, 'features', ?2, '', ?3, ?4, ?5, ?6, ?7, 4326)",
            params![name, title, changed, west, south, east, north],
        )?;
        db.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?1, ?2, 'POINT', 4326, 0, 0)",
            params![name, PLACE],
        )?;
        let index = quoted(&format!("rtree_{name}_{PLACE}"));
        db.execute_batch(&format!("CREATE VIRTUAL TABLE {index} USING rtree(id, minx, maxx, miny, maxy)"))?;
        let mut add = db.prepare(&format!("INSERT INTO {index} VALUES (?1, ?2, ?2, ?3, ?3)"))?;
        for (fid, (x, y)) in places {
            add.execute(params![fid, x, y])?;
        }
        db.execute_batch(&triggers(name))?;
        db.execute(
            "INSERT INTO gpkg_extensions VALUES (?1, ?2, 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')",
            params![name, PLACE],
        )?;
        Ok(())
    }
}

/// The triggers of the R-tree extension of version 1.3, under the names it gives them.
fn triggers(name: &str) -> String {
    let text = include_str!("triggers.sql");
    let part = name.replace('"', "\"\"");
    text.replace("{t}", &part).replace("{c}", PLACE)
}

impl Extent {
    const NOWHERE: Self =
        Self { west: f64::INFINITY, south: f64::INFINITY, east: f64::NEG_INFINITY, north: f64::NEG_INFINITY };

    fn take(&mut self, (x, y): (f64, f64)) {
        self.west = self.west.min(x);
        self.south = self.south.min(y);
        self.east = self.east.max(x);
        self.north = self.north.max(y);
    }

    /// West, south, east, north; nothing where no point was.
    fn sides(self) -> [Option<f64>; 4] {
        [self.west, self.south, self.east, self.north].map(|side| Some(side).filter(|side| side.is_finite()))
    }
}
