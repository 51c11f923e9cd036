//! People never appear, in no output and in neither language.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::Desk;
use barrierfree::city::PLANTED_HOUSEHOLD;

/// What nothing may show: a name, an id, a position, a value of a row, each there and nowhere else.
const SECRETS: [&str; 6] = [PLANTED_HOUSEHOLD, "HH-4711", "107.41234", "40.75123", "98765", "12月32日"];

/// Households in a table of many types, with every flaw: twice a day, contradicting, out of bounds, misspelt,
/// without id, without type, and with its cells one column further on than they belong.
fn mixed() -> String {
    let headers =
        "设施编号,名称,设施类型,经度,纬度,贫困家庭,改造金额,停车场种类,总车位数,无障碍车位数,调查日期";
    let name = PLANTED_HOUSEHOLD;
    let rows = [
        format!("HH-4711,{name},残疾人家庭,107.41234,40.75123,是,98765,,,,2026-05-01"),
        format!("HH-4711,{name},残疾人家庭,107.41234,40.75123,否,98765,,,,2026-05-01"),
        format!("HH-4711,{name},残疾人家庭,107.41234,4075123,{name},-98765,,,,12月32日"),
        format!("HH-4711,{name},残疾人家庭,{name},40.75123,98765,{name},{name},{name},{name},{name}"),
        format!("4.711E+17,{name},残疾人家庭,107.41234,,98765,约98765,,,,"),
        format!(",{name},残疾人家庭,,,,,,,,"),
        format!(",{name},残疾人家庭户{name},,,,,,,,"),
        format!("1,HH-4711,{name},残疾人家庭,107.41234,40.75123,是,98765,,,"),
        "P1,一号,停车场,,,,,独立公共停车场,51,1,2026-05-01".to_owned(),
    ];
    format!("{headers}\n{}\n", rows.join("\n"))
}

/// A sheet of households alone, its headers found one row too low.
fn alone() -> String {
    let headers = "设施编号,名称,经度,纬度,贫困家庭,改造金额,调查日期";
    let row = format!("HH-4711,{PLANTED_HOUSEHOLD},107.41234,40.75123,是,98765,2026-05-01");
    format!("{headers}\n{row}\n{row}x\n")
}

/// The text of every part of a workbook.
fn unpacked(path: &Path) -> String {
    let mut book = zip::ZipArchive::new(File::open(path).expect("a workbook")).expect("an archive");
    let mut text = String::new();
    for part in 0..book.len() {
        book.by_index(part).expect("a part").read_to_string(&mut text).expect("text");
    }
    text
}

/// What every file of a folder and of those in it says; of a workbook what its parts say.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.display().to_string();
        if path.is_dir() {
            texts.extend(self::texts(&path));
        } else if name.ends_with("xlsx") {
            texts.push((name, unpacked(&path)));
        } else {
            texts.push((name, String::from_utf8_lossy(&std::fs::read(&path).expect("a file")).into_owned()));
        }
    }
    texts
}

/// Every output of an audit, in both languages.
fn outputs(desk: &Desk, audit: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    for language in ["zh", "en"] {
        for format in ["table", "json", "csv", "html", "sarif", "earl"] {
            let more =
                ["--format", format, "--findings", "all", "--lang", language, "--diagnostics", "d.csv"];
            let run = desk.run(&[audit, &more].concat());
            assert_ne!(run.code, Some(2), "{}", run.err);
            all.extend([run.text(), desk.read("d.csv")]);
        }
        let book = ["--format", "xlsx", "--findings", "all", "--lang", language, "-o", "book.xlsx"];
        assert_ne!(desk.run(&[audit, &book].concat()).code, Some(2));
        all.push(unpacked(&desk.path("book.xlsx")));
    }
    all
}

fn shows_nobody(desk: &Desk, audit: &[&str]) {
    for output in outputs(desk, audit) {
        for secret in SECRETS {
            let at = output.find(secret).map(|at| output[..at].lines().last().unwrap_or_default().to_owned());
            assert_eq!(at, None, "{secret} in {audit:?}");
        }
    }
}

#[test]
fn no_output_shows_a_household_whatever_is_wrong_with_its_row() {
    let desk = Desk::with("a.csv", mixed());
    shows_nobody(&desk, &["audit", "a.csv", "--standard", "auto", "--jurisdiction", "150802"]);
}

