//! Outputs for other programs: each says what the JSON says. And what the shell is told of the program.

use std::collections::BTreeSet;
use std::process::Command;

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use serde_json::Value;

use super::{Desk, SHORT, verdicts};

/// Lots that pass, fail, cannot be told and are not spoken of.
fn lots() -> Desk {
    let rows = "P2,独立公共停车场,51,2,有,是,2026-05-01\nP3,独立公共停车场,51,,有,是,2026-05-01\n\
        P4,配建停车场,51,x,,,2026-05-01\n";
    Desk::with("a.csv", format!("{SHORT}{rows}"))
}

fn list<'a>(run: &'a Value, at: &str) -> &'a Vec<Value> {
    run.pointer(at).and_then(Value::as_array).expect(at)
}

fn parsed(desk: &Desk, options: &[&str]) -> Value {
    serde_json::from_str(&desk.audit(options).out).expect("JSON")
}

/// Everything a sheet holds, a row at a time, by the names of its columns.
fn rows(desk: &Desk, file: &str, sheet: &str) -> Vec<Vec<(String, Data)>> {
    let mut book: Xlsx<_> = calamine::open_workbook(desk.path(file)).expect("a workbook");
    let range = book.worksheet_range(sheet).expect(sheet);
    let headers: Vec<String> = range.headers().expect("headers");
    range.rows().skip(1).map(|row| headers.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

fn cell<'a>(row: &'a [(String, Data)], header: &str) -> &'a Data {
    &row.iter().find(|(name, _)| name == header).expect(header).1
}

/// What stands at a place of each, in the order of the words.
fn words(list: &[Value], at: &str) -> Vec<String> {
    let word = |one: &Value| one.pointer(at).and_then(Value::as_str).expect(at).to_owned();
    let mut words: Vec<String> = list.iter().map(word).collect();
    words.sort();
    words
}

#[test]
fn the_workbook_has_the_rows_and_numbers_of_the_json() {
    let desk = lots();
    let json = parsed(&desk, &["--format", "json"]);
    desk.audit(&["--format", "xlsx", "-o", "book.xlsx"]);
    let gaps = rows(&desk, "book.xlsx", "缺口");
    assert_eq!(gaps.len(), verdicts(&json).len());
    for verdict in verdicts(&json) {
        let key = verdict["key"].as_str();
        let row =
            gaps.iter().find(|row| cell(row, "缺口编号").as_string().as_deref() == key).expect("its row");
        let line = cell(row, "行").as_f64();
        if verdict["outcome"] == "failed" {
            assert_eq!(cell(row, "缺额下限").as_f64(), verdict["shortfall"]["low"].as_f64(), "{verdict}");
            assert_eq!(line, verdict["sources"][0]["row"].as_f64());
        }
        // Rows of an evidence gap are those of all its requirements, of which one may rest on none.
        let known = list(&verdict, "/sources").iter().any(|source| source["row"].as_f64() == line);
        assert!(line.is_none() || known, "{verdict}");
    }
    assert_eq!(rows(&desk, "book.xlsx", "数据问题").len(), list(&json, "/diagnostics").len());
    assert_eq!(rows(&desk, "book.xlsx", "各项要求").len(), list(&json, "/summary/requirements").len());
}

#[test]
fn text_from_surveys_is_no_formula_in_the_workbook() {
    let desk = Desk::with("a.csv", SHORT.replace("P1", "\"=HYPERLINK(\"\"http://evil\"\")\""));
    desk.audit(&["--format", "xlsx", "-o", "book.xlsx"]);
    let mut book: Xlsx<_> = calamine::open_workbook(desk.path("book.xlsx")).expect("a workbook");
    assert!(book.worksheet_formula("缺口").expect("a sheet").is_empty());
    let gaps = rows(&desk, "book.xlsx", "缺口");
    assert!(gaps.iter().any(|row| cell(row, "设施编号").to_string().starts_with("=HYPERLINK")));
}

