//! `barrierfree init` and `barrierfree config`: a project and what it is set to.

use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::args::{ConfigArgs, ConfigCommand, InitArgs, SettingArgs};
use super::{CLEAN, print};
use crate::locale::{Locale, Message};
use crate::project::{self, CONFIG, Config, Entry, Failure, NewProject, Origin, Overrides, Project};

pub(super) fn init(options: &InitArgs, locale: &Locale) -> Result<u8, Failure> {
    let jurisdiction = options.jurisdiction.as_deref().map(project::jurisdiction).transpose()?;
    let new = NewProject { folder: options.folder.clone(), title: options.title.clone(), jurisdiction };
    project::init(&new, locale)?;
    let message = Message::new("init-made").with("folder", options.folder.display()).with("file", CONFIG);
    print(|out| writeln!(out, "{}", locale.say(&message))).map(|()| CLEAN)
}

pub(super) fn config(options: &ConfigArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    match &options.command {
        ConfigCommand::Check { project } => {
            let config = Project::open(project.as_deref(), Overrides::default())?.config;
            let message = Message::new("config-checked").with("file", config.folder.join(CONFIG).display());
            print(|out| writeln!(out, "{}", locale.say(&message))).map(|()| CLEAN)
        }
        ConfigCommand::Show { origin, json, settings } => {
            let overrides = overrides(settings, standards)?;
            let config = Project::open(settings.project.as_deref(), overrides)?.config;
            print(|out| if *json { as_json(&config, out) } else { show(&config, *origin, locale, out) })
                .map(|()| CLEAN)
        }
    }
}

/// What the command line sets instead of the project.
pub(super) fn overrides(options: &SettingArgs, standards: Option<&Path>) -> Result<Overrides, Failure> {
    Ok(Overrides {
        language: None,
        jurisdiction: options.jurisdiction.as_deref().map(project::jurisdiction).transpose()?,
        standards: options.standard.clone(),
        profiles: options.profile.clone(),
        boundaries: options.boundaries.clone(),
        map_number: options.map_number.clone(),
        packs: standards.map(Path::to_owned),
    })
}

fn show(config: &Config, origin: bool, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    for Entry { key, value, origin: by } in config.entries() {
        let value = value.map_or_else(|| locale.text("config-not-set"), |value| value.to_string());
        write!(out, "{key} = {value}")?;
        if origin {
            write!(out, "  # {}", locale.text(&format!("config-origin-{}", name(by))))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn as_json(config: &Config, out: &mut dyn Write) -> io::Result<()> {
    let entry = |one: Entry| json!({ "key": one.key, "value": one.value, "origin": name(one.origin) });
    let entries: Vec<_> = config.entries().into_iter().map(entry).collect();
    serde_json::to_writer_pretty(&mut *out, &entries)?;
    writeln!(out)
}

fn name(origin: Origin) -> &'static str {
    match origin {
        Origin::Default => "default",
        Origin::File => "file",
        Origin::CommandLine => "command-line",
    }
}