#[test]
fn no_output_of_an_inventory_shows_a_household() {
    let desk = Desk::with("a.csv", mixed());
    desk.put("barrierfree.toml", "jurisdiction = '150802'\n");
    let commands: [&[&str]; 6] = [
        &["import", "a.csv", "--accept", "--diagnostics", "d.csv"],
        &["import", "a.csv", "--json"],
        &["survey", "list"],
        &["survey", "list", "--json"],
        &["status", "--diagnostics", "e.csv"],
        &["status", "--json"],
    ];
    let said = commands.map(|command| {
        let run = desk.run(command);
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.text()
    });
    for text in said.into_iter().chain(["d.csv", "e.csv"].map(|name| desk.read(name))) {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
    }
    std::fs::create_dir(desk.path("out")).expect("a folder");
    for format in ["gpkg", "xlsx", "csv", "geojson", "shapefile", "kml"] {
        let path = format!("out/{format}");
        let run = desk.run(&["export", "--format", format, "-o", &path]);
        assert!(run.code == Some(0) && !SECRETS.iter().any(|secret| run.err.contains(secret)), "{}", run.err);
    }
    let texts = texts(&desk.path("out"));
    assert!(texts.len() > 10 && texts.iter().filter(|(_, text)| text.contains("P1")).count() == 6);
    for (path, text) in texts {
        assert!(!SECRETS.iter().any(|secret| text.contains(secret)), "{path}");
    }
    assert_eq!(std::fs::read_dir(desk.path("out/csv")).expect("a folder").count(), 1);
    assert!(desk.run(&["status"]).out.contains("残疾人家庭: 人数过少"));
    shows_nobody(&desk, &["audit"]);
}

/// Commands that know of no inventory: about standards and the program, and the made-up city, whose own survey it is.
const ASIDE: [&str; 11] = [
    "completions",
    "demo",
    "init",
    "man",
    "standard-check",
    "standard-conflicts",
    "standard-conformance",
    "standard-coverage",
    "standard-docs",
    "standard-list",
    "standard-show",
];

/// Every other command, in an order in which each has something to tell, with its exit code.
const COMMANDS: [(&str, i32); 49] = [
    ("import a.csv --accept --diagnostics out/a.csv", 0),
    ("import b.csv --accept --json", 0),
    ("import c.csv --observed-on 2026-06-01", 0),
    ("survey submit 3", 0),
    ("survey return 3 --reason c.csv:2:x", 0),
    ("import c.csv --lang en", 0),
    ("survey submit 4", 0),
    ("survey accept 4", 0),
    ("survey list", 0),
    ("survey list --json", 0),
    ("survey diff 1 2", 0),
    ("survey diff 1 2 --format json", 0),
    ("survey diff 2 4 --format csv --lang en", 0),
    ("survey diff --from 2026-05-15 --to 2026-11-01", 0),
    ("review list", 0),
    ("review list --all --json", 0),
    ("review list --as-of 2026-05-15 --lang en", 0),
    ("review choose 1.1/0/poor", 2),
    ("review reopen 1.1/0/poor", 2),
    ("review link disabled_household 1 2", 2),
    ("review split disabled_household 1 2.1", 2),
    ("review accept 1", 2),
    ("review reject 1", 2),
    ("photos import nowhere", 2),
    ("photos list", 0),
    ("status --diagnostics out/status.csv", 0),
    ("status --json --drafts", 0),
    ("audit --as-of 2026-11-01 --format table --findings all", 1),
    ("audit --as-of 2026-11-01 --format csv --lang en -o out/audit.csv", 1),
    ("audit --as-of 2026-11-01 --format xlsx -o out/audit.xlsx", 1),
    ("audit --as-of 2026-11-01 --format geojson -o out/layers", 1),
    ("audit --as-of 2026-11-01 --format svg -o out/map.svg", 1),
    ("audit --as-of 2026-11-01 --format png -o out/map.png", 1),
    ("standard diff cn-150800-2017 cn-230881-2017 a.csv", 1),
    ("standard test cn-150800-2017", 0),
    ("export --format gpkg -o out/export.gpkg", 0),
    ("export --format csv -o out/csv --as-of 2026-05-15", 0),
    ("export --format geojson -o out/geojson", 0),
    ("config check", 0),
    ("config show --origin", 0),
    ("config show --json", 0),
    ("template parking -o out/parking.xlsx", 0),
    ("template disabled_household -o out/household.xlsx", 0),
    ("verify", 0),
    ("verify --json", 0),
    ("backup create kept", 0),
    ("backup verify kept", 0),
    ("backup restore kept --project other", 0),
    ("migrate moved.gpkg", 0),
];

/// The commands there are, without those that only lead to others, as their pages of the manual are called.
fn commands(desk: &Desk) -> BTreeSet<String> {
    assert_eq!(desk.run(&["man", "manual"]).code, Some(0));
    let pages = std::fs::read_dir(desk.path("manual")).expect("a folder");
    let name = |page: std::io::Result<std::fs::DirEntry>| {
        let name = page.expect("a page").file_name().to_string_lossy().into_owned();
        Some(name.strip_prefix("barrierfree-")?.strip_suffix(".1")?.to_owned())
    };
    let all: BTreeSet<String> = pages.filter_map(name).collect();
    let leads = |one: &String| all.iter().any(|other| other.starts_with(&format!("{one}-")));
    all.iter().filter(|one| !leads(one)).cloned().collect()
}

#[test]
fn every_command_is_looked_at_for_households() {
    let desk = Desk::new();
    let there = commands(&desk);
    let said = |(line, _): &(&str, i32)| {
        let words: Vec<&str> = line.split(' ').collect();
        let names = [words[0].to_owned(), words.iter().take(2).copied().collect::<Vec<_>>().join("-")];
        names.into_iter().find(|name| there.contains(name)).unwrap_or_else(|| panic!("no command: {line}"))
    };
    let looked_at: BTreeSet<String> = COMMANDS.iter().map(said).chain(ASIDE.map(str::to_owned)).collect();
    assert_eq!(there, looked_at, "a new command is tried here too, or is one of those aside");
}

