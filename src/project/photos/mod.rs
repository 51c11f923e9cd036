//! Photos of an inventory: taken in, linked to what they show, looked at.
//!
//! The files come first and the inventory's word of them after, so that no
//! interruption leaves a word without its photo, and repeating goes on. What
//! a photo shows is not kept: it follows from the rows there are.

mod claims;
mod given;
mod linked;
mod names;
mod shelf;

use std::path::PathBuf;
use std::sync::Arc;

use hashbrown::HashSet;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use self::claims::{claims, lives};
use self::given::{Bytes, Given};
use self::linked::{Linked, linked};
use self::shelf::Shelf;
use super::{Config, Failure, Library, Phase, Progress, files};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Message;
use crate::model::hex;
use crate::picture::{Fault, Picture};
use crate::store::{Photo, Store, StoreError, Survey, SurveyId};

pub use linked::LinkedPhoto;
pub use shelf::shown_at;

/// Photos that are noted at a time.
const BATCH: usize = 50;

/// What is asked of an import of photos.
#[derive(Debug, Clone)]
pub struct PhotoImport {
    /// A folder or a zip.
    pub from: PathBuf,
    /// The survey they came with; the last one that counts or may come to count where missing.
    pub survey: Option<SurveyId>,
}

/// What came of an import of photos.
#[derive(Debug, Clone)]
pub struct PhotosImported {
    /// The survey they are with now.
    pub survey: SurveyId,
    /// Photos that were not there.
    pub added: usize,
    /// Files whose photo was there already.
    pub known: usize,
    /// Files that could not be taken in, and why; those that may be of people without a name.
    pub left: Vec<(Option<String>, Message)>,
    /// All photos there are now, and what is to be looked at.
    pub photos: Photos,
}

/// The photos of an inventory, less those of people.
#[derive(Debug, Clone, Default)]
pub struct Photos {
    /// In the order of surveys and names.
    pub photos: Vec<LinkedPhoto>,
    /// Photos that rows name and nobody brought, that nobody names, or that were taken elsewhere.
    pub diagnostics: Vec<Diagnostic>,
}

/// Takes photos in.
pub fn import_photos(
    request: &PhotoImport,
    config: &Config,
    library: &Library,
    progress: &dyn Progress,
) -> Result<PhotosImported, Failure> {
    let shelf = Shelf::of(&config.folder);
    let given = Given::open(&request.from, &shelf.folders())?;
    let address = &config.store.value;
    let mut store = address.write(files::now()).map_err(Failure::store(address))?;
    let surveys = store.surveys().map_err(Failure::store(address))?;
    let survey = chosen(&surveys, request.survey)?;
    let known = store.photos(survey).map_err(Failure::store(address))?;
    let all = coming(&given.names(), &known, survey);
    let before = linking(&mut *store, &surveys, all, library).map_err(Failure::store(address))?;
    let withheld = before.photos.into_iter().filter(|one| one.withheld).map(|one| one.photo.name).collect();
    progress.begins(Phase::Reading, given.length(&request.from));
    let mut taking = Taking::new(shelf, survey, known, withheld);
    let mut done = PhotosImported { survey, added: 0, known: 0, left: Vec::new(), photos: Photos::default() };
    taking.all(given, &mut *store, &mut done, progress).map_err(|failure| match failure {
        Stop::Store(error) => Failure::store(address)(error),
        Stop::File(failure) => failure,
    })?;
    let after = look(&mut *store, &surveys, library).map_err(Failure::store(address))?;
    taking.hide(&after)?;
    done.photos = after.into();
    Ok(done)
}

/// The photos of a project's inventory.
pub fn photos(config: &Config, library: &Library) -> Result<Photos, Failure> {
    let address = &config.store.value;
    let mut store = address.read(files::now()).map_err(Failure::store(address))?;
    let surveys = store.surveys().map_err(Failure::store(address))?;
    look(&mut *store, &surveys, library).map(Photos::from).map_err(Failure::store(address))
}

impl From<Linked> for Photos {
    fn from(Linked { photos, diagnostics }: Linked) -> Self {
        Self { photos: photos.into_iter().filter(|one| !one.withheld).collect(), diagnostics }
    }
}

impl Photos {
    /// How many there are; one under several names counts once.
    pub fn len(&self) -> usize {
        self.photos.iter().map(|one| &one.photo.hash).collect::<HashSet<_>>().len()
    }

    /// Only those that rows name and nobody brought.
    #[must_use]
    pub fn missing(mut self) -> Self {
        self.photos.clear();
        self.diagnostics.retain(|one| one.code == Code::PhotoMissing);
        self
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.photos.is_empty()
    }
}

/// The survey that photos are for.
fn chosen(surveys: &[Survey], wanted: Option<SurveyId>) -> Result<SurveyId, Failure> {
    let found = match wanted {
        Some(id) => surveys.iter().find(|survey| survey.id == id),
        None => surveys.iter().rev().find(|survey| lives(survey)),
    };
    let message = || match wanted {
        Some(id) => StoreError::NoSurvey(id).message(),
        None => Message::new("photos-no-survey"),
    };
    found.map(|survey| survey.id).ok_or_else(|| Failure::Input(message()))
}

