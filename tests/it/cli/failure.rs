//! Runs that cannot be made, or not with all that was given: the cause, and what to do.

use super::{Desk, SHORT, verdicts};
use crate::support::compound;
use crate::support::workbook::{Handmade, written};

/// A Chinese and an English word for the same failure.
pub(super) fn fails(desk: &Desk, arguments: &[&str], chinese: &str, english: &str) {
    for (language, word) in [("zh", chinese), ("en", english)] {
        let run = desk.run(&[arguments, &["--lang", language]].concat());
        assert_eq!(run.code, Some(2), "{}", run.text());
        assert!(run.err.contains(word), "{word}: {}", run.err);
        assert!(run.out.is_empty(), "{}", run.out);
    }
}

/// The same of an audit of one file of this content.
fn refuses(name: &str, content: impl AsRef<[u8]>, chinese: &str, english: &str) {
    let desk = Desk::with(name, content);
    fails(&desk, &["audit", name, "--standard", "cn-150800-2017"], chinese, english);
}

#[test]
fn files_without_a_facility_say_why() {
    refuses("a.csv", "", "文件里没有内容", "The file is empty");
    refuses("a.csv", SHORT.lines().next().expect("headers"), "表头下面没有数据", "no data below");
    let book = written(&[("停车场", &[&["设施编号", "总车位数"], &["P1", "51"]])]);
    refuses("a.xlsx", &book[..book.len() / 2], "文件不完整", "incomplete");
    let locked = compound::file(&[("EncryptedPackage", vec![0; 4_096])]);
    refuses("a.xlsx", &locked, "设有打开密码", "protected by a password");
    let bomb = Handmade::sheet("").part("xl/worksheets/sheet1.xml", &vec![0; 20 << 20]).bytes();
    refuses("a.xlsx", &bomb, "大得异常", "abnormal size");
}

#[test]
fn every_file_that_cannot_be_read_is_named() {
    let desk = Desk::with("a.csv", "");
    desk.put("b.csv", "%PDF-1.7\n");
    let command = ["audit", "a.csv", "b.csv", "--standard", "cn-150800-2017"];
    fails(&desk, &command, "b.csv：这是 PDF", "b.csv: This is a PDF");
    fails(&desk, &command, "a.csv：文件里没有内容", "a.csv: The file is empty");
}

#[test]
fn what_the_system_says_is_said_in_the_language_asked_for() {
    let desk = Desk::with("a.csv", SHORT);
    let audit =
        |more: &[&'static str]| [&["audit", "a.csv"], more, &["--standard", "cn-150800-2017"]].concat();
    fails(&desk, &audit(&["b.csv"]), "无法读取 b.csv：没有这个文件", "no such file");
    fails(&desk, &audit(&["."]), "这是文件夹", "a folder");
    fails(
        &desk,
        &audit(&["-o", "x/y.json", "--format", "json"]),
        "无法写入 x/y.json：没有这个文件或文件夹",
        "cannot write",
    );
    fails(&desk, &audit(&["--profile", "p.toml"]), "没有这个文件", "no such file");
    fails(&desk, &["standard", "check", "--standards", "x"], "没有这个文件或文件夹", "no such file");
}

#[test]
fn options_that_make_no_sense_are_refused() {
    let desk = Desk::with("a.csv", SHORT);
    let audit = ["audit", "a.csv", "--standard"];
    let unknown = [&audit[..], &["cn-150800-2018"]].concat();
    fails(&desk, &unknown, "是否指 cn-150800-2017？", "did you mean cn-150800-2017?");
    for code in ["15080", "临河区"] {
        let wrong = [&audit[..], &["auto", "--jurisdiction", code]].concat();
        fails(&desk, &wrong, "不是行政区划代码", "not an administrative code");
    }
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let desk = Desk::with("a.csv", SHORT);
    desk.put("b.csv", "");
    let run = desk.audit(&["--format", "json", "--", "b.csv"]);
    assert_eq!(run.code, Some(1));
    let run = run.json();
    assert_eq!(verdicts(&run).len(), 1);
    assert_eq!(run["diagnostics"][0]["code"], "unreadable-file");
    assert_eq!(run["diagnostics"][0]["severity"], "error");
}

#[test]
fn a_file_read_in_part_says_so() {
    let book = Handmade::sheet(&rows())
        .and_sheet("另一张", "")
        .part("xl/worksheets/sheet2.xml", b"<worksheet><row")
        .bytes();
    let desk = Desk::with("a.xlsx", book);
    let run = desk.run(&["audit", "a.xlsx", "--standard", "cn-150800-2017", "--format", "json"]).json();
    assert_eq!(run["plan"]["inputs"][0]["rows"], 1);
    let unread =
        run["diagnostics"].as_array().expect("a list").iter().find(|one| one["code"] == "unreadable-file");
    assert!(unread.expect("a diagnostic")["message"].as_str().expect("text").contains("只读出 1 行"));
}

/// The lot of [`SHORT`] as rows of a sheet.
fn rows() -> String {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |line: &str| format!("<row>{}</row>", line.split(',').map(cell).collect::<String>());
    SHORT.lines().map(row).collect()
}
