//! Reference systems, and the way from each to WGS 84 and back.

mod code;
mod name;
#[cfg(test)]
mod tests;

use std::fmt;

use proj4rs::Proj;
use proj4rs::transform::transform;

use super::{Area, Coordinates, EastNorth, LonLat, bd09, gcj02};

/// A reference system that can be converted.
///
/// WGS 84, CGCS2000, ETRS89, GDA and RGF93 are taken to be one datum: they differ by less than two
/// metres, and no survey of facilities sees that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Crs(System);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum System {
    /// One of those in [`code`].
    Epsg(u32),
    Gcj02,
    Bd09,
}

/// Why a text is no reference system that can be converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCrs {
    /// None that is known here.
    Unknown,
    /// Beijing 54 or Xian 80. The way to WGS 84 is no public knowledge: it differs by up to a hundred
    /// metres from place to place, and the parameters of a place are with its surveying authority.
    DatumShift,
}

impl Crs {
    /// Degrees of WGS 84.
    pub const WGS84: Self = Self(System::Epsg(4326));
    /// Degrees of CGCS2000.
    pub const CGCS2000: Self = Self(System::Epsg(4490));
    /// The degrees of Chinese web maps.
    pub const GCJ02: Self = Self(System::Gcj02);
    /// The degrees of Baidu's maps.
    pub const BD09: Self = Self(System::Bd09);

    /// The system a text names: a code, a URN, well-known text, or a name as software and people write it.
    pub fn parse(text: &str) -> Result<Self, NoCrs> {
        name::parse(text)
    }

    /// The system of an EPSG code.
    pub fn of_code(code: u32) -> Option<Self> {
        code::definition(code).map(|_| Self(System::Epsg(code)))
    }

    /// Whether its coordinates are degrees.
    pub fn is_degrees(self) -> bool {
        match self.0 {
            System::Epsg(code) => code::definition(code).is_none_or(|found| found.projection.is_none()),
            System::Gcj02 | System::Bd09 => true,
        }
    }

    /// The way from it to WGS 84 and back, made once for many points.
    pub fn transform(self) -> Transform {
        Transform { crs: self, projected: self.projected() }
    }

    fn projected(self) -> Option<Box<Projected>> {
        let System::Epsg(code) = self.0 else { return None };
        let definition = code::definition(code)?;
        let own = Proj::from_proj_string(&definition.projection?).ok()?;
        let degrees = Proj::from_proj_string(DEGREES).ok()?;
        Some(Box::new(Projected { own, degrees, area: definition.area }))
    }
}

/// The degrees everything comes out in.
const DEGREES: &str = "+proj=longlat +datum=WGS84 +no_defs";

impl fmt::Display for Crs {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            System::Epsg(code) => write!(out, "EPSG:{code}"),
            System::Gcj02 => out.write_str("GCJ-02"),
            System::Bd09 => out.write_str("BD-09"),
        }
    }
}

/// The way from a system to WGS 84 and back.
#[derive(Debug, Clone)]
pub struct Transform {
    crs: Crs,
    projected: Option<Box<Projected>>,
}

#[derive(Debug, Clone)]
struct Projected {
    own: Proj,
    degrees: Proj,
    /// Where the system is used.
    area: Area,
}

impl Transform {
    /// The system.
    pub fn crs(&self) -> Crs {
        self.crs
    }

    /// Where that is; `None` where it is nowhere the system is used.
    pub fn to_wgs84(&self, written: Coordinates) -> Option<LonLat> {
        match (written, &self.projected, self.crs.0) {
            (Coordinates::Metres(place), Some(projected), _) => projected.to_wgs84(place),
            (Coordinates::Metres(_), None, _) | (Coordinates::Degrees(_), Some(_), _) => None,
            (Coordinates::Degrees(place), None, system) => {
                Some(place).filter(|place| place.is_on_earth()).map(|place| match system {
                    System::Epsg(_) => place,
                    System::Gcj02 => gcj02::to_wgs84(place),
                    System::Bd09 => bd09::to_wgs84(place),
                })
            }
        }
    }

    /// How that place is written; `None` where the system is not used.
    pub fn of_wgs84(&self, place: LonLat) -> Option<Coordinates> {
        match (&self.projected, self.crs.0) {
            (Some(projected), _) => projected.of_wgs84(place).map(Coordinates::Metres),
            (None, System::Epsg(_)) => Some(Coordinates::Degrees(place)),
            (None, System::Gcj02) => Some(Coordinates::Degrees(gcj02::of_wgs84(place))),
            (None, System::Bd09) => Some(Coordinates::Degrees(bd09::of_wgs84(place))),
        }
    }

    /// Two figures as coordinates of this system, those to the east first.
    pub fn coordinates(&self, east: f64, north: f64) -> Coordinates {
        match self.projected {
            Some(_) => Coordinates::Metres(EastNorth { east, north }),
            None => Coordinates::Degrees(LonLat { longitude: east, latitude: north }),
        }
    }
}

impl Projected {
    fn to_wgs84(&self, place: EastNorth) -> Option<LonLat> {
        let mut point = (place.east, place.north, 0.0);
        transform(&self.own, &self.degrees, &mut point).ok()?;
        let place = LonLat { longitude: point.0.to_degrees(), latitude: point.1.to_degrees() };
        Some(place).filter(|place| self.area.covers(*place))
    }

    fn of_wgs84(&self, place: LonLat) -> Option<EastNorth> {
        let mut point = (place.longitude.to_radians(), place.latitude.to_radians(), 0.0);
        transform(&self.degrees, &self.own, &mut point).ok()?;
        Some(EastNorth { east: point.0, north: point.1 }).filter(|_| self.area.covers(place))
    }
}
