//! What the state asks beside the plan of a city: both are judged, and a local word relaxes nothing.

use serde_json::Value;

use super::{Desk, verdicts};

const LOTS: &str = "设施编号,停车场种类,总车位数,无障碍车位数,无障碍车位标识,最便利位置,行政区划代码,建设状态,许可日期,停车场形式,\
     专用对象,服务对象,调查日期\n";

fn lot(row: &str) -> Desk {
    Desk::with("a.csv", format!("{LOTS}L1,{row},2023-08-01\n"))
}

fn findings(desk: &Desk, standard: &str, day: &str) -> Vec<Value> {
    let command = ["audit", "a.csv", "--format", "json", "--findings", "all", "--standard", standard];
    verdicts(&desk.run(&[&command[..], &["--as-of", day]].concat()).json())
}

/// What each of these requirements says, and which other one stands for it.
fn said<'a>(findings: &'a [Value], requirements: &[&str]) -> Vec<(&'a str, Option<&'a str>)> {
    let of = |id: &&str| findings.iter().find(|finding| finding["requirement"] == **id).expect("a finding");
    let say =
        |finding: &'a Value| (finding["outcome"].as_str().expect("text"), finding["merged_into"].as_str());
    requirements.iter().map(of).map(say).collect()
}

#[test]
fn a_lot_in_tongjiang_is_judged_by_plan_codes_decree_and_law_at_once_the_strictest_first() {
    let desk = lot("独立公共停车场,120,1,有,是,230881,既有,2023-05-01,露天,不限,一般");
    let findings = findings(&desk, "auto", "2026-11-01");
    let by =
        ["TJG-03d", "GB50763-8.10.1/advice", "R622-14/public-lots", "LAW-24/public-lots", "GB55019-2.9.5"];
    let plan = Some("TJG-03d");
    let expected = [("failed", None), ("failed", plan), ("failed", plan), ("failed", plan), ("failed", plan)];
    assert_eq!(said(&findings, &by), expected);
    let short = |id: &str| {
        let finding = findings.iter().find(|finding| finding["requirement"] == id).expect("a finding");
        finding["checks"][0]["shortfall"].as_u64()
    };
    assert_eq!((short("TJG-03d"), short("GB55019-2.9.5")), (Some(2), Some(1)));
    assert_eq!(said(&findings, &["PPL-55"]), [("inapplicable", None)]);
}

#[test]
fn as_conditions_allow_in_tongjiang_silences_no_code_and_leads_no_duty() {
    let desk = lot("路内停车,120,0,无,是,230881,既有,2023-05-01,露天,不限,一般");
    let findings = findings(&desk, "auto", "2026-11-01");
    let code = Some("GB55019-2.9.5/open-space");
    let by = ["TJG-17c", "GB55019-2.9.5/open-space", "LAW-24/public-lots", "GAT850-roadside"];
    let expected = [("untested", None), ("failed", None), ("failed", code), ("failed", code)];
    assert_eq!(said(&findings, &by), expected);
}

#[test]
fn before_its_first_day_the_law_asks_nothing_and_the_older_law_still_does() {
    let desk = lot("独立公共停车场,120,1,有,是,230881,既有,2015-05-01,露天,不限,一般");
    let of = |day| {
        let findings = findings(&desk, "auto", day);
        let fails = |one: &Value| one["requirement"] == "LAW-24/public-lots" && one["outcome"] == "failed";
        (findings.iter().any(fails), said(&findings, &["PPL-55"])[0].0 == "cantTell")
    };
    assert_eq!(of("2023-08-31"), (false, true));
    assert_eq!(of("2023-09-01"), (true, false));
}

#[test]
fn an_encouraged_reading_room_in_sanmenxia_is_still_the_citys_duty() {
    let libraries = "图书馆编号,图书馆名称,图书馆类型,行政层级,行政区划代码,改造可行性,视障阅览室,盲文图书数,有声读物数,调查日期\n\
         T1,市图书馆,公共图书馆,地市级,411200,有条件,无,0,0,2026-05-01\n";
    let findings = findings(&Desk::with("a.csv", libraries), "auto", "2026-11-01");
    assert_eq!(said(&findings, &["SMX-11c", "R622-22"]), [("failed", Some("R622-22")), ("failed", None)]);
    let gap = |id: &str| {
        findings.iter().find(|finding| finding["requirement"] == id).map(|finding| &finding["gap"])
    };
    assert_eq!(gap("SMX-11c"), Some(&Value::from("advice")));
    assert_eq!(gap("R622-22"), Some(&Value::from("violation")));
}

#[test]
fn the_american_standard_binds_nobody_here_and_is_applied_by_name() {
    let desk = lot("独立公共停车场,120,1,有,是,230881,既有,2023-05-01,露天,不限,一般");
    let of = |standard| findings(&desk, standard, "2026-11-01");
    let american = |findings: &[Value]| {
        let of = findings.iter().filter(|finding| finding["standard"] == "us-ada-2010");
        of.map(|finding| finding["outcome"].clone()).collect::<Vec<_>>()
    };
    assert!(american(&of("auto")).iter().all(|outcome| outcome == "untested"));
    let findings = of("us-ada-2010");
    assert_eq!(said(&findings, &["ADA-208.2"]), [("failed", None)]);
    let table = findings.iter().find(|finding| finding["requirement"] == "ADA-208.2").expect("a finding");
    assert_eq!(table["checks"][0]["required"], 5);
}
