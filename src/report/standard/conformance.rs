//! The conformance suite as JSON that a program in any language can read.
//!
//! One file per requirement with its cases, and the catalogue they speak of.
//! `tests/conformance/README.md` says what each key means.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::locale::Bilingual;
use crate::model::{AREA, Catalogue, CheckResult, Finding, Kind, Outcome, Property, Reason, Silence};
use crate::quantity::Interval;
use crate::report::docs::stem;
use crate::report::json::Ends;
use crate::standard::pack::{CONFLICT, Given, Standard, UNKNOWN};
use crate::standard::program::{Program, Requirement};
use crate::standard::suite::{Absence, CaseKind, Malformed, Suite, SuiteCase};

/// Names the format; grows when a key changes its meaning or goes away.
pub const FORMAT: &str = "barrierfree-conformance/1";

/// The day of the audit where a case names none.
const TODAY: &str = "2026-01-01";

/// A file: the cases of one requirement.
#[derive(Debug, Serialize, JsonSchema)]
struct SuiteFile {
    /// `barrierfree-conformance/1`.
    format: &'static str,
    /// The requirement's id.
    requirement: String,
    /// The id of its standard.
    standard: String,
    /// The clause, as the document numbers it.
    clause: String,
    /// What it asks, in a few words.
    title: Bilingual,
    /// The rule as the pack has it: TOML with CQL2 text.
    rule: String,
    /// Kinds of cases that cannot be, each with the reason.
    absent: BTreeMap<&'static str, &'static str>,
    /// The cases.
    cases: Vec<CaseFile>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct CaseFile {
    /// Verdict and rule, unique in the file: `fail-fifty_one_bays_need_two`.
    name: String,
    /// What it is an example of: its outcome, `boundary`, `malformed`.
    kinds: Vec<&'static str>,
    /// The day of the audit.
    as_of: String,
    /// The area of facilities that name none: GB/T 2260.
    jurisdiction: String,
    /// The area that is the subject, where the requirement speaks of areas.
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<String>,
    /// The subject, where it is a facility.
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<FacilityFile>,
    /// Facilities beside it.
    others: Vec<FacilityFile>,
    /// Types of which all facilities in `jurisdiction` are here, in both rounds.
    complete: Vec<String>,
    /// What has to come of it.
    expected: Expected,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FacilityFile {
    /// Its id.
    id: String,
    /// Its type, of the catalogue.
    #[serde(rename = "type")]
    facility_type: String,
    /// What is recorded of it on the day, by property; what is not there was not surveyed.
    values: BTreeMap<String, ValueFile>,
    /// What was recorded of it in the round before, 400 days earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<BTreeMap<String, ValueFile>>,
}

/// What is recorded of a property.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum ValueFile {
    /// Yes or no.
    Flag(bool),
    /// A number or a range, in the canonical unit of the property.
    Number(Ends),
    /// A category's id, a date, or a text.
    Text(String),
    /// Recorded as unknown.
    Unknown(bool),
    /// Two records of one day that contradict each other.
    Conflict(bool),
    /// No value at all: the survey has this instead. A diagnostic; counts as unknown.
    Malformed(String),
}

#[derive(Debug, Serialize, JsonSchema)]
struct Expected {
    /// One of the five outcomes.
    outcome: String,
    /// Why it is `cantTell` or `untested`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// What is required of the measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<Ends>,
    /// How much is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    shortfall: Option<Ends>,
    /// The outcome of each check.
    checks: BTreeMap<String, String>,
}

/// Names and texts of all files of the suite.
pub fn files(suites: &[Suite], program: &Program, catalogue: &Catalogue) -> Vec<(String, String)> {
    let mut files = vec![("catalogue.json".to_owned(), pretty(&self::catalogue(catalogue)))];
    for suite in suites {
        let Some(requirement) = program.requirements.get(suite.requirement) else { continue };
        let Some(standard) = program.standards.get(requirement.standard) else { continue };
        let name = stem(requirement.duty.id.as_str());
        files.push((format!("{name}.json"), pretty(&file(suite, requirement, standard))));
    }
    files
}

/// The JSON schema of a file of cases.
pub fn schema() -> Value {
    schemars::schema_for!(SuiteFile).to_value()
}

fn pretty(document: &impl Serialize) -> String {
    serde_json::to_string_pretty(document).unwrap_or_default() + "\n"
}

fn file(suite: &Suite, requirement: &Requirement, standard: &Standard) -> SuiteFile {
    let mut names = BTreeMap::new();
    let cases = suite.cases.iter().map(|one| case(one, standard, &mut names)).collect();
    let absent = suite.absent.iter().filter_map(|(kind, why)| Some((kind_name(*kind), absence((*why)?))));
    SuiteFile {
        format: FORMAT,
        requirement: requirement.duty.id.to_string(),
        standard: standard.id.to_string(),
        clause: requirement.duty.clause.to_string(),
        title: requirement.duty.title.clone(),
        rule: requirement.written.to_string(),
        absent: absent.collect(),
        cases,
    }
}

fn case(one: &SuiteCase, standard: &Standard, names: &mut BTreeMap<String, usize>) -> CaseFile {
    let case = &one.case;
    let of = &one.finding.subject;
    let spoilt = |other: Option<usize>| one.malformed.as_ref().filter(|malformed| malformed.other == other);
    let is_area = of.facility_type.as_str() == AREA;
    let subject = FacilityFile {
        id: of.id.to_string(),
        facility_type: of.facility_type.to_string(),
        values: values(&case.given, spoilt(None)),
        earlier: case.earlier.as_ref().map(|given| values(given, None)),
    };
    let others = case.others.iter().enumerate().map(|(nth, other)| FacilityFile {
        id: other.id(nth),
        facility_type: other.facility_type.clone(),
        values: values(&other.given, spoilt(Some(nth))),
        earlier: other.earlier.as_ref().map(|given| values(given, None)),
    });
    CaseFile {
        name: unique(name(one), names),
        kinds: CaseKind::ALL.into_iter().filter(|kind| kind.holds(one)).map(kind_name).collect(),
        as_of: case.as_of.map_or_else(|| TODAY.to_owned(), |day| day.to_string()),
        jurisdiction: standard.jurisdiction.to_string(),
        area: is_area.then(|| of.id.to_string()),
        subject: (!is_area).then_some(subject),
        others: others.collect(),
        complete: case.complete.clone(),
        expected: expected(&one.finding),
    }
}

fn values(given: &[(String, Given)], spoilt: Option<&Malformed>) -> BTreeMap<String, ValueFile> {
    let value = |name: &String, given: &Given| match given {
        _ if spoilt.is_some_and(|one| one.property == *name) => {
            ValueFile::Malformed(spoilt.map(|one| one.text).unwrap_or_default().to_owned())
        }
        Given::Flag(flag) => ValueFile::Flag(*flag),
        Given::Number(number) => ValueFile::Number((*number).into()),
        Given::Text(text) if text == UNKNOWN => ValueFile::Unknown(true),
        Given::Text(text) if text == CONFLICT => ValueFile::Conflict(true),
        Given::Text(text) => ValueFile::Text(text.clone()),
    };
    given.iter().map(|(name, given)| (name.clone(), value(name, given))).collect()
}

fn expected(finding: &Finding) -> Expected {
    let reason = finding.reason.map(Reason::key);
    let checks =
        finding.checks.iter().map(|check: &CheckResult| (check.duty.id.to_string(), check.outcome.key()));
    Expected {
        outcome: finding.outcome.key(),
        reason: reason.or_else(|| finding.silence.map(Silence::key)),
        required: finding.required().map(Interval::into),
        shortfall: finding.shortfall().map(Interval::into),
        checks: checks.collect(),
    }
}

/// Says the verdict and the rule, in letters that file names and identifiers have.
fn name(one: &SuiteCase) -> String {
    let verdict = match one.finding.outcome {
        Outcome::Passed => "pass",
        Outcome::Failed => "fail",
        Outcome::CantTell => "open",
        Outcome::Inapplicable => "outside",
        Outcome::Untested => "untested",
    };
    let words =
        one.name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.map(str::to_ascii_lowercase).collect();
    format!("{verdict}-{}", words.join("_"))
}

fn unique(name: String, names: &mut BTreeMap<String, usize>) -> String {
    let count = names.entry(name.clone()).or_default();
    *count += 1;
    if *count == 1 { name } else { format!("{name}_{count}") }
}

fn kind_name(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Passed => "passed",
        CaseKind::Failed => "failed",
        CaseKind::CantTell => "cantTell",
        CaseKind::Inapplicable => "inapplicable",
        CaseKind::Boundary => "boundary",
        CaseKind::Malformed => "malformed",
    }
}

