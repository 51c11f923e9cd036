//! Lots judged by hand: what the documents say of them, and what the JSON says.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Desk, verdicts};

const HEADERS: &str = "设施编号,停车场种类,总车位数,无障碍车位数,无障碍车位标识,最便利位置,行政区划代码,建设状态,许可日期,\
     竣工日期,停车场形式,调查日期\n";

/// Lots from the start of their rows, the rest being blank; named L1, L2 and so on.
fn lots(starts: &[&str]) -> Desk {
    let mut table = HEADERS.to_owned();
    for (number, start) in (1..).zip(starts) {
        let blanks = ",".repeat(9 - start.matches(',').count());
        writeln!(table, "L{number},{start}{blanks},2026-05-01").expect("text");
    }
    Desk::with("a.csv", table)
}

fn findings(desk: &Desk, standard: &str) -> Vec<Value> {
    let command = ["audit", "a.csv", "--as-of", "2026-11-01", "--format", "json", "--findings", "all"];
    let run = desk.run(&[&command[..], &["--standard"], &standard.split(' ').collect::<Vec<_>>()].concat());
    verdicts(&run.json())
}

/// What one requirement says of each lot.
fn of(findings: &[Value], requirement: &str) -> Vec<String> {
    let say = |finding: &Value| {
        let words = [&finding["outcome"], &finding["reason"]];
        words.into_iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
    };
    findings.iter().filter(|finding| finding["requirement"] == requirement).map(say).collect()
}

#[test]
fn what_straddles_a_limit_names_the_ranges_to_measure_better() {
    let desk = lots(&["独立公共停车场,800-820,14-17,有,是", "独立公共停车场,约50,1,有,是"]);
    let findings = findings(&desk, "cn-150800-2017");
    assert_eq!(of(&findings, "BYN-39"), ["cantTell straddles_threshold"; 2]);
    assert_eq!(findings[0]["properties"], json!(["total_spaces", "accessible_spaces"]));
    assert_eq!(findings[0]["checks"][0]["shortfall"], json!({ "low": 0, "high": 3 }));
    assert_eq!(findings[1]["properties"], json!(["total_spaces"]));
    assert!(desk.audit(&[]).out.contains("数值范围跨过界限：总车位数"));
}

#[test]
fn under_auto_each_lot_is_judged_by_what_binds_it() {
    let desk = lots(&[
        "独立公共停车场,51,1,有,是,150802",
        "独立公共停车场,51,1,有,是,230881,既有",
        "独立公共停车场,51,1,有,是,230881,新建",
        "路内停车,51,0,,,230881,既有",
        "独立公共停车场,51,1,有,是,120101,,2023-05-01,,露天",
        "独立公共停车场,51,1,有,是,110101",
        "独立公共停车场,51,1,有,是",
    ]);
    let findings = findings(&desk, "auto");
    let outside = "untested out_of_scope";
    let bayannur = ["failed", outside, outside, outside, outside, outside, outside];
    assert_eq!(of(&findings, "BYN-39"), bayannur);
    let general = [outside, "failed", "inapplicable", "inapplicable", outside, outside, outside];
    assert_eq!(of(&findings, "TJG-03d"), general);
    let new = [outside, "inapplicable", "failed", "inapplicable", outside, outside, outside];
    assert_eq!(of(&findings, "TJG-17d"), new);
    let road = [outside, "inapplicable", "inapplicable", "untested no_threshold", outside, outside, outside];
    assert_eq!(of(&findings, "TJG-17c"), road);
    let tianjin = [outside, outside, outside, outside, "passed", outside, outside];
    assert_eq!(of(&findings, "TJN-J4g"), tianjin);
}

#[test]
fn a_code_binds_works_permitted_else_completed_from_its_first_day_on() {
    let lot = |dates: &str| format!("配建停车场,101,1,有,是,150802,,{dates}");
    let dates = [
        "2022-03-31",
        "2022-04-01",
        "2022",
        "2021-12-31,2023-06-01",
        ",2022-04-01",
        ",2022-03-31",
        "",
        "不详",
    ];
    let starts: Vec<String> = dates.map(lot).into();
    let findings = findings(&lots(&starts.iter().map(String::as_str).collect::<Vec<_>>()), "auto");
    let new = [
        "inapplicable",
        "failed",
        "cantTell straddles_threshold",
        "inapplicable",
        "failed",
        "inapplicable",
        "cantTell not_surveyed",
        "cantTell not_surveyed",
    ];
    assert_eq!(of(&findings, "GB55019-2.9.5"), new);
}

#[test]
fn only_requirements_of_the_summary_have_findings() {
    let desk = lots(&["独立公共停车场,51,1,有,是,150802"]);
    let run = desk
        .run(&[
            "audit",
            "a.csv",
            "--standard",
            "auto",
            "--format",
            "json",
            "--findings",
            "all",
            "--as-of",
            "2026-11-01",
        ])
        .json();
    let requirements = |list: &Value| -> std::collections::BTreeSet<String> {
        list.as_array().expect("a list").iter().map(|one| one["requirement"].to_string()).collect()
    };
    assert_eq!(requirements(&verdicts(&run).into()), requirements(&run["summary"]["requirements"]));
}

#[test]
fn a_standard_that_has_lapsed_is_not_judged_by_and_one_to_come_not_yet() {
    let desk = lots(&["独立公共停车场,51,1,有,是,150802"]);
    desk.put("packs/cn-150800-2017/pack.toml", lapsed());
    desk.put(
        "packs/cn-150800-2017/parking.toml",
        include_str!("../../../standards/cn-150800-2017/parking.toml"),
    );
    let by = |standard: &str, day: &str| {
        let command = ["audit", "a.csv", "--standards", "packs", "--standard", standard, "--as-of", day];
        let run = desk.run(&[&command[..], &["--format", "json", "--findings", "all"]].concat()).json();
        of(&verdicts(&run), "BYN-39")
    };
    assert_eq!(by("cn-150800-2017", "2026-12-31"), ["failed"]);
    assert_eq!(by("cn-150800-2017", "2027-01-01"), ["untested not_in_force"]);
    assert_eq!(by("auto", "2026-12-31"), ["failed"]);
    assert_eq!(by("auto", "2027-01-01"), Vec::<String>::new());
}

/// Bayannur's plan with a last day in force.
fn lapsed() -> String {
    let pack = include_str!("../../../standards/cn-150800-2017/pack.toml");
    pack.replace("from = 2017-01-12\n", "from = 2017-01-12\nuntil = 2026-12-31\n")
}

#[test]
fn an_area_no_pack_knows_is_said_under_auto() {
    let lots = lots(&[
        "独立公共停车场,51,1,有,是,120225",
        "独立公共停车场,51,1,有,是,150802",
        "独立公共停车场,51,1",
    ]);
    let run = lots.run(&["audit", "a.csv", "--standard", "auto", "--format", "json"]).json();
    let said: Vec<_> = run["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| (&one["code"], &one["value"]))
        .collect();
    assert_eq!(
        said,
        [(&json!("no-jurisdiction"), &Value::Null), (&json!("unknown-jurisdiction"), &json!("120225"))]
    );
}
