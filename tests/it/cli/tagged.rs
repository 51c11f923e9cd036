//! Maps whose things carry tags, and timetables: what people meet when they hand them in.

use serde_json::Value;

use super::Desk;
use super::input::said;
use crate::support::feed::{TABLES, zipped};
use crate::support::openstreetmap::{map, pbf, xml};

/// What each sheet and column became.
fn columns(run: &Value) -> Vec<String> {
    let columns =
        run["sheets"].as_array().expect("sheets").iter().filter_map(|sheet| sheet["columns"].as_array());
    let word = |one: &Value| one.as_str().unwrap_or("-").to_owned();
    columns.flatten().map(|one| format!("{} {}", word(&one["header"]), word(&one["property"]))).collect()
}

/// How many facilities of each type, in the order of the letters.
fn counts(run: &Value) -> Vec<String> {
    let list = run["plan"]["facilities"].as_array().expect("types").iter();
    let mut counts: Vec<_> =
        list.map(|one| format!("{} {}", one["type"], one["count"]).replace('"', "")).collect();
    counts.sort();
    counts
}

#[test]
fn an_extract_is_audited_by_the_tags_of_the_catalogue() {
    let run = Desk::with("a.csv", pbf(&map(), true, true)).json();
    assert_eq!(counts(&run), ["crossing 1", "parking 1", "public_toilet 1", "school 1", "transit_stop 1"]);
    // The lot has accessible bays, of which nobody says how many; the stop is neither accessible nor not.
    assert_eq!(said(&run), ["not-yes-or-no 1 wheelchair", "word-in-count 4 capacity:disabled"]);
    let columns = columns(&run);
    assert!(columns.contains(&"capacity:disabled accessible_spaces".to_owned()), "{columns:?}");
    assert!(columns.iter().all(|column| !column.ends_with(" -")), "{columns:?}");
    assert_eq!(run["sheets"][0]["crs"]["name"], "EPSG:4326");
}

#[test]
fn what_comes_before_a_cut_is_read_and_the_cut_is_said() {
    let whole = pbf(&map(), true, true);
    let run = Desk::with("a.csv", &whole[..whole.len() - 9]).json();
    assert_eq!(counts(&run), ["crossing 1", "public_toilet 1", "transit_stop 1"]);
    assert!(said(&run).contains(&"unreadable-file null null".to_owned()), "{:?}", said(&run));
    let refused = Desk::with("a.csv", &whole[..40]).audit(&["--lang", "en"]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert!(refused.err.contains("a.csv") && refused.err.contains("incomplete"), "{}", refused.err);
}

#[test]
fn a_timetable_is_audited_and_taken_in() {
    let desk = Desk::with("city.zip", zipped(&TABLES));
    desk.put("a.csv", zipped(&TABLES));
    let run = desk.json();
    let due = [
        "entrance 2",
        "lift 1",
        "route 1",
        "stairs 2",
        "transit_line 3",
        "transit_stop 4",
        "transport_hub 1",
    ];
    assert_eq!(counts(&run), due);
    assert!(said(&run).contains(&"not-yes-or-no 9 stops.wheelchair_boarding".to_owned()), "{:?}", said(&run));
    assert_eq!(desk.run(&["init", "p"]).code, Some(0));
    let taken = desk.run(&["import", "city.zip", "--project", "p", "--accept", "--lang", "en"]);
    assert_eq!(taken.code, Some(0), "{}", taken.err);
    let written = desk.run(&["export", "--format", "csv", "-o", "out", "--project", "p"]);
    assert_eq!(written.code, Some(0), "{}", written.err);
    let hubs = desk.read("out/transport_hub.csv");
    assert!(hubs.contains("accessible_route") && hubs.contains("S,中心站"), "{hubs}");
}

#[test]
fn xml_is_taken_in_as_the_binary_format_is() {
    let desk = Desk::with("map.osm", xml(&map()));
    assert_eq!(desk.run(&["init", "p"]).code, Some(0));
    let taken = desk.run(&["import", "map.osm", "--project", "p", "--accept"]);
    assert_eq!(taken.code, Some(0), "{}", taken.err);
    assert_eq!(desk.run(&["export", "--format", "csv", "-o", "out", "--project", "p"]).code, Some(0));
    assert!(desk.read("out/parking.csv").contains("way/100"));
}
