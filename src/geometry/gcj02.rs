//! GCJ-02, the shifted degrees of Chinese web maps.
//!
//! The shift has never been published by its authors. The series below is the
//! one that was found out and put into the public domain around 2013 (*eviltransform*,
//! *coordtransform* and others agree on every constant); services agree with it
//! to about a metre. It moves a place by 20 to 700 metres, 430 in the median.
//!
//! It applies in a plain box around China. Hong Kong, Macau and Taiwan lie in
//! that box, and so do parts of neighbouring countries: a file declared as
//! GCJ-02 is unshifted there too, because that is what was declared. Services
//! that leave those places unshifted write WGS 84 there, which is then what
//! the file has to be declared as. Outside the box GCJ-02 is WGS 84.

use std::f64::consts::PI;

use super::{Area, LonLat};

/// Where the shift applies.
const BOX: Area = Area { west: 72.004, south: 0.8293, east: 137.8347, north: 55.8271 };

/// Major semiaxis of the Krasovsky ellipsoid, in metres, and its squared eccentricity.
const AXIS: f64 = 6_378_245.0;
const ECCENTRICITY: f64 = 0.006_693_421_622_965_943;

/// Steps after which the way back ends, converged or not; five reach a hundredth of a micrometre.
const STEPS: usize = 20;

/// Degrees below which a step says nothing more: about a tenth of a micrometre.
const ENOUGH: f64 = 1e-12;

/// Whether GCJ-02 differs from WGS 84 at a place.
pub fn is_shifted(place: LonLat) -> bool {
    BOX.covers(place)
}

/// From WGS 84.
pub(super) fn of_wgs84(place: LonLat) -> LonLat {
    if !is_shifted(place) {
        return place;
    }
    let (x, y) = (place.longitude - 105.0, place.latitude - 35.0);
    let sine = place.latitude.to_radians().sin();
    let magic = 1.0 - ECCENTRICITY * sine * sine;
    let meridian = AXIS * (1.0 - ECCENTRICITY) / (magic * magic.sqrt()) * PI;
    let parallel = AXIS / magic.sqrt() * place.latitude.to_radians().cos() * PI;
    LonLat {
        longitude: place.longitude + eastward(x, y) * 180.0 / parallel,
        latitude: place.latitude + northward(x, y) * 180.0 / meridian,
    }
}

/// To WGS 84: the place that is shifted to this one.
///
/// Just inside the border of the box there is none; what the last step gives is within the shift.
pub(super) fn to_wgs84(shifted: LonLat) -> LonLat {
    backwards(shifted, of_wgs84)
}

/// The place a function that moves little takes to `target`: `p ← p + (target − f(p))`, until that is nothing.
pub(super) fn backwards(target: LonLat, forwards: impl Fn(LonLat) -> LonLat) -> LonLat {
    let mut place = target;
    for _ in 0..STEPS {
        let reached = forwards(place);
        let east = target.longitude - reached.longitude;
        let north = target.latitude - reached.latitude;
        place = LonLat { longitude: place.longitude + east, latitude: place.latitude + north };
        if east.abs().max(north.abs()) < ENOUGH {
            break;
        }
    }
    place
}

/// Metres east, from degrees from the middle.
fn eastward(x: f64, y: f64) -> f64 {
    300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * x.abs().sqrt()
        + ripple(x)
        + (20.0 * (x * PI).sin() + 40.0 * (x / 3.0 * PI).sin()) * 2.0 / 3.0
        + (150.0 * (x / 12.0 * PI).sin() + 300.0 * (x / 30.0 * PI).sin()) * 2.0 / 3.0
}

/// Metres north, from degrees from the middle.
fn northward(x: f64, y: f64) -> f64 {
    -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * x.abs().sqrt()
        + ripple(x)
        + (20.0 * (y * PI).sin() + 40.0 * (y / 3.0 * PI).sin()) * 2.0 / 3.0
        + (160.0 * (y / 12.0 * PI).sin() + 320.0 * (y * PI / 30.0).sin()) * 2.0 / 3.0
}

fn ripple(x: f64) -> f64 {
    (20.0 * (6.0 * x * PI).sin() + 20.0 * (2.0 * x * PI).sin()) * 2.0 / 3.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A centimetre, in degrees of latitude.
    const CENTIMETRE: f64 = 9e-8;

    fn is_back(place: LonLat) -> bool {
        let back = to_wgs84(of_wgs84(place));
        (back.longitude - place.longitude).abs() < CENTIMETRE
            && (back.latitude - place.latitude).abs() < CENTIMETRE
    }

    #[test]
    fn the_way_there_and_back_ends_where_it_began_over_all_of_china() {
        for east in 0..620 {
            for north in 0..360 {
                let place = LonLat {
                    longitude: 73.0 + f64::from(east) / 10.0,
                    latitude: 18.0 + f64::from(north) / 10.0,
                };
                assert!(is_back(place), "{place:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn and_at_any_place_of_it(longitude in 72.1..137.7_f64, latitude in 1.0..55.7_f64) {
            let place = LonLat { longitude, latitude };
            prop_assert!(is_back(place));
        }
    }

    #[test]
    fn abroad_nothing_moves() {
        for (longitude, latitude) in [(8.5, 52.0), (72.0, 40.0), (116.0, 55.9), (-70.0, -30.0)] {
            let place = LonLat { longitude, latitude };
            assert!(!is_shifted(place));
            assert_eq!(of_wgs84(place), place);
            assert_eq!(to_wgs84(place), place);
        }
    }

    #[test]
    fn hong_kong_macau_and_taiwan_lie_in_the_box() {
        for (longitude, latitude) in [(114.16, 22.28), (113.54, 22.2), (121.56, 25.04)] {
            assert!(is_shifted(LonLat { longitude, latitude }));
        }
    }
}
