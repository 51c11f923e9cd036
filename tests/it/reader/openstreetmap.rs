//! Extracts of OpenStreetMap, and what only looks like one.

use std::io::Cursor;
use std::ops::ControlFlow;
use std::sync::Arc;

use barrierfree::survey::reader::{self, Hints, ReadError, Row, Tags};

use super::plain;
use crate::support::openstreetmap::{blob, field, map, overpass, pbf, xml};

/// Stops, crossings, toilets, lots and schools.
fn hints() -> Hints {
    let mut tags = Tags::default();
    let kinds = [
        ("stop", "highway=bus_stop", "wheelchair"),
        ("crossing", "highway=crossing", "kerb"),
        ("toilet", "amenity=toilets", "wheelchair"),
        ("parking", "amenity=parking", "capacity:disabled"),
        ("school", "amenity=school", "name"),
    ];
    for (name, mark, said) in kinds {
        tags.add(name, &[mark.to_owned()], [said].into_iter());
    }
    Hints { tags: Arc::new(tags), ..Hints::default() }
}

fn outcome(bytes: &[u8]) -> Result<Vec<Row>, ReadError> {
    let mut book = reader::open("map", Box::new(Cursor::new(bytes)), &hints())?;
    assert!(book.is_tagged() && book.draws(0), "a map of things with tags");
    let mut rows = Vec::new();
    book.rows(0, &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    Ok(rows)
}

fn places(rows: &[Row]) -> Vec<Option<(f64, f64)>> {
    rows.iter().filter_map(|row| row.place).map(|drawn| drawn.at).collect()
}

const ROWS: [&str; 6] = [
    "0 @id|@type|@seen|wheelchair|kerb|capacity:disabled|name",
    "1 node/1|stop|=2024-05-01|limited|||公园",
    "2 node/2|crossing|=2024-05-01||lowered",
    "3 node/3|toilet|2023-07-01|yes",
    "4 way/100|parking|=2024-05-01|||yes",
    "5 relation/1000|school|=2024-05-01||||第一小学",
];

#[test]
fn the_three_formats_say_the_same() {
    let map = map();
    let files = [
        pbf(&map, true, true),
        pbf(&map, false, true),
        pbf(&map, true, false),
        xml(&map).into_bytes(),
        overpass(&map).into_bytes(),
    ];
    for bytes in files {
        let rows = outcome(&bytes).expect("a map");
        assert_eq!(plain(&rows), ROWS);
        let close = |(x, y): (f64, f64), (a, b): (f64, f64)| (x - a).abs() < 1e-9 && (y - b).abs() < 1e-9;
        let due = [(107.4, 40.75), (107.41, 40.75), (107.42, 40.75), (107.1, 40.05), (107.2, 40.375)];
        let found = places(&rows);
        assert_eq!(found.len(), due.len());
        for (found, due) in found.iter().zip(due) {
            assert!(found.is_some_and(|found| close(found, due)), "{found:?}, not {due:?}");
        }
    }
}

#[test]
fn what_says_where_it_lies_needs_no_nodes() {
    let answer = r#"{"osm3s":{},"elements":[
        {"type":"way","id":1,"center":{"lat":40,"lon":107},"tags":{"amenity":"parking","capacity:disabled":3}},
        {"type":"way","id":2,"bounds":{"minlat":40,"minlon":107,"maxlat":41,"maxlon":108},"tags":{"amenity":"parking"}},
        {"type":"way","id":3,"nodes":[7],"geometry":[{"lat":40,"lon":107},{"lat":40,"lon":109}],"tags":{"amenity":"parking"}},
        {"type":"way","id":4,"nodes":[7,8],"tags":{"amenity":"parking"}}]}"#;
    let rows = outcome(answer.as_bytes()).expect("an answer");
    let due = [Some((107.0, 40.0)), Some((107.5, 40.5)), Some((108.0, 40.0)), None];
    assert_eq!((places(&rows), plain(&rows)[4].as_str()), (due.to_vec(), "4 way/4|parking|"));
}

#[test]
fn what_breaks_off_or_takes_what_is_not_known_is_refused() {
    let whole = pbf(&map(), true, true);
    for length in [whole.len() - 1, whole.len() / 2] {
        assert!(matches!(outcome(&whole[..length]), Err(ReadError::Truncated)), "{length}");
    }
    let history = blob(b"OSMHeader", &field(4, b"HistoricalInformation"), true);
    assert!(matches!(outcome(&history), Err(ReadError::Needs { what }) if what == "HistoricalInformation"));
    let header = [field(1, b"OSMHeader"), vec![3 << 3, 4]].concat();
    let zstd =
        [&u32::try_from(header.len()).expect("short").to_be_bytes()[..], &header, &field(7, b"ab")].concat();
    assert!(matches!(outcome(&zstd), Err(ReadError::Needs { what }) if what == "ZSTD"));
    let cut = xml(&map());
    let cut = cut.trim_end().strip_suffix("</osm>").expect("an end");
    assert!(matches!(outcome(cut.as_bytes()), Err(ReadError::Truncated)));
    let cut = overpass(&map());
    assert!(matches!(outcome(&cut.as_bytes()[..cut.len() - 20]), Err(ReadError::NotJson { .. })));
}

#[test]
fn a_block_that_unfolds_beyond_measure_is_refused() {
    let header = blob(b"OSMHeader", &[], true);
    let bomb = [header, blob(b"OSMData", &vec![0; 40 << 20], true)].concat();
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    assert!(matches!(outcome(&bomb), Err(ReadError::Oversized { part }) if part == "OSM #2"));
    let header = [field(1, b"OSMHeader"), vec![3 << 3, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]].concat();
    let promise = [&u32::try_from(header.len()).expect("short").to_be_bytes()[..], &header].concat();
    assert!(matches!(outcome(&promise), Err(ReadError::Oversized { .. })));
}
