//! What the figures of projected coordinates tell about their system.

use super::{Crs, EastNorth};

/// A national grid, as far as its figures show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grid {
    /// Gauss-Kruger, three degrees wide; the zone is written before the easting.
    Three(u32),
    /// The same, six degrees wide.
    Six(u32),
    /// A false easting of 500 km without a zone: only somebody who knows the meridian can tell.
    Unprefixed,
}

impl Grid {
    /// The grid that two figures may be of, in whichever order; `None` where they tell nothing.
    pub fn of(place: EastNorth) -> Option<Self> {
        one_way(place).or_else(|| one_way(place.swapped()))
    }

    /// The system, if the datum is CGCS2000; Xian 80 and Beijing 54 have the same figures.
    pub fn of_cgcs2000(self) -> Option<Crs> {
        match self {
            Self::Three(zone) => Crs::of_code(4488 + zone),
            Self::Six(zone) => Crs::of_code(4478 + zone),
            Self::Unprefixed => None,
        }
    }
}

fn one_way(EastNorth { east, north }: EastNorth) -> Option<Grid> {
    if !(1e6..1e7).contains(&north) {
        return None;
    }
    if (1e5..1e6).contains(&east) {
        return Some(Grid::Unprefixed);
    }
    let zone = (13..=45).find(|zone| (f64::from(*zone)..f64::from(zone + 1)).contains(&(east / 1e6)))?;
    match zone {
        25.. => Some(Grid::Three(zone)),
        13..=23 => Some(Grid::Six(zone)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_figures_tell_the_zone_and_six_do_not() {
        let grid = |east, north| Grid::of(EastNorth { east, north });
        assert_eq!(grid(39_448_438.0, 4_418_590.0), Some(Grid::Three(39)));
        assert_eq!(grid(4_418_590.0, 39_448_438.0), Some(Grid::Three(39)));
        assert_eq!(grid(20_448_438.0, 4_418_590.0), Some(Grid::Six(20)));
        assert_eq!(grid(448_438.0, 4_418_590.0), Some(Grid::Unprefixed));
        assert_eq!(grid(320_704.0, 5_812_834.0), Some(Grid::Unprefixed));
        assert_eq!(grid(24_448_438.0, 4_418_590.0), None);
        assert_eq!(grid(116.4, 39.9), None);
    }

    #[test]
    fn a_zone_leads_to_its_code() {
        let code = |grid: Grid| grid.of_cgcs2000().map(|crs| crs.to_string());
        assert_eq!(code(Grid::Three(39)).as_deref(), Some("EPSG:4527"));
        assert_eq!(code(Grid::Six(20)).as_deref(), Some("EPSG:4498"));
        assert_eq!(code(Grid::Unprefixed), None);
    }
}
