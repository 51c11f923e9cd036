//! `barrierfree review`: facilities that may be one and values that contradict each other, side by side, and the word on them.

mod json;
mod list;

use std::io::Write;
use std::path::Path;

use super::args::{
    ChooseArgs, LinkArgs, ReopenArgs, ReviewArgs, ReviewCommand, ReviewListArgs, SayArgs, SplitArgs, WordArgs,
};
use super::{CLEAN, print, say};
use crate::locale::{Locale, Message};
use crate::model::Verdict;
use crate::project::{self, Failure, Overrides, Project};
use crate::report::Context;
use crate::store::{By, CellId, FileOf};

pub(super) fn run(options: &ReviewArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    match &options.command {
        ReviewCommand::List(options) => list(options, standards, locale),
        ReviewCommand::Accept(said) => word(said, Verdict::Same, standards, locale),
        ReviewCommand::Reject(said) => word(said, Verdict::Different, standards, locale),
        ReviewCommand::Link(options) => link(options, standards, locale),
        ReviewCommand::Split(options) => split(options, standards, locale),
        ReviewCommand::Choose(options) => choose(options, standards, locale),
        ReviewCommand::Reopen(options) => reopen(options, standards, locale),
    }
}

fn list(options: &ReviewListArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let Project { config, library } = open(options.project.as_deref(), standards)?;
    let pairs = project::reviewed(&config.store.value, options.all, &library)?;
    let conflicts = project::conflicts(&config.store.value, options.all, options.as_of, &library)?;
    let areas = library.areas();
    let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
    let write = |out: &mut dyn Write| {
        if options.json {
            json::write(&pairs, &conflicts, out)
        } else {
            list::write(&pairs, &conflicts, context, out)
        }
    };
    print(write).map(|()| CLEAN)
}

fn open(project: Option<&Path>, standards: Option<&Path>) -> Result<Project, Failure> {
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    Project::open(project, overrides)
}

/// Opens the project a word is about; who says it, and why.
fn said(word: &WordArgs, standards: Option<&Path>) -> Result<(Project, By), Failure> {
    let by = By::Person { name: word.by.clone(), reason: word.reason.clone() };
    Ok((open(word.project.as_deref(), standards)?, by))
}

/// Says of pairs whether they are one.
fn word(
    options: &SayArgs,
    verdict: Verdict,
    standards: Option<&Path>,
    locale: &Locale,
) -> Result<u8, Failure> {
    let (Project { config, .. }, by) = said(&options.word, standards)?;
    let pairs = project::decide(&config.store.value, &options.ids, verdict, &by)?;
    say(&locale.say(&Message::new(format!("review-said-{}", verdict.key())).with("pairs", pairs)));
    Ok(CLEAN)
}

fn link(options: &LinkArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let (Project { config, library }, by) = said(&options.word, standards)?;
    let of = library.facility_type(&options.facility_type)?;
    let both = [options.kept.as_str(), options.other.as_str()];
    project::link(&config.store.value, &of, both, &by, &library)?;
    let message = Message::new("review-linked").with("kept", &options.kept);
    say(&locale.say(&message.with("other", &options.other)));
    Ok(CLEAN)
}

fn split(options: &SplitArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let (Project { config, library }, by) = said(&options.word, standards)?;
    let of = library.facility_type(&options.facility_type)?;
    let file = |text: &String| {
        text.parse::<FileOf>()
            .map_err(|()| Failure::Input(Message::new("failure-no-file").with("file", text)))
    };
    let files = options.files.iter().map(file).collect::<Result<Vec<_>, _>>()?;
    let own = project::split(&config.store.value, &of, &options.id, &files, &by, &library)?;
    say(&locale.say(&Message::new("review-split").with("id", &options.id).with("own", own)));
    Ok(CLEAN)
}

fn choose(options: &ChooseArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let (Project { config, library }, by) = said(&options.word, standards)?;
    let cells = options.cells.iter().map(|text| cell(text)).collect::<Result<Vec<_>, _>>()?;
    let conflicts = project::choose(&config.store.value, &cells, &by, &library)?;
    say(&locale.say(&Message::new("review-chosen").with("conflicts", conflicts)));
    Ok(CLEAN)
}

fn cell(text: &str) -> Result<CellId, Failure> {
    text.parse().map_err(|()| Failure::Input(Message::new("failure-no-conflict").with("cell", text)))
}

/// Numbers are those of pairs, anything else the values of a contradiction.
fn reopen(options: &ReopenArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let (Project { config, library }, by) = said(&options.word, standards)?;
    let pairs: Vec<usize> = options.ids.iter().filter_map(|id| id.parse().ok()).collect();
    let others = options.ids.iter().filter(|id| id.parse::<usize>().is_err());
    let cells = others.map(|text| cell(text)).collect::<Result<Vec<_>, _>>()?;
    if !pairs.is_empty() {
        let pairs = project::decide(&config.store.value, &pairs, Verdict::Ask, &by)?;
        say(&locale.say(&Message::new("review-said-ask").with("pairs", pairs)));
    }
    if !cells.is_empty() {
        let conflicts = project::reopen(&config.store.value, &cells, &by, &library)?;
        say(&locale.say(&Message::new("review-reopened").with("conflicts", conflicts)));
    }
    Ok(CLEAN)
}
