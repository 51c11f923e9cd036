//! `barrierfree audit`.

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
    let context = Context { locale, catalogue: &library.catalogue };
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
        jurisdiction: options.jurisdiction.as_deref().map(Into::into),
        as_of: options.as_of,
        all_findings: options.findings == Findings::All,
    }
}

fn write(options: &AuditArgs, run: &Run, context: &Context<'_>) -> Result<(), Failure> {
    let Some(path) = &options.output else {
        if options.format != Format::Table {
            summary(run, context);
        }
        return print(|out| document(options.format, run, context, out));
    };
    let written = match options.format {
        Format::Html => project::write_pages(path, report::html::pages(run, context))?,
        format => {
            project::write_file(path, |out| document(format, run, context, out))?;
            path.clone()
        }
    };
    summary(run, context);
    say(&context.locale.say(&Message::new("audit-written").with("file", written.display())));
    Ok(())
}

fn exit_code(fail_on: FailOn, run: &Run) -> u8 {
    let counts = |gap: GapClass| match fail_on {
        FailOn::Violation => matches!(gap, GapClass::Violation | GapClass::OverdueTarget),
        FailOn::Any => gap != GapClass::Advice,
        FailOn::Never => false,
    };
    if run.findings.iter().filter_map(|finding| finding.gap).any(counts) { GAPS } else { CLEAN }
}
