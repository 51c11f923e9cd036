//! Each language speaks for itself.

use super::Desk;

const COMMANDS: [&[&str]; 25] = [
    &[],
    &["audit"],
    &["completions"],
    &["config"],
    &["config", "check"],
    &["config", "show"],
    &["demo"],
    &["export"],
    &["import"],
    &["init"],
    &["man"],
    &["status"],
    &["survey"],
    &["survey", "list"],
    &["survey", "submit"],
    &["survey", "accept"],
    &["survey", "return"],
    &["standard"],
    &["standard", "list"],
    &["standard", "show"],
    &["standard", "check"],
    &["standard", "test"],
    &["standard", "coverage"],
    &["standard", "conflicts"],
    &["standard", "diff"],
];

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

#[test]
fn help_speaks_one_language() {
    let desk = Desk::new();
    for command in COMMANDS {
        let english = desk.run(&[command, &["--help", "--lang", "en"]].concat());
        assert_eq!(english.code, Some(0));
        // A map's approval number is looked for by its Chinese name.
        assert!(!english.out.replace("(审图号)", "").contains(is_chinese), "{}", english.out);
        let chinese = desk.run(&[command, &["--help"]].concat()).out;
        for word in ["Options", "OPTIONS", "COMMAND", "Usage", "Print", "default", "possible"] {
            assert!(!chinese.contains(word), "{word}: {chinese}");
        }
    }
}

#[test]
fn arguments_that_make_no_sense_are_refused_in_the_language_asked_for() {
    let audit = ["audit", "a.csv", "--standard", "auto"];
    let cases: [(&[&str], &str, &str); 8] = [
        (&["--as-of", "2026-13-01"], "--as-of <DATE> 不能写 2026-13-01", "cannot be 2026-13-01"),
        (&["--as-of"], "后面还要写一个值", "needs a value"),
        (
            &["--format", "htm"],
            "是否想写 html？可以写：table, json, csv, html, xlsx, sarif, earl",
            "did you mean html?",
        ),
        (
            &["--frmat", "json"],
            "没有选项 --frmat，是否想写 --format？",
            "there is no option --frmat; did you mean",
        ),
        (&["--as-of", "2026-01-01", "--as-of", "2026-01-02"], "只能写一次", "only once"),
        (&["aduit"], "没有命令 aduit，是否想写 audit？", "there is no command aduit; did you mean audit?"),
        (
            &["audit", "--standard", "auto", "a.csv"],
            "没有写普查文件（文件写在选项前面）",
            "no survey files are given",
        ),
        (&["demo", "x", "--size", "5"], "不能写 5", "cannot be 5"),
    ];
    let desk = Desk::new();
    for (number, (arguments, chinese, english)) in cases.into_iter().enumerate() {
        let arguments = if number < 5 { [&audit, arguments].concat() } else { arguments.to_vec() };
        for (language, word) in [("zh", chinese), ("en", english)] {
            let run = desk.run(&[&arguments[..], &["--lang", language]].concat());
            assert_eq!(run.code, Some(2), "{arguments:?}");
            assert!(run.text().contains(word), "{}", run.text());
        }
    }
}
