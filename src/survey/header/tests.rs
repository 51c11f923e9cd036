use std::fmt::Write as _;

use crate::diagnostic::Place;
use crate::survey::profile::Profile;
use crate::survey::reader::Merge;
use crate::survey::testing::{catalogue, map_merged, rows};

/// The headers found, as `row: name | name`, then the records.
fn found(profile: &str, text: &str, merges: &[Merge]) -> Vec<String> {
    let catalogue = catalogue();
    let profile = Profile::parse(&format!("observed_on = 2024-05-01\n{profile}"), &catalogue);
    let profile = profile.unwrap_or_else(|error| panic!("{error}"));
    let place = Place { file: "调查.csv".into(), ..Place::default() };
    let (kept, used) = map_merged(&catalogue, &profile, &place, &rows(text, b','), merges);
    let mut headers = format!("{}:", used.header_row.unwrap_or_default());
    for column in &used.columns {
        let property = column.property.as_ref().map_or("-", |property| property.as_str());
        write!(headers, " {}={property}", column.header).expect("text");
    }
    std::iter::once(headers).chain(kept.told(&catalogue)).chain(kept.said()).collect()
}

fn merge(top: u32, left: u32, bottom: u32, right: u32) -> Merge {
    Merge { top, left, bottom, right }
}

const TWO_ROWS: &str =
    "停车场调查表,,,,,\n编号,名称,无障碍车位,,卫生间,\n,,数量,有标识,数量,有标识\n1,甲,2,有,1,无\n";

#[test]
fn a_group_over_its_leaves_names_them_together() {
    let expected = [
        "2: 编号=id 名称=name 无障碍车位/数量=accessible_spaces 无障碍车位/有标识=- 卫生间/数量=- 卫生间/有标识=-",
        "4 parking #1 2024-05-01 name=甲 accessible_spaces=2",
    ];
    let merges =
        [merge(1, 0, 1, 5), merge(2, 0, 3, 0), merge(2, 1, 3, 1), merge(2, 2, 2, 3), merge(2, 4, 2, 5)];
    let profile = "type = \"parking\"";
    assert_eq!(found(profile, TWO_ROWS, &merges), expected);
    // In a text file the group stands over the first of its columns only.
    assert_eq!(found(profile, TWO_ROWS, &[]), expected);
}

#[test]
fn a_leaf_is_enough_where_no_other_is_called_so() {
    let text = "编号,名称,车位,\n,,总车位数,有标识\n1,甲,50,有\n";
    let expected = [
        "1: 编号=id 名称=name 车位/总车位数=total_spaces 车位/有标识=accessible_marked",
        "3 parking #1 2024-05-01 name=甲 total_spaces=50 accessible_marked=true",
    ];
    assert_eq!(found("", text, &[]), expected);
}

#[test]
fn a_profile_names_a_column_by_its_leaf_or_with_its_group() {
    for wanted in ["卫生间/有标识", "卫生间 有标识", "卫生间有标识"] {
        let profile = format!("type = \"parking\"\n[columns]\naccessible_marked = \"{wanted}\"");
        let told = found(&profile, TWO_ROWS, &[]);
        assert_eq!(told[1], "4 parking #1 2024-05-01 name=甲 accessible_spaces=2 accessible_marked=false");
    }
}

#[test]
fn three_rows_of_headers_are_found() {
    let text = "编号,名称,车位,,,\n,,普通,,无障碍车位,\n,,总车位数,备注,数量,有标识\n1,甲,50,无,2,有\n";
    let expected = [
        "1: 编号=id 名称=name 车位/普通/总车位数=total_spaces 车位/普通/备注=- 车位/无障碍车位/数量=- \
         车位/无障碍车位/有标识=accessible_marked",
        "4 parking #1 2024-05-01 name=甲 total_spaces=50 accessible_marked=true",
    ];
    assert_eq!(found("", text, &[]), expected);
}

#[test]
fn a_title_over_all_columns_is_no_group() {
    let text = "停车场调查表,,\n名称,总车位数,有标识\n甲,5,有\n";
    let told = found("", text, &[merge(1, 0, 1, 2)]);
    assert_eq!(told[0], "2: 名称=name 总车位数=total_spaces 有标识=accessible_marked");
    let signed = "填报单位：甲局,,日期：五月,\n名称,总车位数,有标识,备注\n甲,5,有,\n";
    let told = found("", signed, &[merge(1, 0, 1, 1), merge(1, 2, 1, 3)]);
    assert_eq!(told[0], "2: 名称=name 总车位数=total_spaces 有标识=accessible_marked 备注=-");
}

#[test]
fn data_below_a_nameless_column_is_no_header() {
    let text = "名称,总车位数,,备注\n甲,5,东,无\n乙,约6,西,无\n";
    let told = found("", text, &[]);
    assert_eq!(told[0], "1: 名称=name 总车位数=total_spaces 备注=-");
    assert_eq!(told.len(), 3);
}

#[test]
fn a_profile_gives_the_rows_of_the_headers() {
    let text = "名称,总车位数,甲类,\n注,注,数量,有标识\n甲,5,2,有\n";
    let profile =
        "type = \"parking\"\n[[sheet]]\nheader_row = 1\nheader_rows = 2\n[columns]\nname = \"名称/注\"";
    let told = found(profile, text, &[]);
    assert_eq!(told[1], "3 parking 2024-05-01 name=甲 accessible_marked=true");
    let looked = found(&profile.replace("header_row = 1\n", ""), text, &[]);
    assert_eq!(looked, told);
}

#[test]
fn header_rows_beyond_any_form_are_a_mistake() {
    let error = Profile::parse("[[sheet]]\nheader_rows = 0", &catalogue()).expect_err("a mistake");
    assert_eq!(error.mistakes[0].line, 1);
}

#[test]
fn units_stand_below_the_last_row_of_headers() {
    let text = "名称,坡道,\n,坡道宽度,坡度\n,mm,%\n甲,1200,5\n";
    let expected = [
        "1: 名称=name 坡道/坡道宽度=width 坡道/坡度=slope",
        "4 ramp 2024-05-01 name=甲 width=1.2 slope=0.05",
    ];
    assert_eq!(found("", text, &[]), expected);
}
