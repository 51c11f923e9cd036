use super::*;
use crate::diagnostic::Place;
use crate::survey::profile::Profile;
use crate::survey::testing::{catalogue, map_merged, rows};

/// Merged ranges as spreadsheets write them: `A2:B3`.
fn ranges(text: &str) -> Vec<Merge> {
    let cell = |cell: &str| {
        let column = u32::from(cell.as_bytes()[0] - b'A');
        (cell[1..].parse::<u32>().expect("a row") - 1, column)
    };
    let range = |range: &str| {
        let (first, last) = range.split_once(':').expect("a range");
        Merge::between(cell(first), cell(last)).expect("in order")
    };
    text.split_whitespace().map(range).collect()
}

fn check(profile: &str, text: &str, merges: &str, records: &[&str], said: &[&str]) {
    let catalogue = catalogue();
    let profile = format!("observed_on = 2024-05-01\n{profile}");
    let profile = Profile::parse(&profile, &catalogue).unwrap_or_else(|error| panic!("{error}"));
    let place = Place { file: "停车场.xlsx".into(), ..Place::default() };
    let (kept, _) = map_merged(&catalogue, &profile, &place, &rows(text, b','), &ranges(merges));
    assert_eq!(kept.told(&catalogue), records);
    assert_eq!(kept.said(), said);
}

#[test]
fn a_merged_value_counts_for_every_row_it_spans() {
    let text = "区划代码,名称,总车位数\n150802,甲,5\n,乙,6\n,丙,7\n,丁,8\n";
    let records = [
        "2 parking 2024-05-01 jurisdiction=150802 name=甲 total_spaces=5",
        "3 parking 2024-05-01 jurisdiction=150802 name=乙 total_spaces=6",
        "4 parking 2024-05-01 jurisdiction=150802 name=丙 total_spaces=7",
        "5 parking 2024-05-01 name=丁 total_spaces=8",
    ];
    check("", text, "A2:A4", &records, &["merged-cells/区划代码"]);
}

#[test]
fn a_cell_that_says_something_of_its_own_is_left() {
    let text = "名称,总车位数,无障碍车位数\n甲,5,1\n,6,\n乙,,\n";
    let records = [
        "2 parking 2024-05-01 name=甲 total_spaces=5 accessible_spaces=1",
        "3 parking 2024-05-01 name=甲 total_spaces=6 accessible_spaces=1",
        "4 parking 2024-05-01 name=乙 total_spaces=6 accessible_spaces=1",
    ];
    let said = ["merged-cells/名称", "merged-cells/总车位数", "merged-cells/无障碍车位数"];
    check("", text, "A2:A4 B3:B4 C2:C4", &records, &said);
}

#[test]
fn rows_of_nothing_but_merged_values_are_no_facilities() {
    let text = "名称,总车位数\n甲,5\n,\n,\n乙,6\n";
    let records =
        ["2 parking 2024-05-01 name=甲 total_spaces=5", "5 parking 2024-05-01 name=乙 total_spaces=6"];
    check("", text, "A2:A4", &records, &[]);
}

#[test]
fn totals_under_a_merged_value_are_no_facilities() {
    let text = "区划代码,名称,总车位数\n150802,甲,5\n,本街道合计,5\n合计,,5\n,,6\n";
    let records = ["2 parking 2024-05-01 jurisdiction=150802 name=甲 total_spaces=5"];
    let said = ["total-row@3", "total-row@4", "total-row@5", "merged-cells/区划代码"];
    check("", text, "A2:A3 A4:B5", &records, &said);
}

#[test]
fn headings_and_remarks_across_the_columns_are_no_facilities() {
    let text = "名称,总车位数,无障碍车位数\n一、城区,,\n甲,5,1\n备注：未含小区,,\n,,\n乙,6,\n";
    let records = [
        "3 parking 2024-05-01 name=甲 total_spaces=5 accessible_spaces=1",
        "6 parking 2024-05-01 name=乙 total_spaces=6",
    ];
    check("", text, "A2:C2 A4:C5", &records, &["heading-row@2", "heading-row@4"]);
}

#[test]
fn a_name_over_two_columns_of_many_is_a_facility() {
    let text = "名称,地址,总车位数,无障碍车位数\n甲,,,\n";
    check("type = \"parking\"", text, "A2:B2", &["2 parking 2024-05-01 name=甲"], &[]);
}

#[test]
fn what_is_merged_in_the_headers_is_not_carried_into_the_data() {
    let text = "名称,总车位数\n,5\n乙,6\n";
    let records = ["2 parking 2024-05-01 total_spaces=5", "3 parking 2024-05-01 name=乙 total_spaces=6"];
    check("", text, "A1:A3", &records, &["no-identity@2"]);
}

#[test]
fn filters_see_merged_values() {
    let text = "状态,名称,总车位数\n停用,甲,5\n,乙,6\n在用,丙,7\n,丁,8\n";
    let profile = "[[keep]]\ncolumn = \"状态\"\nis = \"在用\"";
    let records =
        ["4 parking 2024-05-01 name=丙 total_spaces=7", "5 parking 2024-05-01 name=丁 total_spaces=8"];
    check(profile, text, "A2:A3 A4:A5", &records, &["merged-cells/状态"]);
}

#[test]
fn ranges_over_each_other_are_no_trouble() {
    let mut merged = Merged::new(ranges("A2:A9 A3:A5 A2:C9 B2:B3 A2:A2000000"));
    let row =
        |number| Row { number, cells: vec![Cell::Text(number.to_string())], problem: None, place: None };
    for number in 1..5 {
        assert_eq!(merged.fill(&row(number)).cells.len(), 1);
    }
    let blank = Row { number: 6, cells: Vec::new(), problem: None, place: None };
    assert_eq!(merged.fill(&blank).cells, [Cell::Text("2".to_owned())]);
}