#[test]
fn no_command_shows_a_household_nor_does_what_it_writes() {
    let mixed = || mixed().replace("停车场,,,,,独立", "停车场,107.5,40.7,,,独立");
    let desk = Desk::with("a.csv", mixed());
    desk.put("b.csv", mixed().replace("2026-05-01", "2026-05-20").replace("是,98765", "否,98765"));
    desk.put("c.csv", mixed().replace("51,1,", "60,1,").replace(",否,", ",是,"));
    desk.put("barrierfree.toml", "jurisdiction = '150802'\nstandards = ['auto']\n");
    desk.put("other/barrierfree.toml", "");
    desk.put("out/first.csv", "P1");
    for (line, code) in COMMANDS {
        let run = desk.run(&line.split(' ').collect::<Vec<_>>());
        assert_eq!(run.code, Some(code), "{line}: {}", run.text());
        let shown = SECRETS.iter().find(|secret| run.text().contains(**secret));
        assert_eq!(shown, None, "{line}: {}", run.text());
    }
    let mut texts = texts(&desk.path("out"));
    assert!(texts.len() > 8 && texts.iter().any(|(_, text)| text.contains("一号")));
    texts.push(("manifest".into(), desk.read("kept/manifest.json")));
    for (path, text) in texts {
        assert!(!SECRETS.iter().any(|secret| text.contains(secret)), "{path}");
    }
}

#[test]
fn no_header_of_households_is_shown_that_may_be_one() {
    let desk = Desk::with("a.csv", alone());
    desk.put("p.toml", "type = 'disabled_household'\n[[sheet]]\nheader_row = 2\n[columns]\npoor = '是'\n");
    shows_nobody(&desk, &["audit", "a.csv", "--standard", "cn-150800-2017", "--profile", "p.toml"]);
}

const PACK: &str = "[standard]\nid = 'cn-h-2020'\ntitle = { zh = '试', en = 'Try' }\nshort = { zh = '试', en = 'Try' }\n\
    level = 'prefecture'\njurisdiction = '150800'\nfrom = 2020-01-01\n";

const HOMES: &str = "[[requirement]]\nid = 'H-1'\nclause = '1'\ntopic = 'housing'\ntitle = { zh = '甲', en = 'A' }\n\
    subject = 'disabled_household'\napplies = 'poor'\nobligation = 'mandatory'\nremedy = { zh = '改', en = 'do' }\n\
    departments = { lead = [], participants = [], unranked = [], basis = '' }\n\
    expects = [{ id = 'spend', check = 'spend >= 2500', measure = 'spend', unit = 'yuan' }]\n";

#[test]
fn households_nobody_knows_enough_of_are_no_evidence_gaps() {
    let desk = Desk::new();
    desk.put("packs/cn-h-2020/pack.toml", PACK);
    desk.put("packs/cn-h-2020/homes.toml", HOMES);
    let rows = (0..12).map(|home| format!("HH-4711{home},{PLANTED_HOUSEHOLD},是,不详,2026-05-01\n"));
    desk.put("a.csv", format!("设施编号,名称,贫困家庭,改造金额,调查日期\n{}", rows.collect::<String>()));
    let audit = ["audit", "a.csv", "--standards", "packs", "--standard", "cn-h-2020"];
    shows_nobody(&desk, &audit);
    let run = desk.run(&[&audit[..], &["--format", "json"]].concat());
    assert!(run.out.contains("\"cantTell\":12,"), "{}", run.out);
    assert!(run.out.contains("\"facilities\":[],"));
}

#[test]
fn a_duty_towards_households_shows_counts_of_ten_or_more() {
    let desk = Desk::new();
    desk.put("packs/cn-h-2020/pack.toml", PACK);
    desk.put("packs/cn-h-2020/homes.toml", HOMES);
    for (homes, outcomes) in [(9, "null"), (12, "{\"passed\":0,\"failed\":12,")] {
        let rows =
            (0..homes).map(|home| format!("HH-4711{home},{PLANTED_HOUSEHOLD},是,1{home},2026-05-01\n"));
        desk.put("a.csv", format!("设施编号,名称,贫困家庭,改造金额,调查日期\n{}", rows.collect::<String>()));
        let audit = ["audit", "a.csv", "--standards", "packs", "--standard", "cn-h-2020"];
        shows_nobody(&desk, &audit);
        let run = desk.run(&[&audit[..], &["--format", "json", "--findings", "all"]].concat());
        assert!(run.out.contains(&format!("\"outcomes\":{outcomes}")), "{}", run.out);
        assert!(run.out.contains("\"facilities\":[],\"diagnostics\":"));
        let run = run.json();
        let rows = if homes < 10 { serde_json::Value::Null } else { homes.into() };
        assert_eq!([&run["sheets"][0]["rows"], &run["plan"]["inputs"][0]["rows"]], [&rows, &rows]);
    }
}
