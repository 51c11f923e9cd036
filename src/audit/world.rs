//! What a verdict may look at beside the subject: other facilities, areas, the day.
//!
//! Everything is found by index, made when it is first asked for; numbers over
//! the members of an area are gathered once and shared by all who ask.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jiff::civil::Date;

use super::aggregate::Gathered;
use super::binding::Territory;
use super::columnar::{Crowd, Roll};
use super::complies::Demands;
use super::index::{Group, Index};
use super::reference::Estimate;
use crate::inventory::{Cut, Inventory, Table};
use crate::model::Adcode;
use crate::standard::aggregate::Members;
use crate::standard::program::Program;

/// An inventory as the requirements see it.
pub(super) struct World<'a> {
    pub(super) inventory: &'a Inventory,
    pub(super) program: &'a Program,
    pub(super) territory: Arc<Territory<'a>>,
    /// The day that is spoken of.
    pub(super) day: Date,
    /// Where facilities belong that do not say.
    pub(super) default: Option<&'a Adcode>,
    /// Others are counted by columns; the reference evaluator does without.
    pub(super) by_columns: bool,
    pub(super) rolls: Mutex<HashMap<Members, Arc<Roll>>>,
    /// Whom many may be near to; whether those count for certain that belong.
    pub(super) crowds: Mutex<HashMap<(Members, Group, bool), Arc<Crowd>>>,
    /// The table of what is no facility.
    pub(super) nothing: Table,
    indices: Vec<OnceLock<Index>>,
    places: OnceLock<BTreeSet<Adcode>>,
    gathered: Mutex<HashMap<(usize, usize, Group), Arc<Gathered>>>,
    /// By type and the types of what it leads to, the way of each facility.
    ways: Mutex<HashMap<(usize, Vec<usize>), Ways>>,
    /// What is asked of a type by standards that others defer to.
    pub(super) demands: Mutex<HashMap<(usize, Vec<usize>), Demands>>,
    /// The facilities of each type on an earlier day, where that is what is spoken of.
    past: Option<Vec<OnceLock<Option<Arc<Moment>>>>>,
    moments: Arc<Mutex<Moments>>,
}

/// The way of each facility of a type to something, once it is asked for.
pub(super) type Ways = Arc<[OnceLock<Estimate>]>;

/// Earlier states, each resolved once.
type Moments = HashMap<(usize, Cut), Option<Arc<Moment>>>;

/// The facilities of a type in an earlier state.
#[derive(Debug)]
pub(super) struct Moment {
    pub(super) table: Table,
    index: OnceLock<Index>,
}

impl<'a> World<'a> {
    pub(super) fn new(
        inventory: &'a Inventory,
        program: &'a Program,
        default: Option<&'a Adcode>,
        by_columns: bool,
    ) -> Self {
        Self {
            inventory,
            program,
            territory: Arc::new(Territory::new(program, inventory.as_of)),
            day: inventory.as_of,
            default,
            by_columns,
            rolls: Mutex::default(),
            crowds: Mutex::default(),
            nothing: Table::default(),
            indices: inventory.tables.iter().map(|_| OnceLock::new()).collect(),
            places: OnceLock::new(),
            gathered: Mutex::default(),
            ways: Mutex::default(),
            demands: Mutex::default(),
            past: None,
            moments: Arc::default(),
        }
    }

