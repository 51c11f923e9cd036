//! The columnar evaluator says what the reference evaluator says.

use std::sync::Arc;

use barrierfree::audit::Scope;
use barrierfree::diagnostic::Diagnostic;
use barrierfree::inventory::{Builder, Inventory};
use barrierfree::model::{Record, SurveyTable};
use barrierfree::project::{City, Library, make_city};
use barrierfree::survey::{self, Intake, Names, Sink};
use jiff::civil::date;

use crate::support::agree::{compare, generated, shipped};

/// The seeds of the generated programs: `FIRST`, and those that follow.
const FIRST: u64 = 1;

fn library() -> Library {
    Library::load(None).expect("the standards")
}

#[test]
fn both_evaluators_agree_on_a_hundred_thousand_generated_pairs() {
    let library = library();
    let (mut pairs, mut seed) = (0, FIRST);
    while pairs < 100_000 {
        pairs += generated(&library, seed, 25, 60);
        seed += 1;
    }
    println!("{pairs} pairs of seeds {FIRST} to {} agree", seed - 1);
}

#[test]
fn they_agree_over_more_rows_than_a_thread_takes_at_a_time() {
    let pairs = generated(&library(), 7, 1, 70_001);
    println!("{pairs} pairs of seed 7 agree");
}

#[test]
fn they_agree_on_what_ships_over_facilities_by_chance() {
    let library = library();
    for facility_type in 0..library.catalogue.types.len() {
        for seed in [2, 3] {
            shipped(&library, facility_type, seed, 40);
        }
    }
}

#[test]
fn they_agree_on_what_ships_over_the_made_up_city() {
    let library = library();
    let inventory = city(&library);
    for auto in [false, true] {
        let scope = Scope { auto, ..Scope::default() };
        let pairs = compare(&scope, &inventory, &library.program, "the made-up city");
        println!("{pairs} pairs of the made-up city agree");
    }
}

struct Take(Builder);

impl Sink for Take {
    fn table(&mut self, table: SurveyTable) -> u32 {
        self.0.table(table)
    }

    fn record(&mut self, record: Record) {
        self.0.push(record);
    }

    fn diagnostic(&mut self, _: Diagnostic) {}
}

/// The made-up city, read from its files.
fn city(library: &Library) -> Inventory {
    let folder = tempfile::tempdir().expect("a folder");
    let wanted = City { folder: folder.path().to_owned(), size: 3000, seed: 1 };
    let files = make_city(&wanted, library).unwrap_or_else(|_| panic!("a city"));
    let names = Names::of(&library.catalogue);
    let intake = Intake { catalogue: &library.catalogue, names: &Arc::new(names), profile: None };
    let mut take = Take(Builder::new(Arc::clone(&library.catalogue)));
    for path in files {
        let file = std::fs::File::open(&path).expect("a file");
        survey::read(&path.to_string_lossy(), Box::new(file), &intake, &mut take).expect("readable");
    }
    take.0.build(date(2026, 11, 1)).0
}
