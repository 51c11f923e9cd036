//! `coverage.toml`: the clauses of a document that no requirement examines.

use super::{Fields, PackFile, Text};
use crate::locale::Bilingual;
use crate::model::ClauseStatus;

/// `[[clause]]`.
#[derive(Debug, Clone)]
pub(crate) struct ClauseText {
    pub(crate) id: Text,
    pub(crate) number: Text,
    pub(crate) status: ClauseStatus,
    pub(crate) reason: Bilingual,
}

impl ClauseText {
    /// The same under another id, for a standard that takes it over.
    pub(crate) fn renamed(&self, rename: impl Fn(&str) -> String) -> Self {
        Self { id: Text { value: rename(&self.id.value), ..self.id.clone() }, ..self.clone() }
    }
}

/// Whether a file lists clauses rather than requirements.
pub(super) fn is_coverage(file: &PackFile<'_>) -> bool {
    file.name.rsplit('/').next() == Some("coverage.toml")
}

pub(super) fn read(fields: &mut Fields<'_>) -> Vec<ClauseText> {
    let items = fields.items("clause");
    items.into_iter().filter_map(|item| fields.within(item, clause)).collect()
}

/// A clause that is examined has a requirement, and no entry here.
const STATUSES: [&str; 3] = ["metadata", "not_checkable", "retired"];

fn clause(fields: &mut Fields<'_>) -> ClauseText {
    fields.must("status");
    ClauseText {
        id: fields.must("id"),
        number: fields.must("clause"),
        status: fields.choice("status", &STATUSES).unwrap_or(ClauseStatus::NotCheckable),
        reason: fields.bilingual("reason"),
    }
}
