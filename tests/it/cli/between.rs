//! `barrierfree standard conflicts` and `diff`: two standards beside each other.

use serde_json::{Value, json};

use super::failure::fails;
use super::{Desk, Outcome};

/// A facility type of our own, that no shipped standard speaks of.
const TYPE: &str = r#"
[[type]]
id = "charging_station"
label = { zh = "充电站", en = "Charging station" }
group = "parking"

[[type.property]]
id = "chargers"
kind = "count"
label = { zh = "充电位数", en = "Chargers" }
bounds = { low = 0 }

[[type.property]]
id = "accessible_chargers"
kind = "count"
label = { zh = "无障碍充电位数", en = "Accessible chargers" }
bounds = { low = 0 }

[[type.property]]
id = "seats"
kind = "count"
label = { zh = "座位数", en = "Seats" }
bounds = { low = 0 }

[[type.property]]
id = "cable"
kind = "length"
unit = "m"
label = { zh = "线长", en = "Cable length" }
bounds = { low = 0 }

[[type.property]]
id = "covered"
kind = "boolean"
label = { zh = "有雨棚", en = "Covered" }

[[type.property]]
id = "lit"
kind = "boolean"
label = { zh = "有照明", en = "Lit" }

[[type.property]]
id = "socket"
kind = "category"
label = { zh = "插座", en = "Socket" }

[type.property.values]
low = { zh = "低位", en = "Low" }
adjustable = { zh = "可调", en = "Adjustable" }
high = { zh = "高位", en = "High" }
"#;

fn pack(id: &str, level: &str, jurisdiction: &str, requirements: &[String]) -> String {
    let head = format!(
        r#"
[standard]
id = "{id}"
title = {{ zh = "{id}全称", en = "The whole of {id}" }}
short = {{ zh = "{id}", en = "{id}" }}
level = "{level}"
jurisdiction = "{jurisdiction}"
from = 2020-01-01

[[area]]
adcode = "{jurisdiction}"
name = {{ zh = "云溪", en = "Yunxi" }}
level = "{level}"
"#
    );
    head + &requirements.concat()
}

/// A requirement of one check.
fn asks(id: &str, strength: &str, check: &str, more: &str) -> String {
    format!(
        r#"
[[requirement]]
id = "{id}"
clause = "1"
topic = "parking"
title = {{ zh = "标题", en = "Title" }}
subject = "charging_station"
obligation = "{strength}"
remedy = {{ zh = "改", en = "mend" }}
expects = [{{ id = "check", check = "{check}" }}]
{more}
"#
    )
}

fn state() -> Vec<String> {
    vec![
        asks("ST-1", "mandatory", "accessible_chargers >= 1", ""),
        asks("ST-2", "mandatory", "covered", ""),
        asks("ST-3", "mandatory", "seats >= 1", ""),
        asks("ST-4", "mandatory", "cable >= m(2)", ""),
        asks("ST-5", "mandatory", "socket = 'low'", ""),
        asks("ST-6", "mandatory", "lit", ""),
    ]
}

fn town() -> Vec<String> {
    vec![
        asks("TN-1", "mandatory", "accessible_chargers >= ceil(percent(5) * chargers)", ""),
        asks("TN-2", "encouraged", "covered", ""),
        asks("TN-3", "encouraged", "seats >= 3", ""),
        asks("TN-4", "mandatory", "cable <= m(1)", ""),
        asks("TN-5", "mandatory", "socket IN ('low', 'adjustable')", ""),
        asks("TN-6", "mandatory", "lit", "overrides = [\"ST-6\"]"),
    ]
}

/// A state, a town in it, and what stands in their packs.
fn desk() -> Desk {
    let desk = Desk::with("own/catalogue/charging.toml", TYPE);
    desk.put("own/xx-state/pack.toml", pack("xx-state", "national", "100000", &state()));
    desk.put("own/xx-town/pack.toml", pack("xx-town", "county", "990100", &town()));
    desk
}

fn conflicts(desk: &Desk, more: &[&str]) -> Outcome {
    let usual = ["standard", "conflicts", "--standards", "own", "--type", "charging_station"];
    desk.run(&[&usual[..], &["--jurisdiction", "990100", "--as-of", "2026-05-01"], more].concat())
}

fn value(run: &Outcome) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
}

