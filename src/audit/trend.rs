//! What a number was in an earlier round.
//!
//! A facility is compared with itself, as it was known so many days before it
//! was last seen; numbers over many are compared with what was known of all of
//! them so many days before any of them was last seen. What was not seen again
//! in between shows no trend; nor do many of whom it is not known whether the
//! last ones seen belong.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::basis::{Basis, looked_at};
use super::cited::Cited;
use super::reference::{Estimate, Facility, Judgement, only_if_open};
use super::run::Scope;
use super::world::{Moment, World};
use crate::inventory::Cut;
use crate::model::Reason;
use crate::quantity::{Interval, Truth};
use crate::standard::Node;
use crate::standard::aggregate::Aggregate;
use crate::standard::program::{Body, Program, Quantity, Rise};

/// The types of which a run needs to know earlier states.
pub fn looks_back(scope: &Scope, program: &Program) -> Vec<usize> {
    let mut kinds = BTreeSet::new();
    for requirement in &program.requirements {
        let of = program.standards.get(requirement.standard).map(|of| &of.id);
        if !scope.standards.is_empty() && !of.is_some_and(|of| scope.standards.contains(of)) {
            continue;
        }
        requirement.bodies.iter().for_each(|(kind, body)| look(program, Some(*kind), body, &mut kinds));
        requirement.areas.iter().for_each(|areas| look(program, None, &areas.body, &mut kinds));
    }
    kinds.into_iter().collect()
}

fn look(program: &Program, kind: Option<usize>, body: &Body, kinds: &mut BTreeSet<usize>) {
    let mut values: Vec<&Quantity> = Vec::new();
    body.walk(true, &mut |node| {
        if let Node::Quantity(Quantity::Earlier(value, _)) = node {
            values.push(value);
        }
    });
    for value in values {
        kinds.extend(kind);
        looked_at(program, Node::Quantity(value), kinds);
    }
}