fn absence(why: Absence) -> &'static str {
    match why {
        Absence::NoCheck => "the clause has no pass mark",
        Absence::AlwaysApplies => "it applies to every subject there is",
        Absence::NoNumber => "no number is compared with a limit",
        Absence::NothingRecorded => "it looks at nothing that a survey records of a facility",
        Absence::TakenOver => "it was taken over from a standard whose cases speak of other areas",
    }
}

/// Types, properties, bounds and relations: what a reader needs to know of values.
fn catalogue(catalogue: &Catalogue) -> Value {
    let types = catalogue.types.iter().map(|of| {
        let names = |numbers: &[usize]| -> Vec<String> {
            numbers
                .iter()
                .filter_map(|number| of.properties.get(*number))
                .map(|one| one.id.to_string())
                .collect()
        };
        let relations = of.relations.iter().map(|relation| {
            json!({ "left": names(&relation.left), "right": names(&relation.right), "equal": relation.equal })
        });
        let properties: BTreeMap<_, _> =
            of.properties.iter().map(|one| (one.id.to_string(), property(one))).collect();
        json!({ "group": of.group, "relations": relations.collect::<Vec<_>>(), "properties": properties })
    });
    let ids = catalogue.types.iter().map(|of| of.id.to_string());
    let types: BTreeMap<String, Value> = ids.zip(types).collect();
    json!({ "format": FORMAT, "trend_days": catalogue.trend_days, "works": catalogue.works, "types": types })
}

fn property(property: &Property) -> Value {
    let ends = |interval: Interval| json!(Ends::from(interval));
    let is_number = property.kind.dimension().is_some() && property.kind != Kind::Date;
    json!({
        "kind": format!("{:?}", property.kind).to_lowercase(),
        "unit": property.unit,
        "bounds": is_number.then(|| ends(property.bounds)),
        "unsurveyed": is_number.then(|| ends(property.unsurveyed)),
        "values": property.values.iter().map(|value| &value.id).collect::<Vec<_>>(),
    })
}
