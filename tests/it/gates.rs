//! What takes the place of what: only where it binds and is in force.

use std::sync::Arc;

use barrierfree::audit::{Scope, run, run_reference};
use barrierfree::inventory::{Builder, Inventory};
use barrierfree::model::{Observed, Origin, Record, SurveyTable, day_number};
use barrierfree::quantity::Interval;
use barrierfree::standard::compile;
use barrierfree::standard::pack::PackFile;
use barrierfree::standard::program::Program;
use jiff::civil::{Date, date};

use crate::language::CATALOGUE;

/// A city's general duty, and a rule of one county or a code that takes its place.
fn program(specific: &str) -> Program {
    let standard = |id: &str, lines: &str| {
        format!(
            "[standard]\nid = '{id}'\ntitle = {{ zh = '例', en = 'x' }}\nshort = {{ zh = '例', en = 'x' }}\n{lines}\n"
        )
    };
    let duty = |id: &str, lines: &str| {
        format!(
            "[[requirement]]\nid = '{id}'\nclause = '1'\ntopic = 'x'\ntitle = {{ zh = '例', en = 'x' }}\n\
             remedy = {{ zh = '改', en = 'x' }}\nsubject = 'parking'\nobligation = 'mandatory'\n{lines}\n\
             expects = [{{ id = 'bays', check = 'accessible_spaces >= 2' }}]\n"
        )
    };
    let area = |code: &str, level: &str, parent: &str| {
        format!(
            "[[area]]\nadcode = '{code}'\nname = {{ zh = '区', en = 'x' }}\nlevel = '{level}'\nparent = '{parent}'\n"
        )
    };
    let general = [
        standard("xx-general", "level = 'prefecture'\njurisdiction = '990000'"),
        area("990000", "prefecture", "100000")
            + &area("990001", "county", "990000")
            + &area("990002", "county", "990000"),
        duty("G-1", ""),
    ]
    .concat();
    let specific = standard("xx-specific", specific) + &duty("S-1", "overrides = ['G-1']");
    let files = [
        ("xx-general", "xx-general/pack.toml", &general),
        ("xx-specific", "xx-specific/pack.toml", &specific),
    ];
    let files = files.map(|(pack, name, text)| PackFile { pack, name, text });
    compile(&files, &CATALOGUE).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// Car parks with one accessible bay, each with its place and what is known of its works.
fn lots(lots: &[(&str, Option<Observed>)]) -> Inventory {
    let mut builder = Builder::new(Arc::clone(&CATALOGUE));
    let (parking, of) = CATALOGUE.facility_type("parking").expect("a type");
    builder.table(SurveyTable {
        file: "f".into(),
        sheet: None,
        facility_type: parking,
        headers: Vec::new(),
        crs: None,
    });
    let property = |id: &str| of.property(id).expect("a property").0;
    for (row, (place, permit)) in (2..).zip(lots) {
        let mut values = vec![
            (property("accessible_spaces"), Observed::Number(Interval::exact(1).into())),
            (property("jurisdiction"), Observed::Text((*place).into())),
        ];
        values.extend(permit.clone().map(|permit| (property("permit_date"), permit)));
        builder.push(Record {
            origin: Origin { table: 0, row },
            facility_type: parking,
            id: Some(format!("lot-{row}").as_str().into()),
            observed_on: Some(date(2026, 1, 1)),
            known_at: None,
            position: None,
            written: None,
            values: values.into_iter().map(|(property, seen)| (property, seen.into())).collect(),
        });
    }
    builder.build(date(2026, 6, 1)).0
}

fn permit(day: Date) -> Observed {
    Observed::Number(Interval::exact(day_number(day)).into())
}

/// Outcomes of the general duty and of the one that may take its place, by either evaluator.
fn outcomes(auto: bool, program: &Program, inventory: &Inventory) -> [Vec<String>; 2] {
    let scope = Scope { auto, all_findings: true, ..Scope::default() };
    let (_, findings) = run(&scope, inventory, program);
    assert_eq!(findings, run_reference(&scope, inventory, program).1);
    ["G-1", "S-1"].map(|id| {
        let of = findings.iter().filter(|finding| finding.duty.id.as_str() == id);
        of.map(|finding| finding.outcome.key()).collect()
    })
}

#[test]
fn a_general_duty_yields_only_where_the_other_standard_binds() {
    let program = program("level = 'county'\njurisdiction = '990001'");
    let inventory = lots(&[("990001", None), ("990002", None)]);
    assert_eq!(outcomes(true, &program, &inventory), [["inapplicable", "failed"], ["failed", "untested"]]);
    assert_eq!(outcomes(false, &program, &inventory), [["inapplicable"; 2], ["failed"; 2]]);
}

#[test]
fn a_general_duty_yields_to_no_standard_that_is_not_in_force() {
    let inventory = lots(&[("990001", None)]);
    let to_come = program("level = 'county'\njurisdiction = '990001'\nfrom = 2027-01-01");
    assert_eq!(outcomes(true, &to_come, &inventory), [["failed"], ["untested"]]);
    let lapsed = program("level = 'county'\njurisdiction = '990001'\nuntil = 2025-01-01");
    assert_eq!(outcomes(true, &lapsed, &inventory), [["failed"], ["untested"]]);
    assert_eq!(outcomes(false, &lapsed, &inventory), [["failed"], ["untested"]]);
}

#[test]
fn a_general_duty_yields_to_a_code_only_for_works_the_code_binds() {
    let program =
        program("level = 'national'\njurisdiction = '100000'\nworks_only = true\nfrom = 2022-04-01");
    let inventory = lots(&[
        ("990001", Some(permit(date(2022, 3, 31)))),
        ("990001", Some(permit(date(2022, 4, 1)))),
        ("990001", None),
    ]);
    let [general, code] = outcomes(true, &program, &inventory);
    assert_eq!(general, ["failed", "inapplicable", "cantTell"]);
    assert_eq!(code, ["inapplicable", "failed", "cantTell"]);
}

#[test]
fn observations_that_contradict_each_other_are_not_passed_over() {
    let case = |name: &str, given: &str, verdict: &str| {
        format!(
            "[[requirement.case]]\nname = '{name}'\ngiven = {{ accessible_spaces = 1, {given} }}\n{verdict}\n"
        )
    };
    let conflict = "outcome = 'cantTell'\nreason = 'conflict'";
    let text = [
        "[standard]\nid = 'xx-example'\ntitle = { zh = '例', en = 'x' }\nshort = { zh = '例', en = 'x' }\n\
         level = 'county'\njurisdiction = '990001'\n[[requirement]]\nid = 'EX-1'\nclause = '1'\ntopic = 'x'\n\
         title = { zh = '例', en = 'x' }\nremedy = { zh = '改', en = 'x' }\nsubject = 'parking'\n\
         obligation = 'mandatory'\n\
         applies = \"coalesce(permit_date, completion_date) >= DATE('2022-04-01')\"\n\
         expects = [{ id = 'bays', check = 'accessible_spaces >= 2' }]\n",
        &case(
            "the permit decides",
            "permit_date = '2022-04-01', completion_date = '2020-01-01'",
            "outcome = 'failed'",
        ),
        &case("else the completion", "completion_date = '2023-01-01'", "outcome = 'failed'"),
        &case("an unknown permit", "permit_date = '?', completion_date = '2023-01-01'", "outcome = 'failed'"),
        &case("permits that differ", "permit_date = '!', completion_date = '2023-01-01'", conflict),
        &case(
            "completions that differ",
            "permit_date = '2020-01-01', completion_date = '!'",
            "outcome = 'inapplicable'",
        ),
        &case("completions alone that differ", "completion_date = '!'", conflict),
    ]
    .concat();
    let file = PackFile { pack: "xx-example", name: "xx-example/pack.toml", text: &text };
    let program = compile(&[file], &CATALOGUE).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let report = barrierfree::audit::check_cases(&program, &CATALOGUE, &[]);
    let wrong: Vec<_> = report.failed.iter().map(|one| (&one.case.name, &one.differences)).collect();
    assert!(wrong.is_empty() && report.passed == 6, "{wrong:?}");
}
