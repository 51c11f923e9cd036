//! `barrierfree audit`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::{AuditArgs, FailOn, Findings, Format};
use super::progress::Line;
use super::settings::overrides;
use super::{CLEAN, GAPS, print, say, width};
use crate::locale::{Locale, Message};
use crate::model::{GapClass, Run};
use crate::project::{self, Failure, Library, Phase, Progress as _, Project, Request};
use crate::report::{self, Context};

pub(super) fn run(options: &AuditArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let (library, settings) = settings(options, standards)?;
    let line = Line::start(locale.language);
    let run = project::audit(&request(options, settings), &library, &line)?;
    let areas = library.areas();
    let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
    write(options, &run, &context, &line)?;
    if let Some(path) = &options.diagnostics {
        project::write_file(path, |out| report::csv::diagnostics(&run.diagnostics, &context, out))?;
    }
    let code = exit_code(options.fail_on, &run);
    // The program ends here: taking a million findings apart would only keep people waiting.
    std::mem::forget(run);
    Ok(code)
}

/// What is set: by the project where one is named, else by the command line alone.
fn settings(options: &AuditArgs, standards: Option<&Path>) -> Result<(Library, Request), Failure> {
    let given = overrides(&options.settings, standards)?;
    if options.files.is_empty() || options.settings.project.is_some() {
        let project = Project::open(options.settings.project.as_deref(), given)?;
        let request = project.config.request(options.drafts);
        return Ok((project.library, request));
    }
    if given.standards.is_empty() {
        let missing = Message::new("argument-missing").with("argument", "--standard <ID|auto>...");
        return Err(Failure::Input(missing));
    }
    Ok((Library::load(standards)?, given.request()))
}

fn request(options: &AuditArgs, settings: Request) -> Request {
    Request {
        files: options.files.clone(),
        kept: settings.kept.clone().filter(|_| options.files.is_empty()),
        as_of: options.as_of,
        known_by: options.known_by.clone(),
        all_findings: options.findings == Findings::All,
        geography: matches!(options.format, Format::Html | Format::Geojson | Format::Svg | Format::Png),
        ..settings
    }
}

fn write(options: &AuditArgs, run: &Run, context: &Context<'_>, line: &Line) -> Result<(), Failure> {
    if matches!(options.format, Format::Svg | Format::Png) && !report::map::is_possible(run, context) {
        return Err(Failure::Input(Message::new("failure-no-positions")));
    }
    let pages = options.format == Format::Html && !report::html::is_one_page(run, context);
    let layers = options.format == Format::Geojson;
    let Some(path) = &options.output else {
        line.end();
        if pages || layers {
            let key = if pages { "failure-pages" } else { "failure-layers" };
            return Err(Failure::Input(Message::new(key)));
        }
        if options.format != Format::Table {
            summary(run, context);
        }
        return print(|out| document(options.format, run, context, None, out));
    };
    line.begins(Phase::Writing, 0);
    let written = if pages {
        let folder = path.with_extension("");
        project::write_folder(&folder, |open| report::html::write_folder(run, context, open))?;
        folder.join("index.html")
    } else if layers {
        project::write_folder(path, |open| report::geojson::write(run, context, open))?;
        path.clone()
    } else {
        project::write_file(path, |out| document(options.format, run, context, Some(path), out))?;
        path.clone()
    };
    line.end();
    summary(run, context);
    say(&context.locale.say(&Message::new("audit-written").with("file", written.display())));
    Ok(())
}

/// Writes the document; `path` is where it goes to, where that is a file.
fn document(
    format: Format,
    run: &Run,
    context: &Context<'_>,
    path: Option<&Path>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => report::table::write(run, context, width(), out),
        Format::Json => report::json::write(run, context, out),
        Format::Csv => report::csv::findings(run, context, out),
        Format::Html => report::html::write(run, context, out),
        Format::Xlsx => report::xlsx::write(run, context, &beside(path), out),
        Format::Sarif => report::sarif::write(run, context, out),
        Format::Earl => report::earl::write(run, context, out),
        Format::Svg => report::map::svg(run, context, out),
        Format::Png => report::map::png(run, context, out),
        Format::Geojson => Ok(()),
    }
}

/// The folder of a file, where a temporary file finds the disk that has to hold the whole anyway.
fn beside(path: Option<&Path>) -> PathBuf {
    let folder = path.map(|path| path.parent().unwrap_or(Path::new("")));
    match folder {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder.to_owned(),
        None => std::env::temp_dir(),
    }
}

/// The gap summary, on standard error beside the data.
fn summary(run: &Run, context: &Context<'_>) {
    let mut text = Vec::new();
    if report::table::summary(run, context, width(), &mut text).is_ok() {
        say(&String::from_utf8_lossy(&text));
    }
}

fn exit_code(fail_on: FailOn, run: &Run) -> u8 {
    let counts = |gap: GapClass| match fail_on {
        FailOn::Violation => matches!(gap, GapClass::Violation | GapClass::OverdueTarget),
        FailOn::Any => gap != GapClass::Advice,
        FailOn::Never => false,
    };
    if run.findings.iter().filter_map(|finding| finding.gap).any(counts) { GAPS } else { CLEAN }
}
