//! Days as spreadsheets count them.

use jiff::Span;
use jiff::civil::Date;

use super::Cell;

/// The last day a spreadsheet knows, 9999-12-31, counted from 1900.
const LAST: i32 = 2_958_465;

/// What a number formatted as a date means.
///
/// Counting from 1900, day 60 is 29 February 1900, a day that never was (an
/// error kept since Lotus 1-2-3), and earlier days are one off. A time without
/// a day, and a number that is no day, stay numbers.
pub(super) fn date(serial: f64, from_1904: bool) -> Cell {
    if !(1.0..=f64::from(LAST)).contains(&serial.floor()) {
        return Cell::Number(serial);
    }
    #[expect(clippy::cast_possible_truncation, reason = "within bounds, and the time of day is to go")]
    let day = serial.floor() as i32;
    match (from_1904, day) {
        (true, _) => after(Date::constant(1904, 1, 1), day, serial),
        (false, 60) => Cell::Error("1900-02-29".to_owned()),
        (false, ..60) => after(Date::constant(1899, 12, 31), day, serial),
        (false, _) => after(Date::constant(1899, 12, 30), day, serial),
    }
}

/// What a cell of ISO 8601 text means.
pub(super) fn iso(text: &str) -> Cell {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    day.map_or_else(|| Cell::text(text.to_owned()), Cell::Date)
}

fn after(epoch: Date, days: i32, serial: f64) -> Cell {
    let date = epoch.checked_add(Span::new().days(days));
    date.map_or(Cell::Number(serial), Cell::Date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Cell {
        Cell::Date(text.parse().expect(text))
    }

    #[test]
    fn days_are_counted_from_either_epoch() {
        assert_eq!(date(45_000.5, false), day("2023-03-15"));
        assert_eq!(date(43_538.0, true), day("2023-03-15"));
        assert_eq!(date(2_958_465.9, false), day("9999-12-31"));
    }

    #[test]
    fn around_the_day_that_never_was() {
        assert_eq!(date(59.0, false), day("1900-02-28"));
        assert_eq!(date(60.0, false), Cell::Error("1900-02-29".to_owned()));
        assert_eq!(date(61.0, false), day("1900-03-01"));
        assert_eq!(date(1.0, false), day("1900-01-01"));
    }

    #[test]
    fn what_is_no_day_stays_a_number() {
        for serial in [-1.0, 0.0, 0.5, 2_958_466.0, 1e300, f64::MIN] {
            assert_eq!(date(serial, false), Cell::Number(serial));
        }
        assert_eq!(date(2_958_465.0, true), Cell::Number(2_958_465.0));
    }

    #[test]
    fn iso_days_lose_their_time_and_other_text_stays() {
        assert_eq!(iso("2024-05-01T08:30:00"), day("2024-05-01"));
        assert_eq!(iso("五月"), Cell::Text("五月".to_owned()));
    }
}
