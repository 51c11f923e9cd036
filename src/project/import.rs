//! Survey files into the inventory: whole or not at all, and each file once.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::linking::{self, Coming};
use super::reading::{nothing, profiles, refused, unreadable};
use super::surveys::accept;
use super::taking::Taking;
use super::{Failure, Library, Phase, Progress, files, given, kept};
use crate::diagnostic::Diagnostic;
use crate::locale::Message;
use crate::model::{Verdict, hex};
use crate::store::{Address, NewSurvey, SourceId, SourceUse, State, Store, Survey, SurveyId, replaceable};
use crate::survey::{self, Intake, Names, Profile};

/// What is asked of an import.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// The survey files.
    pub files: Vec<PathBuf>,
    /// No profile, one for all files, or one for each.
    pub profiles: Vec<PathBuf>,
    /// The day of rows that do not say when they were observed; today where missing.
    pub observed_on: Option<Date>,
    /// The survey that this one takes the place of once it is accepted.
    pub replaces: Option<SurveyId>,
    /// Accept it too.
    pub accept: bool,
}

/// What came of an import.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The survey the files became; none where all of them were there already.
    pub survey: Option<SurveyId>,
    /// Its records.
    pub records: u64,
    /// Facilities that were recognised without an id.
    pub linked: usize,
    /// Facilities of which somebody has to say whether they are known.
    pub asked: usize,
    /// Files that were there already, and in which survey.
    pub known: Vec<(PathBuf, SurveyId)>,
    /// What is wrong with the others.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that is to be taken in.
struct New<'a> {
    path: &'a Path,
    hash: Arc<str>,
    profile: Option<&'a Profile>,
}

/// Takes files into an inventory; files that are there already change nothing.
pub fn import(
    request: &Import,
    address: &Address,
    library: &Library,
    progress: &dyn Progress,
) -> Result<Imported, Failure> {
    let profiles_read = profiles(&request.profiles, request.files.len(), library)?;
    let mut store = address.write(files::now()).map_err(Failure::store(address))?;
    let surveys = store.surveys().map_err(Failure::store(address))?;
    request.replaces.map_or(Ok(()), |old| replaceable(&surveys, old)).map_err(Failure::store(address))?;
    let (new, known) = sorted(request, &surveys, &profiles_read)?;
    let mut done = Imported { survey: None, records: 0, known, linked: 0, asked: 0, diagnostics: Vec::new() };
    if !new.is_empty() {
        let day = request.observed_on.unwrap_or_else(files::today);
        let names = Names::of(&library.catalogue);
        let taking = Take { store: &mut *store, address, library, progress, names, day };
        taking.all(&new, request, &surveys, &mut done)?;
    }
    if request.accept {
        let mut ids: Vec<SurveyId> =
            done.known.iter().map(|(_, survey)| *survey).chain(done.survey).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().try_for_each(|id| accept(&mut *store, id)).map_err(Failure::store(address))?;
    }
    Ok(done)
}

/// The files that are new, and those that are there already.
type Sorted<'a> = (Vec<New<'a>>, Vec<(PathBuf, SurveyId)>);

fn sorted<'a>(
    request: &'a Import,
    surveys: &[Survey],
    profiles: &'a [Profile],
) -> Result<Sorted<'a>, Failure> {
    let (mut new, mut known): (Vec<New<'_>>, _) = (Vec::new(), Vec::new());
    for (number, path) in request.files.iter().enumerate() {
        let hash: Arc<str> = given::hash(path)?.into();
        match there(surveys, &hash, request.replaces) {
            Some(survey) => known.push((path.clone(), survey)),
            None if new.iter().any(|one| one.hash == hash) => {}
            None => {
                let profile = profiles.get(if profiles.len() == 1 { 0 } else { number });
                new.push(New { path, hash, profile });
            }
        }
    }
    Ok((new, known))
}

/// The survey a file is in already, of those that count or may come to count.
fn there(surveys: &[Survey], hash: &str, replaces: Option<SurveyId>) -> Option<SurveyId> {
    let lives = |survey: &&Survey| {
        !matches!(survey.state(), State::Returned | State::Superseded) && Some(survey.id) != replaces
    };
    let holds =
        |survey: &&Survey| survey.sources.iter().any(|source| *source.hash == *hash && source.about.rows > 0);
    surveys.iter().filter(lives).find(holds).map(|survey| survey.id)
}

