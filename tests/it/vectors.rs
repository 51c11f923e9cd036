//! What the clauses make of known inputs: each is a case of the pack that has the clause.
//!
//! Every vector is looked for among the cases of one requirement: a case that
//! is given these values, among others, and expects these results, among
//! others. That the cases come out is tested elsewhere; and every requirement
//! has one of each outcome that it can have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// A requirement, values given, and what comes out; as TOML.
type Vector = (&'static str, &'static str, &'static str);

const FAILED: &str = "outcome = 'failed'";
const PASSED: &str = "outcome = 'passed'";
const INAPPLICABLE: &str = "outcome = 'inapplicable'";

const VECTORS: &[Vector] = &[
    ("GB55019-3.2.2", "cubicle_length = 1.8, cubicle_width = 1.5", PASSED),
    ("GB55019-3.2.2", "cubicle_length = 1.5, cubicle_width = 1.8", PASSED),
    ("GB55019-3.2.2", "cubicle_length = 2, cubicle_width = 1.35", FAILED),
    ("GB55019-2.5.4/clear-width", "lifecycle = 'new', width = 0.85", FAILED),
    ("GB55019-2.5.4/clear-width", "lifecycle = 'renovated', width = 0.85", PASSED),
    ("TJN-I1", "pwd_income_growth = 0.09", FAILED),
    ("TJN-I1", "pwd_income_growth = 0.0901", PASSED),
    ("YJH-10c", "tuition_fee = 20000, tuition_aid = 9000", PASSED),
    ("YJH-10c", "tuition_fee = 10000, tuition_aid = 6000", "outcome = 'passed', required = 6000"),
    ("YJH-10c", "tuition_fee = 10000, tuition_aid = 5999", FAILED),
    ("YJH-10c", "tuition_fee = 10000, tuition_aid = 9000", PASSED),
    ("YJH-10c", "tuition_fee = 10000, tuition_aid = 9001", FAILED),
    ("YJH-05a", "dpf_staff_pwd_share_numerator = 2, dpf_staff_pwd_share_denominator = 9", PASSED),
    ("YJH-05a", "dpf_staff_pwd_share_numerator = 1, dpf_staff_pwd_share_denominator = 9", FAILED),
    ("YJH-05a", "dpf_staff_pwd_share_numerator = 3, dpf_staff_pwd_share_denominator = 20", PASSED),
    ("YJH-05a", "dpf_staff_pwd_share_numerator = 2, dpf_staff_pwd_share_denominator = 20", FAILED),
    ("TJN-J4g", "kind = 'residential', open_to_public = false", INAPPLICABLE),
];

/// A requirement, values given with each, and for totals how many bays or places are asked for; none where it does not apply.
type Series = (&'static str, &'static str, &'static str, &'static [(i64, Option<i64>)]);

const SERIES: &[Series] = &[
    (
        "BYN-39",
        "",
        "total_spaces",
        &[
            (0, None),
            (1, Some(1)),
            (20, Some(1)),
            (50, Some(1)),
            (51, Some(2)),
            (100, Some(2)),
            (101, Some(3)),
        ],
    ),
    ("TJG-03d", "", "total_spaces", &[(0, None), (20, Some(1)), (51, Some(2)), (75, Some(2))]),
    ("TJG-17d", "", "total_spaces", &[(0, None), (20, Some(1)), (51, Some(2)), (75, Some(2))]),
    (
        "TJN-J4g",
        "kind = 'attached', permit_date = '2020-05-01'",
        "total_spaces",
        &[(100, Some(1)), (101, Some(2))],
    ),
    ("TJN-J4g", "kind = 'attached', permit_date = '2022-04-01'", "total_spaces", &[(101, Some(2))]),
    ("TJN-J4g", "kind = 'public_standalone', form = 'open_lot'", "total_spaces", &[(101, Some(3))]),
    ("TJN-J4g", "kind = 'residential', open_to_public = true", "total_spaces", &[(401, Some(3))]),
    (
        "GB55019-2.9.5",
        "",
        "total_spaces",
        &[(99, Some(1)), (100, Some(1)), (101, Some(2)), (200, Some(2)), (201, Some(3))],
    ),
    (
        "GB50763-5.2.1",
        "",
        "total_spaces",
        &[(49, Some(1)), (50, Some(1)), (51, Some(2)), (100, Some(2)), (101, Some(3))],
    ),
    (
        "GB50763-8.10.1",
        "form = 'open_lot'",
        "total_spaces",
        &[(100, Some(1)), (101, Some(3)), (251, Some(6)), (401, Some(9))],
    ),
    ("GB50763-8.10.1", "form = 'garage'", "total_spaces", &[(101, Some(3)), (51, Some(2))]),
    ("GB50763-7.3.3", "", "total_spaces", &[(150, Some(1)), (200, Some(1)), (201, Some(2)), (401, Some(3))]),
    (
        "GB55019-3.5.4/places-small",
        "",
        "seats",
        &[(100, Some(1)), (101, Some(2)), (400, Some(2)), (401, None)],
    ),
    (
        "GB55019-3.5.4/places",
        "",
        "seats",
        &[(400, None), (401, Some(3)), (600, Some(3)), (601, Some(4)), (750, Some(4))],
    ),
    (
        "ADA-208.2",
        "",
        "total_spaces",
        &[
            (25, Some(1)),
            (26, Some(2)),
            (30, Some(2)),
            (60, Some(3)),
            (100, Some(4)),
            (101, Some(5)),
            (500, Some(9)),
            (501, Some(11)),
            (1000, Some(20)),
            (1001, Some(21)),
            (1101, Some(22)),
        ],
    ),
    // Required bays are 6, 7 and 9.
    ("ADA-208.2.4", "", "total_spaces", &[(200, Some(1)), (201, Some(2)), (401, Some(2))]),
];

/// The requirements of the packs, as they are written.
fn requirements() -> BTreeMap<String, Table> {
    let mut found = BTreeMap::new();
    for file in folders(&Path::new(env!("CARGO_MANIFEST_DIR")).join("standards")) {
        let text = fs::read_to_string(&file).expect("a text");
        let pack: Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for one in list(&pack, "requirement") {
            found.insert(one["id"].as_str().expect("an id").to_owned(), one.clone());
        }
    }
    found
}

/// The files of the packs.
fn folders(standards: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
    };
    let packs = inside(standards).into_iter().filter(|path| path.is_dir() && !path.ends_with("catalogue"));
    let files = packs.flat_map(|pack| inside(&pack));
    files.filter(|file| file.extension().is_some_and(|end| end == "toml")).collect()
}

