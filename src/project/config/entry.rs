//! The keys of a configuration one by one, as `config show` lists them.

use std::path::{Path, PathBuf};

use toml::Value;

use super::{Config, Origin, Setting};
use crate::model::Complete;
use crate::store::Address;

/// A key with its value and who gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: &'static str,
    /// Its value; none where it is not set.
    pub value: Option<Value>,
    /// Who gave it.
    pub origin: Origin,
}

impl Config {
    /// Every key, in the order of the file.
    pub fn entries(&self) -> Vec<Entry> {
        let folder = self.folder.as_path();
        let path = |path: &PathBuf| shown(path, folder);
        let texts = |list: &Vec<String>| Value::from(list.clone());
        let paths = |list: &Vec<PathBuf>| Value::Array(list.iter().map(path).collect());
        vec![
            entry("title", &self.title, |text| Some(text.as_str().into())),
            entry("language", &self.language, |one| Value::try_from(one).ok()),
            entry("jurisdiction", &self.jurisdiction, |code| code.as_ref().map(|code| code.as_str().into())),
            entry("standards", &self.standards, |list| Some(texts(list))),
            entry("profiles", &self.profiles, |list| Some(paths(list))),
            entry("boundaries", &self.boundaries, |one| one.as_ref().map(path)),
            entry("map_number", &self.map_number, |text| text.as_deref().map(Value::from)),
            entry("packs", &self.packs, |one| one.as_ref().map(path)),
            entry("store", &self.store, |one| {
                Some(match one {
                    Address::File(file) => path(file),
                    Address::Server(server) => server.to_string().into(),
                })
            }),
            entry("complete", &self.complete, |list| {
                Some(list.iter().map(declaration).collect::<Vec<_>>().into())
            }),
        ]
    }
}

fn entry<T>(key: &'static str, setting: &Setting<T>, value: impl FnOnce(&T) -> Option<Value>) -> Entry {
    Entry { key, value: value(&setting.value), origin: setting.origin }
}

/// A path as the file has it: relative to the project where it lies below it.
fn shown(path: &Path, folder: &Path) -> Value {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned().into()
}

fn declaration(one: &Complete) -> Value {
    let day = one.on.to_string();
    let fields =
        [("type", one.facility_type.as_str()), ("jurisdiction", one.jurisdiction.as_str()), ("on", &day)];
    Value::Table(fields.into_iter().map(|(key, value)| (key.to_owned(), value.into())).collect())
}
