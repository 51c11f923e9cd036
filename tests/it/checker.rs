//! Every mistake the checker can find, as its users see it, in both languages.
//!
//! `tests/golden/checker` has packs and catalogues with mistakes, and beside
//! each what is said of it. `UPDATE=1 cargo test` writes that anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use barrierfree::audit::check_cases;
use barrierfree::locale::{Language, Locale};
use barrierfree::project::Library;
use barrierfree::standard::pack::PackFile;
use barrierfree::standard::{Mistakes, Problem, catalogue, compile};

use crate::cli::Desk;

/// A standard for the requirements of the files.
const STANDARD: &str = r#"[standard]
id = "xx-example"
title = { zh = "例", en = "Example" }
short = { zh = "例", en = "Example" }
level = "county"
jurisdiction = "999901"
"#;

/// What a line `@EX-1 "parking"` stands for.
const DUTY: &str = r#"[[requirement]]
id = "ID"
clause = "1"
topic = "parking"
title = { zh = "例", en = "Example" }
obligation = "mandatory"
remedy = { zh = "改", en = "mend" }
subject = "#;

/// Keys of words that are not said by a key of their own in the list of mistakes.
const PREFIXES: [&str; 2] = ["mistake", "cql"];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/checker")
}

/// Name and text of every file with mistakes.
fn texts() -> Vec<(String, String)> {
    let entries = fs::read_dir(folder()).expect("the folder").map(|entry| entry.expect("an entry").path());
    let mut found: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    found.sort();
    let name = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    found.iter().map(|path| (name(path), written_out(&fs::read_to_string(path).expect("a text")))).collect()
}

fn written_out(text: &str) -> String {
    let line = |line: &str| match line.strip_prefix('@').and_then(|line| line.split_once(' ')) {
        Some((id, subject)) => format!("{}{subject}\n", DUTY.replace("ID", id)),
        None => format!("{line}\n"),
    };
    let deep = format!("{}total_spaces > 1{}", "(".repeat(200), ")".repeat(200));
    let long = format!("total_spaces > {}1", " ".repeat(300_000));
    text.lines().map(line).collect::<String>().replace("{deep}", &deep).replace("{long}", &long)
}

fn mistakes(name: &str, text: &str, library: &Library) -> Mistakes {
    let file = format!("{name}.toml");
    if name.starts_with("catalogue") {
        return catalogue::load([(file.as_str(), text)]).expect_err("a catalogue with mistakes");
    }
    let pack = |name, text| PackFile { pack: "xx-example", name, text };
    let files = [pack("pack.toml", STANDARD), pack(&file, text)];
    let whole = PackFile { pack: "xx-example", name: &file, text };
    if name == "coverage" {
        let duty =
            written_out("@EX-1 \"parking\"\nexpects = [{ id = \"marked\", check = \"accessible_marked\" }]");
        let files =
            [pack("pack.toml", STANDARD), pack("duty.toml", duty.as_str()), pack("coverage.toml", text)];
        return compile(&files, &library.catalogue).expect_err("a list of clauses with mistakes");
    }
    let is_duties = text.starts_with("[[requirement]]");
    compile(if is_duties { &files } else { std::slice::from_ref(&whole) }, &library.catalogue)
        .expect_err("a pack with mistakes")
}

/// Very long lines are cut in the snapshot only.
fn cut(text: &str) -> String {
    let line = |line: &str| match line.char_indices().nth(240) {
        Some((end, _)) => format!("{}…\n", &line[..end]),
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// Compares with what is on file, or writes it.
fn golden(name: &str, language: &str, shown: &str) {
    let path = folder().join(format!("{name}.{language}.txt"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, shown).expect("the folder is there");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == shown, "{} is stale; UPDATE=1 cargo test rewrites it:\n{shown}", path.display());
}

/// Keys of everything that is said of a text.
fn said(mistakes: &Mistakes) -> BTreeSet<String> {
    let key = |problem: &Problem| match problem {
        Problem::Meaning(message) => message.key.clone(),
        Problem::Grammar(error) => error.message.key.clone(),
    };
    let helps = mistakes.list.iter().filter_map(|one| one.help.as_ref()).map(|help| help.key.clone());
    mistakes.list.iter().map(|one| key(&one.problem)).chain(helps).collect()
}

#[test]
fn everything_the_checker_can_say_is_shown_in_both_languages() {
    let library = Library::load(None).expect("the standards");
    let locales = [("zh", Locale::new(Language::Zh)), ("en", Locale::new(Language::En))];
    let (mut keys, mut all) = (BTreeSet::new(), String::new());
    for (name, text) in texts() {
        let mistakes = mistakes(&name, &text, &library);
        keys.extend(said(&mistakes));
        for (language, locale) in &locales {
            let shown = cut(&mistakes.render(locale));
            let titles = shown.lines().filter(|line| line.starts_with(&locale.text("mistake"))).count();
            assert!(titles > 0 && !shown.contains("mistake-") && !shown.contains("cql-"), "{shown}");
            golden(&name, language, &shown);
            if *language == "en" {
                all += &shown;
            }
        }
    }
    let chinese = include_str!("../../src/locale/zh.ftl");
    let words = chinese.lines().filter_map(|line| Some(line.split_once(" =")?.0));
    let is_of_checker = |key: &&str| {
        PREFIXES.iter().any(|prefix| key.split('-').next() == Some(prefix)) || key.starts_with("dimension-")
    };
    let is_said = |key: &&str| keys.contains(*key) || all.contains(&locales[1].1.text(key));
    let missing: Vec<&str> = words.filter(is_of_checker).filter(|key| !is_said(key)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "no pack of tests/golden/checker shows these");
}

#[test]
fn a_case_that_does_not_come_out_is_shown_with_clause_given_expected_and_got() {
    let desk = Desk::new();
    desk.put("packs/xx-example/pack.toml", STANDARD);
    let duty = "@EX-1 \"parking\"\nexpects = [{ id = \"share\", check = \"accessible_spaces >= 2\" }]\n\
        [[requirement.case]]\nname = \"one is enough\"\n\
        given = { accessible_spaces = 1, total_spaces = [40, \"inf\"], kind = \"attached\", accessible_marked = true }\n\
        outcome = \"passed\"\nrequired = 1\nshortfall = 0\nchecks = { share = \"passed\" }\n\
        [[requirement.case]]\nname = \"nobody has looked\"\ngiven = {}\noutcome = \"cantTell\"\nreason = \"conflict\"\n";
    desk.put("packs/xx-example/duty.toml", written_out(duty));
    for language in ["zh", "en"] {
        let run = desk.run(&["standard", "test", "xx-example", "--standards", "packs", "--lang", language]);
        assert_eq!(run.code, Some(1), "{}", run.err);
        golden("case", language, &run.out);
    }
    let library = Library::load(Some(&desk.path("packs"))).expect("a sound pack");
    let report = check_cases(&library.program, &library.catalogue, &["xx-example".into()]);
    assert_eq!((report.passed, report.failed.len()), (0, 2));
}
