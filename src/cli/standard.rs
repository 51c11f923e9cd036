//! `barrierfree standard`: what the standards ask, and whether they are sound.

use std::io::{self, Write};
use std::path::Path;

use super::args::{ConflictsArgs, DiffArgs, StandardArgs, StandardCommand, StandardFormat};
use super::progress::Line;
use super::{CLEAN, GAPS, docs, print, width};
use crate::audit::{self, CaseReport, Mismatch, check_cases};
use crate::locale::{Locale, Message};
use crate::model::StandardId;
use crate::project::{self, Failure, Library, Request, difference};
use crate::report::standard::conflict::Answer;
use crate::report::{self, Context};
use crate::standard::pack::{Case, Given, Other, Standard};

pub(super) fn run(options: &StandardArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let library = Library::load(standards)?;
    match &options.command {
        StandardCommand::List => print(|out| list(&library, locale, out)).map(|()| CLEAN),
        StandardCommand::Show { id } => {
            let standard = library.standard(&id.as_str().into())?;
            print(|out| show(&library, standard, locale, out)).map(|()| CLEAN)
        }
        StandardCommand::Check => print(|out| checked(&library, locale, out)).map(|()| CLEAN),
        StandardCommand::Test { ids } => test(&library, ids, locale),
        StandardCommand::Conflicts(options) => conflicts(&library, options, locale),
        StandardCommand::Diff(options) => diff(&library, options, standards, locale),
        StandardCommand::Coverage { ids, format } => coverage(&library, ids, *format, locale),
        StandardCommand::Conformance { folder, ids } => docs::conformance(&library, folder, ids, locale),
        StandardCommand::Docs { folder, ids, format } => docs::run(&library, folder, ids, *format, locale),
    }
}

fn list(library: &Library, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    for standard in library.standards() {
        let title = standard.title.text(locale.language);
        writeln!(
            out,
            "{:<18} {:>3}  {title}",
            standard.id.as_str(),
            requirements(library, standard).count()
        )?;
    }
    Ok(())
}

fn show(library: &Library, standard: &Standard, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}  {}", standard.id, standard.title.text(locale.language))?;
    for requirement in requirements(library, standard) {
        let duty = &requirement.duty;
        let strength = locale.text(&format!("strength-{}", duty.obligation.strength.key()));
        let title = duty.title.text(locale.language);
        writeln!(out, "\n{}  {}  {title}\n    {strength}", duty.id, duty.clause)?;
        if !duty.verified {
            writeln!(out, "    {}", locale.text("standard-unverified"))?;
        }
        for case in &requirement.cases {
            let outcome = case.outcome.map(|outcome| locale.text(&format!("outcome-{}", outcome.key())));
            writeln!(out, "    · {} → {}", case.name, outcome.unwrap_or_default())?;
        }
    }
    Ok(())
}

fn checked(library: &Library, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    let message = Message::new("standard-checked")
        .with("standards", library.standards().len())
        .with("requirements", library.program.requirements.len())
        .with("types", library.catalogue.types.len());
    writeln!(out, "{}", locale.say(&message))
}

fn test(library: &Library, ids: &[String], locale: &Locale) -> Result<u8, Failure> {
    let report = check_cases(&library.program, &library.catalogue, &named(library, ids)?);
    print(|out| tested(&report, locale, out))?;
    Ok(if report.failed.is_empty() { CLEAN } else { GAPS })
}

fn conflicts(library: &Library, options: &ConflictsArgs, locale: &Locale) -> Result<u8, Failure> {
    let ConflictsArgs { place, as_of, facility_type, format } = options;
    let question = library.question(place.as_deref(), *as_of, facility_type.as_deref())?;
    let conflicts = audit::conflicts(&library.program, &library.catalogue, &question);
    let answer =
        Answer { day: question.day, jurisdiction: question.jurisdiction.as_ref(), conflicts: &conflicts };
    let areas = library.areas();
    let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
    let write = |out: &mut dyn Write| match format {
        StandardFormat::Table => report::standard::conflict::table(&answer, &context, width(), out),
        StandardFormat::Json => report::standard::conflict::json(&answer, out),
    };
    print(write).map(|()| CLEAN)
}

