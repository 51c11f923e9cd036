//! The rule language on packs written for the purpose.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use barrierfree::audit::{Scope, check_cases, run, run_reference};
use barrierfree::inventory::Builder;
use barrierfree::locale::{Language, Locale};
use barrierfree::model::{
    Catalogue, Complete, Finding, Observed, Origin, Outcome, Record, Silence, SurveyTable, Tally,
};
use barrierfree::quantity::Interval;
use barrierfree::standard::pack::PackFile;
use barrierfree::standard::program::Program;
use barrierfree::standard::{Mistakes, catalogue, compile};
use jiff::civil::date;

use crate::support::agree::compare;

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
    assert_eq!(found, ["residential_estate", "parking", "sports_venue"].map(str::to_owned));
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

const STATIONS: &str = r#"
[[requirement]]
id = "EX-1"
subject = { jurisdiction = "county", of = "children" }
obligation = "mandatory"
let.stations = { count = "rehab_station", where = "demonstration" }
expects = [{ id = "some", check = "stations >= 1", unit = "facility" }]
"#;

/// A pack of one requirement with cases; each is `name | lines`.
pub(crate) fn with_cases(requirement: &str, cases: &[(&str, &str)]) -> String {
    let case = |(name, lines): &(&str, &str)| format!("\n[[requirement.case]]\nname = \"{name}\"\n{lines}\n");
    format!("{requirement}{}", cases.iter().map(case).collect::<String>())
}

