//! Records on their way into a store, so many at a time.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Catalogue, Record, SurveyTable, Words};
use crate::store::{Row, SourceId, Store, StoreError, Table};
use crate::survey::Sink;

/// Rows that are written at a time.
const BATCH: usize = 10_000;

/// Takes in the records of one file.
pub(super) struct Taking<'a> {
    store: &'a mut dyn Store,
    source: SourceId,
    /// Rows that are there already.
    there: u32,
    catalogue: &'a Catalogue,
    /// The day of rows that do not say when they were observed.
    day: Date,
    /// Tables so far, and those not yet written.
    announced: u32,
    tables: Vec<Table>,
    /// Records so far, and those not yet written.
    records: u32,
    rows: Vec<Row>,
    words: Vec<Words>,
    diagnostics: Vec<Diagnostic>,
    failed: Option<StoreError>,
}

impl<'a> Taking<'a> {
    pub(super) fn new(
        store: &'a mut dyn Store,
        source: SourceId,
        there: u32,
        catalogue: &'a Catalogue,
        day: Date,
    ) -> Self {
        Self {
            store,
            source,
            there,
            catalogue,
            day,
            announced: 0,
            tables: Vec::new(),
            records: 0,
            rows: Vec::new(),
            words: Vec::new(),
            diagnostics: Vec::new(),
            failed: None,
        }
    }

    /// Writes the rest; how many records there are, and what is wrong with the file.
    pub(super) fn end(mut self) -> Result<(u64, Vec<Diagnostic>), StoreError> {
        self.write();
        match self.failed {
            Some(error) => Err(error),
            None => Ok((self.records.into(), self.diagnostics)),
        }
    }

    /// After a failure the rest of the file is read for nothing, and not written.
    fn write(&mut self) {
        if self.failed.is_none() {
            self.failed = self.store.append(self.source, &self.tables, &self.rows).err();
        }
        self.tables.clear();
        self.rows.clear();
    }
}

impl Sink for Taking<'_> {
    fn table(&mut self, table: SurveyTable) -> u32 {
        let number = self.announced;
        self.announced += 1;
        self.tables.extend(Table::of(number, &table, self.catalogue));
        number
    }

    fn record(&mut self, mut record: Record) {
        let number = self.records;
        self.records += 1;
        if number < self.there {
            return;
        }
        record.observed_on.get_or_insert(self.day);
        self.rows.extend(Row::of(number, &record, &self.words, self.catalogue));
        if self.rows.len() >= BATCH {
            self.write();
        }
    }

    fn words(&mut self) -> Option<&mut Vec<Words>> {
        Some(&mut self.words)
    }

    fn diagnostic(&mut self, mut diagnostic: Diagnostic) {
        if diagnostic.code == Code::NoObservationDate {
            diagnostic.code = Code::DayOfImport;
            diagnostic = diagnostic.with("day", self.day);
        }
        self.diagnostics.push(diagnostic);
    }
}
