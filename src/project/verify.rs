//! Whether all of an inventory can be read, and every photo it names is there.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::files::{self, all_files};
use super::{Config, Failure};
use crate::locale::Message;
use crate::store::{Address, Source, Store, StoreError, Survey, SurveyId, content_hash};

/// The folder of photos in a project.
pub(super) const PHOTOS: &str = "photos";

/// What was found when all of an inventory was read.
#[derive(Debug, Clone)]
pub struct Verified {
    /// Its surveys.
    pub surveys: usize,
    /// Their rows.
    pub rows: u64,
    /// Photos that surveys name.
    pub photos: usize,
    /// The hash of all of it.
    pub content: String,
    /// What is wrong.
    pub faults: Vec<Message>,
}

/// Reads all of a project's inventory.
pub fn verify(config: &Config) -> Result<Verified, Failure> {
    inventory(&config.store.value, &config.folder.join(PHOTOS))
}

/// Reads all of an inventory and the photos of it.
pub(super) fn inventory(address: &Address, photos: &Path) -> Result<Verified, Failure> {
    let mut store = address.read(files::now()).map_err(Failure::store(address))?;
    let mut found = read(&mut *store).map_err(Failure::store(address))?;
    let named = named(&mut *store).map_err(Failure::store(address))?;
    found.photos = named.len();
    let by_hash = by_name(photos)?;
    for (hash, survey) in named {
        let mut paths = by_hash.get(&*hash).into_iter().flatten();
        if !paths.any(|path| files::hash(path).is_ok_and(|of| of == *hash)) {
            found.faults.push(Message::new("verify-no-photo").with("survey", survey).with("hash", hash));
        }
    }
    Ok(found)
}

/// Hash of each photo, once, in their order, and the first survey it came with; a name may be one of people.
fn named(store: &mut dyn Store) -> Result<Vec<(String, SurveyId)>, StoreError> {
    let mut all = Vec::new();
    for survey in store.surveys()? {
        let photos = store.photos(survey.id)?;
        all.extend(photos.into_iter().map(|photo| (photo.hash.to_string(), survey.id)));
    }
    all.sort();
    all.dedup_by(|a, b| a.0 == b.0);
    Ok(all)
}

/// The files below a folder by their name without its ending: photos lie under their hash.
fn by_name(folder: &Path) -> Result<HashMap<String, Vec<PathBuf>>, Failure> {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for path in all_files(folder)? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.entry(stem).or_default().push(path);
    }
    Ok(found)
}

fn read(store: &mut dyn Store) -> Result<Verified, StoreError> {
    store.check()?;
    let surveys = store.surveys()?;
    let mut found = Verified {
        surveys: surveys.len(),
        rows: 0,
        photos: 0,
        content: content_hash(store)?,
        faults: Vec::new(),
    };
    for survey in &surveys {
        for source in &survey.sources {
            found.source(store, survey, source)?;
        }
    }
    Ok(found)
}

impl Verified {
    /// Reads every row of a file; they are numbered, none left out, and each stands in a table.
    fn source(&mut self, store: &mut dyn Store, survey: &Survey, source: &Source) -> Result<(), StoreError> {
        let tables = store.tables(source.id)?.len();
        let (mut expected, mut bad) = (0, 0_u64);
        store.rows(source.id, &mut |row| {
            let stands = (row.table as usize) < tables && row.said().is_ok();
            bad += u64::from(row.number != expected || !stands);
            expected = row.number.saturating_add(1);
            self.rows += 1;
        })?;
        if bad > 0 {
            let message = Message::new("verify-bad-rows").with("survey", survey.id);
            self.faults.push(message.with("file", &source.file).with("rows", bad));
        }
        Ok(())
    }
}
