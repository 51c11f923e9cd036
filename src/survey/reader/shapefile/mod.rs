//! Shapefiles: the table beside the drawings, row by row.
//!
//! A shapefile is several files of one name. Drawings and rows belong together
//! by their order, so both are read from the first on, and neither is held.
//! The index (`.shx`) only tells where each drawing begins, which the drawings
//! say too: it may be broken or missing. A table alone is a table.

mod encoding;
mod shapes;
mod table;

use std::ops::ControlFlow;

use super::given::Parts;
use super::{Each, Foreign, Hints, ReadError, SheetName, Source, columns, decode};
use shapes::Shapes;
use table::Table;

/// As much as a text beside the table may be long.
const NOTE: u64 = 1 << 16;

/// The shapefiles of one folder or archive; each is a sheet.
pub(super) struct Shapefile<'a> {
    layers: Vec<Layer<'a>>,
}

struct Layer<'a> {
    /// Its name, where there are several.
    name: Option<String>,
    table: Table<'a>,
    shapes: Option<Shapes<'a>>,
    /// What the `.prj` says.
    crs: Option<String>,
}

impl<'a> Shapefile<'a> {
    /// A table that was given alone.
    pub(super) fn table(source: Box<dyn Source + 'a>, hints: &Hints) -> Result<Self, ReadError> {
        let table = Table::open(source, None, hints)?;
        Ok(Self { layers: vec![Layer { name: None, table, shapes: None, crs: None }] })
    }

    /// Every shapefile among the parts.
    pub(super) fn open(mut parts: Parts<'a>, hints: &Hints) -> Result<Self, ReadError> {
        let names = parts.ending(".shp");
        let several = names.len() > 1;
        let layers = names.iter().map(|name| Layer::open(&mut parts, name, several, hints));
        let layers: Vec<_> = layers.collect::<Result<_, _>>()?;
        if layers.is_empty() {
            Err(ReadError::NotATable { what: Foreign::Shapefile })
        } else {
            Ok(Self { layers })
        }
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let name = |layer: &Layer<'_>| layer.name.as_deref().map(Into::into);
        self.layers.iter().map(|layer| SheetName { name: name(layer), hidden: false }).collect()
    }

    pub(super) fn encoding(&self, sheet: usize) -> Option<&'static str> {
        self.layers.get(sheet).map(|layer| layer.table.encoding())
    }

    pub(super) fn draws(&self, sheet: usize) -> bool {
        self.layers.get(sheet).is_some_and(|layer| layer.shapes.is_some())
    }

    pub(super) fn crs(&self, sheet: usize) -> Option<String> {
        self.layers.get(sheet)?.crs.clone()
    }

    /// Hands up the names of the columns, and then the rows that were not deleted.
    pub(super) fn rows(&mut self, sheet: usize, each: &mut Each<'_>) -> Result<(), ReadError> {
        let Some(layer) = self.layers.get_mut(sheet) else { return Ok(()) };
        if each(columns::header(layer.table.names())).is_break() {
            return Ok(());
        }
        layer.table.start()?;
        layer.shapes.as_mut().map_or(Ok(()), Shapes::start)?;
        while let Some(row) = layer.table.next()? {
            let drawn = layer.shapes.as_mut().map_or(Ok(None), Shapes::next)?;
            let Some(mut row) = row else { continue };
            if let Some(drawn) = drawn {
                (row.place, row.problem) = (drawn.place, row.problem.or(drawn.problem));
            }
            if row.holds_something() && each(row) == ControlFlow::Break(()) {
                return Ok(());
            }
        }
        Ok(())
    }
}

impl<'a> Layer<'a> {
    fn open(parts: &mut Parts<'a>, name: &str, several: bool, hints: &Hints) -> Result<Self, ReadError> {
        let stem = name.get(..name.len() - ".shp".len()).unwrap_or_default().to_owned();
        let mut beside = |ending: &str| parts.take(&format!("{stem}{ending}"));
        let table = format!("{}.dbf", file_name(&stem));
        let (shapes, table) = (beside(".shp"), beside(".dbf").ok_or(ReadError::PartMissing { part: table })?);
        let (page, crs) = (note(beside(".cpg"))?, note(beside(".prj"))?);
        Ok(Self {
            name: several.then(|| file_name(&stem).to_owned()),
            table: Table::open(table, page.as_deref(), hints)?,
            shapes: shapes.map(Shapes::open).transpose()?,
            crs: crs.filter(|text| !text.trim().is_empty()),
        })
    }
}

/// Without the folders around.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A short text beside the table.
fn note(source: Option<Box<dyn Source + '_>>) -> Result<Option<String>, ReadError> {
    let Some(mut source) = source else { return Ok(None) };
    let bytes = decode::head(&mut *source, NOTE)?;
    let text = decode::sample(super::encoding::evident(&bytes, true), &bytes, true);
    Ok(Some(text.trim_start_matches('\u{FEFF}').to_owned()))
}
