//! What becomes of each clause of a document.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ClauseId, RequirementId, StandardId};
use crate::locale::Bilingual;

/// A document from its first clause to its last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The document.
    pub standard: StandardId,
    /// Its full title.
    pub title: Bilingual,
    /// Its clauses, each once, in the order of the document.
    pub clauses: Vec<Clause>,
}

/// A clause, and whether anybody examines it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its stable id.
    pub id: ClauseId,
    /// As the document numbers it.
    pub number: Arc<str>,
    /// What becomes of it.
    pub status: ClauseStatus,
    /// What it asks where it is checked, else why it is not.
    pub text: Bilingual,
    /// The requirements that examine it.
    pub requirements: Vec<RequirementId>,
}

/// What becomes of a clause.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ClauseStatus {
    /// Requirements examine it.
    Checked,
    /// It is about the document itself.
    Metadata,
    /// It says nothing that data could show.
    NotCheckable,
    /// Its id is no longer used.
    Retired,
}

impl ClauseStatus {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Checked, Self::Metadata, Self::NotCheckable, Self::Retired];
}