#[test]
fn a_count_is_open_above_until_the_inventory_is_complete() {
    let own = r#"others = [{ type = "rehab_station", jurisdiction = "990001", demonstration = true }]"#;
    let cases = [
        (
            "none recorded",
            r#"jurisdiction = "990001"
outcome = "cantTell"
reason = "inventory_not_complete"
required = 1
shortfall = [0, 1]"#
                .to_owned(),
        ),
        (
            "none, and none missing",
            r#"jurisdiction = "990001"
complete = ["rehab_station"]
outcome = "failed"
shortfall = 1"#
                .to_owned(),
        ),
        ("one", format!("jurisdiction = \"990001\"\n{own}\noutcome = \"passed\"")),
        (
            "one of the other district",
            format!("jurisdiction = \"990002\"\n{own}\ncomplete = [\"rehab_station\"]\noutcome = \"failed\""),
        ),
        (
            "one that may be demonstration",
            r#"jurisdiction = "990001"
others = [{ type = "rehab_station", jurisdiction = "990001" }]
complete = ["rehab_station"]
outcome = "cantTell"
reason = "not_surveyed"
shortfall = [0, 1]"#
                .to_owned(),
        ),
        (
            "one that is not",
            r#"jurisdiction = "990001"
others = [{ type = "rehab_station", jurisdiction = "990001", demonstration = false }]
complete = ["rehab_station"]
outcome = "failed""#
                .to_owned(),
        ),
        (
            "one that may be of any district",
            r#"jurisdiction = "990002"
others = [{ type = "rehab_station", demonstration = true }]
complete = ["rehab_station"]
outcome = "cantTell"
reason = "not_surveyed""#
                .to_owned(),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(name, lines)| (*name, lines.as_str())).collect();
    assert_eq!(holds(&with_cases(STATIONS, &cases)), 7);
}

#[test]
fn children_are_those_of_the_day_and_never_the_rows() {
    let subjects = |day: &str| {
        let lines = with_cases(STATIONS, &[("any", &format!("as_of = \"{day}\"\noutcome = \"cantTell\""))]);
        let program = read(&pack(&lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        let (inventory, _) = Builder::new(Arc::clone(&CATALOGUE)).build(day.parse().expect("a day"));
        let (tallies, findings) = run(&Scope::default(), &inventory, &program);
        assert_eq!(tallies[0].outcomes.subjects(), findings.len() as u64);
        findings.iter().map(|finding| finding.subject.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(subjects("2026-01-01"), ["990001", "990002"]);
    assert_eq!(subjects("2020-12-31"), ["990001", "990002", "990003"]);
}

#[test]
fn a_share_counts_what_is_unknown_to_the_worse_side_at_each_end() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = { jurisdiction = "prefecture" }
obligation = "mandatory"
let.share = { share = "transit_vehicle", where = "mode = 'urban_public'", that = "low_floor OR ramp" }
expects = [{ id = "half", check = "share >= 0.5" }]
"#;
    let bus = |more: &str| format!(r#"{{ type = "transit_vehicle", mode = "urban_public", {more} }}"#);
    let (good, bad, open) =
        (bus("low_floor = true"), bus("low_floor = false, ramp = false"), bus("low_floor = false"));
    let unsure = r#"{ type = "transit_vehicle", low_floor = false, ramp = false }"#.to_owned();
    let perhaps = r#"{ type = "transit_vehicle", low_floor = true }"#.to_owned();
    let case = |others: &[&String], rest: &str| {
        let others: Vec<&str> = others.iter().map(|one| one.as_str()).collect();
        format!("others = [{}]\n{rest}", others.join(", "))
    };
    let cases = [
        ("one of two", case(&[&good, &bad], "outcome = \"passed\"")),
        ("one of three", case(&[&good, &bad, &bad], "outcome = \"failed\"\nshortfall = \"1/6\"")),
        (
            "one, and one open",
            case(
                &[&good, &open, &bad],
                "outcome = \"cantTell\"\nreason = \"not_surveyed\"\nshortfall = [0, \"1/6\"]",
            ),
        ),
        (
            "one that may not belong",
            case(&[&good, &bad, &unsure], "outcome = \"cantTell\"\nshortfall = [0, \"1/6\"]"),
        ),
        (
            "one that may belong and is right",
            case(&[&bad, &bad, &perhaps], "outcome = \"failed\"\nshortfall = [\"1/6\", \"1/2\"]"),
        ),
        ("nothing recorded", case(&[], "outcome = \"cantTell\"\nreason = \"inventory_not_complete\"")),
        (
            "nothing there",
            case(
                &[],
                "complete = [\"transit_vehicle\"]\noutcome = \"cantTell\"\nreason = \"inventory_not_complete\"",
            ),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(name, lines)| (*name, lines.as_str())).collect();
    holds(&with_cases(requirement, &cases));
}

#[test]
fn sums_add_ranges_and_are_open_above() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = { jurisdiction = "prefecture" }
obligation = "mandatory"
let.bays = { sum = "total_spaces", of = "parking", where = "kind = 'residential'" }
expects = [{ id = "enough", check = "bays >= 100", unit = "bay" }]
"#;
    let cases = [
        (
            "sixty and forty to fifty",
            r#"others = [
  { type = "parking", kind = "residential", total_spaces = 60 },
  { type = "parking", kind = "residential", total_spaces = [40, 50] },
  { type = "parking", kind = "attached", total_spaces = 900 },
]
outcome = "passed""#,
        ),
        (
            "more may exist",
            r#"others = [{ type = "parking", kind = "residential", total_spaces = 60 }]
outcome = "cantTell"
reason = "inventory_not_complete"
shortfall = [0, 40]"#,
        ),
        (
            "nothing more exists",
            r#"others = [{ type = "parking", kind = "residential", total_spaces = 60 }]
complete = ["parking"]
outcome = "failed"
shortfall = 40"#,
        ),
        (
            "one that may be another kind",
            r#"others = [{ type = "parking", kind = "residential", total_spaces = 60 }, { type = "parking", total_spaces = 50 }]
complete = ["parking"]
outcome = "cantTell"
reason = "not_surveyed"
shortfall = [0, 40]"#,
        ),
    ];
    holds(&with_cases(requirement, &cases));
}

#[test]
fn parts_are_counted_and_a_recorded_count_outranks_them() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = "parking"
obligation = "mandatory"
let.parts = { count = "parking_space", among = "parts", where = "accessible" }
let.own = "coalesce(accessible_spaces, parts)"
expects = [{ id = "two", check = "own >= 2", unit = "bay" }]
"#;
    let bays = |count: usize| {
        vec![r#"{ type = "parking_space", parent = "case", accessible = true }"#; count].join(", ")
    };
    let two = format!("others = [{}]\noutcome = \"passed\"", bays(2));
    let one = format!(
        "others = [{}]\noutcome = \"cantTell\"\nreason = \"not_surveyed\"\nshortfall = [0, 1]",
        bays(1)
    );
    let all = format!(
        "others = [{}]\ncomplete = [\"parking_space\"]\noutcome = \"failed\"\nshortfall = 1",
        bays(1)
    );
    let recorded =
        format!("given = {{ accessible_spaces = 3 }}\nothers = [{}]\noutcome = \"passed\"", bays(1));
    let fewer = format!(
        "given = {{ accessible_spaces = 1 }}\nothers = [{}]\noutcome = \"cantTell\"\nreason = \"conflict\"",
        bays(2)
    );
    let cases = [
        ("two bays", two.as_str()),
        ("one bay, and there may be more", &one),
        ("one bay, and no other", &all),
        ("a recorded count", &recorded),
        ("fewer recorded than counted", &fewer),
        (
            "a bay of another lot",
            r#"others = [{ type = "parking_space", parent = "elsewhere", accessible = true }]
complete = ["parking_space"]
outcome = "failed"
shortfall = 2"#,
        ),
        (
            "a bay that may be of this lot",
            r#"others = [{ type = "parking_space", accessible = true }]
complete = ["parking_space"]
outcome = "failed"
shortfall = [1, 2]"#,
        ),
    ];
    holds(&with_cases(requirement, &cases));
}

#[test]
fn every_one_fails_by_one_and_passes_only_when_complete() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = { jurisdiction = "county", of = "children" }
obligation = "mandatory"
expects = [{ id = "all", every = "library", where = "kind = 'public'", that = "blind_room = 'room'", unit = "facility" }]
"#;
    let library =
        |more: &str| format!(r#"{{ type = "library", kind = "public", jurisdiction = "990001", {more} }}"#);
    let (good, bad) = (library("blind_room = 'room'"), library("blind_room = 'none'"));
    let open = library("braille_volumes = 1");
    let of = |others: &[&String], rest: &str| {
        let others: Vec<&str> = others.iter().map(|one| one.as_str()).collect();
        format!("jurisdiction = \"990001\"\nothers = [{}]\n{rest}", others.join(", "))
    };
    let complete = "complete = [\"library\"]\n";
    let cases = [
        ("one is not", of(&[&good, &bad], "outcome = \"failed\"\nshortfall = [1, \"inf\"]")),
        (
            "one is not, and no other",
            of(&[&good, &bad], &format!("{complete}outcome = \"failed\"\nshortfall = 1")),
        ),
        (
            "all that are recorded",
            of(&[&good], "outcome = \"cantTell\"\nreason = \"inventory_not_complete\""),
        ),
        ("all there are", of(&[&good], &format!("{complete}outcome = \"passed\""))),
        (
            "one is open",
            of(&[&good, &open], &format!("{complete}outcome = \"cantTell\"\nreason = \"not_surveyed\"")),
        ),
        ("none there", of(&[], &format!("{complete}outcome = \"inapplicable\""))),
        ("none recorded", of(&[], "outcome = \"cantTell\"\nreason = \"inventory_not_complete\"")),
    ];
    let cases: Vec<_> = cases.iter().map(|(name, lines)| (*name, lines.as_str())).collect();
    holds(&with_cases(requirement, &cases));
}

#[test]
fn mistakes_in_aggregates_are_shown_with_their_place() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = "parking"
obligation = "mandatory"
let.a = { count = "parking_spcae", among = "parts" }
let.b = { count = "parking_space", among = "part" }
let.c = { count = "parking_space" }
let.d = { where = "accessible" }
let.e = { share = "parking_space", among = "parts", that = "acessible" }
let.f = { count = "parking_space", within = "500" }
let.g = { rank = "parking_space", to = "entrance" }
let.h = { count = "parking_space", among = "parts", whree = "accessible" }
let.i = { count = "parking_space", among = "parts", where = "i > 0" }
expects = [{ id = "x", check = "a >= 1" }]

[[requirement]]
id = "EX-2"
subject = { jurisdiction = "province", of = "child" }
obligation = "mandatory"
let.a = { count = "library", among = "parts" }
expects = [{ id = "x", check = "a >= 1 AND total_spaces > 0" }]

[[requirement.case]]
name = "a case"
others = [{ type = "libary" }, { type = "library", blind_room = 5 }]
outcome = "failed"
"#;
    let parts = [
        "did you mean `parking_space`",
        "did you mean `parts`",
        "not said among which",
        "exactly one of count, share, sum, nearest, rank",
        "did you mean `accessible`",
        "expected a length, found a bare number",
        "only facilities of its own type have a rank",
        "did you mean `where`",
        "leads back to itself",
        "no [[area]] of level `province`",
        "did you mean `children`",
        "an area has no parts",
        "facility type `jurisdiction` has no property `total_spaces`",
        "did you mean `library`",
        "property `blind_room`",
    ];
    refused(lines, &parts);
}

#[test]
fn a_number_is_compared_with_its_own_past() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = "website"
obligation = "progressive"
expects = [{ id = "up", trend = "share_accessible", end = "1" }]
"#;
    let cases = [
        (
            "more",
            "given = { share_accessible = 0.5 }\nearlier = { share_accessible = 0.4 }\noutcome = \"passed\"\nrequired = 0.4",
        ),
        (
            "the same",
            "given = { share_accessible = 0.5 }\nearlier = { share_accessible = 0.5 }\noutcome = \"failed\"\nshortfall = 0",
        ),
        (
            "the same at the end",
            "given = { share_accessible = 1 }\nearlier = { share_accessible = 1 }\noutcome = \"passed\"",
        ),
        (
            "less",
            "given = { share_accessible = 0.4 }\nearlier = { share_accessible = 0.5 }\noutcome = \"failed\"\nshortfall = 0.1",
        ),
        (
            "ranges that overlap",
            "given = { share_accessible = [0.4, 0.6] }\nearlier = { share_accessible = 0.5 }\noutcome = \"cantTell\"\nreason = \"straddles_threshold\"\nshortfall = [0, 0.1]",
        ),
        (
            "one round",
            "given = { share_accessible = 0.5 }\noutcome = \"cantTell\"\nreason = \"needs_second_observation\"",
        ),
        (
            "not seen again",
            "given = { voice = true }\nearlier = { share_accessible = 0.5 }\noutcome = \"cantTell\"\nreason = \"needs_second_observation\"",
        ),
        (
            "not seen then",
            "given = { share_accessible = 0.5 }\nearlier = { voice = true }\noutcome = \"cantTell\"\nreason = \"needs_second_observation\"",
        ),
        (
            "unknown now",
            "given = { share_accessible = \"?\" }\nearlier = { share_accessible = 0.5 }\noutcome = \"cantTell\"\nreason = \"recorded_unknown\"",
        ),
        (
            "contradictions then",
            "given = { share_accessible = 0.5 }\nearlier = { share_accessible = \"!\" }\noutcome = \"cantTell\"\nreason = \"conflict\"",
        ),
    ];
    assert_eq!(holds(&with_cases(requirement, &cases)), cases.len());
    let far = pack(&with_cases(
        requirement,
        &[(
            "more",
            "given = { share_accessible = 0.5 }\nearlier = { share_accessible = 0.4 }\noutcome = \"cantTell\"\nreason = \"needs_second_observation\"",
        )],
    ));
    let program = read(&far.replacen("level =", "trend_days = 500\nlevel =", 1))
        .unwrap_or_else(|mistakes| panic!("{mistakes}"));
    assert!(check_cases(&program, &CATALOGUE, &[]).failed.is_empty());
}

#[test]
fn a_share_is_compared_over_all_that_counted_then() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = { jurisdiction = "county", of = "children" }
obligation = "progressive"
let.done = { share = "residential_estate", where = "old_estate", that = "retrofitted" }
expects = [{ id = "up", trend = "done", end = "1" }]
"#;
    let estate = |now: bool, then: bool| {
        format!(
            "{{ type = \"residential_estate\", jurisdiction = \"990001\", old_estate = true, retrofitted = {now}, \
         earlier = {{ jurisdiction = \"990001\", old_estate = true, retrofitted = {then} }} }}"
        )
    };
    let of = |others: &[String], rest: &str| {
        format!("jurisdiction = \"990001\"\nothers = [{}]\n{rest}", others.join(", "))
    };
    let new =
        "{ type = \"residential_estate\", jurisdiction = \"990001\", old_estate = true, retrofitted = true }"
            .to_owned();
    let cases = [
        ("one more", of(&[estate(true, false), estate(false, false)], "outcome = \"passed\"\nrequired = 0")),
        (
            "standstill",
            of(
                &[estate(true, true), estate(false, false)],
                "outcome = \"failed\"\nrequired = 0.5\nshortfall = 0",
            ),
        ),
        (
            "a step back",
            of(
                &[estate(false, true), estate(true, true)],
                "outcome = \"failed\"\nrequired = 1\nshortfall = 0.5",
            ),
        ),
        ("the end", of(&[estate(true, true)], "outcome = \"passed\"")),
        ("one seen only now", of(&[estate(false, false), new.clone()], "outcome = \"passed\"\nrequired = 0")),
        ("one round", of(&[new], "outcome = \"cantTell\"\nreason = \"needs_second_observation\"")),
        ("nothing", of(&[], "outcome = \"cantTell\"\nreason = \"inventory_not_complete\"")),
    ];
    let cases: Vec<_> = cases.iter().map(|(name, lines)| (*name, lines.as_str())).collect();
    holds(&with_cases(requirement, &cases));
}

#[test]
fn mistakes_in_trends_are_shown_with_their_place() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = "website"
obligation = "progressive"
expects = [
  { id = "a", trend = "share_acessible", end = "1" },
  { id = "b", trend = "share_accessible", end = "m(1)" },
  { id = "c", trend = "share_accessible", ende = "1" },
  { id = "d", trend = "voice" },
]
"#;
    refused(
        lines,
        &[
            "did you mean `share_accessible`",
            "a ratio on the left, a length on the right",
            "did you mean `end`",
            "expected a number",
        ],
    );
}

