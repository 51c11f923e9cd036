//! Requirements with every name resolved and every unit converted.
//!
//! A [`Program`] is what an evaluator runs: expressions are trees over property
//! indices, with no text left to look up. Shared parts (a `let`, a number taken
//! from another requirement) are one `Arc`, so that an evaluator can see that
//! they are the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::aggregate::Aggregate;
use super::pack::{Case, Level, Standard};
use crate::locale::Bilingual;
use crate::model::{CheckId, Duty, Parameter, UnitId};
use crate::quantity::Rational;

/// All requirements of all standards, in the order of ids.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// The standards.
    pub standards: Vec<Standard>,
    /// Their requirements, by standard and then as the pack has them.
    pub requirements: Vec<Requirement>,
}

/// One requirement, ready to run.
#[derive(Debug, Clone)]
pub struct Requirement {
    /// Index of its standard.
    pub standard: usize,
    /// What a reader wants to know of it.
    pub duty: Arc<Duty>,
    /// Under `auto`: binds works permitted (else completed) from this day on.
    pub works_from: Option<Date>,
    /// What it asks of each facility type, by index in the catalogue.
    pub bodies: Vec<(usize, Body)>,
    /// What it asks of areas, where it speaks of them rather than of facilities.
    pub areas: Option<Areas>,
    /// Requirements that take its place where they apply.
    pub yields_to: Vec<usize>,
    /// Its own examples.
    pub cases: Vec<Case>,
    /// What decides a verdict, as it stands in the pack.
    pub written: Arc<str>,
}

/// What a requirement asks of areas.
#[derive(Debug, Clone, PartialEq)]
pub struct Areas {
    /// Areas of this level,
    pub level: Level,
    /// those below the standard's own one rather than that one itself.
    pub children: bool,
    /// What it asks of each.
    pub body: Body,
}

/// What a requirement asks of one facility type.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Where it applies.
    pub applies: Condition,
    /// "Where conditions allow": part of `applies`, silent without evidence.
    pub condition: Option<Condition>,
    /// All must hold; none where the clause has no pass mark.
    pub checks: Vec<Check>,
    /// What is measured where there is no check.
    pub measure: Option<Arc<Quantity>>,
}

/// One check of a requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Its id.
    pub id: CheckId,
    /// What must hold.
    pub test: Condition,
    /// Measured and required side, where it is a comparison.
    pub measure: Option<Measure>,
    /// What to do where it fails, instead of what the requirement says.
    pub remedy: Option<Arc<Bilingual>>,
}

/// The amounts of a check.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What is there.
    pub measured: Arc<Quantity>,
    /// What should be there.
    pub required: Arc<Quantity>,
    /// More is better (`>=`), rather than less.
    pub at_least: bool,
    /// Unit of both.
    pub unit: Option<UnitId>,
}

/// A number, or a date as a day number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// A constant in the canonical unit.
    Constant(Rational),
    /// A number this program puts in place of an undefined word.
    Parameter(Arc<Parameter>),
    /// The day of the audit.
    AsOf,
    /// A property of the subject.
    Property(usize),
    /// Two numbers combined.
    Arithmetic(Operator, Arc<Quantity>, Arc<Quantity>),
    /// A function of numbers.
    Call(Function, Vec<Arc<Quantity>>),
    /// The first row whose condition holds.
    FirstMatch(Vec<Row>),
    /// A number over other facilities.
    Aggregate(Arc<Aggregate>),
    /// The same number in an earlier round, at least so many days before the last.
    Earlier(Arc<Quantity>, i32),
}

/// A row of a table or of a deference: a condition and the number that goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// When it counts; always where missing.
    pub when: Option<Condition>,
    /// The number.
    pub value: Arc<Quantity>,
}

/// The four operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// Sum.
    Add,
    /// Difference.
    Subtract,
    /// Product.
    Multiply,
    /// Quotient.
    Divide,
}

/// Functions of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Function {
    /// The largest.
    Greatest,
    /// The smallest.
    Least,
    /// Rounded up.
    Ceil,
    /// Rounded down.
    Floor,
    /// The first that is recorded.
    Coalesce,
}

