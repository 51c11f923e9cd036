//! The inventory for other programs.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use super::files::{beside, make_folder, write_file, write_folder};
use super::state::{self, State};
use super::{Failure, Library, Progress, Request};
use crate::export::{self, Layer, Sidecar, Told, layers};
use crate::locale::Language;
use crate::store::StoreError;

/// The formats of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// One file with a layer for each type.
    GeoPackage,
    /// One workbook with a sheet for each type.
    Xlsx,
    /// A folder with a file for each type.
    Csv,
    /// The same.
    GeoJson,
    /// The same, with what it cannot hold in tables beside.
    Kml,
    /// A folder with a shapefile for each type, and the same tables.
    Shapefile,
}

/// What came of an export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exported {
    /// The facilities in it.
    pub facilities: usize,
    /// The layers in it.
    pub layers: usize,
    /// What the format could not hold as it is.
    pub told: Told,
}

/// Writes the state on a day.
pub fn export(
    request: &Request,
    format: ExportFormat,
    path: &Path,
    language: Language,
    library: &Library,
    progress: &dyn Progress,
) -> Result<Exported, Failure> {
    let State { inventory, known_by, .. } = state::state(request, library, &[], progress)?;
    let layers = layers(&inventory);
    let around = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(around)?;
    let mut told = Told::default();
    match format {
        ExportFormat::GeoPackage => {
            geopackage(path, |part| export::gpkg::write(&layers, part, known_by, language))?;
        }
        ExportFormat::Xlsx => {
            write_file(path, |out| out.write_all(&export::xlsx::write(&layers, around)?))?;
        }
        ExportFormat::Csv => folder(&layers, path, "csv", export::csv::write)?,
        ExportFormat::GeoJson => folder(&layers, path, "geojson", export::geojson::write)?,
        ExportFormat::Kml => write_folder(path, |open| {
            told = with_tables(open, |open, sidecar| {
                layers.iter().try_for_each(|layer| {
                    let mut out = open(&format!("{}.kml", layer.of.id))?;
                    export::kml::write(layer, language, &mut out, sidecar)?;
                    out.flush()
                })
            })?;
            Ok(())
        })?,
        ExportFormat::Shapefile => write_folder(path, |open| {
            told = with_tables(open, |open, sidecar| {
                layers.iter().try_for_each(|layer| export::shapefile::write(layer, open, sidecar))
            })?;
            Ok(())
        })?,
    }
    let facilities = layers.iter().map(|layer| layer.rows().count()).sum();
    Ok(Exported { facilities, layers: layers.len(), told })
}

type Open<'o, F> = dyn FnMut(&str) -> io::Result<F> + 'o;

/// Writes layers, and beside them the tables of what their format cannot hold.
fn with_tables(
    open: &mut Open<'_, File>,
    write: impl FnOnce(&mut Open<'_, BufWriter<File>>, &mut Sidecar<BufWriter<File>>) -> io::Result<()>,
) -> io::Result<Told> {
    let mut open = |name: &str| open(name).map(BufWriter::new);
    let [fields, values] = export::SIDECAR;
    let mut sidecar = Sidecar::new(open(fields)?, open(values)?)?;
    write(&mut open, &mut sidecar)?;
    sidecar.end()
}

/// Writes beside the place first, so that a file there is whole, old or new.
fn geopackage(path: &Path, write: impl FnOnce(&Path) -> Result<(), StoreError>) -> Result<(), Failure> {
    let part = beside(path);
    let written = write(&part).map_err(Failure::store(path.display()));
    let moved = written.and_then(|()| fs::rename(&part, path).map_err(Failure::file("write", path)));
    drop(fs::remove_file(&part));
    moved
}

fn folder(
    layers: &[Layer<'_>],
    path: &Path,
    ending: &str,
    write: fn(&Layer<'_>, &mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Failure> {
    write_folder(path, |open| {
        layers.iter().try_for_each(|layer| {
            let mut out = BufWriter::new(open(&format!("{}.{ending}", layer.of.id))?);
            write(layer, &mut out)?;
            out.flush()
        })
    })
}
