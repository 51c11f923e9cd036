//! Where what comes out of a survey file goes.

use crate::diagnostic::Diagnostic;
use crate::model::{Record, Rows, SurveyTable, Words};

/// Takes what comes out of a file, as it comes.
pub trait Sink {
    /// A part of a file that holds one type; the answer is its number in the records.
    fn table(&mut self, table: SurveyTable) -> u32;
    /// One row, mapped.
    fn record(&mut self, record: Record);
    /// Rows of one table, mapped; of no use to anybody afterwards.
    fn rows(&mut self, rows: &mut Rows) {
        rows.records().for_each(|record| self.record(record));
    }
    /// Where the words of a record's cells go, one for each of its values but the profile's constants;
    /// rows then come one at a time.
    fn words(&mut self) -> Option<&mut Vec<Words>> {
        None
    }
    /// Something wrong, or worth knowing.
    fn diagnostic(&mut self, diagnostic: Diagnostic);
}
