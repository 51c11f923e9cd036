//! How much of the world is shown.

use geo::{BoundingRect as _, Coord, Rect};

use super::Map;

/// The least that is shown, in degrees: about a kilometre.
const LEAST: f64 = 0.01;

/// Of the points, the share on each side that does not decide alone, one in so many.
const ASTRAY: usize = 200;

/// The areas, where their outlines are given; else the points, less those far astray.
pub(super) fn extent(map: &Map<'_>) -> Rect<f64> {
    let areas = map.areas.iter().filter_map(|area| area.outline.bounding_rect());
    let whole = areas.reduce(|a, b| Rect::new(least(a.min(), b.min()), most(a.max(), b.max())));
    let [x, y] = whole
        .map_or_else(|| of_points(map), |rect| [(rect.min().x, rect.max().x), (rect.min().y, rect.max().y)]);
    let (x, y) = (widened(x), widened(y));
    Rect::new(Coord { x: x.0, y: y.0 }, Coord { x: x.1, y: y.1 })
}

fn least(a: Coord<f64>, b: Coord<f64>) -> Coord<f64> {
    Coord { x: a.x.min(b.x), y: a.y.min(b.y) }
}

fn most(a: Coord<f64>, b: Coord<f64>) -> Coord<f64> {
    Coord { x: a.x.max(b.x), y: a.y.max(b.y) }
}

fn of_points(map: &Map<'_>) -> [(f64, f64); 2] {
    let axis =
        |pick: fn(&(f64, f64)) -> f64| usual(map.points.iter().map(|point| pick(&point.position)).collect());
    [axis(|position| position.0), axis(|position| position.1)]
}

/// The span of most values with half as much on each side, and no more than all of them.
///
/// One facility with a slip in its coordinates must not shrink a city to a dot.
fn usual(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let (Some(first), Some(last)) = (values.first(), values.last()) else { return (0.0, 0.0) };
    let aside = values.len() / ASTRAY;
    let low = values.get(aside).unwrap_or(first);
    let high = values.get(values.len() - 1 - aside).unwrap_or(last);
    let spare = (high - low) / 2.0;
    (first.max(low - spare), last.min(high + spare))
}

fn widened((low, high): (f64, f64)) -> (f64, f64) {
    let spare = ((LEAST - (high - low)) / 2.0).max(0.0);
    (low - spare, high + spare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stray_point_does_not_decide() {
        let mut values: Vec<f64> = (0..1000).map(|number| 100.0 + f64::from(number) / 1000.0).collect();
        values.push(0.0);
        let (low, high) = usual(values);
        assert!(low > 99.0 && high < 101.0);
        assert_eq!(usual(vec![3.0, 1.0, 2.0]), (1.0, 3.0));
    }
}
