//! What lies beyond a row, brought near: columns beside those that were surveyed.
//!
//! Numbers over other facilities, numbers of earlier rounds, and whatever
//! integers do not hold exactly are worked out for all rows before the blocks
//! are judged. From there on they are properties like any other.

use std::sync::Arc;

use super::coalesce::is_counted;
use super::graph::Graph;
use super::{earlier, keep, rank, reach, sample, way};
use crate::audit::reference::Estimate;
use crate::inventory::{Cell, Column, Status, Value};
use crate::quantity::Truth;
use crate::standard::aggregate::{Aggregate, Figure};
use crate::standard::program::{Comparison, Condition, Function, Quantity, Rise, Row};

/// Something that is worked out for every row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Fact {
    /// A number over other facilities, or of an earlier round.
    Number(Arc<Quantity>),
    /// Whether every one is as it should be.
    Every(Arc<Aggregate>),
    /// Whether there is certainly none.
    None(Arc<Aggregate>),
    /// What a step says, for numbers that rest on it.
    Step(usize),
}

/// A number nobody knows anything of.
pub(super) fn cell(estimate: &Estimate) -> Cell {
    let status = match (estimate.causes.is_empty(), estimate.is_contradicted()) {
        (true, _) => Status::Known,
        (false, true) => Status::Conflict,
        (false, false) => Status::NotSurveyed,
    };
    Cell { status, value: estimate.value.into() }
}

/// Whether something is so.
pub(super) fn flag(truth: Truth) -> Cell {
    let status = if truth == Truth::Unknown { Status::NotSurveyed } else { Status::Known };
    Cell { status, value: Value::Flag(truth) }
}

impl Graph<'_> {
    /// A number that rests on columns alone.
    pub(super) fn near(&mut self, quantity: &Arc<Quantity>) -> Arc<Quantity> {
        if reach::of_quantity(quantity).is_some() {
            return Arc::clone(quantity);
        }
        Arc::new(match &**quantity {
            Quantity::Aggregate(_) | Quantity::Earlier(..) => {
                Quantity::Property(self.fact(Fact::Number(Arc::clone(quantity))))
            }
            Quantity::Call(Function::Coalesce, parts) if parts.iter().any(|part| is_counted(part)) => {
                Quantity::Property(self.fact(Fact::Number(Arc::clone(quantity))))
            }
            Quantity::Arithmetic(operator, left, right) => {
                Quantity::Arithmetic(*operator, self.near(left), self.near(right))
            }
            Quantity::Call(function, parts) => {
                Quantity::Call(*function, parts.iter().map(|part| self.near(part)).collect())
            }
            Quantity::FirstMatch(rows) => {
                Quantity::FirstMatch(rows.iter().map(|row| self.near_row(row)).collect())
            }
            own => own.clone(),
        })
    }

    fn near_row(&mut self, row: &Row) -> Row {
        Row { when: row.when.as_ref().map(|when| self.near_condition(when)), value: self.near(&row.value) }
    }

    /// A condition that rests on columns alone.
    pub(super) fn near_condition(&mut self, condition: &Condition) -> Condition {
        if reach::of_condition(condition).is_some() {
            return condition.clone();
        }
        match condition {
            Condition::Compare(how, left, right) => {
                Condition::Compare(*how, self.near(left), self.near(right))
            }
            Condition::Not(inner) => Condition::Not(Box::new(self.near_condition(inner))),
            Condition::All(parts) => {
                Condition::All(parts.iter().map(|part| self.near_condition(part)).collect())
            }
            Condition::Any(parts) => {
                Condition::Any(parts.iter().map(|part| self.near_condition(part)).collect())
            }
            Condition::Every(aggregate) => Condition::Flag(self.fact(Fact::Every(Arc::clone(aggregate)))),
            Condition::Rises(rise) => self.rising(rise),
            Condition::Complies(_) => {
                let step = self.condition(condition);
                Condition::Flag(self.fact(Fact::Step(step)))
            }
            own => own.clone(),
        }
    }

    /// It was less, or it was no more and is where it may rest.
    fn rising(&mut self, rise: &Rise) -> Condition {
        let (now, then) = (self.near(&rise.now), self.near(&rise.then));
        let compare = |how, one: &Arc<Quantity>, other: &Arc<Quantity>| {
            Condition::Compare(how, one.clone(), other.clone())
        };
        let grew = compare(Comparison::Less, &then, &now);
        let Some(end) = &rise.end else { return grew };
        let end = self.near(end);
        let rests = [compare(Comparison::AtMost, &then, &now), compare(Comparison::Equal, &now, &end)];
        Condition::Any(vec![grew, Condition::All(rests.into())])
    }

    /// The step that is true where a fact is.
    pub(super) fn holds(&mut self, fact: Fact) -> usize {
        let property = self.fact(fact);
        self.condition(&Condition::Flag(property))
    }

    /// The property a fact has become.
    pub(super) fn fact(&mut self, fact: Fact) -> usize {
        if let Some(known) = self.facts.get(&fact) {
            return *known;
        }
        let column = match &fact {
            Fact::Number(quantity) => self.number_column(quantity),
            Fact::Every(aggregate) => {
                self.counted(aggregate, |found| flag(found.counts.every(found.complete)))
            }
            Fact::None(aggregate) => {
                self.counted(aggregate, |found| flag((found.counts.is_none() && found.complete).into()))
            }
            Fact::Step(step) => Column::of(keep::truths(self, *step).into_iter().map(flag)),
        };
        let property = self.add(column);
        self.facts.insert(fact, property);
        property
    }

    fn number_column(&mut self, quantity: &Quantity) -> Column {
        match quantity {
            Quantity::Earlier(value, days) => earlier::column(self, value, *days),
            Quantity::Aggregate(aggregate) => match &aggregate.figure {
                Figure::Nearest => way::nearest(self, aggregate),
                Figure::Rank(to) => rank::column(self, aggregate, to),
                _ => self.counted(aggregate, |found| found.cell(aggregate)),
            },
            Quantity::Call(_, parts) => self.coalesced(parts),
            own => Column::of(self.cells(&Arc::new(own.clone()))),
        }
    }

    fn add(&mut self, column: Column) -> usize {
        self.worked_out.push(column);
        self.properties() + self.worked_out.len() - 1
    }

    /// The property that a number of several has become.
    pub(super) fn worked_out(&mut self, quantity: &Arc<Quantity>) -> usize {
        let column = Column::of(self.cells(quantity));
        self.add(column)
    }

    /// What a number is for every row, exactly.
    pub(super) fn cells(&mut self, quantity: &Arc<Quantity>) -> Vec<Cell> {
        let near = self.near(quantity);
        let sample = sample::of(self, &reach::of_quantity(&near).unwrap_or_default());
        sample.each(self, |facility| cell(&facility.estimate(&near)))
    }

    /// The step of a condition that integers do not decide.
    pub(super) fn decided_by_row(&mut self, condition: &Condition) -> usize {
        let near = self.near_condition(condition);
        let sample = sample::of(self, &reach::of_condition(&near).unwrap_or_default());
        let column = Column::of(sample.each(self, |facility| flag(facility.judge(&near).truth)));
        let property = self.add(column);
        self.condition(&Condition::Flag(property))
    }
}
