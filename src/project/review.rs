//! Pairs of facilities that may be one: looked at side by side, and decided.

use std::sync::Arc;

use hashbrown::HashSet;
use jiff::Timestamp;

use super::linking::{self, Pools, files_of};
use super::{Failure, Library, files};
use crate::locale::Message;
use crate::model::{TypeId, Verdict};
use crate::store::{
    About, Address, By, Decided, Decision, FileOf, Identity, State, Store, StoreError, Survey,
};

/// Two facilities about which something was decided.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// Number of the decision.
    pub number: usize,
    /// Their type.
    pub facility_type: TypeId,
    /// The one that was known first, and the one that came.
    pub both: [Side; 2],
    /// What was decided, and by what.
    pub decision: Decision,
    /// Whether they are one, as of now.
    pub verdict: Verdict,
}

/// One of two.
#[derive(Debug, Clone)]
pub struct Side {
    /// What surveys know it by.
    pub identity: Identity,
    /// Its name.
    pub name: Option<Arc<str>>,
    /// Longitude and latitude in degrees.
    pub position: Option<(f64, f64)>,
    /// File and row it was first seen in; none where its survey counts no more.
    pub row: Option<(Arc<str>, u32)>,
}

/// The pairs that wait for somebody, or all that were ever decided on.
pub fn reviewed(address: &Address, all: bool, library: &Library) -> Result<Vec<Reviewed>, Failure> {
    let mut store = address.read(files::now()).map_err(Failure::store(address))?;
    pairs(&mut *store, all, library).map_err(Failure::store(address))
}

/// How many pairs wait for somebody.
pub(super) fn open(address: &Address) -> Result<usize, Failure> {
    let mut store = address.read(files::now()).map_err(Failure::store(address))?;
    let decisions = store.decisions().map_err(Failure::store(address))?;
    Ok(Decided::of(&decisions, Timestamp::MAX).open().len())
}

fn pairs(store: &mut dyn Store, all: bool, library: &Library) -> Result<Vec<Reviewed>, StoreError> {
    let decisions = store.decisions()?;
    let decided = Decided::of(&decisions, Timestamp::MAX);
    let open: HashSet<usize> = decided.open().into_iter().collect();
    let chosen = (1..).zip(&decisions).filter(|(number, _)| all || open.contains(number));
    let chosen: Vec<(usize, &Decision)> = chosen.collect();
    let types = chosen.iter().filter_map(|(_, one)| match &one.about {
        About::Pair { facility_type, .. } => Some(facility_type.clone()),
        About::Cell { .. } => None,
    });
    let pools = seen(store, &decisions, &types.collect(), library)?;
    let one = |(number, decision): (usize, &Decision)| {
        let About::Pair { facility_type, known, new, .. } = &decision.about else { return None };
        let (index, _) = library.catalogue.facility_type(facility_type.as_str())?;
        let both = [known, new].map(|identity| side(&pools, index, identity));
        let verdict = decided.verdict(facility_type, known, new)?;
        Some(Reviewed {
            number,
            facility_type: facility_type.clone(),
            both,
            decision: decision.clone(),
            verdict,
        })
    };
    Ok(chosen.into_iter().filter_map(one).collect())
}

/// The facilities of some types, each under its own name, linked to nothing.
fn seen(
    store: &mut dyn Store,
    decisions: &[Decision],
    types: &HashSet<TypeId>,
    library: &Library,
) -> Result<Pools, StoreError> {
    let decided = unlinked(decisions);
    let mut pools = Pools::new();
    for survey in store.surveys()?.iter().filter(|survey| lives(survey)) {
        for (file, source) in files_of(survey) {
            let named = (source.id, &source.file);
            linking::read(store, named, file, &decided, &library.catalogue, types, &mut pools)?;
        }
    }
    Ok(pools)
}

fn lives(survey: &Survey) -> bool {
    !matches!(survey.state(), State::Returned | State::Superseded)
}

/// Links lead away from the names that are looked for; what is apart stays apart.
fn unlinked(decisions: &[Decision]) -> Decided {
    let unlinked: Vec<Decision> = decisions.iter().cloned().map(asked).collect();
    Decided::of(&unlinked, Timestamp::MAX)
}

fn asked(mut decision: Decision) -> Decision {
    if let About::Pair { verdict, .. } = &mut decision.about {
        *verdict = Verdict::Ask;
    }
    decision
}

fn side(pools: &Pools, index: usize, identity: &Identity) -> Side {
    let found = pools.get(&index).and_then(|pool| Some((pool, pool.find(identity)?)));
    let sighting = found.and_then(|(pool, number)| pool.sightings.get(number));
    Side {
        identity: identity.clone(),
        name: sighting.and_then(|one| one.name.clone()),
        position: sighting.and_then(|one| one.place).map(|at| (at.longitude, at.latitude)),
        row: found.and_then(|(pool, number)| pool.rows.get(number).cloned()),
    }
}

