//! What is counted around each row: the facilities an aggregate looks at.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::CHUNK;
use super::graph::Graph;
use super::roll::Roll;
use super::tree::Tree;
use crate::audit::counts::Counts;
use crate::audit::index::Group;
use crate::audit::reach::Reach;
use crate::audit::reference::Facility;
use crate::audit::world::{World, remembered};
use crate::inventory::{Cell, Column, Status};
use crate::parallel::in_parallel;
use crate::quantity::Truth;
use crate::standard::aggregate::{Aggregate, Domain, Members};

/// What is counted around one facility.
pub(super) struct Counted {
    pub(super) counts: Counts,
    pub(super) complete: bool,
    /// Whether something is not known of those that are recorded.
    open: bool,
}

impl Counted {
    /// What a number over them is.
    pub(super) fn cell(&self, aggregate: &Aggregate) -> Cell {
        let is_known = !self.open && self.counts.is_settled(&aggregate.figure, self.complete);
        let status = if is_known { Status::Known } else { Status::NotSurveyed };
        Cell { status, value: self.counts.value(aggregate, self.complete).into() }
    }
}

impl Graph<'_> {
    /// A cell for each row, from what an aggregate finds around it.
    pub(super) fn counted(&self, aggregate: &Aggregate, cell: impl Fn(&Counted) -> Cell + Sync) -> Column {
        let around = Around::new(self.world, aggregate);
        let of = |facility: Facility<'_>| cell(&around.counted(facility));
        Column::of(if aggregate.domain == Domain::Area { self.each_place(of) } else { self.each_row(of) })
    }

    /// Works something out for each row.
    pub(super) fn each_row<T: Clone + Send>(&self, of: impl Fn(Facility<'_>) -> T + Sync) -> Vec<T> {
        let rows = self.table.facilities.len();
        let chunk =
            |start: usize| (start..rows.min(start + CHUNK)).map(|row| of(self.facility(row))).collect();
        in_parallel(rows.div_ceil(CHUNK), |number| -> Vec<T> { chunk(number * CHUNK) }).concat()
    }

    /// Works something out once for all rows of a place, where nothing else makes a difference.
    pub(super) fn each_place<T: Clone>(&self, of: impl Fn(Facility<'_>) -> T) -> Vec<T> {
        let rows = self.table.facilities.len();
        let mut places = HashMap::new();
        let all = (0..rows).map(|row| {
            let facility = self.facility(row);
            places.entry(facility.place().cloned()).or_insert_with(|| of(facility)).clone()
        });
        all.collect()
    }
}

/// Who is around, with what many subjects share counted once.
struct Around<'g> {
    world: &'g World<'g>,
    aggregate: &'g Aggregate,
    rolls: Vec<Arc<Roll>>,
    /// By kind of member, where distances matter.
    trees: Vec<Tree>,
    shared: Mutex<HashMap<(usize, Group), (Counts, bool)>>,
}

impl<'g> Around<'g> {
    fn new(world: &'g World<'g>, aggregate: &'g Aggregate) -> Self {
        let members = || aggregate.members.iter();
        let rolls = members().map(|members| Roll::of(world, members)).collect();
        let trees = match aggregate.domain {
            Domain::Within(_) => {
                members().map(|members| Tree::of_type(world, members.facility_type)).collect()
            }
            _ => Vec::new(),
        };
        Self { world, aggregate, rolls, trees, shared: Mutex::default() }
    }

    fn counted(&self, facility: Facility<'_>) -> Counted {
        let complete = facility.is_complete(self.aggregate);
        let mut found = Counted { counts: Counts::default(), complete, open: false };
        for (nth, (members, roll)) in self.aggregate.members.iter().zip(&self.rolls).enumerate() {
            for reach in self.reach(nth, members, facility) {
                let (counts, open) = match &reach.group {
                    Some(group) => {
                        remembered(&self.shared, (nth, group.clone()), || roll.count(&reach.numbers))
                    }
                    None => roll.count(&reach.numbers),
                };
                found.open |= open;
                if reach.truth == Truth::True {
                    found.counts.add(&counts);
                    continue;
                }
                found.counts.add(&counts.doubtful());
                let tells = || self.world.not_surveyed(members.facility_type, reach.tells).is_some();
                found.open |= !counts.is_none() && tells();
            }
        }
        found
    }

    fn reach<'f>(&'f self, nth: usize, members: &Members, facility: Facility<'f>) -> Vec<Reach<'f>> {
        let kind = members.facility_type;
        match (self.aggregate.domain, self.trees.get(nth)) {
            (Domain::Within(metres), Some(tree)) => facility
                .around(kind, facility.position().map(|here| tree.within(here, metres, facility, kind))),
            (domain, _) => facility.reach(domain, kind),
        }
    }
}
