//! Who saw something, how and by what: kept with the rows, shown where it says how good a value is, and no contradiction.

use serde_json::{Value, json};

use super::Desk;

/// One car park, seen twice on one day by different people in different ways.
const TWICE: &str = "设施编号,设施类型,停车场种类,总车位数,无障碍车位数,行政区划代码,调查日期,调查人,调查方式,测量工具,数据状态,照片,备注\n\
    P1,停车场,独立公共停车场,60,1,150802,2026-05-01,赵六,实地,卷尺,估计,a.jpg,雨天\n\
    P1,停车场,独立公共停车场,60,1,150802,2026-05-01,钱七,问卷,,实测,b.jpg,\n\
    P2,停车场,独立公共停车场,60,不详,150802,2026-05-01,钱七,问卷,,申报,,\n\
    P3,停车场,独立公共停车场,60,1,150802,2026-05-01,钱七,,,,,\n";

fn audited(desk: &Desk, more: &[&str]) -> super::Outcome {
    desk.audit(&[&["--findings", "all", "--fail-on", "never"], more].concat())
}

/// What the cells behind the findings on a facility say of how they are known.
fn statuses(run: &Value, id: &str) -> Vec<Value> {
    let all = run["facilities"].as_array().into_iter().flatten();
    let of = all.filter(|one| one["id"] == id);
    of.flat_map(|one| one["sources"].as_array().cloned().unwrap_or_default())
        .map(|row| row["status"].clone())
        .collect()
}

#[test]
fn rows_do_not_contradict_each_other_in_how_they_came_about() {
    let desk = Desk::with("a.csv", TWICE);
    let run: Value = serde_json::from_str(&audited(&desk, &["--format", "json"]).out).expect("JSON");
    let codes: Vec<&Value> =
        run["diagnostics"].as_array().expect("a list").iter().map(|one| &one["code"]).collect();
    assert!(!codes.contains(&&json!("conflict")), "{codes:?}");
}

#[test]
fn evidence_says_how_its_values_are_known() {
    let desk = Desk::with("a.csv", TWICE);
    let run: Value = serde_json::from_str(&audited(&desk, &["--format", "json"]).out).expect("JSON");
    assert!(statuses(&run, "P1").contains(&json!(["estimated"])), "the first row of the day: {run}");
    let open = Value::from(statuses(&run, "P2")).to_string();
    assert!(open.contains("unknown") && open.contains("declared"), "{open}");
    assert!(statuses(&run, "P3").iter().all(Value::is_null), "nobody said");
    let html = audited(&desk, &["--format", "html"]).out;
    assert!(html.contains("（估计）"), "it is shown");
}

#[test]
fn who_has_seen_it_is_in_no_report() {
    let desk = Desk::with("a.csv", TWICE);
    for format in ["table", "json", "csv", "html", "sarif", "earl"] {
        let run = audited(&desk, &["--format", format]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(!run.text().contains("赵六") && !run.text().contains("钱七"), "{format}");
    }
    desk.put("barrierfree.toml", "standards = ['cn-150800-2017']\n");
    desk.run(&["import", "a.csv", "--accept"]);
    for format in ["csv", "geojson", "kml"] {
        let folder = format!("as-{format}");
        assert_eq!(desk.run(&["export", "--format", format, "-o", &folder]).code, Some(0));
        let text = desk.read(&format!("{folder}/parking.{format}"));
        assert!(!text.contains("赵六") && !text.contains("钱七"), "{text}");
        assert!(text.contains("estimated"), "how the values are known is: {text}");
    }
}
