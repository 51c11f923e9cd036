use std::io::Cursor;

use calamine::{Data, DataType as _, Range, Reader as _, Xlsx};

use super::list::{Cell, Layout};
use super::*;
use crate::locale::{Language, Locale};
use crate::report::{Areas, sample};

fn written(run: &Run, language: Language) -> Vec<u8> {
    let (locale, catalogue) = (Locale::new(language), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &Areas::new() };
    let mut bytes = Vec::new();
    write(run, &context, Path::new(""), &mut bytes).expect("memory takes everything");
    bytes
}

fn sheet(bytes: Vec<u8>, name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    book.worksheet_range(name).expect(name)
}

fn names(bytes: Vec<u8>) -> Vec<String> {
    let book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    book.sheet_names()
}

/// The cell below a header, so many rows down.
fn below(sheet: &Range<Data>, header: &str, row: usize) -> Data {
    let headers = sheet.rows().next().expect("headers");
    let column = headers.iter().position(|cell| cell.as_string().as_deref() == Some(header)).expect(header);
    sheet.rows().nth(row).expect("a row")[column].clone()
}

#[test]
fn a_gap_is_a_row_with_numbers_as_numbers_and_text_as_text() {
    let gaps = sheet(written(&sample::run(), Language::Zh), "缺口");
    assert_eq!(gaps.height(), 6);
    assert_eq!(below(&gaps, "缺口类别", 1), Data::String("◆ 违反".into()));
    let name = below(&gaps, "设施", 1);
    assert_eq!(name, Data::String(sample::FORMULA.replace('\u{1b}', "␛")));
    let numbers = ["实测", "应有", "缺额下限", "缺额上限", "行"].map(|header| below(&gaps, header, 1));
    assert_eq!(numbers, [0.0, 3.0, 3.0, 3.0, 37.0].map(Data::Float));
    assert_eq!(below(&gaps, "实测", 5), Data::String("14–17".into()));
    let Data::DateTime(due) = below(&gaps, "截止日期", 3) else { panic!("no day") };
    assert!((due.as_f64() - 44196.0).abs() < 0.1, "2020-12-31 as spreadsheets count");
}

#[test]
fn both_languages_name_their_sheets() {
    let chinese = names(written(&sample::run(), Language::Zh));
    assert_eq!(chinese, ["概况", "缺口", "数据问题", "各项要求"]);
    let english = names(written(&sample::run(), Language::En));
    assert_eq!(english, ["Summary", "Gaps", "Problems in the data", "Requirements"]);
}

#[test]
fn findings_that_are_no_gaps_have_a_sheet_where_they_are_asked_for() {
    let mut run = sample::run();
    run.plan.all_findings = true;
    let result = sample::result(&mut run.findings[0]);
    result.gap = None;
    result.outcome = crate::model::Outcome::Passed;
    let bytes = written(&run, Language::Zh);
    assert_eq!(sheet(bytes.clone(), "缺口").height(), 5);
    assert_eq!(below(&sheet(bytes, "其他结论"), "缺口类别", 1), Data::String("合格".into()));
}

#[test]
fn no_household_is_in_any_cell_and_small_counts_are_withheld() {
    let bytes = written(&sample::run(), Language::Zh);
    for name in names(bytes.clone()) {
        let cells: Vec<_> = sheet(bytes.clone(), &name).rows().flatten().map(ToString::to_string).collect();
        assert!(cells.iter().all(|cell| !cell.contains(sample::HOUSEHOLD)), "{name}");
    }
    assert_eq!(below(&sheet(bytes, "各项要求"), "不合格", 3), Data::String("※".into()));
}

#[test]
fn a_list_too_long_for_a_sheet_goes_on_in_the_next() {
    let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &Areas::new() };
    let layout = Layout { name: "report-xlsx-gaps", columns: &[("row", 8.0)], printed: 1, frozen: 0 };
    for streamed in [false, true] {
        let (mut book, styles) = (Workbook::new(), Styles::new());
        let mut list = List { book: &mut book, styles: &styles, context, footer: "", most: 4, streamed };
        list.write(&layout, (0..7_u32).map(|row| vec![Cell::count(row)])).expect("three sheets");
        let bytes = book.save_to_buffer().expect("a workbook");
        assert_eq!(names(bytes.clone()), ["缺口", "缺口 2", "缺口 3"]);
        assert_eq!(below(&sheet(bytes, "缺口 3"), "行", 1), Data::Float(6.0));
    }
}

#[test]
fn text_longer_than_a_cell_says_that_it_was_cut() {
    let mut run = sample::run();
    run.diagnostics[0].value = Some("长".repeat(40_000));
    let problems = sheet(written(&run, Language::Zh), "数据问题");
    assert!(below(&problems, "原值", 1).to_string().ends_with("全文见 JSON）"));
}

#[test]
fn two_runs_are_the_same_bytes() {
    assert_eq!(written(&sample::run(), Language::Zh), written(&sample::run(), Language::Zh));
}
