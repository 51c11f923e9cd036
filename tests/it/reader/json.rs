//! JSON of every kind that lists facilities, and of some that break.

use std::ops::ControlFlow;

use barrierfree::survey::reader::{Cell, Fault, Foreign, GeometryFault, ReadError, Row, RowProblem, Why};
use encoding_rs::GBK;

use super::{open, plain, read, refusal, rows};

fn of(json: &str) -> Vec<String> {
    plain(&read("设施.csv", json.as_bytes()))
}

/// A collection of these features.
fn collection(features: &str) -> String {
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}")
}

/// The row of one feature with this geometry.
fn drawn(geometry: &str) -> Row {
    let json = collection(&format!(
        "{{\"type\":\"Feature\",\"properties\":{{\"名称\":\"甲\"}},\"geometry\":{geometry}}}"
    ));
    read("a.geojson", json.as_bytes()).pop().expect("a feature")
}

fn place(geometry: &str) -> (Option<(f64, f64)>, Option<GeometryFault>) {
    drawn(geometry).place.map_or((None, None), |place| (place.at, place.fault))
}

#[test]
fn a_collection_of_features_has_the_union_of_their_names() {
    let json = collection(
        r#"{"type":"Feature","id":"f1","properties":{"名称":"甲","宽":1.2},"geometry":null},
           {"type":"Feature","id":"f2","properties":{"名称":"乙","有":true},"geometry":{"type":"Point","coordinates":[116.4,39.9,5]}}"#,
    );
    assert_eq!(of(&json), ["0 名称|宽|id|有", "1 甲|=1.2|f1", "2 乙||f2|=true"]);
    let rows = read("a.json", json.as_bytes());
    assert_eq!(rows[1].place, None);
    assert_eq!(rows[2].place.and_then(|place| place.at), Some((116.4, 39.9)));
    let book = open("a.json", json).expect("features");
    assert_eq!(
        (book.crs(0).as_deref(), book.draws(0), book.header_row()),
        (Some("OGC:CRS84"), true, Some(0))
    );
    assert_eq!(book.sheets().len(), 1);
    assert_eq!(book.sheets()[0].name, None);
}