/// Says that two facilities are one, which has the id of the first from then on.
pub fn link(
    address: &Address,
    facility_type: &TypeId,
    both: [&str; 2],
    by: &By,
    library: &Library,
) -> Result<(), Failure> {
    let mut store = address.write(files::now()).map_err(Failure::store(address))?;
    let decisions = store.decisions().map_err(Failure::store(address))?;
    let types = HashSet::from([facility_type.clone()]);
    let pools = seen(&mut *store, &decisions, &types, library).map_err(Failure::store(address))?;
    let [kept, other] = both.map(|id| named(&pools, id).ok_or_else(|| no_facility(facility_type, id)));
    let (kept, other) = (kept?, other?);
    let decided = Decided::of(&decisions, Timestamp::MAX);
    if decided.root(facility_type, &kept) == decided.root(facility_type, &other) {
        let message = Message::new("failure-one-facility").with("one", kept).with("other", other);
        return Err(Failure::Input(message));
    }
    // A pair that was spoken of already stays the same pair, so that the last word on it counts.
    let is_known = decided.verdict(facility_type, &other, &kept).is_some();
    let (known, new) = if is_known { (other, kept) } else { (kept, other) };
    let about = pair(facility_type, known, new, Verdict::Same);
    store.decide(&[Decision { at: files::now(), by: by.clone(), about }]).map_err(Failure::store(address))
}

/// The facility that is written so.
fn named(pools: &Pools, id: &str) -> Option<Identity> {
    pools.values().flat_map(|pool| &pool.identities).find(|one| one.to_string() == id).cloned()
}

fn no_facility(facility_type: &TypeId, id: &str) -> Failure {
    let message = Message::new("failure-no-facility").with("type", facility_type);
    Failure::Input(message.with("id", id))
}

fn pair(facility_type: &TypeId, known: Identity, new: Identity, verdict: Verdict) -> About {
    About::Pair { facility_type: facility_type.clone(), known, new, verdict }
}

/// Says that an id means a facility of its own in some files, the same one in each of them; gives what it is called.
pub fn split(
    address: &Address,
    facility_type: &TypeId,
    id: &str,
    files: &[FileOf],
    by: &By,
    library: &Library,
) -> Result<Identity, Failure> {
    let mut store = address.write(super::files::now()).map_err(Failure::store(address))?;
    let speak = speaking(&mut *store, facility_type, id, library).map_err(Failure::store(address))?;
    if speak.is_empty() {
        return Err(no_facility(facility_type, id));
    }
    if let Some(silent) = files.iter().find(|file| !speak.contains(file)) {
        return Err(Failure::Input(Message::new("failure-not-in-file").with("id", id).with("file", silent)));
    }
    let first = files.first().filter(|_| speak.iter().any(|file| !files.contains(file)));
    let all = || Failure::Input(Message::new("failure-all-files").with("id", id));
    let first = first.copied().ok_or_else(all)?;
    let own = |file| Identity { id: id.into(), file: Some(file) };
    let whole = || Identity { id: id.into(), file: None };
    let apart = files.iter().map(|file| pair(facility_type, whole(), own(*file), Verdict::Different));
    let others = files.iter().filter(|file| **file != first);
    let one = others.map(|file| pair(facility_type, own(first), own(*file), Verdict::Same));
    let at = super::files::now();
    let said = apart.chain(one).map(|about| Decision { at, by: by.clone(), about }).collect::<Vec<_>>();
    store.decide(&said).map_err(Failure::store(address))?;
    Ok(own(first))
}

/// The files that mean one facility by an id: all that have it, less those where it is a facility of its own.
fn speaking(
    store: &mut dyn Store,
    facility_type: &TypeId,
    id: &str,
    library: &Library,
) -> Result<Vec<FileOf>, StoreError> {
    let decided = unlinked(&store.decisions()?);
    let (wanted, types) = (Identity { id: id.into(), file: None }, HashSet::from([facility_type.clone()]));
    let mut speak = Vec::new();
    for survey in store.surveys()?.iter().filter(|survey| lives(survey)) {
        for (file, source) in files_of(survey) {
            let mut pools = Pools::new();
            let named = (source.id, &source.file);
            linking::read(store, named, file, &decided, &library.catalogue, &types, &mut pools)?;
            speak.extend(pools.values().any(|pool| pool.find(&wanted).is_some()).then_some(file));
        }
    }
    Ok(speak)
}

/// Says of pairs, by the numbers of decisions about them, whether they are one; the last word counts.
pub fn decide(address: &Address, numbers: &[usize], verdict: Verdict, by: &By) -> Result<usize, Failure> {
    let mut store = address.write(files::now()).map_err(Failure::store(address))?;
    let decisions = store.decisions().map_err(Failure::store(address))?;
    let at = files::now();
    let mut said = Vec::with_capacity(numbers.len());
    for number in numbers {
        let pair = number.checked_sub(1).and_then(|index| decisions.get(index)).map(|one| &one.about);
        let Some(About::Pair { facility_type, known, new, .. }) = pair else {
            return Err(Failure::Input(Message::new("failure-no-pair").with("number", number)));
        };
        let (facility_type, known, new) = (facility_type.clone(), known.clone(), new.clone());
        said.push(Decision { at, by: by.clone(), about: About::Pair { facility_type, known, new, verdict } });
    }
    store.decide(&said).map_err(Failure::store(address))?;
    Ok(said.len())
}
