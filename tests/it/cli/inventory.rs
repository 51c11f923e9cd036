//! The inventory of a project: surveys come in, are accepted or given back, and audits see them.

use std::fmt::Write as _;

use barrierfree::geometry::{Coordinates, Crs, LonLat};
use serde_json::Value;

use super::{Desk, SHORT};

/// A project with one file beside it.
fn desk() -> Desk {
    let desk = Desk::with("a.csv", SHORT);
    desk.put("barrierfree.toml", "standards = ['cn-150800-2017']\n");
    desk
}

/// The facilities of a type that a look at the inventory counts.
fn counted(desk: &Desk, more: &[&str]) -> Value {
    let run = desk.run(&[&["status", "--json"], more].concat());
    let status: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    status["types"].clone()
}

fn surveys(desk: &Desk) -> Value {
    serde_json::from_str(&desk.run(&["survey", "list", "--json"]).out).expect("a list")
}

const AUDIT: [&str; 5] = ["audit", "--as-of", "2026-11-01", "--format", "json"];

#[test]
fn a_survey_counts_once_it_is_accepted() {
    let desk = desk();
    let imported = desk.run(&["import", "a.csv"]);
    assert_eq!((imported.code, imported.err.contains("为草稿")), (Some(0), true), "{}", imported.err);
    assert!(
        imported.err.contains("a.csv：停车场") && imported.err.contains("survey submit 1"),
        "{}",
        imported.err
    );
    let refused = desk.run(&AUDIT);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("还没有采信的普查"), "{}", refused.err);
    let of_drafts = desk.run(&[&AUDIT[..], &["--drafts"]].concat()).json();
    assert_eq!(desk.run(&["survey", "accept", "1"]).code, Some(2), "nobody has handed it in");
    assert_eq!(desk.run(&["survey", "submit", "1"]).code, Some(0));
    assert_eq!(desk.run(&["survey", "accept", "1"]).code, Some(0));
    let of_accepted = desk.run(&AUDIT).json();
    assert_eq!(of_accepted["facilities"], of_drafts["facilities"]);
    assert_eq!(of_accepted["facilities"][0]["sources"][0]["file"], "a.csv");
    let surveys = surveys(&desk);
    let states = surveys[0]["events"].as_array().expect("events").iter().map(|one| one["state"].clone());
    assert_eq!(states.collect::<Vec<_>>(), ["draft", "submitted", "accepted"]);
}

#[test]
fn an_inventory_without_surveys_says_how_to_begin() {
    let desk = desk();
    desk.put("empty.csv", "");
    assert_eq!(desk.run(&["import", "empty.csv"]).code, Some(2));
    let status = desk.run(&["status"]);
    assert_eq!(status.code, Some(0), "{}", status.err);
    assert!(status.out.contains("barrierfree import") && !status.out.contains("存疑"), "{}", status.out);
}

#[test]
fn the_same_file_twice_changes_nothing_whatever_it_is_called() {
    let desk = desk();
    desk.run(&["import", "a.csv", "--accept"]);
    let before = (surveys(&desk), counted(&desk, &[]));
    desk.put("copy.csv", SHORT);
    let again = desk.run(&["import", "copy.csv", "a.csv", "--lang", "en"]);
    assert_eq!(again.code, Some(0));
    assert!(again.err.contains("2 files are there already, in survey 1"), "{}", again.err);
    assert_eq!((surveys(&desk), counted(&desk, &[])), before);
}

#[test]
fn a_survey_given_back_says_why_row_by_row_and_may_come_again() {
    let desk = desk();
    desk.run(&["import", "a.csv"]);
    desk.run(&["survey", "submit", "1"]);
    let reasons = ["--reason", "a.csv:2: 车位数与照片不符", "--reason", "缺第三街道"];
    assert_eq!(desk.run(&[&["survey", "return", "1"], &reasons[..]].concat()).code, Some(0));
    let objections = &surveys(&desk)[0]["events"][2]["objections"];
    assert_eq!(objections[0], serde_json::json!({ "file": "a.csv", "row": 2, "reason": "车位数与照片不符" }));
    assert_eq!(objections[1]["reason"], "缺第三街道");
    let listed = desk.run(&["survey", "list"]).out;
    assert!(listed.contains("已退回") && listed.contains("! a.csv:2: 车位数与照片不符"), "{listed}");
    let again = desk.run(&["import", "a.csv", "--accept"]);
    assert!(again.err.contains("第 2 次普查已导入并采信"), "{}", again.err);
    assert_eq!(desk.run(&["survey", "return", "2", "--reason", "迟了"]).code, Some(2));
}

