//! Which place a row has among its siblings, by the way to something.

use std::collections::HashMap;
use std::sync::Arc;

use super::graph::Graph;
use super::roll::Roll;
use super::way::{Way, Ways};
use crate::audit::reference::Facility;
use crate::audit::world::World;
use crate::inventory::{Cell, Column, Status};
use crate::quantity::{Interval, Truth};
use crate::standard::aggregate::{Aggregate, Domain, Members};

/// The subject's place among the facilities of an aggregate, for each row; 1 is nearest.
pub(super) fn column(graph: &Graph<'_>, aggregate: &Aggregate, to: &[usize]) -> Column {
    let world = graph.world;
    let targets: Vec<Members> = to.iter().map(|kind| Members::all(*kind)).collect();
    let ways = Ways::new(world, &targets);
    let mine = graph.each_row(|facility| to_targets(&ways, facility, to));
    let lines = aggregate.members.iter().map(|members| Lines::new(world, members, &ways, to));
    let lines: Vec<Lines> = lines.collect();
    let place = |facility: Facility<'_>| {
        let way = mine.get(facility.number).copied();
        let found = way.map(|way| among(&lines, facility, way));
        let (nearer, may_be) = found.unwrap_or_default();
        let complete = facility.is_complete(aggregate);
        let is_known = complete && nearer == may_be && way.is_some_and(|way| !way.open);
        let high = complete.then(|| (may_be + 1).into());
        let value = Interval::new(Some((nearer + 1).into()), high).unwrap_or(Interval::UNBOUNDED);
        Cell { status: if is_known { Status::Known } else { Status::NotSurveyed }, value: value.into() }
    };
    Column::of(graph.each_row(place))
}

/// The way to the nearest target of the same whole, or where it has none, of any; as far as any that may be its own.
fn to_targets(ways: &Ways<'_>, facility: Facility<'_>, to: &[usize]) -> Way {
    let complete = to.iter().all(|kind| facility.world.is_complete(*kind, facility.place()));
    let own = ways.to_nearest(facility, Domain::Siblings, complete);
    let (has_own, may_have_own) = facility.has_own(to);
    if has_own {
        return own;
    }
    let any = ways.to_nearest(facility, Domain::Everywhere, complete);
    if complete && !may_have_own { any } else { Way { low: own.low.min(any.low), high: None, open: true } }
}

/// How many are nearer for certain, and how many may be.
fn among(lines: &[Lines], facility: Facility<'_>, way: Way) -> (i128, i128) {
    let (mut nearer, mut may_be) = (0, 0);
    for line in lines {
        let Some(whole) = facility.parent() else {
            may_be += line.everyone.may_be_nearer(way) - line.itself(facility, way);
            continue;
        };
        if let Some(own) = line.wholes.get(whole) {
            nearer += own.nearer(way);
            may_be += own.may_be_nearer(way) - line.itself(facility, way);
        }
        may_be += line.orphans.may_be_nearer(way);
    }
    (nearer, may_be)
}

/// The siblings of one type, whole by whole.
struct Lines {
    kind: usize,
    roll: Arc<Roll>,
    wholes: HashMap<Arc<str>, Line>,
    /// Those that do not say what they are a part of.
    orphans: Line,
    everyone: Line,
}

/// Ways in their order.
#[derive(Default)]
struct Line {
    /// The far ends of those that certainly count.
    highs: Vec<i64>,
    /// The near ends of all that may.
    lows: Vec<i64>,
}

impl Lines {
    fn new(world: &World<'_>, members: &Members, ways: &Ways<'_>, to: &[usize]) -> Self {
        let (kind, roll) = (members.facility_type, Roll::of(world, members));
        let all =
            Graph::new(world, kind, world.table(kind)).each_row(|facility| to_targets(ways, facility, to));
        let by_roll = Arc::clone(&roll);
        let line = |numbers: &[u32]| Line::new(&by_roll, &all, numbers);
        let Some(index) = world.index(kind) else {
            let (orphans, everyone) = (Line::default(), Line::default());
            return Self { kind, roll, wholes: HashMap::new(), orphans, everyone };
        };
        let wholes = index.parts.iter().map(|(whole, numbers)| (Arc::clone(whole), line(numbers))).collect();
        let (orphans, everyone) = (line(&index.orphans), line(&index.everyone));
        Self { kind, roll, wholes, orphans, everyone }
    }

    /// A facility that stands in a line itself may look as if it were nearer than itself.
    fn itself(&self, facility: Facility<'_>, way: Way) -> i128 {
        let number = u32::try_from(facility.number).unwrap_or(u32::MAX);
        let stands = facility.kind == self.kind && self.roll.belongs(number) != Truth::False;
        i128::from(stands && way.low < end(way.high))
    }
}

impl Line {
    fn new(roll: &Roll, ways: &[Way], numbers: &[u32]) -> Self {
        let way = |number: &u32| ways.get(*number as usize);
        let counting =
            |wanted: fn(Truth) -> bool| numbers.iter().filter(move |number| wanted(roll.belongs(**number)));
        let highs = counting(|belongs| belongs == Truth::True).filter_map(way).map(|way| end(way.high));
        let lows = counting(|belongs| belongs != Truth::False).filter_map(way).map(|way| way.low);
        let (mut highs, mut lows): (Vec<i64>, Vec<i64>) = (highs.collect(), lows.collect());
        highs.sort_unstable();
        lows.sort_unstable();
        Self { highs, lows }
    }

    fn nearer(&self, way: Way) -> i128 {
        self.highs.partition_point(|high| *high < way.low) as i128
    }

    fn may_be_nearer(&self, way: Way) -> i128 {
        self.lows.partition_point(|low| *low < end(way.high)) as i128
    }
}

/// The far end of a way, beyond everything where it has none.
fn end(high: Option<i64>) -> i64 {
    high.unwrap_or(i64::MAX)
}
