//! Audits of public files against figures computed independently.

use std::collections::BTreeMap;
use std::path::PathBuf;

use barrierfree::locale::{Language, Locale};
use barrierfree::model::{CheckTally, Outcome, Run};
use barrierfree::project::{Library, Request, audit};
use barrierfree::quantity::Interval;

/// The folder of public data; says so where there is none.
pub(crate) fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("BARRIERFREE_TEST_DATA").map(PathBuf::from);
    if folder.is_none() {
        #[expect(clippy::print_stderr, reason = "a test that tests nothing says so")]
        {
            eprintln!("BARRIERFREE_TEST_DATA is not set: no public file is audited");
        }
    }
    folder
}

pub(crate) fn profile(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("survey_data/profiles").join(name)
}

/// A file of the public data, audited by BYN-39.
fn run(file: &str, with: &str) -> Option<Run> {
    let library = Library::load(None).expect("the standards");
    let request = Request {
        files: vec![data()?.join(file)],
        profiles: vec![profile(with)],
        standards: vec!["cn-150800-2017".into()],
        all_findings: true,
        ..Request::default()
    };
    match audit(&request, &library, &()) {
        Ok(mut run) => {
            run.tallies.retain(|tally| tally.duty.id.as_str() == "BYN-39");
            run.findings.retain(|finding| finding.duty.id.as_str() == "BYN-39");
            Some(run)
        }
        Err(failure) => panic!("{}", failure.say(&Locale::new(Language::En))),
    }
}

fn share(run: &Run) -> &CheckTally {
    run.tallies[0].checks.iter().find(|check| check.check.as_str() == "share").expect("the share check")
}

/// The figures of `expected.json`, by the name of the file there.
fn expected(folder: &str, name: &str) -> Option<BTreeMap<String, serde_json::Value>> {
    let text = std::fs::read_to_string(data()?.join(folder).join("expected.json")).expect("expected.json");
    let all: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    serde_json::from_value(all.get(name)?.clone()).ok()
}

/// Passed, failed and shortfall of the share check are those computed from the file itself.
fn agrees(folder: &str, file: &str, name: &str, with: &str) {
    let Some(run) = run(&format!("{folder}/{file}"), with) else { return };
    let expected = expected(folder, name).expect("figures");
    let figure = |key: &str| expected.get(key).and_then(serde_json::Value::as_u64).expect("a figure");
    let share = share(&run);
    assert_eq!((share.passed, share.failed), (figure("pass_ceil"), figure("fail_ceil")));
    let missing = Interval::exact(i128::from(figure("shortfall_bays_ceil")));
    assert_eq!(share.shortfall, Some(missing));
    assert_eq!(run.tallies[0].outcomes.subjects(), figure("rows"));
}

#[test]
fn three_of_the_nineteen_lots_of_trafford_are_short_of_three_bays() {
    let folder = "parking_uk_trafford_oxford";
    agrees(
        folder,
        "trafford_off_street_parking_spaces.csv",
        "trafford_off_street",
        "trafford-off-street.toml",
    );
}

#[test]
fn a_column_that_speaks_of_prices_makes_no_lot_assessable() {
    let Some(run) = run("parking_uk_trafford_oxford/oxford_car-parking.csv", "oxford.toml") else { return };
    let outcomes = run.tallies[0].outcomes;
    assert_eq!((outcomes.passed, outcomes.failed, outcomes.subjects()), (0, 0, 28));
    assert_eq!((share(&run).passed, share(&run).failed), (0, 0));
}

#[test]
fn car_parks_of_german_cities() {
    agrees("parking_de_cities", "bielefeld.csv", "bielefeld", "bielefeld.toml");
    agrees("parking_de_cities", "neckarsulm.csv", "neckarsulm", "neckarsulm.toml");
}

#[test]
fn every_verdict_leads_to_a_row_of_the_file() {
    let file = "parking_uk_trafford_oxford/trafford_off_street_parking_spaces.csv";
    let Some(run) = run(file, "trafford-off-street.toml") else { return };
    let failed = run.findings.iter().filter(|finding| finding.outcome == Outcome::Failed);
    for finding in failed {
        let headers = finding.sources.iter().flat_map(|source| &source.columns.headers);
        assert!(headers.into_iter().any(|header| &**header == "DisabledParkingSpaces"));
        assert!(
            finding.sources.iter().all(|source| source.row >= 2 && source.columns.file.ends_with(".csv"))
        );
    }
}

#[test]
fn car_parks_in_json_of_three_kinds() {
    agrees("parking_de_cities", "konstanz.json", "konstanz", "konstanz.toml");
    agrees("parking_de_cities", "pforzheim.json", "pforzheim", "pforzheim.toml");
    agrees("parking_de_cities", "vrn_p_r.json", "vrn_p_r", "vrn-p-r.toml");
}
