//! Numbers, ranges and their units, as people read them.

use num_traits::{CheckedMul as _, One as _, ToPrimitive as _, Zero as _};

use super::Context;
use crate::locale::Message;
use crate::model::{Kind, PropertyId, TypeId, UnitId, date_of};
use crate::quantity::{Interval, Rational, decimal_text, grouped};

/// What the numbers of a measure stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scale {
    /// Numbers with a unit, where one is named.
    Number(Option<UnitId>),
    /// Shares and slopes.
    Ratio,
    /// Days of the calendar, as day numbers.
    Day,
}

impl Scale {
    /// The scale of a measure, by its unit or else by the property it looks at.
    pub(super) fn of(
        unit: Option<&UnitId>,
        facility_type: &TypeId,
        properties: &[PropertyId],
        context: Context<'_>,
    ) -> Self {
        match (unit.map(UnitId::as_str), kind(facility_type, properties, context)) {
            (Some("ratio"), _) | (None, Some(Kind::Ratio)) => Self::Ratio,
            (Some("date"), _) | (None, Some(Kind::Date)) => Self::Day,
            _ => Self::Number(unit.cloned()),
        }
    }

    /// Lengths and distances.
    pub(super) fn metres() -> Self {
        Self::Number(Some("m".into()))
    }

    /// The scale of a difference: two days are days apart.
    pub(super) fn of_difference(self) -> Self {
        match self {
            Self::Day => Self::Number(Some("day".into())),
            other => other,
        }
    }
}

fn kind(facility_type: &TypeId, properties: &[PropertyId], context: Context<'_>) -> Option<Kind> {
    let (_, found) = context.catalogue.facility_type(facility_type.as_str())?;
    Some(found.property(properties.first()?.as_str())?.1.kind)
}

/// An interval in words: `2 个`, `14–17 个`, `至少 3 个`, `未知`.
pub(super) fn amount(value: Interval, scale: &Scale, context: Context<'_>) -> String {
    let end = |end: Rational, round: Round| number(end, round, scale);
    let say = |key: &str, low: String, high: String| {
        context.locale.say(&Message::new(key).with("low", low).with("high", high))
    };
    let none = String::new;
    let text = match (value.low(), value.high()) {
        (Some(low), Some(high)) if low == high => end(low, Round::Nearest),
        (Some(low), Some(high)) => say("report-amount-range", end(low, Round::Down), end(high, Round::Up)),
        (Some(low), None) if low.is_zero() => return context.locale.text("report-amount-unknown"),
        (Some(low), None) => say("report-amount-least", end(low, Round::Down), none()),
        (None, Some(high)) => say("report-amount-most", none(), end(high, Round::Up)),
        (None, None) => return context.locale.text("report-amount-unknown"),
    };
    let last = value.high().or(value.low());
    let is_one = value.low() == last && last.is_some_and(|last| last.is_one());
    with_unit(text, is_one, scale, context)
}

fn with_unit(text: String, is_one: bool, scale: &Scale, context: Context<'_>) -> String {
    match scale {
        Scale::Number(Some(unit)) => format!("{text} {}", unit_name(unit, is_one, context)),
        _ => text,
    }
}

/// The name of a unit; English has a plural.
pub(super) fn unit_name(unit: &UnitId, is_one: bool, context: Context<'_>) -> String {
    let language = context.locale.language;
    match context.catalogue.unit(unit) {
        Some(found) if language == crate::locale::Language::En && !is_one && !found.plural.is_empty() => {
            found.plural.clone()
        }
        Some(found) => found.label.text(language).to_owned(),
        None => unit.to_string(),
    }
}

/// Stands before a single number that is rounded.
const ABOUT: char = '≈';

/// Where a number without short decimal text goes: never inwards.
#[derive(Clone, Copy)]
enum Round {
    Down,
    Nearest,
    Up,
}

fn number(value: Rational, round: Round, scale: &Scale) -> String {
    match scale {
        Scale::Number(_) => short(value, 4, round),
        Scale::Ratio => ratio(value, round),
        Scale::Day => date_of(value).map_or_else(|| value.to_string(), |date| date.to_string()),
    }
}

