//! What the program gives out: to whom, in which shape, with which exit code.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::process::Stdio;

use serde_json::Value;

use super::{Desk, SHORT, verdicts};

#[test]
fn text_from_surveys_is_data_in_every_output() {
    let names = [
        "<script>alert(1)</script>",
        "\u{1b}[31mrot",
        "\"=HYPERLINK(\"\"http://evil\"\")\"",
        "\"a\u{202e}gpj\"",
    ];
    let lots = names.map(|name| format!("{name},{name},独立公共停车场,51,<b>,有,是,2026-05-01\n"));
    let headers = "设施编号,名称,停车场种类,总车位数,无障碍车位数,无障碍车位标识,最便利位置,调查日期\n";
    let desk = Desk::with("a.csv", format!("{headers}{}", lots.concat()));
    for format in ["table", "csv", "html"] {
        let run = desk.audit(&["--format", format, "--diagnostics", "d.csv"]);
        let all = format!("{}{}", run.text(), desk.read("d.csv"));
        assert!(!all.contains(['\u{1b}', '\u{202e}']), "{format}");
        match format {
            "csv" => assert!(all.contains("\"'=HYPERLINK") && !all.contains(",\"=HYPERLINK")),
            "html" => assert!(!run.out.contains("<script>alert") && !run.out.contains("<b>")),
            _ => assert!(all.contains("␛[31mrot")),
        }
    }
}

#[test]
fn the_exit_code_says_whether_gaps_were_found() {
    let due = Desk::with("a.csv", SHORT);
    let open = Desk::with("a.csv", SHORT.replace(",1,有", ",,有"));
    let none = Desk::with("a.csv", SHORT.replace(",1,有", ",2,有"));
    for (desk, violation, any) in [(&due, 1, 1), (&open, 0, 1), (&none, 0, 0)] {
        // Bayannur's plan with the duty of car parks alone, so that nothing else is left open.
        let pack = "packs/cn-150800-2017";
        desk.put(&format!("{pack}/pack.toml"), include_str!("../../../standards/cn-150800-2017/pack.toml"));
        desk.put(
            &format!("{pack}/parking.toml"),
            include_str!("../../../standards/cn-150800-2017/parking.toml"),
        );
        let code = |fail_on| desk.audit(&["--standards", "packs", "--fail-on", fail_on]).code;
        assert_eq!([code("violation"), code("any"), code("never")], [Some(violation), Some(any), Some(0)]);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let row = SHORT.lines().nth(1).expect("a row");
    let rows: String = (0..3000).map(|number| row.replace("P1", &format!("P{number}")) + "\n").collect();
    let desk = Desk::with("a.csv", format!("{}\n{rows}", SHORT.lines().next().expect("headers")));
    let arguments = ["audit", "a.csv", "--standard", "cn-150800-2017", "--format", "json"];
    let mut child =
        desk.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut some = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut some).expect("a beginning");
    let mut said = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
    assert_eq!(child.wait().expect("an end").code(), Some(1), "{said}");
    assert!(!said.contains("panicked") && !said.contains("未能"), "{said}");
}

#[test]
fn the_same_files_give_the_same_bytes_and_other_orders_the_same_keys() {
    let desk = Desk::with("a.csv", SHORT);
    let all = ["--format", "json", "--findings", "all", "--known-by", "2099-12-31"];
    assert_eq!(desk.audit(&all).out, desk.audit(&all).out);
    let key = verdicts(&desk.json())[0]["key"].clone();
    desk.put("a.csv", SHORT.replace("P1,", "A0,独立公共停车场,9,1,有,是,2026-05-01\nP1,"));
    assert_eq!(verdicts(&desk.json())[1]["key"], key);
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn the_json_has_the_promised_keys_and_its_counts_add_up() {
    let rows = "P2,,,1,,,2026-05-01\nP3,配建停车场,51,1,,,2026-05-01\nP4,独立公共停车场,0,0,,,2026-05-01\n";
    let run = Desk::with("a.csv", format!("{SHORT}{rows}")).json();
    let has = |value: &Value, wanted: &str| {
        let missing: Vec<_> = wanted.split(' ').filter(|key| !keys(value).contains(key)).collect();
        assert_eq!(missing, Vec::<&str>::new());
    };
    has(&run, "schema_version plan summary facilities diagnostics sheets");
    let requirement = &run["summary"]["requirements"][0];
    has(requirement, "standard requirement clause title obligation deadline unit outcomes checks");
    has(&requirement["checks"][0], "check properties passed failed cantTell shortfall");
    let outcomes = requirement["outcomes"].as_object().expect("an object");
    assert_eq!(
        keys(&requirement["outcomes"]),
        ["passed", "failed", "cantTell", "inapplicable", "untested"].into()
    );
    assert_eq!(outcomes.values().filter_map(Value::as_u64).sum::<u64>(), 4);
    let share = &requirement["checks"][0];
    let judged = ["passed", "failed", "cantTell"].map(|outcome| share[outcome].as_u64().expect("a count"));
    assert_eq!(judged.iter().sum::<u64>(), 1, "applicable is P1 alone");
    let lot = &run["facilities"][0];
    has(lot, "type id sources findings");
    has(&lot["sources"][0], "file row columns");
    let finding = &lot["findings"][0];
    has(finding, "key requirement outcome gap properties checks cells");
    has(&finding["cells"][0], "source columns");
    has(&finding["checks"][0], "check outcome measured required shortfall");
    let open = verdicts(&run).into_iter().find(|one| one["outcome"] == "cantTell").expect("P2");
    has(&open, "key requirement outcome gap reason reason_in properties cells");
    has(&open["subject"], "missing");
}

#[test]
fn ten_mistakes_of_a_pack_are_underlined_at_once() {
    let desk = Desk::new();
    desk.put("packs/cn-x-2020/pack.toml", "[standard]\nid = 'cn-x-2020'\nlevl = 'county'\n");
    desk.put(
        "packs/cn-x-2020/r.toml",
        "[[requirement]]\nid = 'X-1'\ntopic = 'parking'\nsubject = 'parkin'\nobligation = 'mandatry'\n\
         [[requirement]]\nid = 'X-1'\nsubject = 'parking'\n\
         applies = \"total_spaces > m(3) AND kind = 'atached' AND accessible_spaces IS NULL\"\n\
         expects = [{ id = 'a', check = 'accessible_markd' }]\n",
    );
    for (language, mistake) in [("zh", "错误"), ("en", "error")] {
        let run = desk.run(&["standard", "check", "--standards", "packs", "--lang", language]);
        assert_eq!(run.code, Some(2));
        let mistakes = run.err.lines().filter(|line| line.trim_start().starts_with(mistake)).count();
        assert!(mistakes >= 10, "{}", run.err);
        let underlined = run.err.lines().filter(|line| line.contains('^')).count();
        assert_eq!(mistakes, underlined, "{}", run.err);
    }
}