#[test]
fn sarif_and_earl_have_an_entry_for_each_finding() {
    let desk = lots();
    let all = |format| parsed(&desk, &["--format", format, "--findings", "all"]);
    let (json, sarif, earl) = (all("json"), all("sarif"), all("earl"));
    let verdicts = verdicts(&json);
    let results = list(&sarif, "/runs/0/results");
    let keys = words(&verdicts, "/key");
    assert_eq!(keys, words(results, "/partialFingerprints/barrierfree~1v1"));
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "a key is of one verdict");
    let assertions: Vec<Value> =
        list(&earl, "/@graph").iter().filter(|one| one["@type"] == "earl:Assertion").cloned().collect();
    let outcomes: Vec<String> =
        words(&verdicts, "/outcome").into_iter().map(|one| format!("earl:{one}")).collect();
    assert_eq!(outcomes, words(&assertions, "/earl:result/earl:outcome/@id"));
    let lot = results.iter().find(|result| result["ruleId"] == "BYN-39").expect("the duty of car parks");
    assert_eq!(lot["locations"][0]["physicalLocation"]["region"]["startLine"], 2);
    assert_eq!(sarif["runs"][0]["artifacts"][0]["location"]["uri"], "a.csv");
}

#[test]
fn a_report_that_finds_no_room_leaves_nothing_behind() {
    let row = SHORT.lines().nth(1).expect("a row");
    let rows: Vec<String> = (0..400).map(|lot| row.replace("P1", &format!("P{lot}"))).collect();
    let desk = Desk::with("a.csv", format!("{SHORT}{}\n", rows.join("\n")));
    for format in ["json", "html", "xlsx", "sarif", "earl"] {
        // No file may be longer than a few kilobytes, and to try is no reason to be ended.
        let command = format!(
            "trap '' XFSZ; ulimit -f 8; exec {} audit a.csv --standard cn-150800-2017 --format {format} -o out",
            env!("CARGO_BIN_EXE_barrierfree")
        );
        let path = desk.path("");
        let run = Command::new("sh").args(["-c", &command]).current_dir(&path).output().expect("a shell");
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2), "{format}: {said}");
        assert!(said.contains("无法写入 out"), "{format}: {said}");
        let left = std::fs::read_dir(&path).expect("a folder").count();
        assert_eq!(left, 1, "{format}");
    }
}

#[test]
fn a_folder_is_no_file_to_write_to() {
    let desk = lots();
    desk.put("out/x", "");
    for format in ["xlsx", "sarif", "earl"] {
        let run = desk.audit(&["--format", format, "-o", "out"]);
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains("无法写入 out"), "{}", run.err);
        assert_eq!(std::fs::read_dir(desk.path("")).expect("a folder").count(), 2);
    }
}

#[test]
fn nothing_moves_where_nobody_looks() {
    let run = lots().audit(&["--format", "json", "-o", "out.json"]);
    assert!(!run.err.contains(['\r', '\u{1b}']), "{}", run.err);
}

#[test]
fn every_shell_has_a_script_and_bash_understands_its_own() {
    let desk = Desk::new();
    for (shell, language, word) in [
        ("bash", "zh", "--jurisdiction"),
        ("zsh", "zh", "核查日"),
        ("fish", "en", "The day the audit speaks of"),
        ("powershell", "zh", "输出格式"),
    ] {
        let run = desk.run(&["completions", shell, "--lang", language]);
        assert_eq!(run.code, Some(0));
        assert!(run.out.contains(word), "{shell}: {}", run.out);
    }
    desk.put("complete.bash", desk.run(&["completions", "bash"]).out);
    let parsed = Command::new("bash").arg("-n").arg(desk.path("complete.bash")).output().expect("bash");
    assert!(parsed.status.success(), "{}", String::from_utf8_lossy(&parsed.stderr));
}

#[test]
fn every_command_has_a_page_in_both_languages() {
    let desk = Desk::new();
    for (language, heading) in [("zh", ".SH 名称"), ("en", ".SH NAME")] {
        assert_eq!(desk.run(&["man", language, "--lang", language]).code, Some(0));
        for command in ["", "-audit", "-completions", "-demo", "-man", "-standard", "-standard-test"] {
            let page = desk.read(&format!("{language}/barrierfree{command}.1"));
            assert!(page.contains(heading), "{page}");
        }
    }
    assert!(desk.read("zh/barrierfree-audit.1").contains("核查日"));
}
