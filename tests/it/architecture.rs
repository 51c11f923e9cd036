//! The floors of the house: imports go down only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each module and what it may import, lowest floor first.
const FLOORS: &[(&str, &[&str])] = &[
    ("quantity", &[]),
    ("geometry", &[]),
    ("geopackage", &[]),
    ("locale", &[]),
    ("parallel", &[]),
    ("picture", &["geometry"]),
    ("diagnostic", &["locale"]),
    ("model", &["quantity", "geometry", "locale", "diagnostic"]),
    ("standard", &["model", "quantity", "locale"]),
    ("survey", &["model", "quantity", "geometry", "locale", "diagnostic"]),
    ("inventory", &["model", "quantity", "geometry", "diagnostic", "parallel"]),
    ("link", &["model", "quantity", "geometry"]),
    ("audit", &["standard", "inventory", "model", "quantity", "locale", "parallel"]),
    ("city", &["model", "quantity"]),
    ("map", &["model", "quantity", "locale"]),
    ("report", &["map", "standard", "model", "quantity", "locale", "diagnostic", "parallel"]),
    ("store", &["geopackage", "model", "quantity", "geometry", "locale", "diagnostic"]),
    ("export", &["geopackage", "store", "report", "inventory", "model", "quantity", "locale"]),
    (
        "project",
        &[
            "export",
            "store",
            "picture",
            "city",
            "report",
            "audit",
            "inventory",
            "link",
            "survey",
            "standard",
            "model",
            "geometry",
            "locale",
            "parallel",
            "diagnostic",
        ],
    ),
    ("cli", &["project", "store", "report", "audit", "standard", "model", "locale"]),
];

/// The floors that are not the core, which alone may know what is outside.
const ABOVE: [&str; 4] = ["store", "export", "project", "cli"];

/// What the core, everything below `store`, must not know.
const OUTSIDE: &[&str] =
    &["std::fs", "std::net", "std::process", "std::env", "println!", "eprintln!", "SystemTime", "Zoned::now"];

#[test]
fn the_floors_are_in_order() {
    let mut below = BTreeSet::new();
    for (module, imports) in FLOORS {
        for import in *imports {
            assert!(below.contains(import), "`{module}` may import `{import}`, which is not below it");
        }
        below.insert(*module);
    }
}

#[test]
fn every_module_is_on_a_floor() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs");
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let known: BTreeSet<&str> = FLOORS.iter().map(|(module, _)| *module).collect();
    assert_eq!(modules.collect::<BTreeSet<_>>(), known);
}

#[test]
fn imports_go_down_only() {
    let floors: BTreeMap<&str, &[&str]> = FLOORS.iter().copied().collect();
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        let allowed = floors.get(module.as_str()).copied().unwrap_or_default();
        for import in imports(&text) {
            if import != module && !allowed.contains(&import.as_str()) {
                wrong.push(format!("{}: `{module}` imports `{import}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_knows_no_files_clock_or_terminal() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources().into_iter().filter(|(module, ..)| !ABOVE.contains(&module.as_str()))
    {
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for name in OUTSIDE.iter().filter(|name| code.contains(**name)) {
            wrong.push(format!("{}: `{module}` uses `{name}`", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_planted_import_is_found() {
    assert_eq!(imports("use crate::{model::Facility, audit};"), ["audit", "model"].map(str::to_owned).into());
    assert_eq!(imports("let x = crate::server::run();"), ["server".to_owned()].into());
}

/// The modules a source names after `crate::`, groups included.
fn imports(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = code.flat_map(|line| [line, "\n"]).collect();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(heads(group)),
            None => found.extend(word(rest)),
        }
    }
    found
}

/// The first words of the members of a `{…}` group.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut heads) = (0, true, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            letter if start && letter.is_alphabetic() => {
                heads.extend(word(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> Option<String> {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_')?;
    let word = &text[..end];
    word.starts_with(char::is_lowercase).then(|| word.to_owned())
}

/// Module, path and text of every source file below `src`, without sibling test files.
fn sources() -> Vec<(String, PathBuf, String)> {
    let mut found = Vec::new();
    for (module, _) in FLOORS {
        let mut folders = vec![root().join("src").join(module)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder of the house") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") && !is_test(&path) {
                    let text = fs::read_to_string(&path).expect("a source");
                    found.push(((*module).to_owned(), path, text));
                }
            }
        }
    }
    found
}

fn is_test(path: &Path) -> bool {
    path.iter().any(|part| part == "tests" || part == "tests.rs")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
