//! What waits for a decision: pairs that may be one, values that contradict each other, and the word on them.

use serde_json::Value;

use super::{Desk, Outcome, SHORT};
use crate::support::server::Database;

const HEADERS: &str = "设施编号,停车场种类,总车位数,无障碍车位数,无障碍车位标识,最便利位置,调查日期\n";

const AUDIT: [&str; 5] = ["audit", "--as-of", "2026-11-01", "--format", "json"];

/// A project whose files are taken in one after the other, each a survey, into a store.
fn project(store: &str, files: &[(&str, String)]) -> Desk {
    let desk = Desk::new();
    desk.put("barrierfree.toml", format!("standards = ['cn-150800-2017']\nstore = '{store}'\n"));
    for (name, text) in files {
        desk.put(name, text);
        ok(&desk, &["import", name, "--accept"]);
    }
    desk
}

const FILE: &str = "inventory/inventory.gpkg";

fn ok(desk: &Desk, arguments: &[&str]) -> Outcome {
    let run = desk.run(arguments);
    assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    run
}

fn refused(desk: &Desk, arguments: &[&str], says: &str) {
    let run = desk.run(arguments);
    assert!(run.code == Some(2) && run.err.contains(says), "{arguments:?}: {}", run.err);
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    serde_json::from_str(&ok(desk, arguments).out).expect("JSON")
}

/// What is found of the first facility.
fn finding(desk: &Desk, more: &[&str]) -> Value {
    let run = desk.run(&[&AUDIT[..], more].concat()).json();
    super::verdicts(&run)[0].clone()
}

/// The ids of the facilities of a type, and one of their columns.
fn exported(desk: &Desk, of: &str, column: &str) -> Vec<(String, String)> {
    ok(desk, &["export", "--format", "csv", "-o", "out"]);
    let text = desk.read(&format!("out/{of}.csv"));
    let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let at = table.headers().expect("headers").iter().position(|name| name == column).expect(column);
    let row = |row: csv::Result<csv::StringRecord>| {
        let row = row.expect("a row");
        (row[0].to_owned(), row[at].to_owned())
    };
    table.records().map(row).collect()
}

fn ids(desk: &Desk) -> Vec<String> {
    exported(desk, "parking", "id").into_iter().map(|(id, _)| id).collect()
}

