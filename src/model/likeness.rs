//! How alike two sightings of facilities are, and what follows: the evidence a link is decided by.

use serde::{Deserialize, Serialize};

/// Whether two sightings are of one facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They are.
    Same,
    /// They are of two.
    Different,
    /// Somebody has to say.
    Ask,
}

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    /// Something in them tells the two apart: a number, a letter, a direction.
    Apart,
    /// They have little in common.
    Different,
    /// One of the two has none, or one that many have.
    Missing,
    /// They have much in common.
    Alike,
    /// One is the other, shortened.
    Part,
    /// The same, as names are written.
    Equal,
}

/// Why somebody has to say whether two are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The surveyors gave each an id of its own.
    TwoIds,
    /// One id, and everything else speaks against it.
    OneId,
    /// Another fits as well.
    Several,
    /// At one place under two names.
    Renamed,
    /// Under one name at two places.
    Moved,
    /// They are parts of different wholes, or in different areas.
    Elsewhere,
}

/// What speaks for two sightings being of one facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness {
    /// Their names.
    pub names: Names,
    /// How far they are from each other; none where one has no position.
    pub metres: Option<u32>,
    /// Numbers and texts recorded of both that are the same.
    pub agreeing: u32,
    /// And those that are not.
    pub differing: u32,
    /// Why that does not decide it.
    pub doubt: Option<Doubt>,
}

impl Verdict {
    /// The name in JSON and in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Ask => "ask",
        }
    }
}

impl Names {
    /// The name in JSON and in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::Different => "different",
            Self::Missing => "missing",
            Self::Alike => "alike",
            Self::Part => "part",
            Self::Equal => "equal",
        }
    }
}

impl Doubt {
    /// The name in JSON and in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::TwoIds => "two_ids",
            Self::OneId => "one_id",
            Self::Several => "several",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Elsewhere => "elsewhere",
        }
    }
}