fn list<'a>(table: &'a Table, name: &str) -> Vec<&'a Table> {
    let items = table.get(name).and_then(Value::as_array).into_iter().flatten();
    items.filter_map(Value::as_table).collect()
}

fn inline(text: &str) -> Table {
    format!("x = {{ {text} }}").parse::<Table>().expect("TOML")["x"].as_table().expect("a table").clone()
}

/// Whether everything of the one stands in the other too; 2 is 2.0.
fn holds(part: &Table, whole: &Table) -> bool {
    let small = |value: &Value| i32::try_from(value.as_integer()?).ok().map(f64::from);
    let number = |value: &Value| value.as_float().or_else(|| small(value));
    part.iter().all(|(name, value)| {
        whole.get(name).is_some_and(|found| {
            found == value
                || number(found).zip(number(value)).is_some_and(|(one, other)| (one - other).abs() < 1e-12)
        })
    })
}

fn has_case(requirement: &Table, given: &Table, expected: &Table) -> bool {
    let empty = Table::new();
    list(requirement, "case").into_iter().any(|case| {
        let of_case = case.get("given").and_then(Value::as_table).unwrap_or(&empty);
        holds(given, of_case) && holds(expected, case)
    })
}

#[test]
fn every_vector_is_a_case_of_its_pack() {
    let all = requirements();
    let mut missing = Vec::new();
    let mut check = |id: &str, given: &str, expected: &str| {
        let found = all.get(id).is_some_and(|one| has_case(one, &inline(given), &inline(expected)));
        if !found {
            missing.push(format!("{id}: {given} gives {expected}"));
        }
    };
    for (id, given, expected) in VECTORS {
        check(id, given, expected);
    }
    for (id, given, total, series) in SERIES {
        let separator = if given.is_empty() { "" } else { ", " };
        for (count, required) in *series {
            let expected = required.map_or(INAPPLICABLE.to_owned(), |count| format!("required = {count}"));
            check(id, &format!("{given}{separator}{total} = {count}"), &expected);
        }
    }
    assert!(missing.is_empty(), "no case says that\n{}", missing.join("\n"));
}

#[test]
fn a_rule_without_a_pass_mark_is_measured_whatever_was_counted() {
    let all = requirements();
    let outcomes: BTreeSet<_> =
        list(&all["TJG-17c"], "case").iter().filter_map(|case| case["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["cantTell", "inapplicable", "untested"].into());
}

#[test]
fn every_requirement_has_a_case_of_each_outcome_it_can_have() {
    let mut lacking = Vec::new();
    for (id, requirement) in requirements() {
        let checks = list(&requirement, "expects");
        let mut wanted: BTreeSet<&str> = BTreeSet::new();
        if !checks.is_empty() {
            wanted.extend(["passed", "failed", "cantTell"]);
        }
        let asks_every = !checks.is_empty() && checks.iter().all(|check| check.contains_key("every"));
        if asks_every || ["applies", "condition"].iter().any(|field| requirement.contains_key(*field)) {
            wanted.insert("inapplicable");
        }
        let cases = list(&requirement, "case");
        let has: BTreeSet<&str> = cases.iter().filter_map(|case| case.get("outcome")?.as_str()).collect();
        lacking.extend(wanted.difference(&has).map(|outcome| format!("{id}: {outcome}")));
    }
    assert!(lacking.is_empty(), "no case of\n{}", lacking.join("\n"));
}

#[test]
fn what_the_plans_ask_of_the_built_environment_is_all_there() {
    let ids = "BYN-06 34 36a 36b 36f 37b 37c 37d 37e 38a 39; TJG-03a 03b 03c 03d 16a 17a 17b 17c 17d 17f 17g 17h \
        17i 17j 17l 17m 17n 17o 17q 17s; SMX-10d 10e 10f 11c 12a 12b 12c 12e 12f 12g 12h 12j 12k 12l 12o; YJH-11c \
        12b 12c 13a 13b 13c 13d 13e 13g; TJN-J4b J4c J4d J4e J4f J4g J4h J4i J4j J4k J4l";
    let all = requirements();
    for (plan, numbers) in ids.split("; ").filter_map(|plan| plan.split_once('-')) {
        for number in numbers.split_whitespace() {
            assert!(all.contains_key(&format!("{plan}-{number}")), "{plan}-{number} is missing");
        }
    }
}
