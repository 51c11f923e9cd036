//! Lots judged by hand: what the documents say of them, and what the JSON says.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Desk;

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
    run.json()["findings"].as_array().expect("a list").clone()
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
    assert_eq!(findings[0]["shortfall"], json!({ "low": 0, "high": 3 }));
    assert_eq!(findings[1]["properties"], json!(["total_spaces"]));
    assert!(desk.audit(&[]).out.contains("数值范围跨过界限：总车位数"));
}