/// The photos of a survey as they will be. Of those that come only the name is known, which stands for the hash.
fn coming(names: &[&str], known: &[Photo], survey: SurveyId) -> Vec<(SurveyId, Photo)> {
    let come: HashSet<&str> = names.iter().copied().collect();
    let others = known.iter().filter(|photo| !come.contains(&*photo.name)).cloned();
    let photo = |name: &&str| Photo {
        name: (*name).into(),
        hash: (*name).into(),
        bytes: 0,
        size: (0, 0),
        position: None,
        taken: None,
        added: Timestamp::UNIX_EPOCH,
    };
    others.chain(names.iter().map(photo)).map(|photo| (survey, photo)).collect()
}

/// All photos with what they show.
fn look(store: &mut dyn Store, surveys: &[Survey], library: &Library) -> Result<Linked, StoreError> {
    let mut all = Vec::new();
    for survey in surveys {
        all.extend(store.photos(survey.id)?.into_iter().map(|photo| (survey.id, photo)));
    }
    linking(store, surveys, all, library)
}

fn linking(
    store: &mut dyn Store,
    surveys: &[Survey],
    photos: Vec<(SurveyId, Photo)>,
    library: &Library,
) -> Result<Linked, StoreError> {
    let ids = photos.iter().flat_map(|(_, photo)| names::ids(&photo.name)).collect();
    let claims = claims(store, surveys, &ids, library)?;
    Ok(linked(photos, &claims, surveys))
}

/// Why taking in ends.
enum Stop {
    Store(StoreError),
    File(Failure),
}

/// Photos on their way in.
struct Taking {
    shelf: Shelf,
    survey: SurveyId,
    /// Name and hash of each that is there, and all hashes.
    known: HashSet<(Arc<str>, Arc<str>)>,
    hashes: HashSet<Arc<str>>,
    /// Names of files that may be of people.
    withheld: HashSet<Arc<str>>,
    /// Those not yet noted.
    new: Vec<Photo>,
}

impl Taking {
    fn new(shelf: Shelf, survey: SurveyId, known: Vec<Photo>, withheld: HashSet<Arc<str>>) -> Self {
        let hashes = known.iter().map(|photo| photo.hash.clone()).collect();
        let known = known.into_iter().map(|photo| (photo.name, photo.hash)).collect();
        Self { shelf, survey, known, hashes, withheld, new: Vec::new() }
    }

    fn all(
        &mut self,
        mut given: Given,
        store: &mut dyn Store,
        done: &mut PhotosImported,
        progress: &dyn Progress,
    ) -> Result<(), Stop> {
        let mut number = 0;
        while let Some((name, bytes)) = given.read(number, progress) {
            number += 1;
            if let Err(fault) = self.one(&name, bytes, done).map_err(Stop::File)? {
                let told = !self.withheld.contains(name.as_str());
                let why = Message::new(format!("photo-fault-{}", fault.key())).with("detail", fault.detail());
                done.left.push((told.then_some(name), why));
            }
            if self.new.len() >= BATCH {
                self.note(store)?;
            }
        }
        self.note(store)
    }

    /// Takes a file in, or says why not.
    fn one(
        &mut self,
        name: &str,
        bytes: Bytes,
        done: &mut PhotosImported,
    ) -> Result<Result<(), Fault>, Failure> {
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(fault) => return Ok(Err(fault)),
        };
        let key: (Arc<str>, Arc<str>) = (name.into(), hex(&Sha256::digest(&bytes)).into());
        let (shown, hash) = (!self.withheld.contains(name), &key.1);
        let is_there = self.shelf.has(hash) && (!shown || self.shelf.shows(hash));
        if !(self.known.contains(&key) && is_there) {
            let read = Picture::read(&bytes).and_then(|picture| Ok((picture.shown()?, picture)));
            let (pictures, picture) = match read {
                Ok(read) => read,
                Err(fault) => return Ok(Err(fault)),
            };
            self.shelf.keep(hash, &bytes)?;
            if shown {
                self.shelf.show(hash, &pictures)?;
            }
            if self.known.insert(key.clone()) {
                self.new.push(noted(&key, bytes.len(), &picture));
            }
        }
        let is_new = self.hashes.insert(key.1);
        *(if is_new { &mut done.added } else { &mut done.known }) += 1;
        Ok(Ok(()))
    }

    /// Notes what is on the disk by now.
    fn note(&mut self, store: &mut dyn Store) -> Result<(), Stop> {
        if !self.new.is_empty() {
            store.add_photos(self.survey, &self.new).map_err(Stop::Store)?;
            self.new.clear();
        }
        Ok(())
    }

    /// What turned out to be of people is shown no longer.
    fn hide(&self, all: &Linked) -> Result<(), Failure> {
        let mut withheld = all.photos.iter().filter(|one| one.withheld);
        withheld.try_for_each(|one| self.shelf.hide(&one.photo.hash))
    }
}

fn noted((name, hash): &(Arc<str>, Arc<str>), bytes: usize, picture: &Picture) -> Photo {
    Photo {
        name: name.clone(),
        hash: hash.clone(),
        bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
        size: picture.size,
        position: picture.camera.place.map(|place| (place.longitude, place.latitude)),
        taken: picture.camera.taken,
        added: files::now(),
    }
}
