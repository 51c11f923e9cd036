//! How far apart facilities are: what is near, what is nearest, what is nearer.

use std::sync::Arc;

use super::about;
use super::reference::{Causes, Estimate, Facility};
use crate::model::Reason;
use crate::quantity::{Interval, Rational, Truth};
use crate::standard::aggregate::{Aggregate, Domain, Members};

/// Half the earth's girth, rounded up: nothing is farther away, in metres.
const FARTHEST: i128 = 20_040_000;

/// The equator's radius and the flattening of the ellipsoid of CGCS2000.
const RADIUS: f64 = 6_378_137.0;
const FLATTENING: f64 = 1.0 / 298.257_222_101;

/// Metres of one degree of latitude at the equator, where they are fewest.
const DEGREE: f64 = 110_574.0;

/// Metres between two positions on the ellipsoid, by Lambert's formula: some
/// metres off across a continent, millimetres across a town.
pub(super) fn metres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let reduced = |latitude: f64| ((1.0 - FLATTENING) * latitude.to_radians().tan()).atan();
    let (north, south) = (reduced(to.1), reduced(from.1));
    let (mean, half) = (f64::midpoint(north, south), (north - south) / 2.0);
    let east = ((to.0 - from.0).to_radians() / 2.0).sin();
    let haversine = half.sin().powi(2) + south.cos() * north.cos() * east.powi(2);
    if haversine <= 0.0 {
        return 0.0;
    }
    let angle = 2.0 * haversine.sqrt().min(1.0).asin();
    let above = (angle - angle.sin()) * (mean.sin() * half.cos() / (angle / 2.0).cos()).powi(2);
    let below = (angle + angle.sin()) * (mean.cos() * half.sin() / (angle / 2.0).sin()).powi(2);
    RADIUS * (angle - FLATTENING / 2.0 * (above + below))
}

/// To the centimetre: finer than any survey, coarser than any difference between machines.
fn rounded(metres: f64) -> Rational {
    #[expect(clippy::cast_possible_truncation, reason = "no distance on earth has more centimetres")]
    let centimetres = (metres * 100.0).round() as i64;
    Rational::new(centimetres.into(), 100)
}

/// How far something is: what is sure, and why that is not all.
struct Way {
    /// The nearest that certainly counts.
    known: Option<Rational>,
    /// It may be as near as this.
    low: Rational,
    causes: Causes,
}

