//! What a clause demands of whom, as findings and reports need to know it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Deadline, RequirementId, StandardId, UnitId};
use crate::locale::Bilingual;
use crate::quantity::Rational;

/// A requirement without its expressions: everything a reader wants to see of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The document it comes from.
    pub standard: StandardId,
    /// The document's short name.
    pub standard_title: Bilingual,
    /// Its stable id.
    pub id: RequirementId,
    /// The numbered provision, as the document numbers it.
    pub clause: Arc<str>,
    /// What it belongs to, such as `parking`.
    pub topic: Arc<str>,
    /// What it asks, in a few words.
    pub title: Bilingual,
    /// How strongly it binds.
    pub obligation: Obligation,
    /// Who has to see to it.
    pub departments: Departments,
    /// By when.
    pub deadline: Option<Deadline>,
    /// What to do about a failure; `{shortfall}` stands for the amount.
    pub remedy: Bilingual,
    /// Unit of measured, required and shortfall.
    pub unit: Option<UnitId>,
    /// Whether the fact, and those it takes numbers from, were checked against the document itself.
    pub verified: bool,
    /// Requirements of other standards its verdict is taken from that were not checked against the document.
    pub rests_on: Vec<RequirementId>,
    /// The undefined words it rests on, with the numbers assumed for them.
    pub parameters: Vec<Arc<Parameter>>,
}

/// A word no document defines, and the number this program assumes for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Parameter {
    /// Its name in the pack.
    pub id: Arc<str>,
    /// The word.
    pub words: Bilingual,
    /// The number, in its canonical unit.
    pub value: Rational,
}

/// How strongly a clause binds; never changes an outcome, only what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// The primary strength.
    pub strength: Strength,
    /// For targets: 约束性 (true) or 预期性 (false), where the document says.
    pub binding: Option<bool>,
    /// Further strengths of a combined clause.
    pub also: Vec<Strength>,
}

/// The strengths of a clause.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Must.
    Mandatory,
    /// An outcome to reach by a date.
    Target,
    /// To be moved forward, step by step.
    Progressive,
    /// Binds where a condition holds.
    Conditional,
    /// Encouraged or supported.
    Encouraged,
    /// A hint.
    Advisory,
}

/// Who is responsible, as far as the document says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Departments {
    /// Named as leading.
    pub lead: Vec<Arc<str>>,
    /// Named as taking part.
    pub participants: Vec<Arc<str>>,
    /// Named without a rank.
    pub unranked: Vec<Arc<str>>,
    /// Where the document names them.
    pub basis: Arc<str>,
}
