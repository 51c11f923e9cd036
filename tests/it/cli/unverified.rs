//! What was not checked against its document is marked wherever it decides: in every output, also by way of others.

use calamine::{Data, Reader as _, Xlsx};
use serde_json::Value;

use super::Desk;

/// What is said of a fact that was not checked, and of a verdict taken from one.
const MARKS: [(&str, [&str; 2]); 2] = [
    ("zh", ["未与原文核对", "按所引标准判定，其中 1 项要求未与原文核对"]),
    (
        "en",
        [
            "Not checked against the document",
            "goes by other standards, one requirement of which was not checked",
        ],
    ),
];

fn pack(id: &str, level: &str, requirements: &[String]) -> String {
    let area = if level == "national" { "100000" } else { "990100" };
    let names = format!("{{ zh = \"{id}\", en = \"{id}\" }}");
    let standard = format!(
        "[standard]\nid = \"{id}\"\ntitle = {names}\nshort = {names}\nlevel = \"{level}\"\njurisdiction = \"{area}\"\n"
    );
    let place = format!("[[area]]\nadcode = \"{area}\"\nname = {names}\nlevel = \"{level}\"\n");
    format!("{standard}{place}{}", requirements.concat())
}

fn asks(id: &str, lines: &str) -> String {
    let head = format!(
        "[[requirement]]\nid = \"{id}\"\nclause = \"{id} 条\"\ntopic = \"parking\"\nsubject = \"parking\"\n"
    );
    let words = "title = { zh = \"例\", en = \"Example\" }\nremedy = { zh = \"改\", en = \"mend\" }\n";
    format!("{head}{words}obligation = \"mandatory\"\n{lines}\n")
}

/// One requirement nobody checked, one that takes its number from it, one its verdict, and one that is checked.
fn desk() -> Desk {
    let share = "expects = [{ id = \"share\", check = \"accessible_spaces >= required\", unit = \"bay\" }]";
    let state = [asks("ST-1", &format!("verified = false\nlet.required = \"1\"\n{share}"))];
    let town = [
        asks("TN-1", &format!("let.required = [{{ from = \"ST-1\" }}]\n{share}")),
        asks("TN-2", "expects = [{ id = \"met\", check = \"complies('xx-state')\" }]"),
        asks("TN-3", "expects = [{ id = \"signs\", check = \"guide_signs\" }]"),
    ];
    let desk = Desk::with("own/xx-state/pack.toml", pack("xx-state", "national", &state));
    desk.put("own/xx-town/pack.toml", pack("xx-town", "county", &town));
    let headers = "设施编号,名称,设施类型,经度,纬度,总车位数,无障碍车位数,有引导标志,行政区划代码,调查日期";
    desk.put("a.csv", format!("{headers}\nP1,一号场,停车场,107.41,40.75,50,0,否,990100,2026-05-01\n"));
    desk
}

fn audit(desk: &Desk, language: &str, options: &[&str]) -> String {
    let usual = ["audit", "a.csv", "--standards", "own", "--standard", "xx-state", "xx-town"];
    let run = desk.run(&[&usual, &["--as-of", "2026-11-01", "--lang", language][..], options].concat());
    assert_eq!(run.code, Some(1), "{}", run.err);
    run.out
}

/// The mark of each requirement, in the order of the ids.
fn expected([unchecked, by_way]: [&str; 2]) -> [(&str, Option<&str>); 4] {
    [("ST-1", Some(unchecked)), ("TN-1", Some(unchecked)), ("TN-2", Some(by_way)), ("TN-3", None)]
}

/// Whether a text has the mark it should have, and no other.
fn is_marked(text: &str, mark: Option<&str>, marks: [&str; 2]) -> bool {
    match mark {
        Some(mark) => text.contains(mark),
        None => !marks.iter().any(|mark| text.contains(mark)),
    }
}

