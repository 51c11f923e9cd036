//! Text files: encodings, separators, marks and lines.

use std::io::{Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use barrierfree::survey::reader::{self, Hints, ReadError, RowProblem, Why};
use encoding_rs::{BIG5, GB18030, GBK};

use super::{open, plain, read, refusal, rows};

const TABLE: &str = "名称,类型,坡道宽度\n人民医院,医院,900\n图书馆,图书馆,1200\n";
const PLAIN: [&str; 3] = ["1 名称|类型|坡道宽度", "2 人民医院|医院|900", "3 图书馆|图书馆|1200"];

fn wide(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn every_encoding_of_chinese_text_is_found() {
    let cases = [
        ("UTF-8", TABLE.as_bytes().to_vec()),
        ("UTF-8", [b"\xEF\xBB\xBF", TABLE.as_bytes()].concat()),
        ("UTF-16LE", wide(TABLE, true, u16::to_le_bytes)),
        ("UTF-16LE", wide(TABLE, false, u16::to_le_bytes)),
        ("UTF-16BE", wide(TABLE, true, u16::to_be_bytes)),
        ("UTF-16BE", wide(TABLE, false, u16::to_be_bytes)),
        ("gb18030", GBK.encode(TABLE).0.into_owned()),
    ];
    for (name, bytes) in cases {
        assert_eq!(open("a.csv", &bytes).expect(name).encoding(0), Some(name));
        assert_eq!(plain(&read("a.csv", &bytes)), PLAIN, "{name}");
    }
}

#[test]
fn a_short_gbk_header_is_not_taken_for_korean() {
    let (bytes, ..) = GBK.encode("名称,宽度");
    assert_eq!(plain(&read("a.csv", &bytes)), ["1 名称|宽度"]);
}

#[test]
fn rare_letters_of_gb18030_are_read() {
    let (bytes, _, lossy) = GB18030.encode("姓名,地址\n𠮷祥㐂,䶮门\n");
    assert!(!lossy);
    assert_eq!(plain(&read("a.csv", &bytes)), ["1 姓名|地址", "2 𠮷祥㐂|䶮门"]);
}

#[test]
fn another_encoding_is_read_where_the_profile_names_it() {
    let (bytes, ..) = BIG5.encode("名稱,備註\n車站,無障礙電梯設於東側\n");
    let hints = Hints { encoding: Some("big5".to_owned()), ..Hints::default() };
    let mut book = reader::open("a.csv", Box::new(Cursor::new(bytes)), &hints).expect("text");
    assert_eq!(plain(&rows(&mut book, 0).0), ["1 名稱|備註", "2 車站|無障礙電梯設於東側"]);
}

#[test]
fn a_wrong_hint_is_obeyed_and_the_cells_it_breaks_are_named() {
    let (bytes, ..) = GBK.encode("id,名称\n1,甲\n");
    let hints = Hints { encoding: Some("utf-8".to_owned()), ..Hints::default() };
    let mut book = reader::open("a.csv", Box::new(Cursor::new(bytes)), &hints).expect("text");
    let (rows, outcome) = rows(&mut book, 0);
    outcome.expect("all rows");
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.problem == Some(RowProblem::BadText { columns: vec![1] })));
}

#[test]
fn an_unknown_encoding_in_the_hint_is_an_error() {
    let hints = Hints { encoding: Some("klingon".to_owned()), ..Hints::default() };
    let error = reader::open("a.csv", Box::new(Cursor::new(TABLE)), &hints).err();
    assert!(matches!(error, Some(ReadError::UnknownEncoding { .. })));
}

#[test]
fn broken_letters_cost_no_row() {
    let mut bytes = TABLE.repeat(20).into_bytes();
    bytes.extend(b"4,\xFF\xFE\xE5,5\n6,7,8\n");
    let rows = read("a.csv", &bytes);
    assert_eq!(rows.len(), 62);
    let bad: Vec<_> = rows.iter().filter(|row| row.problem.is_some()).map(|row| row.number).collect();
    assert_eq!(bad, [61]);
}