/// What the usual code says more of itself, and what it asks.
const CODE: &str = r#"
from = 2012-09-01
works_only = true

[[requirement]]
id = "C-1"
subject = "parking"
applies = "total_spaces > 0"
obligation = "mandatory"
expects = [{ id = "share", check = "accessible_spaces >= 2" }]

[[requirement]]
id = "C-2"
subject = "parking"
obligation = "advisory"
expects = [{ id = "marked", check = "accessible_marked" }]
"#;

/// How a code begins that binds everywhere.
const NATIONAL: &str = r#"
[standard]
id = "xx-code"
title = { zh = "规范", en = "Code" }
short = { zh = "规范", en = "Code" }
level = "national"
jurisdiction = "000000"
"#;

/// The usual pack and a code it may defer to, less the beginning of that.
pub(crate) fn with_code(lines: &str, code: &str) -> Result<Program, Mistakes> {
    let code = format!("{NATIONAL}{}", code.replace("obligation =", &format!("{COMMON}obligation =")));
    let own = pack(lines);
    let files = [("xx-example", own.as_str()), ("xx-code", code.as_str())];
    let names: Vec<String> = files.iter().map(|(pack, _)| format!("{pack}/pack.toml")).collect();
    let files: Vec<PackFile<'_>> =
        files.iter().zip(&names).map(|((pack, text), name)| PackFile { pack, name, text }).collect();
    compile(&files, &CATALOGUE)
}

