//! Which lots of public files turn between two rules, against figures computed another way.

use std::path::PathBuf;

use barrierfree::locale::{Language, Locale};
use barrierfree::model::{Outcome, Turned};
use barrierfree::project::{Request, difference};
use barrierfree::quantity::Interval;

use crate::public_audits::{data, profile};

/// A lot: all bays, accessible ones.
type Lot = (u64, u64);

/// What becomes of the share of accessible bays between the code's 1 % and the plan's 2 %.
fn between(files: &[&str], with: &[&str]) -> Option<Turned> {
    let folder = data()?;
    let request = Request {
        files: files.iter().map(|file| folder.join(file)).collect(),
        profiles: with.iter().map(|name| profile(name)).collect::<Vec<PathBuf>>(),
        ..Request::default()
    };
    let found = difference(["cn-gb55019-2021", "cn-150800-2017"], &request, None, &())
        .unwrap_or_else(|failure| panic!("{}", failure.say(&Locale::new(Language::En))));
    let about = |turned: &Turned| {
        turned.measure.as_ref().is_some_and(|(_, property)| property.as_str() == "accessible_spaces")
    };
    found.turns.into_iter().flatten().find(about)
}

/// How many lots fail by each rule and how many bays they lack, worked out in whole numbers.
fn by_hand(lots: &[Lot]) -> ([u64; 2], [u64; 2]) {
    let code = |total: u64| if total <= 100 { 1 } else { total.div_ceil(100) };
    let plan = |total: u64| total.div_ceil(50).max(1);
    let lacking = |rule: &dyn Fn(u64) -> u64| -> Vec<u64> {
        let lots = lots.iter().filter(|(total, _)| *total > 0);
        lots.map(|(total, accessible)| rule(*total).saturating_sub(*accessible))
            .filter(|lack| *lack > 0)
            .collect()
    };
    let both = [lacking(&code), lacking(&plan)];
    (both.each_ref().map(|lack| lack.len() as u64), both.map(|lack| lack.iter().sum()))
}

fn agrees(turned: &Turned, lots: &[Lot]) {
    let (failed, missing) = by_hand(lots);
    assert_eq!(turned.failed, failed);
    assert_eq!(turned.missing, missing.map(|bays| Some(Interval::exact(i128::from(bays)))));
    let [before, after] = failed;
    let to_failed = turned
        .turns
        .iter()
        .filter(|turn| turn.verdicts[1].as_ref().is_some_and(|judged| judged.outcome == Outcome::Failed));
    assert_eq!(to_failed.count() as u64, after - before, "2 % asks for no less than 1 % of any lot");
}

/// Two columns of a file of semicolons or commas; lots of which both are whole numbers.
fn columns(file: &str, delimiter: u8, names: [&str; 2]) -> Option<Vec<Lot>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_path(data()?.join(file))
        .expect("the file");
    let headers = reader.headers().expect("headers").clone();
    let [total, accessible] = names.map(|name| headers.iter().position(|header| header == name).expect(name));
    let lots = reader.records().filter_map(|row| {
        let row = row.expect("a row");
        Some((row.get(total)?.parse().ok()?, row.get(accessible)?.parse().ok()?))
    });
    Some(lots.collect())
}

#[test]
fn one_lot_of_konstanz_has_one_percent_and_not_two() {
    let file = "parking_de_cities/konstanz.json";
    let Some(turned) = between(&[file], &["konstanz.toml"]) else { return };
    let text = std::fs::read_to_string(data().expect("set").join(file)).expect("the file");
    let all: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let lot = |feature: &serde_json::Value| {
        let number = |name: &str| feature["attributes"][name].as_f64().expect(name).to_string();
        let number = |name: &str| number(name).parse().expect("a whole number");
        (number("max_cap"), number("capacity_d"))
    };
    let lots: Vec<Lot> = all["features"].as_array().expect("a list").iter().map(lot).collect();
    agrees(&turned, &lots);
    assert_eq!((turned.failed, turned.turns.len()), ([9, 10], 1));
}

#[test]
fn lots_of_neckarsulm_and_trafford_turn_as_the_numbers_say() {
    let neckarsulm = "parking_de_cities/neckarsulm.csv";
    let Some(turned) = between(&[neckarsulm], &["neckarsulm.toml"]) else { return };
    agrees(&turned, &columns(neckarsulm, b';', ["anz_plaetze", "anzbehinderte"]).expect("set"));
    let trafford = "parking_uk_trafford_oxford/trafford_off_street_parking_spaces.csv";
    let turned = between(&[trafford], &["trafford-off-street.toml"]).expect("set");
    agrees(&turned, &columns(trafford, b',', ["ParkingSpaces", "DisabledParkingSpaces"]).expect("set"));
    assert_eq!((turned.failed, turned.turns.len()), ([3, 3], 0));
}
