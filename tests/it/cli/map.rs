//! Maps and map layers as a planner asks for them.

use barrierfree::city::PLANTED_HOUSEHOLD;
use serde_json::Value;

use super::Desk;

const HEADERS: &str = "设施编号,名称,设施类型,经度,纬度,停车场种类,总车位数,无障碍车位数,设有标志,位置最便捷,行政区划代码,调查日期";

/// A lot that fails, one without a position, and a household with one.
fn desk() -> Desk {
    let rows = [
        "P1,一号场,停车场,107.412345678,40.751234567,独立公共停车场,510,1,否,否,150802,2026-05-01".to_owned(),
        "P2,二号场,停车场,,,独立公共停车场,51,2,是,是,150802,2026-05-01".to_owned(),
        format!("HH-4711,{PLANTED_HOUSEHOLD},残疾人家庭,107.5123456,40.6123456,,,,,,150802,2026-05-01"),
    ];
    Desk::with("a.csv", format!("{HEADERS}\n{}\n", rows.join("\n")))
}

fn layer(desk: &Desk, name: &str) -> Value {
    serde_json::from_str(&desk.read(name)).expect("JSON")
}

#[test]
fn layers_hold_every_facility_once_and_nobody_s_home() {
    let desk = desk();
    let run = desk.audit(&["--format", "geojson", "-o", "layers"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let facilities = layer(&desk, "layers/facilities.geojson");
    let features = facilities["features"].as_array().expect("features");
    let ids: Vec<_> = features.iter().map(|feature| feature["properties"]["id"].as_str()).collect();
    assert_eq!(ids, [Some("P1"), Some("P2")]);
    assert_eq!(features[0]["geometry"]["coordinates"], serde_json::json!([107.412_345_7, 40.751_234_6]));
    assert_eq!(features[1]["geometry"], Value::Null);
    let lot = &features[0]["properties"];
    assert_eq!((lot["outcome"].as_str(), lot["adcode"].as_str()), (Some("failed"), Some("150802")));
    assert!(lot["failed_requirements"].as_str().is_some_and(|ids| ids.split(", ").any(|id| id == "BYN-39")));
    let areas = layer(&desk, "layers/jurisdictions.geojson");
    let area = &areas["features"][0]["properties"];
    assert_eq!((area["adcode"].as_str(), area["facilities"].as_u64()), (Some("150802"), Some(2)));
    let counts = ["passed", "failed", "cant_tell", "inapplicable", "untested"]
        .map(|outcome| area[format!("facilities_{outcome}")].as_u64());
    assert_eq!(counts.into_iter().flatten().sum::<u64>(), 2);
    assert!(area["share_low"].as_u64() <= area["share_high"].as_u64());
}

#[test]
fn no_map_shows_a_household() {
    let desk = desk();
    for language in ["zh", "en"] {
        let mut shown = vec![
            desk.audit(&["--format", "svg", "--lang", language]).text(),
            desk.audit(&["--format", "html", "--lang", language]).text(),
        ];
        desk.audit(&["--format", "geojson", "--lang", language, "-o", "layers"]);
        shown.extend(
            ["layers/facilities.geojson", "layers/jurisdictions.geojson"].map(|name| desk.read(name)),
        );
        for text in &shown {
            for secret in [PLANTED_HOUSEHOLD, "HH-4711", "107.512", "40.612"] {
                assert!(!text.contains(secret), "{secret}");
            }
        }
        assert!(shown[0].contains("<g class=\"mark failed\""), "one symbol: the lot that has a position");
        assert_eq!(shown[0].matches("<g class=\"mark ").count(), 2, "on the map and in the legend");
    }
}

#[test]
fn a_map_is_a_picture_and_says_whether_it_may_be_published() {
    let desk = desk();
    let internal = desk.audit(&["--format", "svg", "-o", "map.svg"]);
    assert_eq!(internal.code, Some(1), "{}", internal.err);
    assert!(desk.read("map.svg").contains("内部工作用图，未经地图审核，不得公开"));
    desk.audit(&["--format", "svg", "-o", "map.svg", "--map-number", "GS(2024)1234号"]);
    let map = desk.read("map.svg");
    assert!(map.contains("审图号：GS(2024)1234号") && !map.contains("内部工作用图"));
    desk.audit(&["--format", "png", "-o", "map.png"]);
    let bytes = std::fs::read(desk.path("map.png")).expect("a picture");
    assert!(bytes.starts_with(b"\x89PNG\r\n"));
}

#[test]
fn without_positions_there_is_no_map_and_that_is_said() {
    let desk = Desk::with(
        "a.csv",
        format!("{HEADERS}\nP2,二号场,停车场,,,独立公共停车场,51,2,是,是,150802,2026-05-01\n"),
    );
    for format in ["svg", "png"] {
        let run = desk.audit(&["--format", format, "-o", "map"]);
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains("没有一处设施有坐标"), "{}", run.err);
        assert!(!desk.path("map").exists());
    }
    assert!(!desk.audit(&["--format", "html"]).out.contains("id=\"map\""));
}

#[test]
fn layers_want_a_folder() {
    let run = desk().audit(&["--format", "geojson"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("-o"), "{}", run.err);
}
