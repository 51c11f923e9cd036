//! A project and what it is set to.

use super::{Desk, SHORT};

const NEW: [&str; 6] = ["init", "p", "--title", "试点", "--jurisdiction", "150802"];

fn project() -> Desk {
    let desk = Desk::new();
    assert_eq!(desk.run(&NEW).code, Some(0));
    desk
}

#[test]
fn a_new_project_explains_every_key_and_has_no_mistakes() {
    let desk = project();
    let text = desk.read("p/barrierfree.toml");
    let shown = desk.run(&["config", "show", "--project", "p", "--json"]).out;
    let entries: Vec<serde_json::Value> = serde_json::from_str(&shown).expect("a list");
    for key in entries.iter().map(|one| one["key"].as_str().expect("a key")) {
        let line = text.lines().position(|line| line.trim_matches(['#', '[', ']']).starts_with(key));
        let line = line.unwrap_or_else(|| panic!("{key} is not in the file"));
        assert!(text.lines().nth(line - 1).expect("a line").starts_with("# "), "{key} is not explained");
    }
    assert!(["inventory", "photos", "reports"].iter().all(|folder| desk.path("p").join(folder).is_dir()));
    assert_eq!(desk.run(&["config", "check", "--project", "p"]).code, Some(0));
}

#[test]
fn a_project_is_never_made_over_another() {
    let desk = project();
    let again = desk.run(&["init", "p", "--lang", "en"]);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("p/barrierfree.toml is there already"), "{}", again.err);
    assert!(desk.read("p/barrierfree.toml").contains("试点"));
}

#[test]
fn every_mistake_of_a_configuration_is_underlined_with_the_nearest_name() {
    let desk = project();
    let wrong = "jurisdction = '150802'\njurisdiction = '15080'\nlanguage = 'fr'\nboundaries = 'b.geojson'\n\
        profiles = ['p.toml']\nstandards = ['auto', 'cn-150800-201']\nstore = 'mysql://x'\ntitle = 1\n\
        [[complete]]\ntype = 'parkin'\njurisdiction = '150802'\n";
    desk.put("p/barrierfree.toml", wrong);
    desk.put("p/p.toml", "[columns]\nnme = '名称'\n");
    let run = desk.run(&["config", "check", "--project", "p", "--lang", "en"]);
    assert_eq!(run.code, Some(2));
    let all = [
        "there is no field `jurisdction` here",
        "did you mean `jurisdiction`?",
        "`15080` is not an administrative code of six digits",
        "`fr` is none of the words allowed here: zh, en",
        "there is no file p/b.geojson",
        "the profile p.toml has mistakes: no property `nme`",
        "there is no standard `cn-150800-201`",
        "did you mean `cn-150800-2017`?",
        "the store `mysql://x` is neither a file nor",
        "expected a text, found a whole number",
        "no facility type `parkin`",
        "the field `on` is missing",
    ];
    for one in all {
        assert!(run.err.contains(one), "{one}: {}", run.err);
    }
    assert!(run.err.contains("p/barrierfree.toml:1:1"), "{}", run.err);
}

#[test]
fn each_value_says_who_gave_it_and_the_command_line_comes_last() {
    let desk = project();
    let run =
        desk.run(&["config", "show", "--origin", "--project", "p", "--lang", "en", "--map-number", "GS1"]);
    for line in [
        "jurisdiction = \"150802\"  # file",
        "map_number = \"GS1\"  # command line",
        "complete = []  # default",
    ] {
        assert!(run.out.contains(line), "{line}: {}", run.out);
    }
}

#[test]
fn commands_speak_the_language_of_the_project_unless_told_otherwise() {
    let desk = project();
    desk.put("p/barrierfree.toml", "language = 'en'\n");
    assert!(desk.run(&["config", "check", "--project", "p"]).out.contains("no mistakes"));
    assert!(desk.run(&["config", "check", "--project=p", "--lang=zh"]).out.contains("写法无误"));
    assert!(desk.run(&["config", "check"]).err.contains("不在任何项目之内"));
}

#[test]
fn an_audit_of_files_asks_the_project_that_is_named_and_no_other() {
    let desk = project();
    desk.put("p/barrierfree.toml", "standards = ['cn-150800-2017']\n[[complete]]\ntype = 'parking'\njurisdiction = '150802'\non = 2026-01-01\n");
    desk.put("a.csv", SHORT);
    let run =
        desk.run(&["audit", "a.csv", "--project", "p", "--as-of", "2026-11-01", "--format", "json"]).json();
    assert_eq!(run["plan"]["standards"][0]["id"], "cn-150800-2017");
    assert_eq!(run["plan"]["complete"][0]["type"], "parking");
    desk.put("barrierfree.toml", "standards = ['cn-150800-2017']\n");
    assert!(desk.run(&["audit", "a.csv"]).err.contains("还要写 --standard"));
}
