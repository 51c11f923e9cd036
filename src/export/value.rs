//! A cell of the inventory as other programs have it.

use num_traits::ToPrimitive as _;

use crate::inventory::{Cell, Status, Value as Known};
use crate::model::{Kind, Property, date_of};
use crate::quantity::{Interval, Rational, Truth, decimal_text};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing, or nothing that is one value.
    Nothing,
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Real(f64),
    /// Yes or no.
    Flag(bool),
    /// A text, a day, the id of a category's value.
    Text(String),
}

/// The value of a cell, and what is to be said where it has none that can be written.
pub(super) fn value(cell: &Cell, property: &Property) -> (Value, Option<String>) {
    let status = match cell.status {
        Status::Known => return known(&cell.value, property),
        Status::NotSurveyed => None,
        Status::RecordedUnknown => Some("unknown"),
        Status::NotApplicable => Some("not applicable"),
        Status::Conflict => Some("conflict"),
    };
    (Value::Nothing, status.map(str::to_owned))
}

fn known(value: &Known, property: &Property) -> (Value, Option<String>) {
    let value = match value {
        Known::Number(interval) => match interval.single().and_then(|single| number(single, property.kind)) {
            Some(value) => value,
            None => return (Value::Nothing, Some(range(*interval))),
        },
        Known::Flag(Truth::Unknown) | Known::Category(None) | Known::Text(None) => Value::Nothing,
        Known::Flag(truth) => Value::Flag(*truth == Truth::True),
        Known::Category(Some(index)) => {
            property.values.get(*index).map_or(Value::Nothing, |value| Value::Text(value.id.to_string()))
        }
        Known::Text(Some(text)) => Value::Text(text.to_string()),
    };
    (value, None)
}

fn number(single: Rational, kind: Kind) -> Option<Value> {
    if kind == Kind::Date {
        return date_of(single).map(|day| Value::Text(day.to_string()));
    }
    let whole = || i64::try_from(single.to_integer()).ok().map(Value::Whole);
    if kind == Kind::Count && single.is_integer() { whole() } else { real(single).map(Value::Real) }
}

fn real(number: Rational) -> Option<f64> {
    Some(number.numer().to_f64()? / number.denom().to_f64()?)
}

/// `14..17`, with an open end where nothing is known.
fn range(interval: Interval) -> String {
    let end = |end: Option<Rational>| {
        end.map(|end| decimal_text(end).unwrap_or_else(|| end.to_string())).unwrap_or_default()
    };
    format!("{}..{}", end(interval.low()), end(interval.high()))
}
