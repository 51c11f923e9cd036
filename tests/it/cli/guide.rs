//! `docs/adding-a-plan.md`: done as it says, and nothing else.

use super::{Desk, verdicts};

const GUIDE: &str = include_str!("../../../docs/adding-a-plan.md");

/// Every file the guide writes: its name stands on a line of its own above the block.
fn files() -> Vec<(&'static str, &'static str)> {
    let pairs: Vec<&str> = GUIDE.split("`:\n\n```").collect();
    let file = |pair: &[&'static str]| {
        let (_, name) = pair[0].rsplit_once('`')?;
        let (_, content) = pair[1].split_once('\n')?;
        Some((name, content.split_once("```")?.0))
    };
    pairs.windows(2).filter_map(file).collect()
}

/// Every command it gives, as arguments.
fn commands() -> Vec<Vec<&'static str>> {
    let lines = GUIDE.lines().filter_map(|line| line.strip_prefix("barrierfree "));
    lines.map(|line| line.split_whitespace().collect()).collect()
}

#[test]
fn the_guide_leads_to_a_plan_that_judges_a_survey() {
    let desk = Desk::new();
    let files = files();
    let names: Vec<_> = files.iter().map(|(name, _)| *name).collect();
    let expected =
        ["pack.toml", "libraries.toml", "coverage.toml"].map(|name| format!("own/cn-990211-2026/{name}"));
    assert_eq!(names, [&expected[0], &expected[1], &expected[2], "图书馆普查.csv"]);
    for (name, content) in &files {
        desk.put(name, content);
    }
    let said: Vec<_> = commands().iter().map(|command| (command[3], desk.run(command))).collect();
    let steps: Vec<_> = said.iter().map(|(step, run)| (*step, run.code)).collect();
    let audited = ("图书馆普查.csv", Some(1));
    assert_eq!(
        steps,
        [("check", Some(0)), ("test", Some(0)), ("coverage", Some(0)), ("docs", Some(0)), audited],
        "{}",
        said.iter().map(|(_, run)| run.text()).collect::<String>()
    );
    assert!(said[1].1.out.contains("示例 4 个符合，0 个不符"), "{}", said[1].1.out);
    assert!(said[2].1.out.contains("YXX-NC01"), "{}", said[2].1.out);
    let page = desk.read("handbook/YXX-07.html");
    for part in ["盲文书册数 ÷ 500（向上取整）", "且不少于 2", "缺 1"] {
        assert!(page.contains(part), "{part} is missing");
    }
    let clauses = desk.read("handbook/cn-990211-2026.html");
    assert!(clauses.contains("立法目的") && clauses.contains("施行日期"), "the whole document is listed");
    let mut audit = commands().pop().expect("the last command");
    audit.extend(["--format", "json", "--findings", "all"]);
    let run = desk.run(&audit);
    let document: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let own: Vec<String> = verdicts(&document)
        .iter()
        .filter(|one| one["requirement"] == "YXX-07")
        .map(|one| format!("{} {}", one["subject"]["id"], one["outcome"]))
        .collect();
    assert_eq!(own, ["\"T1\" \"failed\"", "\"T2\" \"passed\"", "\"T3\" \"cantTell\""]);
}
