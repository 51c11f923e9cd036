//! How far away things are, and what is nearer, for every row of a table.

use std::sync::Arc;

use super::graph::Graph;
use super::roll::Roll;
use super::tree::Tree;
use crate::audit::distance::{FARTHEST, centimetres};
use crate::audit::index::Group;
use crate::audit::reference::Facility;
use crate::audit::world::{World, remembered};
use crate::inventory::{Cell, Column, Status};
use crate::quantity::{Interval, Rational, Truth};
use crate::standard::aggregate::{Aggregate, Domain, Members};

/// How far something is, in centimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    /// It may be as near as this.
    pub(super) low: i64,
    /// No farther than the nearest that certainly counts.
    pub(super) high: Option<i64>,
    /// Whether there is anything that is not known.
    pub(super) open: bool,
}

/// Metres to the nearest facility of an aggregate, for each row.
pub(super) fn nearest(graph: &Graph<'_>, aggregate: &Aggregate) -> Column {
    let ways = Ways::new(graph.world, &aggregate.members);
    let way = |facility: Facility<'_>| {
        ways.to_nearest(facility, aggregate.domain, facility.is_complete(aggregate)).cell()
    };
    Column::of(graph.each_row(way))
}

impl Way {
    fn cell(self) -> Cell {
        let metres = |centimetres: i64| Rational::new(centimetres.into(), 100);
        let value = Interval::new(Some(metres(self.low)), self.high.map(metres));
        let status = if self.open { Status::NotSurveyed } else { Status::Known };
        Cell { status, value: value.unwrap_or(Interval::UNBOUNDED).into() }
    }
}

/// The ways to some facilities.
pub(super) struct Ways<'g> {
    world: &'g World<'g>,
    members: &'g [Members],
    rolls: Vec<Arc<Roll>>,
}

/// Facilities that many subjects may be near to.
pub(in crate::audit) struct Crowd {
    sure: Tree,
    open: Tree,
    /// Whether one has no position.
    unplaced: bool,
    /// Those that count for certain have a position, and are not among these.
    pub(in crate::audit) doubtful: Vec<u32>,
}

/// The nearest so far.
#[derive(Default)]
struct Found {
    sure: Option<i64>,
    open: Option<i64>,
    unplaced: bool,
}

impl<'g> Ways<'g> {
    pub(super) fn new(world: &'g World<'g>, members: &'g [Members]) -> Self {
        let rolls = members.iter().map(|members| Roll::of(world, members)).collect();
        Self { world, members, rolls }
    }

    /// From a facility to the nearest of them.
    pub(super) fn to_nearest(&self, facility: Facility<'_>, domain: Domain, complete: bool) -> Way {
        let Some(here) = facility.position() else { return Way { low: 0, high: None, open: true } };
        let mut found = Found::default();
        for (nth, members) in self.members.iter().enumerate() {
            if domain == Domain::Everywhere {
                let numbers = || (0..).zip(&self.world.table(members.facility_type).facilities);
                let all =
                    self.crowd(nth, Group::Everyone, true, || numbers().map(|(number, _)| number).collect());
                found.look(&all, here, facility, members.facility_type);
                continue;
            }
            for reach in facility.reach(domain, members.facility_type) {
                let is_sure = reach.truth == Truth::True;
                if let Some(group) = reach.group {
                    let crowd = self.crowd(nth, group, is_sure, || reach.numbers.to_vec());
                    found.look(&crowd, here, facility, members.facility_type);
                } else {
                    let step = |number: &u32| self.step(&mut found, nth, facility, (*number, reach.truth));
                    reach.numbers.iter().for_each(step);
                }
            }
        }
        found.way(complete)
    }

    fn crowd(&self, nth: usize, group: Group, is_sure: bool, numbers: impl Fn() -> Vec<u32>) -> Arc<Crowd> {
        match self.members.get(nth) {
            Some(members) => Crowd::of(self.world, members, group, is_sure, numbers),
            None => Arc::new(Crowd::new(&self.world.nothing, &[], &[])),
        }
    }

    /// One facility that is, or may be, where the aggregate looks.
    fn step(&self, found: &mut Found, nth: usize, subject: Facility<'_>, (number, is_there): (u32, Truth)) {
        let (Some(members), Some(roll)) = (self.members.get(nth), self.rolls.get(nth)) else { return };
        let there = Facility::new(self.world, members.facility_type, number as usize).position();
        let belongs = is_there.and(roll.belongs(number));
        if belongs == Truth::False || subject.is(members.facility_type, number) {
            return;
        }
        let distance = subject.position().zip(there).map(|(here, there)| centimetres(here, there));
        match (distance, belongs) {
            (None, _) => found.unplaced = true,
            (distance, Truth::True) => nearer(&mut found.sure, distance),
            (distance, _) => nearer(&mut found.open, distance),
        }
    }
}

impl Crowd {
    /// Those of a group that count, or may; made once for all who ask.
    pub(in crate::audit) fn of(
        world: &World<'_>,
        members: &Members,
        group: Group,
        is_sure: bool,
        numbers: impl Fn() -> Vec<u32>,
    ) -> Arc<Self> {
        remembered(&world.crowds, (members.clone(), group, is_sure), || {
            let roll = Roll::of(world, members);
            let counting = numbers().into_iter().filter(|number| roll.belongs(*number) != Truth::False);
            let is_sure = |number: &u32| is_sure && roll.belongs(*number) == Truth::True;
            let (sure, open): (Vec<u32>, Vec<u32>) = counting.partition(is_sure);
            Arc::new(Self::new(world.table(members.facility_type), &sure, &open))
        })
    }

    /// Centimetres to the nearest that certainly counts.
    pub(in crate::audit) fn nearest(
        &self,
        here: (f64, f64),
        subject: Facility<'_>,
        kind: usize,
    ) -> Option<i64> {
        self.sure.nearest(here, subject, kind)
    }

    fn new(table: &crate::inventory::Table, sure: &[u32], open: &[u32]) -> Self {
        let is_unplaced =
            |number: &u32| table.facilities.get(*number as usize).is_some_and(|one| one.position.is_none());
        let unplaced = sure.iter().filter(|number| is_unplaced(number));
        Self {
            doubtful: open.iter().chain(unplaced).copied().collect(),
            unplaced: sure.iter().chain(open).any(is_unplaced),
            sure: Tree::new(table, sure.iter().copied()),
            open: Tree::new(table, open.iter().copied()),
        }
    }
}

impl Found {
    fn look(&mut self, crowd: &Crowd, here: (f64, f64), subject: Facility<'_>, kind: usize) {
        nearer(&mut self.sure, crowd.sure.nearest(here, subject, kind));
        nearer(&mut self.open, crowd.open.nearest(here, subject, kind));
        self.unplaced |= crowd.unplaced;
    }

    fn way(&self, complete: bool) -> Way {
        let open = self.open.filter(|open| self.sure.is_none_or(|sure| *open < sure));
        let farthest = i64::try_from(100 * FARTHEST).unwrap_or(i64::MAX);
        let low = if self.unplaced || !complete { 0 } else { open.or(self.sure).unwrap_or(farthest) };
        Way { low, high: self.sure, open: self.unplaced || open.is_some() || !complete }
    }
}

fn nearer(known: &mut Option<i64>, found: Option<i64>) {
    *known = [*known, found].into_iter().flatten().min();
}
