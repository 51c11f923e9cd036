//! `barrierfree survey`: what came in, and what becomes of it.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::args::{SurveyArgs, SurveyCommand};
use super::{CLEAN, print, say};
use crate::locale::{Locale, Message};
use crate::project::{self, Failure, Overrides, Project};
use crate::report::visible;
use crate::store::{Address, Event, Objection, State, Step, Survey, SurveyId};

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
        for source in &survey.sources {
            writeln!(out, "    {}  {}", visible(&source.file), source.hash.get(..12).unwrap_or_default())?;
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
    json!({
        "id": survey.id,
        "state": survey.state(),
        "counts": survey.state() == State::Accepted,
        "replaces": survey.replaces,
        "sources": survey.sources.iter().map(|one| json!({ "file": one.file, "hash": one.hash })).collect::<Vec<_>>(),
        "events": survey.events.iter().map(event).collect::<Vec<_>>(),
    })
}
