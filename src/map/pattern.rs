//! Hatching and dots inside an outline, drawn line by line: no viewer needs to know patterns.

use std::fmt::Write as _;

use geo::{Coord, LineString, MultiPolygon};

use super::frame::short;

/// Lines across an outline at a slope (down per right), so far apart, as path data.
pub(super) fn lines(outline: &MultiPolygon<f64>, slope: f64, apart: f64) -> String {
    // Seen along the lines, each is a level: those in reach are cut where the outline crosses them.
    let level = |coord: Coord<f64>| coord.y - slope * coord.x;
    let levels = || rings(outline).flat_map(LineString::coords).map(|coord| level(*coord));
    let (low, high) = (levels().fold(f64::INFINITY, f64::min), levels().fold(f64::NEG_INFINITY, f64::max));
    let mut path = String::new();
    let mut at = (low / apart).ceil() * apart;
    while at < high {
        for pair in crossings(outline, level, at).as_chunks::<2>().0 {
            let [from, to] = pair.map(|x| format!("{} {}", short(x), short(at + slope * x)));
            let _ = write!(path, "M{from}L{to}");
        }
        at += apart;
    }
    path
}

/// Where an outline crosses a level, from left to right.
fn crossings(outline: &MultiPolygon<f64>, level: impl Fn(Coord<f64>) -> f64, at: f64) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for line in rings(outline).flat_map(LineString::lines) {
        let (from, to) = (level(line.start) - at, level(line.end) - at);
        if (from < 0.0) != (to < 0.0) {
            found.push(line.start.x + (line.end.x - line.start.x) * from / (from - to));
        }
    }
    found.sort_by(f64::total_cmp);
    found
}

pub(super) fn rings(outline: &MultiPolygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    outline.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
}

/// An outline as path data.
pub(super) fn path(outline: &MultiPolygon<f64>) -> String {
    let mut path = String::new();
    for ring in rings(outline) {
        let places = ring.coords().skip(1).map(|coord| format!("{} {}", short(coord.x), short(coord.y)));
        let places: Vec<String> = places.collect();
        let _ = write!(path, "M{}z", places.join("L"));
    }
    path
}

#[cfg(test)]
mod tests {
    use geo::{Rect, coord};

    use super::*;

    #[test]
    fn hatching_stays_inside() {
        let square = Rect::new(coord! { x: 0.0, y: 0.0 }, coord! { x: 10.0, y: 10.0 }).to_polygon();
        let drawn = lines(&MultiPolygon(vec![square]), -1.0, 5.0);
        assert_eq!(drawn, "M0 5L5 0M0 10L10 0M5 10L10 5");
    }

    #[test]
    fn an_outline_is_closed_and_keeps_its_holes() {
        let outer = Rect::new(coord! { x: 0.0, y: 0.0 }, coord! { x: 9.0, y: 9.0 }).to_polygon();
        let inner = Rect::new(coord! { x: 3.0, y: 3.0 }, coord! { x: 6.0, y: 6.0 }).to_polygon();
        let (ring, _) = inner.into_inner();
        let holed = geo::Polygon::new(outer.into_inner().0, vec![ring]);
        assert_eq!(path(&MultiPolygon(vec![holed.clone()])).matches('z').count(), 2);
        assert!(!lines(&MultiPolygon(vec![holed]), 0.0, 4.5).contains("L6 4.5M"));
    }
}
