//! Maps as surveys: features are facilities.

use serde_json::{Value, json};

use super::input::{found, said};
use super::{Desk, verdicts};

/// A car park of 51 bays with these many accessible ones.
fn lot(id: &str, accessible: u32, geometry: &Value) -> Value {
    let properties = json!({
        "设施编号": id, "名称": id, "停车场种类": "独立公共停车场", "总车位数": 51, "无障碍车位数": accessible,
        "无障碍车位标识": true, "最便利位置": true, "调查日期": "2026-05-01",
    });
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

fn point(x: f64, y: f64) -> Value {
    json!({ "type": "Point", "coordinates": [x, y] })
}

fn collection(features: &[Value]) -> String {
    json!({ "type": "FeatureCollection", "features": features }).to_string()
}

#[test]
fn features_are_judged_and_lead_back_to_their_numbers() {
    let area = json!({ "type": "Polygon", "coordinates": [[[116.0, 39.0], [116.4, 39.0], [116.4, 39.4], [116.0, 39.4], [116.0, 39.0]]] });
    let run = Desk::with("a.csv", collection(&[lot("A", 1, &point(116.5, 39.5)), lot("B", 2, &area)])).json();
    assert_eq!(found(&run), ["A failed", "B passed"]);
    assert_eq!(said(&run), Vec::<String>::new());
    let source = &run["facilities"][1]["sources"][0];
    assert_eq!((&source["row"], &source["file"]), (&json!(2), &json!("a.csv")));
    assert_eq!(run["sheets"][0]["header_row"], Value::Null);
}

#[test]
fn a_feature_that_stands_twice_is_one_facility_and_both_are_named() {
    let twice = lot("A", 1, &point(116.5, 39.5));
    let mut unnamed = lot("B", 2, &point(116.6, 39.5));
    unnamed["properties"].as_object_mut().expect("properties").remove("设施编号");
    let features = [twice.clone(), unnamed.clone(), twice, unnamed];
    let run = Desk::with("a.csv", collection(&features)).json();
    assert_eq!(verdicts(&run).len(), 2);
    assert_eq!(said(&run), ["derived-id null null", "duplicate-row 3 null", "duplicate-row 4 null"]);
    assert!(run["diagnostics"][1]["message"].as_str().is_some_and(|text| text.contains("a.csv 第 1 行")));
}

#[test]
fn what_is_wrong_with_a_feature_is_said_and_the_rest_of_it_used() {
    let bow = json!({ "type": "Polygon", "coordinates": [[[116.0, 39.0], [116.4, 39.4], [116.4, 39.0], [116.0, 39.4], [116.0, 39.0]]] });
    let features =
        [lot("A", 1, &bow), lot("B", 1, &point(440_000.0, 4_400_000.0)), lot("C", 1, &Value::Null)];
    let run = Desk::with("a.csv", collection(&features)).json();
    assert_eq!(found(&run), ["A failed", "B failed", "C failed"]);
    assert_eq!(said(&run), ["bad-geometry 1 null", "metres-as-degrees 2 null"]);
}

#[test]
fn the_reference_system_a_file_declares_is_converted_where_that_is_known() {
    let mut file: Value =
        serde_json::from_str(&collection(&[lot("A", 1, &point(12_958_000.0, 4_853_000.0))])).expect("JSON");
    let mut declared = |code: &str| {
        file["crs"] =
            json!({ "type": "name", "properties": { "name": format!("urn:ogc:def:crs:EPSG::{code}") } });
        Desk::with("a.csv", file.to_string()).json()
    };
    let run = declared("3857");
    assert_eq!(said(&run), [] as [&str; 0]);
    assert_eq!(run["sheets"][0]["crs"], json!({ "name": "EPSG:3857", "converted": true, "by": "file" }));
    let run = declared("2415");
    assert_eq!(said(&run), ["crs-not-converted null null"]);
    assert_eq!(run["diagnostics"][0]["value"], "EPSG:2415");
}

#[test]
fn a_profile_may_name_paths_and_its_columns_outrank_the_drawing() {
    let record = json!({ "data": { "list": [{
        "id": "A", "bays": { "all": 51, "disabled": [1] }, "where": { "lng": "116.5", "lat": 39.5 },
    }] } });
    let desk = Desk::with("a.csv", record.to_string());
    desk.put(
        "p.toml",
        "type = \"parking\"\nobserved_on = 2026-05-01\nsheet = \"data/list\"\n\
         position = { longitude = \"where.lng\", latitude = \"/where/lat\" }\n\
         [columns]\nid = \"id\"\ntotal_spaces = \"/bays/all\"\naccessible_spaces = \"bays.disabled\"\n\
         [constants]\nkind = \"public_standalone\"\naccessible_marked = true\nnearest_location = true\n",
    );
    let run = desk.audit(&["--format", "json", "--findings", "all", "--profile", "p.toml"]).json();
    assert_eq!((found(&run), said(&run)), (vec!["A failed".to_owned()], Vec::new()));
    assert_eq!(run["facilities"][0]["sources"][0]["sheet"], "data/list");
}

#[test]
fn a_line_that_is_no_json_is_named_and_the_others_are_used() {
    let lines = [
        lot("A", 1, &Value::Null).to_string(),
        "{\"type\":".to_owned(),
        lot("B", 2, &Value::Null).to_string(),
    ];
    let run = Desk::with("a.csv", lines.join("\n")).json();
    assert_eq!(
        (found(&run), said(&run)),
        (vec!["A failed".to_owned(), "B passed".to_owned()], vec!["unreadable-row 2 null".to_owned()])
    );
}

#[test]
fn folders_of_a_map_tell_the_types_of_their_placemarks() {
    let map = "<kml><NetworkLink/><Folder><name>停车场</name><Placemark><name>甲</name><ExtendedData>\
               <Data name=\"停车场种类\"><value>独立公共停车场</value></Data><Data name=\"总车位数\"><value>51</value></Data>\
               <Data name=\"无障碍车位数\"><value>1</value></Data><Data name=\"调查日期\"><value>2026-05-01</value></Data></ExtendedData>\
               <Point><coordinates>116.5,39.5</coordinates></Point></Placemark></Folder>\
               <Folder><name>公共厕所</name><Placemark><name>乙</name><Point><coordinates>116.6,39.5</coordinates></Point></Placemark></Folder></kml>";
    let run = Desk::with("a.csv", map).json();
    let types: Vec<_> = run["sheets"]
        .as_array()
        .expect("sheets")
        .iter()
        .map(|one| one["type"].as_str().unwrap_or(""))
        .collect();
    assert_eq!(types, ["parking", "public_toilet"]);
    assert!(said(&run).contains(&"link-not-followed null null".to_owned()), "{:?}", said(&run));
}