#[test]
fn a_property_called_id_is_not_replaced_by_the_features_own() {
    let json = collection(r#"{"type":"Feature","id":"x.1","geometry_name":"geom","properties":{"id":7}}"#);
    assert_eq!(of(&json), ["0 id|geometry_name", "1 =7|geom"]);
}

#[test]
fn features_may_come_one_by_one() {
    let line = |name: &str| format!("{{\"type\":\"Feature\",\"properties\":{{\"名称\":\"{name}\"}}}}");
    let expected = ["0 名称", "1 甲", "2 乙"];
    assert_eq!(of(&format!("{}\n{}\n", line("甲"), line("乙"))), expected);
    assert_eq!(of(&format!("\u{1E}{}\n\u{1E}{}\n", line("甲"), line("乙"))), expected);
    assert_eq!(of(&line("甲")), ["0 名称", "1 甲"]);
    assert_eq!(of("{\"名称\":\"甲\"}\n{\"名称\":\"乙\"}"), expected);
}

#[test]
fn a_line_that_is_not_json_costs_that_line() {
    let rows = read("a.ndjson", "{\"a\":1}\n{\"a\":2,}\n\n{\"a\":3}\n{\"a\":".as_bytes());
    assert_eq!(plain(&rows), ["0 a", "1 =1", "2 ", "3 =3", "4 "]);
    let bad: Vec<u32> = rows.iter().filter(|row| row.problem.is_some()).map(|row| row.number).collect();
    assert_eq!(bad, [2, 4]);
    assert_eq!(rows[2].problem, Some(RowProblem::Unreadable { why: Why::NotJson }));
}

#[test]
fn objects_in_a_list_are_rows_wherever_the_list_is() {
    assert_eq!(of(r#"[{"a":{"b":1}},null,5,{"a":{"c":"x"}}]"#)[..2], ["0 a.b|a.c", "1 =1"]);
    let nested = r#"{"status":"ok","data":{"items":[{"a":1}],"tags":["x"]},"more":[{"b":2},{"b":3}]}"#;
    let mut book = open("a.json", nested).expect("lists");
    let names: Vec<_> = book.sheets().iter().filter_map(|sheet| sheet.name.clone()).collect();
    assert_eq!(names.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["data/items", "more"]);
    assert_eq!(plain(&rows(&mut book, 0).0), ["0 a", "1 =1"]);
    assert_eq!(plain(&rows(&mut book, 1).0), ["0 b", "1 =2", "2 =3"]);
    assert_eq!((book.draws(0), book.crs(0)), (false, None));
}

#[test]
fn esri_features_go_by_the_labels_of_their_fields() {
    let json = r#"{"geometryType":"esriGeometryPoint","features":[
        {"attributes":{"NAME":"甲","CAP":50,"DAY":1714521600000},"geometry":{"x":440000.5,"y":4400000}},
        {"attributes":{"NAME":"乙","CAP":null},"geometry":{"x":"NaN","y":"NaN"}},
        {"attributes":{"NAME":"丙"},"geometry":{"rings":[[[0,0],[0,2],[2,2],[2,0],[0,0]]]}}],
        "spatialReference":{"wkid":102100,"latestWkid":3857},
        "fields":[{"name":"NAME","alias":"名称"},{"name":"CAP","alias":"总车位数"},{"name":"DAY","type":"esriFieldTypeDate"}]}"#;
    let rows = read("a.json", json.as_bytes());
    assert_eq!(plain(&rows)[..3], ["0 名称|总车位数|DAY", "1 甲|=50|=2024-05-01", "2 乙|"]);
    let places: Vec<_> = rows.iter().map(|row| row.place.and_then(|place| place.at)).collect();
    assert_eq!(places, [None, Some((440_000.5, 4_400_000.0)), None, Some((1.0, 1.0))]);
    assert_eq!(open("a.json", json).expect("features").crs(0).as_deref(), Some("EPSG:3857"));
}

#[test]
fn the_reference_system_is_what_the_file_says() {
    let point = r#"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}"#;
    let with = |crs: &str| format!("{{\"features\":[{point}],\"type\":\"FeatureCollection\",{crs}}}");
    for (crs, expected) in [
        (r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4548"}}"#, "EPSG:4548"),
        (r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, "OGC:CRS84"),
        (r#""crs":{"type":"name","properties":{"name":"EPSG:3857"}}"#, "EPSG:3857"),
        (r#""crs":null"#, "OGC:CRS84"),
    ] {
        assert_eq!(open("a.json", with(crs)).expect("features").crs(0).as_deref(), Some(expected));
    }
    let esri =
        r#"{"features":[{"attributes":{},"geometry":{"x":1,"y":2}}],"spatialReference":{"wkid":104199}}"#;
    assert_eq!(open("a.json", esri).expect("features").crs(0).as_deref(), Some("ESRI:104199"));
}

#[test]
fn every_geometry_has_one_place() {
    for (geometry, expected) in [
        (r#"{"type":"Point","coordinates":[1,2]}"#, (1.0, 2.0)),
        (r#"{"coordinates":[1,2],"type":"Point"}"#, (1.0, 2.0)),
        (r#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, (1.0, 2.0)),
        (r#"{"type":"LineString","coordinates":[[0,0],[4,0],[4,2]]}"#, (3.0, 0.0)),
        (r#"{"type":"MultiLineString","coordinates":[[[0,0],[1,0]],[[0,5],[4,5]]]}"#, (2.0, 5.0)),
        (r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}"#, (2.0, 2.0)),
        (
            r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,4],[0,4],[0,0]],[[1,1],[1,3],[6,3],[6,1],[1,1]]]}"#,
            (7.5, 2.0),
        ),
        (
            r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]],[[[5,5],[9,5],[9,9],[5,9],[5,5]]]]}"#,
            (7.0, 7.0),
        ),
        (
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[9,9]},{"type":"LineString","coordinates":[[0,0],[2,0]]}]}"#,
            (1.0, 0.0),
        ),
    ] {
        assert_eq!(place(geometry), (Some(expected), None), "{geometry}");
    }
}

