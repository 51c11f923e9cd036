//! Merged cells, the same in every kind of workbook.

use barrierfree::survey::reader::Merge;
use rust_xlsxwriter::{Format, Workbook};

use super::{open, plain, rows};
use crate::support::old_workbook::{OldWorkbook, label, record};
use crate::support::opendocument;

/// A district over two facilities, and a title over two columns.
fn workbook() -> Vec<u8> {
    let (mut book, format) = (Workbook::new(), Format::new());
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 1, "调查表", &format).expect("a title");
    sheet.merge_range(1, 0, 2, 0, "解放路街道", &format).expect("a district");
    sheet.write(1, 1, "甲").expect("a name");
    sheet.write(2, 1, "乙").expect("a name");
    book.save_to_buffer().expect("a workbook")
}

fn old_workbook() -> Vec<u8> {
    let ranges = [2_u16, 0, 0, 0, 1, 1, 2, 0, 0].into_iter().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let cells = [label(0, 0, "调查表"), label(1, 0, "解放路街道"), label(1, 1, "甲"), label(2, 1, "乙")];
    OldWorkbook::sheet(&[&cells[..], &[record(0x00E5, &ranges)]].concat()).bytes()
}

fn open_document() -> Vec<u8> {
    let cell = |spans: &str, text: &str| {
        format!(
            "<table:table-cell {spans} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let covered = "<table:covered-table-cell/>".to_owned();
    opendocument::sheet(
        &[
            row(&(cell("table:number-columns-spanned=\"2\"", "调查表") + &covered)),
            row(&(cell("table:number-rows-spanned=\"2\"", "解放路街道") + &cell("", "甲"))),
            row(&(covered + &cell("", "乙"))),
        ]
        .concat(),
    )
}

#[test]
fn merged_cells_are_told_and_their_value_stands_in_the_first() {
    for (name, bytes) in [("a.xlsx", workbook()), ("a.xls", old_workbook()), ("a.ods", open_document())] {
        let mut book = open(name, &bytes).expect(name);
        let title = Merge { top: 1, left: 0, bottom: 1, right: 1 };
        assert_eq!(book.merges(0), [title, Merge { top: 2, left: 0, bottom: 3, right: 0 }], "{name}");
        let told = plain(&rows(&mut book, 0).0);
        let told: Vec<_> = told.iter().map(|row| row.trim_end_matches('|')).collect();
        assert_eq!(told, ["1 调查表", "2 解放路街道|甲", "3 |乙"], "{name}");
    }
}

#[test]
fn a_text_file_has_no_merged_cells() {
    assert_eq!(open("a.csv", "名称,宽度\n").expect("text").merges(0), []);
}
