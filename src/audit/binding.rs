//! Which standards bind a facility, under `auto`.
//!
//! A standard binds in its own territory and below. Areas and their parents
//! come from the packs, with the days on which they hold; a code is never taken
//! apart to guess its parent.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::{Adcode, Catalogue, FacilityType, day_number};
use crate::quantity::Truth;
use crate::standard::pack::{Level, Standard};
use crate::standard::program::{Comparison, Condition, Function, Program, Quantity};

/// The areas known on a day, each with its parent.
pub(super) struct Territory<'a> {
    parents: BTreeMap<&'a Adcode, Option<&'a Adcode>>,
    /// Areas of other days: what is recorded under such a code may lie anywhere.
    former: BTreeSet<&'a Adcode>,
}

impl<'a> Territory<'a> {
    pub(super) fn new(program: &'a Program, day: Date) -> Self {
        let areas = || program.standards.iter().flat_map(|standard| &standard.areas);
        let valid = areas().filter(|area| area.is_valid(day));
        let parents: BTreeMap<_, _> = valid.map(|area| (&area.adcode, area.parent.as_ref())).collect();
        let former = areas().map(|area| &area.adcode).filter(|code| !parents.contains_key(code));
        Self { former: former.collect(), parents }
    }

    /// Whether a standard's territory holds a facility of this jurisdiction.
    pub(super) fn binds(&self, standard: &Standard, jurisdiction: Option<&Adcode>) -> bool {
        standard.level == Level::National
            || jurisdiction.is_some_and(|own| self.above(own).contains(&standard.jurisdiction))
    }

    /// Whether what belongs to one area lies in another, which may be above or below it.
    pub(super) fn lies_in(&self, place: Option<&Adcode>, area: &Adcode) -> Truth {
        match place {
            Some(place) if self.above(place).contains(area) => Truth::True,
            Some(place) if self.above(area).contains(place) || self.former.contains(place) => Truth::Unknown,
            Some(_) => Truth::False,
            None => Truth::Unknown,
        }
    }

    /// The area and all it belongs to.
    pub(super) fn above<'b>(&'b self, own: &'b Adcode) -> BTreeSet<&'b Adcode> {
        let mut found = BTreeSet::new();
        let mut next = Some(own);
        while let Some(area) = next {
            if !found.insert(area) {
                break;
            }
            next = self.parents.get(area).copied().flatten();
        }
        found
    }
}

/// "Works permitted, else completed, on or after the day", for one facility type.
pub(super) fn works_since(catalogue: &Catalogue, facility_type: &FacilityType, from: Date) -> Condition {
    let known = catalogue.works.iter().filter_map(|id| facility_type.property(id.as_str()));
    let parts: Vec<_> = known.map(|(number, _)| Arc::new(Quantity::Property(number))).collect();
    let works = Arc::new(Quantity::Call(Function::Coalesce, parts));
    let start = Arc::new(Quantity::Constant(day_number(from)));
    Condition::Compare(Comparison::AtMost, start, works)
}
