//! Where two standards that bind the same subject disagree, and which of them governs.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Duty, PropertyId, Sample, Span, TypeId};

/// Two requirements of two standards that disagree about something.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The two.
    pub sides: [Party; 2],
    /// The type of facility both speak of.
    pub facility_type: TypeId,
    /// What they disagree about.
    pub properties: Vec<PropertyId>,
    /// How they disagree.
    pub kind: ConflictKind,
    /// What follows, for each way in which the amounts differ; one ruling where there are no amounts.
    pub rulings: Vec<Ruling>,
    /// A facility that only the one, or only the other, speaks of.
    pub alone: [Option<Vec<Sample>>; 2],
}

/// One of two requirements that disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// The requirement.
    pub duty: Arc<Duty>,
    /// Its standard is that of a place, rather than of the state.
    pub local: bool,
    /// Its standard is made up.
    pub made_up: bool,
    /// It binds works permitted, else completed, from this day on.
    pub works_from: Option<Date>,
    /// More is better of what it measures; nothing where it measures nothing.
    pub at_least: Option<bool>,
}

/// How two requirements disagree.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// What meets one never meets the other.
    Opposed,
    /// They ask for different amounts.
    Threshold,
    /// They ask for different things.
    Demand,
    /// They ask for the same, and bind differently.
    Strength,
    /// One takes the place of the other.
    Override,
    /// They ask for the same of different facilities.
    Applicability,
}

/// What follows from a disagreement.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// Over which numbers.
    pub span: Option<Span>,
    /// A facility that meets the less strict of two, where they are no amounts.
    pub shown: Option<Vec<Sample>>,
    /// The stricter of the two sides, where one is.
    pub stricter: Option<usize>,
    /// The side that governs; nothing where both stand.
    pub governs: Option<usize>,
    /// Why.
    pub because: Because,
}

/// Why one of two requirements governs, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The strictest stands.
    Stricter,
    /// A place may ask for more than the state.
    StricterLocal,
    /// The same is asked for, and this one binds more.
    BindsMore,
    /// The stricter one binds less, and cannot relax the duty: both stand.
    AdviceBesideDuty,
    /// It says so itself: the other yields where it applies.
    Overrides,
    /// Neither is stricter throughout: both have to be met.
    BothHold,
    /// Nothing meets both.
    Irreconcilable,
}