/// Two files that disagree over the bays of a lot on one day.
fn contradiction() -> [(&'static str, String); 2] {
    [("a.csv", SHORT.to_owned()), ("b.csv", SHORT.replace(",51,1,", ",120,1,"))]
}

#[test]
fn a_contradiction_is_unknown_until_somebody_chooses_and_old_reports_stay() {
    decided_in(FILE);
    let Some(database) = Database::new() else { return };
    decided_in(&database.url());
}

fn decided_in(store: &str) {
    let desk = project(store, &contradiction());
    let old = desk.run(&AUDIT).json();
    let known_by = old["plan"]["known_by"].as_str().expect("a time").to_owned();
    assert_eq!((finding(&desk, &[])["outcome"].clone(), open(&desk)), ("cantTell".into(), 1));
    let listed = json(&desk, &["review", "list", "--json"]);
    let conflict = &listed["conflicts"][0];
    assert_eq!(
        [&conflict["id"], &conflict["property"], &conflict["day"]],
        ["P1", "total_spaces", "2026-05-01"]
    );
    let value = |number: usize| {
        let value = &conflict["values"][number];
        ["cell", "words", "file"].map(|key| value[key].as_str().expect(key).to_owned())
    };
    assert_eq!(value(0), ["1.1/0/total_spaces", "51", "a.csv"]);
    assert_eq!(value(1), ["2.1/0/total_spaces", "120", "b.csv"]);
    // Times are kept to the second.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    ok(&desk, &["review", "choose", "2.1/0/total_spaces", "--by", "李四", "--reason", "现场复核"]);
    let after = finding(&desk, &[]);
    assert_eq!((&after["outcome"], &after["shortfall"]["low"]), (&"failed".into(), &2.into()), "{after:#}");
    let sources = after["sources"].as_array().expect("sources");
    assert!(sources.iter().any(|source| source["file"] == "b.csv"), "{after:#}");
    assert_eq!((open(&desk), listed_open(&desk)), (0, 0));
    let all = ok(&desk, &["review", "list", "--all"]).out;
    assert!(all.contains("李四") && all.contains("现场复核") && all.contains("a.csv:2  (不计)"), "{all}");
    let again = desk.run(&[&AUDIT[..], &["--known-by", &known_by]].concat()).json();
    assert_eq!([&again["findings"], &again["evidence_gaps"]], [&old["findings"], &old["evidence_gaps"]]);
    ok(&desk, &["review", "choose", "1.1/0/total_spaces"]);
    assert_eq!(finding(&desk, &[])["shortfall"]["low"], 1, "a later word counts");
    ok(&desk, &["review", "reopen", "1.1/0/total_spaces"]);
    assert_eq!((finding(&desk, &[])["outcome"].clone(), open(&desk)), ("cantTell".into(), 1));
}

/// The contradictions that the status counts.
fn open(desk: &Desk) -> u64 {
    json(desk, &["status", "--json"])["undecided"]["conflicts"].as_u64().expect("a count")
}

fn listed_open(desk: &Desk) -> usize {
    json(desk, &["review", "list", "--json"])["conflicts"].as_array().expect("a list").len()
}

#[test]
fn what_is_no_contradiction_cannot_be_chosen_and_nothing_is_half_decided() {
    let desk = project(FILE, &contradiction());
    let says = "不是互相矛盾的记录中的值";
    for cell in ["1.1/0/accessible_spaces", "1.1/9/total_spaces", "9.1/0/total_spaces", "1/0", "x"] {
        refused(&desk, &["review", "choose", "2.1/0/total_spaces", cell], says);
        refused(&desk, &["review", "reopen", cell], says);
    }
    assert_eq!(listed_open(&desk), 1);
    refused(&desk, &["review", "reopen", "7"], "没有编号为 7 的设施对");
}

#[test]
fn equal_values_of_other_rows_are_chosen_with_one_and_a_new_value_asks_again() {
    let [first, second] = contradiction();
    let third = ("c.csv", SHORT.replace(",51,1,", ",120.0,1,"));
    let desk = project(FILE, &[first, second, third]);
    ok(&desk, &["review", "choose", "3.1/0/total_spaces"]);
    let all = json(&desk, &["review", "list", "--all", "--json"]);
    let counts =
        all["conflicts"][0]["values"].as_array().expect("values").iter().map(|one| one["counts"].clone());
    assert_eq!(counts.collect::<Vec<_>>(), [false, true, true]);
    desk.put("d.csv", SHORT.replace(",51,1,", ",99,1,"));
    ok(&desk, &["import", "d.csv", "--accept"]);
    assert_eq!((open(&desk), listed_open(&desk)), (1, 1));
}

#[test]
fn a_contradiction_of_an_earlier_day_is_found_as_of_that_day() {
    let [first, second] = contradiction();
    let later = ("c.csv", SHORT.replace("2026-05-01", "2026-06-01"));
    let desk = project(FILE, &[first, second, later]);
    assert_eq!(listed_open(&desk), 0);
    let then = json(&desk, &["review", "list", "--as-of", "2026-05-31", "--json"]);
    assert_eq!(then["conflicts"][0]["values"][1]["cell"], "2.1/0/total_spaces");
    ok(&desk, &["review", "choose", "2.1/0/total_spaces"]);
    let run = desk.run(&["audit", "--as-of", "2026-05-31", "--format", "json"]).json();
    assert_eq!(super::verdicts(&run)[0]["outcome"], "failed");
}

const PLACES: &str = "设施类型,名称,经度,纬度,调查日期\n";

#[test]
fn a_doubtful_pair_is_shown_merged_taken_apart_and_opened_again() {
    let row = |name: &str, day: &str| format!("{PLACES}停车场,{name},107.4,40.75,{day}\n");
    let files = [("a.csv", row("和平停车场", "2025-05-01")), ("b.csv", row("万达广场停车场", "2026-05-01"))];
    let desk = project(FILE, &files);
    let listed = ok(&desk, &["review", "list"]).out;
    for word in ["和平停车场", "万达广场停车场", "a.csv:2", "b.csv:2", "待定", "位置相同而名称不同"]
    {
        assert!(listed.contains(word), "{word}: {listed}");
    }
    let number = json(&desk, &["review", "list", "--json"])["pairs"][0]["number"].to_string();
    let pairs = |desk: &Desk| json(desk, &["status", "--json"])["undecided"]["pairs"].as_u64();
    assert_eq!((ids(&desk).len(), pairs(&desk)), (2, Some(1)));
    for (word, facilities, left) in [("accept", 1, 0), ("reject", 2, 0), ("accept", 1, 0), ("reopen", 2, 1)] {
        ok(&desk, &["review", word, &number, "--by", "李四"]);
        assert_eq!((ids(&desk).len(), pairs(&desk)), (facilities, Some(left)), "{word}");
    }
    refused(&desk, &["review", "accept", "99"], "没有编号为 99 的设施对");
}

/// Two lots that no rule takes for one, and bays of either.
fn apart() -> [(&'static str, String); 2] {
    let lots = format!(
        "{HEADERS}P1,独立公共停车场,51,1,有,是,2026-05-01\nX9,独立公共停车场,60,1,有,是,2026-06-01\n"
    );
    let bays = "设施编号,设施类型,所属设施编号,调查日期\nB1,停车位,P1,2026-05-01\nB2,停车位,X9,2026-05-01\n";
    [("lots.csv", lots), ("bays.csv", bays.to_owned())]
}

#[test]
fn two_that_no_rule_proposed_are_linked_by_hand_and_their_parts_follow() {
    linked_in(FILE);
    let Some(database) = Database::new() else { return };
    linked_in(&database.url());
}

fn linked_in(store: &str) {
    let desk = project(store, &apart());
    let wholes = |desk: &Desk| {
        exported(desk, "parking_space", "parent").into_iter().map(|(_, whole)| whole).collect::<Vec<_>>()
    };
    assert_eq!((ids(&desk), wholes(&desk)), (vec!["P1".into(), "X9".into()], vec!["P1".into(), "X9".into()]));
    ok(&desk, &["review", "link", "parking", "P1", "X9", "--by", "李四", "--reason", "同一处"]);
    assert_eq!((ids(&desk), wholes(&desk)), (vec!["P1".to_owned()], vec!["P1".to_owned(); 2]));
    refused(&desk, &["review", "link", "parking", "X9", "P1"], "已是同一处设施");
    let number = json(&desk, &["review", "list", "--all", "--json"])["pairs"][0]["number"].to_string();
    ok(&desk, &["review", "reject", &number]);
    assert_eq!((ids(&desk).len(), wholes(&desk)), (2, vec!["P1".into(), "X9".into()]));
    ok(&desk, &["review", "link", "parking", "X9", "P1"]);
    ok(&desk, &["review", "reject", &number]);
    assert_eq!(ids(&desk).len(), 2, "the last word on the pair counts, whichever way it was named");
}

#[test]
fn what_is_not_there_cannot_be_linked() {
    let home = "设施编号,设施类型,调查日期\nH1,残疾人家庭,2026-05-01\nH2,残疾人家庭,2026-05-01\n".to_owned();
    let [lots, bays] = apart();
    let desk = project(FILE, &[lots, bays, ("homes.csv", home)]);
    refused(&desk, &["review", "link", "parking", "P1", "P9"], "没有编号为 P9 的 parking");
    refused(&desk, &["review", "link", "library", "P1", "X9"], "没有编号为 P1 的 library");
    refused(&desk, &["review", "link", "parkin", "P1", "X9"], "是否指 parking");
    refused(&desk, &["review", "link", "disabled_household", "H1", "H2"], "没有编号为 H1");
    refused(&desk, &["review", "split", "disabled_household", "H1", "3.1"], "没有编号为 H1");
}

#[test]
fn one_id_that_stands_for_two_is_split_by_hand_and_that_can_be_undone() {
    let lot = |bays: u32, day: &str| format!("{HEADERS}P1,独立公共停车场,{bays},1,有,是,{day}\n");
    let bays = "设施编号,设施类型,所属设施编号,调查日期\nB1,停车位,P1,2026-07-01\n";
    let first = [
        ("a.csv", lot(51, "2026-05-01")),
        ("b.csv", lot(200, "2026-06-01")),
        ("c.csv", lot(201, "2026-07-01")),
    ];
    let desk = project(FILE, &first);
    desk.put("bays.csv", bays);
    ok(&desk, &["import", "bays.csv", "--accept"]);
    assert_eq!(ids(&desk), ["P1"]);
    assert!(ok(&desk, &["survey", "list"]).out.contains("2.1  b.csv"));
    refused(&desk, &["review", "split", "parking", "P1", "b.csv"], "不是“普查.文件”");
    refused(&desk, &["review", "split", "parking", "P1", "4.1"], "没有编号 P1");
    refused(&desk, &["review", "split", "parking", "P1", "1.1", "2.1", "3.1"], "剩不下另一处");
    refused(&desk, &["review", "split", "parking", "P7", "1.1"], "没有编号为 P7");
    ok(&desk, &["review", "split", "parking", "P1", "2.1", "3.1", "--by", "李四"]);
    assert_eq!(
        exported(&desk, "parking", "total_spaces"),
        [("P1".into(), "51".into()), ("P1@2.1".into(), "201".into())]
    );
    refused(&desk, &["review", "split", "parking", "P1", "2.1"], "另作一处");
    let all = json(&desk, &["review", "list", "--all", "--json"]);
    let numbers = all["pairs"].as_array().expect("pairs").iter().map(|one| one["number"].to_string());
    let numbers: Vec<String> = numbers.collect();
    ok(&desk, &["review", "accept", &numbers[0], &numbers[1]]);
    assert_eq!(exported(&desk, "parking", "total_spaces"), [("P1".into(), "201".into())]);
}

const COMPLETE: &str = "[[complete]]\ntype = 'library'\njurisdiction = '150802'\non = 2026-05-01\n";

#[test]
fn a_survey_may_declare_a_type_complete_in_an_area_on_a_day_in_either_store() {
    let database = Database::new();
    let stores = [Some(FILE.to_owned()), database.as_ref().map(Database::url)];
    for store in stores.into_iter().flatten() {
        let desk = project(&store, &[("a.csv", SHORT.to_owned())]);
        desk.put("p.toml", COMPLETE);
        desk.put("l.csv", "设施编号,设施类型,区划代码,调查日期\nL1,图书馆,150802,2026-05-01\n");
        let declared = |desk: &Desk| desk.run(&AUDIT).json()["plan"]["complete"].clone();
        assert_eq!(declared(&desk), Value::Array(Vec::new()));
        ok(&desk, &["import", "l.csv", "--profile", "p.toml", "--accept"]);
        let expected =
            serde_json::json!([{ "type": "library", "jurisdiction": "150802", "on": "2026-05-01" }]);
        assert_eq!(declared(&desk), expected, "{store}");
    }
}