#[test]
fn what_a_code_asks_decides_whether_it_is_complied_with() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = ["parking", "library"]
obligation = "mandatory"
expects = [{ id = "code", check = "complies('xx-code')" }]
"#;
    let young = r#"permit_date = "2020-01-01", total_spaces = 100"#;
    let cases = [
        ("failed", format!("subject = \"parking\"\ngiven = {{ {young}, accessible_spaces = 1, complies = true }}\noutcome = \"failed\"")),
        ("passed", format!("subject = \"parking\"\ngiven = {{ {young}, accessible_spaces = 2, accessible_marked = false }}\noutcome = \"passed\"")),
        ("open", format!("subject = \"parking\"\ngiven = {{ {young} }}\noutcome = \"cantTell\"\nreason = \"not_surveyed\"")),
        ("older works, surveyed", "subject = \"parking\"\ngiven = { permit_date = \"2012-08-31\", total_spaces = 100, accessible_spaces = 0, complies = true }\noutcome = \"passed\"".to_owned()),
        ("no requirement, surveyed", "subject = \"library\"\ngiven = { complies = false }\noutcome = \"failed\"".to_owned()),
        ("no requirement, not surveyed", "subject = \"library\"\noutcome = \"cantTell\"\nreason = \"deference_unresolved\"".to_owned()),
        ("no requirement, contradictions", "subject = \"library\"\ngiven = { complies = \"!\" }\noutcome = \"cantTell\"\nreason = \"conflict\"".to_owned()),
    ];
    let cases: Vec<_> = cases.iter().map(|(name, lines)| (*name, lines.as_str())).collect();
    let program =
        with_code(&with_cases(requirement, &cases), CODE).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let report = check_cases(&program, &CATALOGUE, &[]);
    let wrong: Vec<_> = report.failed.iter().map(|one| (&one.case.name, &one.differences)).collect();
    assert!(wrong.is_empty() && report.passed == cases.len(), "{wrong:?}");
}

