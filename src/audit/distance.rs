//! How far apart facilities are: what is near, what is nearest, what is nearer.

use std::borrow::Cow;
use std::sync::Arc;

use super::about;
use super::columnar::Crowd;
use super::index::Group;
use super::reach::Reach;
use super::reference::{Causes, Estimate, Facility};
use crate::model::Reason;
use crate::quantity::{Interval, Rational, Truth};
use crate::standard::aggregate::{Aggregate, Domain, Members};

/// Half the earth's girth, rounded up: nothing is farther away, in metres.
pub(super) const FARTHEST: i128 = 20_040_000;

/// The equator's radius and the flattening of the ellipsoid of CGCS2000.
pub(super) const RADIUS: f64 = 6_378_137.0;
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
pub(super) fn centimetres(from: (f64, f64), to: (f64, f64)) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "no distance on earth has more centimetres")]
    let centimetres = (metres(from, to) * 100.0).round() as i64;
    centimetres
}

fn apart(from: (f64, f64), to: (f64, f64)) -> Rational {
    Rational::new(centimetres(from, to).into(), 100)
}

/// Something that may be the nearest.
struct Candidate<'a> {
    facility: Facility<'a>,
    counts: Truth,
    distance: Option<Rational>,
    /// Why it is not known whether it counts.
    causes: Causes,
}

impl<'a> Facility<'a> {
    /// Metres to the nearest facility of an aggregate.
    pub(super) fn nearest(self, aggregate: &Arc<Aggregate>) -> Estimate {
        self.way(&aggregate.members, aggregate.domain, self.is_complete(aggregate))
    }

    /// The subject's place among its siblings, by the way to the nearest of some types.
    pub(super) fn rank(self, aggregate: &Arc<Aggregate>, to: &[usize]) -> Estimate {
        let own = self.way_to(to);
        let mut causes = own.causes.clone();
        let (mut nearer, mut may_be) = (1_i128, 1_i128);
        for members in &aggregate.members {
            let reaches = self.reach(Domain::Siblings, members.facility_type);
            let ways = self.world.ways(members.facility_type, to);
            for (truth, number) in
                reaches.iter().flat_map(|reach| reach.numbers.iter().map(|one| (reach.truth, *one)))
            {
                if self.is(members.facility_type, number) {
                    continue;
                }
                let sibling = Facility::new(self.world, members.facility_type, number as usize);
                let belongs = sibling.judge(&members.filter);
                let Some(theirs) = ways.get(number as usize) else { continue };
                let theirs = theirs.get_or_init(|| sibling.way_to(to));
                let before = truth.and(belongs.truth).and(theirs.value.less(own.value));
                may_be += i128::from(before != Truth::False);
                nearer += i128::from(before == Truth::True);
                if before == Truth::Unknown {
                    let kind = members.facility_type;
                    let open = belongs.causes.into_iter().chain(theirs.causes.iter().copied());
                    let open = open.map(|cause| about::of_other(kind, cause));
                    let of_whole =
                        self.world.not_surveyed(kind, "parent").filter(|_| truth == Truth::Unknown);
                    open.chain(of_whole).for_each(|cause| note(&mut causes, cause));
                    // Where nothing at all is recorded that one could be near to.
                    if causes.is_empty() {
                        causes.push((Reason::InventoryNotComplete, None));
                    }
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
            !self.is(kind, *number) && there.is_some_and(|there| apart(here, there) <= radius)
        });
        Some(near.collect())
    }

    /// The way to the nearest facility of some types: those of the same whole, or where it has none, of any.
    ///
    /// Where it may have some that are not known to be its own, it may be as far as to those.
    fn way_to(self, kinds: &[usize]) -> Estimate {
        let members: Vec<Members> = kinds.iter().map(|kind| Members::all(*kind)).collect();
        let complete = kinds.iter().all(|kind| self.world.is_complete(*kind, self.place()));
        let own = self.way(&members, Domain::Siblings, complete);
        let (has_own, may_have_own) = self.has_own(kinds);
        if has_own {
            return own;
        }
        let any = self.way(&members, Domain::Everywhere, complete);
        if complete && !may_have_own {
            return any;
        }
        Estimate { value: own.value.hull(any.value), causes: [own.causes, any.causes].concat() }
    }

    /// Whether a facility of some types is known to be of the same whole, and whether one may be.
    pub(super) fn has_own(self, kinds: &[usize]) -> (bool, bool) {
        let reaches = kinds.iter().flat_map(|kind| self.reach(Domain::Siblings, *kind));
        let found = reaches.filter(|reach| !reach.numbers.is_empty()).map(|reach| reach.truth);
        found.fold((false, false), |(has, may), truth| {
            (has || truth == Truth::True, may || truth == Truth::Unknown)
        })
    }

    /// As far as the nearest that certainly counts, as near as the nearest that may.
    fn way(self, members: &[Members], domain: Domain, complete: bool) -> Estimate {
        let (nearest, candidates) = self.candidates(members, domain);
        let sure = candidates.iter().filter(|one| one.counts == Truth::True);
        let high = sure.filter_map(|one| one.distance).chain(nearest).min();
        let may_be_nearer = |one: &&Candidate<'_>| match (one.distance, high) {
            (Some(distance), Some(high)) => one.counts == Truth::Unknown && distance < high,
            (distance, _) => distance.is_none() || one.counts == Truth::Unknown,
        };
        let (mut low, mut causes) = (high.unwrap_or(FARTHEST.into()), Causes::new());
        for one in candidates.iter().filter(may_be_nearer) {
            low = low.min(one.distance.unwrap_or(0.into()));
            causes.extend(one.causes.iter().copied());
            if one.distance.is_none() {
                causes.extend(self.world.not_surveyed(one.facility.kind, "longitude"));
            }
        }
        if self.position().is_none() {
            causes.push((Reason::NotSurveyed, self.own("longitude")));
        }
        causes.extend((!complete).then_some((Reason::InventoryNotComplete, None)));
        if self.position().is_none() || !complete {
            low = 0.into();
        }
        Estimate { value: Interval::new(Some(low), high).unwrap_or(Interval::UNBOUNDED), causes }
    }

