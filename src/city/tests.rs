use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::locale::Bilingual;
use crate::model::{Category, Kind, Property, Relation};
use crate::quantity::Interval;

pub(super) const RECIPE: &str = include_str!("tests/recipe.toml");

fn label(zh: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: zh.to_owned() }
}

fn property(id: &str, kind: Kind, values: &[&str]) -> Property {
    let at_least_0 = Interval::new(Some(0.into()), None).expect("an interval");
    let category = |id: &&str| Category { id: (*id).into(), label: label(id), aliases: Vec::new() };
    Property {
        id: id.into(),
        kind,
        unit: None,
        label: label(&format!("{id}列")),
        aliases: Vec::new(),
        bounds: if kind == Kind::Degree { Interval::UNBOUNDED } else { at_least_0 },
        unsurveyed: Interval::UNBOUNDED,
        osm: None,
        a11yjson: None,
        gtfs: None,
        of_row: false,
        values: values.iter().map(category).collect(),
    }
}

fn facility_type(id: &str, own: Vec<Property>) -> FacilityType {
    let texts = ["id", "name", "type", "jurisdiction", "township", "parent", "remark"];
    let common = texts.map(|id| property(id, Kind::Text, &[]));
    let places = ["longitude", "latitude"].map(|id| property(id, Kind::Degree, &[]));
    let day = property("observed_on", Kind::Date, &[]);
    FacilityType {
        id: id.into(),
        label: label(&format!("{id}(样)")),
        aliases: Vec::new(),
        group: String::new(),
        personal: id == "household",
        part_of: Vec::new(),
        osm: Vec::new(),
        a11yjson: None,
        gtfs: None,
        relations: Vec::new(),
        properties: common.into_iter().chain(places).chain([day]).chain(own).collect(),
    }
}

/// Car parks with bays, households, and a type the recipe knows nothing of.
pub(super) fn catalogue() -> Catalogue {
    let mut parking = facility_type(
        "parking",
        vec![
            property("accessible", Kind::Count, &[]),
            property("total", Kind::Count, &[]),
            property("marked", Kind::Boolean, &[]),
            property("form", Kind::Category, &["open", "garage"]),
            property("built", Kind::Date, &[]),
        ],
    );
    parking.relations = vec![Relation { left: vec![10], right: vec![11], equal: false }];
    let bay = vec![property("aisle", Kind::Length, &[]), property("slope", Kind::Ratio, &[])];
    let bay = FacilityType { part_of: vec!["parking".into()], ..facility_type("bay", bay) };
    let household = facility_type("household", vec![property("poor", Kind::Boolean, &[])]);
    let stranger = facility_type("stranger", vec![property("seats", Kind::Count, &[])]);
    Catalogue { types: vec![parking, bay, household, stranger], ..Catalogue::default() }
}

fn plan(size: u64, seed: u64) -> Plan {
    Plan { size, seed, as_of: Date::constant(2026, 6, 30) }
}

/// Name and bytes of every file.
fn written(plan: &Plan) -> Vec<(String, Vec<u8>)> {
    let catalogue = catalogue();
    let recipe = Recipe::parse(RECIPE, &catalogue).expect("a recipe");
    let bytes = |file: &SurveyFile| {
        let mut bytes = Vec::new();
        file.write(&mut bytes).expect("memory takes it");
        bytes
    };
    files(plan, &catalogue, &recipe).iter().map(|file| (file.name().to_owned(), bytes(file))).collect()
}

/// Rows of a file by header.
fn rows(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => encoding_rs::GB18030.decode(bytes).0.into_owned(),
    };
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("as many cells as headers")).collect()
}

