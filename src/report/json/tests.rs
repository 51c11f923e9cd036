use super::*;
use crate::locale::{Language, Locale};
use crate::report::sample;

fn written(run: &Run) -> String {
    let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
    let mut bytes = Vec::new();
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() };
    write(run, &context, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("UTF-8")
}

fn read() -> Document {
    serde_json::from_str(&written(&sample::run())).expect("what is written has the published shape")
}

#[test]
fn what_is_written_can_be_read_back() {
    let document = read();
    assert_eq!(document.schema_version, "4");
    let findings: Vec<_> =
        document.facilities.iter().map(|one| (one.id.as_str(), one.findings.len())).collect();
    assert_eq!(findings, [("lot-1", 2), ("lot-2", 1), ("lot-3", 1), ("lot-4", 1)]);
    assert_eq!(document.diagnostics.len(), 3);
}

#[test]
fn a_finding_has_the_keys_that_are_promised() {
    let json: serde_json::Value = serde_json::from_str(&written(&sample::run())).expect("JSON");
    let lot = &json["facilities"][0];
    let finding = &lot["findings"][0];
    assert_eq!(finding["checks"][0]["shortfall"], 1);
    assert_eq!(finding["outcome"], "failed");
    assert_eq!(finding["gap"], "violation");
    assert_eq!(finding.get("merged_into"), None, "what does not apply is left out");
    assert_eq!(finding["cells"], serde_json::json!([{ "source": 0, "columns": [0, 1] }]));
    assert_eq!((&lot["sources"][0]["columns"][1], lot.get("missing")), (&"总车位".into(), None));
    assert_eq!(json["summary"]["requirements"][0]["outcomes"]["cantTell"], 2);
    assert_eq!(json["summary"]["requirements"][0]["checks"][0]["cantTell"], 2);
    let gap = &json["facilities"][3];
    assert_eq!(gap["missing"], serde_json::json!(["accessible_spaces", "total_spaces"]));
    assert_eq!(gap["id"], "lot-4");
    assert_eq!(gap["findings"][0]["reason"], "straddles_threshold");
    assert_eq!(gap["findings"][0]["reason_in"], "check");
    assert_eq!(gap["findings"][0]["checks"][0]["shortfall"], serde_json::json!({ "low": 0, "high": 3 }));
    let cells = serde_json::json!({ "file": "停车场.xlsx", "sheet": "一季度", "row": 37, "columns": ["无障碍车位", "总车位"] });
    assert_eq!(gap["sources"], serde_json::json!([cells]));
}

#[test]
fn a_silence_is_a_reason() {
    let mut run = sample::run();
    let result = sample::result(&mut run.findings[0]);
    result.outcome = crate::model::Outcome::Untested;
    result.silence = Some(crate::model::Silence::NoThreshold);
    let json: serde_json::Value = serde_json::from_str(&written(&run)).expect("JSON");
    assert_eq!(json["facilities"][0]["findings"][0]["reason"], "no_threshold");
}

#[test]
fn an_open_finding_about_a_household_is_no_record_either() {
    let mut run = sample::run();
    let household = run.findings.last_mut().expect("the household comes last");
    sample::result(household).outcome = crate::model::Outcome::CantTell;
    assert!(!written(&run).contains(sample::HOUSEHOLD));
    run.findings[2].few_people = true;
    assert!(!written(&run).contains("lot-3"));
}

#[test]
fn households_are_neither_named_nor_counted_in_small_numbers() {
    let (text, document) = (written(&sample::run()), read());
    assert!(!text.contains(sample::HOUSEHOLD));
    assert_eq!(document.summary.requirements[2].outcomes, None);
    assert_eq!(document.plan.facilities[1].count, None);
}

#[test]
fn two_runs_are_the_same_bytes() {
    assert_eq!(written(&sample::run()), written(&sample::run()));
}
