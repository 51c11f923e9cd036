//! An import that is killed at any moment loses nothing and leaves no half survey.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Child;
use std::time::{Duration, Instant};

use barrierfree::project::{self, Import, Library};
use barrierfree::store::{Address, SourceId, content_hash};
use jiff::Timestamp;

use super::Desk;
use crate::support::random::Dice;
use crate::support::server::Database;

/// How often an import into each store is killed.
const TIMES: u64 = 25;

/// What asks for more, in rounds of so many, each with an inventory of its own.
const ASKED: &str = "BARRIERFREE_KILLS";

fn rounds() -> std::ops::Range<u64> {
    let asked = std::env::var(ASKED).map_or(TIMES, |asked| asked.parse().expect("a number"));
    0..asked.div_ceil(TIMES)
}

/// Files of a survey, each written in a step of its own, and their rows.
const FILES: u64 = 12;
const ROWS: u64 = 40;

/// The files of a survey, unlike those of any other, by their whole names: an import goes on under the same only.
fn files(desk: &Desk, survey: u64) -> Vec<String> {
    let file = |number: u64| {
        let mut text = "设施编号,名称,停车场种类,总车位数,调查日期\n".to_owned();
        for row in 0..ROWS {
            let _ = writeln!(text, "P{row},第{survey}次第{number}份,独立公共停车场,{row},2026-05-01");
        }
        let name = format!("{survey}-{number}.csv");
        desk.put(&name, text);
        desk.path(&name).to_string_lossy().into_owned()
    };
    (0..FILES).map(file).collect()
}

/// Where the inventory is kept, and how one sees that somebody has begun to add to so many surveys.
struct Kept<'a> {
    address: Address,
    has_begun: &'a dyn Fn(usize) -> bool,
}

/// Starts an import and waits until it has begun to write.
fn begin(desk: &Desk, files: &[String], kept: &Kept<'_>, surveys: usize) -> Child {
    let mut arguments = vec!["import"];
    arguments.extend(files.iter().map(String::as_str));
    let mut command = desk.command(&arguments);
    let mut child = command.stderr(std::process::Stdio::null()).spawn().expect("the program");
    while !(kept.has_begun)(surveys) && child.try_wait().expect("a child").is_none() {
        std::thread::sleep(Duration::from_micros(200));
    }
    child
}

/// The number of surveys, of their rows, and the hash of it all.
fn content(kept: &Kept<'_>) -> (usize, u64, String) {
    let mut store = kept.address.read(Timestamp::UNIX_EPOCH).expect("the inventory opens");
    let surveys = store.surveys().expect("surveys");
    let sources: Vec<SourceId> = surveys.iter().flat_map(|one| &one.sources).map(|one| one.id).collect();
    let mut rows = 0;
    for source in sources {
        store.rows(source, &mut |_| rows += 1).expect("rows");
    }
    (surveys.len(), rows, content_hash(&mut *store).expect("a hash"))
}

/// How long an import writes that nobody disturbs.
fn undisturbed(desk: &Desk, kept: &Kept<'_>) -> Duration {
    let mut child = begin(desk, &files(desk, 0), kept, 0);
    let since = Instant::now();
    assert!(child.wait().expect("an end").success());
    since.elapsed()
}

#[test]
fn an_import_killed_at_any_moment_loses_nothing_and_the_next_one_completes() {
    for round in rounds() {
        let desk = Desk::new();
        desk.put("barrierfree.toml", "");
        std::fs::create_dir(desk.path("inventory")).expect("a folder");
        let log = desk.path("inventory/inventory.gpkg-wal");
        let address = desk.path("inventory/inventory.gpkg").into();
        killed_again_and_again(round, &desk, &Kept { address, has_begun: &|_| log.exists() });
    }
}

#[test]
fn an_import_into_a_server_killed_at_any_moment_loses_nothing_and_the_next_one_completes() {
    for round in rounds() {
        let Some(database) = Database::new() else { return };
        let desk = Desk::new();
        desk.put("barrierfree.toml", format!("store = '{}'", database.url()));
        let address = Address::parse(&desk.path(""), &database.url());
        drop(address.write(Timestamp::UNIX_EPOCH).expect("an inventory"));
        let has_begun = |surveys: usize| {
            let count = database.sql("SELECT count(*) FROM barrierfree.survey");
            count.parse::<usize>().expect("a number") > surveys
        };
        killed_again_and_again(round, &desk, &Kept { address, has_begun: &has_begun });
    }
}

fn killed_again_and_again(round: u64, desk: &Desk, kept: &Kept<'_>) {
    let library = Library::load(None).expect("the library");
    let (mut whole, mut dice) = (undisturbed(desk, kept), Dice::new(6 + round));
    let (mut halfway, mut surveys) = (0, 1);
    for number in 1..=TIMES {
        let before = content(kept);
        assert_eq!((before.0, before.1), (surveys, surveys as u64 * FILES * ROWS));
        let names = files(desk, number);
        let mut child = begin(desk, &names, kept, surveys);
        std::thread::sleep(
            whole.mul_f64(f64::from(u32::try_from(dice.below(1000)).expect("small")) / 1000.0),
        );
        child.kill().expect("a killed child");
        child.wait().expect("an end");
        let after = content(kept);
        assert!(after.0 == surveys || after.0 == surveys + 1, "{after:?}");
        assert_eq!(after.1, after.0 as u64 * FILES * ROWS, "no half survey");
        if after.0 == surveys {
            assert_eq!(after.2, before.2, "nothing is lost or changed");
            halfway += 1;
        }
        // How long an import takes changes with what else runs; half of the kills are to come before its end.
        whole = whole.mul_f64(if after.0 == surveys { 1.1 } else { 0.9 });
        let again = names.iter().map(PathBuf::from).collect();
        let again = Import { files: again, ..Import::default() };
        project::import(&again, &kept.address, &library, &()).expect("the next import completes");
        surveys += 1;
    }
    println!("killed {TIMES} times, {halfway} of them before the survey was whole");
    assert!(halfway * 4 > TIMES, "most were too late to disturb");
}
