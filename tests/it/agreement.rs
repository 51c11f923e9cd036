//! The columnar evaluator says what the reference evaluator says.

use std::sync::Arc;

use barrierfree::audit::Scope;
use barrierfree::diagnostic::Diagnostic;
use barrierfree::inventory::{Builder, Inventory};
use barrierfree::model::{Record, Rows, SurveyTable};
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
    let inventory = city(&library, true);
    for auto in [false, true] {
        let scope = Scope { auto, ..Scope::default() };
        let pairs = compare(&scope, &inventory, &library.program, "the made-up city");
        println!("{pairs} pairs of the made-up city agree");
    }
}

#[test]
fn rows_taken_at_once_are_those_taken_one_by_one() {
    let library = library();
    let [at_once, one_by_one] = [true, false].map(|at_once| city(&library, at_once));
    let both = at_once.tables.iter().zip(&one_by_one.tables).zip(&library.catalogue.types);
    for ((one, other), facility_type) in both {
        assert_eq!(one.facilities, other.facilities);
        for facility in 0..one.facilities.len() {
            for property in 0..facility_type.properties.len() {
                assert_eq!(one.cell(property, facility), other.cell(property, facility));
                assert!(one.rows(property, facility).eq(other.rows(property, facility)));
            }
        }
    }
    assert!(at_once.len() > 2000, "few facilities tell nothing");
}

struct Take {
    builder: Builder,
    at_once: bool,
}

impl Sink for Take {
    fn table(&mut self, table: SurveyTable) -> u32 {
        self.builder.table(table)
    }

    fn record(&mut self, record: Record) {
        self.builder.push(record);
    }

    fn rows(&mut self, rows: &mut Rows) {
        if self.at_once {
            self.builder.rows(rows);
        } else {
            rows.records().for_each(|record| self.record(record));
        }
    }

    fn diagnostic(&mut self, _: Diagnostic) {}
}

/// The made-up city, read from its files.
fn city(library: &Library, at_once: bool) -> Inventory {
    let folder = tempfile::tempdir().expect("a folder");
    let wanted = City { folder: folder.path().to_owned(), size: 3000, seed: 1 };
    let files = make_city(&wanted, library).unwrap_or_else(|_| panic!("a city"));
    let names = Names::of(&library.catalogue);
    let intake = Intake { catalogue: &library.catalogue, names: &Arc::new(names), profile: None };
    let mut take = Take { builder: Builder::new(Arc::clone(&library.catalogue)), at_once };
    for path in files {
        let file = std::fs::File::open(&path).expect("a file");
        survey::read(&path.to_string_lossy(), Box::new(file), &intake, &mut take).expect("readable");
    }
    take.builder.build(date(2026, 11, 1)).0
}
