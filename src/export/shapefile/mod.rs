//! A layer as a shapefile: points, and a table in which names have ten bytes and texts 254.
//!
//! Each layer is gone through twice, first to find how wide its columns must
//! be. No part of it may be longer than two gigabytes, so a long layer goes on
//! in a further shapefile. A text that is too long is cut and ends in `…`; the
//! whole stands in the table beside. Nothing is blank, and so is no text.

mod drawing;
mod table;

use std::io::{Result, Write};

use super::{Layer, Sidecar, Value};
use drawing::{Drawings, Extent};
use table::Table;

/// The most bytes of a file that every program reads.
const MOST_BYTES: usize = (1 << 31) - 1;

/// Degrees of WGS 84, as `.prj` files name them.
const SYSTEM: &str = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

/// Opens a file of the folder by its name.
pub type Open<'o, F> = dyn FnMut(&str) -> Result<F> + 'o;

/// Writes a layer, as one shapefile or several.
pub fn write<F: Write, W: Write>(
    layer: &Layer<'_>,
    open: &mut Open<'_, F>,
    sidecar: &mut Sidecar<W>,
) -> Result<()> {
    let table = Table::measure(layer);
    for (property, field) in layer.fields.iter().zip(table.names()) {
        sidecar.field(layer, *property, field, field != property.name)?;
    }
    let most = (MOST_BYTES / table.width().max(drawing::POINT)).saturating_sub(1).max(1);
    let mut rows = layer.rows().enumerate();
    for part in 1.. {
        let name = if part == 1 { layer.of.id.to_string() } else { format!("{}_{part}", layer.of.id) };
        let before = (part - 1) * most;
        let count = table.rows().saturating_sub(before).min(most);
        if count == 0 && part > 1 {
            break;
        }
        let extent = Extent::of(layer.rows().skip(before).take(count).map(|row| row.place));
        let mut file = |ending: &str| open(&format!("{name}.{ending}"));
        for (ending, text) in [("prj", SYSTEM), ("cpg", "UTF-8")] {
            let mut note = file(ending)?;
            note.write_all(text.as_bytes())?;
            note.flush()?;
        }
        let (mut drawn, mut index, mut cells) = (file("shp")?, file("shx")?, file("dbf")?);
        let mut drawings = Drawings::begin(&mut drawn, &mut index, extent, count)?;
        table.header(&mut cells, count)?;
        for (number, row) in rows.by_ref().take(count) {
            drawings.add(row.place)?;
            table.row(&mut cells, &row.values, &mut |field, value| {
                sidecar.value(
                    layer,
                    number + 1,
                    layer.fields.get(field).map_or("", |field| field.name),
                    value,
                )
            })?;
        }
        cells.write_all(&[0x1A])?;
        [drawn, index, cells].iter_mut().try_for_each(Write::flush)?;
    }
    Ok(())
}

/// A value as text; nothing where there is none.
fn written(value: &Value) -> Option<String> {
    Some(match value {
        Value::Nothing => return None,
        Value::Whole(whole) => whole.to_string(),
        // A number is written out where there is room for all of it.
        Value::Real(number) => {
            let plain = number.to_string();
            if plain.len() <= table::REAL { plain } else { format!("{number:e}") }
        }
        Value::Flag(flag) => if *flag { "T" } else { "F" }.to_owned(),
        Value::Text(text) => text.clone(),
    })
}
