use std::sync::Arc;

use serde_json::Value;

use super::*;
use crate::locale::Locale;
use crate::model::SourceColumns;
use crate::report::{Areas, sample};

fn log(run: &Run) -> Value {
    let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &Areas::new() };
    let mut bytes = Vec::new();
    write(run, &context, &mut bytes).expect("memory takes everything");
    serde_json::from_slice(&bytes).expect("JSON")
}

#[test]
fn gaps_are_results_that_lead_to_a_rule_and_a_row() {
    let log = log(&sample::run());
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!([&result["ruleId"], &result["kind"], &result["level"]], ["BYN-39", "fail", "error"]);
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "BYN-39");
    assert_eq!(result["ruleIndex"], 0);
    let place = &result["locations"][0];
    assert_eq!(place["physicalLocation"]["artifactLocation"]["index"], 0);
    assert_eq!(place["properties"]["row"], 37);
    assert!(place["message"]["text"].as_str().is_some_and(|text| text.contains("第 37 行")));
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "lot-1");
    assert_eq!(run["artifacts"][0]["hashes"]["sha-256"], "abcd");
}

#[test]
fn what_cannot_be_told_is_open_and_weighs_nothing() {
    let log = log(&sample::run());
    let result = &log["runs"][0]["results"][2];
    assert_eq!([&result["kind"], &result["level"]], ["open", "none"]);
}

#[test]
fn a_line_of_text_is_a_region() {
    let mut run = sample::run();
    for source in &mut run.findings[0].sources {
        source.columns = Arc::new(SourceColumns { sheet: None, ..SourceColumns::clone(&source.columns) });
    }
    let log = log(&run);
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["region"]["startLine"], 37);
}

#[test]
fn rules_speak_both_languages() {
    let log = log(&sample::run());
    let run = &log["runs"][0];
    let titles = [&run["tool"]["driver"], &run["translations"][0]].map(|one| &one["rules"][0]["name"]);
    assert_eq!(titles, ["公共停车场无障碍停车位", "Accessible bays in public car parks"]);
}

#[test]
fn diagnostics_are_notifications_and_households_are_not_there() {
    let log = log(&sample::run());
    let said = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(said.as_array().map(Vec::len), Some(3));
    assert_eq!(said[0]["descriptor"]["id"], "guessed-number");
    assert!(!log.to_string().contains(sample::HOUSEHOLD));
    assert!(!log.to_string().contains('\u{1b}'));
}