#[test]
fn chinese_after_a_megabyte_of_digits_is_found() {
    let mut text = "id,remark\n".to_owned() + &"1,ok\n".repeat(300_000);
    text.push_str("2,坡道过陡\n");
    let (bytes, ..) = GBK.encode(&text);
    let rows = read("a.csv", &bytes);
    assert_eq!(plain(rows.get(300_001..).unwrap_or_default()), ["300002 2|坡道过陡"]);
}

#[test]
fn separators_are_found_and_a_hint_outranks_the_evidence() {
    for separator in [';', '\t', '|', '，'] {
        let table = TABLE.replace(',', &separator.to_string());
        assert_eq!(plain(&read("a.txt", table.as_bytes())), PLAIN, "{separator}");
    }
    let hints = Hints { delimiter: Some('/'), ..Hints::default() };
    let mut book = reader::open("a.csv", Box::new(Cursor::new("a,b/c")), &hints).expect("text");
    assert_eq!(plain(&rows(&mut book, 0).0), ["1 a,b|c"]);
}

#[test]
fn the_line_that_declares_the_separator_is_no_row() {
    assert_eq!(plain(&read("a.csv", "sep=;\r\n名称;宽\r\n甲;1,5\r\n".as_bytes())), ["1 名称|宽", "2 甲|1,5"]);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    let table = "名称,备注\r\n甲,\"门窄\r\n坡陡\"\r\n\r\n乙,无\r\n";
    assert_eq!(plain(&read("a.csv", table.as_bytes())), ["1 名称|备注", "2 甲|门窄\r\n坡陡", "4 乙|无"]);
}

#[test]
fn an_unclosed_quote_is_told_where_it_opens() {
    let rows = read("a.csv", "名称,备注\n甲,\"门窄\n乙,无\n丙,无\n".as_bytes());
    let problems: Vec<_> = rows.iter().filter_map(|row| Some((row.number, row.problem.clone()?))).collect();
    assert_eq!(problems, [(2, RowProblem::Unreadable { why: Why::UnclosedQuote })]);
    assert_eq!(plain(&rows).last().map(String::as_str), Some("2 甲|门窄\n乙,无\n丙,无\n"));
}

#[test]
fn an_empty_file_is_an_error_and_headers_alone_are_not() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b"\xFF\xFE"] {
        assert!(matches!(refusal("a.csv", bytes), ReadError::Empty));
    }
    assert_eq!(plain(&read("a.csv", "名称,宽度".as_bytes())), ["1 名称|宽度"]);
    assert!(read("a.csv", b"\n\n  \n").is_empty());
}

#[test]
fn a_sheet_can_be_read_twice_and_left_early() {
    let mut book = open("a.csv", TABLE).expect("text");
    let mut seen = 0;
    let outcome = book.rows(0, &mut |_| {
        seen += 1;
        ControlFlow::Break(())
    });
    outcome.expect("a row");
    assert_eq!((seen, rows(&mut book, 0).0.len(), rows(&mut book, 1).0.len()), (1, 3, 0));
}

/// Bytes that are made while they are read.
struct Endless {
    length: u64,
    position: u64,
    longest: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.length - self.position).unwrap_or(usize::MAX);
        let count = buffer.len().min(left);
        self.longest = self.longest.max(count);
        for (byte, at) in buffer.iter_mut().take(count).zip(self.position..) {
            *byte = if at % 16 == 15 {
                b'\n'
            } else {
                b"abcdefg,1234567\n"[usize::try_from(at % 16).unwrap_or(0)]
            };
        }
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let SeekFrom::Start(position) = to else { return Err(std::io::ErrorKind::Unsupported.into()) };
        self.position = position;
        Ok(position)
    }
}

#[test]
fn text_is_streamed_and_its_first_rows_cost_little() {
    let source = Endless { length: 1 << 40, position: 0, longest: 0 };
    let hints = Hints { encoding: Some("utf-8".to_owned()), ..Hints::default() };
    let mut book = reader::open("a.csv", Box::new(source), &hints).expect("text");
    let mut count = 0;
    let outcome = book.rows(0, &mut |_| {
        count += 1;
        if count < 100_000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    outcome.expect("rows");
    assert_eq!(count, 100_000);
}
