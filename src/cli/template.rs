//! `barrierfree template`: the blank workbook for the next round.

use std::path::{Path, PathBuf};

use super::args::TemplateArgs;
use super::progress::Line;
use super::{CLEAN, say};
use crate::locale::{Locale, Message};
use crate::project::{self, Failure, Library, Overrides, Project, TemplateRequest};

pub(super) fn run(options: &TemplateArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    let here = || std::env::current_dir().ok().and_then(|folder| project::project_at(&folder));
    let project = match (&options.project, here()) {
        (None, None) => None,
        (folder, _) => Some(Project::open(folder.as_deref(), overrides)?),
    };
    let (config, library) = match project {
        Some(Project { config, library }) => (Some(config), library),
        None => (None, Library::load(standards)?),
    };
    let output = options.output.clone();
    let request = TemplateRequest {
        types: options.types.clone(),
        jurisdiction: options.place.as_deref().map(project::jurisdiction).transpose()?,
        output: output.unwrap_or_else(|| PathBuf::from(locale.text("template-file"))),
    };
    let line = Line::start(locale.language);
    let made = project::template(&request, config.as_ref(), &library, locale, &line)?;
    line.end();
    let message = Message::new("template-made").with("file", request.output.display());
    say(&locale.say(&message.with("types", made.types).with("facilities", made.facilities)));
    Ok(CLEAN)
}
