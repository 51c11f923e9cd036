//! The inventory for other programs.

use std::fs;
use std::path::Path;

use super::files::{beside, write_folder};
use super::state::{self, State};
use super::{Failure, Library, Progress, Request};
use crate::export::{self, Layer, layers};
use crate::locale::Language;
use crate::store::StoreError;

/// The formats of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// One file with a layer for each type.
    GeoPackage,
    /// A folder with a file for each type.
    Csv,
    /// The same.
    GeoJson,
}

/// Writes the state on a day; gives back how many facilities there are in how many layers.
pub fn export(
    request: &Request,
    format: ExportFormat,
    path: &Path,
    language: Language,
    library: &Library,
    progress: &dyn Progress,
) -> Result<(usize, usize), Failure> {
    let State { inventory, known_by, .. } = state::state(request, library, &[], progress)?;
    let layers = layers(&inventory);
    match format {
        ExportFormat::GeoPackage => {
            geopackage(path, |part| export::gpkg::write(&layers, part, known_by, language))?;
        }
        ExportFormat::Csv => folder(&layers, path, "csv", export::csv::write)?,
        ExportFormat::GeoJson => folder(&layers, path, "geojson", export::geojson::write)?,
    }
    Ok((layers.iter().map(|layer| layer.rows().count()).sum(), layers.len()))
}

/// Writes beside the place first, so that a file there is whole, old or new.
fn geopackage(path: &Path, write: impl FnOnce(&Path) -> Result<(), StoreError>) -> Result<(), Failure> {
    let part = beside(path);
    let written = write(&part).map_err(Failure::store(path));
    let moved = written.and_then(|()| fs::rename(&part, path).map_err(Failure::file("write", path)));
    drop(fs::remove_file(&part));
    moved
}

fn folder(
    layers: &[Layer<'_>],
    path: &Path,
    ending: &str,
    write: fn(&Layer<'_>, &mut dyn std::io::Write) -> std::io::Result<()>,
) -> Result<(), Failure> {
    write_folder(path, |open| {
        layers.iter().try_for_each(|layer| {
            let mut out = std::io::BufWriter::new(open(&format!("{}.{ending}", layer.of.id))?);
            write(layer, &mut out)?;
            std::io::Write::flush(&mut out)
        })
    })
}
