//! Workbooks from before 2007.

use barrierfree::survey::reader::{Merge, NO_CACHED_VALUE, ReadError, RowProblem, Why};
use encoding_rs::GBK;

use super::{open, plain, read, refusal, rows};
use crate::support::old_workbook::{OldWorkbook, cell, label, number, record, styled, wide};

const LIBREOFFICE: &[u8] = include_bytes!("../../fixtures/workbooks/facilities.xls");
const XLWT: &[u8] = include_bytes!("../../fixtures/workbooks/xlwt.xls");

fn merge(top: u32, left: u32, bottom: u32, right: u32) -> Merge {
    Merge { top, left, bottom, right }
}

#[test]
fn a_workbook_of_libreoffice_is_read() {
    let mut book = open("a.xls", LIBREOFFICE).expect("a workbook");
    assert_eq!(book.sheets().iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(), [false, true]);
    assert_eq!(book.merges(0), [merge(1, 0, 1, 7), merge(3, 0, 4, 0)]);
    let (rows, outcome) = rows(&mut book, 0);
    outcome.expect("all rows");
    let expected = [
        "1 停车场调查表",
        "2 街道|名称|总车位数|坡度|调查日期|有标识|公式|时长",
        "3 解放路街道|人民广场|=120|=0.08|=2024-05-01|=true|=240|=1.5",
        "4 |图书馆\n（南门）|约6|=-0.5||=false|!#DIV/0!|甲人民广场",
    ];
    assert_eq!(plain(&rows), expected);
}

#[test]
fn a_workbook_of_xlwt_is_read_in_the_calendar_of_1904() {
    let mut book = open("a.xls", XLWT).expect("a workbook");
    assert_eq!(book.merges(0), [merge(1, 0, 1, 3)]);
    let (rows, _) = rows(&mut book, 0);
    let expected = [
        "1 停车场调查表",
        "2 名称|总车位数|调查日期|公式",
        "3 人民广场|=120|=2024-05-01|",
        "4 |=true",
        "5 |=1234567.25",
    ];
    assert_eq!(plain(&rows[..5]), expected);
    assert_eq!((rows[5].number, rows[5].cells.len()), (65_536, 256));
}

#[test]
fn rows_come_in_order_whatever_the_order_of_their_cells() {
    let cells =
        [number(2, 0, 3.0), label(0, 1, "宽度"), number(1, 1, 2.0), label(0, 0, "名称"), label(1, 0, "甲")];
    assert_eq!(
        plain(&read("a.xls", &OldWorkbook::sheet(&cells).bytes())),
        ["1 名称|宽度", "2 甲|=2", "3 =3"]
    );
}

#[test]
fn short_numbers_are_integers_hundredths_and_fronts_of_doubles() {
    let short = |column, bits: u32| cell(0x027E, 0, column, &bits.to_le_bytes());
    let front = u32::try_from(1.5_f64.to_bits() >> 32).expect("a half");
    let minus = (-7_i32 << 2 | 2).cast_unsigned();
    let many =
        [&[0, 0][..], &(7 << 2 | 2_u32).to_le_bytes(), &[0, 0], &(825 << 2 | 3_u32).to_le_bytes(), &[5, 0]];
    let many = record(0x00BD, &[&[0, 0, 4, 0], &many.concat()[..]].concat());
    let cells = [short(0, 12 << 2 | 2), short(1, 825 << 2 | 3), short(2, front), short(3, minus), many];
    assert_eq!(plain(&read("a.xls", &OldWorkbook::sheet(&cells).bytes())), ["1 =12|=8.25|=1.5|=-7|=7|=8.25"]);
}

#[test]
fn formulas_give_their_saved_result_or_say_that_there_is_none() {
    let formula = |column, result: [u8; 8], flags: u8| {
        cell(0x0006, 0, column, &[&result[..], &[flags, 0, 0, 0, 0, 0, 0, 0]].concat())
    };
    let special = |kind, value| [kind, 0, value, 0, 0, 0, 0xFF, 0xFF];
    let cells = [
        formula(0, 2.5_f64.to_le_bytes(), 0),
        formula(1, special(0, 0), 0),
        record(0x04BC, &[0; 8]),
        record(0x0207, &wide("甲")),
        formula(2, special(1, 1), 0),
        formula(3, special(2, 0x2A), 0),
        formula(4, special(3, 0), 0),
        formula(5, [0; 8], 2),
        formula(6, special(3, 0), 2),
        formula(7, special(0, 0), 0),
        number(0, 8, 9.0),
        formula(9, [0; 8], 0),
    ];
    let none = format!("!{NO_CACHED_VALUE}");
    let expected = format!("1 =2.5|甲|=true|!#N/A||{none}|{none}|{none}|=9|=0");
    assert_eq!(plain(&read("a.xls", &OldWorkbook::sheet(&cells).bytes())), [expected]);
}

