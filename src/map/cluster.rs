//! Points that lie too close to be told apart, gathered by hexagons.

use std::collections::BTreeMap;

use super::Point;
use crate::model::Outcomes;

/// What is drawn at one place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cluster {
    /// Where on the canvas.
    pub(super) middle: (f64, f64),
    /// How many points there are of each outcome.
    pub(super) outcomes: Outcomes,
    /// The point, where there is only one.
    pub(super) only: Option<Point>,
}

/// The points of one hexagon.
struct Cell {
    sum: (f64, f64),
    outcomes: Outcomes,
    first: Point,
}

/// Gathers points by hexagons of a side; each point is in exactly one cluster.
///
/// A cluster stands in the middle of its points, as near as its hexagon lets its symbol be whole:
/// symbols never overlap.
pub(super) fn gather(
    points: impl Iterator<Item = ((f64, f64), Point)>,
    side: f64,
    radius: impl Fn(u64) -> f64,
) -> Vec<Cluster> {
    let mut cells: BTreeMap<(i64, i64), Cell> = BTreeMap::new();
    for ((x, y), point) in points {
        let blank = Cell { sum: (0.0, 0.0), outcomes: Outcomes::default(), first: point };
        let cell = cells.entry(hexagon((x, y), side)).or_insert(blank);
        cell.sum = (cell.sum.0 + x, cell.sum.1 + y);
        cell.outcomes.count(point.outcome);
    }
    cells.into_iter().map(|(place, cell)| cluster(place, &cell, side, &radius)).collect()
}

fn cluster(place: (i64, i64), cell: &Cell, side: f64, radius: impl Fn(u64) -> f64) -> Cluster {
    let count = cell.outcomes.subjects();
    let mean = (cell.sum.0 / float(count), cell.sum.1 / float(count));
    let only = (count == 1).then_some(cell.first);
    let spare = side * 0.75_f64.sqrt() - radius(count);
    let middle = held(mean, centre(place, side), spare.max(0.0));
    Cluster { middle, outcomes: cell.outcomes, only }
}

/// The place, no farther from a centre than so much.
fn held(place: (f64, f64), centre: (f64, f64), most: f64) -> (f64, f64) {
    let (across, down) = (place.0 - centre.0, place.1 - centre.1);
    let far = across.hypot(down);
    let share = if far > most { most / far } else { 1.0 };
    (centre.0 + across * share, centre.1 + down * share)
}

/// Row and column of the hexagon (a corner on top) that a place is in.
fn hexagon((x, y): (f64, f64), side: f64) -> (i64, i64) {
    let (row, column) = (2.0 * y / 3.0 / side, (3_f64.sqrt() * x - y) / 3.0 / side);
    // Three axes that add up to nothing: the one rounded farthest follows from the others.
    let axes = [row, column, -row - column];
    let [off_row, off_column, off_third] = axes.map(|axis| (axis.round() - axis).abs());
    let [row, column, third] = axes.map(f64::round);
    if off_column > off_row && off_column > off_third {
        (whole(row), whole(-row - third))
    } else if off_row > off_third {
        (whole(-column - third), whole(column))
    } else {
        (whole(row), whole(column))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a canvas has few hexagons; beyond, the cast saturates")]
fn whole(value: f64) -> i64 {
    value as i64
}

#[expect(clippy::cast_precision_loss, reason = "counts of points, for a place on paper")]
pub(super) fn float(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "a canvas has few hexagons")]
fn centre((row, column): (i64, i64), side: f64) -> (f64, f64) {
    let (row, column) = (row as f64, column as f64);
    (side * 3_f64.sqrt() * (column + row / 2.0), side * 1.5 * row)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Outcome;

    fn point(outcome: Outcome) -> Point {
        Point { position: (0.0, 0.0), outcome, gap: None }
    }

    proptest! {
        #[test]
        fn every_point_is_counted_once_and_symbols_do_not_overlap(
            places in prop::collection::vec(((0.0..800.0_f64), (0.0..600.0_f64)), 0..400)
        ) {
            let outcomes = [Outcome::Passed, Outcome::Failed, Outcome::CantTell];
            let points = places.iter().zip(outcomes.into_iter().cycle()).map(|(place, outcome)| (*place, point(outcome)));
            let clusters = gather(points, 26.0, |_| 13.0);
            let mut sum = Outcomes::default();
            for cluster in &clusters {
                sum.add(cluster.outcomes);
            }
            prop_assert_eq!(sum.subjects(), places.len() as u64);
            prop_assert_eq!(sum.passed, places.len().div_ceil(3) as u64);
            for (number, a) in clusters.iter().enumerate() {
                for b in &clusters[number + 1..] {
                    let apart = (a.middle.0 - b.middle.0).hypot(a.middle.1 - b.middle.1);
                    prop_assert!(apart > 25.999, "{apart}");
                }
            }
        }
    }

    #[test]
    fn the_middle_of_a_hexagon_is_in_it() {
        for place in [(0, 0), (3, -7), (-4, 9), (5, 5)] {
            assert_eq!(hexagon(centre(place, 26.0), 26.0), place);
        }
    }
}
