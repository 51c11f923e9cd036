//! What a survey that comes in shares with those that are there: which of its facilities are known.
//!
//! An id that is known is that facility, unless place and name speak against it.
//! The others of a type are held against those of earlier surveys and of the
//! files before theirs. People are known by their ids alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use jiff::Timestamp;

use crate::geometry::LonLat;
use crate::inventory::identity_of;
use crate::link::{self, Sighting};
use crate::model::{Catalogue, FacilityType, Kind, Observed, Record, TypeId, Verdict};
use crate::store::{
    About, By, Decided, Decision, FileOf, Identity, Source, SourceId, State, Store, StoreError, Survey,
    SurveyId, Types,
};

/// Facilities of a type, each once.
#[derive(Debug, Default)]
pub(super) struct Pool {
    numbers: HashMap<Identity, usize>,
    pub(super) identities: Vec<Identity>,
    pub(super) sightings: Vec<Sighting>,
    /// File and row each was first seen in.
    pub(super) rows: Vec<(Arc<str>, u32)>,
}

/// Facilities by the index of their type.
pub(super) type Pools = BTreeMap<usize, Pool>;

/// A survey that is being taken in.
pub(super) struct Coming<'a> {
    pub(super) survey: SurveyId,
    pub(super) sources: &'a [(SourceId, Arc<str>)],
    pub(super) replaces: Option<SurveyId>,
    pub(super) at: Timestamp,
}

/// What the rules of linking say about a survey that is being taken in.
pub(super) fn decisions(
    store: &mut dyn Store,
    surveys: &[Survey],
    coming: &Coming<'_>,
    catalogue: &Catalogue,
) -> Result<Vec<Decision>, StoreError> {
    let mut types = HashSet::new();
    for (source, _) in coming.sources {
        types.extend(store.tables(*source)?.into_iter().map(|table| table.facility_type));
    }
    let decided = Decided::of(&store.decisions()?, Timestamp::MAX);
    let lives = |survey: &&Survey| {
        !matches!(survey.state(), State::Returned | State::Superseded) && Some(survey.id) != coming.replaces
    };
    let mut known = Pools::new();
    for survey in surveys.iter().filter(lives) {
        for (file, source) in files_of(survey) {
            read(store, (source.id, &source.file), file, &decided, catalogue, &types, &mut known)?;
        }
    }
    let mut said = Vec::new();
    for (number, (source, name)) in (1..).zip(coming.sources) {
        let file = FileOf { survey: coming.survey, number };
        if known.is_empty() && coming.sources.len() == 1 {
            break;
        }
        let mut new = Pools::new();
        read(store, (*source, name), file, &Decided::default(), catalogue, &types, &mut new)?;
        for (index, pool) in new {
            if let Some(of) = catalogue.types.get(index) {
                let about = linked(known.entry(index).or_default(), pool, of, file);
                said.extend(about.into_iter().map(|(by, about)| Decision { at: coming.at, by, about }));
            }
        }
    }
    Ok(said)
}

/// The files of a survey, with what decisions call them.
pub(super) fn files_of(survey: &Survey) -> impl Iterator<Item = (FileOf, &Source)> {
    (1..).map(|number| FileOf { survey: survey.id, number }).zip(&survey.sources)
}

/// Reads the facilities of a file that are of certain types, less those of people.
pub(super) fn read(
    store: &mut dyn Store,
    (source, name): (SourceId, &Arc<str>),
    file: FileOf,
    decided: &Decided,
    catalogue: &Catalogue,
    types: &HashSet<TypeId>,
    pools: &mut Pools,
) -> Result<(), StoreError> {
    let tables = store.tables(source)?;
    if !tables.iter().any(|table| types.contains(&table.facility_type)) {
        return Ok(());
    }
    let mut known = Types::new(name, &tables, catalogue, |_| 0);
    let mut damaged = None;
    store.rows(source, &mut |row| match known.record(&row) {
        Ok(Some(record)) => {
            let of = catalogue.types.get(record.facility_type).filter(|of| !of.personal);
            if let Some(of) = of.filter(|of| types.contains(&of.id)) {
                let id = identity_of(of, &record, name);
                let identity = decided.identity(&of.id, &id, file);
                let pool = pools.entry(record.facility_type).or_default();
                pool.add(identity, sighting(of, record), (name.clone(), row.row));
            }
        }
        Ok(None) => {}
        Err(error) => damaged = Some(error),
    })?;
    damaged.map_or(Ok(()), Err)
}

