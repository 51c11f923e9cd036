//! Two figures to a place, or to what is the matter with them.

use super::columns::Figures;
use crate::geometry::{Area, Coordinates, EastNorth, Grid, LonLat, Transform};

/// What a row says of where a facility is.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::survey) enum Sighting {
    /// Nothing.
    Blank,
    /// A place, with the figures as written, those to the east first.
    Seen { place: LonLat, written: Coordinates, swapped: bool },
    /// Figures of another kind of system than the sheet's.
    Unlike(Matter, EastNorth),
    /// No figures, half a pair, or figures that are no place on Earth.
    Unread(String),
}

/// What is the matter with the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::survey) enum Matter {
    /// Metres where degrees are declared, of this grid as far as they tell.
    Metres(Option<Grid>),
    /// Degrees where metres are declared.
    Degrees,
    /// Metres that lie nowhere the system is used, though they may be of this grid.
    Elsewhere(Option<Grid>),
}

/// Degrees are at most this, and so nothing less is taken for metres.
const MOST_DEGREES: f64 = 360.0;

/// The place of two figures; `None` where they are none on Earth.
///
/// Axes are swapped where only that gives a place of the system, and where only that gives one in
/// China, whose longitudes and latitudes do not overlap. (Places between 18°E and 54°E beyond 73°N,
/// such as Svalbard's east, are taken for China by that.)
pub(super) fn sighting(transform: &Transform, figures: Figures) -> Option<Sighting> {
    let Figures { east, north, said_swapped } = figures;
    let written = transform.coordinates(east, north);
    if let Some(matter) = unlike(written) {
        return Some(Sighting::Unlike(matter, EastNorth { east, north }));
    }
    let straight = transform.to_wgs84(written).filter(|_| !said_swapped);
    if let Some(place) = straight.filter(|place| Area::CHINA.covers(*place)) {
        return Some(Sighting::Seen { place, written, swapped: false });
    }
    let turned = transform.to_wgs84(written.swapped());
    match (straight, turned) {
        (None, Some(place)) => Some((place, true)),
        (Some(_), Some(place)) if Area::CHINA.covers(place) => Some((place, true)),
        (Some(place), _) => Some((place, false)),
        (None, None) => None,
    }
    .map(|(place, swapped)| Sighting::Seen { place, written, swapped })
    .or_else(|| elsewhere(written))
}

/// Figures whose size says that they are of another kind of system.
fn unlike(written: Coordinates) -> Option<Matter> {
    match written {
        Coordinates::Degrees(LonLat { longitude, latitude }) => {
            let place = EastNorth { east: longitude, north: latitude };
            let metres = longitude.abs().min(latitude.abs()) > MOST_DEGREES;
            metres.then(|| Matter::Metres(Grid::of(place)))
        }
        Coordinates::Metres(EastNorth { east, north }) => {
            let place = LonLat { longitude: east, latitude: north };
            (place.is_on_earth() || place.swapped().is_on_earth()).then_some(Matter::Degrees)
        }
    }
}

fn elsewhere(written: Coordinates) -> Option<Sighting> {
    let Coordinates::Metres(place) = written else { return None };
    let is_written = place.east != 0.0 && place.north != 0.0 && place.length().is_finite();
    is_written.then(|| Sighting::Unlike(Matter::Elsewhere(Grid::of(place)), place))
}

impl Matter {
    /// The grid the figures may be of.
    pub(super) fn grid(self) -> Option<Grid> {
        match self {
            Self::Metres(grid) | Self::Elsewhere(grid) => grid,
            Self::Degrees => None,
        }
    }
}

impl Sighting {
    /// A place in degrees of WGS 84 and what was written, where the row says one.
    pub(in crate::survey) fn place(&self) -> Option<(LonLat, Coordinates)> {
        match self {
            Self::Seen { place, written, .. } => Some((*place, *written)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Crs;

    fn seen(crs: &str, east: f64, north: f64) -> String {
        let transform = Crs::parse(crs).expect(crs).transform();
        match sighting(&transform, Figures { east, north, said_swapped: false }) {
            Some(Sighting::Seen { place, swapped, .. }) => {
                let turned = if swapped { " swapped" } else { "" };
                format!("{:.3} {:.3}{turned}", place.longitude, place.latitude)
            }
            Some(Sighting::Unlike(matter, _)) => format!("{matter:?}"),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn figures_become_places_whichever_way_round_they_are() {
        for (crs, east, north, expected) in [
            ("EPSG:4326", 116.391, 39.907, "116.391 39.907"),
            ("EPSG:4326", 39.907, 116.391, "116.391 39.907 swapped"),
            ("EPSG:4490", 40.1, 80.2, "80.200 40.100 swapped"),
            ("EPSG:4326", 8.5, 52.0, "8.500 52.000"),
            ("EPSG:4326", 52.0, 8.5, "52.000 8.500"),
            ("GCJ-02", 116.397_240_959, 39.908_401_109, "116.391 39.907"),
            ("GCJ-02", 39.908_401_109, 116.397_240_959, "116.391 39.907 swapped"),
            ("EPSG:4527", 39_448_438.0, 4_418_590.0, "116.397 39.900"),
            ("EPSG:4527", 4_418_590.0, 39_448_438.0, "116.397 39.900 swapped"),
            ("EPSG:4548", 448_438.0, 4_418_590.0, "116.397 39.900"),
            ("EPSG:4548", 4_418_590.0, 448_438.0, "116.397 39.900 swapped"),
            ("EPSG:28355", 320_704.0, 5_812_834.0, "144.963 -37.814"),
            ("EPSG:3857", 4_838_471.4, 12_956_000.0, "116.386 39.811 swapped"),
        ] {
            assert_eq!(seen(crs, east, north), expected, "{crs} {east} {north}");
        }
    }

    #[test]
    fn figures_of_another_kind_are_told_with_what_they_may_be() {
        for (crs, east, north, expected) in [
            ("EPSG:4326", 320_704.0, 5_812_834.0, "Metres(Some(Unprefixed))"),
            ("EPSG:4490", 39_448_438.0, 4_418_590.0, "Metres(Some(Three(39)))"),
            ("EPSG:4490", 4_418_590.0, 20_448_438.0, "Metres(Some(Six(20)))"),
            ("EPSG:4326", 12_956_000.0, 4_838_471.0, "Metres(None)"),
            ("EPSG:4548", 116.391, 39.907, "Degrees"),
            ("EPSG:4548", 39.907, 116.391, "Degrees"),
            ("EPSG:3857", 116.391, 39.907, "Degrees"),
            ("EPSG:4548", 39_448_438.0, 4_418_590.0, "Elsewhere(Some(Three(39)))"),
            ("EPSG:4527", 448_438.0, 4_418_590.0, "Elsewhere(Some(Unprefixed))"),
            ("EPSG:4548", 0.0, 0.0, "None"),
            ("EPSG:4326", 0.0, 0.0, "None"),
            ("EPSG:4326", f64::NAN, 1.0, "None"),
            ("EPSG:4326", 181.0, 5.0, "None"),
            ("EPSG:4548", f64::NAN, 4_418_590.0, "None"),
        ] {
            assert_eq!(seen(crs, east, north), expected, "{crs} {east} {north}");
        }
    }
}