/// Something that holds, does not hold, or is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Always the same.
    Constant(bool),
    /// A yes-or-no property.
    Flag(usize),
    /// Two numbers compared.
    Compare(Comparison, Arc<Quantity>, Arc<Quantity>),
    /// A category property has one of these values.
    OneOf(usize, Vec<usize>),
    /// A text property reads like one of these.
    Reads(usize, Vec<String>),
    /// The contrary.
    Not(Box<Condition>),
    /// All of them.
    All(Vec<Condition>),
    /// Any of them.
    Any(Vec<Condition>),
    /// Every facility of an aggregate is as it should be.
    Every(Arc<Aggregate>),
    /// A number goes up from round to round.
    Rises(Rise),
    /// What other standards ask is met.
    Complies(Complies),
}

/// A number that has to go up, until it is where it should end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rise {
    /// In the latest round.
    pub now: Arc<Quantity>,
    /// In an earlier one.
    pub then: Arc<Quantity>,
    /// Here it may rest.
    pub end: Option<Arc<Quantity>>,
}

/// Other standards that have to be met.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Complies {
    /// Indices of the standards.
    pub standards: Vec<usize>,
    /// The property in which a surveyor says so.
    pub surveyed: Option<usize>,
}

/// How two numbers are compared; the rest is written with [`Condition::Not`] or sides exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// The same.
    Equal,
    /// Smaller.
    Less,
    /// Smaller or the same.
    AtMost,
}

impl Requirement {
    /// What it asks of a facility type; `None` where it does not speak of it.
    pub fn body(&self, facility_type: usize) -> Option<&Body> {
        self.bodies.iter().find(|(subject, _)| *subject == facility_type).map(|(_, body)| body)
    }
}

impl Body {
    /// The properties it looks at, each once, in their order.
    pub fn properties(&self) -> Vec<usize> {
        let mut found = Vec::new();
        let conditions = std::iter::once(&self.applies).chain(&self.condition);
        conditions.chain(self.checks.iter().map(|check| &check.test)).for_each(|one| one.visit(&mut found));
        self.measure.iter().for_each(|one| one.visit(&mut found));
        sorted(found)
    }
}

impl Check {
    /// The property it measures, where what it measures is one.
    pub fn measured_property(&self) -> Option<usize> {
        match *self.measure.as_ref()?.measured {
            Quantity::Property(number) => Some(number),
            _ => None,
        }
    }

    /// What it measures, or else the first property it looks at.
    pub fn about(&self) -> Option<usize> {
        self.measured_property().or_else(|| self.test.properties().first().copied())
    }

    /// The properties it looks at, each once, those it measures first.
    pub fn properties(&self) -> Vec<usize> {
        let mut found = Vec::new();
        self.measure.iter().for_each(|measure| measure.measured.visit(&mut found));
        found.extend(self.test.properties());
        let mut seen = BTreeSet::new();
        found.retain(|property| seen.insert(*property));
        found
    }
}

impl Condition {
    /// The properties it looks at, each once, in their order.
    pub fn properties(&self) -> Vec<usize> {
        let mut found = Vec::new();
        self.visit(&mut found);
        sorted(found)
    }

    fn visit(&self, found: &mut Vec<usize>) {
        match self {
            Self::Constant(_) | Self::Every(_) => {}
            Self::Flag(property) | Self::OneOf(property, _) | Self::Reads(property, _) => {
                found.push(*property);
            }
            Self::Complies(complies) => found.extend(complies.surveyed),
            Self::Rises(rise) => rise.now.visit(found),
            Self::Compare(_, left, right) => [left, right].into_iter().for_each(|side| side.visit(found)),
            Self::Not(inner) => inner.visit(found),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(found)),
        }
    }
}

impl Quantity {
    /// The properties of the subject it looks at, each once, in their order.
    pub fn properties(&self) -> Vec<usize> {
        let mut found = Vec::new();
        self.visit(&mut found);
        sorted(found)
    }

    fn visit(&self, found: &mut Vec<usize>) {
        match self {
            Self::Constant(_) | Self::Parameter(_) | Self::AsOf | Self::Aggregate(_) => {}
            Self::Property(property) => found.push(*property),
            Self::Earlier(value, _) => value.visit(found),
            Self::Arithmetic(_, left, right) => [left, right].into_iter().for_each(|side| side.visit(found)),
            Self::Call(_, parts) => parts.iter().for_each(|part| part.visit(found)),
            Self::FirstMatch(rows) => rows.iter().for_each(|row| {
                row.when.iter().for_each(|when| when.visit(found));
                row.value.visit(found);
            }),
        }
    }
}

fn sorted(mut properties: Vec<usize>) -> Vec<usize> {
    properties.sort_unstable();
    properties.dedup();
    properties
}