/// Files on their way into a store.
struct Take<'a> {
    store: &'a mut dyn Store,
    address: &'a Address,
    library: &'a Library,
    progress: &'a dyn Progress,
    names: Names,
    /// The day of rows that do not say.
    day: Date,
}

impl Take<'_> {
    fn all(
        mut self,
        new: &[New<'_>],
        request: &Import,
        surveys: &[Survey],
        done: &mut Imported,
    ) -> Result<(), Failure> {
        let bytes = new.iter().map(|one| given::length(one.path)).sum();
        self.progress.begins(Phase::Reading, bytes);
        let wanted = NewSurvey {
            files: new.iter().map(|one| (one.path.to_string_lossy().into(), one.hash.clone())).collect(),
            fingerprint: self.fingerprint(request)?.into(),
            begun: files::now(),
            replaces: request.replaces,
        };
        let staged = self.store.stage(&wanted).map_err(Failure::store(self.address))?;
        let (mut about, mut refusals) = (Vec::new(), Vec::new());
        for (one, (source, there)) in new.iter().zip(staged.sources.iter().copied()) {
            let (used, records, refusal) = self.one(one, source, there)?;
            done.diagnostics.extend(used.diagnostics.iter().cloned());
            done.records += records;
            refusals.extend(refusal);
            about.push(used);
        }
        if done.records == 0 {
            let nothing = || vec![nothing(None, &done.diagnostics)];
            return Err(Failure::Inputs(if refusals.is_empty() { nothing() } else { refusals }));
        }
        let sources: Vec<_> = staged
            .sources
            .iter()
            .zip(&wanted.files)
            .map(|((id, _), (file, _))| (*id, file.clone()))
            .collect();
        let (survey, replaces, at) = (staged.survey, request.replaces, wanted.begun);
        let coming = Coming { survey, sources: &sources, replaces, at };
        let decisions = linking::decisions(self.store, surveys, &coming, &self.library.catalogue);
        let decisions = decisions.map_err(Failure::store(self.address))?;
        self.store.promote(survey, &about, &decisions).map_err(Failure::store(self.address))?;
        let beside = kept::shifts(self.store, staged.survey, self.library);
        done.diagnostics.extend(beside.map_err(Failure::store(self.address))?);
        done.survey = Some(survey);
        let count = |wanted| decisions.iter().filter(|one| one.is_of(wanted)).count();
        (done.linked, done.asked) = (count(Verdict::Same), count(Verdict::Ask));
        Ok(())
    }

    /// Everything but the files that rows hang on.
    fn fingerprint(&self, request: &Import) -> Result<String, Failure> {
        let mut hash = Sha256::new();
        let own = [env!("CARGO_PKG_VERSION"), &self.library.catalogue_hash, &self.day.to_string()].join("\n");
        hash.update(own);
        for profile in &request.profiles {
            hash.update(files::read_text(profile)?);
        }
        Ok(hex(&hash.finalize()))
    }

    /// Takes one file in, of which so many rows are there already.
    fn one(
        &mut self,
        new: &New<'_>,
        source: SourceId,
        there: u32,
    ) -> Result<(SourceUse, u64, Option<Message>), Failure> {
        let name = new.path.to_string_lossy();
        let intake = Intake { catalogue: &self.library.catalogue, names: &self.names, profile: new.profile };
        let given = given::open(new.path, self.progress);
        let mut taking = Taking::new(self.store, source, there, &self.library.catalogue, self.day);
        let read = given.and_then(|given| survey::read(&name, given, &intake, &mut taking));
        let (records, mut diagnostics) = taking.end().map_err(Failure::store(self.address))?;
        Ok(match read {
            Ok(used) => {
                let (rows, sheets, complete) = (used.rows, used.sheets, used.complete);
                (SourceUse { rows, sheets, complete, diagnostics }, records, None)
            }
            Err(error) => {
                diagnostics.push(unreadable(&name, records, &error));
                let refusal = (records == 0).then(|| refused(&name, &error));
                (SourceUse { rows: records, diagnostics, ..SourceUse::default() }, records, refusal)
            }
        })
    }
}
