//! Days as numbers, and deadlines with the precision they are written in.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

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

/// A time as people write it: with a time zone, in China's time without one, or a day.
///
/// A day is its last second: what is known on a day need not be known before it ends.
pub fn time_of(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let zoned = || text.parse::<Timestamp>().ok();
    let local = || text.parse::<DateTime>().ok().and_then(in_china);
    match text.parse::<Date>() {
        Ok(day) if text.len() <= "2026-11-22".len() => end_of(day),
        _ => zoned().or_else(local),
    }
}

/// The last second of a day in China.
pub fn end_of(day: Date) -> Option<Timestamp> {
    in_china(day.at(23, 59, 59, 0))
}

/// All of China keeps one time.
fn in_china(time: DateTime) -> Option<Timestamp> {
    Offset::constant(8).to_timestamp(time).ok()
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

    #[test]
    fn a_time_without_zone_is_chinas_and_a_day_is_its_end() {
        let said = |text| time_of(text).map(|time| time.to_string());
        assert_eq!(said("2026-03-01T08:00:00Z"), Some("2026-03-01T08:00:00Z".into()));
        assert_eq!(said("2026-03-01T08:00:00+08:00"), Some("2026-03-01T00:00:00Z".into()));
        assert_eq!(said(" 2026-03-01 08:00 "), Some("2026-03-01T00:00:00Z".into()));
        assert_eq!(said("2026-03-01"), Some("2026-03-01T15:59:59Z".into()));
        assert_eq!([said("yesterday"), said("2026-02-30"), said("")], [None, None, None]);
    }
}
