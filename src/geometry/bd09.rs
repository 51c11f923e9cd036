//! BD-09, GCJ-02 moved once more, as Baidu's maps have it.
//!
//! Constants as published with GCJ-02's (see [`super::gcj02`]). The step
//! applies everywhere, the shift below it in China's box only.

use super::LonLat;
use super::gcj02::{self, backwards};

/// Degrees that are added in the end.
const EAST: f64 = 0.0065;
const NORTH: f64 = 0.006;

/// From WGS 84.
pub(super) fn of_wgs84(place: LonLat) -> LonLat {
    of_gcj02(gcj02::of_wgs84(place))
}

/// To WGS 84.
pub(super) fn to_wgs84(place: LonLat) -> LonLat {
    gcj02::to_wgs84(backwards(place, of_gcj02))
}

fn of_gcj02(place: LonLat) -> LonLat {
    let LonLat { longitude, latitude } = place;
    let turn = std::f64::consts::PI * 3000.0 / 180.0;
    let radius = longitude.hypot(latitude) + 0.000_02 * (latitude * turn).sin();
    let angle = latitude.atan2(longitude) + 0.000_003 * (longitude * turn).cos();
    LonLat { longitude: radius * angle.cos() + EAST, latitude: radius * angle.sin() + NORTH }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_way_there_and_back_ends_where_it_began(longitude in 72.1..137.7_f64, latitude in 1.0..55.7_f64) {
            let place = LonLat { longitude, latitude };
            let offset = place.offset_to(to_wgs84(of_wgs84(place)));
            prop_assert!(offset.length() < 0.01, "{offset:?}");
        }
    }
}
