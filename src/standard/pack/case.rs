//! The examples of a requirement: documentation and test in one.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeValue;

use super::fields::number;
use super::{Fields, Text};
use crate::model::{Outcome, Reason, Silence};
use crate::quantity::{Interval, Rational};

/// A facility made up for the purpose, and what an audit must say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Says the rule and the verdict.
    pub name: String,
    /// File of the packs, for messages.
    pub file: usize,
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// Where its names stand: properties, types, checks.
    pub names: Vec<(String, Range<usize>)>,
    /// The subject's type, where the requirement speaks of several.
    pub subject: Option<String>,
    /// The area that is the subject, where the requirement speaks of areas.
    pub jurisdiction: Option<String>,
    /// What is known of the subject.
    pub given: Vec<(String, Given)>,
    /// What was known of it in an earlier round, where there was one.
    pub earlier: Option<Vec<(String, Given)>>,
    /// Other facilities.
    pub others: Vec<Other>,
    /// Types declared to be complete in the standard's territory on the day.
    pub complete: Vec<String>,
    /// The day of the audit, where it matters.
    pub as_of: Option<Date>,
    /// The verdict.
    pub outcome: Option<Outcome>,
    /// Why it is open, where the case says so.
    pub reason: Option<Reason>,
    /// Why it is untested, where the case says so.
    pub silence: Option<Silence>,
    /// How much is missing, where the case says so.
    pub shortfall: Option<Interval>,
    /// What is required, where the case says so.
    pub required: Option<Interval>,
    /// Outcomes of single checks, where the case says so.
    pub checks: Vec<(String, Outcome)>,
}

/// A facility beside the subject of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// Its type.
    pub facility_type: String,
    /// What is known of it.
    pub given: Vec<(String, Given)>,
    /// What was known of it in an earlier round, where there was one.
    pub earlier: Option<Vec<(String, Given)>>,
}

impl Other {
    /// Its id: the one it is given, else one by its place in the list.
    pub fn id(&self, nth: usize) -> String {
        let given = self.given.iter().find_map(|(name, given)| match given {
            Given::Text(id) if name == "id" => Some(id.clone()),
            _ => None,
        });
        given.unwrap_or_else(|| format!("other-{}", nth + 1))
    }
}

/// A value as a case gives it.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Yes or no.
    Flag(bool),
    /// A number or an interval `[low, high]`, in the canonical unit.
    Number(Interval),
    /// A category, a date, a text; or one of the words of [`UNKNOWN`] and [`CONFLICT`].
    Text(String),
}

impl std::fmt::Display for Given {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Flag(flag) => flag.fmt(out),
            Self::Number(value) => value.fmt(out),
            Self::Text(text) => write!(out, "{text:?}"),
        }
    }
}

/// Given so, a property was recorded as unknown.
pub const UNKNOWN: &str = "?";
/// Given so, its observations contradict each other.
pub const CONFLICT: &str = "!";

const OUTCOMES: [&str; 5] = ["passed", "failed", "cantTell", "inapplicable", "untested"];
const REASONS: [&str; 9] = [
    "conflict",
    "not_surveyed",
    "recorded_unknown",
    "straddles_threshold",
    "inventory_not_complete",
    "condition_not_evidenced",
    "deference_unresolved",
    "needs_second_observation",
    "division_by_zero",
];
const SILENCES: [&str; 4] = ["no_threshold", "not_in_force", "out_of_scope", "no_register"];

pub(super) fn read(fields: &mut Fields<'_>) -> Vec<Case> {
    let items = fields.items("case");
    items.into_iter().filter_map(|item| fields.within(item, case)).collect()
}

fn case(fields: &mut Fields<'_>) -> Case {
    let outcome: Option<Outcome> = {
        fields.must("outcome");
        fields.choice("outcome", &OUTCOMES)
    };
    let silent = outcome == Some(Outcome::Untested);
    let mut names = Names::default();
    let mut case = Case {
        name: fields.must("name").value,
        file: fields.file(),
        span: fields.span(),
        names: Vec::new(),
        subject: fields.text("subject").map(|text| names.noted(text)),
        jurisdiction: fields.text("jurisdiction").map(|text| text.value),
        given: fields.inner("given", |fields| given(fields, &mut names)).unwrap_or_default(),
        earlier: fields.inner("earlier", |fields| given(fields, &mut names)),
        others: others(fields, &mut names),
        complete: fields.texts("complete").into_iter().map(|text| names.noted(text)).collect(),
        as_of: fields.date("as_of"),
        reason: if silent { None } else { fields.choice("reason", &REASONS) },
        silence: if silent { fields.choice("reason", &SILENCES) } else { None },
        outcome,
        shortfall: interval_field(fields, "shortfall"),
        required: interval_field(fields, "required"),
        checks: fields.inner("checks", |fields| checks(fields, &mut names)).unwrap_or_default(),
    };
    case.names = names.0;
    case
}

