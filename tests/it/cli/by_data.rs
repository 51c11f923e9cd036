//! A facility type, a clause and a city, added by editing data alone.

use super::{Desk, verdicts};

/// A type nobody has thought of: as the how-to of `standards/README.md` shows it.
fn how_to() -> Desk {
    let readme = include_str!("../../../standards/README.md");
    let section = readme.split("## A type, a clause and a city of your own").nth(1).expect("the how-to");
    let desk = Desk::new();
    let blocks: Vec<&str> = section.split("```").skip(1).step_by(2).take(3).collect();
    let names = ["own/catalogue/charging.toml", "own/cn-990100-2026/pack.toml", "充电站.csv"];
    for (name, block) in names.iter().zip(blocks) {
        desk.put(name, block.split_once('\n').expect("a block").1);
    }
    desk
}

#[test]
fn a_type_a_clause_and_a_city_need_no_rust() {
    let desk = how_to();
    let check = desk.run(&["standard", "check", "--standards", "own"]);
    assert_eq!(check.code, Some(0), "{}", check.text());
    let test = desk.run(&["standard", "test", "cn-990100-2026", "--standards", "own"]);
    assert_eq!((test.code, test.out.trim()), (Some(0), "示例 3 个符合，0 个不符"), "{}", test.text());
    for standard in ["auto", "cn-990100-2026"] {
        let audit =
            ["audit", "充电站.csv", "--standards", "own", "--standard", standard, "--as-of", "2026-06-01"];
        let run = desk.run(&[&audit[..], &["--format", "json", "--findings", "all"]].concat());
        assert_eq!(run.code, Some(1), "{}", run.text());
        let json = run.json();
        let mut found = verdicts(&json);
        found.retain(|one| one["requirement"] == "YX-05");
        let said: Vec<String> =
            found.iter().map(|one| format!("{} {}", one["subject"]["id"], one["outcome"])).collect();
        assert_eq!(said, ["\"C1\" \"failed\"", "\"C2\" \"passed\"", "\"C3\" \"cantTell\""], "{standard}");
        assert_eq!(found[0]["shortfall"]["low"], 1);
        assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(0), "{}", json["diagnostics"]);
    }
    let table = desk.run(&[
        "audit",
        "充电站.csv",
        "--standards",
        "own",
        "--standard",
        "auto",
        "--as-of",
        "2026-06-01",
    ]);
    assert!(table.text().contains("应有 2，缺 1") && table.text().contains("云溪市"), "{}", table.text());
}
