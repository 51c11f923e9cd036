//! What an expression looks at: the one place that decides how it is evaluated.
//!
//! `Some` of a set of properties: nothing else of the subject, and nothing of
//! any other subject, is looked at. A kind of condition or quantity that looks
//! further (at parts, other facilities, places, other rounds) gives `None`, and
//! the reference evaluator is asked for each row.

use std::collections::BTreeSet;

use crate::standard::program::{Condition, Quantity, Row};

type Properties = BTreeSet<usize>;

pub(super) fn of_condition(condition: &Condition) -> Option<Properties> {
    match condition {
        Condition::Constant(_) => Some(Properties::new()),
        Condition::Flag(property) | Condition::OneOf(property, _) | Condition::Reads(property, _) => {
            Some(Properties::from([*property]))
        }
        Condition::Compare(_, left, right) => union([left, right].map(|side| of_quantity(side))),
        Condition::Not(inner) => of_condition(inner),
        Condition::All(parts) | Condition::Any(parts) => union(parts.iter().map(of_condition)),
        Condition::Every(_) | Condition::Rises(_) | Condition::Complies(_) => None,
    }
}

pub(super) fn of_quantity(quantity: &Quantity) -> Option<Properties> {
    match quantity {
        Quantity::Constant(_) | Quantity::Parameter(_) | Quantity::AsOf => Some(Properties::new()),
        Quantity::Property(property) => Some(Properties::from([*property])),
        Quantity::Arithmetic(_, left, right) => union([left, right].map(|side| of_quantity(side))),
        Quantity::Call(_, parts) => union(parts.iter().map(|part| of_quantity(part))),
        Quantity::FirstMatch(rows) => union(rows.iter().map(of_row)),
        Quantity::Aggregate(_) | Quantity::Earlier(..) => None,
    }
}

fn of_row(row: &Row) -> Option<Properties> {
    union([row.when.as_ref().map_or_else(|| Some(Properties::new()), of_condition), of_quantity(&row.value)])
}

fn union(parts: impl IntoIterator<Item = Option<Properties>>) -> Option<Properties> {
    parts.into_iter().try_fold(Properties::new(), |mut all, part| {
        all.extend(part?);
        Some(all)
    })
}
