//! What is known of one property of one facility.

use std::sync::Arc;

use crate::model::{Observed, Property};
use crate::quantity::{Interval, Truth};

/// What a property may be, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cell {
    /// How it is known.
    pub status: Status,
    /// What it may be; the property's `unsurveyed` where nothing is known.
    pub value: Value,
}

/// How a value is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Recorded.
    Known,
    /// Nothing is recorded.
    NotSurveyed,
    /// Recorded as unknown, or unreadable.
    RecordedUnknown,
    /// Recorded as not applicable.
    NotApplicable,
    /// Recorded with contradictions.
    Conflict,
}

/// What a property may be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A number, or a date as a day number, none where it may be any; apart, since most cells are shorter.
    Number(Option<Box<Interval>>),
    /// Yes or no.
    Flag(Truth),
    /// Index of a category value.
    Category(Option<usize>),
    /// Free text.
    Text(Option<Arc<str>>),
}

impl From<Interval> for Value {
    fn from(interval: Interval) -> Self {
        Self::Number((interval != Interval::UNBOUNDED).then(|| Box::new(interval)))
    }
}

impl Value {
    /// The interval of a number.
    pub fn number(&self) -> Option<Interval> {
        match self {
            Self::Number(interval) => Some(interval.as_deref().copied().unwrap_or(Interval::UNBOUNDED)),
            _ => None,
        }
    }
}

impl Cell {
    /// The cell of a property nobody knows, for the reason given.
    pub fn unknown(property: &Property, status: Status) -> Self {
        use crate::model::Kind;
        let value = match property.kind {
            Kind::Boolean => Value::Flag(Truth::Unknown),
            Kind::Category => Value::Category(None),
            Kind::Text => Value::Text(None),
            _ => property.unsurveyed.into(),
        };
        Self { status, value }
    }

    /// The cell of one observation.
    pub fn observed(property: &Property, observed: Observed) -> Self {
        let value = match observed {
            Observed::Number(interval) => (*interval).into(),
            Observed::Flag(flag) => Value::Flag(flag.into()),
            Observed::Category(index) => Value::Category(Some(index)),
            Observed::Text(text) => Value::Text(Some(text)),
            Observed::Unknown => return Self::unknown(property, Status::RecordedUnknown),
            Observed::NotApplicable => return Self::unknown(property, Status::NotApplicable),
        };
        Self { status: Status::Known, value }
    }

    /// The cell, which leaves nothing behind.
    pub(super) fn take(&mut self) -> Self {
        std::mem::replace(self, Self { status: Status::NotSurveyed, value: Value::Number(None) })
    }

    /// Where it stands in a dictionary: by status, then in the order of values; names as they came.
    pub(super) fn rank(&self, are_names: bool) -> impl Ord + use<> {
        let ends = self.number().map(|value| (value.low(), value.high()));
        let category = match self.value {
            Value::Category(value) => value,
            Value::Flag(truth) => Some(truth as usize),
            Value::Number(_) | Value::Text(_) => None,
        };
        (self.status, ends, category, self.text().filter(|_| !are_names).cloned())
    }

    /// The interval of a number.
    pub fn number(&self) -> Option<Interval> {
        self.value.number()
    }

    /// The text, where one is recorded.
    pub fn text(&self) -> Option<&Arc<str>> {
        match &self.value {
            Value::Text(text) => text.as_ref(),
            _ => None,
        }
    }
}