/// Rows of one file of a city of a thousand.
fn rows_of(name: &str) -> Vec<BTreeMap<String, String>> {
    let files = written(&plan(1000, 1));
    let (_, bytes) = files.iter().find(|(file, _)| file == name).expect(name);
    rows(bytes)
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_another_seed_another_city() {
    assert_eq!(written(&plan(300, 7)), written(&plan(300, 7)));
    assert_ne!(written(&plan(300, 7)), written(&plan(300, 8)));
}

#[test]
fn files_written_side_by_side_are_the_same() {
    let catalogue = catalogue();
    let recipe = Recipe::parse(RECIPE, &catalogue).expect("a recipe");
    let files = files(&plan(300, 7), &catalogue, &recipe);
    let bytes = |file: &SurveyFile| {
        let mut bytes = Vec::new();
        file.write(&mut bytes).expect("memory takes it");
        bytes
    };
    let side_by_side = std::thread::scope(|scope| {
        let threads: Vec<_> = files.iter().rev().map(|file| scope.spawn(move || bytes(file))).collect();
        threads.into_iter().rev().map(|thread| thread.join().expect("it ends")).collect::<Vec<_>>()
    });
    let alone: Vec<_> = written(&plan(300, 7)).into_iter().map(|(_, bytes)| bytes).collect();
    assert_eq!(side_by_side, alone);
}

#[test]
fn files_are_named_by_type_and_year() {
    let names: Vec<String> = written(&plan(100, 1)).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.first().map(String::as_str), Some("parking-2025.csv"));
    assert_eq!(names.get(1).map(String::as_str), Some("parking-2026.csv"));
    assert_eq!(names.len(), 8);
}

#[test]
fn every_type_has_a_row_in_both_rounds_even_in_a_tiny_city() {
    for (name, bytes) in written(&plan(4, 1)) {
        assert!(!rows(&bytes).is_empty(), "{name}");
    }
}

#[test]
fn a_city_has_as_many_facilities_as_planned() {
    for size in [0, 3, 4, 100, 999] {
        let mut ids = BTreeSet::new();
        for (_, bytes) in written(&plan(size, 1)) {
            ids.extend(rows(&bytes).into_iter().map(|row| row["id列"].clone()));
        }
        assert_eq!(ids.len() as u64, size);
    }
}

#[test]
fn a_facility_is_the_same_in_a_bigger_city() {
    let (small, big) = (written(&plan(400, 1)), written(&plan(1200, 1)));
    let parking = |city: &[(String, Vec<u8>)]| rows(&city[0].1);
    let (small, big) = (parking(&small), parking(&big));
    assert!(!small.is_empty() && big.len() > small.len());
    assert_eq!(small[..], big[..small.len()]);
}

#[test]
fn weights_are_kept_whatever_is_rounded() {
    assert_eq!(allot(10, &[1, 1, 1]), [3, 3, 4]);
    assert_eq!(allot(2, &[1, 1, 1]), [1, 1, 0]);
    assert_eq!(allot(1_000_003, &[900, 100, 0]), [900_001, 100_001, 1]);
    assert_eq!(allot(5, &[0, 0]), [1, 1]);
}

#[test]
fn ids_come_twice_only_where_a_row_contradicts_another() {
    let mut seen = BTreeMap::new();
    let mut twice = 0;
    for row in rows_of("parking-2025.csv") {
        if let Some(before) = seen.insert(row["id列"].clone(), row.clone()) {
            assert_eq!(before["observed_on列"], row["observed_on列"]);
            twice += 1;
        }
    }
    assert!((1..50).contains(&twice), "{twice}");
}

#[test]
fn the_second_round_sees_some_again_and_some_for_the_first_time() {
    let ids = |name| rows_of(name).into_iter().map(|row| row["id列"].clone()).collect::<BTreeSet<_>>();
    let (first, second) = (ids("parking-2025.csv"), ids("parking-2026.csv"));
    let again = first.intersection(&second).count() * 100 / first.len();
    assert!((50..70).contains(&again), "{again} %");
    assert!(second.difference(&first).count() > 0);
}

#[test]
fn rounds_lie_far_enough_apart_to_tell_a_trend() {
    let day = |row: &BTreeMap<String, String>| row["observed_on列"].parse::<Date>().expect("a day");
    let first: Vec<Date> = rows_of("parking-2025.csv").iter().map(day).collect();
    let second: Vec<Date> = rows_of("parking-2026.csv").iter().map(day).collect();
    let gap = *second.iter().min().expect("a row") - *first.iter().max().expect("a row");
    assert!(gap.get_days() >= 300, "{gap}");
    assert!(second.iter().all(|day| *day <= plan(0, 0).as_of));
}