impl Facility<'_> {
    /// Metres to the nearest facility of an aggregate.
    pub(super) fn nearest(self, aggregate: &Arc<Aggregate>) -> Estimate {
        let mut way = self.way(&aggregate.members, aggregate.domain);
        if !self.is_complete(aggregate) {
            way.causes.push((Reason::InventoryNotComplete, None));
            way.low = 0.into();
        }
        estimate(way)
    }

    /// The subject's place among its siblings, by the way to the nearest of some types.
    pub(super) fn rank(self, aggregate: &Arc<Aggregate>, to: &[usize]) -> Estimate {
        let own = self.way_to(to);
        let mut causes = own.causes.clone();
        let (mut nearer, mut may_be) = (1_i128, 1_i128);
        for members in &aggregate.members {
            let reaches = self.reach(Domain::Siblings, members.facility_type);
            for (truth, number) in
                reaches.iter().flat_map(|reach| reach.numbers.iter().map(|one| (reach.truth, *one)))
            {
                if self.is(members.facility_type, number) {
                    continue;
                }
                let sibling = Facility::new(self.world, members.facility_type, number as usize);
                let belongs = sibling.judge(&members.filter);
                let theirs = sibling.way_to(to);
                let before = truth.and(belongs.truth).and(theirs.value.less(own.value));
                may_be += i128::from(before != Truth::False);
                nearer += i128::from(before == Truth::True);
                if before == Truth::Unknown {
                    let open = belongs.causes.into_iter().chain(theirs.causes);
                    causes.extend(open.map(|cause| about::of_other(members.facility_type, cause)));
                }
            }
        }
        let complete = self.is_complete(aggregate);
        causes.extend((!complete).then_some((Reason::InventoryNotComplete, None)));
        let high = complete.then(|| may_be.into());
        let value = Interval::new(Some(nearer.into()), high).unwrap_or(Interval::UNBOUNDED);
        Estimate { value, causes }
    }

    /// Facilities of a type within so many metres; `None` where the subject has no position.
    pub(super) fn near(&self, kind: usize, radius: Rational) -> Option<Vec<u32>> {
        let (here, index) = (self.position()?, self.world.index(kind)?);
        let band = degrees(radius);
        let start = index.latitudes.partition_point(|(latitude, _)| *latitude < here.1 - band);
        let rows = index.latitudes.iter().skip(start).take_while(|(latitude, _)| *latitude <= here.1 + band);
        let near = rows.map(|(_, number)| *number).filter(|number| {
            let there = self.world.table(kind).facilities.get(*number as usize).and_then(|one| one.position);
            !self.is(kind, *number) && there.is_some_and(|there| rounded(metres(here, there)) <= radius)
        });
        Some(near.collect())
    }

    /// The way to the nearest facility of some types: those of the same whole, or where it has none, of any.
    fn way_to(self, kinds: &[usize]) -> Estimate {
        let all = |kind: &usize| Members {
            facility_type: *kind,
            filter: crate::standard::program::Condition::Constant(true),
            that: None,
            value: None,
            never_negative: false,
        };
        let members: Vec<Members> = kinds.iter().map(all).collect();
        let has_own =
            |kind: &usize| self.reach(Domain::Siblings, *kind).iter().any(|reach| reach.truth == Truth::True);
        let domain = if kinds.iter().any(has_own) { Domain::Siblings } else { Domain::Everywhere };
        let mut way = self.way(&members, domain);
        if !kinds.iter().all(|kind| self.world.is_complete(*kind, self.place())) {
            way.causes.push((Reason::InventoryNotComplete, None));
            way.low = 0.into();
        }
        estimate(way)
    }

    fn way(self, members: &[Members], domain: Domain) -> Way {
        let mut way = Way { known: None, low: FARTHEST.into(), causes: Causes::new() };
        let Some(here) = self.position() else {
            let longitude = self.own("longitude");
            return Way { low: 0.into(), causes: vec![(Reason::NotSurveyed, longitude)], ..way };
        };
        for members in members {
            for reach in self.reach(domain, members.facility_type) {
                for number in reach.numbers.iter().filter(|number| !self.is(members.facility_type, **number))
                {
                    self.step(&mut way, here, members, reach.truth, *number);
                }
            }
        }
        way
    }

    /// One more facility that may be the nearest.
    fn step(self, way: &mut Way, here: (f64, f64), members: &Members, reach: Truth, number: u32) {
        let kind = members.facility_type;
        let other = Facility::new(self.world, kind, number as usize);
        let distance = other.position().map(|there| rounded(metres(here, there)));
        if distance.is_some_and(|distance| distance >= way.low) {
            return;
        }
        let belongs = other.judge(&members.filter);
        match (reach.and(belongs.truth), distance) {
            (Truth::False, _) => {}
            (Truth::True, Some(distance)) => {
                way.low = distance;
                way.known = Some(distance);
            }
            (Truth::Unknown, Some(distance)) => {
                way.low = distance;
                way.causes.extend(belongs.causes.into_iter().map(|cause| about::of_other(kind, cause)));
            }
            (_, None) => {
                way.low = 0.into();
                way.causes.extend(self.world.not_surveyed(kind, "longitude"));
            }
        }
    }
}

fn estimate(way: Way) -> Estimate {
    let high = way.known;
    let value = Interval::new(Some(way.low), high).unwrap_or(Interval::UNBOUNDED);
    Estimate { value, causes: way.causes }
}

/// Degrees of latitude that surely hold so many metres.
fn degrees(metres: Rational) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a band a little too wide finds nothing wrong")]
    let whole = metres.ceil().to_integer() as f64;
    (whole + 1.0) / DEGREE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metres_are_those_of_the_ellipsoid() {
        let cases = [
            ((0.0, 0.0), (0.0, 1.0), 110_574.39),
            ((0.0, 0.0), (1.0, 0.0), 111_319.49),
            ((107.4, 40.7), (107.4, 40.7), 0.0),
            ((107.0, 40.0), (107.0, 41.0), 111_042.0),
        ];
        for (from, to, expected) in cases {
            let found = metres(from, to);
            assert!((found - expected).abs() < 20.0, "{from:?} to {to:?}: {found}");
        }
    }
}