#[test]
fn shared_strings_go_on_in_further_records() {
    let long = "坡".repeat(4_000);
    let strings: Vec<u8> = [&[2, 0, 0, 0, 2, 0, 0, 0][..], &wide(&long), &wide("道")].concat();
    let (first, rest) = strings.split_at(5_001);
    let global = [record(0x00FC, first), record(0x003C, &[&[1][..], rest].concat())].concat();
    let cells = [cell(0x00FD, 0, 0, &[0, 0, 0, 0]), cell(0x00FD, 0, 1, &[1, 0, 0, 0])];
    let rows = read("a.xls", &OldWorkbook::sheet(&cells).global(global).bytes());
    assert_eq!(plain(&rows), [format!("1 {long}|道")]);
}

#[test]
fn days_are_told_by_the_formats_of_the_workbook() {
    let style = |format: u8| record(0x00E0, &[&[0, 0, format, 0][..], &[0; 16]].concat());
    let format = record(0x041E, &[&[200, 0][..], &wide("yyyy\"年\"m\"月\"")].concat());
    let book = |cells: &[Vec<u8>]| {
        OldWorkbook::sheet(cells).global([format.clone(), style(0), style(200), style(14)].concat())
    };
    let cells = [0, 1, 2].map(|at| styled(0x0203, 0, at, at, &45_000.0_f64.to_le_bytes()));
    assert_eq!(plain(&read("a.xls", &book(&cells).bytes())), ["1 =45000|=2023-03-15|=2023-03-15"]);
    let late = book(&cells).global(record(0x0022, &[1, 0]));
    assert_eq!(plain(&read("a.xls", &late.bytes())), ["1 =45000|=2027-03-16|=2027-03-16"]);
}

#[test]
fn text_of_1995_is_in_the_code_page_of_the_workbook() {
    let label =
        |text: &[u8]| cell(0x0204, 0, 0, &[&[u8::try_from(text.len()).expect("short"), 0], text].concat());
    let gbk = label(&GBK.encode("无障碍").0);
    assert_eq!(plain(&read("a.xls", &OldWorkbook::of_1995(&[gbk]).bytes())), ["1 无障碍"]);
    let russian = OldWorkbook::of_1995(&[label(b"\xC4\xE0")]).global(record(0x0042, &[0xE3, 0x04]));
    assert_eq!(plain(&read("a.xls", &russian.bytes())), ["1 Да"]);
}

#[test]
fn charts_in_a_sheet_are_not_its_cells() {
    let chart = [record(0x0809, &[0, 6, 32, 0]), number(0, 0, 1.0), record(0x000A, &[])].concat();
    let cells = [label(0, 0, "名称"), chart, number(1, 0, 2.0)];
    assert_eq!(plain(&read("a.xls", &OldWorkbook::sheet(&cells).bytes())), ["1 名称", "2 =2"]);
}

#[test]
fn a_password_is_told() {
    let book = OldWorkbook::sheet(&[]).global(record(0x002F, &[1, 0, 1, 0, 1, 0]));
    assert!(matches!(refusal("a.xls", &book.bytes()), ReadError::PasswordProtected));
}

#[test]
fn a_cell_nobody_can_read_is_told_on_its_row() {
    let cells =
        [label(0, 0, "名称"), cell(0x00FD, 1, 0, &[9, 0, 0, 0]), number(2, 0, 1.0), cell(0x0203, 3, 0, &[1])];
    let rows = read("a.xls", &OldWorkbook::sheet(&cells).bytes());
    let damaged = Some(RowProblem::Unreadable { why: Why::DamagedCell });
    let damaged: Vec<u32> = rows.iter().filter(|row| row.problem == damaged).map(|row| row.number).collect();
    assert_eq!(damaged, [2, 4]);
}

#[test]
fn hidden_sheets_are_listed_and_marked() {
    let bytes = OldWorkbook::sheet(&[]).and_hidden_sheet(&[number(0, 0, 1.0)]).bytes();
    let mut book = open("a.xls", &bytes).expect("a workbook");
    assert_eq!(book.sheets().iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(), [false, true]);
    assert_eq!(plain(&rows(&mut book, 1).0), ["1 =1"]);
}

#[test]
fn a_ring_of_sectors_ends() {
    let bytes = OldWorkbook::sheet(&[number(0, 0, 1.0)]).bytes();
    for sector in 1..12_u8 {
        for next in 0..12_u8 {
            let mut bytes = bytes.clone();
            bytes[512 + 4 * usize::from(sector)..][..4].copy_from_slice(&[next, 0, 0, 0]);
            let _ = open("a.xls", &bytes).map(|mut book| rows(&mut book, 0).0);
        }
    }
}

#[test]
fn a_workbook_cut_anywhere_is_refused_and_never_half_read() {
    for end in (8..LIBREOFFICE.len() - 1_024).step_by(211) {
        let error = refusal("a.xls", &LIBREOFFICE[..end]);
        assert!(matches!(error, ReadError::Truncated | ReadError::Damaged { .. }), "cut at {end}: {error:?}");
    }
}

#[test]
fn cells_in_far_corners_cost_no_more_than_their_rows() {
    let cells = [number(0, 0, 1.0), number(65_535, 255, 1.0)];
    let sheets = (0..200).fold(OldWorkbook::sheet(&cells), |book, _| book.and_hidden_sheet(&cells));
    let mut book = open("a.xls", sheets.bytes()).expect("a workbook");
    assert!((0..201).all(|sheet| rows(&mut book, sheet).0.len() == 2));
}
