//! The rule language on packs written for the purpose.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use barrierfree::audit::check_cases;
use barrierfree::locale::{Language, Locale};
use barrierfree::model::Catalogue;
use barrierfree::standard::pack::PackFile;
use barrierfree::standard::program::Program;
use barrierfree::standard::{Mistakes, catalogue, compile};

/// The catalogue alone: what the shipped packs say is no business of these tests.
pub(crate) static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("standards/catalogue")];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the catalogue") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                texts.push((path.display().to_string(), fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    let texts = texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    Arc::new(catalogue::load(texts).expect("a catalogue"))
});

const HEAD: &str = r#"
[[area]]
adcode = "990000"
name = { zh = "示例市", en = "Example City" }
level = "prefecture"

[[area]]
adcode = "990001"
name = { zh = "东区", en = "East" }
level = "county"
parent = "990000"

[[area]]
adcode = "990002"
name = { zh = "西区", en = "West" }
level = "county"
parent = "990000"

[[area]]
adcode = "990003"
name = { zh = "旧区", en = "Old" }
level = "county"
parent = "990000"
until = 2020-12-31
"#;

const STANDARD: &str = r#"
[standard]
id = "xx-example"
title = { zh = "例", en = "Example" }
short = { zh = "例", en = "Example" }
level = "prefecture"
jurisdiction = "990000"
"#;

const COMMON: &str = r#"
clause = "1"
topic = "example"
title = { zh = "例", en = "Example" }
remedy = { zh = "改", en = "mend" }
"#;

/// A pack of requirements given as the lines that are their own; `%` stands for the common lines.
pub(crate) fn pack(lines: &str) -> String {
    let lines = lines.replace("obligation =", "%\nobligation =");
    format!("{STANDARD}{HEAD}{}", lines.replace('%', COMMON))
}

pub(crate) fn read(text: &str) -> Result<Program, Mistakes> {
    compile(&[PackFile { pack: "xx-example", name: "xx-example/pack.toml", text }], &CATALOGUE)
}

/// Every case of the pack comes out as it says.
#[track_caller]
pub(crate) fn holds(lines: &str) -> usize {
    let program = read(&pack(lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let report = check_cases(&program, &CATALOGUE, &[]);
    let mut wrong = String::new();
    for one in &report.failed {
        let _ = writeln!(wrong, "{}: {:?}", one.case.name, one.differences);
    }
    assert!(report.failed.is_empty(), "{wrong}");
    assert!(report.passed > 0, "no case was run");
    report.passed
}

/// The mistakes of a pack, in both languages; each part is in the English text.
#[track_caller]
pub(crate) fn refused(lines: &str, parts: &[&str]) {
    let mistakes = read(&pack(lines)).expect_err("a pack with mistakes");
    let english = mistakes.render(&Locale::new(Language::En));
    let chinese = mistakes.render(&Locale::new(Language::Zh));
    for part in parts {
        assert!(english.contains(part), "`{part}` is missing in\n{english}");
    }
    assert!(english.contains('^') && !english.contains("mistake-"), "{english}");
    assert!(chinese.contains('^') && !chinese.contains("mistake-"), "{chinese}");
}

fn types(lines: &str) -> Vec<String> {
    let program = read(&pack(lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let requirement = program.requirements.first().expect("a requirement");
    let name = |(number, _): &(usize, _)| CATALOGUE.types[*number].id.to_string();
    requirement.bodies.iter().map(name).collect()
}

#[test]
fn a_group_is_every_type_of_that_family() {
    let found = types(
        r#"
[[requirement]]
id = "EX-1"
subject = { group = "transit" }
obligation = "mandatory"
expects = [{ id = "sound", check = "condition = 'sound'" }]
"#,
    );
    assert!(found.contains(&"transit_vehicle".to_owned()) && found.contains(&"transit_line".to_owned()));
    assert!(!found.contains(&"parking".to_owned()));
}

#[test]
fn types_that_lack_a_property_are_left_out() {
    let found = types(
        r#"
[[requirement]]
id = "EX-1"
subject = "any"
obligation = "mandatory"
expects = [{ id = "share", check = "accessible_spaces >= 1" }]
"#,
    );
    assert_eq!(found, ["residential_estate", "parking"].map(str::to_owned));
}

#[test]
fn a_property_no_type_has_is_a_mistake() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = "any"
obligation = "mandatory"
expects = [{ id = "share", check = "accesible_spaces >= 1" }]

[[requirement]]
id = "EX-2"
subject = { group = "trasnit" }
obligation = "mandatory"
expects = [{ id = "share", check = "accessible" }]
"#;
    refused(lines, &["`accesible_spaces`", "no group of types `trasnit`", "did you mean `transit`"]);
}
