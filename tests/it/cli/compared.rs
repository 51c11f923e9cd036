//! Two surveys, or two days, side by side.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Desk, Outcome};

const HEADERS: &str = "设施编号,名称,停车场种类,区划代码,总车位数,无障碍车位数,经度,纬度,调查日期\n";

/// A project with two surveys: one lot is as it was, one has more bays, one is new, and one nobody saw again.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("barrierfree.toml", "");
    let rows = |day: &str, rows: &[&str]| {
        let row = |row: &&str| format!("{row},{day}\n");
        format!("{HEADERS}{}", rows.iter().map(row).collect::<String>())
    };
    let first = [
        "P1,甲,独立公共停车场,150802,51,1,107.4,40.75",
        "P2,乙,独立公共停车场,150802,10,1,,",
        "P4,丁,独立公共停车场,150802,9,,,",
    ];
    let second = [
        "P1,甲,独立公共停车场,150802,60,,107.5,40.75",
        "P3,丙,独立公共停车场,150821,20,1,,",
        "P4,丁,独立公共停车场,150802,9,,,",
    ];
    desk.put("a.csv", rows("2025-05-01", &first));
    desk.put("b.csv", rows("2026-05-01", &second));
    for file in ["a.csv", "b.csv"] {
        assert_eq!(desk.run(&["import", file, "--accept"]).code, Some(0));
    }
    desk
}

fn diff(desk: &Desk, more: &[&str]) -> Outcome {
    let run = desk.run(&[&["survey", "diff"], more].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run
}

const SURVEYS: [&str; 2] = ["1", "2"];
const DAYS: [&str; 4] = ["--from", "2025-12-31", "--to", "2026-12-31"];

#[test]
fn what_is_new_unseen_or_changed_is_told_with_values_old_and_new() {
    let desk = desk();
    let of = |sides: &[&str]| {
        let run = diff(&desk, &[sides, &["--format", "json"]].concat());
        serde_json::from_str::<Value>(&run.out).expect("JSON")
    };
    let (surveys, days) = (of(&SURVEYS), of(&DAYS));
    assert_eq!(surveys["sides"][1], json!({ "survey": 2, "day": null }));
    assert_eq!(days["sides"][0], json!({ "survey": null, "day": "2025-12-31" }));
    for found in [&surveys, &days] {
        let counts = |area: &str, [new, unseen, changed, same]: [u64; 4]| {
            let counts = json!({ "new": new, "unseen": unseen, "changed": changed, "same": same });
            json!({ "facility_type": "parking", "jurisdiction": area, "counts": counts })
        };
        let expected = [counts("150802", [0, 1, 1, 1]), counts("150821", [1, 0, 0, 0])];
        assert_eq!(found["counts"], Value::from(expected.to_vec()));
        let fates = found["facilities"].as_array().expect("facilities").iter();
        let fates: Vec<_> =
            fates.map(|one| format!("{} {}", one["id"], one["fate"]).replace('"', "")).collect();
        assert_eq!(fates, ["P1 changed", "P2 unseen", "P3 new"]);
        let changed = &found["facilities"][0];
        assert_eq!(changed["moved"], json!([[107.4, 40.75], [107.5, 40.75]]));
        let exact = |number: u64| json!({ "is": "number", "value": { "low": number, "high": number } });
        let cell = |file: &str| json!({ "file": file, "sheet": null, "row": 2 });
        let change = json!({ "property": "total_spaces", "values": [exact(51), exact(60)], "cells": [cell("a.csv"), cell("b.csv")] });
        assert_eq!(changed["changes"], json!([change]), "what the later one leaves blank has not changed");
    }
}

#[test]
fn the_terminal_and_the_spreadsheet_say_the_same_in_both_languages() {
    let desk = desk();
    let zh = diff(&desk, &SURVEYS).out;
    for words in [
        "第 1 次普查 → 第 2 次普查",
        "新增 1 处",
        "没有见到不等于已经没有",
        "总车位数：51 个车位 → 60 个车位（a.csv:2 → b.csv:2）",
        "P2  乙",
    ] {
        assert!(zh.contains(words), "{words}: {zh}");
    }
    assert!(!zh.contains("删") && !zh.contains("P4"), "{zh}");
    let en = diff(&desk, &[&DAYS[..], &["--lang", "en"]].concat()).out;
    for words in ["2025-12-31 → 2026-12-31", "New: 1", "Unseen: 1", "51 bays → 60 bays"] {
        assert!(en.contains(words), "{words}: {en}");
    }
    let csv = diff(&desk, &[&SURVEYS[..], &["--format", "csv"]].concat()).out;
    let mut table = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    let cells = |row: usize, cells: [usize; 4]| cells.map(|cell| rows[row][cell].to_owned());
    assert_eq!(cells(0, [0, 2, 5, 6]), ["有变化", "P1", "位置", "107.400000, 40.750000"]);
    assert_eq!(cells(1, [5, 6, 7, 10]), ["总车位数", "51", "60", "b.csv:2"]);
    assert_eq!(cells(2, [0, 2, 9, 10]), ["未再见到", "P2", "a.csv:3", ""]);
    assert_eq!((cells(3, [0, 2, 9, 10]), rows.len()), (["新增", "P3", "", "b.csv:3"].map(str::to_owned), 4));
}

#[test]
fn what_cannot_be_compared_is_refused_with_the_remedy() {
    let desk = desk();
    let cases: [(&[&str], &str); 6] = [
        (&["1"], "survey diff 1 2"),
        (&[], "--from 2025-05-01 --to"),
        (&["--from", "2025-05-01"], "--from 2025-05-01 --to"),
        (&["1", "2", "--to", "2025-05-01"], "survey diff 1 2"),
        (&["--from", "2026-05-01", "--to", "2025-05-01"], "请对调"),
        (&["1", "9"], "没有第 9 次普查"),
    ];
    for (arguments, says) in cases {
        let run = desk.run(&[&["survey", "diff"], arguments].concat());
        assert!(run.code == Some(2) && run.err.contains(says), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn of_people_there_are_counts_of_ten_or_more_and_no_rows() {
    for (homes, counts) in
        [(9, Value::Null), (12, json!({ "new": 12, "unseen": 0, "changed": 0, "same": 0 }))]
    {
        let desk = desk();
        let mut text = "设施编号,名称,设施类型,区划代码,调查日期\n".to_owned();
        (0..homes).for_each(|home| {
            let _ = writeln!(text, "HH-4711{home},示范户,残疾人家庭,150802,2026-05-01");
        });
        desk.put("homes.csv", text);
        assert_eq!(desk.run(&["import", "homes.csv", "--accept"]).code, Some(0));
        for format in ["table", "json", "csv"] {
            let run = diff(&desk, &["1", "3", "--format", format]);
            assert!(!run.text().contains("HH-4711") && !run.text().contains("示范户"), "{}", run.out);
        }
        let found: Value =
            serde_json::from_str(&diff(&desk, &["1", "3", "--format", "json"]).out).expect("JSON");
        let people = found["counts"]
            .as_array()
            .expect("counts")
            .iter()
            .find(|row| row["facility_type"] == "disabled_household");
        assert_eq!(people.expect("households")["counts"], counts);
    }
}
