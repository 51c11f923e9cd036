//! What the documents need the rule language to say: forty items, each with a clause that forces it.
//!
//! Each has a small pack of its own here and cases that only come out if the
//! language carries it, or a test below that is called after it.

use barrierfree::audit::{Scope, check_cases, run};
use barrierfree::inventory::Builder;
use barrierfree::model::{Outcome, Silence, Strength};
use barrierfree::quantity::Interval;
use jiff::civil::date;

use super::language::{CATALOGUE, audited, holds, pack, read, with_cases, with_code};

/// An item: its number, what it is, the clauses that force it, a requirement and its cases.
type Item = (u32, &'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Items that no case can show; each has a test of its own below.
const BY_TEST: [(u32, &str, &str); 8] = [
    (10, "general and specific rule of one subject", "TJG-03d, 17d"),
    (23, "strength inherited inside a sentence", "TJG-17h, SMX-12g"),
    (24, "the stricter rule stands", "SMX-11c, TJN-J4i"),
    (25, "sunset and delayed start", "YJH-99"),
    (26, "precision of deadlines", "BYN-00a, BYN-44c"),
    (33, "a rule about the failures of other rules", "YJH-13d"),
    (38, "lead, participants, unranked", "TJG annex, YJH-05a"),
    (40, "priority order instead of pass or fail", "R622-12"),
];

const ITEMS: &[Item] = &[
    (
        1,
        "a percentage with its rounding",
        "TJG-03d, GB50763-8.1.2",
        r#"
subject = "parking"
let.required = "ceil(0.07 * total_spaces)"
expects = [{ id = "share", check = "accessible_spaces >= required", unit = "bay" }]"#,
        &[
            (
                "seven in a hundred are seven",
                "given = { total_spaces = 100, accessible_spaces = 7 }\noutcome = \"passed\"\nrequired = 7",
            ),
            (
                "one more is rounded up",
                "given = { total_spaces = 101, accessible_spaces = 7 }\noutcome = \"failed\"\nrequired = 8",
            ),
        ],
    ),
    (
        2,
        "a least number beside a ratio, and a guard for none",
        "BYN-39",
        r#"
subject = "parking"
applies = "total_spaces > 0"
let.required = "greatest(1, ceil(percent(2) * total_spaces))"
expects = [{ id = "share", check = "accessible_spaces >= required", unit = "bay" }]"#,
        &[
            (
                "one of one",
                "given = { total_spaces = 1, accessible_spaces = 0 }\noutcome = \"failed\"\nrequired = 1",
            ),
            (
                "none of none",
                "given = { total_spaces = 0, accessible_spaces = 0 }\noutcome = \"inapplicable\"",
            ),
        ],
    ),
    (
        3,
        "tiers that share a boundary: the first matches",
        "GB50763-5.2.1, 8.8.3",
        r#"
subject = "parking"
let.required = [{ when = "total_spaces <= 50", value = "1" }, { when = "total_spaces >= 50", value = "ceil(percent(2) * total_spaces) + 1" }]
expects = [{ id = "share", check = "accessible_spaces >= required", unit = "bay" }]"#,
        &[
            (
                "fifty belongs to the first",
                "given = { total_spaces = 50, accessible_spaces = 0 }\noutcome = \"failed\"\nrequired = 1",
            ),
            (
                "fifty-one to the second",
                "given = { total_spaces = 51, accessible_spaces = 0 }\noutcome = \"failed\"\nrequired = 3",
            ),
        ],
    ),
    (
        4,
        "a class by size and form",
        "GB50763-8.10.1",
        r#"
subject = "parking"
let.class = [{ when = "form = 'garage' AND total_spaces <= 50 OR form = 'open_lot' AND total_spaces <= 100", value = "4" }, { value = "3" }]
let.required = [{ when = "class = 4", value = "1" }, { value = "greatest(2, ceil(percent(2) * total_spaces))" }]
expects = [{ id = "share", check = "accessible_spaces >= required", unit = "bay" }]"#,
        &[
            (
                "a hundred in the open",
                "given = { form = 'open_lot', total_spaces = 100, accessible_spaces = 0 }\noutcome = \"failed\"\nrequired = 1",
            ),
            (
                "fifty-one in a garage",
                "given = { form = 'garage', total_spaces = 51, accessible_spaces = 0 }\noutcome = \"failed\"\nrequired = 2",
            ),
        ],
    ),
    (
        5,
        "one more for each started unit",
        "GB55019-3.5.4",
        r#"
subject = "cultural_venue"
let.required = [{ when = "seats <= 100", value = "1" }, { when = "seats <= 400", value = "2" }, { value = "2 + ceil((seats - 400) / 200)" }]
expects = [{ id = "places", check = "wheelchair_places >= required" }]"#,
        &[
            (
                "four hundred",
                "given = { seats = 400, wheelchair_places = 0 }\noutcome = \"failed\"\nrequired = 2",
            ),
            (
                "four hundred and one",
                "given = { seats = 401, wheelchair_places = 0 }\noutcome = \"failed\"\nrequired = 3",
            ),
            (
                "six hundred and one",
                "given = { seats = 601, wheelchair_places = 0 }\noutcome = \"failed\"\nrequired = 4",
            ),
        ],
    ),
    (
        6,
        "what is added up: lot, site, estate",
        "GB50763-8.1.2, 7.3.3; ADA-208.2",
        r#"
subject = "residential_estate"
let.bays = { sum = "total_spaces", of = "parking", among = "parts" }
let.accessible = { sum = "accessible_spaces", of = "parking", among = "parts" }
expects = [{ id = "share", check = "accessible >= ceil(0.005 * bays)", unit = "bay" }]"#,
        &[(
            "two lots make one estate",
            "others = [{ type = 'parking', parent = 'case', total_spaces = 150, accessible_spaces = 1 }, { type = 'parking', parent = 'case', total_spaces = 100, accessible_spaces = 0 }]\ncomplete = ['parking']\noutcome = \"failed\"\nrequired = 2\nshortfall = 1",
        )],
    ),
    (
        7,
        "a number another clause gives, by kind and date",
        "TJN-J4g, YJH-13a",
        r#"
subject = "parking"
let.required = [{ when = "kind = 'attached' AND permit_date >= DATE('2022-04-01')", value = "ceil(0.01 * total_spaces)" }]
expects = [{ id = "share", check = "accessible_spaces >= required", unit = "bay" }]"#,
        &[
            (
                "a young attached lot",
                "given = { kind = 'attached', permit_date = '2022-04-01', total_spaces = 101, accessible_spaces = 1 }\noutcome = \"failed\"\nrequired = 2",
            ),
            (
                "a lot no code speaks of",
                "given = { kind = 'roadside', permit_date = '2022-04-01', total_spaces = 101, accessible_spaces = 1 }\noutcome = \"cantTell\"\nreason = \"deference_unresolved\"",
            ),
        ],
    ),
    (
        8,
        "a rule that cannot fail, and one under a condition",
        "TJG-17c, SMX-11c",
        r#"
subject = "parking"
condition = "feasibility = 'able'"
measure = "accessible_spaces"
unit = "bay""#,
        &[
            (
                "measured only",
                "given = { feasibility = 'able', accessible_spaces = 0 }\noutcome = \"untested\"\nreason = \"no_threshold\"",
            ),
            (
                "no evidence of the condition",
                "given = { accessible_spaces = 0 }\noutcome = \"cantTell\"\nreason = \"condition_not_evidenced\"",
            ),
        ],
    ),
    (
        9,
        "lists, negatives, states of works",
        "TJG-17d, 17h, YJH-02c",
        r#"
subject = "parking"
applies = "NOT kind = 'roadside' AND lifecycle IN ('designed', 'new')"
expects = [{ id = "marked", check = "accessible_marked" }]"#,
        &[
            (
                "a designed lot",
                "given = { kind = 'square', lifecycle = 'designed', accessible_marked = false }\noutcome = \"failed\"",
            ),
            (
                "a roadside one",
                "given = { kind = 'roadside', lifecycle = 'new', accessible_marked = false }\noutcome = \"inapplicable\"",
            ),
        ],
    ),
    (
        11,
        "an area's level is not its name",
        "TJG-16a, BYN-34",
        r#"
subject = { jurisdiction = "county", of = "children" }
let.libraries = { count = "library", where = "operator_level = 'county'" }
expects = [{ id = "one", check = "libraries >= 1" }]"#,
        &[(
            "a district that is called a city",
            "jurisdiction = '990002'\nothers = [{ type = 'library', operator_level = 'county', jurisdiction = '990002' }]\noutcome = \"passed\"",
        )],
    ),
    (
        12,
        "each child, of the day and not of the rows",
        "BYN-35a, 40; SMX-06b",
        r#"
subject = { jurisdiction = "county", of = "children" }
let.sites = { count = "sports_demo_site" }
expects = [{ id = "one", check = "sites >= 1" }]"#,
        &[
            (
                "one that has none",
                "jurisdiction = '990002'\nothers = [{ type = 'sports_demo_site', jurisdiction = '990001' }]\ncomplete = ['sports_demo_site']\noutcome = \"failed\"",
            ),
            (
                "one of a former district may lie anywhere",
                "jurisdiction = '990002'\nothers = [{ type = 'sports_demo_site', jurisdiction = '990003' }]\ncomplete = ['sports_demo_site']\noutcome = \"cantTell\"",
            ),
            (
                "the former district itself, in its time",
                "jurisdiction = '990003'\nas_of = 2020-12-31\ncomplete = ['sports_demo_site']\noutcome = \"failed\"",
            ),
        ],
    ),
    (
        13,
        "staff of each township that has a row",
        "BYN-35b",
        r#"
subject = "register_culture"
applies = "operator_level = 'township'"
expects = [{ id = "one", check = "pwd_sports_instructors >= 1", unit = "person" }]"#,
        &[
            (
                "a township that has none",
                "given = { operator_level = 'township', pwd_sports_instructors = 0 }\noutcome = \"failed\"\nshortfall = 1",
            ),
            (
                "a township nobody counted",
                "given = { operator_level = 'township' }\noutcome = \"cantTell\"\nreason = \"not_surveyed\"",
            ),
            (
                "a county's row is not meant",
                "given = { operator_level = 'county', pwd_sports_instructors = 0 }\noutcome = \"inapplicable\"",
            ),
        ],
    ),
    (
        14,
        "features together, each reported",
        "BYN-34, SMX-08d",
        r#"
subject = "library"
expects = [{ id = "room", check = "blind_room = 'room'" }, { id = "braille", check = "braille_volumes >= 1" }]"#,
        &[(
            "half of it",
            "given = { blind_room = 'room', braille_volumes = 0 }\noutcome = \"failed\"\nchecks = { room = \"passed\", braille = \"failed\" }",
        )],
    ),
    (
        15,
        "one of several forms; types counted together",
        "BYN-44e, YJH-06d, GB55019-3.2.4",
        r#"
subject = { jurisdiction = "prefecture" }
let.care = { count = ["care_institution", "day_care", "boarding_care"], where = "standardised" }
expects = [{ id = "two", check = "care >= 2" }]"#,
        &[
            (
                "one of each kind",
                "others = [{ type = 'care_institution', standardised = true }, { type = 'day_care', standardised = true }]\noutcome = \"passed\"",
            ),
            (
                "complete only in part",
                "others = [{ type = 'day_care', standardised = true }]\ncomplete = ['day_care', 'boarding_care']\noutcome = \"cantTell\"\nreason = \"inventory_not_complete\"",
            ),
        ],
    ),
    (
        16,
        "two sides in either order",
        "GB55019-3.2.2",
        r#"
subject = "public_toilet"
expects = [{ id = "long", check = "greatest(cubicle_length, cubicle_width) >= m(1.8)" }, { id = "wide", check = "least(cubicle_length, cubicle_width) >= m(1.5)" }]"#,
        &[
            ("turned round", "given = { cubicle_length = 1.5, cubicle_width = 1.8 }\noutcome = \"passed\""),
            (
                "longer and narrower",
                "given = { cubicle_length = 2, cubicle_width = 1.35 }\noutcome = \"failed\"",
            ),
        ],
    ),
    (
        17,
        "a limit by state of works",
        "GB55019-2.5.4",
        r#"
subject = "door"
let.clear = [{ when = "lifecycle IN ('renovated', 'existing')", value = "mm(800)" }, { value = "mm(900)" }]
expects = [{ id = "clear", check = "width >= clear", unit = "m" }]"#,
        &[
            ("a new door", "given = { lifecycle = 'new', width = 0.85 }\noutcome = \"failed\""),
            ("an altered one", "given = { lifecycle = 'renovated', width = 0.85 }\noutcome = \"passed\""),
        ],
    ),
    (
        18,
        "strict and not strict",
        "TJN-I1, I4",
        r#"
subject = "website"
expects = [{ id = "more", check = "share_accessible > percent(9)" }]"#,
        &[
            ("nine is not more than nine", "given = { share_accessible = 0.09 }\noutcome = \"failed\""),
            ("a little more is", "given = { share_accessible = 0.0901 }\noutcome = \"passed\""),
        ],
    ),
    (
        19,
        "ranges and caps",
        "BYN-01b, YJH-10c",
        r#"
subject = "disabled_household"
expects = [{ id = "between", check = "spend BETWEEN 2500 AND 9000" }]"#,
        &[
            ("inside", "given = { spend = 9000 }\noutcome = \"passed\""),
            ("above", "given = { spend = 9001 }\noutcome = \"failed\""),
        ],
    ),
    (
        20,
        "tables by several keys",
        "YJH-01b, BYN-30",
        r#"
subject = "parking"
let.required = [{ when = "kind = 'square' AND form = 'garage'", value = "4" }, { when = "kind = 'square'", value = "3" }, { value = "2" }]
expects = [{ id = "share", check = "accessible_spaces >= required" }]"#,
        &[
            (
                "both keys",
                "given = { kind = 'square', form = 'garage', accessible_spaces = 0 }\noutcome = \"failed\"\nrequired = 4",
            ),
            (
                "one key unknown",
                "given = { kind = 'square', accessible_spaces = 0 }\noutcome = \"failed\"\nrequired = [3, 4]",
            ),
        ],
    ),
    (
        21,
        "a value by reference",
        "BYN-29c, BYN-11a",
        r#"
subject = "parking"
let.required = [{ when = "kind = 'square'", from = "EX-1" }, { value = "1" }]
expects = [{ id = "share", check = "accessible_spaces >= required" }]
@EX-1
subject = "parking"
let.required = "5"
expects = [{ id = "share", check = "accessible_spaces >= required" }]"#,
        &[(
            "taken from the other",
            "given = { kind = 'square', accessible_spaces = 0 }\noutcome = \"failed\"\nrequired = 5",
        )],
    ),
    (
        22,
        "a share of some of them",
        "TJN-D1a, TJG-14a",
        r#"
subject = { jurisdiction = "prefecture" }
let.share = { share = "transit_vehicle", where = "mode = 'urban_public'", that = "accessible" }
expects = [{ id = "half", check = "share >= 0.5" }]"#,
        &[(
            "taxis are not meant",
            "others = [{ type = 'transit_vehicle', mode = 'urban_public', accessible = true }, { type = 'transit_vehicle', mode = 'taxi', accessible = false }]\noutcome = \"passed\"",
        )],
    ),
    (
        27,
        "a trend needs two rounds",
        "BYN-38a, TJG-17j, YJH-11c",
        r#"
subject = { jurisdiction = "prefecture" }
let.share = { share = "transit_vehicle", that = "accessible" }
expects = [{ id = "up", trend = "share" }]"#,
        &[
            (
                "two rounds",
                "others = [{ type = 'transit_vehicle', accessible = true, earlier = { accessible = false } }]\noutcome = \"passed\"\nrequired = 0",
            ),
            (
                "one round",
                "others = [{ type = 'transit_vehicle', accessible = true }]\noutcome = \"cantTell\"\nreason = \"needs_second_observation\"",
            ),
        ],
    ),
    (
        28,
        "progress with an end",
        "BYN-37c, 37d; TJG-03b",
        r#"
subject = "website"
expects = [{ id = "up", trend = "share_accessible", end = "1" }]"#,
        &[
            (
                "at the end",
                "given = { share_accessible = 1 }\nearlier = { share_accessible = 1 }\noutcome = \"passed\"",
            ),
            (
                "resting on the way",
                "given = { share_accessible = 0.9 }\nearlier = { share_accessible = 0.9 }\noutcome = \"failed\"",
            ),
        ],
    ),
    (
        29,
        "a least of each case, no average",
        "BYN-36f",
        r#"
subject = { jurisdiction = "county", of = "children" }
expects = [{ id = "each", every = "disabled_household", where = "retrofitted", that = "spend >= 2500", unit = "facility" }]"#,
        &[
            (
                "one below, the mean above",
                "jurisdiction = '990001'\nothers = [{ type = 'disabled_household', jurisdiction = '990001', retrofitted = true, spend = 9000 }, { type = 'disabled_household', jurisdiction = '990001', retrofitted = true, spend = 2000 }]\ncomplete = ['disabled_household']\noutcome = \"failed\"\nshortfall = 1",
            ),
            (
                "only treated cases count",
                "jurisdiction = '990001'\nothers = [{ type = 'disabled_household', jurisdiction = '990001', retrofitted = false, spend = 0 }]\ncomplete = ['disabled_household']\noutcome = \"inapplicable\"",
            ),
        ],
    ),
    (
        30,
        "cumulative counts, as the register has the total so far",
        "TJG-09, TJN-D4",
        r#"
subject = "register_employment"
applies = "operator_level = 'county'"
expects = [{ id = "founders", check = "online_entrepreneurs >= 20", unit = "person" }]"#,
        &[
            (
                "twenty so far",
                "given = { operator_level = 'county', online_entrepreneurs = 20 }\nearlier = { online_entrepreneurs = 12 }\noutcome = \"passed\"",
            ),
            (
                "years are not added up",
                "given = { operator_level = 'county', online_entrepreneurs = 12 }\nearlier = { online_entrepreneurs = 12 }\noutcome = \"failed\"\nshortfall = 8",
            ),
            (
                "no total in the register",
                "given = { operator_level = 'county' }\noutcome = \"cantTell\"\nreason = \"not_surveyed\"",
            ),
        ],
    ),
    (
        31,
        "what cannot be done has another measure",
        "TJN-J4h, LAW-18",
        r#"
subject = "public_toilet"
expects = [{ id = "done", check = "retrofitted OR feasibility = 'unable' AND alternative_measure" }]"#,
        &[
            (
                "another measure",
                "given = { retrofitted = false, feasibility = 'unable', alternative_measure = true }\noutcome = \"passed\"",
            ),
            (
                "it can be done",
                "given = { retrofitted = false, feasibility = 'able', alternative_measure = true }\noutcome = \"failed\"",
            ),
        ],
    ),
    (
        32,
        "a prohibition: none may be so",
        "SMX-05d, TJG-17g, YJH-13e",
        r#"
subject = { jurisdiction = "prefecture" }
expects = [{ id = "none", every = { group = "road" }, that = "condition <> 'occupied'", unit = "facility" }]"#,
        &[(
            "one occupied",
            "others = [{ type = 'kerb_ramp', condition = 'occupied' }, { type = 'road', condition = 'sound' }]\noutcome = \"failed\"\nshortfall = [1, \"inf\"]",
        )],
    ),
    (
        34,
        "near, within, nearest",
        "SMX-12c",
        r#"
subject = "scenic_area"
let.near = { count = "public_toilet", within = "m(500)" }
expects = [{ id = "one", check = "near >= 1" }]"#,
        &[
            (
                "one near by",
                "given = { longitude = 107.4, latitude = 40.7 }\nothers = [{ type = 'public_toilet', longitude = 107.404, latitude = 40.7 }]\noutcome = \"passed\"",
            ),
            (
                "one too far",
                "given = { longitude = 107.4, latitude = 40.7 }\nothers = [{ type = 'public_toilet', longitude = 107.407, latitude = 40.7 }]\ncomplete = ['public_toilet']\noutcome = \"failed\"",
            ),
        ],
    ),
    (
        35,
        "how often, as a number per week",
        "R622-21, TJG-19",
        r#"
subject = "tv_station"
expects = [{ id = "weekly", check = "sign_news >= 1" }]"#,
        &[("once a week", "given = { sign_news = 1 }\noutcome = \"passed\"")],
    ),
    (
        36,
        "an undefined word is a named number",
        "TJN-D2, BYN-25c",
        r#"
subject = "parking"
expects = [{ id = "many", check = "total_spaces >= many" }]
[[parameter]]
id = "many"
value = "10"
words = { zh = "较多", en = "many" }
"#,
        &[("ten", "given = { total_spaces = 10 }\noutcome = \"passed\"\nrequired = 10")],
    ),
    (
        37,
        "a higher grade has the lower number",
        "TJG-04b",
        r#"
subject = "disabled_household"
applies = "disability_grade IN ('grade_1', 'grade_2')"
expects = [{ id = "done", check = "retrofitted" }]"#,
        &[
            (
                "grade one is above grade two",
                "given = { disability_grade = 'grade_1', retrofitted = false }\noutcome = \"failed\"",
            ),
            (
                "grade three is below",
                "given = { disability_grade = 'grade_3', retrofitted = false }\noutcome = \"inapplicable\"",
            ),
        ],
    ),
    (
        39,
        "two clauses that contradict each other both stay",
        "TJG-05a, TJG-16c",
        r#"
subject = "parking"
expects = [{ id = "share", check = "accessible_spaces >= 1" }]
@EX-1
subject = "parking"
expects = [{ id = "share", check = "accessible_spaces >= 3" }]"#,
        &[("by one of them", "given = { accessible_spaces = 2 }\noutcome = \"passed\"")],
    ),
];

#[test]
fn every_item_comes_out_as_its_clauses_have_it() {
    for (number, name, clauses, requirement, cases) in ITEMS {
        let own = |id: &str, text: &str| {
            format!("\n[[requirement]]\nid = \"{id}\"\nobligation = \"mandatory\"\n{}\n", text.trim())
        };
        let (requirement, other) = match requirement.split_once("@EX-1") {
            Some((requirement, other)) => (requirement, own("EX-1", other)),
            None => (*requirement, String::new()),
        };
        let own = own(&format!("IT-{number}"), requirement);
        let passed = holds(&with_cases(&format!("{other}{own}"), cases));
        assert_eq!(passed, cases.len(), "item {number}, {name} ({clauses})");
    }
}

#[test]
fn every_one_of_the_forty_items_has_a_clause_and_a_test() {
    let by_case = ITEMS.iter().map(|item| (item.0, item.2));
    let by_test = BY_TEST.iter().map(|item| (item.0, item.2));
    let mut all: Vec<(u32, &str)> = by_case.chain(by_test).collect();
    all.sort_unstable();
    assert!(all.iter().all(|(_, clauses)| !clauses.is_empty()));
    assert_eq!(all.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (1..=40).collect::<Vec<_>>());
    let own = include_str!("semantics.rs");
    for (number, name, _) in BY_TEST {
        assert!(own.contains(&format!("fn item_{number}_")), "no test is called after item {number}: {name}");
    }
}

const LOT: &str = "\n[[requirement]]\nid = \"%ID\"\nsubject = \"parking\"\n";

fn requirement(id: &str, lines: &str) -> String {
    format!("{}{lines}\n", LOT.replace("%ID", id))
}

#[test]
fn item_10_the_general_rule_yields_where_the_specific_one_applies() {
    let general = requirement(
        "EX-1",
        "obligation = \"mandatory\"\nexpects = [{ id = \"a\", check = \"accessible_spaces >= 1\" }]",
    );
    let specific = requirement(
        "EX-2",
        "obligation = \"mandatory\"\noverrides = [\"EX-1\"]\napplies = \"total_spaces >= 50\"\nexpects = [{ id = \"a\", check = \"accessible_spaces >= 2\" }]",
    );
    let (_, findings) = audited(&format!("{general}{specific}"));
    let outcomes: Vec<_> = findings.iter().map(|finding| finding.outcome).collect();
    assert_eq!(outcomes, [Outcome::Inapplicable, Outcome::Passed]);
}

#[test]
fn item_23_strengths_of_a_sentence_are_kept_side_by_side() {
    let lines = requirement(
        "EX-1",
        "obligation = { strength = \"mandatory\", also = [\"target\"] }\nexpects = [{ id = \"a\", check = \"accessible_spaces >= 1\" }]",
    );
    let (tallies, _) = audited(&lines);
    let obligation = &tallies[0].duty.obligation;
    assert_eq!((obligation.strength, &obligation.also[..]), (Strength::Mandatory, &[Strength::Target][..]));
}

#[test]
fn item_24_encouragement_relaxes_no_duty_and_a_stricter_rule_stands() {
    let duty = requirement(
        "EX-1",
        "obligation = \"mandatory\"\nexpects = [{ id = \"a\", check = \"accessible_spaces >= 5\" }]",
    );
    let softer = requirement(
        "EX-2",
        "obligation = \"encouraged\"\nexpects = [{ id = \"a\", check = \"accessible_spaces >= 4\" }]",
    );
    let stricter = requirement(
        "EX-3",
        "obligation = \"mandatory\"\nexpects = [{ id = \"a\", check = \"accessible_spaces >= 9\" }]",
    );
    let (_, findings) = audited(&format!("{duty}{softer}{stricter}"));
    assert!(findings.iter().all(|finding| finding.outcome == Outcome::Failed));
    let into: Vec<_> = findings.iter().map(|one| one.merged_into.as_ref().map(ToString::to_string)).collect();
    assert_eq!(into, [Some("EX-3".to_owned()), Some("EX-3".to_owned()), None]);
}

#[test]
fn item_25_a_lapsed_standard_binds_no_more() {
    let lines = r#"
[[requirement]]
id = "EX-1"
subject = { jurisdiction = "prefecture" }
obligation = "mandatory"
let.libraries = { count = "library" }
expects = [{ id = "one", check = "libraries >= 1" }]
"#;
    let dated = pack(lines).replacen("level =", "from = 2017-01-01\nuntil = 2020-12-31\nlevel =", 1);
    let program = read(&dated).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let silence = |day| {
        let (inventory, _) = Builder::new(std::sync::Arc::clone(&CATALOGUE)).build(day);
        let scope =
            Scope { auto: true, all_findings: true, jurisdiction: Some("990000".into()), ..Scope::default() };
        run(&scope, &inventory, &program).1[0].silence
    };
    assert_eq!(silence(date(2020, 12, 31)), None);
    assert_eq!(silence(date(2021, 1, 1)), Some(Silence::NotInForce));
    assert_eq!(silence(date(2016, 12, 31)), Some(Silence::NotInForce));
}

#[test]
fn item_26_a_year_ends_on_its_last_day_and_an_event_never() {
    use barrierfree::model::GapClass::{OverdueTarget, Upcoming};
    let due = |deadline: &str| {
        let lines = format!(
            "obligation = \"target\"\ndeadline = {deadline}\nexpects = [{{ id = \"a\", check = \"accessible_spaces >= 5\" }}]"
        );
        audited(&requirement("EX-1", &lines)).1[0].gap
    };
    assert_eq!(due("{ date = 2026-05-31, precision = \"month\" }"), Some(OverdueTarget));
    assert_eq!(due("{ date = 2026-12-31, precision = \"year\" }"), Some(Upcoming));
    assert_eq!(due("{ precision = \"event\" }"), Some(Upcoming));
}

/// What the code of item 33 asks of car parks.
const CODE: &str = r#"
[[requirement]]
id = "CODE-1"
subject = "parking"
obligation = "mandatory"
expects = [{ id = "share", check = "accessible_spaces >= ceil(percent(2) * total_spaces)" }]
"#;

#[test]
fn item_33_what_other_rules_find_failing_has_to_be_put_right() {
    let expects = "obligation = \"mandatory\"\nexpects = [{ id = \"defects\", check = \"open_defects <= 0\" }, \
        { id = \"standards\", check = \"complies('xx-code')\" }]";
    let cases = [
        (
            "what the code finds failing",
            "given = { open_defects = 0, total_spaces = 100, accessible_spaces = 1 }\noutcome = \"failed\"\nchecks = { defects = \"passed\", standards = \"failed\" }",
        ),
        (
            "what somebody found",
            "given = { open_defects = 1, total_spaces = 100, accessible_spaces = 2 }\noutcome = \"failed\"\nchecks = { defects = \"failed\", standards = \"passed\" }",
        ),
        (
            "nothing to put right",
            "given = { open_defects = 0, total_spaces = 100, accessible_spaces = 2 }\noutcome = \"passed\"",
        ),
        (
            "what the code leaves open",
            "given = { open_defects = 0, total_spaces = 100 }\noutcome = \"cantTell\"\nreason = \"not_surveyed\"",
        ),
    ];
    let text = with_cases(&requirement("EX-1", expects), &cases);
    let program = with_code(&text, CODE).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let report = check_cases(&program, &CATALOGUE, &[]);
    assert!(report.failed.is_empty(), "{:#?}", report.failed);
    assert_eq!(report.passed, cases.len());
}

#[test]
fn item_38_departments_are_named_as_the_document_ranks_them() {
    let lines = requirement(
        "EX-1",
        "obligation = \"mandatory\"\ndepartments = { lead = [\"甲\"], participants = [\"乙\"], unranked = [\"丙\"], basis = \"annex\" }\nexpects = [{ id = \"a\", check = \"accessible_spaces >= 1\" }]",
    );
    let (tallies, _) = audited(&lines);
    let of = &tallies[0].duty.departments;
    assert_eq!((&*of.lead[0], &*of.participants[0], &*of.unranked[0]), ("甲", "乙", "丙"));
}

#[test]
fn item_40_an_order_is_measured_and_never_failed() {
    let order = |id: &str, subject: &str, order: &str| {
        let lines = format!("obligation = \"mandatory\"\nlet.order = {order}\nmeasure = \"order\"");
        requirement(id, &lines).replace("subject = \"parking\"", subject)
    };
    let by_kind = "[{ when = \"kind = 'heritage'\", value = \"1\" }, { when = \"kind = 'square'\", value = \"2\" }, { value = \"4\" }]";
    let lines =
        [order("EX-1", "subject = \"parking\"", by_kind), order("EX-2", "subject = \"parking\"", "\"3\"")];
    let (_, findings) = audited(&lines.concat());
    let found: Vec<_> = findings.iter().map(|one| (one.outcome, one.silence, one.measured())).collect();
    let of = |low: i128, high: i128| Interval::new(Some(low.into()), Some(high.into()));
    let untested = |order| (Outcome::Untested, Some(Silence::NoThreshold), order);
    assert_eq!(found, [untested(of(1, 4)), untested(of(3, 3))], "the kind is not known");
}
