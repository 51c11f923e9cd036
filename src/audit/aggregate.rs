//! Numbers over other facilities, with what is not known of them.
//!
//! Whether a facility belongs is true, false or unknown, like what is asked of
//! it; a number over many is the interval of all that may come out. What was
//! never recorded may exist all the same, unless the survey says that it does
//! not: then, and only then, the interval has an upper end.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::about;
use super::reference::{Causes, Estimate, Facility, Judgement};
use super::world::World;
use crate::model::Reason;
use crate::quantity::{Interval, Rational, Truth};
use crate::standard::aggregate::{Aggregate, Figure, Members};

/// What is known of the facilities of a group, counted.
#[derive(Debug, Clone)]
pub(super) struct Gathered {
    /// Those that belong: what is asked of them holds, is unknown, does not hold.
    sure: [i128; 3],
    /// The same of those that may belong.
    open: [i128; 3],
    /// What those that belong have in all.
    sum: Interval,
    /// What those have in all that may belong.
    may_add: Interval,
    /// What all of them have, if none is sure to belong.
    doubtful_sum: Interval,
    causes: BTreeSet<(Reason, Option<usize>)>,
}

impl Default for Gathered {
    fn default() -> Self {
        let (none, zero) = ([0; 3], Interval::exact(0));
        Self { sure: none, open: none, sum: zero, may_add: zero, doubtful_sum: zero, causes: BTreeSet::new() }
    }
}

impl Gathered {
    fn add(&mut self, other: &Self) {
        for (mine, more) in self.sure.iter_mut().zip(other.sure).chain(self.open.iter_mut().zip(other.open)) {
            *mine += more;
        }
        self.sum = self.sum + other.sum;
        self.may_add = self.may_add + other.may_add;
        self.doubtful_sum = self.doubtful_sum + other.doubtful_sum;
        self.causes.extend(other.causes.iter().copied());
    }

    /// The same where it is not known of any whether it belongs.
    fn doubtful(&self) -> Self {
        let mut open = self.open;
        open.iter_mut().zip(self.sure).for_each(|(open, sure)| *open += sure);
        let (sum, may_add) = (Interval::exact(0), self.doubtful_sum);
        Self { sure: [0; 3], open, sum, may_add, ..self.clone() }
    }

    /// One facility that belongs, or may.
    fn count(&mut self, belongs: Truth, that: Truth, value: Interval) {
        let place = match that {
            Truth::True => 0,
            Truth::Unknown => 1,
            Truth::False => 2,
        };
        let or_none = value.hull(Interval::exact(0));
        self.doubtful_sum = self.doubtful_sum + or_none;
        if belongs == Truth::True {
            self.sure[place] += 1;
            self.sum = self.sum + value;
        } else {
            self.open[place] += 1;
            self.may_add = self.may_add + or_none;
        }
    }

    /// Whether one of its counts is above none and below so many.
    pub(super) fn is_small(&self, fewest: i128) -> bool {
        self.sure.iter().chain(&self.open).any(|count| (1..fewest).contains(count))
    }

    fn belong(&self) -> i128 {
        self.sure.iter().sum()
    }

    fn may_belong(&self) -> i128 {
        self.open.iter().sum()
    }

    /// How many are not as they should be: surely, and at most.
    fn lacking(&self) -> (i128, i128) {
        (self.sure[2], self.sure[2] + self.sure[1] + self.open[1] + self.open[2])
    }

    /// The part that is as it should be, each end with the worse of what may be.
    fn share(&self) -> Option<Interval> {
        let ([holds, unknown, _], belong) = (self.sure, self.belong());
        let ratio = |part, whole| (whole > 0).then(|| Rational::new(part, whole));
        ratio(holds, belong)?;
        let low = ratio(holds, belong + self.open[1] + self.open[2])?;
        let joining = self.open[0] + self.open[1];
        Interval::new(Some(low), ratio(holds + unknown + joining, belong + joining))
    }
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
        let (low, high) = match aggregate.figure {
            Figure::Share => return share(&found, causes),
            Figure::Sum => (found.sum + found.may_add).low().zip((found.sum + found.may_add).high()).unzip(),
            Figure::Lacking => ends(found.lacking()),
            _ => ends((found.belong(), found.belong() + found.may_belong())),
        };
        if complete {
            return Estimate { value: Interval::new(low, high).unwrap_or(Interval::UNBOUNDED), causes };
        }
        causes.push((Reason::InventoryNotComplete, None));
        let low = low.filter(|_| {
            aggregate.figure != Figure::Sum || aggregate.members.iter().all(|one| one.never_negative)
        });
        Estimate { value: Interval::new(low, None).unwrap_or(Interval::UNBOUNDED), causes }
    }

    /// Whether every one is as it should be.
    pub(super) fn every(self, aggregate: &Arc<Aggregate>) -> Judgement {
        let found = self.gather(aggregate);
        let complete = self.is_complete(aggregate);
        let truth = match found.lacking() {
            (1.., _) => Truth::False,
            (_, 0) if complete => Truth::True,
            _ => Truth::Unknown,
        };
        let mut causes = Causes::new();
        if truth == Truth::Unknown {
            causes.extend(found.causes);
            causes.extend((!complete).then_some((Reason::InventoryNotComplete, None)));
        }
        Judgement { truth, causes }
    }

    /// Whether there is certainly none of them.
    pub(super) fn has_none(self, aggregate: &Arc<Aggregate>) -> bool {
        let found = self.gather(aggregate);
        found.belong() + found.may_belong() == 0 && self.is_complete(aggregate)
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
                if reach.truth == Truth::True {
                    found.add(&group);
                    continue;
                }
                found.add(&group.doubtful());
                if group.belong() + group.may_belong() > 0 {
                    let cause = self.world.not_surveyed(members.facility_type, reach.tells);
                    found.causes.extend(cause);
                }
            }
        }
        found
    }
}

impl World<'_> {
    fn gather(&self, members: &Members, numbers: &[u32]) -> Gathered {
        let mut found = Gathered::default();
        for number in numbers {
            let facility = Facility::new(self, members.facility_type, *number as usize);
            let belongs = facility.judge(&members.filter);
            if belongs.truth == Truth::False {
                continue;
            }
            let that = members.that.as_ref().map(|that| facility.judge(that));
            let value = members.value.as_ref().map(|value| facility.estimate(value));
            let because = that.iter().flat_map(|that| &that.causes);
            let because = because.chain(value.iter().flat_map(|value| &value.causes));
            let because = because.chain(&belongs.causes);
            found.causes.extend(because.map(|cause| about::of_other(members.facility_type, *cause)));
            found.count(
                belongs.truth,
                that.map_or(Truth::True, |that| that.truth),
                value.map_or(Interval::exact(0), |value| value.value),
            );
        }
        found
    }

    /// A property of other facilities that nobody recorded.
    pub(super) fn not_surveyed(&self, kind: usize, property: &str) -> Option<(Reason, Option<usize>)> {
        let (number, _) = self.inventory.facility_type(kind)?.property(property)?;
        Some(about::of_other(kind, (Reason::NotSurveyed, Some(number))))
    }
}

fn ends((low, high): (i128, i128)) -> (Option<Rational>, Option<Rational>) {
    (Some(low.into()), Some(high.into()))
}

fn share(found: &Gathered, mut causes: Causes) -> Estimate {
    if let Some(value) = found.share() {
        return Estimate { value, causes };
    }
    causes.push((Reason::InventoryNotComplete, None));
    let whole = Interval::new(Some(0.into()), Some(1.into()));
    Estimate { value: whole.unwrap_or(Interval::UNBOUNDED), causes }
}
