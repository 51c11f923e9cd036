//! Survey files, changed by chance in ways that hurt, and read.
//!
//! The seeds are ordinary files. What a number makes of them is always the
//! same, so that a find is a number. Archives are changed in their parts and
//! packed again, old workbooks in their records: otherwise checksums would
//! keep everything out. JSON and XML are changed in their values and elements
//! more often than in their bytes, to get past the parser.

mod change;
mod json;
mod seed;
mod xml;

use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use barrierfree::diagnostic::Diagnostic;
use barrierfree::model::{Catalogue, Record, SurveyTable};
use barrierfree::project::Library;
use barrierfree::survey::reader::{self, Given, Hints};
use barrierfree::survey::{self, Intake, Names, Sink};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng as _;
use rusqlite::Connection;

use seed::Seed;

/// Everything that is needed to make inputs and to read them.
pub(crate) struct Fuzz {
    seeds: Vec<Seed>,
    catalogue: Arc<Catalogue>,
    names: Names,
}

/// A file made by chance.
pub(crate) struct Input {
    /// Its name, with the ending of its seed.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Input {
    /// The bytes as a file, or as a database where they begin like one.
    fn given(&self) -> Given<'_> {
        let mut db = Connection::open_in_memory().expect("a database");
        let taken = self.bytes.starts_with(b"SQLite format 3\0")
            && db.deserialize_read_exact(rusqlite::MAIN_DB, &*self.bytes, self.bytes.len(), true).is_ok();
        if taken { Given::Database(db) } else { Box::new(Cursor::new(&self.bytes)).into() }
    }
}

/// What became of an input.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// It was read to its end.
    pub(crate) is_read: bool,
    /// Rows below headers.
    pub(crate) rows: u64,
}

impl Fuzz {
    /// Reads the seeds and the catalogue.
    pub(crate) fn new() -> Self {
        let catalogue = Library::load(None).expect("the library").catalogue;
        let names = Names::of(&catalogue);
        Self { seeds: seed::all(), catalogue, names }
    }

    /// The input of that number: first the seeds as they are.
    pub(crate) fn input(&self, number: u64) -> Input {
        let count = self.seeds.len() as u64;
        let at = usize::try_from(number % count).unwrap_or_default();
        let seed = &self.seeds[at];
        let mut dice = Xoshiro256PlusPlus::seed_from_u64(number);
        let bytes = if number < count { seed.bytes() } else { seed.changed(&self.seeds, &mut dice) };
        Input { name: seed.name.clone(), bytes }
    }

    /// Reads the rows of an input, and makes nothing of them.
    pub(crate) fn rows(&self, input: &Input) -> Outcome {
        let (tags, feed) = self.names.tags();
        let hints = Hints { tags: Arc::clone(tags), feed: Arc::clone(feed), ..Hints::default() };
        let Ok(mut book) = reader::open(&input.name, input.given(), &hints) else {
            return Outcome::default();
        };
        let mut outcome = Outcome { is_read: true, rows: 0 };
        for sheet in 0..book.sheets().len() {
            book.merges(sheet);
            let read = book.rows(sheet, &mut |_| {
                outcome.rows += 1;
                ControlFlow::Continue(())
            });
            outcome.is_read &= read.is_ok();
        }
        outcome
    }

    /// Reads a map as boundaries too, from a file that is written for it.
    pub(crate) fn boundaries(input: &Input, file: &Path) {
        if !input.name.ends_with("geojson") {
            return;
        }
        std::fs::write(file, &input.bytes).expect("a place for the input");
        let _ = barrierfree::project::boundaries(file);
    }

    /// Reads an input from end to end.
    pub(crate) fn read(&self, input: &Input) -> Outcome {
        let intake = Intake { catalogue: &self.catalogue, names: &self.names, profile: None };
        let mut counted = Counted::default();
        let outcome = survey::read(&input.name, input.given(), &intake, &mut counted);
        match outcome {
            Ok(file) => {
                assert!(counted.records <= file.rows, "more records than rows");
                Outcome { is_read: true, rows: file.rows }
            }
            Err(error) => {
                assert!(!error.message().key.is_empty());
                Outcome::default()
            }
        }
    }
}

/// Counts what comes out.
#[derive(Default)]
struct Counted {
    tables: u32,
    records: u64,
}

impl Sink for Counted {
    fn table(&mut self, _: SurveyTable) -> u32 {
        self.tables += 1;
        self.tables - 1
    }

    fn record(&mut self, record: Record) {
        assert!(record.origin.table < self.tables, "a record of no table");
        self.records += 1;
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        assert!(!diagnostic.message().key.is_empty());
    }
}
