//! Survey files as they come: read for what they say, or named for what is wrong with them.

use serde_json::Value;

use super::{Desk, SHORT, verdicts};
use crate::support::workbook::Handmade;

const HEADERS: &str = "设施编号,名称,停车场种类,总车位数,无障碍车位数,无障碍车位标识,最便利位置,调查日期\n";

/// Rows below [`HEADERS`].
fn survey(rows: &[&str]) -> Desk {
    Desk::with("a.csv", format!("{HEADERS}{}\n", rows.join("\n")))
}

/// Code, row and column of every diagnostic.
pub(super) fn said(run: &Value) -> Vec<String> {
    let list = run["diagnostics"].as_array().expect("a list");
    let say = |one: &Value| format!("{} {} {}", one["code"], one["row"], one["column"]).replace('"', "");
    list.iter().map(say).collect()
}

/// Subject, outcome and reason of every finding.
pub(super) fn found(run: &Value) -> Vec<String> {
    let say = |one: &Value| format!("{} {} {}", one["subject"]["id"], one["outcome"], one["reason"]);
    verdicts(run).iter().map(|one| say(one).replace('"', "").replace(" null", "")).collect()
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn every_encoding_surveys_come_in_is_read_alike() {
    let with_mark = format!("\u{feff}{SHORT}");
    let gbk = encoding_rs::GBK.encode(SHORT).0.into_owned();
    let rare = encoding_rs::GB18030.encode(&SHORT.replace("P1", "㐂1")).0.into_owned();
    let files = [
        (with_mark.clone().into_bytes(), "P1"),
        (gbk, "P1"),
        (rare, "㐂1"),
        (utf_16(&with_mark, u16::to_le_bytes), "P1"),
        (utf_16(&with_mark, u16::to_be_bytes), "P1"),
        (SHORT.replace('\n', "\r\n").into_bytes(), "P1"),
        (SHORT.replace(',', "\t").into_bytes(), "P1"),
    ];
    for (content, id) in files {
        let run = Desk::with("a.csv", content).json();
        assert_eq!(found(&run), [format!("{id} failed")], "{}", run["sheets"][0]["encoding"]);
        assert_eq!(said(&run), Vec::<String>::new());
    }
}

#[test]
fn rows_of_one_facility_are_one_unless_they_contradict_each_other() {
    let run = survey(&[
        "A,甲,独立公共停车场,51,1,有,是,2026-05-01",
        "A,甲,独立公共停车场,51,1,有,是,2026-05-01",
        "B,乙,独立公共停车场,51,1,有,是,2025-05-01",
        "B,乙,独立公共停车场,51,2,有,是,2026-05-01",
        "C,丙,独立公共停车场,51,1,有,是,2026-05-01",
        "C,丙,独立公共停车场,51,2,有,是,2026-05-01",
    ])
    .json();
    assert_eq!(found(&run), ["A failed", "B passed", "C cantTell conflict"]);
    assert_eq!(said(&run), ["duplicate-row 3 null", "conflict 7 无障碍车位数"]);
    assert!(run["diagnostics"][1]["message"].as_str().is_some_and(|text| text.contains("a.csv 第 6 行")));
    let open = verdicts(&run).into_iter().find(|one| one["outcome"] == "cantTell").expect("C");
    let rows = open["sources"].as_array().expect("a list");
    let says =
        |row: &&Value| row["columns"].as_array().is_some_and(|all| all.contains(&"无障碍车位数".into()));
    let rows: Vec<_> = rows.iter().filter(says).map(|one| &one["row"]).collect();
    assert_eq!(rows, [6, 7]);
}

#[test]
fn an_id_a_spreadsheet_has_rounded_is_no_id() {
    let desk = survey(&[
        "1.2E+17,甲,独立公共停车场,51,1,有,是,2026-05-01",
        "1.2E+17,乙,独立公共停车场,51,2,有,是,2026-05-01",
    ]);
    let run = desk.json();
    assert_eq!(run["plan"]["facilities"][0]["count"], 2);
    assert_eq!(said(&run), ["derived-id null null", "damaged-id 2 设施编号", "damaged-id 3 设施编号"]);
    let book = Handmade::sheet(
        "<row><c t=\"str\"><v>设施编号</v></c><c t=\"str\"><v>总车位数</v></c><c t=\"str\"><v>无障碍车位数</v></c>\
         <c t=\"str\"><v>调查日期</v></c></row><row><c><v>1.2E+17</v></c><c><v>51</v></c><c><v>1</v></c>\
         <c t=\"str\"><v>2026-05-01</v></c></row>",
    );
    desk.put("停车场.xlsx", book.bytes());
    let run = desk.run(&["audit", "停车场.xlsx", "--standard", "cn-150800-2017", "--format", "json"]).json();
    assert_eq!(said(&run), ["derived-id null null", "no-identity 2 null", "damaged-id 2 设施编号"]);
}

#[test]
fn numbers_are_read_as_people_write_them_and_nothing_is_zero_but_zero() {
    let run = survey(&[
        "A,甲,独立公共停车场,５１个,1 个,有,是,２０２６年５月１日",
        "B,乙,独立公共停车场,51,,有,是,2026/5/1",
        "C,丙,独立公共停车场,51,无,有,是,2026.5.1",
        "D,丁,独立公共停车场,51,0,有,是,2026-05",
        "E,戊,独立公共停车场,NaN,inf,有,是,0000-01-01",
        "F,己,独立公共停车场,51.5,-3,有,是,9999-99-99",
    ])
    .json();
    let open = "cantTell not_surveyed";
    let unknown = "cantTell recorded_unknown";
    let expected = ["A failed", &format!("B {open}"), &format!("C {unknown}"), "D failed"];
    assert_eq!(found(&run)[..4], expected);
    assert_eq!(found(&run)[4..], [format!("E {unknown}"), format!("F {unknown}")]);
    let doubts = [
        "no-observation-date null null",
        "word-in-count 4 无障碍车位数",
        "not-a-number 6 无障碍车位数",
        "not-a-date 6 调查日期",
        "not-whole 7 总车位数",
        "out-of-bounds 7 无障碍车位数",
        "not-a-date 7 调查日期",
    ];
    let mut said = said(&run);
    said.sort();
    let mut doubts = doubts.map(str::to_owned);
    doubts.sort();
    assert_eq!(said, doubts);
}

#[test]
fn titles_units_and_second_headers_are_no_trouble() {
    let desk = Desk::with(
        "a.csv",
        "某市停车场普查表,,,,,,,\n填报单位：住建局,,,,,,,\n\
         设施编号,停车场种类,总车位数（个）,总车位数,无障碍车位数[个],无障碍车位标识（有/无）,最便利位置,调查日期\n\
         P1,独立公共停车场,51,99,1,有,是,2026-05-01\n",
    );
    let run = desk.json();
    assert_eq!(found(&run), ["P1 failed"]);
    assert_eq!(verdicts(&run)[0]["checks"][0]["required"], 2);
    assert_eq!(said(&run), ["column-twice null 总车位数"]);
    assert_eq!(run["sheets"][0]["header_row"], 3);
}

#[test]
fn a_row_wider_than_any_sheet_is_named_and_the_others_are_read() {
    let wide = format!("P1,甲,独立公共停车场,51,1,有,是,2026-05-01{}", ",".repeat(1_000_000));
    let run = survey(&[&wide, "P2,乙,独立公共停车场,51,1,有,是,2026-05-01"]).json();
    assert_eq!(found(&run), ["P2 failed"]);
    assert_eq!(said(&run), ["row-too-wide 2 null"]);
}

#[test]
fn workbooks_bring_formulas_old_days_and_several_types() {
    let text = |text: &str| format!("<c t=\"str\"><v>{text}</v></c>");
    let headers = |names: &str| format!("<row>{}</row>", names.split(' ').map(text).collect::<String>());
    let lots = format!(
        "{}<row>{}{}<c><f>50+1</f><v>51</v></c><c><f>1+0</f></c>{}{}<c s=\"1\"><v>44681</v></c></row>",
        headers("设施编号 停车场种类 总车位数 无障碍车位数 无障碍车位标识 最便利位置 调查日期"),
        text("P1"),
        text("独立公共停车场"),
        text("有"),
        text("是"),
    );
    let ramps = format!("{}<row>{}<c><v>1.2</v></c></row>", headers("设施编号 坡道净宽"), text("R1"));
    let book = Handmade::default().and_sheet("停车场", &lots).and_sheet("坡道", &ramps).since_1904();
    let desk = Desk::with("a.xlsx", book.bytes());
    let audit = ["audit", "a.xlsx", "--standard", "cn-150800-2017", "--format", "json"];
    let run = desk.run(&[&audit[..], &["--as-of", "2026-05-01"]].concat()).json();
    assert_eq!(found(&run), ["P1 cantTell recorded_unknown"]);
    assert!(said(&run).contains(&"formula-error 2 无障碍车位数".to_owned()), "{:?}", said(&run));
    let types: Vec<_> =
        run["sheets"].as_array().expect("a list").iter().map(|sheet| &sheet["type"]).collect();
    assert_eq!(types, ["parking", "ramp"]);
    let before = desk.run(&[&audit[..], &["--as-of", "2026-04-30"]].concat()).json();
    assert_eq!(found(&before), Vec::<String>::new(), "44681 days from 1904 is 2026-05-01");
}

#[test]
fn later_observations_are_left_out_and_counted() {
    let desk =
        survey(&["P1,甲,独立公共停车场,51,2,有,是,2026-05-01", "P1,甲,独立公共停车场,51,1,有,是,2027-05-01"]);
    assert_eq!(found(&desk.json()), ["P1 passed"]);
    assert_eq!(said(&desk.json()), ["observed-later null null"]);
}

#[test]
fn a_profile_that_names_what_is_not_there_is_told_the_nearest_name() {
    let desk = survey(&["P1,甲,独立公共停车场,51,2,有,是,2026-05-01"]);
    desk.put("p.toml", "type = 'parking'\n[columns]\ntotal_spaces = '总车位'\n");
    let run = desk.audit(&["--profile", "p.toml", "--format", "json"]).json();
    assert_eq!(said(&run), ["column-missing null 总车位"]);
    assert!(run["diagnostics"][0]["remedy"].as_str().is_some_and(|text| text.contains("是否指「总车位数」")));
    desk.put("p.toml", "type = 'parking'\n[columns]\ntotal_space = '总车位数'\n");
    let refused = desk.audit(&["--profile", "p.toml"]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("第 3 行：没有属性 `total_space`，是否指 `total_spaces`？"),
        "{}",
        refused.err
    );
}
