use super::Phrases;
use crate::locale::{Language, Locale};
use crate::report::docs::tests::{compiled, with_pack};
use crate::report::{Areas, Context, sample};

/// What a requirement of a car park asks, each check in words.
fn asked(language: Language, lines: &str) -> Vec<String> {
    let (locale, catalogue) = (Locale::new(language), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &Areas::new() };
    let program = compiled(&with_pack("parking", lines), &catalogue);
    let requirement = &program.requirements[0];
    let (number, body) = &requirement.bodies[0];
    let phrases = Phrases::new(context, catalogue.types.get(*number), &program.standards, body);
    let applies = phrases.stated(&body.applies);
    let demands = body.checks.iter().map(|check| phrases.demand(&check.test, check.measure.as_ref()));
    let tables = phrases.tables().iter().flat_map(|rows| phrases.rows(rows, Some(&"bay".into())));
    [applies].into_iter().chain(demands).chain(tables.map(|row| row.join(" → "))).collect()
}

const FOUR_PERCENT: &str = r#"
applies = "total_spaces > 0"
let.required = "greatest(1, ceil(0.04 * total_spaces))"
expects = [{ id = "share", check = "accessible_spaces >= required", measure = "accessible_spaces", unit = "bay" }]
"#;

#[test]
fn the_strictest_of_two_bounds_is_said_as_both() {
    let zh = ["总车位多于 0", "无障碍停车位不少于总车位的 4 %（向上取整），且不少于 1 个"];
    assert_eq!(asked(Language::Zh, FOUR_PERCENT), zh);
    let en = [
        "bays in all more than 0",
        "Accessible bays: at least 4 % of bays in all (rounded up) and at least 1 bay",
    ];
    assert_eq!(asked(Language::En, FOUR_PERCENT), en);
}

#[test]
fn every_relation_is_said_from_what_is_measured() {
    let of = |check: &str| {
        asked(Language::En, &format!("expects = [{{ id = \"x\", check = \"{check}\" }}]"))[1].clone()
    };
    assert_eq!(of("slope <= 1/12"), "Slope: at most 1:12");
    assert_eq!(of("slope < percent(5)"), "Slope: less than 5 %");
    assert_eq!(of("5 < total_spaces"), "Bays in all: more than 5");
    assert_eq!(of("NOT total_spaces < 5"), "Bays in all at least 5");
    assert_eq!(of("opened >= DATE('2022-04-01')"), "Opening day: on or after 2022-04-01");
    assert_eq!(of("opened < as_of()"), "Opening day: before the day of the audit");
    assert_eq!(of("total_spaces = 5"), "Bays in all equal to 5");
    assert_eq!(of("total_spaces <> 5"), "Bays in all other than 5");
    assert_eq!(
        of("accessible_spaces * 50 >= total_spaces"),
        "50 times accessible bays: at least bays in all"
    );
    assert_eq!(of("slope BETWEEN 0 AND percent(5)"), "Slope at least 0 % and slope at most 5 %");
}

#[test]
fn what_is_joined_keeps_its_brackets() {
    let lines = r#"
applies = "(accessible_marked OR total_spaces >= 10) AND NOT (accessible_marked AND slope > 0) AND NOT accessible_marked"
expects = [{ id = "marked", check = "accessible_marked" }]
"#;
    let zh = "（无障碍标识，或总车位不少于 10），且并非（无障碍标识，且坡度高于 0 %），且不是“无障碍标识”";
    assert_eq!(asked(Language::Zh, lines), [zh, "无障碍标识"]);
    let en = asked(Language::En, lines);
    assert!(
        en[0].starts_with("(“") && en[0].contains("” is yes or ") && en[0].ends_with("” is no"),
        "{en:?}"
    );
    assert!(!en[1].contains('“'), "{en:?}");
}

#[test]
fn a_table_stands_beside_the_sentence_that_points_to_it() {
    let lines = r#"
let.required = [{ when = "total_spaces <= 100", value = "1" }, { value = "ceil(percent(4) * total_spaces)" }]
expects = [{ id = "share", check = "accessible_spaces >= required", measure = "accessible_spaces", unit = "bay" }]
"#;
    let expected = [
        "always applies",
        "Accessible bays: at least the number in the table below",
        "Bays in all at most 100 → 1 bay",
        "In all other cases → 4 % of bays in all (rounded up)",
    ];
    assert_eq!(asked(Language::En, lines), expected);
}

#[test]
fn numbers_over_others_say_which_and_where() {
    let lines = r#"
let.near = { count = "parking", where = "accessible_marked", within = "m(500)" }
let.share = { share = "parking", that = "accessible_marked", among = "jurisdiction" }
let.marked = { sum = "accessible_spaces", of = "parking", among = "parts" }
expects = [
  { id = "near", check = "near >= 1", measure = "near", unit = "bay" },
  { id = "share", check = "share >= percent(80)" },
  { id = "sum", check = "coalesce(accessible_spaces, marked) >= 2" },
  { id = "every", every = "parking", among = "jurisdiction", that = "accessible_marked" },
  { id = "up", trend = "share", end = "1" },
]
"#;
    let zh = [
        "一律适用",
        "周围 500 m 内无障碍标识的停车场的数量不少于 1 个",
        "辖区内停车场中，无障碍标识的所占比例不低于 80 %",
        "无障碍停车位（没有记录的，用本设施内停车场的无障碍停车位合计）不少于 2",
        "辖区内每一处停车场都做到：无障碍标识",
        "辖区内停车场中，无障碍标识的所占比例比上一轮（至少相隔 300 天）提高；已达 100 % 的，保持不变即可",
    ];
    assert_eq!(asked(Language::Zh, lines), zh);
}
