//! What a project is set to: `barrierfree.toml`, under defaults and command line.
//!
//! Every key is known, checked against catalogue and standards, and says who
//! gave its value. A key nobody knows is a mistake, shown like one of a pack.

mod entry;
mod read;
mod template;

use std::path::{Path, PathBuf};

use super::{Kept, Request};
use crate::locale::Language;
use crate::model::{Adcode, Complete};
use crate::store::Address;

pub use entry::Entry;
pub(super) use read::{packs, read};
pub(super) use template::template;

/// Name of the file that makes a folder a project.
pub const CONFIG: &str = "barrierfree.toml";

/// The standards that bind, each where and when it does.
pub(super) const AUTO: &str = "auto";

/// Who gave a value, the later over the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nobody: it is what is usual.
    Default,
    /// The project's file.
    File,
    /// The command line.
    CommandLine,
}

/// A value and who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Who gave it.
    pub origin: Origin,
}

/// What a project is set to.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the project is; paths in its file are below it.
    pub folder: PathBuf,
    /// What it is called.
    pub title: Setting<String>,
    /// The language it speaks.
    pub language: Setting<Language>,
    /// Where facilities belong that do not say.
    pub jurisdiction: Setting<Option<Adcode>>,
    /// The standards to judge by; `auto` for what binds.
    pub standards: Setting<Vec<String>>,
    /// What the columns of survey files are.
    pub profiles: Setting<Vec<PathBuf>>,
    /// Outlines of the areas.
    pub boundaries: Setting<Option<PathBuf>>,
    /// The number under which maps were approved (审图号).
    pub map_number: Setting<Option<String>>,
    /// Packs and facility types of its own.
    pub packs: Setting<Option<PathBuf>>,
    /// Where the inventory is kept.
    pub store: Setting<Address>,
    /// What is declared to be completely surveyed.
    pub complete: Setting<Vec<Complete>>,
}

/// What the command line sets.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// See [`Config::language`].
    pub language: Option<Language>,
    /// See [`Config::jurisdiction`].
    pub jurisdiction: Option<Adcode>,
    /// See [`Config::standards`]; unset where empty.
    pub standards: Vec<String>,
    /// See [`Config::profiles`]; unset where empty.
    pub profiles: Vec<PathBuf>,
    /// See [`Config::boundaries`].
    pub boundaries: Option<PathBuf>,
    /// See [`Config::map_number`].
    pub map_number: Option<String>,
    /// See [`Config::packs`].
    pub packs: Option<PathBuf>,
}

impl<T> Setting<T> {
    fn new(given: Option<T>, usual: T) -> Self {
        match given {
            Some(value) => Self { value, origin: Origin::File },
            None => Self { value: usual, origin: Origin::Default },
        }
    }

    fn set(&mut self, given: Option<T>) {
        if let Some(value) = given {
            *self = Self { value, origin: Origin::CommandLine };
        }
    }
}

impl Config {
    /// The same with what the command line says instead.
    #[must_use]
    pub fn overridden(mut self, by: Overrides) -> Self {
        self.language.set(by.language);
        self.jurisdiction.set(by.jurisdiction.map(Some));
        self.standards.set(Some(by.standards).filter(|list| !list.is_empty()));
        self.profiles.set(Some(by.profiles).filter(|list| !list.is_empty()));
        self.boundaries.set(by.boundaries.map(Some));
        self.map_number.set(by.map_number.map(Some));
        self.packs.set(by.packs.map(Some));
        self
    }
}

impl Config {
    /// An audit of its inventory as it is set to.
    pub fn request(&self, drafts: bool) -> Request {
        let settings = Overrides {
            language: None,
            jurisdiction: self.jurisdiction.value.clone(),
            standards: self.standards.value.clone(),
            profiles: self.profiles.value.clone(),
            boundaries: self.boundaries.value.clone(),
            map_number: self.map_number.value.clone(),
            packs: None,
        };
        let complete = self.complete.value.clone();
        let kept = Kept { address: self.store.value.clone(), drafts };
        Request { complete, kept: Some(kept), ..settings.request() }
    }
}

impl Overrides {
    /// An audit as the command line alone sets it.
    pub fn request(self) -> Request {
        let named = self.standards.iter().filter(|id| *id != AUTO);
        Request {
            standards: named.map(|id| id.as_str().into()).collect(),
            auto: self.standards.iter().any(|id| id == AUTO),
            profiles: self.profiles,
            jurisdiction: self.jurisdiction,
            boundaries: self.boundaries,
            map_number: self.map_number,
            ..Request::default()
        }
    }
}

/// The project a path lies in: the nearest folder above it, or itself, that has the file.
pub fn project_at(path: &Path) -> Option<PathBuf> {
    path.ancestors().find(|folder| folder.join(CONFIG).is_file()).map(Path::to_owned)
}
