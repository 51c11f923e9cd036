//! `barrierfree standard`: what people who write no Rust ask of standards.

use serde_json::Value;

use super::Desk;
use super::failure::fails;

/// A pack of one requirement, and what stands beside it in its folder.
fn desk(beside: &[(&str, &str)]) -> Desk {
    let desk = Desk::with("own/xx-example/pack.toml", PACK);
    for (name, text) in beside {
        desk.put(&format!("own/xx-example/{name}"), text);
    }
    desk
}

const PACK: &str = r#"
[standard]
id = "xx-example"
title = { zh = "例规（虚构）", en = "An example (made up)" }
short = { zh = "例规", en = "Example" }
level = "national"
jurisdiction = "100000"

[[requirement]]
id = "EX-2"
clause = "二(一)"
topic = "parking"
title = { zh = "例", en = "Example" }
subject = "parking"
expects = [{ id = "share", check = "accessible_spaces >= 1" }]
obligation = "mandatory"
remedy = { zh = "改", en = "mend" }
"#;

fn clause(id: &str, number: &str, status: &str) -> String {
    let reason = "reason = { zh = \"没有尺度\", en = \"no measure\" }";
    format!("[[clause]]\nid = \"{id}\"\nclause = \"{number}\"\nstatus = \"{status}\"\n{reason}\n")
}

#[test]
fn mistakes_in_a_list_of_clauses_are_underlined() {
    let check: &[&str] = &["standard", "check", "--standards", "own"];
    let cases = [
        (clause("EX-NC01", "一", "unchecked"), "`unchecked` 不在可用的词里", "none of the words allowed"),
        (clause("EX-2", "二(一)", "metadata"), "已由要求 `EX-2` 核查", "examined by the requirement `EX-2`"),
        (clause("EX-NC01", "一", "metadata").repeat(2), "条款编号 `EX-NC01` 重复", "is there twice"),
        (
            clause("EX-NC02", "三(十)", "metadata") + &clause("EX-NC01", "三(九)", "metadata"),
            "`EX-NC01` 应排在 `EX-NC02` 前面",
            "`EX-NC01` belongs before `EX-NC02`",
        ),
        ("[[requirement]]\n".to_owned(), "没有名为 `requirement` 的字段", "no field `requirement`"),
    ];
    for (text, chinese, english) in cases {
        let desk = desk(&[("coverage.toml", &text)]);
        fails(&desk, check, chinese, english);
        assert!(desk.run(check).err.contains("xx-example/coverage.toml"), "{text}");
        assert!(desk.run(check).err.contains("^^^"), "{text}");
    }
}

#[test]
fn an_unknown_standard_is_named_with_the_nearest_one() {
    let coverage: &[&str] = &["standard", "coverage", "cn-150800-2018"];
    fails(&Desk::new(), coverage, "是否指 cn-150800-2017", "did you mean cn-150800-2017");
}

#[test]
fn every_clause_stands_once_in_the_order_of_the_document() {
    let list = clause("EX-NC01", "一", "not_checkable") + &clause("EX-3", "末段", "retired");
    let desk = desk(&[("coverage.toml", &list)]);
    let coverage: &[&str] = &["standard", "coverage", "xx-example", "--standards", "own"];
    let run = desk.run(&[coverage, &["--format", "json"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    let value: Value = serde_json::from_str(&run.out).expect("JSON");
    let clauses = value["standards"][0]["clauses"].as_array().expect("a list");
    let shown: Vec<_> = clauses.iter().map(|one| [&one["id"], &one["status"]]).collect();
    assert_eq!(shown, [["EX-NC01", "not_checkable"], ["EX-2", "checked"], ["EX-3", "retired"]]);
    for (language, counts) in [("zh", "共 3 条：● 已核查 1"), ("en", "3 clauses: ● checked 1")] {
        let run = desk.run(&[coverage, &["--lang", language]].concat());
        assert!(run.out.contains(counts), "{}", run.out);
    }
}

#[test]
fn a_plan_taken_over_covers_the_same_clauses() {
    let run =
        Desk::new().run(&["standard", "coverage", "--format", "json", "cn-150800-2017", "cn-999900-2024"]);
    let value: Value = serde_json::from_str(&run.out).expect("JSON");
    let statuses = |nth: usize| -> Vec<&Value> {
        value["standards"][nth]["clauses"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| &one["status"])
            .collect()
    };
    assert!(statuses(0).len() > 50);
    assert_eq!(statuses(0), statuses(1));
    assert_eq!(value["standards"][1]["clauses"][0]["id"], "SFS-NC01");
}
