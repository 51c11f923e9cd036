//! Days as numbers, and deadlines with the precision they are written in.

use jiff::civil::Date;

use crate::quantity::Rational;

/// Days since 1970-01-01, the canonical form of a date in an interval.
pub fn day_number(date: Date) -> Rational {
    let days = (date - epoch()).get_days();
    Rational::from_integer(i128::from(days))
}

/// The date of a day number; `None` outside the calendar.
pub fn date_of(day: Rational) -> Option<Date> {
    let days = i64::try_from(day.to_integer()).ok()?;
    epoch().checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn epoch() -> Date {
    Date::constant(1970, 1, 1)
}

/// The last day on which a duty can be met in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// Last day of the period, where it is known.
    pub date: Option<Date>,
    /// How exactly the document says it.
    pub precision: Precision,
    /// Taken from the plan's horizon, not written in the clause.
    pub inferred: bool,
}

/// How exactly a document states a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// A day.
    Day,
    /// A month; the date is its last day.
    Month,
    /// A year; the date is 31 December.
    Year,
    /// The end of the plan.
    PlanEnd,
    /// Something that happens; never overdue without a date.
    Event,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lead_back_to_dates() {
        for text in ["1970-01-01", "2022-04-01", "1899-12-31"] {
            let date: Date = text.parse().expect(text);
            assert_eq!(date_of(day_number(date)), Some(date));
        }
    }
}
