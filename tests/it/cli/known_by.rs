//! An old report is made again from what was known then.

use serde_json::Value;

use super::{Desk, SHORT, verdicts};

const HEADERS: &str =
    "设施编号,停车场种类,总车位数,无障碍车位数,无障碍车位标识,最便利位置,调查日期,入库时间\n";
const FIRST: &str = "P1,独立公共停车场,51,1,有,是,2026-05-01,2026-05-03T10:00:00+08:00\n";
/// Seen on an earlier day, and handed in late.
const LATE: &str = "P1,独立公共停车场,51,2,有,是,2026-05-02,2026-06-01\n";

fn findings(desk: &Desk, known_by: &str) -> (Vec<Value>, Vec<String>) {
    let run = desk.audit(&["--format", "json", "--findings", "all", "--known-by", known_by]).json();
    let codes = run["diagnostics"].as_array().expect("a list").iter();
    (verdicts(&run), codes.map(|one| format!("{} {}", one["code"], one["message"])).collect())
}

#[test]
fn a_late_observation_never_changes_an_old_report() {
    let (before, after) = (Desk::with("a.csv", [HEADERS, FIRST].concat()), Desk::new());
    after.put("a.csv", [HEADERS, FIRST, LATE].concat());
    let old = findings(&before, "2026-05-31");
    let again = findings(&after, "2026-05-31");
    assert_eq!(old.0, again.0);
    assert_eq!((old.1.len(), again.1.len()), (0, 1));
    assert!(again.1[0].contains("known-later") && again.1[0].contains("1 行"), "{}", again.1[0]);
    let now = findings(&after, "2026-06-01");
    assert_eq!([&old.0[0]["outcome"], &now.0[0]["outcome"]], ["failed", "passed"]);
}

#[test]
fn the_time_of_day_counts_where_it_is_written() {
    let desk = Desk::with("a.csv", [HEADERS, FIRST].concat());
    assert_eq!(findings(&desk, "2026-05-03T02:00:00Z").1, Vec::<String>::new());
    assert_eq!(findings(&desk, "2026-05-03 10:00").1, Vec::<String>::new());
    let refused = desk.audit(&["--known-by", "2026-05-03T09:59:59+08:00"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("入库时间晚于 2026-05-03T01:59:59Z"), "{}", refused.err);
}

#[test]
fn rows_that_do_not_say_when_are_known_from_now_on() {
    let desk = Desk::with("a.csv", SHORT);
    assert!(findings(&desk, "2099-01-01").1.is_empty());
    let refused = desk.audit(&["--known-by", "2026-05-31"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("1 行没有入库时间") && refused.err.contains("known_at"), "{}", refused.err);
    for known_at in ["2026-05-31", "2026-05-31T08:00:00Z", "'2026-05-31'"] {
        desk.put("p.toml", format!("known_at = {known_at}\n"));
        let run = desk.audit(&["--known-by", "2026-05-31", "--profile", "p.toml"]);
        assert_eq!(run.code, Some(1), "{}", run.err);
    }
}

#[test]
fn the_plan_says_by_when() {
    let desk = Desk::with("a.csv", [HEADERS, FIRST].concat());
    let plan = |options: &[&str]| {
        let run = desk.audit(&[&["--format", "json"], options].concat()).json();
        run["plan"]["known_by"].as_str().map(str::to_owned)
    };
    assert_eq!(plan(&["--known-by", "2026-05-31"]).as_deref(), Some("2026-05-31T15:59:59Z"));
    assert!(plan(&[]).is_some_and(|time| time.ends_with('Z')), "now, unless it is said");
    let refused = desk.audit(&["--known-by", "yesterday"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("yesterday 不是时间"), "{}", refused.err);
}