    /// The same inventory as it was known on an earlier day.
    pub(super) fn at(&self, day: Date) -> World<'a> {
        World {
            inventory: self.inventory,
            program: self.program,
            territory: Arc::clone(&self.territory),
            day,
            default: self.default,
            by_columns: self.by_columns,
            rolls: Mutex::default(),
            crowds: Mutex::default(),
            nothing: Table::default(),
            indices: Vec::new(),
            places: OnceLock::new(),
            gathered: Mutex::default(),
            ways: Mutex::default(),
            demands: Mutex::default(),
            past: Some(self.inventory.tables.iter().map(|_| OnceLock::new()).collect()),
            moments: Arc::clone(&self.moments),
        }
    }

    /// The facilities of a type in an earlier state; `None` where that is not remembered.
    pub(super) fn moment(&self, kind: usize, cut: Cut) -> Option<Arc<Moment>> {
        remembered(&self.moments, (kind, cut), || {
            let table = self.inventory.earlier(kind, cut)?;
            Some(Arc::new(Moment { table, index: OnceLock::new() }))
        })
    }

    /// The number of a facility of a type, by its id.
    pub(super) fn number(&self, kind: usize, id: &str) -> Option<usize> {
        number(self.table(kind), id)
    }

    fn past(&self, kind: usize) -> Option<&Moment> {
        let moments = self.past.as_ref()?;
        moments.get(kind)?.get_or_init(|| self.moment(kind, Cut::Day(self.day))).as_deref()
    }

    /// The facilities of a type.
    pub(super) fn table(&self, kind: usize) -> &Table {
        if self.past.is_some() {
            return self.past(kind).map_or(&self.nothing, |moment| &moment.table);
        }
        self.inventory.tables.get(kind).unwrap_or(&self.nothing)
    }

    /// The same by what others ask for.
    pub(super) fn index(&self, kind: usize) -> Option<&Index> {
        let index = match self.past {
            Some(_) => &self.past(kind)?.index,
            None => self.indices.get(kind)?,
        };
        Some(index.get_or_init(|| Index::new(self, kind)))
    }

    /// Where a facility belongs, as far as that is known.
    pub(super) fn place(&self, kind: usize, number: usize) -> Option<&Adcode> {
        let own = self.table(kind).facilities.get(number).and_then(|one| one.jurisdiction.as_ref());
        own.or(self.default)
    }

    /// Every area that a facility says it belongs to.
    pub(super) fn places(&self) -> &BTreeSet<Adcode> {
        self.places.get_or_init(|| {
            let facilities = self.inventory.tables.iter().flat_map(|table| &table.facilities);
            let places: BTreeSet<&Adcode> = facilities.filter_map(|one| one.jurisdiction.as_ref()).collect();
            places.into_iter().cloned().collect()
        })
    }

    /// Whether all facilities of a type are recorded that an area has.
    pub(super) fn is_complete(&self, kind: usize, place: Option<&Adcode>) -> bool {
        let (Some(of), Some(place)) = (self.inventory.facility_type(kind), place) else { return false };
        self.inventory.complete.iter().any(|one| {
            one.facility_type == of.id && one.on <= self.day && self.territory.is_in(place, &one.jurisdiction)
        })
    }

    /// The ways of the facilities of a type to some types.
    pub(super) fn ways(&self, kind: usize, to: &[usize]) -> Ways {
        let blank = || self.table(kind).facilities.iter().map(|_| OnceLock::new()).collect();
        remembered(&self.ways, (kind, to.to_vec()), blank)
    }

    /// What is gathered over a group, once.
    pub(super) fn shared(
        &self,
        key: (usize, usize, Group),
        gather: impl FnOnce() -> Gathered,
    ) -> Arc<Gathered> {
        remembered(&self.gathered, key, || Arc::new(gather()))
    }
}

impl Moment {
    /// The number of a facility, by its id.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        number(&self.table, id)
    }
}

/// What is known by a key, or else is made now; two who ask at once may both make it.
pub(super) fn remembered<K: Eq + Hash, V: Clone>(
    memo: &Mutex<HashMap<K, V>>,
    key: K,
    work: impl FnOnce() -> V,
) -> V {
    let known = || memo.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known().get(&key) {
        return found.clone();
    }
    let made = work();
    known().insert(key, made.clone());
    made
}

/// Facilities are in the order of their ids.
fn number(table: &Table, id: &str) -> Option<usize> {
    table.facilities.binary_search_by(|one| one.id.as_str().cmp(id)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_may_ask_at_once() {
        fn shared<T: Send + Sync>() {}
        shared::<World<'_>>();
    }
}
