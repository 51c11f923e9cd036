//! Which standards bind a facility, under `auto`.
//!
//! A standard binds in its own territory and below, one of the state everywhere but
//! in areas that have law of their own. Areas and their parents
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
    /// Areas that have law of their own.
    apart: BTreeSet<&'a Adcode>,
}

impl<'a> Territory<'a> {
    pub(super) fn new(program: &'a Program, day: Date) -> Self {
        let areas = || program.standards.iter().flat_map(|standard| &standard.areas);
        let valid = areas().filter(|area| area.is_valid(day));
        let parents: BTreeMap<_, _> =
            valid.clone().map(|area| (&area.adcode, area.parent.as_ref())).collect();
        let former = areas().map(|area| &area.adcode).filter(|code| !parents.contains_key(code));
        let apart = valid.filter(|area| area.own_law).map(|area| &area.adcode);
        Self { former: former.collect(), apart: apart.collect(), parents }
    }

    /// Whether a standard's territory holds a facility of this jurisdiction.
    pub(super) fn binds(&self, standard: &Standard, jurisdiction: Option<&Adcode>) -> bool {
        let lies_in = |own: &Adcode| self.is_in(own, &standard.jurisdiction);
        match standard.level {
            Level::National => !jurisdiction.is_some_and(|own| self.is_apart(own)),
            _ => jurisdiction.is_some_and(lies_in),
        }
    }

    /// Whether what belongs to one area lies in another, which may be above or below it.
    pub(super) fn lies_in(&self, place: Option<&Adcode>, area: &Adcode) -> Truth {
        match place {
            Some(place) if self.is_in(place, area) => Truth::True,
            Some(place) if self.is_in(area, place) || self.former.contains(place) => Truth::Unknown,
            Some(_) => Truth::False,
            None => Truth::Unknown,
        }
    }

    /// Whether an area is another one, or lies in it.
    pub(super) fn is_in(&self, own: &Adcode, whole: &Adcode) -> bool {
        self.above(own).any(|area| area == whole)
    }

    /// Whether an area, or one it belongs to, has law of its own.
    fn is_apart(&self, own: &Adcode) -> bool {
        self.above(own).any(|area| self.apart.contains(area))
    }

    /// The area and all it belongs to; a circle of parents ends.
    fn above<'b>(&'b self, own: &'b Adcode) -> impl Iterator<Item = &'b Adcode> {
        let parent = |area: &&'b Adcode| self.parents.get(*area).copied().flatten();
        std::iter::successors(Some(own), parent).take(self.parents.len() + 1)
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
