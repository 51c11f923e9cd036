use std::collections::BTreeMap;

use super::*;
use crate::survey::profile::DateOrder;
use crate::survey::testing::{catalogue, property, shown};

/// What a cell of a property says, and the code of its doubt.
fn told(facility_type: &str, id: &str, unit: Option<&str>, cell: &Cell) -> String {
    ruled(facility_type, id, unit, None, cell)
}

fn ruled(
    facility_type: &str,
    id: &str,
    unit: Option<&str>,
    rule: Option<&ColumnRule>,
    cell: &Cell,
) -> String {
    let catalogue = catalogue();
    let (_, one) = catalogue.facility_type(facility_type).expect("known");
    let (_, property) = one.property(id).expect("known");
    let unit = unit.and_then(Unit::find);
    say(&Field::new(property, &catalogue.vocabulary).of_column(unit, rule), cell)
}

fn say(field: &Field, cell: &Cell) -> String {
    let Some(seen) = field.understood(cell) else { return "nothing".to_owned() };
    let doubt = seen.doubt.map(|doubt| format!(" {}", doubt.code.key())).unwrap_or_default();
    format!("{}{doubt}", shown(field.property, &seen.observed))
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn count(cell: &Cell) -> String {
    told("parking", "accessible_spaces", None, cell)
}

fn rule() -> ColumnRule {
    ColumnRule {
        property: "accessible_spaces".into(),
        header: "x".to_owned(),
        unit: None,
        words_as_counts: false,
        values: BTreeMap::new(),
        date_order: None,
    }
}

#[test]
fn a_blank_cell_is_never_zero() {
    for cell in [Cell::Empty, text(""), text("  "), text("\u{3000}"), text("\u{200B}"), text("\n\t")] {
        assert_eq!(count(&cell), "nothing", "{cell:?}");
    }
}

#[test]
fn what_is_no_count_is_unknown_and_said() {
    for (cell, expected) in [
        (text("若干"), "unknown not-a-number"),
        (text("NaN"), "unknown not-a-number"),
        (Cell::Number(f64::NAN), "unknown not-a-number"),
        (Cell::Number(f64::INFINITY), "unknown not-a-number"),
        (Cell::Number(1e300), "unknown not-a-number"),
        (Cell::Error("#DIV/0!".to_owned()), "unknown formula-error"),
        (Cell::Error(String::new()), "unknown formula-error"),
        (Cell::Date(jiff::civil::date(2026, 3, 5)), "unknown not-a-number"),
        (text("2.5"), "unknown not-whole"),
        (Cell::Number(0.5), "unknown not-whole"),
        (text("-1"), "unknown out-of-bounds"),
        (text("3m"), "unknown wrong-unit"),
        (text("8%"), "unknown wrong-unit"),
        (text("有"), "unknown word-in-count"),
        (text("无"), "unknown word-in-count"),
        (Cell::Flag(true), "unknown word-in-count"),
    ] {
        assert_eq!(count(&cell), expected, "{cell:?}");
    }
}

#[test]
fn counts_are_whole_and_within_their_bounds() {
    for (cell, expected) in [
        (text("０"), "0"),
        (text("12"), "12"),
        (Cell::Number(12.0), "12"),
        (Cell::Number(-0.0), "0"),
        (text("12.0"), "12"),
        (text("三个"), "3"),
        (text(">3"), "4.."),
        (text("2.5-4.5"), "3..4"),
        (text("<=3"), "0..3"),
        (text("约20"), "18..22"),
        (text("一百二"), "120 guessed-number"),
        (text("不详"), "unknown"),
        (text(" / "), "n/a"),
    ] {
        assert_eq!(count(&cell), expected, "{cell:?}");
    }
}

#[test]
fn words_count_only_where_the_profile_says_so() {
    let rule = ColumnRule { words_as_counts: true, ..rule() };
    let count = |cell: &Cell| ruled("parking", "accessible_spaces", None, Some(&rule), cell);
    assert_eq!(count(&text("有")), "1..");
    assert_eq!(count(&text("无")), "0");
    assert_eq!(count(&Cell::Flag(false)), "0");
    assert_eq!(count(&text("不详")), "unknown");
}

#[test]
fn the_profile_says_what_a_word_means() {
    let values = [("j", Written::Word(Meaning::Yes)), ("viele", Written::Text("20以上".to_owned()))];
    let values = values.map(|(word, written)| (word.to_owned(), written)).into();
    let rule = ColumnRule { values, ..rule() };
    assert_eq!(ruled("parking", "accessible_marked", None, Some(&rule), &text("J")), "true");
    assert_eq!(ruled("parking", "accessible_spaces", None, Some(&rule), &text("J")), "unknown word-in-count");
    assert_eq!(ruled("parking", "accessible_spaces", None, Some(&rule), &text("Viele")), "20..");
}

#[test]
fn lengths_take_the_unit_in_the_cell_before_that_of_the_header() {
    for (unit, written, expected) in [
        (None, "1.2", "1.2"),
        (Some("mm"), "1200", "1.2"),
        (Some("mm"), "1.2m", "1.2"),
        (Some("mm"), "895±10", "0.885..0.905"),
        (None, "1米二", "1.2 guessed-number"),
        (None, "1200", "unknown out-of-bounds"),
        (None, "49-60", "49..50"),
        (Some("%"), "5", "unknown wrong-unit"),
        (None, "5度", "unknown wrong-unit"),
        (None, "有", "unknown not-a-number"),
        (None, "宽", "unknown not-a-number"),
    ] {
        assert_eq!(told("ramp", "width", unit, &text(written)), expected, "{written}");
    }
    assert_eq!(told("ramp", "width", None, &Cell::Number(0.1)), "0.1");
    assert_eq!(
        told("ramp", "width", None, &Cell::Number(0.001_157_139_551_029_854_3)),
        "0.0011571395510298543"
    );
}

#[test]
fn slopes_are_ratios_percentages_or_angles() {
    for (unit, written, expected) in [
        (None, "1:12", "1/12"),
        (None, "8.33%", "0.0833"),
        (Some("%"), "8.33", "0.0833"),
        (None, "8.33", "unknown out-of-bounds"),
        (None, "0°", "0"),
        (None, "90°", "unknown out-of-bounds"),
    ] {
        assert_eq!(told("ramp", "slope", unit, &text(written)), expected, "{written}");
    }
    assert_eq!(told("ramp", "slope", None, &text("4.76°")), "0.083269331..0.083269334");
}

#[test]
fn yes_and_no_come_from_the_vocabulary() {
    let marked = |cell: &Cell| told("parking", "accessible_marked", None, cell);
    assert_eq!(marked(&text("是")), "true");
    assert_eq!(marked(&text("无")), "false");
    assert_eq!(marked(&Cell::Flag(false)), "false");
    assert_eq!(marked(&text("不详")), "unknown");
    assert_eq!(marked(&text("也许")), "unknown not-yes-or-no");
    assert_eq!(marked(&Cell::Number(1.0)), "unknown not-yes-or-no");
}

#[test]
fn categories_are_known_by_id_label_or_alias() {
    let kind = |written: &str| told("parking", "kind", None, &text(written));
    assert_eq!(kind("public_standalone"), "public_standalone");
    assert_eq!(kind(" 公共停车场 "), "public_standalone");
    assert_eq!(kind("Attached Car Park"), "attached");
    assert_eq!(kind("无"), "none");
    assert_eq!(kind("不详"), "unknown");
    assert_eq!(kind("有"), "unknown not-a-category");
    assert_eq!(kind("公用停车场"), "unknown not-a-category");
}

#[test]
fn dates_that_are_none_are_said() {
    let built = |written: &str| told("ramp", "built_on", None, &text(written));
    for written in [
        "0",
        "0000",
        "0015-01-01",
        "2015-02-30",
        "2015-13",
        "15-3-5",
        "05/06/2015",
        "2015-2016",
        "3月5日",
        "42068",
        "201503",
        "2015-3/5",
        "2015年3-5月",
        "昨天",
        "99999999",
        "2015-03-05-01",
    ] {
        assert_eq!(built(written), "unknown not-a-date", "{written}");
    }
}

#[test]
fn dates_are_days_months_or_years() {
    let days = |first: &str, last: &str| {
        let day = |text: &str| crate::model::day_number(text.parse().expect("a day")).to_string();
        if first == last { day(first) } else { format!("{}..{}", day(first), day(last)) }
    };
    let built = |written: &str| told("ramp", "built_on", None, &text(written));
    for written in [
        "2015-03-05",
        "2015/3/5",
        "2015.3.5",
        "2015年3月5日",
        "2015 年 3 月 5 日",
        "20150305",
        "2015-03-05 00:00:00",
        "2015-03-05T08:00Z",
        "２０１５－３－５",
    ] {
        assert_eq!(built(written), days("2015-03-05", "2015-03-05"), "{written}");
    }
    for written in ["05/13/2015", "13/05/2015", "13.5.2015", "05/13/2015 12:00:00 AM"] {
        assert_eq!(built(written), days("2015-05-13", "2015-05-13"), "{written}");
    }
    for written in ["2015-02", "2015年2月", "2015/2"] {
        assert_eq!(built(written), days("2015-02-01", "2015-02-28"), "{written}");
    }
    assert_eq!(built("2015"), days("2015-01-01", "2015-12-31"));
    assert_eq!(told("ramp", "built_on", None, &Cell::Number(2015.0)), days("2015-01-01", "2015-12-31"));
    assert_eq!(
        told("ramp", "built_on", None, &Cell::Date(jiff::civil::date(2015, 3, 5))),
        days("2015-03-05", "2015-03-05")
    );
    assert_eq!(built("不详"), "unknown");
}

#[test]
fn the_profile_gives_the_order_of_day_and_month() {
    let built = |order| {
        let rule = ColumnRule { date_order: Some(order), ..rule() };
        ruled("ramp", "built_on", None, Some(&rule), &text("05/06/2015"))
    };
    assert_ne!(built(DateOrder::Mdy), built(DateOrder::Dmy));
    assert!(!built(DateOrder::Mdy).contains("not-a-date"));
}

#[test]
fn ids_damaged_by_a_spreadsheet_are_not_used() {
    let damaged = [
        Cell::Number(1.2e17),
        Cell::Number(1e15),
        Cell::Number(f64::NAN),
        text("1.2E+17"),
        text("5e+11"),
        Cell::Date(jiff::civil::date(2026, 3, 5)),
    ];
    for cell in damaged {
        assert_eq!(identifier(&cell), Err(Code::DamagedId.into()), "{cell:?}");
    }
    for (cell, id) in
        [(Cell::Number(620.0), "620"), (text(" 620-1 "), "620-1"), (text("1E5"), "1E5"), (text("007"), "007")]
    {
        assert_eq!(identifier(&cell).ok().flatten().as_deref(), Some(id));
    }
    assert_eq!(identifier(&text(" ")), Ok(None));
}

#[test]
fn an_adcode_has_six_digits() {
    assert_eq!(adcode(&Cell::Number(150_802.0)).as_deref(), Some("150802"));
    assert_eq!(adcode(&text("１５０８０２")).as_deref(), Some("150802"));
    for cell in [text("15080"), text("150802001"), text("临河区"), Cell::Number(150_802.5)] {
        assert_eq!(adcode(&cell), None, "{cell:?}");
    }
}

#[test]
fn text_is_kept_as_it_is_without_the_space_around_it() {
    let name = property("name", Kind::Text, "名称", "name", &[]);
    let vocabulary = Vocabulary::default();
    let field = Field::new(&name, &vocabulary);
    assert_eq!(say(&field, &text(" =1+1\u{1b}[31m ")), "=1+1\u{1b}[31m");
    assert_eq!(say(&field, &Cell::Number(12.0)), "12");
}