#[test]
fn a_corrected_survey_takes_the_place_of_the_one_it_replaces_and_old_reports_stay() {
    let desk = desk();
    desk.run(&["import", "a.csv", "--accept"]);
    let old = desk.run(&AUDIT).json();
    let known_by = old["plan"]["known_by"].as_str().expect("a time").to_owned();
    desk.put("b.csv", SHORT.replace(",51,1,", ",51,2,"));
    // Times are kept to the second.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let replaced = desk.run(&["import", "b.csv", "--accept", "--replaces", "1"]);
    assert_eq!(replaced.code, Some(0), "{}", replaced.err);
    assert_eq!(surveys(&desk)[0]["state"], "superseded");
    assert_eq!(surveys(&desk)[0]["events"][3]["by"], 2);
    assert_ne!(desk.run(&AUDIT).json()["facilities"], old["facilities"]);
    let again = desk.run(&[&AUDIT[..], &["--known-by", &known_by]].concat()).json();
    assert_eq!(again["facilities"], old["facilities"]);
}

#[test]
fn rows_without_a_day_get_that_of_the_import_for_good() {
    let desk = desk();
    desk.put("b.csv", "设施编号,停车场种类,总车位数\nP9,独立公共停车场,51\n");
    let run =
        desk.run(&["import", "b.csv", "--accept", "--observed-on", "2026-03-05", "--diagnostics", "d.csv"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(desk.read("d.csv").contains("按导入之日 2026-03-05 计"));
    assert_eq!(desk.run(&["audit", "--as-of", "2026-03-05"]).code, Some(0));
    let before = desk.run(&["audit", "--as-of", "2026-03-04", "--format", "json"]);
    assert!(before.out.contains("\"facilities\":[]"), "{}{}", before.out, before.err);
}

#[test]
fn what_cannot_be_taken_in_is_refused_and_leaves_nothing() {
    let desk = desk();
    desk.put("bad.xlsx", "PK\u{3}\u{4}");
    desk.put("empty.csv", "设施编号,停车场种类,总车位数\n");
    for file in ["bad.xlsx", "empty.csv", "nowhere.csv"] {
        let run = desk.run(&["import", file]);
        assert_eq!(run.code, Some(2), "{file}");
        assert!(run.err.contains(file), "{}", run.err);
    }
    assert_eq!(surveys(&desk), serde_json::json!([]));
    let both = desk.run(&["import", "bad.xlsx", "a.csv", "--accept", "--json"]);
    assert_eq!(both.code, Some(0), "{}", both.err);
    assert_eq!(desk.run(&AUDIT).json()["plan"]["inputs"].as_array().map(Vec::len), Some(2));
    assert_eq!(desk.run(&["survey", "accept", "9"]).code, Some(2));
    assert!(desk.run(&["import", "a.csv", "--replaces", "9"]).err.contains("没有第 9 次普查"));
}

#[test]
fn an_inventory_that_is_none_is_told_from_one_that_is_empty() {
    let desk = desk();
    assert!(desk.run(&["audit"]).err.contains("还没有导入任何普查"));
    desk.put("inventory/inventory.gpkg", SHORT.repeat(50));
    assert!(desk.run(&["audit", "--lang", "en"]).err.contains("no inventory of barrierfree"));
    assert!(desk.run(&["import", "a.csv"]).err.contains("这不是"));
}

/// Twelve car parks of a year, written in a reference system.
fn lots(year: u16, crs: Crs) -> String {
    let mut text = "编号,设施类型,名称,总车位数,调查日期,经度,纬度\n".to_owned();
    for number in 0..12_u32 {
        let aside = f64::from(number * 5 % 12) / 100.0;
        let place = LonLat { longitude: 107.3 + aside, latitude: 40.7 + f64::from(number) / 100.0 };
        let Some(Coordinates::Degrees(written)) = crs.transform().of_wgs84(place) else { panic!("degrees") };
        let (longitude, latitude) = (written.longitude, written.latitude);
        writeln!(text, "P{number},停车场,停{number},60,{year}-05-01,{longitude:.6},{latitude:.6}")
            .expect("text");
    }
    text
}

#[test]
fn a_survey_shifted_against_the_last_one_is_told_when_it_comes_in() {
    let desk = desk();
    desk.put("lots.csv", lots(2025, Crs::WGS84));
    let first = desk.run(&["import", "lots.csv", "--accept", "--json"]).json();
    assert_eq!(first["diagnostics"], 0);
    // The same name in the next year, with other content.
    desk.put("lots.csv", lots(2026, Crs::GCJ02));
    let second = desk.run(&["import", "lots.csv", "--lang", "en", "--diagnostics", "d.csv"]);
    assert_eq!(second.code, Some(0), "{}", second.err);
    let told = desk.read("d.csv");
    assert!(told.contains("all shifted by") && told.contains("is probably GCJ-02"), "{told}");
    desk.put("lots.csv", lots(2027, Crs::WGS84));
    let replacing = desk.run(&["import", "lots.csv", "--replaces", "1", "--diagnostics", "e.csv"]);
    assert_eq!(replacing.code, Some(0), "{}", replacing.err);
    assert!(desk.read("e.csv").contains("GCJ-02"), "the draft between is what it lies beside");
}