/// The flattest slope that is told as `1:1000`; anything less is a difference of slopes, told in percent.
const FLATTEST: i128 = 1000;

/// Percent; a single value without short percent text (a twelfth) as `1:12` where that is whole.
fn ratio(value: Rational, round: Round) -> String {
    let Some(percent) = value.checked_mul(&Rational::from_integer(100)) else { return value.to_string() };
    let text = short(percent, 2, round);
    if text.starts_with(ABOUT) && value.numer().is_one() && *value.denom() <= FLATTEST {
        return format!("1:{}", value.denom());
    }
    format!("{text} %")
}

/// Grouped decimal text of at most so many places; `≈` where it is rounded to the nearest.
fn short(value: Rational, places: u32, round: Round) -> String {
    let scale = Rational::from_integer(10_i128.pow(places));
    let Some(scaled) = value.checked_mul(&scale) else { return value.to_string() };
    let whole = match round {
        Round::Down => scaled.floor(),
        Round::Nearest => scaled.round(),
        Round::Up => scaled.ceil(),
    };
    let text = grouped(&decimal_text(whole / scale).unwrap_or_else(|| value.to_string()));
    let is_about = matches!(round, Round::Nearest) && whole != scaled;
    if is_about { format!("{ABOUT}{text}") } else { text }
}

/// A count with thousands separators.
pub(super) fn count(number: impl Into<u64>) -> String {
    grouped(&number.into().to_string())
}

/// The same for the length of a list.
pub(super) fn length(number: usize) -> String {
    count(number.to_u64().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Locale};
    use crate::model::day_number;
    use crate::report::sample;

    fn said(language: Language, low: Option<Rational>, high: Option<Rational>, scale: &Scale) -> String {
        let (locale, catalogue) = (Locale::new(language), sample::catalogue());
        let value = Interval::new(low, high).expect("in order");
        amount(
            value,
            scale,
            Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() },
        )
    }

    fn bays() -> Scale {
        Scale::Number(Some("bay".into()))
    }

    #[test]
    fn counts_are_grouped_and_carry_their_unit() {
        let one = Some(1.into());
        assert_eq!(said(Language::Zh, one, one, &bays()), "1 个");
        assert_eq!(said(Language::En, one, one, &bays()), "1 bay");
        assert_eq!(said(Language::En, one, None, &bays()), "at least 1 bay");
        assert_eq!(said(Language::En, Some(14.into()), Some(12_345.into()), &bays()), "14–12,345 bays");
    }

    #[test]
    fn open_ends_are_said_in_words() {
        assert_eq!(said(Language::Zh, Some(3.into()), None, &bays()), "至少 3 个");
        assert_eq!(said(Language::Zh, None, Some(3.into()), &bays()), "至多 3 个");
        assert_eq!(said(Language::Zh, Some(0.into()), None, &bays()), "未知");
        assert_eq!(said(Language::Zh, None, None, &bays()), "未知");
    }

    #[test]
    fn ratios_are_percent_or_one_in_so_many() {
        let say = |value: Rational| said(Language::Zh, Some(value), Some(value), &Scale::Ratio);
        assert_eq!(say(Rational::new(1, 50)), "2 %");
        assert_eq!(say(Rational::new(1, 12)), "1:12");
        assert_eq!(say(Rational::new(2, 3)), "≈66.67 %");
        assert_eq!(say(Rational::new(1, 2256)), "≈0.04 %");
        let range = said(Language::Zh, Some(Rational::new(2, 30)), Some(Rational::new(2, 7)), &Scale::Ratio);
        assert_eq!(range, "6.66 %–28.58 %");
    }

    #[test]
    fn days_are_dates() {
        let day = Some(day_number(sample::day("2022-04-01")));
        assert_eq!(said(Language::Zh, day, day, &Scale::Day), "2022-04-01");
    }

    #[test]
    fn nothing_overflows() {
        let huge = Some(Rational::new(i128::MAX, 2));
        assert!(said(Language::Zh, huge, huge, &Scale::Ratio).contains('/'));
        assert!(said(Language::Zh, huge, huge, &bays()).contains('/'));
    }
}
