//! Workbooks: what each kind of cell becomes.

use barrierfree::survey::reader::{Cell, MAX_COLUMNS, NO_CACHED_VALUE, RowProblem, Why};

use super::{open, plain, read, rows, text};
use crate::support::workbook::{Handmade, written};

/// The cells of one row, written as XML.
fn row(cells: &str) -> Vec<Cell> {
    let bytes = Handmade::sheet(&format!("<row r=\"1\">{cells}</row>")).bytes();
    read("a.xlsx", &bytes).into_iter().flat_map(|row| row.cells).collect()
}

fn day(text: &str) -> Cell {
    Cell::Date(text.parse().expect(text))
}

#[test]
fn a_workbook_as_excel_writes_it_is_read() {
    let table: &[&[&str]] = &[&["名称", "宽度", "备注"], &[], &["人民医院", "900", ""], &["", "", "空"]];
    let mut book = open("a.xlsx", written(&[("一", table), ("二", &[])])).expect("a workbook");
    assert_eq!(book.encoding(0), None);
    let names: Vec<_> = book.sheets().iter().filter_map(|sheet| sheet.name.clone()).collect();
    assert_eq!(names.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["一", "二"]);
    for _ in 0..2 {
        assert_eq!(plain(&rows(&mut book, 0).0), ["1 名称|宽度|备注", "3 人民医院|=900", "4 ||空"]);
    }
    assert!(rows(&mut book, 1).0.is_empty());
}

#[test]
fn hidden_sheets_are_listed_and_marked() {
    let bytes = Handmade::sheet("").and_hidden_sheet("字典", "").bytes();
    let book = open("a.xlsx", &bytes).expect("a workbook");
    assert_eq!(book.sheets().iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn text_of_every_kind_is_text() {
    let strings = "<sst><si><t>共享</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 文本</t></r></si></sst>";
    let cells = "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
                 <c r=\"C1\" t=\"inlineStr\"><is><t>内联 &amp; 文本</t></is></c><c r=\"D1\" t=\"str\"><v>00123</v></c>\
                 <c r=\"F1\" t=\"inlineStr\"><is><t>　 </t></is></c>";
    let bytes = Handmade::sheet(&format!("<row r=\"1\">{cells}</row>")).strings(strings).bytes();
    assert_eq!(plain(&read("a.xlsx", &bytes)), ["1 共享|富 文本|内联 & 文本|00123||"]);
}

#[test]
fn numbers_flags_and_errors_are_what_they_are() {
    let cells = row("<c r=\"A1\"><v>0.07</v></c><c r=\"B1\" t=\"b\"><v>1</v></c>\
                     <c r=\"C1\" t=\"e\"><v>#DIV/0!</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>NaN</t></is></c>");
    let expected = [Cell::Number(0.07), Cell::Flag(true), Cell::Error("#DIV/0!".to_owned()), text("NaN")];
    assert_eq!(cells, expected);
}

#[test]
fn what_is_no_finite_number_is_an_error_and_no_number() {
    for value in ["NaN", "inf", "-Infinity", "1e999"] {
        let cells = row(&format!("<c r=\"A1\"><v>{value}</v></c><c r=\"B1\" s=\"1\"><v>{value}</v></c>"));
        assert!(matches!(cells.as_slice(), [Cell::Error(_), Cell::Error(_)]), "{value}: {cells:?}");
    }
}

#[test]
fn formulas_give_their_cached_value_or_say_that_there_is_none() {
    let cells =
        row("<c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\"><f>1+1</f></c><c r=\"C1\"><f>1+1</f><v/></c>\
                     <c r=\"D1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"E1\" t=\"str\"><f>A1</f><v>甲</v></c>\
                     <c r=\"F1\"><f t=\"shared\" si=\"4000000000\"/><v>3</v></c>");
    let missing = Cell::Error(NO_CACHED_VALUE.to_owned());
    let expected = [Cell::Number(2.0), missing.clone(), missing, Cell::Empty, text("甲"), Cell::Number(3.0)];
    assert_eq!(cells, expected);
}

#[test]
fn days_are_right_in_both_calendars() {
    let cells = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45000.75</v></c><c r=\"B1\" t=\"d\"><v>2024-05-01T08:00:00</v></c>\
                 <c r=\"C1\" s=\"2\"><v>1.5</v></c><c r=\"D1\" s=\"1\"><v>-3</v></c></row>";
    let expected = |first| vec![first, day("2024-05-01"), Cell::Number(1.5), Cell::Number(-3.0)];
    let first = |book: Handmade| {
        read("a.xlsx", &book.bytes()).into_iter().flat_map(|row| row.cells).collect::<Vec<_>>()
    };
    assert_eq!(first(Handmade::sheet(cells)), expected(day("2023-03-15")));
    assert_eq!(first(Handmade::sheet(cells).since_1904()), expected(day("2027-03-16")));
}

#[test]
fn a_far_cell_costs_no_more_than_its_row() {
    let bytes = Handmade::sheet(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>",
    );
    let rows = read("a.xlsx", &bytes.bytes());
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 1_048_576]);
    assert_eq!(rows.last().map(|row| row.cells.len()), Some(MAX_COLUMNS as usize));
}

#[test]
fn a_row_beyond_the_last_column_is_too_wide() {
    let cells = (0..20_000).map(|_| "<c><v>1</v></c>").collect::<String>();
    let bytes = Handmade::sheet(&format!("<row>{cells}</row><row><c r=\"ZZZZ2\"><v>1</v></c></row>")).bytes();
    let rows = read("a.xlsx", &bytes);
    assert_eq!(rows.first().map(|row| row.cells.len()), Some(MAX_COLUMNS as usize));
    assert!(
        rows.iter().all(|row| matches!(row.problem, Some(RowProblem::TooWide { .. }))),
        "{:?}",
        rows.len()
    );
}

#[test]
fn a_cell_nobody_can_read_is_told_on_the_rows_it_may_stand_in() {
    let bytes = Handmade::sheet(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"s\"><v>77</v></c><c r=\"B2\"><v>2</v></c></row>\
         <row r=\"3\"><c r=\"A3\"><v>3</v></c></row><row r=\"4\"><c r=\"A4\" t=\"e\"><v>#WHAT!</v></c></row>",
    );
    let rows = read("a.xlsx", &bytes.bytes());
    assert_eq!(plain(&rows), ["1 =1", "2 |=2", "3 =3"]);
    let damaged = Some(RowProblem::Unreadable { why: Why::DamagedCell });
    assert!(rows.iter().all(|row| row.problem == damaged));
}

#[test]
fn a_sheet_of_one_unreadable_cell_is_not_passed_over() {
    let bytes = Handmade::sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").bytes();
    assert_eq!(read("a.xlsx", &bytes).len(), 1);
}