/// Where the names of a case stand.
#[derive(Default)]
struct Names(Vec<(String, Range<usize>)>);

impl Names {
    fn noted(&mut self, text: Text) -> String {
        self.0.push((text.value.clone(), text.span));
        text.value
    }
}

fn given(fields: &mut Fields<'_>, names: &mut Names) -> Vec<(String, Given)> {
    given_but(fields, names, &[])
}

/// The values of a table, without the fields that are none.
fn given_but(fields: &mut Fields<'_>, names: &mut Names, without: &[&str]) -> Vec<(String, Given)> {
    let all = fields.all().into_iter().filter(|(name, _)| !without.contains(&name.value.as_str()));
    let one = |(name, value): (Text, _)| Some((names.noted(name), given_value(fields, value)?));
    all.filter_map(one).collect()
}

fn others(fields: &mut Fields<'_>, names: &mut Names) -> Vec<Other> {
    let mut other = |fields: &mut Fields<'_>| Other {
        facility_type: names.noted(fields.must("type")),
        earlier: fields.inner("earlier", |fields| given(fields, names)),
        given: given_but(fields, names, &["type", "earlier"]),
    };
    let items = fields.items("others");
    items.into_iter().filter_map(|item| fields.within(item, &mut other)).collect()
}

fn given_value(fields: &mut Fields<'_>, value: &Spanned<DeValue<'_>>) -> Option<Given> {
    match value.get_ref() {
        DeValue::Boolean(flag) => Some(Given::Flag(*flag)),
        DeValue::String(text) => Some(Given::Text(text.to_string())),
        DeValue::Datetime(date) => Some(Given::Text(date.to_string())),
        _ => interval(fields, value).map(Given::Number),
    }
}

fn checks(fields: &mut Fields<'_>, names: &mut Names) -> Vec<(String, Outcome)> {
    let mut found = Vec::new();
    for (name, value) in fields.all() {
        let Some(text) = fields.as_text(value) else { continue };
        match serde_json::from_value(serde_json::Value::String(text.value.clone())) {
            Ok(outcome) => found.push((names.noted(name), outcome)),
            Err(_) => fields.unknown("mistake-unknown-word", &text, &OUTCOMES),
        }
    }
    found
}

fn interval_field(fields: &mut Fields<'_>, name: &'static str) -> Option<Interval> {
    let value = fields.value(name)?;
    interval(fields, value)
}

/// A number, a fraction `"1/12"`, or `[low, high]` with `"inf"` for no bound.
fn interval(fields: &mut Fields<'_>, value: &Spanned<DeValue<'_>>) -> Option<Interval> {
    let found = match value.get_ref() {
        DeValue::Array(ends) => match ends.iter().map(|one| end(one.get_ref())).collect::<Vec<_>>()[..] {
            [Some(low), Some(high)] => Interval::new(low, high),
            _ => None,
        },
        one => rational(one).map(Interval::exact),
    };
    if found.is_none() {
        fields.wrong(value.span(), crate::locale::Message::new("mistake-no-interval"), None);
    }
    found
}

fn rational(value: &DeValue<'_>) -> Option<Rational> {
    let text = value.as_str();
    let fraction = text.and_then(|text| text.split_once('/')).and_then(|(above, below)| {
        let (above, below) = (above.trim().parse().ok()?, below.trim().parse::<i128>().ok()?);
        (below != 0).then(|| Rational::new(above, below))
    });
    fraction.or_else(|| number(value))
}

/// One end of an interval: `Some(None)` is no bound, `None` a mistake.
#[expect(clippy::option_option, reason = "a mistake and an open end are two different things")]
fn end(value: &DeValue<'_>) -> Option<Option<Rational>> {
    match value.as_str() {
        Some("inf" | "-inf") => Some(None),
        _ => rational(value).map(Some),
    }
}
