//! `barrierfree import`.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::ImportArgs;
use super::progress::Line;
use super::{CLEAN, print, say};
use crate::locale::{Locale, Message};
use crate::project::{self, Failure, Import, Imported, Overrides, Project};
use crate::report::{self, Context};
use crate::store::{Survey, SurveyId};

pub(super) fn run(options: &ImportArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let overrides = Overrides {
        profiles: options.profile.clone(),
        packs: standards.map(Path::to_owned),
        ..Overrides::default()
    };
    let Project { config, library } = Project::open(options.project.as_deref(), overrides)?;
    let request = Import {
        files: options.files.clone(),
        profiles: config.profiles.value.clone(),
        observed_on: options.observed_on,
        replaces: options.replaces.map(SurveyId),
        accept: options.accept,
    };
    let line = Line::start(locale.language);
    let done = project::import(&request, &config.store.value, &library, &line)?;
    line.end();
    if let Some(path) = &options.diagnostics {
        let areas = library.areas();
        let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
        project::write_file(path, |out| report::csv::diagnostics(&done.diagnostics, &context, out))?;
    }
    if options.json {
        print(|out| as_json(&done, out))?;
        return Ok(CLEAN);
    }
    told(&done, options, locale);
    if let Some(id) = done.survey {
        let areas = library.areas();
        let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
        files(&project::survey(&config.store.value, id)?, context);
    }
    next(&done, options, locale);
    Ok(CLEAN)
}

/// What came of it, in words.
fn told(done: &Imported, options: &ImportArgs, locale: &Locale) {
    let mut known: BTreeMap<SurveyId, Vec<&PathBuf>> = BTreeMap::new();
    done.known.iter().for_each(|(file, survey)| known.entry(*survey).or_default().push(file));
    for (survey, files) in known {
        let first = files
            .first()
            .map(|file| report::visible(&file.to_string_lossy()).into_owned())
            .unwrap_or_default();
        let message = Message::new("import-known").with("files", files.len()).with("first", first);
        say(&locale.say(&message.with("survey", survey)));
    }
    let Some(survey) = done.survey else { return };
    let state = if options.accept { "accepted" } else { "draft" };
    let message = Message::new("import-done").with("survey", survey).with("state", state);
    say(&locale.say(&message.with("diagnostics", done.diagnostics.len())));
    if done.linked + done.asked > 0 {
        let message = Message::new("import-linked").with("linked", done.linked).with("asked", done.asked);
        say(&locale.say(&message));
    }
}

/// What each sheet was taken for.
fn files(survey: &Survey, context: Context<'_>) {
    for sheet in survey.sources.iter().flat_map(|source| &source.about.sheets) {
        context.taken(sheet).iter().for_each(|line| say(&format!("  {line}")));
    }
}

/// What may be done now.
fn next(done: &Imported, options: &ImportArgs, locale: &Locale) {
    if !done.diagnostics.is_empty() && options.diagnostics.is_none() {
        say(&locale.text("import-diagnostics"));
    }
    if let Some(survey) = done.survey.filter(|_| !options.accept) {
        say(&locale.say(&Message::new("import-next").with("survey", survey)));
    }
}

fn as_json(done: &Imported, out: &mut dyn Write) -> io::Result<()> {
    let known = done.known.iter();
    let known = known.map(|(file, survey)| json!({ "file": file.to_string_lossy(), "survey": survey }));
    let result = json!({
        "survey": done.survey,
        "known": known.collect::<Vec<_>>(),
        "linked": done.linked,
        "asked": done.asked,
        "diagnostics": done.diagnostics.len(),
    });
    serde_json::to_writer_pretty(&mut *out, &result)?;
    writeln!(out)
}