impl Facility<'_> {
    /// Whether a number has gone up, or rests where it may.
    pub(super) fn rises(self, rise: &Rise) -> Judgement {
        let (now, then) = (self.estimate(&rise.now), self.estimate(&rise.then));
        let end = rise.end.as_ref().map(|end| self.estimate(end));
        let at_end = end.as_ref().map_or(Truth::False, |end| now.value.same(end.value));
        let truth = then.value.less(now.value).or(then.value.at_most(now.value).and(at_end));
        let mut causes = [now.causes, then.causes].concat();
        if causes.is_empty() {
            causes.push((Reason::StraddlesThreshold, None));
        }
        Judgement { causes: only_if_open(truth, causes), truth }
    }

    /// What a number was so many days before the last round, or earlier.
    pub(super) fn earlier(self, value: &Quantity, days: i32) -> Estimate {
        let basis = self.world.basis(self.kind, value);
        let found = if basis.aggregates.is_empty() {
            self.before(value, days, &basis)
        } else {
            self.last_round(value, days, &basis)
        };
        let Some(found) = found else {
            let property = basis.properties.first().copied();
            return Estimate {
                value: Interval::UNBOUNDED,
                causes: vec![(Reason::NeedsSecondObservation, property)],
            };
        };
        Estimate { causes: found.causes.into_iter().map(of_the_past).collect(), ..found }
    }

    /// The rows of the earlier round that a verdict rests on.
    pub(super) fn name_earlier(self, body: &Body, cells: &mut Vec<Cited>) {
        let mut values = Vec::new();
        body.walk(false, &mut |node| {
            if let Node::Quantity(Quantity::Earlier(value, days)) = node {
                values.push((Arc::clone(value), *days));
            }
        });
        for (value, days) in values {
            let basis = self.world.basis(self.kind, &value);
            let rows = self.rows_before(&basis, days);
            cells.extend(rows.into_iter().filter(|row| !cells.contains(row)).collect::<Vec<_>>());
            let Some(then) = self.last_world(days, &basis) else { continue };
            let Some(subject) = self.in_world(&then) else { continue };
            for members in
                basis.aggregates.iter().flat_map(|one| one.members.iter().map(|of| (one.domain, of)))
            {
                subject.name(members.0, members.1, cells);
            }
        }
    }

    fn rows_before(self, basis: &Basis, days: i32) -> Vec<Cited> {
        let Some((moment, number)) = self.moment_before(days) else { return Vec::new() };
        let rows = |property: &usize| {
            let property = *property;
            moment.table.rows(property, number).map(move |row| Cited { property, row, instead: None })
        };
        basis.properties.iter().flat_map(rows).collect()
    }

    /// Its state so many days before it was last seen, and its number there.
    fn moment_before(self, days: i32) -> Option<(Arc<Moment>, usize)> {
        let moment = self.world.moment(self.kind, Cut::Before(days))?;
        let number = moment.number(self.id()?)?;
        Some((moment, number))
    }

    /// The facility itself, so many days before it was last seen.
    fn before(self, value: &Quantity, days: i32, basis: &Basis) -> Option<Estimate> {
        let (moment, number) = self.moment_before(days)?;
        let same = |property: &usize| {
            self.table.rows(*property, self.number).eq(moment.table.rows(*property, number))
        };
        if basis.properties.iter().all(same) {
            return None;
        }
        Some(Facility { table: &moment.table, number, ..self }.estimate(value))
    }

    /// Everything that counts, so many days before any of it was last seen.
    fn last_round(self, value: &Quantity, days: i32, basis: &Basis) -> Option<Estimate> {
        let then = self.last_world(days, basis)?;
        let subject = self.in_world(&then)?;
        let known = basis.aggregates.iter().any(|one| subject.last_seen(one).may_be.is_some());
        known.then(|| subject.estimate(value))
    }

    fn last_world(&self, days: i32, basis: &Basis) -> Option<World<'_>> {
        let reads_itself = !basis.properties.is_empty();
        let own = self.table.facilities.get(self.number).map(|one| one.seen).filter(|_| reads_itself);
        let seen =
            basis.aggregates.iter().map(|one| self.last_seen(one)).fold(LastSeen::of(own), LastSeen::and);
        let last = seen.known()?;
        Some(self.world.at(last.checked_sub(days.days()).ok()?))
    }

    /// The same subject in another world.
    fn in_world<'w>(&'w self, world: &'w World<'w>) -> Option<Facility<'w>> {
        Some(match self.area {
            Some(area) => Facility::of_area(world, area),
            None => Facility::new(world, self.kind, world.number(self.kind, self.id()?)?),
        })
    }

    /// The last day any facility was seen that an aggregate counts, or may.
    fn last_seen(self, aggregate: &Aggregate) -> LastSeen {
        let mut seen = LastSeen::default();
        for kind in aggregate.members.iter().map(|members| members.facility_type) {
            let table = self.world.table(kind);
            for reach in self.reach(aggregate.domain, kind) {
                let days = reach
                    .numbers
                    .iter()
                    .filter_map(|number| Some(table.facilities.get(*number as usize)?.seen));
                seen = seen.and(LastSeen::among(reach.truth, days.max()));
            }
        }
        seen
    }
}

/// The last day of a round: of those that are known to be counted, and of all that may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct LastSeen {
    sure: Option<Date>,
    pub(super) may_be: Option<Date>,
}

impl LastSeen {
    /// The day something was seen that counts.
    pub(super) fn of(day: Option<Date>) -> Self {
        Self { sure: day, may_be: day }
    }

    /// The last day of some facilities that count, or may.
    pub(super) fn among(counts: Truth, last: Option<Date>) -> Self {
        Self { sure: last.filter(|_| counts == Truth::True), may_be: last }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self { sure: self.sure.max(other.sure), may_be: self.may_be.max(other.may_be) }
    }

    /// The day, where it does not depend on who counts.
    pub(super) fn known(self) -> Option<Date> {
        self.sure.filter(|_| self.sure == self.may_be)
    }
}

/// Nobody can survey the past: what was not surveyed then needs another round.
fn of_the_past((reason, property): (Reason, Option<usize>)) -> (Reason, Option<usize>) {
    let reason = if reason == Reason::NotSurveyed { Reason::NeedsSecondObservation } else { reason };
    (reason, property)
}
