//! What comes of two requirements that are set side by side.

use std::sync::Arc;

use super::PropertyId;
use crate::quantity::{Interval, Rational};

/// A property of a facility made up to show something, and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The property.
    pub property: PropertyId,
    /// Its value.
    pub value: SampleValue,
}

/// A value that was made up.
#[derive(Debug, Clone, PartialEq)]
pub enum SampleValue {
    /// Yes or no.
    Flag(bool),
    /// A number, in the canonical unit; a date as its day number.
    Number(Interval),
    /// A category by its id, or a text.
    Word(Arc<str>),
}

/// Where the amounts that two requirements ask for differ, in one way throughout.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// What the amounts depend on; nothing where they are fixed.
    pub driver: Option<PropertyId>,
    /// The first value of it at which they differ.
    pub from: Option<Rational>,
    /// The last one; nothing where it goes on as far as was tried.
    pub to: Option<Rational>,
    /// At how many of the values in between they differ, where that is not all of them.
    pub only: Option<u64>,
    /// What each asks for at the first value.
    pub required: [Rational; 2],
    /// Which of the two is stricter.
    pub stricter: usize,
    /// What else is so there, as far as it is not so everywhere: an example.
    pub given: Vec<Sample>,
}
