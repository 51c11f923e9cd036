//! Surveys of an inventory, read as if they were files.

use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashMap;

use super::known::Known;
use super::linking::{self, files_of};
use super::reading::Reading;
use super::{Failure, Kept, Library, Phase, Progress, files};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::inventory::identity_of;
use crate::locale::Message;
use crate::model::{FacilityType, Input, Record, TypeId};
use crate::store::{
    About, Decided, Decision, FileOf, Identity, Row, Source, Store, StoreError, Survey, SurveyId, Types, View,
};
use crate::survey::Sink as _;

/// Reads the surveys that count, in the order they came.
pub(super) fn all(
    Kept { address, drafts }: &Kept,
    library: &Library,
    known: &Known,
    progress: &dyn Progress,
) -> Result<Reading, Failure> {
    progress.begins(Phase::Reading, 0);
    let mut store = address.read(files::now()).map_err(Failure::store(address))?;
    let surveys = store.surveys().map_err(Failure::store(address))?;
    let view = View { known_by: known.by, drafts: *drafts };
    let sources = surveys.iter().filter(|survey| survey.is_seen(view)).flat_map(of_survey);
    let decisions = store.decisions().map_err(Failure::store(address))?;
    let mut all = read(&mut *store, sources, &decisions, library, known).map_err(Failure::store(address))?;
    if all.records == 0 {
        return Err(all.nothing_kept(&surveys));
    }
    all.diagnostics.append(&mut all.left_out);
    Ok(all)
}

/// The files of a survey, each with the survey it is of.
pub(super) fn of_survey(survey: &Survey) -> impl Iterator<Item = (&Survey, &Source)> {
    survey.sources.iter().map(move |source| (survey, source))
}

/// Reads files of surveys one after the other, by what was decided about them.
pub(super) fn read<'a>(
    store: &mut dyn Store,
    sources: impl Iterator<Item = (&'a Survey, &'a Source)>,
    decisions: &[Decision],
    library: &Library,
    known: &Known,
) -> Result<Reading, StoreError> {
    let (mut all, mut builders) = (Reading::new(library, known.clone()), Vec::new());
    let decided = Decided::of(decisions, known.by);
    let open = open(decisions, &decided);
    for (survey, source) in sources {
        let file = files_of(survey).find(|(_, one)| one.id == source.id);
        let Some((file, _)) = file else { continue };
        let said = (file, &decided, &open);
        let one = Reading::new(library, known.clone()).kept(store, survey, source, said, library)?;
        builders.push(all.append(one));
    }
    all.builder.append(builders);
    Ok(all)
}

/// Whether the positions of a survey lie beside those of the others as one, which is best asked while
/// its author remembers. Reads those files of the others that have facilities of its types.
pub(super) fn shifts(
    store: &mut dyn Store,
    new: SurveyId,
    library: &Library,
) -> Result<Vec<Diagnostic>, StoreError> {
    let surveys = store.surveys()?;
    let Some(new) = surveys.iter().find(|survey| survey.id == new) else { return Ok(Vec::new()) };
    let known = Known::new(None, files::now());
    let view = View { known_by: known.by, drafts: true };
    let types = types(store, new)?;
    let others = surveys.iter().filter(|survey| survey.id != new.id && Some(survey.id) != new.replaces);
    let mut sources = Vec::new();
    for (survey, source) in others.filter(|survey| survey.is_seen(view)).flat_map(of_survey) {
        if store.tables(source.id)?.iter().any(|table| types.contains(&table.facility_type)) {
            sources.push((survey, source));
        }
    }
    if sources.is_empty() {
        return Ok(Vec::new());
    }
    let sources = sources.into_iter().chain(of_survey(new));
    let decisions = store.decisions()?;
    let found = read(store, sources, &decisions, library, &known)?.builder.shifts();
    let is_new = |place: &Place| new.sources.iter().any(|source| source.file == place.file);
    Ok(found.into_iter().filter(|one| is_new(&one.place)).collect())
}

/// The types of which a survey has facilities.
fn types(store: &mut dyn Store, survey: &Survey) -> Result<BTreeSet<TypeId>, StoreError> {
    let mut types = BTreeSet::new();
    for source in &survey.sources {
        types.extend(store.tables(source.id)?.into_iter().map(|table| table.facility_type));
    }
    Ok(types)
}