fn diff(
    library: &Library,
    options: &DiffArgs,
    standards: Option<&Path>,
    locale: &Locale,
) -> Result<u8, Failure> {
    let request = Request {
        files: options.surveys.clone(),
        profiles: options.profile.clone(),
        jurisdiction: options.jurisdiction.as_deref().map(project::jurisdiction).transpose()?,
        as_of: options.as_of,
        ..Request::default()
    };
    let line = Line::start(locale.language);
    let found = difference([&options.before, &options.after], &request, standards, &line)?;
    line.end();
    let areas = library.areas();
    let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
    let write = |out: &mut dyn Write| match options.format {
        StandardFormat::Table => report::standard::difference::table(&found, &context, width(), out),
        StandardFormat::Json => report::standard::difference::json(&found, out),
    };
    print(write)?;
    Ok(if found.turns_verdicts() { GAPS } else { CLEAN })
}

fn coverage(
    library: &Library,
    ids: &[String],
    format: StandardFormat,
    locale: &Locale,
) -> Result<u8, Failure> {
    let documents = library.coverage(&named(library, ids)?);
    let write = |out: &mut dyn Write| match format {
        StandardFormat::Table => report::standard::coverage::table(&documents, locale, width(), out),
        StandardFormat::Json => report::standard::coverage::json(&documents, out),
    };
    print(write).map(|()| CLEAN)
}

/// The standards of these ids, each of which must be there.
fn named(library: &Library, ids: &[String]) -> Result<Vec<StandardId>, Failure> {
    let ids: Vec<StandardId> = ids.iter().map(|id| id.as_str().into()).collect();
    ids.iter().try_for_each(|id| library.standard(id).map(|_| ()))?;
    Ok(ids)
}

fn tested(report: &CaseReport, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    report.failed.iter().try_for_each(|mismatch| mismatched(mismatch, locale, out))?;
    let message = Message::new("standard-tested").with("passed", report.passed);
    writeln!(out, "{}", locale.say(&message.with("failed", report.failed.len())))
}

fn mismatched(mismatch: &Mismatch, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} ({}): {}", mismatch.requirement, mismatch.clause, mismatch.case.name)?;
    let given = Some(given(&mismatch.case)).filter(|given| !given.is_empty());
    let given = given.unwrap_or_else(|| locale.text("standard-given-nothing"));
    writeln!(out, "    {} {given}", locale.text("standard-given"))?;
    for (field, expected, got) in &mismatch.differences {
        let message = Message::new("standard-mismatch").with("field", field);
        writeln!(out, "    {}", locale.say(&message.with("expected", expected).with("got", got)))?;
    }
    Ok(())
}

/// Everything a case gives, as it is written in the pack.
fn given(case: &Case) -> String {
    let earlier =
        |values: &Option<Vec<_>>| values.as_ref().map(|values| format!("earlier = {{ {} }}", listed(values)));
    let other = |other: &Other| {
        let values = [Some(listed(&other.given)), earlier(&other.earlier)].into_iter().flatten();
        let values = values.filter(|values| !values.is_empty()).collect::<Vec<_>>();
        format!("{} {{ {} }}", other.facility_type, values.join(", "))
    };
    let own = [Some(listed(&case.given)), earlier(&case.earlier)].into_iter().flatten();
    let area = case.jurisdiction.iter().map(|code| format!("jurisdiction = {code}"));
    let complete = case.complete.iter().map(|of| format!("complete = {of}"));
    let all = own.chain(area).chain(case.others.iter().map(other)).chain(complete);
    all.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn listed(values: &[(String, Given)]) -> String {
    values.iter().map(|(name, given)| format!("{name} = {given}")).collect::<Vec<_>>().join(", ")
}

fn requirements<'a>(
    library: &'a Library,
    standard: &'a Standard,
) -> impl Iterator<Item = &'a crate::standard::program::Requirement> {
    let number = library.standards().iter().position(|other| other.id == standard.id);
    library.program.requirements.iter().filter(move |one| Some(one.standard) == number)
}
