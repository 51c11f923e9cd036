//! Rows of JSON that what is said of standards has in common.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{PropertyId, Sample, SampleValue, Span};
use crate::report::json::Number;

/// A property of a facility made up to show something.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::standard) struct SampleRow {
    /// The property.
    property: PropertyId,
    /// Its value: yes or no, a number in the canonical unit (a date as its day number), a category or a text.
    value: ValueRow,
}

#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum ValueRow {
    Flag(bool),
    Number(Number),
    Word(String),
}

/// Where the amounts that two requirements ask for differ, in one way throughout.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::standard) struct SpanRow {
    /// What the amounts depend on; null where they are fixed.
    property: Option<PropertyId>,
    /// The first value of it at which they differ.
    from: Option<Number>,
    /// The last one; null where it goes on as far as was tried.
    to: Option<Number>,
    /// At how many of the values in between they differ; null where at all of them.
    only: Option<u64>,
    /// What each of the two asks for at the first value.
    required: [Number; 2],
    /// Which of the two is stricter: 0 the first, 1 the second.
    stricter: usize,
    /// What else is so there, as far as it is not so everywhere: an example.
    given: Vec<SampleRow>,
}

impl From<&Span> for SpanRow {
    fn from(span: &Span) -> Self {
        Self {
            property: span.driver.clone(),
            from: span.from.map(Number::from),
            to: span.to.map(Number::from),
            only: span.only,
            required: span.required.map(Number::from),
            stricter: span.stricter,
            given: samples(&span.given),
        }
    }
}

/// The rows of a facility that was made up.
pub(in crate::report::standard) fn samples(sample: &[Sample]) -> Vec<SampleRow> {
    let value = |value: &SampleValue| match value {
        SampleValue::Flag(flag) => ValueRow::Flag(*flag),
        SampleValue::Number(number) => match number.single() {
            Some(number) => ValueRow::Number(number.into()),
            None => ValueRow::Word(number.to_string()),
        },
        SampleValue::Word(word) => ValueRow::Word(word.to_string()),
    };
    let row = |one: &Sample| SampleRow { property: one.property.clone(), value: value(&one.value) };
    sample.iter().map(row).collect()
}