/// Has a part name its whole by the id that is kept of it, where two were found to be one.
pub(super) fn lead_to_whole(record: &mut Record, of: &FacilityType, file: FileOf, decided: &Decided) {
    let Some((parent, _)) = of.property("parent") else { return };
    for (_, observed) in record.values.iter_mut().filter(|(property, _)| *property == parent) {
        let Observed::Text(whole) = &**observed else { continue };
        if let Some(kept) = decided.whole(&of.part_of, whole, file) {
            *observed = Arc::new(Observed::Text(kept.to_string().into()));
        }
    }
}

impl Pool {
    /// What was seen later of one is what is compared.
    fn add(&mut self, identity: Identity, seen: Sighting, row: (Arc<str>, u32)) {
        let next = self.identities.len();
        let number = *self.numbers.entry(identity.clone()).or_insert(next);
        if number == next {
            self.identities.push(identity);
            self.sightings.push(seen);
            self.rows.push(row);
        } else if let Some(known) = self.sightings.get_mut(number) {
            known.has_id |= seen.has_id;
            known.name = seen.name.or(known.name.take());
            known.place = seen.place.or(known.place);
            known.area = seen.area.or(known.area.take());
            known.whole = seen.whole.or(known.whole.take());
            if !seen.values.is_empty() {
                known.values = seen.values;
            }
        }
    }

    pub(super) fn find(&self, identity: &Identity) -> Option<usize> {
        self.numbers.get(identity).copied()
    }
}

fn sighting(of: &FacilityType, record: Record) -> Sighting {
    let text = |id: &str| {
        let (number, _) = of.property(id)?;
        record.values.iter().find_map(|(property, observed)| match &**observed {
            Observed::Text(text) if *property == number => Some(text.clone()),
            _ => None,
        })
    };
    let (name, area, whole) = (text("name"), text("jurisdiction"), text("parent"));
    let is_compared = |(property, observed): &(usize, Arc<Observed>)| {
        let kind = of.properties.get(*property).map(|property| property.kind);
        matches!(**observed, Observed::Number(_)) && kind != Some(Kind::Degree)
    };
    let place = record.position.map(|(longitude, latitude)| LonLat { longitude, latitude });
    let has_id = record.id.is_some();
    let values = record.values.into_iter().filter(is_compared).collect();
    Sighting { has_id, name, place, area, whole, values }
}

/// What is said of a file's facilities of a type; they are among the known ones from then on.
fn linked(known: &mut Pool, new: Pool, of: &FacilityType, file: FileOf) -> Vec<(By, About)> {
    let pair = |known: &Identity, new: &Identity, verdict| About::Pair {
        facility_type: of.id.clone(),
        known: known.clone(),
        new: new.clone(),
        verdict,
    };
    let (mut said, mut strangers) = (Vec::new(), Pool::default());
    for ((identity, seen), row) in new.identities.into_iter().zip(new.sightings).zip(new.rows) {
        let there = known.find(&identity).and_then(|number| known.sightings.get(number));
        match there.map(|there| link::contradicts(there, &seen)) {
            None => strangers.add(identity, seen, row),
            Some(None) => known.add(identity, seen, row),
            Some(Some(why)) => {
                let own = Identity { file: Some(file), ..identity.clone() };
                said.push((By::Rule(why), pair(&identity, &own, Verdict::Ask)));
                known.add(own, seen, row);
            }
        }
    }
    let found = link::links(&known.sightings, &strangers.sightings);
    let mut same = HashSet::new();
    for one in found {
        if let (Some(was), Some(new)) = (known.identities.get(one.known), strangers.identities.get(one.new)) {
            said.push((By::Rule(one.likeness), pair(was, new, one.verdict)));
            if one.verdict == Verdict::Same {
                same.insert(one.new);
            }
        }
    }
    let all = strangers.identities.into_iter().zip(strangers.sightings).zip(strangers.rows).enumerate();
    for (_, ((identity, seen), row)) in all.filter(|(number, _)| !same.contains(number)) {
        known.add(identity, seen, row);
    }
    said
}
