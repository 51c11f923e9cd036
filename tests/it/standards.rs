//! The standards that ship with the program, and what is said of bad ones.

use barrierfree::audit::check_cases;
use barrierfree::locale::{Language, Locale};
use barrierfree::model::RequirementId;
use barrierfree::project::Library;
use barrierfree::standard::pack::PackFile;
use barrierfree::standard::{Mistakes, compile};

fn library() -> Library {
    Library::load(None).unwrap_or_else(|failure| panic!("{}", failure.say(&Locale::new(Language::En))))
}

/// A pack of one made-up requirement with these lines in it.
fn pack(lines: &str) -> String {
    format!(
        r#"
[standard]
id = "xx-example"
title = {{ zh = "例", en = "Example" }}
short = {{ zh = "例", en = "Example" }}
level = "county"
jurisdiction = "999901"

[[requirement]]
id = "EX-1"
clause = "1"
topic = "parking"
title = {{ zh = "例", en = "Example" }}
subject = "parking"
obligation = "mandatory"
remedy = {{ zh = "改", en = "mend" }}
{lines}
"#
    )
}

fn mistakes(text: &str) -> Mistakes {
    let file = PackFile { pack: "xx-example", name: "xx-example/pack.toml", text };
    compile(&[file], &library().catalogue).expect_err("a pack with mistakes")
}

#[test]
fn every_case_of_every_standard_comes_out_as_it_says() {
    let library = library();
    let report = check_cases(&library.program, &library.catalogue, &[]);
    assert!(report.failed.is_empty(), "{:#?}", report.failed);
    assert!(report.passed >= 200, "only {} cases", report.passed);
}

#[test]
fn a_case_made_wrong_fails_with_clause_given_expected_and_got() {
    let text = pack(
        r#"
expects = [{ id = "share", check = "accessible_spaces >= 2", unit = "bay" }]
[[requirement.case]]
name = "one is enough"
given = { accessible_spaces = 1 }
outcome = "passed"
"#,
    );
    let library = library();
    let file = PackFile { pack: "xx-example", name: "xx-example/pack.toml", text: &text };
    let program = compile(&[file], &library.catalogue).expect("compiles");
    let report = check_cases(&program, &library.catalogue, &[]);
    let wrong = report.failed.first().expect("a mismatch");
    assert_eq!((report.passed, wrong.clause.as_str()), (0, "1"));
    assert_eq!(wrong.differences, [("outcome", "passed".to_owned(), "failed".to_owned())]);
}

#[test]
fn ten_mistakes_are_shown_at_once_each_underlined() {
    let text = pack(
        r#"
applies = "total_spcaes > 0 AND kind = 'atached' AND accessible_marked IS NULL"
verifed = true
overrides = ["EX-9"]
let.required = "ciel(0.02 * total_spaces)"
expects = [
  { id = "a", check = "accessible_spaces >= distance_to_entrance" },
  { id = "b", check = "aisle_width >= m(1.2)" },
  { id = "c", check = "total_spaces" },
  { id = "d", check = "accessible_spaces >= (1" },
]
[[requirement.case]]
name = "a case"
given = { total_spaces = -5 }
outcome = "pased"
"#,
    );
    let mistakes = mistakes(&text);
    let shown = mistakes.render(&Locale::new(Language::En));
    assert!(mistakes.list.len() >= 10, "{} mistakes:\n{shown}", mistakes.list.len());
    let parts = [
        "`total_spcaes`",
        "did you mean `total_spaces`",
        "`atached`",
        "did you mean `attached`",
        "IS NULL",
        "`verifed`",
        "did you mean `verified`",
        "`EX-9`",
        "`ciel`",
        "did you mean `ceil`",
        "a count on the left",
        "`aisle_width`",
        "expected a condition",
        "`pased`",
        "did you mean `passed`",
        "^^^",
    ];
    for part in parts {
        assert!(shown.contains(part), "`{part}` is missing in\n{shown}");
    }
    let chinese = mistakes.render(&Locale::new(Language::Zh));
    assert!(chinese.contains("是否想写 `total_spaces`") && !chinese.contains("mistake-"), "{chinese}");
}

#[test]
fn every_requirement_is_in_the_changelog_of_its_pack() {
    let library = library();
    for requirement in &library.program.requirements {
        let duty = &requirement.duty;
        let path = format!("{}/standards/{}/CHANGELOG.md", env!("CARGO_MANIFEST_DIR"), duty.standard);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let id = duty.id.as_str().split('/').next().unwrap_or_default();
        let number = id.split_once('-').map_or(id, |(_, number)| number);
        let words: Vec<&str> =
            text.split(|letter: char| !letter.is_alphanumeric() && letter != '.').collect();
        let said = words.iter().any(|word| word.trim_end_matches('.') == number);
        assert!(said, "{path} does not speak of {id}");
    }
}

#[test]
fn every_department_has_an_english_name_and_every_pack_its_list_of_clauses() {
    let library = library();
    for requirement in &library.program.requirements {
        let of = &requirement.duty.departments;
        for name in of.lead.iter().chain(&of.participants).chain(&of.unranked) {
            let known = library.catalogue.departments.contains_key(&**name);
            assert!(known, "{}: {name} has no English name", requirement.duty.id);
        }
    }
    for standard in &library.program.standards {
        assert!(!standard.unexamined.is_empty(), "{} has no coverage.toml", standard.id);
    }
}

#[test]
fn what_takes_its_number_or_verdict_from_what_was_not_checked_says_so() {
    let library = library();
    let duty = |id: &str| {
        let found = library.program.requirements.iter().find(|one| one.duty.id.as_str() == id);
        &found.unwrap_or_else(|| panic!("{id}")).duty
    };
    assert!(!duty("GB50763-8.10.1").verified && !duty("TJN-J4g").verified, "a number of a class of lots");
    let rests_on: Vec<&str> = duty("LAW-12").rests_on.iter().map(RequirementId::as_str).collect();
    assert!(rests_on.contains(&"GB50763-8.10.1") && !rests_on.contains(&"GB55019-2.5.4"), "{rests_on:?}");
    let all = rests_on.iter().all(|id| !duty(id).verified);
    assert!(all && duty("BYN-39").verified && duty("BYN-39").rests_on.is_empty());
}

#[test]
fn what_decides_is_kept_as_the_pack_writes_it() {
    let library = library();
    let written = |id: &str| {
        let found = library.program.requirements.iter().find(|one| one.duty.id.as_str() == id);
        found.unwrap_or_else(|| panic!("{id}")).written.to_string()
    };
    let found = "let.found = { count = \"legal_aid_station\", where = \"kind = 'pwd_legal_assistance'\" }";
    assert!(written("TJG-18a").contains(found), "{}", written("TJG-18a"));
    assert!(!written("YJH-13e").contains("let.kept = { id"), "{}", written("YJH-13e"));
}

#[test]
fn a_circle_of_lets_is_a_mistake_not_a_hang() {
    let text = pack(
        r#"
let.a = "b + 1"
let.b = "a + 1"
expects = [{ id = "x", check = "total_spaces >= a" }]
"#,
    );
    assert!(mistakes(&text).render(&Locale::new(Language::En)).contains("leads back to itself"));
}

#[test]
fn both_languages_have_the_same_words() {
    let keys = |text: &str| {
        let mut keys: Vec<String> = text
            .lines()
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
            .filter(|key| key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-'))
            .collect();
        keys.sort();
        keys
    };
    let (zh, en) = (include_str!("../../src/locale/zh.ftl"), include_str!("../../src/locale/en.ftl"));
    assert_eq!(keys(zh), keys(en));
}
