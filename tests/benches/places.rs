//! How long it takes to place a million points in three thousand areas: `cargo run --release --example places`.
#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use std::time::Instant;

use barrierfree::geometry::LonLat;
use barrierfree::inventory::Areas;
use barrierfree::model::{Adcode, Boundary};
use geo::{Coord, LineString, MultiPolygon, Polygon};

/// Areas of a lattice, each with so many corners, and the points that are placed.
const LATTICE: (u32, u32) = (60, 50);
const CORNERS: u32 = 2000;
const POINTS: u32 = 1_000_000;

fn main() {
    let start = Instant::now();
    let areas = Areas::new(boundaries(), []);
    println!("{} areas of {CORNERS} corners made ready in {:.2?}", LATTICE.0 * LATTICE.1, start.elapsed());
    let start = Instant::now();
    let placed = (0..POINTS).filter(|number| areas.at(point(*number)).is_some()).count();
    println!("{POINTS} points in {:.2?}, {placed} in an area", start.elapsed());
}

/// Points that are spread evenly, by the golden and the silver ratio.
fn point(number: u32) -> LonLat {
    let part = |ratio: f64| (f64::from(number) * ratio).fract();
    LonLat { longitude: 73.0 + 60.0 * part(0.618_033_988_75), latitude: 18.0 + 35.0 * part(0.414_213_562_37) }
}

fn boundaries() -> Vec<Boundary> {
    let cells = (0..LATTICE.0).flat_map(|x| (0..LATTICE.1).map(move |y| (x, y)));
    cells.map(|(x, y)| boundary(x, y)).collect()
}

/// A wavy circle in its cell, with the province that all areas of a column lie in as parent.
fn boundary(x: u32, y: u32) -> Boundary {
    let (east, north) = (73.5 + f64::from(x), 18.35 + f64::from(y) * 0.7);
    let corner = |number: u32| {
        let angle = f64::from(number) * std::f64::consts::TAU / f64::from(CORNERS);
        let far = 0.55 + 0.05 * (angle * 40.0).sin();
        Coord { x: east + far * angle.cos(), y: north + 0.7 * far * angle.sin() }
    };
    let ring: LineString<f64> = (0..CORNERS).chain([0]).map(corner).collect();
    Boundary {
        adcode: Adcode::from(format!("{:06}", 100_000 + x * 100 + y)),
        name: "area".into(),
        level: None,
        parent: None,
        outline: MultiPolygon::new(vec![Polygon::new(ring, Vec::new())]),
    }
}