#[test]
fn standards_that_defer_to_each_other_are_a_mistake() {
    let defer = |to: &str| {
        format!(
            r#"
[[requirement]]
id = "X-{to}"
subject = "parking"
obligation = "mandatory"
expects = [{{ id = "code", check = "complies('{to}')" }}]
"#
        )
    };
    let code = format!("{CODE}{}", defer("xx-example"));
    let shown = with_code(&defer("xx-code"), &code).expect_err("a circle").to_string();
    assert!(shown.matches("leads back to itself").count() == 2, "{shown}");
    refused(&defer("xx-exampel"), &["no standard `xx-exampel`", "did you mean `xx-example`"]);
}

/// The first finding of a pack over a car park of a hundred bays, three of them accessible.
fn finding(lines: &str) -> Finding {
    audited(lines).1.into_iter().next().expect("a finding")
}

/// One car park of which this was seen.
fn car_park(seen: &[(&str, Observed)]) -> Builder {
    let mut builder = Builder::new(Arc::clone(&CATALOGUE));
    let (parking, of) = CATALOGUE.facility_type("parking").expect("a type");
    builder.table(SurveyTable {
        file: "f".into(),
        sheet: None,
        facility_type: parking,
        headers: Vec::new(),
        crs: None,
    });
    let value = |(id, seen): &(&str, Observed)| (of.property(id).expect("a property").0, seen.clone().into());
    builder.push(Record {
        origin: Origin { table: 0, row: 2 },
        facility_type: parking,
        id: Some("lot".into()),
        observed_on: Some(date(2026, 1, 1)),
        known_at: None,
        position: None,
        written: None,
        values: seen.iter().map(value).collect(),
    });
    builder
}

