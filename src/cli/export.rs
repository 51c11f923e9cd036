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
        ExportKind::Csv => ExportFormat::Csv,
        ExportKind::Geojson => ExportFormat::GeoJson,
    };
    let line = Line::start(locale.language);
    let (facilities, layers) =
        project::export(&request, format, &options.output, locale.language, &library, &line)?;
    line.end();
    let message = Message::new("export-written").with("facilities", facilities).with("layers", layers);
    say(&locale.say(&message.with("file", options.output.display())));
    Ok(CLEAN)
}
