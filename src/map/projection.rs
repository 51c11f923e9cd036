//! From degrees to the canvas: equirectangular, true to scale at the middle latitude.

use geo::{Coord, MapCoords as _, MultiPolygon, Rect};

use super::frame::Frame;

/// Mean radius of the Earth in metres (IUGG).
pub(super) const EARTH: f64 = 6_371_008.8;

/// Where degrees fall on the canvas.
#[derive(Debug, Clone, Copy)]
pub(super) struct Projection {
    middle: Coord<f64>,
    canvas: (f64, f64),
    /// How much narrower a degree of longitude is than one of latitude.
    narrow: f64,
    /// Units per degree of latitude.
    scale: f64,
}

impl Projection {
    /// Fits an extent into a frame, as large as it goes.
    pub(super) fn fit(extent: Rect<f64>, frame: Frame) -> Self {
        let middle = extent.center();
        let narrow = middle.y.to_radians().cos().max(0.01);
        let across = frame.width / (extent.width() * narrow);
        let scale = across.min(frame.height / extent.height());
        Self { middle, canvas: frame.middle(), narrow, scale }
    }

    /// The place of a longitude and latitude.
    pub(super) fn place(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        let east = (longitude - self.middle.x) * self.narrow * self.scale;
        let north = (latitude - self.middle.y) * self.scale;
        (self.canvas.0 + east, self.canvas.1 - north)
    }

    pub(super) fn outline(&self, outline: &MultiPolygon<f64>) -> MultiPolygon<f64> {
        outline.map_coords(|Coord { x, y }| self.place((x, y)).into())
    }

    /// What a unit of the canvas is on the ground.
    pub(super) fn metres_per_unit(&self) -> f64 {
        EARTH * 1_f64.to_radians() / self.scale
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Great-circle distance in metres.
    fn haversine(a: (f64, f64), b: (f64, f64)) -> f64 {
        let [(a_lon, a_lat), (b_lon, b_lat)] =
            [a, b].map(|(lon, lat)| (f64::to_radians(lon), f64::to_radians(lat)));
        let half = |difference: f64| (difference / 2.0).sin().powi(2);
        let h = half(b_lat - a_lat) + a_lat.cos() * b_lat.cos() * half(b_lon - a_lon);
        2.0 * EARTH * h.sqrt().asin()
    }

    #[test]
    fn a_city_is_true_to_scale_within_one_percent() {
        let frame = Frame { x: 0.0, y: 0.0, width: 800.0, height: 600.0 };
        for latitude in [0.0, 20.0, 39.9, 53.0] {
            let extent = Rect::new(Coord { x: 107.0, y: latitude }, Coord { x: 108.2, y: latitude + 0.8 });
            let projection = Projection::fit(extent, frame);
            let corners = [
                (107.0, latitude),
                (108.2, latitude + 0.8),
                (107.6, latitude + 0.4),
                (107.2, latitude + 0.7),
            ];
            for a in corners {
                for b in corners.into_iter().filter(|b| *b != a) {
                    let (from, to) = (projection.place(a), projection.place(b));
                    let drawn = (to.0 - from.0).hypot(to.1 - from.1) * projection.metres_per_unit();
                    let truth = haversine(a, b);
                    assert!((drawn / truth - 1.0).abs() < 0.01, "{latitude}: {drawn} {truth}");
                }
            }
        }
    }

    #[test]
    fn north_is_up_and_the_extent_is_in_the_frame() {
        let frame = Frame { x: 40.0, y: 90.0, width: 800.0, height: 600.0 };
        let extent = Rect::new(Coord { x: 107.0, y: 40.0 }, Coord { x: 109.0, y: 43.0 });
        let projection = Projection::fit(extent, frame);
        let (north, south) = (projection.place((107.0, 43.0)), projection.place((109.0, 40.0)));
        assert!(north.1 < south.1 && north.0 < south.0);
        assert!(frame.inset(-0.001).holds(north) && frame.inset(-0.001).holds(south));
    }
}
