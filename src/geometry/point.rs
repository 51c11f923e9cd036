//! Points whose axes have names.

/// Degrees east of Greenwich and north of the equator.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct LonLat {
    /// East of Greenwich.
    pub longitude: f64,
    /// North of the equator.
    pub latitude: f64,
}

/// Metres east and north, in a projected system or from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct EastNorth {
    /// Metres east.
    pub east: f64,
    /// Metres north.
    pub north: f64,
}

/// A place as its source writes it: in degrees or in metres, by its reference system.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub enum Coordinates {
    /// Of a system in degrees.
    Degrees(LonLat),
    /// Of a projected system.
    Metres(EastNorth),
}

/// A box in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its western side.
    pub west: f64,
    /// Its southern side.
    pub south: f64,
    /// Its eastern side.
    pub east: f64,
    /// Its northern side.
    pub north: f64,
}

/// Metres of a degree of latitude, and of one of longitude at the equator, on the sphere of the
/// Earth's volume. Within half a percent of the ellipsoid, which is all an offset is asked for.
const METRES_PER_DEGREE: f64 = 111_195.0;

impl LonLat {
    /// Within the degrees of the globe, and not the (0, 0) of empty fields.
    pub fn is_on_earth(self) -> bool {
        let empty = self.longitude.abs() < f64::EPSILON && self.latitude.abs() < f64::EPSILON;
        Area::GLOBE.covers(self) && !empty
    }

    /// With its axes changed.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { longitude: self.latitude, latitude: self.longitude }
    }

    /// How far east and north another place near by is.
    pub fn offset_to(self, other: Self) -> EastNorth {
        let shrink = f64::midpoint(self.latitude, other.latitude).to_radians().cos();
        EastNorth {
            east: (other.longitude - self.longitude) * METRES_PER_DEGREE * shrink,
            north: (other.latitude - self.latitude) * METRES_PER_DEGREE,
        }
    }
}

impl EastNorth {
    /// With its axes changed.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { east: self.north, north: self.east }
    }

    /// What is left of this offset without another.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self { east: self.east - other.east, north: self.north - other.north }
    }

    /// How far that is.
    pub fn length(self) -> f64 {
        self.east.hypot(self.north)
    }
}

impl Coordinates {
    /// With their axes changed.
    #[must_use]
    pub fn swapped(self) -> Self {
        match self {
            Self::Degrees(place) => Self::Degrees(place.swapped()),
            Self::Metres(place) => Self::Metres(place.swapped()),
        }
    }
}

impl Area {
    /// All of it.
    pub const GLOBE: Self = Self { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };

    /// China, from the Pamirs to the Ussuri and from Hainan to the Amur. Its longitudes and latitudes
    /// do not overlap, so that axes written the wrong way round can always be told.
    pub const CHINA: Self = Self { west: 73.0, south: 18.0, east: 135.1, north: 54.0 };

    /// Whether a place lies in it, its sides included.
    pub fn covers(self, place: LonLat) -> bool {
        (self.west..=self.east).contains(&place.longitude)
            && (self.south..=self.north).contains(&place.latitude)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_in_metres() {
        let here = LonLat { longitude: 116.0, latitude: 40.0 };
        let there = LonLat { longitude: 116.01, latitude: 40.01 };
        let offset = here.offset_to(there);
        // From the ellipsoid: 853.9 m and 1110.4 m.
        assert!((offset.east - 853.9).abs() < 5.0 && (offset.north - 1110.4).abs() < 5.0, "{offset:?}");
    }

    #[test]
    fn nowhere_is_not_on_earth() {
        for (longitude, latitude) in [(0.0, 0.0), (f64::NAN, 1.0), (181.0, 1.0), (1.0, -90.5)] {
            assert!(!LonLat { longitude, latitude }.is_on_earth());
        }
    }
}
