//! The conformance suite: whole, and run through the program as any other would.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::OnceLock;

use barrierfree::audit::suites;
use barrierfree::project::Library;
use barrierfree::report::standard::conformance;
use barrierfree::standard::suite::Suite;
use serde_json::{Map, Value, json};

use crate::cli::{Desk, verdicts};

struct Whole {
    library: Library,
    suites: Vec<Suite>,
    /// Name and document of each file.
    files: BTreeMap<String, Value>,
}

fn whole() -> &'static Whole {
    static WHOLE: OnceLock<Whole> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let library = Library::load(None).expect("the standards");
        let all: Vec<usize> = (0..library.program.requirements.len()).collect();
        let suites = suites(&library.program, &library.catalogue, &all);
        let files = conformance::files(&suites, &library.program, &library.catalogue);
        let files = files.into_iter().map(|(name, text)| (name, serde_json::from_str(&text).expect("JSON")));
        Whole { files: files.collect(), library, suites }
    })
}

fn cases(file: &Value) -> &[Value] {
    file["cases"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[test]
fn every_kind_of_case_is_there_or_cannot_be() {
    let whole = whole();
    let mut lacking = Vec::new();
    for suite in &whole.suites {
        let id = &whole.library.program.requirements[suite.requirement].duty.id;
        let unexplained = suite.absent.iter().filter(|(_, why)| why.is_none());
        lacking.extend(unexplained.map(|(kind, _)| format!("{id}: {kind:?}")));
    }
    assert!(lacking.is_empty(), "neither a case nor a reason:\n{}", lacking.join("\n"));
}

#[test]
fn names_say_the_verdict_and_stand_once() {
    let verdicts = [
        ("passed", "pass-"),
        ("failed", "fail-"),
        ("cantTell", "open-"),
        ("inapplicable", "outside-"),
        ("untested", "untested-"),
    ];
    let mut count = 0;
    for (file, document) in &whole().files {
        let mut names = BTreeSet::new();
        for case in cases(document) {
            let name = text(case, "name");
            let (_, verdict) = verdicts
                .iter()
                .find(|(outcome, _)| text(&case["expected"], "outcome") == *outcome)
                .expect("an outcome");
            assert!(name.starts_with(verdict) && names.insert(name), "{file}: {name}");
            count += 1;
        }
    }
    assert!(count > 4_000, "only {count} cases");
}

/// Computed by hand: 2 % of 101 is 2.02, so three; 1 % of 101 is 1.01, so two.
#[test]
fn both_sides_of_a_limit_are_as_counted_by_hand() {
    let sides = |file: &str| -> Vec<(i64, String)> {
        let at_limit = |case: &&Value| text(case, "name").contains("at_the_limit");
        let both = cases(&whole().files[file]).iter().filter(at_limit);
        both.map(|case| {
            let given = &case["subject"]["values"];
            let number = |name: &str| given[name]["number"]["low"].as_i64().expect("a number");
            let total = number("total_spaces");
            let required = case["expected"]["required"]["low"].as_i64().expect("a number");
            assert_eq!(required, (total + 49) / 50, "2 % of {total}, rounded up");
            (number("accessible_spaces") - required, text(&case["expected"], "outcome").to_owned())
        })
        .collect()
    };
    let expected = [(-1, "failed".to_owned()), (0, "passed".to_owned())];
    assert_eq!(sides("GB55019-2.9.5_open-space.json"), expected);
    assert_eq!(sides("BYN-39.json"), expected);
}

#[test]
fn another_program_comes_to_the_same() {
    let desk = Desk::new();
    let run = desk.run(&["standard", "conformance", "suite", "cn-gb55019-2021", "cn-gb50763-2012", "BYN-39"]);
    assert_eq!(run.code, Some(0), "{}", run.text());
    let runner = format!("{}/tests/conformance/parking.py", env!("CARGO_MANIFEST_DIR"));
    match Command::new("python3").arg(runner).arg(desk.path("suite")).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(
                output.status.success() && !said.starts_with("0 "),
                "{said}{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        Err(error) => println!("left out, python3 does not start: {error}"),
    }
}

/// A case whose facility stands alone: one row of a survey, or two that contradict each other.
fn stands_alone(case: &Value) -> bool {
    let is_empty = |key: &str| case[key].as_array().is_none_or(Vec::is_empty);
    let values = case["subject"]["values"].as_object();
    let is_plain = |values: &Map<String, Value>| {
        let places = ["id", "parent", "jurisdiction", "longitude", "latitude"];
        values.iter().all(|(name, value)| !places.contains(&name.as_str()) && rows_of(value).is_some())
    };
    let earlier = case["subject"]["earlier"].as_object();
    is_empty("others")
        && is_empty("complete")
        && text(case, "as_of") == "2026-01-01"
        && values.is_some_and(is_plain)
        && earlier.is_none_or(is_plain)
}

/// How a surveyor writes a value: in one row, and in a second one that contradicts it.
fn rows_of(value: &Value) -> Option<[String; 2]> {
    let (kind, value) = value.as_object()?.iter().next()?;
    let end = |key: &str| value.get(key).filter(|end| !end.is_null());
    let same = |text: String| Some([text.clone(), text]);
    match (kind.as_str(), end("low"), end("high")) {
        ("flag", ..) => same(if value == &json!(true) { "是" } else { "否" }.to_owned()),
        ("text" | "malformed", ..) => same(value.as_str()?.to_owned()),
        ("unknown", ..) => same("不详".to_owned()),
        ("number", Some(low), Some(high)) if low.is_number() && low == high => same(low.to_string()),
        ("number", Some(low), Some(high)) if low.is_number() && high.is_number() => {
            same(format!("{low}-{high}"))
        }
        ("number", Some(low), None) if low.is_number() => same(format!(">={low}")),
        ("number", None, Some(high)) if high.is_number() => same(format!("<={high}")),
        _ => None,
    }
}

/// The rows of a case, as names and cells.
fn rows(id: &str, case: &Value) -> Vec<Map<String, Value>> {
    let subject = &case["subject"];
    let row = |values: &Value, day: &str| {
        let cells = values.as_object().into_iter().flatten();
        let mut row: Map<String, Value> =
            cells.filter_map(|(name, value)| Some((name.clone(), json!(rows_of(value)?[0])))).collect();
        row.insert("id".into(), json!(id));
        row.insert("type".into(), subject["type"].clone());
        row.insert("observed_on".into(), json!(day));
        row
    };
    let earlier = subject.get("earlier").map(|values| row(values, "2024-11-27"));
    [row(&subject["values"], "2026-01-01")].into_iter().chain(earlier).collect()
}

/// One file of a standard's rows about one type: as CSV, as JSON or as a map, in turn.
fn survey(desk: &Desk, nth: usize, facility_type: &str, rows: &[Map<String, Value>]) -> String {
    let (name, content) = match nth % 3 {
        0 => (format!("{facility_type}.csv"), csv(rows)),
        1 => (format!("{facility_type}.json"), json!(rows).to_string()),
        _ => {
            let feature =
                |row: &Map<String, Value>| json!({ "type": "Feature", "geometry": null, "properties": row });
            let features: Vec<_> = rows.iter().map(feature).collect();
            (
                format!("{facility_type}.geojson"),
                json!({ "type": "FeatureCollection", "features": features }).to_string(),
            )
        }
    };
    desk.put(&name, content);
    name
}

fn csv(rows: &[Map<String, Value>]) -> String {
    let columns: BTreeSet<&String> = rows.iter().flat_map(Map::keys).collect();
    let mut lines = vec![columns.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(",")];
    let cell = |row: &Map<String, Value>, name: &str| {
        row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    lines.extend(
        rows.iter().map(|row| columns.iter().map(|name| cell(row, name)).collect::<Vec<_>>().join(",")),
    );
    lines.join("\n") + "\n"
}

/// The cases of a standard that stand alone, by an id that no other has.
fn alone(standard: &str) -> BTreeMap<String, (String, &'static Value)> {
    let files = whole().files.values().filter(|file| text(file, "standard") == standard);
    let cases = files.flat_map(|file| cases(file).iter().map(|case| (text(file, "requirement"), case)));
    let alone = cases.filter(|(_, case)| case.get("subject").is_some() && stands_alone(case));
    alone
        .enumerate()
        .map(|(nth, (requirement, case))| (format!("C{nth}"), (requirement.to_owned(), case)))
        .collect()
}

#[test]
fn the_program_itself_comes_to_the_same_from_survey_files() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for standard in ["cn-150800-2017", "cn-120000-2016", "cn-gb55019-2021", "cn-gb50763-2012"] {
        let (desk, cases) = (Desk::new(), alone(standard));
        let mut by_type: BTreeMap<&str, Vec<Map<String, Value>>> = BTreeMap::new();
        for (id, (_, case)) in &cases {
            by_type.entry(text(&case["subject"], "type")).or_default().extend(rows(id, case));
        }
        let files: Vec<_> =
            by_type.iter().enumerate().map(|(nth, (of, rows))| survey(&desk, nth, of, rows)).collect();
        let own = cases.values().next().map(|(_, case)| text(case, "jurisdiction")).unwrap_or_default();
        let options = [
            "--standard",
            standard,
            "--as-of",
            "2026-01-01",
            "--format",
            "json",
            "--findings",
            "all",
            "--fail-on",
            "never",
        ];
        let place = if standard.starts_with("cn-gb") { vec![] } else { vec!["--jurisdiction", own] };
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let run = desk.run(&[&["audit"], &files[..], &options[..], &place[..]].concat());
        let document: Value =
            serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.text()));
        let found: BTreeMap<(String, String), Value> = verdicts(&document)
            .into_iter()
            .map(|one| ((text(&one, "requirement").to_owned(), text(&one["subject"], "id").to_owned()), one))
            .collect();
        for (id, (requirement, case)) in &cases {
            // What is about few people is told of nobody.
            let Some(one) = found.get(&(requirement.clone(), id.clone())) else { continue };
            let expected = &case["expected"];
            let reason = one.get("reason").or_else(|| one.get("silence")).filter(|reason| !reason.is_null());
            // What the data do not decide stands without amounts among the evidence gaps.
            let is_open = text(expected, "outcome") == "cantTell";
            let short = |of: &Value| if is_open { Value::Null } else { of["shortfall"].clone() };
            let got = (&one["outcome"], reason.map(ToString::to_string), short(one));
            let wanted =
                (&expected["outcome"], expected.get("reason").map(ToString::to_string), short(expected));
            tried += 1;
            if got != wanted {
                wrong.push(format!("{requirement} {}: {got:?} rather than {wanted:?}", text(case, "name")));
            }
        }
    }
    println!("{tried} cases tried through survey files");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 1_000, "only {tried} cases were tried");
}