#[test]
fn a_question_that_cannot_be_answered_says_why() {
    let desk = Desk::new();
    let ask = |more: &[&'static str]| [&["standard", "conflicts"], more].concat();
    fails(&desk, &ask(&["--type", "parkng"]), "是否指 parking", "did you mean parking");
    fails(&desk, &ask(&["--jurisdiction", "同江"]), "不是行政区划代码", "not an administrative code");
    fails(&desk, &ask(&["--as-of", "soon"]), "不能写 soon", "cannot be soon");
}

#[test]
fn every_way_to_disagree_is_told_with_what_governs_and_why() {
    let run = value(&conflicts(&desk(), &["--format", "json"]));
    let told = |one: &Value| {
        let ids = [0, 1].map(|side| one["sides"][side]["requirement"].clone());
        let ruling = one["rulings"].as_array().and_then(|all| all.last()).expect("a ruling");
        json!([one["kind"], ids[0], ids[1], ruling["governs"], ruling["because"]])
    };
    let found: Vec<Value> = run["conflicts"].as_array().expect("a list").iter().map(told).collect();
    let expected = [
        json!(["opposed", "ST-4", "TN-4", null, "irreconcilable"]),
        json!(["threshold", "ST-1", "TN-1", "TN-1", "stricter_local"]),
        json!(["threshold", "ST-3", "TN-3", null, "advice_beside_duty"]),
        json!(["demand", "ST-5", "TN-5", "ST-5", "stricter"]),
        json!(["strength", "ST-2", "TN-2", "ST-2", "binds_more"]),
        json!(["override", "ST-6", "TN-6", "TN-6", "overrides"]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn where_amounts_differ_is_found_number_by_number() {
    let run = value(&conflicts(&desk(), &["--format", "json"]));
    let amounts = run["conflicts"].as_array().expect("a list").iter().find(|one| one["kind"] == "threshold");
    let rulings = amounts.expect("amounts that differ")["rulings"].as_array().expect("a list");
    let spans: Vec<Value> = rulings
        .iter()
        .map(|one| json!([one["span"]["from"], one["span"]["to"], one["span"]["required"], one["governs"]]))
        .collect();
    assert_eq!(spans, [json!([0, 0, [1, 0], "ST-1"]), json!([21, null, [1, 2], "TN-1"])]);
}

#[test]
fn a_disagreement_is_a_paragraph_in_either_language() {
    let desk = desk();
    let chinese = conflicts(&desk, &[]);
    assert_eq!(chinese.code, Some(0));
    let parts = [
        "2026-05-01，云溪 (990100) 适用的标准之间有 6 处不一致",
        "充电站 · 无障碍充电位数（数量不同）",
        "充电位数从 21 起：ST-1 要求至少 1，TN-1 要求至少 2。以 TN-1 为准：地方可以比国家要求得更严",
        "《xx-state》与《xx-town》：6 处",
        "ST-1（1，强制）与 TN-1（1，强制）。",
        "TN-3 更严，但约束力较弱：ST-3 是必须做到的",
        "例如插座：可调的，合 TN-5，不合 ST-5。以 ST-5 为准",
    ];
    let whole: String = chinese.out.lines().map(str::trim).collect();
    for part in parts {
        assert!(whole.contains(part), "{part}\n{}", chinese.out);
    }
    let english = conflicts(&desk, &["--lang", "en"]).out;
    let whole = english.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "6 disagreements between the standards that bind Yunxi (990100)",
        "TN-1 governs: a place may ask for more than the state",
        "ST-2 governs, since it binds more, and TN-2 cannot relax it",
    ] {
        assert!(whole.contains(part), "{part}\n{english}");
    }
}

#[test]
fn what_several_requirements_disagree_about_alike_is_said_once() {
    let desk = desk();
    let twice = [state(), vec![asks("ST-7", "mandatory", "seats >= 1", "")]].concat();
    desk.put("own/xx-state/pack.toml", pack("xx-state", "national", "100000", &twice));
    let run = conflicts(&desk, &[]);
    let whole: String = run.out.lines().map(str::trim).collect();
    let said = "ST-3（1，强制）、ST-7（1，强制）与 TN-3（1，鼓励）。ST-3、ST-7 要求至少 1，TN-3 要求至少 3。";
    assert!(whole.contains("《xx-state》与《xx-town》：7 处") && whole.contains(said), "{}", run.out);
    assert!(whole.contains("ST-3、ST-7 是必须做到的"), "{}", run.out);
    let english = conflicts(&desk, &["--lang", "en"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(english.contains("ST-3, ST-7 ask for at least 1, TN-3 asks for at least 3."), "{english}");
}

#[test]
fn a_place_with_law_of_its_own_is_not_bound_by_the_state() {
    let desk = desk();
    let apart = pack("xx-town", "county", "990100", &town());
    let level = "level = \"county\"\n\n[[requirement]]";
    assert!(apart.contains(level), "{apart}");
    let apart = apart.replacen(level, &level.replace("\n\n", "\nown_law = true\n\n"), 1);
    desk.put("own/xx-town/pack.toml", apart);
    let run = value(&conflicts(&desk, &["--format", "json"]));
    assert_eq!(run["conflicts"], json!([]));
    let everywhere =
        ["standard", "conflicts", "--standards", "own", "--as-of", "2026-05-01", "--format", "json"];
    let run = value(&desk.run(&[&everywhere[..], &["--type", "charging_station"]].concat()));
    assert_eq!(run["conflicts"], json!([]));
}

#[test]
fn before_a_standard_is_in_force_there_is_nothing_to_disagree_with() {
    let usual = ["standard", "conflicts", "--standards", "own", "--type", "charging_station"];
    let run = desk().run(&[&usual[..], &["--as-of", "2019-12-31", "--jurisdiction", "990100"]].concat());
    assert!(run.out.contains("有 0 处不一致。"), "{}", run.out);
}

/// Two editions of the town's pack, and a survey.
fn editions() -> Desk {
    let desk = Desk::with("own/catalogue/charging.toml", TYPE);
    let later = vec![
        asks("TN-1", "mandatory", "accessible_chargers >= ceil(percent(10) * chargers)", ""),
        asks("TN-3", "encouraged", "seats >= 3", ""),
        asks("TN-4", "mandatory", "cable <= m(2)", ""),
        asks("TN-5", "mandatory", "socket IN ('low', 'high')", ""),
        asks("TN-6", "encouraged", "lit", "").replace("Title", "Other title"),
        asks("TN-7", "mandatory", "seats >= 1", ""),
    ];
    desk.put(
        "old/pack.toml",
        pack("xx-town", "county", "990100", &town()).replace("overrides = [\"ST-6\"]", ""),
    );
    desk.put("new/pack.toml", pack("xx-town", "county", "990100", &later));
    desk.put("a.csv", "设施编号,类型,充电位数,无障碍充电位数,调查日期\nA,充电站,20,1,2026-05-01\nB,充电站,10,1,2026-05-01\n");
    desk
}

fn diff(desk: &Desk, more: &[&str]) -> Outcome {
    desk.run(&[&["standard", "diff", "--standards", "own", "--as-of", "2026-05-01"][..], more].concat())
}

#[test]
fn what_is_no_standard_and_no_pack_is_refused() {
    let desk = editions();
    desk.put("empty/readme.txt", "");
    desk.put("bad/pack.toml", pack("xx-town", "county", "990100", &town()).replace("level", "levle"));
    let ask = |more: &[&'static str]| [&["standard", "diff", "--standards", "own"], more].concat();
    fails(&desk, &ask(&["old", "cn-150800-2018"]), "是否指 cn-150800-2017", "did you mean cn-150800-2017");
    fails(
        &desk,
        &ask(&["empty", "new"]),
        "文件夹 empty 里没有 pack.toml",
        "the folder empty has no pack.toml",
    );
    fails(&desk, &ask(&["old", "bad"]), "bad/pack.toml", "did you mean `level`");
    fails(&desk, &ask(&["old", "new", "b.csv"]), "没有这个文件", "no such file");
    fails(&desk, &ask(&["old"]), "还要写 <B>", "is missing");
}

#[test]
fn every_requirement_is_told_by_what_became_of_it() {
    let run = diff(&editions(), &["old", "new", "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let run = value(&run);
    let changes = run["changes"].as_array().expect("a list");
    let told: Vec<Value> = changes
        .iter()
        .map(|one| json!([one["kind"], one["requirements"][0], one["requirements"][1]]))
        .collect();
    let expected = [
        json!(["tightened", "TN-1", "TN-1"]),
        json!(["removed", "TN-2", null]),
        json!(["relaxed", "TN-4", "TN-4"]),
        json!(["mixed", "TN-5", "TN-5"]),
        json!(["relaxed", "TN-6", "TN-6"]),
        json!(["added", null, "TN-7"]),
    ];
    assert_eq!(told, expected);
    assert_eq!(run["unchanged"], 1);
    let span = &changes[0]["alterations"][0]["span"];
    assert_eq!((&span["from"], &span["to"], &span["required"]), (&json!(11), &Value::Null, &json!([1, 2])));
}

#[test]
fn the_facilities_whose_verdict_turns_are_named() {
    let desk = editions();
    let run = diff(&desk, &["old", "new", "a.csv"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let whole: String = run.out.lines().map(str::trim).collect();
    assert!(whole.contains("充电位数从 11 起：无障碍充电位数至少 1 → 2"), "{}", run.out);
    assert!(whole.contains("合格（1，应有 1） → 不合格（1，应有 2）"), "{}", run.out);
    let english = diff(&desk, &["old", "new", "a.csv", "--lang", "en"]).out;
    assert!(english.contains("1 verdict turns, 1 stays"), "{english}");
    assert!(english.contains("tightened 1"), "{english}");
}

#[test]
fn other_words_turn_no_verdict() {
    let desk = editions();
    let same = diff(&desk, &["old", "old", "a.csv"]);
    assert_eq!(same.code, Some(0), "{}", same.out);
    desk.put("words/pack.toml", desk.read("old/pack.toml").replace("标题", "别的标题"));
    let run = diff(&desk, &["old", "words", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    let kinds = value(&run)["changes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["kind"].clone())
        .collect::<Vec<_>>();
    assert_eq!(kinds, vec![json!("reworded"); 6]);
}
