//! Numbers over other facilities, a facility at a time.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::about;
use super::columnar;
use super::counts::Counts;
use super::reference::{Causes, Estimate, Facility, Judgement};
use super::world::World;
use crate::model::Reason;
use crate::quantity::Truth;
use crate::standard::aggregate::{Aggregate, Figure, Members};

/// What is known of the facilities of a group, and why not more.
#[derive(Debug, Clone, Default)]
pub(super) struct Gathered {
    pub(super) counts: Counts,
    pub(super) causes: BTreeSet<(Reason, Option<usize>)>,
}

impl Facility<'_> {
    /// What a number over other facilities may be.
    pub(super) fn aggregate(self, aggregate: &Arc<Aggregate>) -> Estimate {
        match &aggregate.figure {
            Figure::Nearest => return self.nearest(aggregate),
            Figure::Rank(to) => return self.rank(aggregate, to),
            _ => {}
        }
        let found = self.gather(aggregate);
        let complete = self.is_complete(aggregate);
        let mut causes: Causes = found.causes.iter().copied().collect();
        if !found.counts.is_settled(&aggregate.figure, complete) {
            causes.push((Reason::InventoryNotComplete, None));
        }
        Estimate { value: found.counts.value(aggregate, complete), causes }
    }

    /// Whether every one is as it should be.
    pub(super) fn every(self, aggregate: &Arc<Aggregate>) -> Judgement {
        let found = self.gather(aggregate);
        let complete = self.is_complete(aggregate);
        let truth = found.counts.every(complete);
        let mut causes = Causes::new();
        if truth == Truth::Unknown {
            causes.extend(found.causes);
            causes.extend((!complete).then_some((Reason::InventoryNotComplete, None)));
        }
        Judgement { truth, causes }
    }

    /// Whether there is certainly none of them.
    pub(super) fn has_none(self, aggregate: &Arc<Aggregate>) -> bool {
        self.gather(aggregate).counts.is_none() && self.is_complete(aggregate)
    }

    /// Whether all facilities are recorded that the aggregate looks for.
    pub(super) fn is_complete(self, aggregate: &Aggregate) -> bool {
        let place = self.place();
        aggregate.members.iter().all(|members| self.world.is_complete(members.facility_type, place))
    }

    pub(super) fn gather(self, aggregate: &Arc<Aggregate>) -> Gathered {
        let mut found = Gathered::default();
        for (nth, members) in aggregate.members.iter().enumerate() {
            for reach in self.reach(aggregate.domain, members.facility_type) {
                let of_group = || self.world.gather(members, &reach.numbers);
                let group = match reach.group {
                    Some(group) => self.world.shared((Arc::as_ptr(aggregate) as usize, nth, group), of_group),
                    None => Arc::new(of_group()),
                };
                found.causes.extend(group.causes.iter().copied());
                if reach.truth == Truth::True {
                    found.counts.add(&group.counts);
                    continue;
                }
                found.counts.add(&group.counts.doubtful());
                if !group.counts.is_none() {
                    let cause = self.world.not_surveyed(members.facility_type, reach.tells);
                    found.causes.extend(cause);
                }
            }
        }
        found
    }
}

impl World<'_> {
    /// Some facilities of a type, counted.
    fn gather(&self, members: &Members, numbers: &[u32]) -> Gathered {
        if self.by_columns {
            return columnar::gathered(self, members, numbers);
        }
        let mut found = Gathered::default();
        for number in numbers {
            let facility = Facility::new(self, members.facility_type, *number as usize);
            let belongs = facility.judge(&members.filter);
            if belongs.truth == Truth::False {
                continue;
            }
            let that = members.that.as_ref().map_or(Truth::True, |that| facility.judge(that).truth);
            found.counts.count(belongs.truth, that, 1);
            if let Some(value) = &members.value {
                found.counts.add_up(belongs.truth, facility.estimate(value).value);
            }
            found.causes.extend(facility.open_as(members));
        }
        found
    }

    /// A property of other facilities that nobody recorded.
    pub(super) fn not_surveyed(&self, kind: usize, property: &str) -> Option<(Reason, Option<usize>)> {
        let (number, _) = self.inventory.facility_type(kind)?.property(property)?;
        Some(about::of_other(kind, (Reason::NotSurveyed, Some(number))))
    }
}

impl Facility<'_> {
    /// Why it is not known better how the facility counts.
    pub(super) fn open_as(self, members: &Members) -> Causes {
        let mut causes = self.judge(&members.filter).causes;
        causes.extend(members.that.iter().flat_map(|that| self.judge(that).causes));
        causes.extend(members.value.iter().flat_map(|value| self.estimate(value).causes));
        causes.into_iter().map(|cause| about::of_other(members.facility_type, cause)).collect()
    }
}
