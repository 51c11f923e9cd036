//! Numbers over other facilities than the subject, with every name resolved.

use std::sync::Arc;

use super::program::{Condition, Quantity};
use crate::quantity::Rational;

/// A number over facilities that belong to the subject, or lie around it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Aggregate {
    /// What the number says of them.
    pub figure: Figure,
    /// Where they are looked for.
    pub domain: Domain,
    /// The facilities, by type.
    pub members: Vec<Members>,
}

/// Facilities of one type that are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Members {
    /// Index of the type in the catalogue.
    pub facility_type: usize,
    /// Which of them belong.
    pub filter: Condition,
    /// What is asked of those that belong, for a share or a check of every one.
    pub that: Option<Condition>,
    /// What is added up, for a sum.
    pub value: Option<Arc<Quantity>>,
    /// What is added up is never below zero.
    pub never_negative: bool,
}

impl Members {
    /// All facilities of a type.
    pub fn all(facility_type: usize) -> Self {
        let filter = Condition::Constant(true);
        Self { facility_type, filter, that: None, value: None, never_negative: false }
    }
}

/// What a number says of the facilities.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Figure {
    /// How many there are.
    Count,
    /// How many are not as they should be.
    Lacking,
    /// The part of them that is as it should be.
    Share,
    /// What they have in all.
    Sum,
    /// Metres to the nearest of them.
    Nearest,
    /// The subject's place among them, by the way to a facility of these types; 1 is nearest.
    Rank(Vec<usize>),
}

/// Where facilities are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Domain {
    /// In the area that is the subject, or that the subject belongs to.
    Area,
    /// Among the parts of the subject.
    Parts,
    /// Among the parts of what the subject is a part of.
    Siblings,
    /// Within so many metres of the subject.
    Within(Rational),
    /// Anywhere.
    Everywhere,
}
