//! Positions of facilities, to be asked for what is near.
//!
//! A position is a point on a sphere of radius 1, so that no meridian and no
//! pole is a special case; what the tree finds is then measured exactly.

use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::audit::distance::{RADIUS, centimetres};
use crate::audit::reference::Facility;
use crate::audit::world::World;
use crate::inventory::Table;
use crate::quantity::Rational;

/// On the ellipsoid no way is shorter than this part of the one on the sphere.
const SHORTEST: f64 = 0.99;

/// Facilities of a type by their positions.
pub(super) struct Tree {
    points: RTree<GeomWithData<[f64; 3], Spot>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Spot {
    number: u32,
    position: (f64, f64),
}

impl Tree {
    /// Some facilities of a table; those without a position are left out.
    pub(super) fn new(table: &Table, numbers: impl IntoIterator<Item = u32>) -> Self {
        let point = |number: u32| {
            let position = table.facilities.get(number as usize)?.position?;
            Some(GeomWithData::new(on_sphere(position), Spot { number, position }))
        };
        Self { points: RTree::bulk_load(numbers.into_iter().filter_map(point).collect()) }
    }

    /// All facilities of a type.
    pub(super) fn of_type(world: &World<'_>, kind: usize) -> Self {
        let table = world.table(kind);
        Self::new(table, (0..).zip(&table.facilities).map(|(number, _)| number))
    }

    /// The facilities within so many metres of a place, less the subject itself.
    pub(super) fn within(
        &self,
        here: (f64, f64),
        radius: Rational,
        subject: Facility<'_>,
        kind: usize,
    ) -> Vec<u32> {
        let most = i64::try_from((radius * Rational::from(100)).floor().to_integer()).unwrap_or(i64::MAX);
        let spots =
            self.points.locate_within_distance(on_sphere(here), squared_chord(most)).map(|one| one.data);
        let spots =
            spots.filter(|one| !subject.is(kind, one.number) && centimetres(here, one.position) <= most);
        spots.map(|one| one.number).collect()
    }

    /// Centimetres to the nearest, other than the subject itself.
    pub(super) fn nearest(&self, here: (f64, f64), subject: Facility<'_>, kind: usize) -> Option<i64> {
        let mut best: Option<i64> = None;
        for one in self.points.nearest_neighbor_iter(on_sphere(here)) {
            let spot = one.data;
            if best.is_some_and(|best| squared(on_sphere(here), *one.geom()) > squared_chord(best)) {
                break;
            }
            if !subject.is(kind, spot.number) {
                let distance = centimetres(here, spot.position);
                best = Some(best.map_or(distance, |best| best.min(distance)));
            }
        }
        best
    }
}

fn on_sphere((longitude, latitude): (f64, f64)) -> [f64; 3] {
    let (east, north) = (longitude.to_radians(), latitude.to_radians());
    [north.cos() * east.cos(), north.cos() * east.sin(), north.sin()]
}

fn squared(from: [f64; 3], to: [f64; 3]) -> f64 {
    from.into_iter().zip(to).map(|(a, b)| (a - b).powi(2)).sum()
}

/// The square of a chord that nothing within so many centimetres is beyond.
fn squared_chord(centimetres: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a chord a little too long finds nothing wrong")]
    let metres = centimetres as f64 / 100.0 + 1.0;
    let angle = (metres / (SHORTEST * RADIUS)).min(std::f64::consts::PI);
    (2.0 * (angle / 2.0).sin()).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_on_the_ellipsoid_is_shorter_than_its_chord_says() {
        let places = [0.0, 20.0, 40.7, 60.0, 89.0].map(|north| (107.0, north));
        let steps = [(0.000_01, 0.0), (0.0, 0.000_01), (0.3, 0.2), (5.0, 0.5), (120.0, 0.1)];
        for here in places {
            for (east, north) in steps {
                let there = (here.0 + east, here.1 + north);
                let chord = squared(on_sphere(here), on_sphere(there));
                assert!(chord <= squared_chord(centimetres(here, there)), "{here:?} to {there:?}");
            }
        }
    }
}