#[test]
fn what_is_wrong_with_a_drawing_is_said_and_the_feature_stays() {
    use GeometryFault::{CrossesItself, NotANumber, TooFewPoints, Unclosed, UnknownKind};
    for (geometry, at, fault) in [
        (r#"{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}"#, true, CrossesItself),
        (r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[2,0],[2,4],[0,0]]]}"#, true, CrossesItself),
        (r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4]]]}"#, true, Unclosed),
        (r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[0,0]]]}"#, true, TooFewPoints),
        (r#"{"type":"Polygon","coordinates":[[[1,1],[1,1],[1,1],[1,1]]]}"#, true, TooFewPoints),
        (r#"{"type":"LineString","coordinates":[[1,1]]}"#, true, TooFewPoints),
        (r#"{"type":"Point","coordinates":["116.4","39.9"]}"#, false, NotANumber),
        (r#"{"type":"Point","coordinates":[1e999,2]}"#, false, NotANumber),
        (r#"{"type":"Point","coordinates":[1]}"#, false, NotANumber),
        (r#"{"type":"Point","coordinates":5}"#, false, NotANumber),
        (r#"{"type":"LineString","coordinates":[[0,0],[null,1],[2,0]]}"#, true, NotANumber),
        (r#"{"type":"Circle","coordinates":[1,2]}"#, false, UnknownKind),
    ] {
        let found = place(geometry);
        assert_eq!((found.0.is_some(), found.1), (at, Some(fault)), "{geometry}");
    }
    for nothing in [
        "null",
        "{}",
        r#"{"type":"Point","coordinates":[]}"#,
        r#"{"type":"Polygon","coordinates":[[]]}"#,
        r#"{"type":"Point"}"#,
    ] {
        assert_eq!(place(nothing), (None, None), "{nothing}");
    }
}

#[test]
fn a_place_inside_stays_inside_the_box_of_any_outline() {
    let points: Vec<String> = (0..400).map(|n| format!("[{},{}]", (n * 37) % 101, (n * 53) % 97)).collect();
    let ring = format!("{{\"type\":\"Polygon\",\"coordinates\":[[{},[0,0]]]}}", points.join(","));
    let (Some((x, y)), Some(GeometryFault::CrossesItself)) = place(&ring) else {
        panic!("a place and a fault")
    };
    assert!((0.0..=101.0).contains(&x) && (0.0..=97.0).contains(&y));
}

#[test]
fn broken_json_is_refused_with_its_place() {
    let whole = collection("\n{\"type\":\"Feature\",\"properties\":{\"名称\":\"甲\"}}");
    for end in 1..whole.len() {
        let Some(cut) = whole.get(..end) else { continue };
        let error = open("a.geojson", cut).err();
        let sound = matches!(
            error,
            None | Some(ReadError::NotJson { fault: Fault::Ends, .. } | ReadError::NotATable { .. })
        );
        assert!(sound || end < 3, "{cut}: {error:?}");
    }
    let error = refusal("a.json", "{\n  \"a\": {\n    \"b\": 1,\n  }\n}".as_bytes());
    assert!(
        matches!(error, ReadError::NotJson { fault: Fault::TrailingComma, line: 4, column: 3 }),
        "{error:?}"
    );
    let deep = refusal("a.json", format!("[{{\"a\":{}", "[".repeat(100_000)).as_bytes());
    assert!(matches!(deep, ReadError::NotJson { fault: Fault::TooDeep, line: 1, .. }), "{deep:?}");
}

#[test]
fn rows_before_the_damage_are_handed_up_before_the_error() {
    let json = r#"[{"名称":"甲"},{"名称":"乙"},{"名称":"#;
    let (rows, outcome) = rows(&mut open("a.json", json).expect("two rows"), 0);
    assert_eq!(plain(&rows), ["0 名称", "1 甲", "2 乙"]);
    assert!(matches!(outcome, Err(ReadError::NotJson { fault: Fault::Ends, .. })));
}

#[test]
fn json_that_lists_nothing_is_refused_by_its_name() {
    for (json, expected) in [
        (r#"{"a": {"b": [1, 2]}, "c": "x"}"#, Foreign::Json),
        ("[[1, 2], [3, 4]]", Foreign::Json),
        (r#"{"type":"FeatureCollection"}"#, Foreign::Json),
        (r#"{"type":"Topology","objects":{},"arcs":[]}"#, Foreign::TopoJson),
        (r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#, Foreign::Geometry),
        (r#"{"type":"GeometryCollection","geometries":[]}"#, Foreign::Geometry),
    ] {
        let error = refusal("a.geojson", json.as_bytes());
        assert!(matches!(error, ReadError::NotATable { what } if what == expected), "{json}: {error:?}");
    }
}

#[test]
fn letters_are_read_in_their_encoding_and_bad_ones_told() {
    let json = collection("{\"type\":\"Feature\",\"properties\":{\"名称\":\"人民医院\"}}");
    let expected = ["0 名称", "1 人民医院"];
    assert_eq!(plain(&read("a.json", &GBK.encode(&json).0)), expected);
    assert_eq!(plain(&read("a.json", &[b"\xEF\xBB\xBF", json.as_bytes()].concat())), expected);
    let wide: Vec<u8> = json.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(plain(&read("a.json", &wide)), expected);
    let start = json.find("医院").expect("a name");
    let broken = [json.as_bytes().split_at(start).0, b"\xFF\"}}]}"].concat();
    let rows = read("a.json", &broken);
    assert!(matches!(rows[1].problem, Some(RowProblem::BadText { .. })), "{rows:?}");
}

#[test]
fn a_key_that_stands_twice_is_told_where_it_differs() {
    let rows = read("a.json", r#"[{"a":1,"b":2,"a":3},{"a":1,"a":1}]"#.as_bytes());
    assert_eq!(plain(&rows), ["0 a|b", "1 =3|=2", "2 =1"]);
    assert_eq!(rows[1].problem, Some(RowProblem::SaidTwice { columns: vec![0] }));
    assert_eq!(rows[2].problem, None);
}

#[test]
fn features_without_properties_count_and_stay_where_they_are_drawn() {
    let json = collection(
        r#"{"type":"Feature","properties":null,"geometry":null},{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}"#,
    );
    let rows = read("a.json", json.as_bytes());
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [0, 2]);
    assert!(rows[1].place.is_some());
    assert_eq!(of(&collection("")), ["0 "]);
}

#[test]
fn a_million_columns_are_too_many_for_one_row_only() {
    let members: Vec<String> = (0..1_000_000).map(|n| format!("\"c{n}\":1")).collect();
    let json = format!("[{{\"a\":1}},{{{}}},{{\"a\":2}}]", members.join(","));
    let rows = read("a.json", json.as_bytes());
    assert!(
        matches!(rows[2].problem, Some(RowProblem::TooWide { columns }) if columns > 900_000),
        "{:?}",
        rows[2].problem
    );
    assert_eq!((rows[1].cells[0].clone(), rows[3].cells[0].clone()), (Cell::Number(1.0), Cell::Number(2.0)));
}

#[test]
fn a_feature_longer_than_any_is_passed_over_and_told() {
    let long = "长".repeat(6 << 20);
    let line = format!("{{\"type\":\"LineString\",\"coordinates\":[\"{long}\",[1,2],[3,4]]}}");
    let json = format!("[{{\"a\":\"{long}\"}},{{\"a\":2,\"geometry\":{line}}},{{\"a\":3}}]");
    let rows = read("a.json", json.as_bytes());
    let too_long = Some(RowProblem::Unreadable { why: Why::TooLong });
    assert_eq!((&rows[1].problem, &rows[2].problem), (&too_long, &too_long));
    assert_eq!(rows[3].cells, [Cell::Number(3.0)]);
}

#[test]
fn a_list_can_be_left_early_and_read_again() {
    let mut book = open("a.json", r#"[{"a":1},{"a":2}]"#).expect("a list");
    let mut seen = 0;
    let left = book.rows(0, &mut |_| {
        seen += 1;
        if seen == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    left.expect("no error");
    assert_eq!((seen, rows(&mut book, 0).0.len()), (2, 3));
}
