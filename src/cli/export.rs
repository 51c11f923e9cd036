//! `barrierfree export`.

use std::path::Path;

use super::args::{ExportArgs, ExportKind};
use super::progress::Line;
use super::{CLEAN, say};
use crate::locale::{Locale, Message};
use crate::project::{self, ExportFormat, Failure, Overrides, Project, Request};

pub(super) fn run(options: &ExportArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    let Project { config, library } = Project::open(options.project.as_deref(), overrides)?;
    let request = Request {
        as_of: options.as_of,
        known_by: options.known_by.clone(),
        ..config.request(options.drafts)
    };
    let format = match options.format {
        ExportKind::Gpkg => ExportFormat::GeoPackage,
        ExportKind::Xlsx => ExportFormat::Xlsx,
        ExportKind::Csv => ExportFormat::Csv,
        ExportKind::Geojson => ExportFormat::GeoJson,
        ExportKind::Shapefile => ExportFormat::Shapefile,
        ExportKind::Kml => ExportFormat::Kml,
    };
    let line = Line::start(locale.language);
    let done = project::export(&request, format, &options.output, locale.language, &library, &line)?;
    line.end();
    let message =
        Message::new("export-written").with("facilities", done.facilities).with("layers", done.layers);
    say(&locale.say(&message.with("file", options.output.display())));
    if !done.told.is_nothing() {
        let told = Message::new("export-beside").with("fields", done.told.fields);
        say(&locale.say(&told.with("values", done.told.values).with("folder", options.output.display())));
    }
    Ok(CLEAN)
}
