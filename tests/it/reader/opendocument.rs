//! Open Document spreadsheets.

use barrierfree::survey::reader::{Cell, MAX_COLUMNS, Merge, NO_CACHED_VALUE, ReadError, RowProblem};

use super::{open, plain, read, refusal, rows};
use crate::support::opendocument::{content, parts, row, sheet, tables};

const LIBREOFFICE: &[u8] = include_bytes!("../../fixtures/workbooks/facilities.ods");

/// One row of these cells.
fn cells(cells: &str) -> Vec<String> {
    plain(&read("a.ods", &sheet(&format!("<table:table-row>{cells}</table:table-row>"))))
}

#[test]
fn a_spreadsheet_of_libreoffice_is_read_like_its_old_workbook() {
    let mut book = open("a.ods", LIBREOFFICE).expect("a spreadsheet");
    let mut old =
        open("a.xls", include_bytes!("../../fixtures/workbooks/facilities.xls")).expect("a workbook");
    assert_eq!(book.sheets(), old.sheets());
    assert_eq!(book.merges(0), old.merges(0));
    assert_eq!(rows(&mut book, 0).0, rows(&mut old, 0).0);
    assert_eq!(rows(&mut book, 1).0, rows(&mut old, 1).0);
}

#[test]
fn rows_and_columns_are_counted_with_their_repetitions() {
    let far = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let twice = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"3\"/>\
                 <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/></table:table-row>";
    let bytes = sheet(&format!("{}{twice}{far}{}", row(&["名称"]), row(&["尾"])));
    assert_eq!(plain(&read("a.ods", &bytes)), ["1 名称", "2 |||=7|=7", "3 |||=7|=7", "1048574 尾"]);
}

#[test]
fn content_repeated_beyond_measure_is_refused() {
    let full = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" \
                office:value-type=\"float\" office:value=\"7\"/></table:table-row>";
    assert!(matches!(refusal("a.ods", &sheet(full)), ReadError::Oversized { .. }));
    let long = "坡".repeat(100_000);
    let wide = format!(
        "<table:table-row><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\">\
                        <text:p>{long}</text:p></table:table-cell></table:table-row>"
    );
    assert!(matches!(refusal("a.ods", &sheet(&wide)), ReadError::Oversized { .. }));
}

#[test]
fn a_row_beyond_the_last_column_is_too_wide() {
    let cells = "<table:table-row><table:table-cell table:number-columns-repeated=\"16380\"/>\
                 <table:table-cell table:number-columns-repeated=\"9\" office:value-type=\"float\" office:value=\"7\"/></table:table-row>";
    let rows = read("a.ods", &sheet(cells));
    assert_eq!(rows[0].problem, Some(RowProblem::TooWide { columns: 16_389 }));
    assert_eq!(rows[0].cells.len(), MAX_COLUMNS as usize);
}

#[test]
fn values_of_every_type_are_what_they_are() {
    let told = cells(
        "<table:table-cell office:value-type=\"percentage\" office:value=\"0.08\"><text:p>8%</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"currency\" office:value=\"12.5\"/>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-01T08:30:00\"/>\
         <table:table-cell office:value-type=\"time\" office:time-value=\"PT12H30M00S\"/>\
         <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
         <table:table-cell office:value-type=\"float\" office:value=\"many\"/>\
         <table:table-cell office:value-type=\"time\" office:time-value=\"noon\"/>",
    );
    assert_eq!(told, ["1 =0.08|=12.5|=2024-05-01|=0.5208333333333334|=true|!many|noon"]);
}

#[test]
fn text_is_what_the_cell_shows() {
    let told = cells(
        "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>批注</text:p></office:annotation>\
         <text:p>门<text:s text:c=\"2\"/>窄 &amp; <text:span>坡</text:span>陡</text:p><text:p>备<text:tab/>注</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"string\" office:string-value=\"甲\"><text:p>乙</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"string\"><text:p>　</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"string\"><draw:frame><text:p>图</text:p></draw:frame><text:p>&#20013;</text:p></table:table-cell>",
    );
    assert_eq!(told, ["1 门  窄 & 坡陡\n备\t注|甲||中"]);
}

#[test]
fn formulas_give_their_saved_result_or_say_that_there_is_none() {
    let told = cells(
        "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"/>\
         <table:table-cell table:formula=\"of:=1+1\"/>\
         <table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>\
         <table:table-cell table:formula=\"of:=T()\" office:value-type=\"string\" office:string-value=\"\"/>",
    );
    assert_eq!(told, [format!("1 =2|!{NO_CACHED_VALUE}|!#DIV/0!")]);
}

#[test]
fn merged_cells_are_told_and_what_they_cover_is_kept() {
    let bytes = sheet(
        "<table:table-row><table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>甲</text:p></table:table-cell>\
         <table:covered-table-cell/></table:table-row>\
         <table:table-row><table:covered-table-cell/><table:covered-table-cell office:value-type=\"float\" office:value=\"5\"/></table:table-row>",
    );
    let mut book = open("a.ods", &bytes).expect("a spreadsheet");
    assert_eq!(book.merges(0), [Merge { top: 1, left: 0, bottom: 2, right: 1 }]);
    assert_eq!(plain(&rows(&mut book, 0).0), ["1 甲", "2 |=5"]);
}

#[test]
fn sheets_are_listed_with_the_hidden_and_without_kept_copies_of_other_files() {
    let styles = "<office:automatic-styles><style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>";
    let tables = "<table:table table:name=\"字典\" table:style-name=\"ta2\"/><table:table table:name=\"'file:///a'#b\" table:style-name=\"ta_extref\"/>\
                  <table:table table:name=\"调查表\" table:style-name=\"ta1\"><table:table-row><table:table-cell office:value-type=\"string\">\
                  <table:table><table:table-row><table:table-cell office:value-type=\"string\"><text:p>内</text:p></table:table-cell></table:table-row></table:table>\
                  <text:p>外</text:p></table:table-cell></table:table-row></table:table>";
    let bytes = content(&format!(
        "{styles}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    ));
    let mut book = open("a.ods", &bytes).expect("a spreadsheet");
    let told: Vec<_> = book
        .sheets()
        .iter()
        .map(|sheet| (sheet.name.clone().unwrap_or_default().to_string(), sheet.hidden))
        .collect();
    assert_eq!(told, [("字典".to_owned(), true), ("调查表".to_owned(), false)]);
    assert_eq!(plain(&rows(&mut book, 1).0), ["1 外"]);
}

#[test]
fn a_password_is_told() {
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let bytes = parts(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", "\u{1}"),
    ]);
    assert!(matches!(refusal("a.ods", &bytes), ReadError::PasswordProtected));
}

#[test]
fn what_is_broken_is_damaged_and_what_came_before_is_read() {
    for inner in ["<office:body><office:spreadsheet>", "<a></b>", "", "<office:body>&unknown;</office:body>"]
    {
        assert!(matches!(refusal("a.ods", &content(inner)), ReadError::Damaged { .. }), "{inner}");
    }
    let missing = parts(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]);
    assert!(matches!(refusal("a.ods", &missing), ReadError::Damaged { .. }));
}

#[test]
fn many_small_sheets_are_read_one_by_one() {
    let one = |number: u8| {
        format!("<table:table table:name=\"{number}\">{}</table:table>", row(&[&number.to_string()]))
    };
    let all = (0..40).map(one).collect::<Vec<_>>().concat();
    let mut book = open("a.ods", tables(&all)).expect("a spreadsheet");
    assert_eq!(rows(&mut book, 39).0[0].cells, [Cell::Text("39".to_owned())]);
}
