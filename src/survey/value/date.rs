//! Dates as people and spreadsheets write them: a day, a month or a year.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Doubt, Field, Seen};
use crate::diagnostic::Code;
use crate::model::{Observed, date_of, day_number, end_of, plain, time_of};
use crate::quantity::Interval;
use crate::survey::profile::DateOrder;
use crate::survey::reader::Cell;

impl Field<'_> {
    /// A year or a month is the interval of its days.
    pub(super) fn date(&self, cell: &Cell, text: &str) -> Seen {
        let order = self.rule.and_then(|rule| rule.date_order);
        let period = match cell {
            Cell::Date(date) => Some((*date, *date)),
            _ => period(text, order),
        };
        match period {
            Some((first, last)) => self.days(first, last),
            None => self.meaning(text).map_or_else(|| Seen::doubtful(Code::NotADate), |word| self.word(word)),
        }
    }

    fn days(&self, first: Date, last: Date) -> Seen {
        let days = Interval::new(Some(day_number(first)), Some(day_number(last)));
        match days.and_then(|days| days.intersect(self.property.bounds)) {
            Some(days) => Observed::Number(days.into()).into(),
            None => Seen {
                observed: Observed::Unknown,
                doubt: Some(Doubt { code: Code::OutOfBounds, args: vec![("bounds", self.day_bounds())] }),
            },
        }
    }

    fn day_bounds(&self) -> String {
        let bounds = self.property.bounds;
        let end = |end| Option::and_then(end, date_of).map_or(String::new(), |day| day.to_string());
        format!("{}–{}", end(bounds.low()), end(bounds.high()))
    }
}

/// The single day a cell gives.
pub(in crate::survey) fn day(cell: &Cell) -> Option<Date> {
    match cell {
        Cell::Date(date) => Some(*date),
        _ => {
            period(&super::text_of(cell)?, None).filter(|(first, last)| first == last).map(|(first, _)| first)
        }
    }
}

/// When something was: the time where one is written, else the end of the day, month or year.
pub(in crate::survey) fn moment(cell: &Cell) -> Option<Timestamp> {
    if let Cell::Date(day) = cell {
        return end_of(*day);
    }
    let text = super::text_of(cell)?;
    time_of(&text).or_else(|| end_of(period(&text, None)?.1))
}

/// First and last day of what is written.
fn period(text: &str, order: Option<DateOrder>) -> Option<(Date, Date)> {
    let text = plain(text);
    let text = without_time(&text);
    let is_mark = |letter: char| !letter.is_ascii_digit();
    let figures: Vec<&str> = text.split(is_mark).filter(|figures| !figures.is_empty()).collect();
    let marks: String = text.chars().filter(|letter| is_mark(*letter) && !letter.is_whitespace()).collect();
    let day = match (figures.as_slice(), marks.as_str()) {
        ([year], "" | "年") if year.len() == 4 => return year_of(year),
        ([year, month], "-" | "/" | "." | "年月") => return month_of(year, month),
        ([day], "") if day.len() == 8 => date(day.get(..4)?, day.get(4..6)?, day.get(6..)?),
        ([year, month, day], "--" | "//" | ".." | "年月日" | "年月号") if year.len() == 4 => {
            date(year, month, day)
        }
        ([a, b, year], "--" | "//" | "..") => year_last(a, b, year, order),
        _ => None,
    }?;
    Some((day, day))
}

fn year_of(year: &str) -> Option<(Date, Date)> {
    let first = date(year, "1", "1")?;
    Some((first, first.last_of_year()))
}

fn month_of(year: &str, month: &str) -> Option<(Date, Date)> {
    let first = date(year, month, "1")?;
    Some((first, first.last_of_month()))
}

/// `05/13/2015`, where only one order of day and month is possible or the profile gives it.
fn year_last(a: &str, b: &str, year: &str, order: Option<DateOrder>) -> Option<Date> {
    let month_first = || date(year, a, b);
    let day_first = || date(year, b, a);
    match order {
        Some(DateOrder::Mdy) => month_first(),
        Some(DateOrder::Dmy) => day_first(),
        None => match (month_first(), day_first()) {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => one.or(other),
        },
    }
}

/// Four digits of a year in this millennium or the last, and at most two of the others.
fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let sane = year.len() == 4 && !year.starts_with('0') && month.len() <= 2 && day.len() <= 2;
    Date::new(year.parse().ok().filter(|_| sane)?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `2015-03-05 00:00:00` and `2015-03-05t08:00z` as their day.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 't']) {
        Some((day, time)) if time.contains(':') && time.starts_with(|first: char| first.is_ascii_digit()) => {
            day
        }
        _ => text,
    }
}