    /// Everything that counts, or may; nothing has a distance from a subject without a position.
    ///
    /// Where others are counted by columns, only the nearest of those that count for certain is known,
    /// beside those in doubt.
    fn candidates(self, members: &[Members], domain: Domain) -> (Option<Rational>, Vec<Candidate<'a>>) {
        let (mut nearest, mut found) = (None, Vec::new());
        let Some(here) = self.position() else { return (nearest, found) };
        for members in members {
            for reach in self.reach_near(domain, members.facility_type) {
                let (truth, tells) = (reach.truth, reach.tells);
                let group = reach.group.clone().filter(|_| self.world.by_columns);
                let Some(group) = group else {
                    found.extend(self.among(members, here, (truth, tells), &reach.numbers));
                    continue;
                };
                let (kind, is_sure) = (members.facility_type, truth == Truth::True);
                let crowd = Crowd::of(self.world, members, group, is_sure, || reach.numbers.to_vec());
                let sure = crowd.nearest(here, self, kind).map(|most| Rational::new(most.into(), 100));
                nearest = nearest.into_iter().chain(sure).min();
                found.extend(self.among(members, here, (truth, tells), &crowd.doubtful));
            }
        }
        (nearest, found)
    }

    /// Where to look for what is near; by columns, the subject itself is passed over later.
    fn reach_near(self, domain: Domain, kind: usize) -> Vec<Reach<'a>> {
        let everyone = self.world.index(kind).map(|index| Cow::Borrowed(&index.everyone[..]));
        match everyone.filter(|_| domain == Domain::Everywhere) {
            Some(numbers) => {
                let group = Some(Group::Everyone);
                vec![Reach { truth: Truth::True, numbers, group, tells: "longitude" }]
            }
            None => self.reach(domain, kind),
        }
    }

    /// Those of some facilities that count, or may, other than the subject.
    fn among(
        self,
        members: &Members,
        here: (f64, f64),
        (reached, tells): (Truth, &'static str),
        numbers: &[u32],
    ) -> Vec<Candidate<'a>> {
        let kind = members.facility_type;
        let of_place = self.world.not_surveyed(kind, tells).filter(|_| reached == Truth::Unknown);
        let candidate = |number: &u32| {
            let facility = Facility::new(self.world, kind, *number as usize);
            let belongs = facility.judge(&members.filter);
            let counts = reached.and(belongs.truth);
            let distance = facility.position().map(|there| apart(here, there));
            let causes = belongs.causes.into_iter().map(|cause| about::of_other(kind, cause)).chain(of_place);
            (counts != Truth::False).then(|| Candidate {
                facility,
                counts,
                distance,
                causes: causes.collect(),
            })
        };
        numbers.iter().filter(|number| !self.is(kind, **number)).filter_map(candidate).collect()
    }
}

/// A cause, once: siblings are many, and what is not known of them is mostly the same.
fn note(causes: &mut Causes, cause: (Reason, Option<usize>)) {
    if !causes.contains(&cause) {
        causes.push(cause);
    }
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
