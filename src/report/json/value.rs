//! Exact numbers in JSON.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::quantity::{Interval, Rational, decimal_text};

/// The most digits that every reader of JSON keeps exactly.
const SAFE_DIGITS: u32 = 15;

/// Whole numbers below this have no more digits, and need no text to be counted in.
const SAFE_WHOLE: u64 = 10_u64.pow(SAFE_DIGITS);

/// An interval: a missing end is unbounded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// Lowest possible value; null is unbounded.
    pub low: Option<Number>,
    /// Highest possible value; null is unbounded.
    pub high: Option<Number>,
}

/// A number that is known exactly, or the interval it is in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Amount {
    /// The only possible value.
    Exact(Number),
    /// Every possible value.
    Between(Ends),
}

/// A number where that is exact, else a fraction as text (`"1/12"`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Number {
    /// At most 15 significant digits.
    Decimal(serde_json::Number),
    /// Everything else.
    Fraction(String),
}

impl From<Interval> for Ends {
    fn from(value: Interval) -> Self {
        Self { low: value.low().map(Number::from), high: value.high().map(Number::from) }
    }
}

impl From<Interval> for Amount {
    fn from(value: Interval) -> Self {
        value.single().map_or_else(|| Self::Between(value.into()), |only| Self::Exact(only.into()))
    }
}

impl From<Rational> for Number {
    fn from(value: Rational) -> Self {
        let whole = value.is_integer().then(|| i64::try_from(*value.numer()).ok()).flatten();
        if let Some(whole) = whole.filter(|whole| whole.unsigned_abs() < SAFE_WHOLE) {
            return Self::Decimal(whole.into());
        }
        let decimal = decimal_text(value).filter(|text| significant(text) <= SAFE_DIGITS as usize);
        let number = decimal.and_then(|text| text.parse().ok());
        number.map_or_else(|| Self::Fraction(value.to_string()), Self::Decimal)
    }
}

fn significant(decimal: &str) -> usize {
    let digits: String = decimal.chars().filter(char::is_ascii_digit).collect();
    let is_whole = !decimal.contains('.');
    let digits = digits.trim_start_matches('0');
    if is_whole { digits.trim_end_matches('0').len() } else { digits.len() }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number where that is exact in 15 significant digits, else a fraction as text (\"1/12\").",
            "oneOf": [{ "type": "number" }, { "type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$" }],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: Rational) -> String {
        serde_json::to_string(&Number::from(value)).expect("serialises")
    }

    #[test]
    fn short_decimals_are_numbers_and_the_rest_is_text() {
        assert_eq!(json(2.into()), "2");
        assert_eq!(json(Rational::new(-3, 100)), "-0.03");
        assert_eq!(json(Rational::new(1, 12)), "\"1/12\"");
        assert_eq!(json(999_999_999_999_999_i128.into()), "999999999999999");
        assert_eq!(json(1_234_567_890_123_456_i128.into()), "\"1234567890123456\"");
        assert_eq!(json(Rational::new(1_234_567_890_123_457, 10)), "\"1234567890123457/10\"");
    }

    #[test]
    fn an_open_end_is_null() {
        let ends = Ends::from(Interval::new(Some(3.into()), None).expect("in order"));
        assert_eq!(serde_json::to_string(&ends).expect("serialises"), r#"{"low":3,"high":null}"#);
    }

    #[test]
    fn an_exact_amount_stands_alone() {
        let json = |value: Interval| serde_json::to_string(&Amount::from(value)).expect("serialises");
        assert_eq!(json(Interval::exact(3)), "3");
        assert_eq!(json(Interval::exact(Rational::new(1, 12))), "\"1/12\"");
        assert_eq!(json(Interval::UNBOUNDED), r#"{"low":null,"high":null}"#);
    }
}
