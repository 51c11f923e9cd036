//! Timetables, whole and with holes.

use std::io::Cursor;
use std::ops::ControlFlow;
use std::sync::Arc;

use barrierfree::survey::reader::{self, Book, Hints, ReadError, Row, Tags};

use super::plain;
use crate::support::feed::{TABLES, zipped};

fn hints() -> Hints {
    let mut tags = Tags::default();
    let boarding = ["stops.wheelchair_boarding"];
    let mut add = |name: &str, mark: &str, said: &[&'static str]| {
        tags.add(name, &[mark.to_owned()], said.iter().copied());
    };
    add("stop", "stops.location_type=0", &boarding);
    add("hub", "stops.location_type=1", &["stops.wheelchair_boarding", "pathways.pathway_mode"]);
    add("door", "stops.location_type=2", &boarding);
    add("line", "routes.route_id", &["routes.route_type", "trips.trip_id", "trips.wheelchair_accessible"]);
    add("route", "pathways.pathway_mode=1", &["pathways.max_slope"]);
    add("stairs", "pathways.pathway_mode=2", &["pathways.stair_count"]);
    add("lift", "pathways.pathway_mode=5", &[]);
    Hints { feed: Arc::new(tags), ..Hints::default() }
}

fn open(bytes: &[u8]) -> Result<Book<'_>, ReadError> {
    reader::open("feed.zip", Box::new(Cursor::new(bytes)), &hints())
}

fn rows(book: &mut Book<'_>, sheet: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    book.rows(sheet, &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })
    .expect("rows");
    rows
}

/// The rows of every sheet, without the names of the columns.
fn all(tables: &[(&str, &str)]) -> Vec<String> {
    let bytes = zipped(tables);
    let mut book = open(&bytes).expect("a feed");
    let sheets = book.sheets().len();
    (0..sheets).flat_map(|sheet| plain(&rows(&mut book, sheet)).split_off(1)).collect()
}

#[test]
fn stops_say_what_their_station_says_and_stations_whether_ways_have_steps() {
    let bytes = zipped(&TABLES);
    let mut book = open(&bytes).expect("a feed");
    let names: Vec<_> = book.sheets().iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    assert_eq!(names, ["stops.txt", "routes.txt", "pathways.txt"]);
    assert_eq!((book.draws(0), book.draws(1), book.crs(0).as_deref()), (true, false, Some("OGC:CRS84")));
    let stops = rows(&mut book, 0);
    let due = [
        "0 @id|@type|@seen|@name|@parent|stops.wheelchair_boarding|pathways.pathway_mode|routes.route_type|trips.trip_id|trips.wheelchair_accessible|pathways.max_slope|pathways.stair_count",
        "2 S|hub||中心站||=true|=false",
        "3 E1|door||东口|S|=true",
        "4 E2|door||西口|S|=false",
        "5 P1|stop||一站台|S|=true",
        "6 P2|stop||二站台|S|=true",
        "9 T|stop||街角||7",
        "10 V|stop||||",
    ];
    assert_eq!(plain(&stops), due);
    assert_eq!(stops[1].place.and_then(|place| place.at), Some((107.40, 40.75)));
    assert_eq!(stops[7].place.and_then(|place| place.at), None);
    assert_eq!(
        plain(&rows(&mut book, 1))[1..],
        ["2 A|line||1 环线||||bus|4|2-3", "3 B|line||城际||||rail|1|0", "4 C|line||9||||17|1"]
    );
    assert_eq!(
        plain(&rows(&mut book, 2))[1..],
        [
            "2 W|route|||S||1||||0.05",
            "3 U|stairs|||S||2|||||24",
            "4 L|lift|||S||5",
            "5 X|stairs|||S||2|||||30"
        ]
    );
}

#[test]
fn a_station_is_step_free_where_every_platform_is_reached_and_unknown_where_nothing_is_listed() {
    let station = |pathways: &str| {
        let tables = [TABLES[0], ("agency.txt", "agency_id\n"), ("pathways.txt", pathways)];
        all(&tables).swap_remove(0)
    };
    let heading = "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional\n";
    let lifts = format!("{heading}a,E1,HALL,1,1\nb,HALL,P1,5,1\nc,HALL,P2B,5,1\n");
    assert_eq!(station(&lifts), "2 S|hub||中心站||=true|=true");
    let one_way = format!("{heading}a,HALL,E1,1,0\nb,HALL,P1,5,1\nc,HALL,P2B,5,1\n");
    assert_eq!(station(&one_way), "2 S|hub||中心站||=true|=false");
    assert_eq!(station(heading), "2 S|hub||中心站||=true");
}

#[test]
fn a_feed_that_says_nothing_of_wheelchairs_gives_no_answer() {
    let tables = [
        ("stops.txt", "stop_id,stop_name,stop_lat,stop_lon\n1,甲,40,107\n"),
        ("trips.txt", "route_id,trip_id\nA,1\n"),
    ];
    assert_eq!(all(&tables), ["2 1|stop||甲||"]);
    let ring = "stop_id,parent_station,location_type\na,b,0\nb,a,0\n";
    assert_eq!(all(&[("stops.txt", ring), ("trips.txt", "route_id\n")]), ["2 a|stop|||b|", "3 b|stop|||a|"]);
}

#[test]
fn an_empty_or_broken_table_is_said() {
    let refused = |tables: &[(&str, &str)]| open(&zipped(tables)).err();
    assert!(matches!(refused(&[("stops.txt", ""), ("routes.txt", "route_id\n")]), Some(ReadError::Empty)));
    let mut cut = zipped(&TABLES);
    cut.truncate(cut.len() - 40);
    assert!(matches!(open(&cut).err(), Some(ReadError::Truncated)));
    let open_quote = all(&[("stops.txt", "stop_id,stop_name\n1,\"甲\n2,乙\n"), ("trips.txt", "route_id\n")]);
    assert_eq!(open_quote.len(), 1);
}