pub(crate) fn audited(lines: &str) -> (Vec<Tally>, Vec<Finding>) {
    let program = read(&pack(lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let count = |value: i128| Observed::Number(Interval::exact(value).into());
    let lot = car_park(&[("total_spaces", count(100)), ("accessible_spaces", count(3))]);
    let (inventory, _) = lot.build(date(2026, 6, 1));
    run(&Scope { all_findings: true, ..Scope::default() }, &inventory, &program)
}

#[test]
fn both_evaluators_find_nothing_to_check_where_every_one_of_none_is_asked() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = "parking"
obligation = "mandatory"
expects = [{ id = "bays", every = "parking_space", among = "parts", that = "accessible", unit = "bay" }]
"#;
    let program = read(&pack(lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let mut builder = car_park(&[("jurisdiction", Observed::Text("990001".into()))]);
    builder.complete(Complete {
        facility_type: "parking_space".into(),
        jurisdiction: "990001".into(),
        on: date(2026, 6, 1),
    });
    let (inventory, _) = builder.build(date(2026, 6, 1));
    let scope = Scope { all_findings: true, ..Scope::default() };
    let (tallies, findings) = run_reference(&scope, &inventory, &program);
    assert_eq!(findings[0].outcome, Outcome::Inapplicable);
    assert_eq!(run(&scope, &inventory, &program), (tallies, findings));
}

#[test]
fn both_evaluators_find_what_parts_say_against_a_recorded_count() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = "parking"
obligation = "mandatory"
let.bays = { count = "parking_space", among = "parts" }
let.n = "coalesce(total_spaces, bays)"
expects = [{ id = "enough", check = "n >= 50" }]

[[requirement]]
id = "EX-2"
subject = "parking"
obligation = "mandatory"
let.bays = { count = "parking_space", among = "parts" }
let.n = "coalesce(bays)"
expects = [{ id = "few", check = "n <= 50" }]
"#;
    let program = read(&pack(lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let hundred = Observed::Number(Interval::exact(100).into());
    let place = ("jurisdiction", Observed::Text("990001".into()));
    for seen in [vec![place.clone(), ("total_spaces", hundred)], vec![place]] {
        for complete in [false, true] {
            let mut builder = car_park(&seen);
            if complete {
                builder.complete(Complete {
                    facility_type: "parking_space".into(),
                    jurisdiction: "990001".into(),
                    on: date(2026, 6, 1),
                });
            }
            let inventory = builder.build(date(2026, 6, 1)).0;
            let scope = Scope { all_findings: true, ..Scope::default() };
            compare(&scope, &inventory, &program, &format!("{seen:?}, {complete}"));
            let (tallies, _) = run(&scope, &inventory, &program);
            let is_contradicted = seen.len() == 2 && complete;
            assert_eq!(tallies[0].outcomes.cant_tell == 1, is_contradicted || seen.len() == 1 && !complete);
        }
    }
}

#[test]
fn an_area_without_a_row_in_a_register_is_named_and_never_passed() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = "register_employment"
obligation = "mandatory"
expects = [{ id = "shown", check = "quota_disclosure" }]
"#;
    let program = read(&pack(lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let (register, of) = CATALOGUE.facility_type("register_employment").expect("a type");
    let told = |areas: &[Option<&str>]| {
        let mut builder = Builder::new(Arc::clone(&CATALOGUE));
        builder.table(SurveyTable {
            file: "f".into(),
            sheet: None,
            facility_type: register,
            headers: Vec::new(),
            crs: None,
        });
        for (row, area) in (2..).zip(areas) {
            let number = |id: &str| of.property(id).expect("a property").0;
            let mut values = vec![(number("quota_disclosure"), Observed::Flag(true).into())];
            values.extend(area.map(|area| (number("jurisdiction"), Observed::Text(area.into()).into())));
            builder.push(Record {
                origin: Origin { table: 0, row },
                facility_type: register,
                id: Some(format!("row-{row}").as_str().into()),
                observed_on: None,
                known_at: None,
                position: None,
                written: None,
                values,
            });
        }
        let inventory = builder.build(date(2026, 6, 1)).0;
        let scope = Scope { all_findings: true, ..Scope::default() };
        let (tallies, findings) = run(&scope, &inventory, &program);
        assert_eq!((&tallies, &findings), (&run_reference(&scope, &inventory, &program).0, &findings));
        let missed = findings.iter().filter(|one| one.silence == Some(Silence::NoRegister));
        let missed: Vec<String> = missed.map(|one| one.subject.id.to_string()).collect();
        assert_eq!(tallies[0].outcomes.untested, u64::try_from(missed.len()).expect("few"));
        missed
    };
    assert_eq!(told(&[]), ["990000"], "nobody keeps it");
    assert_eq!(told(&[Some("990001")]), ["990002"], "one county keeps it, the other does not");
    assert_eq!(told(&[Some("990000")]), Vec::<String>::new(), "it is kept by the city as a whole");
    assert_eq!(told(&[Some("990001"), None]), Vec::<String>::new(), "one row may be of any area");
}

#[test]
fn an_undefined_word_is_a_parameter_and_is_flagged() {
    let lines = r#"
[[parameter]]
id = "many"
value = "10"
words = { zh = "较多", en = "many" }

[[parameter]]
id = "few"
value = "percent(2)"
words = { zh = "少量", en = "few" }

[[requirement]]
id = "EX-1"
subject = "parking"
obligation = "mandatory"
let.wanted = "many + 0"
expects = [{ id = "many", check = "accessible_spaces >= wanted" }]
"#;
    let finding = finding(lines);
    assert_eq!(finding.required(), Some(Interval::exact(10)));
    let names: Vec<&str> = finding.duty.parameters.iter().map(|one| &*one.id).collect();
    assert_eq!(names, ["many"]);
}

#[test]
fn a_parameter_is_a_plain_number_and_named_once() {
    let lines = r#"
[[parameter]]
id = "many"
value = "total_spaces"
words = { zh = "较多", en = "many" }

[[parameter]]
id = "many"
value = "5"
words = { zh = "较多", en = "many" }

[[requirement]]
id = "EX-1"
subject = "parking"
obligation = "mandatory"
expects = [{ id = "many", check = "accessible_spaces >= mayn" }]
"#;
    refused(lines, &["no property `total_spaces`", "parameter `many` is there twice", "did you mean `many`"]);
}

#[test]
fn thresholds_may_depend_on_the_day_of_the_audit() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = "parking"
obligation = "mandatory"
let.required = [{ when = "as_of() >= DATE('2022-04-01')", value = "2" }, { value = "1" }]
expects = [{ id = "share", check = "accessible_spaces >= required", unit = "bay" }]
"#;
    let cases = [
        ("before", "given = { accessible_spaces = 1 }\nas_of = 2022-03-31\noutcome = \"passed\""),
        (
            "after",
            "given = { accessible_spaces = 1 }\nas_of = 2022-04-01\noutcome = \"failed\"\nshortfall = 1",
        ),
    ];
    holds(&with_cases(requirement, &cases));
}

#[test]
fn a_check_may_say_itself_what_to_do() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = "parking"
obligation = "mandatory"
expects = [
  { id = "five", check = "accessible_spaces >= 5", unit = "bay", remedy = { zh = "增设 {shortfall} 个", en = "add {shortfall}" } },
  { id = "ten", check = "accessible_spaces >= 10", unit = "bay" },
]
"#;
    let finding = finding(lines);
    let said: Vec<_> =
        finding.checks.iter().map(|check| check.duty.remedy.as_ref().map(|one| one.en.as_str())).collect();
    assert_eq!(said, [Some("add {shortfall}"), None]);
}

#[test]
fn two_clauses_about_one_number_are_one_repair() {
    let requirement = |id: &str, obligation: &str, required: u32| {
        format!(
            "\n[[requirement]]\nid = \"{id}\"\nsubject = \"parking\"\nobligation = \"{obligation}\"\n\
         expects = [{{ id = \"share\", check = \"accessible_spaces >= {required}\", unit = \"bay\" }}]\n"
        )
    };
    let lines = [
        requirement("EX-1", "mandatory", 5),
        requirement("EX-2", "mandatory", 8),
        requirement("EX-3", "encouraged", 20),
        requirement("EX-4", "encouraged", 6),
        requirement("EX-5", "mandatory", 2),
    ];
    let (tallies, findings) = audited(&lines.concat());
    let merged: Vec<_> =
        findings.iter().map(|one| one.merged_into.as_ref().map(ToString::to_string)).collect();
    let into = Some("EX-2".to_owned());
    assert_eq!(merged, [into.clone(), None, None, into.or(None).map(|_| "EX-3".to_owned()), None]);
    let repairs: Vec<_> = tallies.iter().map(|tally| tally.checks[0].to_repair).collect();
    let exact = |value: i128| Some(Interval::exact(value));
    assert_eq!(repairs, [exact(0), exact(5), exact(17), exact(0), exact(0)]);
    assert_eq!(tallies[0].checks[0].shortfall, exact(2));
}

/// A place so many metres east of the first.
fn east(metres: f64) -> String {
    format!("longitude = {:.7}, latitude = 40.7", 107.4 + metres / 84_500.0)
}

#[test]
fn the_nearest_is_measured_and_may_be_nearer() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = "library"
obligation = "mandatory"
let.way = { nearest = "public_toilet", where = "unisex" }
expects = [{ id = "near", check = "way <= m(500)", unit = "m" }]
"#;
    let here = format!("given = {{ {} }}", east(0.0));
    let toilet = |metres: f64, more: &str| format!("{{ type = \"public_toilet\", {}{more} }}", east(metres));
    let of = |others: &[String], rest: &str| format!("{here}\nothers = [{}]\n{rest}", others.join(", "));
    let complete = "complete = [\"public_toilet\"]\n";
    let cases = [
        (
            "near enough",
            of(&[toilet(300.0, ", unisex = true"), toilet(900.0, ", unisex = true")], "outcome = \"passed\""),
        ),
        (
            "too far, and more may exist",
            of(
                &[toilet(900.0, ", unisex = true")],
                "outcome = \"cantTell\"\nreason = \"inventory_not_complete\"",
            ),
        ),
        ("too far", of(&[toilet(900.0, ", unisex = true")], &format!("{complete}outcome = \"failed\""))),
        (
            "a near one that may count",
            of(
                &[toilet(300.0, ""), toilet(900.0, ", unisex = true")],
                &format!("{complete}outcome = \"cantTell\"\nreason = \"not_surveyed\""),
            ),
        ),
        (
            "a near one that does not",
            of(
                &[toilet(300.0, ", unisex = false"), toilet(900.0, ", unisex = true")],
                &format!("{complete}outcome = \"failed\""),
            ),
        ),
        (
            "one without a position",
            of(
                &["{ type = \"public_toilet\", unisex = true }".to_owned()],
                &format!("{complete}outcome = \"cantTell\"\nreason = \"not_surveyed\""),
            ),
        ),
        ("none there", of(&[], &format!("{complete}outcome = \"failed\""))),
        (
            "no position of its own",
            format!(
                "others = [{}]\n{complete}outcome = \"cantTell\"\nreason = \"not_surveyed\"",
                toilet(10.0, ", unisex = true")
            ),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(name, lines)| (*name, lines.as_str())).collect();
    holds(&with_cases(requirement, &cases));
}

#[test]
fn what_is_around_is_counted() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = "public_toilet"
obligation = "mandatory"
let.near = { count = "public_toilet", within = "m(500)" }
expects = [{ id = "two", check = "near >= 2" }]
"#;
    let toilet = |metres: f64| format!("{{ type = \"public_toilet\", {} }}", east(metres));
    let of = |others: &[String], rest: &str| {
        format!("given = {{ {} }}\nothers = [{}]\n{rest}", east(0.0), others.join(", "))
    };
    let complete = "complete = [\"public_toilet\"]\n";
    let cases = [
        ("two others", of(&[toilet(400.0), toilet(-499.0), toilet(600.0)], "outcome = \"passed\"")),
        (
            "one other, itself not counted",
            of(&[toilet(400.0), toilet(600.0)], &format!("{complete}outcome = \"failed\"\nshortfall = 1")),
        ),
        (
            "more may exist",
            of(&[toilet(400.0)], "outcome = \"cantTell\"\nreason = \"inventory_not_complete\""),
        ),
        (
            "one may be near",
            of(
                &[toilet(400.0), "{ type = \"public_toilet\" }".to_owned()],
                &format!("{complete}outcome = \"cantTell\"\nreason = \"not_surveyed\""),
            ),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(name, lines)| (*name, lines.as_str())).collect();
    holds(&with_cases(requirement, &cases));
}

#[test]
fn the_handiest_bay_is_the_nearest_to_an_entrance() {
    let requirement = r#"
[[requirement]]
id = "EX-1"
subject = "parking_space"
applies = "accessible"
obligation = "mandatory"
let.rank = { rank = "parking_space", to = "entrance", where = "NOT accessible" }
expects = [{ id = "first", check = "rank <= 1" }]
"#;
    let own = format!("given = {{ parent = \"lot\", accessible = true, {} }}", east(30.0));
    let bay = |metres: f64| {
        format!("{{ type = \"parking_space\", parent = \"lot\", accessible = false, {} }}", east(metres))
    };
    let door = format!("{{ type = \"entrance\", parent = \"lot\", {} }}", east(0.0));
    let of = |others: &[String], rest: &str| format!("{own}\nothers = [{}]\n{rest}", others.join(", "));
    let complete = "complete = [\"parking_space\", \"entrance\"]\n";
    let elsewhere =
        format!("{{ type = \"parking_space\", parent = \"other\", accessible = false, {} }}", east(10.0));
    let nowhere = "{ type = \"parking_space\", parent = \"lot\", accessible = false }".to_owned();
    let cases = [
        ("first", of(&[door.clone(), bay(40.0), elsewhere], &format!("{complete}outcome = \"passed\""))),
        ("second", of(&[door.clone(), bay(20.0), bay(40.0)], &format!("{complete}outcome = \"failed\""))),
        (
            "a bay without a position",
            of(
                &[door.clone(), bay(40.0), nowhere],
                &format!("{complete}outcome = \"cantTell\"\nreason = \"not_surveyed\""),
            ),
        ),
        (
            "more bays may exist",
            of(
                &[door.clone(), bay(40.0)],
                "complete = [\"entrance\"]\noutcome = \"cantTell\"\nreason = \"inventory_not_complete\"",
            ),
        ),
        (
            "more entrances may exist",
            of(
                &[door, bay(40.0)],
                "complete = [\"parking_space\"]\noutcome = \"cantTell\"\nreason = \"inventory_not_complete\"",
            ),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(name, lines)| (*name, lines.as_str())).collect();
    holds(&with_cases(requirement, &cases));
}

#[test]
fn numbers_that_would_tell_on_people_are_flagged() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = { jurisdiction = "prefecture" }
obligation = "mandatory"
expects = [{ id = "done", every = "disabled_household", that = "retrofitted", unit = "facility" }]
"#;
    let program = read(&pack(lines)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let (household, of) = CATALOGUE.facility_type("disabled_household").expect("a type");
    let (retrofitted, _) = of.property("retrofitted").expect("a property");
    let flagged = |count: u32| {
        let mut builder = Builder::new(Arc::clone(&CATALOGUE));
        builder.table(SurveyTable {
            file: "f".into(),
            sheet: None,
            facility_type: household,
            headers: Vec::new(),
            crs: None,
        });
        for row in 1..=count {
            builder.push(Record {
                origin: Origin { table: 0, row },
                facility_type: household,
                id: Some(format!("h{row}").into()),
                observed_on: None,
                known_at: None,
                position: None,
                written: None,
                values: vec![(retrofitted, Observed::Flag(false).into())],
            });
        }
        let (inventory, _) = builder.build(date(2026, 6, 1));
        let scope = Scope { jurisdiction: Some("990000".into()), ..Scope::default() };
        let (tallies, findings) = run(&scope, &inventory, &program);
        assert!(findings[0].sources.is_empty(), "a household is named");
        (findings[0].few_people, tallies[0].checks[0].shortfall.is_none())
    };
    assert_eq!(flagged(9), (true, true));
    assert_eq!(flagged(10), (false, false));
}
