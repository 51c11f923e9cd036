//! The EPSG codes that can be converted, and how.
//!
//! Families of zones are made from their number. There is a public crate with
//! all 6,000 codes; it is five megabytes of definitions in which old datums
//! have one mean shift for a whole continent and no word of how good it is, and
//! none says where a system is used, which is what tells swapped axes.

use crate::geometry::Area;

/// How a code is converted.
pub(super) struct Definition {
    /// In the words of PROJ; none for degrees.
    pub(super) projection: Option<String>,
    /// Where it is used, with some room around.
    pub(super) area: Area,
}

/// Degrees beside the central meridian up to which a zone is used.
const BESIDE: f64 = 6.0;

pub(super) fn definition(code: u32) -> Option<Definition> {
    let n = f64::from(code);
    Some(match code {
        // WGS 84, CGCS2000, ETRS89, RGF93, GDA94 and GDA2020.
        4326 | 4490 | 4258 | 4171 | 4283 | 7844 => Definition { projection: None, area: Area::GLOBE },
        // CGCS2000: six degrees with and without zone, then three degrees.
        4491..=4501 => gauss_kruger(75.0 + 6.0 * (n - 4491.0), (n - 4478.0) * 1e6),
        4502..=4512 => gauss_kruger(75.0 + 6.0 * (n - 4502.0), 0.0),
        4513..=4533 => gauss_kruger(75.0 + 3.0 * (n - 4513.0), (n - 4488.0) * 1e6),
        4534..=4554 => gauss_kruger(75.0 + 3.0 * (n - 4534.0), 0.0),
        // UTM on WGS 84, ETRS89, GDA94 and GDA2020.
        32601..=32660 => utm(code - 32600, true, "WGS84"),
        32701..=32760 => utm(code - 32700, false, "WGS84"),
        25828..=25838 => utm(code - 25800, true, "GRS80"),
        28348..=28358 => utm(code - 28300, false, "GRS80"),
        7846..=7859 => utm(code - 7800, false, "GRS80"),
        // Web Mercator: degrees of WGS 84, drawn as if the Earth were a sphere.
        3857 => other(
            "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m",
            [-180.0, -85.1, 180.0, 85.1],
        ),
        // France and its nine conic zones.
        2154 => other(
            "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m",
            [-10.0, 41.0, 10.5, 51.6],
        ),
        3942..=3950 => conic(code - 3900),
        // Great Britain, by the one public shift of seven parameters: within five metres.
        27700 => other(
            "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy \
             +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m",
            [-9.0, 49.7, 2.1, 61.0],
        ),
        // Ireland.
        2157 => other(
            "+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80 +units=m",
            [-11.0, 51.3, -5.3, 55.5],
        ),
        // Hong Kong's grid, by the published shift of seven parameters: within a metre.
        2326 => other(
            "+proj=tmerc +lat_0=22.31213333333334 +lon_0=114.1785555555556 +k=1 +x_0=836694.05 +y_0=819069.8 \
             +ellps=intl +towgs84=-162.619,-276.959,-161.764,0.067753,-2.243649,-1.158827,-1.094246 +units=m",
            [113.7, 22.1, 114.6, 22.6],
        ),
        // Taiwan's grid.
        3826 => other(
            "+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 +ellps=GRS80 +units=m",
            [119.9, 21.8, 122.1, 25.4],
        ),
        _ => return None,
    })
}

/// Gauss-Kruger on CGCS2000, 500 km added to eastings beside the zone's own figures.
fn gauss_kruger(meridian: f64, zone: f64) -> Definition {
    let east = zone + 500_000.0;
    let projection =
        format!("+proj=tmerc +lat_0=0 +lon_0={meridian} +k=1 +x_0={east} +y_0=0 +ellps=GRS80 +units=m");
    Definition { projection: Some(projection), area: strip(meridian, 3.0, 55.0) }
}

fn utm(zone: u32, north: bool, ellipsoid: &str) -> Definition {
    let meridian = f64::from(zone) * 6.0 - 183.0;
    let south = if north { "" } else { " +south" };
    let projection = format!("+proj=utm +zone={zone}{south} +ellps={ellipsoid} +units=m");
    let area = if north { strip(meridian, 0.0, 84.5) } else { strip(meridian, -80.5, 0.0) };
    Definition { projection: Some(projection), area }
}

/// One of the conic zones of France, by its middle latitude.
fn conic(latitude: u32) -> Definition {
    let middle = f64::from(latitude);
    let (below, above, north) = (middle - 0.75, middle + 0.75, (latitude - 41) * 1_000_000 + 200_000);
    let projection = format!(
        "+proj=lcc +lat_0={middle} +lon_0=3 +lat_1={below} +lat_2={above} +x_0=1700000 +y_0={north} +ellps=GRS80 +units=m"
    );
    Definition {
        projection: Some(projection),
        area: Area { west: -10.0, south: middle - 2.0, east: 10.5, north: middle + 2.0 },
    }
}

fn other(projection: &str, [west, south, east, north]: [f64; 4]) -> Definition {
    Definition { projection: Some(projection.to_owned()), area: Area { west, south, east, north } }
}

fn strip(meridian: f64, south: f64, north: f64) -> Area {
    Area { west: meridian - BESIDE, south, east: meridian + BESIDE, north }
}
