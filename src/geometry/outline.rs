//! The outline of an area, made ready to be asked about many points.

use geo::kernels::{Kernel, RobustKernel};
use geo::{BoundingRect, Coord, Line, LinesIter, MultiPolygon, Orientation};

use super::{Area, LonLat};

/// Edges a band of latitude has on average, and the most bands there are.
const EDGES_PER_BAND: usize = 4;
const MOST_BANDS: usize = 1 << 14;

/// An outline as its edges in bands of latitude, so that a point meets only those beside it.
#[derive(Debug, Clone)]
pub struct Outline {
    area: Area,
    bands: Vec<Vec<Line<f64>>>,
}

impl Outline {
    /// Makes an outline ready; `None` where it holds nothing.
    pub fn new(outline: &MultiPolygon<f64>) -> Option<Self> {
        let bounds = outline.bounding_rect()?;
        let (low, high) = (bounds.min(), bounds.max());
        let area = Area { west: low.x, south: low.y, east: high.x, north: high.y };
        let edges = outline.lines_iter().count();
        let mut found = Self { area, bands: vec![Vec::new(); (edges / EDGES_PER_BAND).clamp(1, MOST_BANDS)] };
        for edge in outline.lines_iter() {
            let (one, other) = (found.band(edge.start.y), found.band(edge.end.y));
            let between = one.min(other)..=one.max(other);
            found.bands.get_mut(between).into_iter().flatten().for_each(|band| band.push(edge));
        }
        Some(found)
    }

    /// The box around it.
    pub fn area(&self) -> Area {
        self.area
    }

    /// Whether a place lies in it or on its border: a ray to the east leaves it an odd number of times.
    pub fn covers(&self, place: LonLat) -> bool {
        let point = Coord { x: place.longitude, y: place.latitude };
        if !self.area.covers(place) {
            return false;
        }
        let mut inside = false;
        for edge in self.bands.get(self.band(point.y)).into_iter().flatten() {
            match side(edge, point) {
                Side::On => return true,
                Side::Crossed => inside = !inside,
                Side::Passed => {}
            }
        }
        inside
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a share of the bands, between 0 and their number"
    )]
    fn band(&self, latitude: f64) -> usize {
        let height = self.area.north - self.area.south;
        let share = if height > 0.0 { (latitude - self.area.south) / height } else { 0.0 };
        let last = self.bands.len() - 1;
        ((share.clamp(0.0, 1.0) * self.bands.len() as f64) as usize).min(last)
    }
}

/// What a ray from a point to the east does at an edge.
enum Side {
    On,
    Crossed,
    Passed,
}

fn side(edge: &Line<f64>, point: Coord<f64>) -> Side {
    let (start, end) = (edge.start, edge.end);
    let (west, east) = (start.x.min(end.x), start.x.max(end.x));
    let beside = start.y.min(end.y) <= point.y && point.y <= start.y.max(end.y);
    if !beside || point.x > east {
        return Side::Passed;
    }
    let crosses = (start.y > point.y) != (end.y > point.y);
    if point.x < west {
        return if crosses { Side::Crossed } else { Side::Passed };
    }
    match RobustKernel::orient2d(start, end, point) {
        Orientation::Collinear => Side::On,
        turn if crosses && (turn == Orientation::CounterClockwise) == (end.y > start.y) => Side::Crossed,
        _ => Side::Passed,
    }
}

#[cfg(test)]
mod tests {
    use geo::{Covers, Point, polygon};
    use proptest::prelude::*;

    use super::*;

    /// A star with a square hole.
    fn star() -> MultiPolygon<f64> {
        let spike = |at: u32| {
            let angle = f64::from(at) * std::f64::consts::TAU / 400.0;
            let far = if at.is_multiple_of(2) { 9.0 } else { 5.0 };
            (far * angle.cos(), far * angle.sin())
        };
        let hole = vec![(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)];
        let shell = (0..400).chain([0]).map(spike).collect::<Vec<_>>();
        MultiPolygon::new(vec![geo::Polygon::new(shell.into(), vec![hole.into()])])
    }

    fn at(longitude: f64, latitude: f64) -> LonLat {
        LonLat { longitude, latitude }
    }

    #[test]
    fn corners_and_sides_are_covered() {
        let square = polygon![(x: 0.0, y: 0.0), (x: 2.0, y: 0.0), (x: 2.0, y: 2.0), (x: 0.0, y: 2.0)];
        let outline = Outline::new(&square.into()).expect("an outline");
        for (x, y) in [(0.0, 0.0), (2.0, 2.0), (1.0, 0.0), (0.0, 1.0), (2.0, 1.0), (1.0, 2.0), (1.0, 1.0)] {
            assert!(outline.covers(at(x, y)), "{x} {y}");
        }
        for (x, y) in [(-0.1, 1.0), (2.1, 1.0), (1.0, -0.1), (1.0, 2.1), (f64::NAN, 1.0)] {
            assert!(!outline.covers(at(x, y)), "{x} {y}");
        }
    }

    #[test]
    fn nothing_has_no_outline() {
        assert!(Outline::new(&MultiPolygon::new(Vec::new())).is_none());
    }

    proptest! {
        #[test]
        fn it_covers_what_geo_says_it_covers(x in -10.0..10.0_f64, y in -10.0..10.0_f64) {
            let star = star();
            let outline = Outline::new(&star).expect("an outline");
            prop_assert_eq!(outline.covers(at(x, y)), star.covers(&Point::new(x, y)));
        }
    }
}