#[test]
fn a_list_marks_each_requirement_that_goes_by_what_was_not_checked() {
    let desk = desk();
    for (language, marks) in MARKS {
        let csv = audit(&desk, language, &["--format", "csv"]);
        let terminal = audit(&desk, language, &[]).split_whitespace().collect::<Vec<_>>().join(" ");
        audit(&desk, language, &["--format", "xlsx", "-o", "book.xlsx"]);
        let sheet = book(&desk);
        for (id, mark) in expected(marks) {
            let of = |lines: &str| lines.lines().find(|line| line.contains(id)).expect(id).to_owned();
            assert!(is_marked(&of(&csv), mark, marks), "{id}: {csv}");
            assert!(is_marked(&of(&sheet), mark, marks), "{id}: {sheet}");
            let star = format!("{id}*");
            assert_eq!(terminal.contains(&star), mark.is_some(), "{id}: {terminal}");
            // Of findings about one number the terminal cites the one that leads.
            let cited = terminal.split(&format!("{id} 条 · ")).nth(1);
            assert!(cited.is_none_or(|cited| cited.starts_with(mark.unwrap_or("-"))), "{id}: {terminal}");
        }
    }
}

/// The first nine columns of the first sheet of gaps, which is what is printed, and the ids.
fn book(desk: &Desk) -> String {
    let mut book: Xlsx<_> = calamine::open_workbook(desk.path("book.xlsx")).expect("a workbook");
    let names = book.sheet_names();
    let of = names.iter().find(|name| ["缺口", "Gaps"].contains(&name.as_str())).expect("gaps");
    let range = book.worksheet_range(of).expect("a sheet");
    let line = |row: &[Data]| row.iter().take(9).map(ToString::to_string).collect::<Vec<_>>().join("|");
    range.rows().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_other_programs_read_marks_the_same() {
    let desk = desk();
    for (language, marks) in MARKS {
        let json = |format: &str| -> Value {
            serde_json::from_str(&audit(&desk, language, &["--format", format])).expect("JSON")
        };
        let (run, sarif, earl) = (json("json"), json("sarif"), json("earl"));
        for (id, mark) in expected(marks) {
            let rows = run["summary"]["requirements"].as_array().expect("a list");
            let row = rows.iter().find(|row| row["requirement"] == id).expect(id);
            let rests_on = row.get("rests_on").is_some_and(|all| *all == serde_json::json!(["ST-1"]));
            let told = (row["verified"].as_bool(), rests_on);
            assert_eq!(told, (Some(!["ST-1", "TN-1"].contains(&id)), id == "TN-2"), "{row}");
            let results = sarif["runs"][0]["results"].as_array().expect("a list");
            let result = results.iter().find(|one| one["ruleId"] == id).expect(id);
            assert!(is_marked(&result.to_string(), mark, marks), "{result}");
            let graph = earl["@graph"].as_array().expect("a graph");
            let test = graph.iter().find(|one| one["dct:identifier"] == id).expect(id);
            assert!(is_marked(&test.to_string(), mark, marks), "{test}");
            let of_test = |one: &&Value| one["earl:test"]["@id"] == test["@id"];
            let result = graph.iter().find(of_test).expect(id);
            assert!(is_marked(&result.to_string(), mark, marks), "{result}");
        }
    }
}

#[test]
fn pages_and_maps_say_it_too() {
    let desk = desk();
    for (language, marks) in MARKS {
        let page = audit(&desk, language, &["--format", "html"]);
        let entries: Vec<&str> = page.split("<li class=\"gap\">").skip(1).collect();
        for (id, mark) in expected(marks) {
            let cited = format!("{id} 条");
            let entry = entries.iter().find(|entry| entry.contains(&cited)).expect(id);
            let entry = entry.split("</li>").next().unwrap_or_default();
            assert!(is_marked(entry, mark, marks), "{id}: {entry}");
        }
        assert!(page.contains(&format!("\"unverified\":\"{}", marks[0])), "the list draws it");
        let svg = audit(&desk, language, &["--format", "svg"]);
        let parts = svg.split('<').filter_map(|part| part.split_once('>'));
        let whole: String = parts.flat_map(|(_, text)| text.split_whitespace()).collect();
        let said = if language == "zh" {
            "有 3 项未与原文核对"
        } else {
            "3 requirements that decided something"
        };
        assert!(whole.contains(&said.replace(' ', "")), "{whole}");
        audit(&desk, language, &["--format", "geojson", "-o", language]);
        let layer = desk.read(&format!("{language}/facilities.geojson"));
        assert!(
            layer.contains(said) && layer.contains("\"unverified_requirements\":\"ST-1, TN-1, TN-2\""),
            "{layer}"
        );
    }
}
