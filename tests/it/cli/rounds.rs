//! What a finding rests on that compares two rounds: the rows of both.

use super::{Desk, Outcome, verdicts};

const STANDARD: &str = "[standard]\nid = 'xx-rounds'\ntitle = { zh = '例', en = 'x' }\nshort = { zh = '例', en = 'x' }\n\
    level = 'prefecture'\njurisdiction = '990000'\n\
    [[area]]\nadcode = '990000'\nname = { zh = '例', en = 'x' }\nlevel = 'prefecture'\n";
const COMMON: &str = "clause = '1'\ntopic = 'x'\ntitle = { zh = '例', en = 'x' }\nremedy = { zh = '改', en = 'x' }\n\
    obligation = 'progressive'\n";
const SITES: &str = "设施编号,区划代码,share_accessible,调查日期\n\
    W1,990000,0.5,2024-05-01\nW1,990000,0.4,2026-05-01\nW2,990000,0.5,2026-05-01\n";

fn audit(duty: &str) -> Outcome {
    let desk = Desk::with("网站.csv", SITES);
    desk.put("own/xx-rounds/pack.toml", format!("{STANDARD}[[requirement]]\nid = 'R-1'\n{COMMON}{duty}\n"));
    desk.put("p.toml", "type = 'website'\n");
    let audit = ["audit", "网站.csv", "--profile", "p.toml", "--standards", "own", "--standard", "xx-rounds"];
    desk.run(&[&audit[..], &["--as-of", "2026-06-01", "--format", "json", "--findings", "all"]].concat())
}

fn rows(run: &Outcome, verdict: usize) -> Vec<u64> {
    let json = run.json();
    let sources = verdicts(&json)[verdict]["sources"].clone();
    let sources = sources.as_array().unwrap_or_else(|| panic!("{json:#}"));
    sources.iter().filter_map(|source| source["row"].as_u64()).collect()
}

#[test]
fn a_trend_of_a_facility_names_what_was_seen_before() {
    let run = audit("subject = 'website'\nexpects = [{ id = 'up', trend = 'share_accessible', end = '1' }]");
    assert_eq!(rows(&run, 0), [3, 2]);
    assert_eq!(rows(&run, 1), [4]);
}

#[test]
fn a_trend_of_an_area_names_the_rows_of_both_rounds() {
    let run = audit(
        "subject = { jurisdiction = 'prefecture' }\n\
         let.good = { share = 'website', that = 'share_accessible >= 0.45' }\n\
         expects = [{ id = 'up', trend = 'good', end = '1' }, { id = 'then', check = 'good >= 1' }]",
    );
    assert_eq!(rows(&run, 0), [3]);
    let run = audit(
        "subject = { jurisdiction = 'prefecture' }\n\
         let.good = { share = 'website', that = 'share_accessible >= 0.6' }\n\
         expects = [{ id = 'up', trend = 'good', end = '1' }]",
    );
    assert_eq!(rows(&run, 0), [3, 4, 2]);
}