#[test]
fn bays_belong_to_a_car_park_of_the_same_rounds() {
    for year in ["2025", "2026"] {
        let lots: BTreeSet<String> =
            rows_of(&format!("parking-{year}.csv")).into_iter().map(|row| row["id列"].clone()).collect();
        for bay in rows_of(&format!("bay-{year}.csv")) {
            assert!(lots.contains(&bay["parent列"]), "{bay:?}");
        }
    }
    assert!(!rows_of("parking-2025.csv")[0].contains_key("parent列"));
}

#[test]
fn accessible_bays_exceed_all_bays_only_as_a_rare_slip() {
    let number = |text: &String| text.parse::<u32>().ok();
    let rows = rows_of("parking-2025.csv");
    let both: Vec<_> =
        rows.iter().filter_map(|row| number(&row["accessible列"]).zip(number(&row["total列"]))).collect();
    let slips = both.iter().filter(|(accessible, total)| accessible > total).count();
    assert!(slips > 0 && slips * 20 < both.len(), "{slips} of {}", both.len());
}

#[test]
fn surveyors_write_in_many_ways() {
    let all: Vec<String> = ["parking-2025.csv", "bay-2025.csv"]
        .into_iter()
        .flat_map(rows_of)
        .flat_map(BTreeMap::into_values)
        .collect();
    for sign in ["约", ">=", "±", "mm", "1:", "%", "不详", "若干", "√", "个", "年", "０"] {
        assert!(all.iter().any(|cell| cell.contains(sign)), "{sign}");
    }
    assert!(all.iter().any(String::is_empty));
}

#[test]
fn none_is_written_as_none_and_never_as_a_range() {
    let rows = rows_of("parking-2025.csv");
    let cells: Vec<&String> = rows.iter().map(|row| &row["accessible列"]).collect();
    let ranges = cells.iter().filter(|cell| cell.contains('-')).count();
    assert!(cells.iter().any(|cell| *cell == "0"), "{cells:?}");
    assert!(ranges * 10 < cells.len(), "{ranges} of {}", cells.len());
}

#[test]
fn one_file_is_in_gb18030_and_the_others_bear_a_mark() {
    for (name, bytes) in written(&plan(100, 1)) {
        let marked = bytes.starts_with(BYTE_ORDER_MARK);
        assert_eq!(marked, name != "stranger-2025.csv", "{name}");
        assert!(bytes.ends_with(b"\r\n"));
        assert!(rows(&bytes).iter().all(|row| row["name列"].starts_with("示范市")));
    }
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

#[test]
fn the_planted_household_is_there_once_with_its_place() {
    let planted: Vec<_> =
        rows_of("household-2025.csv").into_iter().filter(|row| row["name列"] == PLANTED_HOUSEHOLD).collect();
    assert_eq!(planted.len(), 1);
    assert!(!planted[0]["longitude列"].is_empty());
    assert_eq!(planted[0]["id列"], "SFS-household-000001");
}

#[test]
fn columns_that_would_be_blank_are_left_out() {
    assert!(!rows_of("parking-2025.csv")[0].contains_key("remark列"));
}

#[test]
fn facilities_lie_in_their_county() {
    let catalogue = catalogue();
    let recipe = Recipe::parse(RECIPE, &catalogue).expect("a recipe");
    for row in rows_of("parking-2025.csv").iter().filter(|row| !row["longitude列"].is_empty()) {
        let county = recipe.counties.iter().find(|county| county.adcode == row["jurisdiction列"]);
        let [west, east] = county.map(|county| [county.corners[0][0], county.corners[1][0]]).expect("known");
        let longitude: f64 = row["longitude列"].parse().expect("degrees");
        assert!((f64::from(west)..=f64::from(east)).contains(&(longitude * 1e6)), "{row:?}");
    }
}

#[test]
fn borders_are_closed_rings_that_say_whose_they_are() {
    let recipe = Recipe::parse(RECIPE, &catalogue()).expect("a recipe");
    let map: serde_json::Value = serde_json::from_str(&boundaries(&recipe)).expect("JSON");
    let first = &map["features"][0];
    assert_eq!(first["properties"]["adcode"], "999901");
    assert_eq!(first["properties"]["name"], "示范市甲区");
    let ring = first["geometry"]["coordinates"][0].as_array().expect("a ring");
    assert_eq!((ring.len(), ring.first()), (5, ring.last()));
}
