//! What two standards, or two editions of one, ask differently.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    CheckId, Duty, Outcome, PropertyId, RequirementId, Sample, Span, StandardId, Subject, TypeId, UnitId,
};
use crate::locale::Bilingual;
use crate::quantity::Interval;

/// Two standards side by side: the first is before, the second after.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The two.
    pub editions: [Edition; 2],
    /// What changed, in the order of the first and then of the second.
    pub changes: Vec<Change>,
    /// How many requirements ask for the same.
    pub unchanged: usize,
    /// What becomes of verdicts, where surveys were given.
    pub turns: Option<Vec<Turned>>,
}

/// A standard, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Its id.
    pub id: StandardId,
    /// Its full title.
    pub title: Bilingual,
    /// Hash of its files.
    pub hash: Arc<str>,
}

/// What became of a requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// In one word.
    pub kind: ChangeKind,
    /// Before and after.
    pub duties: [Option<Arc<Duty>>; 2],
    /// In all its parts.
    pub alterations: Vec<Alteration>,
}

/// What became of a requirement, in one word.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It asks for more, or of more.
    Tightened,
    /// It asks for less, or of fewer.
    Relaxed,
    /// It asks for more of some and less of others.
    Mixed,
    /// It asks for something else, and more or less cannot be told.
    NotComparable,
    /// It asks for the same in other words.
    Reworded,
}

/// A part of a change. A side is 0 for before and 1 for after.
#[derive(Debug, Clone, PartialEq)]
pub enum Alteration {
    /// Other amounts.
    Amount {
        /// Of facilities of this type.
        facility_type: TypeId,
        /// Of this property.
        property: PropertyId,
        /// More is better of it.
        at_least: bool,
        /// Over which numbers.
        span: Span,
    },
    /// Something else asked of a property: this meets the other side, and not this one.
    Demand {
        /// Of facilities of this type.
        facility_type: TypeId,
        /// Of this property.
        property: PropertyId,
        /// The side it does not meet.
        side: usize,
        /// Such a facility.
        sample: Vec<Sample>,
    },
    /// Facilities that only one side speaks of.
    Reach {
        /// Of this type.
        facility_type: TypeId,
        /// The side.
        side: usize,
        /// Such a facility.
        sample: Vec<Sample>,
    },
    /// A whole type that only one side speaks of.
    Type {
        /// The type.
        facility_type: TypeId,
        /// The side.
        side: usize,
    },
    /// A check that only one side has.
    Check {
        /// The check.
        check: CheckId,
        /// The side.
        side: usize,
    },
    /// One side binds more.
    Strength {
        /// That side.
        side: usize,
    },
    /// What it asks is written otherwise, and what that means cannot be told.
    Unknown,
    /// Other words, nothing else.
    Words(Vec<Wording>),
}

/// What is written otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// The title.
    Title,
    /// The number of the clause.
    Clause,
    /// What to do.
    Remedy,
    /// Who is responsible.
    Departments,
    /// By when.
    Deadline,
    /// The strength, in a way that changes no verdict.
    Obligation,
    /// Whether it was checked against the document.
    Verified,
}

/// What becomes of the verdicts on one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    /// The requirements that speak of it, before and after.
    pub requirements: [Vec<RequirementId>; 2],
    /// The type and the property both measure, where they are matched by that.
    pub measure: Option<(TypeId, PropertyId)>,
    /// How many subjects both have a verdict on that stays the same.
    pub same: u64,
    /// How many fail, before and after.
    pub failed: [u64; 2],
    /// What is missing in all, at least, before and after.
    pub missing: [Option<Interval>; 2],
    /// Unit of what is missing.
    pub unit: Option<UnitId>,
    /// The subjects whose verdict turns.
    pub turns: Vec<Turn>,
}

/// A subject whose verdict turns.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The facility or area.
    pub subject: Arc<Subject>,
    /// Its gap is new, gone or another one.
    pub kind: TurnKind,
    /// Before and after; nothing where nothing is asked.
    pub verdicts: [Option<Judged>; 2],
}

/// How a verdict turns.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum TurnKind {
    /// There was no gap, and there is one.
    Appears,
    /// There was a gap, and there is none.
    Vanishes,
    /// What failed cannot be told, or the reverse; or one silence became another.
    Changes,
}

/// A verdict with its amounts.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The verdict.
    pub outcome: Outcome,
    /// What is there.
    pub measured: Option<Interval>,
    /// What should be there.
    pub required: Option<Interval>,
    /// What is missing.
    pub shortfall: Option<Interval>,
    /// Unit of the three.
    pub unit: Option<UnitId>,
}

impl Difference {
    /// Whether any verdict turns: of the surveys, or without any of a facility that might be surveyed.
    pub fn turns_verdicts(&self) -> bool {
        match &self.turns {
            Some(turned) => turned.iter().any(|turned| !turned.turns.is_empty()),
            None => self.changes.iter().any(|change| change.kind != ChangeKind::Reworded),
        }
    }
}
