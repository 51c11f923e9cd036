//! `barrierfree survey`: what came in, and what becomes of it.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::args::{ListFormat, SurveyArgs, SurveyCommand, SurveyDiffArgs};
use super::progress::Line;
use super::{CLEAN, print, say, width};
use crate::locale::{Locale, Message};
use crate::project::{self, Between, Failure, Overrides, Project};
use crate::report::{Context, comparison, visible};
use crate::store::{Address, Event, FileOf, Objection, Source, State, Step, Survey, SurveyId};

pub(super) fn run(options: &SurveyArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    match &options.command {
        SurveyCommand::List { project, json } => {
            let surveys = project::surveys(&store(project.as_deref(), standards)?)?;
            print(|out| if *json { as_json(&surveys, out) } else { list(&surveys, locale, out) })
                .map(|()| CLEAN)
        }
        SurveyCommand::Submit { id, project } => {
            step(&store(project.as_deref(), standards)?, *id, Step::Submit, locale)
        }
        SurveyCommand::Accept { id, project } => {
            step(&store(project.as_deref(), standards)?, *id, Step::Accept, locale)
        }
        SurveyCommand::Diff(options) => diff(options, standards, locale),
        SurveyCommand::Return { id, reason, project } => {
            let address = store(project.as_deref(), standards)?;
            let survey = project::survey(&address, SurveyId(*id))?;
            let objections = reason.iter().map(|text| project::objection(&survey, text)).collect();
            step(&address, *id, Step::Return(objections), locale)
        }
    }
}

fn store(project: Option<&Path>, standards: Option<&Path>) -> Result<Address, Failure> {
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    Ok(Project::open(project, overrides)?.config.store.value)
}

/// Two surveys, or two days, side by side.
fn diff(options: &SurveyDiffArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let between = match (options.surveys.as_slice(), options.from, options.to) {
        ([before, after], None, None) => Between::Surveys([SurveyId(*before), SurveyId(*after)]),
        ([], Some(from), Some(to)) => Between::Days([from, to]),
        _ => return Err(Failure::Input(Message::new("failure-two-sides"))),
    };
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    let Project { config, library } = Project::open(options.project.as_deref(), overrides)?;
    let line = Line::start(locale.language);
    let found = project::comparison(&config, between, options.drafts, &library, &line)?;
    line.end();
    let areas = library.areas();
    let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
    print(|out| match options.format {
        ListFormat::Table => comparison::table(&found, context, width(), out),
        ListFormat::Json => comparison::json(&found, &library.catalogue, out),
        ListFormat::Csv => comparison::csv(&found, context, out),
    })
    .map(|()| CLEAN)
}

fn step(address: &Address, id: u32, step: Step, locale: &Locale) -> Result<u8, Failure> {
    project::step(address, SurveyId(id), step)?;
    let survey = project::survey(address, SurveyId(id))?;
    say(&heading(&survey, locale));
    Ok(CLEAN)
}

/// A survey and its state, in a line.
pub(super) fn heading(survey: &Survey, locale: &Locale) -> String {
    let state = locale.text(&format!("survey-state-{}", survey.state().key()));
    locale.say(&Message::new("survey-heading").with("survey", survey.id).with("state", state))
}

/// The surveys with their files, and why they were given back or by what replaced.
pub(super) fn list(surveys: &[Survey], locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    for survey in surveys {
        let since = survey.events.last().map_or(survey.begun, |event| event.at);
        writeln!(out, "{}  {since}", heading(survey, locale))?;
        for (number, source) in (1..).zip(&survey.sources) {
            let (file, hash) = (FileOf { survey: survey.id, number }, source.hash.get(..12));
            writeln!(out, "    {file}  {}  {}", visible(&source.file), hash.unwrap_or_default())?;
        }
        if let Some(event) = survey.events.last() {
            reasons(event, locale, out)?;
        }
    }
    Ok(())
}

fn reasons(event: &Event, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    for Objection { row, reason } in &event.objections {
        match row {
            Some((file, row)) => writeln!(out, "    ! {}:{row}: {}", visible(file), visible(reason))?,
            None => writeln!(out, "    ! {}", visible(reason))?,
        }
    }
    match event.by {
        Some(by) => {
            writeln!(out, "    {}", locale.say(&Message::new("survey-replaced-by").with("survey", by)))
        }
        None => Ok(()),
    }
}

fn as_json(surveys: &[Survey], out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<Value> = surveys.iter().map(value).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

/// A survey as JSON.
pub(super) fn value(survey: &Survey) -> Value {
    let event = |event: &Event| {
        let objections = event.objections.iter().map(|one| {
            let (file, row) = one.row.clone().unzip();
            json!({ "file": file, "row": row, "reason": one.reason })
        });
        let objections: Vec<_> = objections.collect();
        json!({ "at": event.at, "state": event.state, "objections": objections, "by": event.by })
    };
    let source = |(number, one): (u32, &Source)| {
        let number = FileOf { survey: survey.id, number }.to_string();
        json!({ "number": number, "file": one.file, "hash": one.hash })
    };
    json!({
        "id": survey.id,
        "state": survey.state(),
        "counts": survey.state() == State::Accepted,
        "replaces": survey.replaces,
        "sources": (1..).zip(&survey.sources).map(source).collect::<Vec<_>>(),
        "events": survey.events.iter().map(event).collect::<Vec<_>>(),
    })
}
