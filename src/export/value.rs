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
        Known::Number(_) => {
            let interval = value.number().unwrap_or(Interval::UNBOUNDED);
            match interval.single().and_then(|single| number(single, property.kind)) {
                Some(value) => value,
                None => return (Value::Nothing, Some(range(interval, property.kind))),
            }
        }
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
fn range(interval: Interval, kind: Kind) -> String {
    let end = |end: Option<Rational>| end.map(|end| written(end, kind)).unwrap_or_default();
    format!("{}..{}", end(interval.low()), end(interval.high()))
}

fn written(end: Rational, kind: Kind) -> String {
    let day = if kind == Kind::Date { date_of(end).map(|day| day.to_string()) } else { None };
    day.or_else(|| decimal_text(end)).unwrap_or_else(|| end.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::day_number;

    fn interval(low: i128, high: i128) -> Interval {
        Interval::new(Some(low.into()), Some(high.into())).expect("an interval")
    }

    #[test]
    fn what_is_no_single_value_is_said_in_the_words_of_its_kind() {
        assert_eq!(range(interval(14, 17), Kind::Count), "14..17");
        assert_eq!(range(Interval::new(Some(3.into()), None).expect("an interval"), Kind::Length), "3..");
        let days = ["2022-12-01", "2022-12-31"].map(|day| day_number(day.parse().expect("a day")));
        let days = Interval::new(Some(days[0]), Some(days[1])).expect("an interval");
        assert_eq!(range(days, Kind::Date), "2022-12-01..2022-12-31");
        assert_eq!(written(Rational::new(1, 12), Kind::Ratio), "1/12");
    }
}
