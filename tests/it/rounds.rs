//! Compliance in an earlier round: what a standard asks is asked of the facilities as they were then.

use barrierfree::audit::check_cases;

use crate::language::{CATALOGUE, with_code};

const TREND: &str = r#"
[[requirement]]
id = "EX-1"
subject = "parking_space"
obligation = "mandatory"
let.n = [{ when = "complies('xx-code')", value = "1" }, { value = "0" }]
expects = [{ id = "up", trend = "n" }]
"#;

/// A code of one requirement.
fn code(lines: &str) -> String {
    format!(
        "[[requirement]]\nid = \"CODE-1\"\nsubject = \"parking_space\"\nobligation = \"mandatory\"\n{lines}\n"
    )
}

#[track_caller]
fn holds(code_lines: &str, cases: &[&str]) {
    let case = |lines: &&str| format!("[[requirement.case]]\nname = \"a case\"\n{lines}\n");
    let text = format!("{TREND}{}", cases.iter().map(case).collect::<String>());
    let program = with_code(&text, &code(code_lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let report = check_cases(&program, &CATALOGUE, &[]);
    let wrong: Vec<_> = report.failed.iter().map(|one| (&one.case.given, &one.differences)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(report.passed, cases.len());
}

/// A place, and one some ten metres to the east of it.
const HERE: &str = "longitude = 107.4, latitude = 40.7";
const THERE: &str = "longitude = 107.4001, latitude = 40.7";
const FAR: &str = "longitude = 107.5, latitude = 40.7";

#[test]
fn compliance_then_looks_at_the_others_as_they_were_then() {
    let own = format!("given = {{ {HERE}, occupied = false }}\nearlier = {{ {HERE}, occupied = false }}\n");
    let stays = format!("{{ type = 'parking_space', id = 'z', {THERE}, earlier = {{ {THERE} }} }}");
    // The new neighbour has the number now that the subject had then: neither may be taken for the other.
    let comes = format!("{{ type = 'parking_space', id = 'a', {THERE} }}");
    let goes = format!("{{ type = 'parking_space', id = 'a', {FAR}, earlier = {{ {THERE} }} }}");
    let case = |other: &str, outcome: &str| {
        format!("{own}others = [{stays}, {other}]\ncomplete = ['parking_space']\noutcome = \"{outcome}\"")
    };
    let near = "let.near = { count = \"parking_space\", within = \"m(30)\" }\n\
        expects = [{ id = \"near\", check = \"near >= 2 AND NOT occupied\" }]";
    holds(near, &[&case(&comes, "passed"), &case(&goes, "failed")]);
}

#[test]
fn compliance_then_rests_on_what_the_standard_reads() {
    let wide = "given = { width = 3 }\nearlier = { width = 1 }\noutcome = \"passed\"";
    let not_seen_again =
        "given = { width = 3 }\noutcome = \"cantTell\"\nreason = \"needs_second_observation\"";
    let worse = "given = { width = 1 }\nearlier = { width = 3 }\noutcome = \"failed\"";
    holds("expects = [{ id = \"wide\", check = \"width >= 2\" }]", &[wide, not_seen_again, worse]);
}
