//! A project: a folder with its configuration, its inventory, photos and reports.

use std::path::{Path, PathBuf};

use super::config::{self, CONFIG, Config, Overrides, project_at};
use super::{Failure, Library, files};
use crate::locale::{Language, Locale, Message};
use crate::model::Adcode;

/// The folders of a new project.
const FOLDERS: [&str; 3] = ["inventory", "photos", "reports"];

/// A project, with what it judges by.
pub struct Project {
    /// What it is set to.
    pub config: Config,
    /// Its catalogue and standards.
    pub library: Library,
}

impl Project {
    /// Opens the project of a folder; without one that which the current folder lies in.
    pub fn open(folder: Option<&Path>, overrides: Overrides) -> Result<Self, Failure> {
        let folder = find(folder)?;
        let text = files::read_text(&folder.join(CONFIG))?;
        let packs = overrides.packs.clone().or_else(|| config::packs(&folder, &text));
        let library = Library::load(packs.as_deref())?;
        let config = config::read(&folder, &text, &library)?.overridden(overrides);
        Ok(Self { config, library })
    }
}

/// What a new project is called, and where it is about.
#[derive(Debug, Clone, Default)]
pub struct NewProject {
    /// Its folder.
    pub folder: PathBuf,
    /// What it is called.
    pub title: Option<String>,
    /// Where facilities belong that do not say.
    pub jurisdiction: Option<Adcode>,
}

/// Makes a project in a folder; what is there already stays, and a project is never made twice.
pub fn init(new: &NewProject, locale: &Locale) -> Result<(), Failure> {
    let file = new.folder.join(CONFIG);
    if file.exists() {
        return Err(Failure::Input(Message::new("failure-project-there").with("file", file.display())));
    }
    for folder in FOLDERS {
        files::make_folder(&new.folder.join(folder))?;
    }
    let mut config = config::read(&new.folder, "", &Library::load(None)?)?;
    config.title.value = new.title.clone().unwrap_or_default();
    config.language.value = locale.language;
    config.jurisdiction.value.clone_from(&new.jurisdiction);
    let text = config::template(&config.entries(), locale);
    files::write_file(&file, |out| out.write_all(text.as_bytes()))
}

/// The language of the project one is in, before anything else is understood.
pub fn language_at(folder: Option<&Path>) -> Option<Language> {
    let text = files::read_text(&find(folder).ok()?.join(CONFIG)).ok()?;
    let table: toml::Table = text.parse().ok()?;
    table.get("language")?.clone().try_into().ok()
}

fn find(folder: Option<&Path>) -> Result<PathBuf, Failure> {
    let Some(folder) = folder else {
        let here = std::env::current_dir().map_err(Failure::file("read", Path::new(".")))?;
        let found = project_at(&here).map(|found| if found == here { PathBuf::from(".") } else { found });
        return found.ok_or_else(|| Failure::Input(Message::new("failure-no-project-here")));
    };
    let there = folder.join(CONFIG).is_file();
    let missing = || Failure::Input(Message::new("failure-no-project").with("folder", folder.display()));
    there.then(|| folder.to_owned()).ok_or_else(missing)
}
