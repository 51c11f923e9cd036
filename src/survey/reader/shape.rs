//! One place for a drawing: the point, the middle of a line, a point inside an area.
//!
//! Whatever was drawn, some place comes out of finite coordinates; what is wrong
//! with the drawing is said beside it. Holes and islands need no grouping: inside
//! is where a line from outside has crossed an odd number of rings.

use geo::line_intersection::line_intersection;
use geo::{Coord, Line};

use super::{Drawn, GeometryFault};

/// Easting and northing, or longitude and latitude.
pub(super) type Point = (f64, f64);

/// Pairs of sides compared in the search for crossings. Outlines drawn by hand
/// need some thousands; beyond this many a ring counts as sound.
const PAIRS: usize = 1 << 20;

/// What a feature draws.
#[derive(Debug, Default)]
pub(super) struct Shape {
    pub(super) points: Vec<Point>,
    pub(super) lines: Vec<Vec<Point>>,
    pub(super) rings: Vec<Vec<Point>>,
    pub(super) fault: Option<GeometryFault>,
}

impl Shape {
    /// Nothing but what is wrong with it.
    pub(super) fn faulty(fault: GeometryFault) -> Self {
        Self { fault: Some(fault), ..Self::default() }
    }

    /// Itself, unless some corner of it is no place.
    pub(super) fn finite(self) -> Self {
        let mut all = self.points.iter().chain(self.lines.iter().chain(&self.rings).flatten());
        let finite = all.all(|(x, y)| x.is_finite() && y.is_finite());
        if finite { self } else { Self::faulty(GeometryFault::NotANumber) }
    }

    /// Where it lies, an area before a line before a point; nothing where nothing is drawn.
    pub(super) fn drawn(&self) -> Option<Drawn> {
        let at = self.inside().or_else(|| self.middle()).or_else(|| self.points.first().copied());
        let fault = self.fault.or_else(|| self.flaw());
        (at.is_some() || fault.is_some()).then_some(Drawn { at, fault })
    }

    /// A point inside the largest area, on the line through its middle height.
    fn inside(&self) -> Option<Point> {
        let largest = self.rings.iter().max_by(|one, two| area(one).total_cmp(&area(two)))?;
        let Some(height) = height(largest) else { return mean(largest) };
        let mut crossings: Vec<f64> = self.rings.iter().flat_map(|ring| crossings(ring, height)).collect();
        crossings.sort_by(f64::total_cmp);
        let spans = crossings.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)));
        let widest = spans.max_by(|one, two| (one.1 - one.0).total_cmp(&(two.1 - two.0)));
        let inside = widest.filter(|(west, east)| west < east).map(|(west, east)| (half(west, east), height));
        inside.or_else(|| mean(largest))
    }

    /// Half the way along the longest line.
    fn middle(&self) -> Option<Point> {
        let longest = self.lines.iter().max_by(|one, two| length(one).total_cmp(&length(two)))?;
        let mut left = length(longest) / 2.0;
        for (from, to) in sides(longest) {
            let side = distance(from, to);
            if side >= left && side > 0.0 {
                let share = left / side;
                return Some((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share));
            }
            left -= side;
        }
        longest.first().copied()
    }

    fn flaw(&self) -> Option<GeometryFault> {
        let short = |line: &Vec<Point>| (line.len() < 2).then_some(GeometryFault::TooFewPoints);
        self.rings.iter().find_map(|ring| flaw(ring)).or_else(|| self.lines.iter().find_map(short))
    }
}

/// What is wrong with a ring.
fn flaw(ring: &[Point]) -> Option<GeometryFault> {
    match () {
        () if ring.first() != ring.last() => Some(GeometryFault::Unclosed),
        () if sides(ring).filter(|(from, to)| from != to).count() < 3 => Some(GeometryFault::TooFewPoints),
        () if crosses_itself(ring) => Some(GeometryFault::CrossesItself),
        () => None,
    }
}

/// Whether two sides meet that are no neighbours, or neighbours in more than their corner.
fn crosses_itself(ring: &[Point]) -> bool {
    let sides: Vec<Line> =
        sides(ring).filter(|(from, to)| from != to).map(|(from, to)| line(from, to)).collect();
    let west = |side: &Line| side.start.x.min(side.end.x);
    let east = |side: &Line| side.start.x.max(side.end.x);
    let mut order: Vec<(usize, &Line)> = sides.iter().enumerate().collect();
    order.sort_by(|one, two| west(one.1).total_cmp(&west(two.1)));
    let mut pairs = 0;
    for (at, (number, side)) in order.iter().enumerate() {
        for (other, next) in order.iter().skip(at + 1).take_while(|(_, next)| west(next) <= east(side)) {
            pairs += 1;
            if pairs > PAIRS {
                return false;
            }
            if meet(side, next, apart(*number, *other, sides.len())) {
                return true;
            }
        }
    }
    false
}

/// Whether two sides meet where they should not.
fn meet(one: &Line, two: &Line, apart: bool) -> bool {
    use geo::line_intersection::LineIntersection::{Collinear, SinglePoint};
    match line_intersection(*one, *two) {
        Some(SinglePoint { .. }) => apart,
        Some(Collinear { .. }) => true,
        None => false,
    }
}

fn apart(one: usize, two: usize, count: usize) -> bool {
    let distance = one.abs_diff(two);
    distance != 1 && distance + 1 != count
}

/// Where the sides of a ring cross a height, from the west in no order.
fn crossings(ring: &[Point], height: f64) -> impl Iterator<Item = f64> {
    let crossed = move |((x1, y1), (x2, y2)): (Point, Point)| {
        ((y1 > height) != (y2 > height)).then(|| x1 + (x2 - x1) * ((height - y1) / (y2 - y1)))
    };
    closed(ring).filter_map(crossed)
}

/// A height without corners, next to the middle of the ring.
fn height(ring: &[Point]) -> Option<f64> {
    let heights = || ring.iter().map(|point| point.1);
    let middle = half(heights().reduce(f64::min)?, heights().reduce(f64::max)?);
    let below = heights().filter(|height| *height <= middle).reduce(f64::max)?;
    let above = heights().filter(|height| *height > middle).reduce(f64::min)?;
    Some(half(below, above))
}

/// Twice the area of a ring.
fn area(ring: &[Point]) -> f64 {
    let (x0, y0) = ring.first().copied().unwrap_or_default();
    let terms = closed(ring).map(|((x1, y1), (x2, y2))| (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0));
    terms.sum::<f64>().abs()
}

#[expect(clippy::cast_precision_loss, reason = "no outline has so many points")]
fn mean(points: &[Point]) -> Option<Point> {
    let count = points.len() as f64;
    let sum = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0 / count, sum.1 + point.1 / count));
    (!points.is_empty()).then_some(sum)
}

fn sides(line: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    line.iter().copied().zip(line.iter().copied().skip(1))
}

/// The sides of a ring with the one that closes it.
fn closed(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    sides(ring).chain(ring.last().copied().zip(ring.first().copied()))
}

fn length(line: &[Point]) -> f64 {
    sides(line).map(|(from, to)| distance(from, to)).sum()
}

fn distance(from: Point, to: Point) -> f64 {
    (to.0 - from.0).hypot(to.1 - from.1)
}

fn half(low: f64, high: f64) -> f64 {
    low / 2.0 + high / 2.0
}

fn line(from: Point, to: Point) -> Line {
    Line::new(Coord { x: from.0, y: from.1 }, Coord { x: to.0, y: to.1 })
}
