//! What is known of a property, as it would be written in a cell.

use crate::inventory::{Cell, Value};
use crate::locale::Locale;
use crate::model::{Kind, Property, date_of};
use crate::quantity::{Interval, Rational, Truth, decimal_text};

/// Yes and no.
pub(super) fn flags(locale: &Locale) -> [String; 2] {
    ["template-yes", "template-no"].map(|key| locale.text(key))
}

/// The words of a cell; none where nothing is known.
pub(super) fn words(cell: &Cell, property: &Property, locale: &Locale) -> Option<String> {
    if !cell.is_known() {
        return None;
    }
    match &cell.value {
        Value::Number(_) => cell.number().map(|interval| range(interval, property.kind)),
        Value::Flag(Truth::Unknown) | Value::Category(None) | Value::Text(None) => None,
        Value::Flag(truth) => {
            let [yes, no] = flags(locale);
            Some(if *truth == Truth::True { yes } else { no })
        }
        Value::Category(Some(index)) => {
            property.values.get(*index).map(|value| value.label.text(locale.language).to_owned())
        }
        Value::Text(Some(text)) => Some(text.to_string()),
    }
}

/// `14`, `14-17`, `>=14`, `<=17`.
fn range(interval: Interval, kind: Kind) -> String {
    let written = |end: Rational| {
        let day = if kind == Kind::Date { date_of(end).map(|day| day.to_string()) } else { None };
        day.or_else(|| decimal_text(end)).unwrap_or_else(|| end.to_string())
    };
    match (interval.low().map(written), interval.high().map(written)) {
        (Some(low), Some(high)) if low == high => low,
        (Some(low), Some(high)) => format!("{low}-{high}"),
        (Some(low), None) => format!(">={low}"),
        (None, Some(high)) => format!("<={high}"),
        (None, None) => String::new(),
    }
}