/// Facilities that may be known, and what as.
type Open = HashMap<(TypeId, Identity), Identity>;

fn open(decisions: &[Decision], decided: &Decided) -> Open {
    let open = decided.open().into_iter().filter_map(|number| decisions.get(number.checked_sub(1)?));
    let pairs = open.filter_map(|decision| match &decision.about {
        About::Pair { facility_type, known, new, .. } => {
            Some(((facility_type.clone(), new.clone()), known.clone()))
        }
        About::Cell { .. } => None,
    });
    pairs.collect()
}

/// Has a record say what was decided of it; gives what its facility may be known as, where that is open.
fn decide<'a>(
    record: &mut Record,
    of: &FacilityType,
    row: &Row,
    (file, name): (FileOf, &str),
    decided: &Decided,
    open: &'a Open,
) -> Option<&'a Identity> {
    let counts = |property: &usize| {
        of.properties.get(*property).is_none_or(|property| decided.counts(file, row.number, &property.id))
    };
    let id = identity_of(of, record, name);
    let identity = decided.identity(&of.id, &id, file);
    let said = record.values.len();
    record.values.retain(|(property, _)| counts(property));
    if identity.id != id || identity.file.is_some() {
        record.id = Some(identity.to_string().into());
    } else if record.values.len() < said {
        // What is set aside may be the name that the id was made of.
        record.id = Some(id);
    }
    linking::lead_to_whole(record, of, file, decided);
    open.get(&(of.id.clone(), identity))
}

fn undecided(file: &Arc<str>, row: u32, known: &Identity) -> Diagnostic {
    let place = Place { file: file.clone(), row: Some(row), ..Place::default() };
    Diagnostic::new(Code::PerhapsKnown, place).with("known", known)
}

impl Reading {
    /// Reads one file of a survey.
    fn kept(
        mut self,
        store: &mut dyn Store,
        survey: &Survey,
        source: &Source,
        (file, decided, open): (FileOf, &Decided, &Open),
        library: &Library,
    ) -> Result<Self, StoreError> {
        let (tables, accepted) = (store.tables(source.id)?, survey.accepted());
        let mut types = Types::new(&source.file, &tables, &library.catalogue, |table| self.table(table));
        let (mut gone, mut damaged, mut doubtful) = (0_u64, None, Vec::new());
        store.rows(source.id, &mut |row| match types.record(&row) {
            Ok(Some(mut record)) => {
                record.known_at = record.known_at.or(accepted);
                if !decided.is_empty() || !open.is_empty() {
                    let of = library.catalogue.types.get(record.facility_type);
                    let known =
                        of.and_then(|of| decide(&mut record, of, &row, (file, &source.file), decided, open));
                    doubtful.extend(known.map(|known| undecided(&source.file, row.row, known)));
                }
                self.record(record);
            }
            Ok(None) => gone += 1,
            Err(error) => damaged = Some(error),
        })?;
        if let Some(error) = damaged {
            return Err(error);
        }
        let about = source.about.clone();
        self.inputs.push(Input { file: source.file.clone(), hash: source.hash.clone(), rows: about.rows });
        self.sheets.extend(about.sheets);
        self.complete.extend(about.complete);
        self.diagnostics.extend(about.diagnostics);
        self.diagnostics.extend(doubtful);
        if gone > 0 {
            let place = Place { file: source.file.clone(), ..Place::default() };
            self.diagnostics.push(Diagnostic::new(Code::TypeGone, place).with("rows", gone));
        }
        self.left_out = self.known.remarks();
        self.builder.settle();
        Ok(self)
    }

    /// Why nothing came of the surveys.
    fn nothing_kept(&self, surveys: &[Survey]) -> Failure {
        Failure::Input(match self.left_out.first() {
            Some(left_out) => Message::new("failure-nothing-read")
                .with("file", &left_out.place.file)
                .with_words("cause", left_out.message())
                .with_words("remedy", left_out.remedy()),
            None => Message::new("failure-nothing-accepted").with("surveys", surveys.len()),
        })
    }
}
