//! What was known by a time: later observations never change an old report.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::locale::Message;
use crate::model::{SurveyTable, time_of};

/// Lets in what was accepted by a time, and counts the rest; each file by itself.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) by: Timestamp,
    /// When what does not say is accepted: now, that it is read.
    now: Timestamp,
    places: Vec<Place>,
    /// Rows left out of each table: those accepted later, and those that do not say when.
    left_out: BTreeMap<u32, (u64, u64)>,
}

impl Known {
    pub(super) fn new(by: Option<Timestamp>, now: Timestamp) -> Self {
        Self { by: by.unwrap_or(now), now, places: Vec::new(), left_out: BTreeMap::new() }
    }

    pub(super) fn table(&mut self, table: &SurveyTable) {
        self.places.push(Place { file: table.file.clone(), sheet: table.sheet.clone(), ..Place::default() });
    }

    /// Whether to let in a row of a table that was accepted then.
    pub(super) fn admits(&mut self, table: u32, known_at: Option<Timestamp>) -> bool {
        let admitted = known_at.unwrap_or(self.now) <= self.by;
        if !admitted {
            let (later, silent) = self.left_out.entry(table).or_default();
            *(if known_at.is_some() { later } else { silent }) += 1;
        }
        admitted
    }

    /// A note per table on the rows left out.
    pub(super) fn remarks(&self) -> Vec<Diagnostic> {
        let remark = |code, table: u32, rows| {
            let place = self.places.get(table as usize).cloned().unwrap_or_default();
            Diagnostic::new(code, place).with("rows", rows).with("known_by", self.by)
        };
        let both = |(table, (later, silent)): (&u32, &(u64, u64))| {
            let later = (*later > 0).then(|| remark(Code::KnownLater, *table, *later));
            later.into_iter().chain((*silent > 0).then(|| remark(Code::NoKnownAt, *table, *silent)))
        };
        self.left_out.iter().flat_map(both).collect()
    }
}

/// The time of `--known-by`.
pub(super) fn time(text: &str) -> Result<Timestamp, Failure> {
    time_of(text).ok_or_else(|| Failure::Input(Message::new("failure-known-by").with("value", text)))
}
