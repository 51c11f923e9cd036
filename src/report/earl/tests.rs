use super::*;
use crate::locale::Locale;
use crate::report::{Areas, sample};

/// Every term of EARL that a result may use: <https://www.w3.org/TR/EARL10-Schema/>.
const TERMS: [&str; 19] = [
    "Assertion",
    "Assertor",
    "Software",
    "TestRequirement",
    "TestResult",
    "TestSubject",
    "assertedBy",
    "automatic",
    "cantTell",
    "failed",
    "inapplicable",
    "info",
    "mode",
    "outcome",
    "passed",
    "pointer",
    "result",
    "subject",
    "test",
];

fn written(run: &Run) -> String {
    let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &Areas::new() };
    let mut bytes = Vec::new();
    write(run, &context, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("UTF-8")
}

fn graph(run: &Run) -> Vec<Value> {
    let document: Value = serde_json::from_str(&written(run)).expect("JSON");
    document["@graph"].as_array().expect("a list").clone()
}

fn of_type<'a>(graph: &'a [Value], wanted: &str) -> Vec<&'a Value> {
    graph.iter().filter(|node| node["@type"] == wanted).collect()
}

#[test]
fn each_finding_is_an_assertion_about_a_subject_and_a_requirement() {
    let graph = graph(&sample::run());
    let assertions = of_type(&graph, "earl:Assertion");
    assert_eq!(assertions.len(), 5);
    assert_eq!(assertions[0]["earl:subject"]["@id"], "urn:x-barrierfree:parking:lot-1");
    assert_eq!(assertions[0]["earl:result"]["earl:outcome"]["@id"], "earl:failed");
    assert_eq!(assertions[0]["earl:result"]["earl:pointer"][0]["ptr:expression"], "'一季度'!37:37");
    assert_eq!(assertions[2]["earl:result"]["earl:outcome"]["@id"], "earl:cantTell");
    assert_eq!(of_type(&graph, "earl:TestSubject").len(), 4);
    assert_eq!(of_type(&graph, "earl:TestRequirement").len(), 3);
}

#[test]
fn only_terms_of_earl_are_used() {
    let text = written(&sample::run());
    for (at, _) in text.match_indices("\"earl:") {
        let term = text[at + 6..].split('"').next().expect("an end");
        assert!(TERMS.contains(&term), "{term}");
    }
}

#[test]
fn no_household_is_asserted_about() {
    let text = written(&sample::run());
    assert!(!text.contains(sample::HOUSEHOLD) && !text.contains("\\u001b"));
}
