//! `barrierfree audit`.

use std::io::{self, Write};
use std::path::Path;

use super::args::{AuditArgs, FailOn, Findings, Format};
use super::{CLEAN, GAPS, print, say};
use crate::locale::{Locale, Message};
use crate::model::{GapClass, Run};
use crate::project::{self, Failure, Library, Request};
use crate::report::{self, Context};

pub(super) fn run(options: &AuditArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let library = Library::load(standards)?;
    let run = project::audit(&request(options), &library)?;
    let areas = library.areas();
    let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
    write(options, &run, &context)?;
    if let Some(path) = &options.diagnostics {
        project::write_file(path, |out| report::csv::diagnostics(&run, &context, out))?;
    }
    Ok(exit_code(options.fail_on, &run))
}

fn request(options: &AuditArgs) -> Request {
    let auto = options.standard.iter().any(|standard| standard == "auto");
    let named = options.standard.iter().filter(|standard| *standard != "auto");
    Request {
        files: options.files.clone(),
        profiles: options.profile.clone(),
        standards: named.map(|standard| standard.as_str().into()).collect(),
        auto,
        jurisdiction: options.jurisdiction.clone(),
        boundaries: options.boundaries.clone(),
        as_of: options.as_of,
        all_findings: options.findings == Findings::All,
    }
}

fn write(options: &AuditArgs, run: &Run, context: &Context<'_>) -> Result<(), Failure> {
    let pages = options.format == Format::Html && !report::html::is_one_page(run, context);
    let Some(path) = &options.output else {
        if pages {
            return Err(Failure::Input(Message::new("failure-pages")));
        }
        if options.format != Format::Table {
            summary(run, context);
        }
        return print(|out| document(options.format, run, context, out));
    };
    let written = if pages {
        let folder = path.with_extension("");
        project::write_folder(&folder, |open| report::html::write_folder(run, context, open))?;
        folder.join("index.html")
    } else {
        project::write_file(path, |out| document(options.format, run, context, out))?;
        path.clone()
    };
    summary(run, context);
    say(&context.locale.say(&Message::new("audit-written").with("file", written.display())));
    Ok(())
}

fn document(format: Format, run: &Run, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Table => report::table::write(run, context, width(), out),
        Format::Json => report::json::write(run, context, out),
        Format::Csv => report::csv::findings(run, context, out),
        Format::Html => report::html::write(run, context, out),
    }
}

/// The gap summary, on standard error beside the data.
fn summary(run: &Run, context: &Context<'_>) {
    let mut text = Vec::new();
    if report::table::summary(run, context, width(), &mut text).is_ok() {
        say(&String::from_utf8_lossy(&text));
    }
}

/// Columns of the terminal; a page's worth where there is none.
fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.unwrap_or(100)
}

fn exit_code(fail_on: FailOn, run: &Run) -> u8 {
    let counts = |gap: GapClass| match fail_on {
        FailOn::Violation => matches!(gap, GapClass::Violation | GapClass::OverdueTarget),
        FailOn::Any => gap != GapClass::Advice,
        FailOn::Never => false,
    };
    if run.findings.iter().filter_map(|finding| finding.gap).any(counts) { GAPS } else { CLEAN }
}
