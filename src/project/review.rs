//! Pairs of facilities that may be one: looked at side by side, and decided.

use std::sync::Arc;

use hashbrown::HashSet;
use jiff::Timestamp;

use super::linking::{self, Pools, files_of};
use super::{Failure, Library, files};
use crate::locale::Message;
use crate::model::{TypeId, Verdict};
use crate::store::{About, Address, By, Decided, Decision, Identity, State, Store, StoreError};

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
    // Links lead away from the names that are looked for; what is apart stays apart.
    let unlinked: Vec<Decision> = decisions.iter().cloned().map(asked).collect();
    let decided = Decided::of(&unlinked, Timestamp::MAX);
    let mut pools = Pools::new();
    for survey in store.surveys()? {
        if matches!(survey.state(), State::Returned | State::Superseded) {
            continue;
        }
        for (file, source) in files_of(&survey) {
            let named = (source.id, &source.file);
            linking::read(store, named, file, &decided, &library.catalogue, types, &mut pools)?;
        }
    }
    Ok(pools)
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
