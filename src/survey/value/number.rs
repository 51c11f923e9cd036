//! Numbers: counts, lengths, ratios and the like, in the canonical unit.

use super::{Doubt, Field, Seen};
use crate::diagnostic::Code;
use crate::model::{Kind, Observed};
use crate::quantity::written::{self, Conventions, Reading};
use crate::quantity::{Dimension, Interval, Rational, decimal_text, parse_decimal, slope_of_degrees};
use crate::survey::reader::Cell;
use crate::survey::voice::NONE;

/// Floats below this hold every whole number.
const WHOLE: f64 = 1e15;

impl Field<'_> {
    pub(super) fn number(&self, cell: &Cell, text: &str) -> Seen {
        if let Cell::Flag(flag) = cell {
            return self.word((*flag).into());
        }
        if let Some(number) = parse_decimal(text) {
            return self.quantity(plain_number(number));
        }
        self.meaning(text).map_or_else(|| self.written(cell, text), |meaning| self.word(meaning))
    }

    fn written(&self, cell: &Cell, text: &str) -> Seen {
        let conventions = Conventions { counters: &self.vocabulary.counters, about: self.vocabulary.about };
        let reading = match cell {
            Cell::Number(number) => written::read(&format!("{number:e}"), &conventions),
            // What looks like a date here was a range or a slope before the spreadsheet changed it.
            Cell::Date(_) => return Seen::doubtful(Code::NotANumber),
            _ => written::read(text, &conventions),
        };
        reading.map_or_else(|_| Seen::doubtful(Code::NotANumber), |reading| self.quantity(reading))
    }

    fn quantity(&self, reading: Reading) -> Seen {
        let value = match self.canonical(reading) {
            Ok(value) => value,
            Err(code) => return self.refused(code),
        };
        let Some(within) = value.intersect(self.property.bounds) else {
            return self.refused(Code::OutOfBounds);
        };
        let doubt = reading.guessed.then(|| Doubt {
            code: Code::GuessedNumber,
            args: vec![("reading", format!("{}{}", spread(within), self.unit_text()))],
        });
        Seen { observed: Observed::Number(within.into()), doubt }
    }

    /// The reading in the property's unit; what is written in the cell outranks the header.
    fn canonical(&self, reading: Reading) -> Result<Interval, Code> {
        let dimension = self.property.kind.dimension();
        match reading.unit.or(self.unit) {
            None if self.property.kind == Kind::Count => reading.whole().ok_or(Code::NotWhole),
            None => Ok(reading.interval),
            Some(unit) if Some(unit.dimension) == dimension => Ok(unit.to_canonical(reading.interval)),
            Some(unit) if unit.dimension == Dimension::Angle && dimension == Some(Dimension::Ratio) => {
                slope_of_degrees(reading.interval).ok_or(Code::OutOfBounds)
            }
            Some(_) => Err(Code::WrongUnit),
        }
    }

    fn refused(&self, code: Code) -> Seen {
        let bounds = format!("{}{}", spread(self.property.bounds), self.unit_text());
        let unit = self.property.unit.as_ref().filter(|_| self.property.kind != Kind::Count);
        let unit = unit.map_or_else(|| NONE.to_owned(), ToString::to_string);
        Seen::doubtful(code).with("bounds", bounds).with("unit", unit)
    }

    fn unit_text(&self) -> String {
        let unit = self.property.unit.as_ref().filter(|unit| unit.as_str() != "ratio");
        unit.filter(|_| self.property.kind != Kind::Count).map(|unit| format!(" {unit}")).unwrap_or_default()
    }
}

/// A float as the shortest decimal that is this float, so that 0.07 is seven hundredths.
pub(super) fn text(number: f64) -> String {
    let size = number.abs();
    if number.is_finite() && (size == 0.0 || (1e-6..WHOLE).contains(&size)) {
        format!("{}", number + 0.0)
    } else {
        format!("{number:?}")
    }
}

fn plain_number(value: Rational) -> Reading {
    Reading { interval: Interval::exact(value), unit: None, strict: false, guessed: false }
}

/// `≥ 0`, `0–1`, `7`: an interval in the figures of every language.
fn spread(interval: Interval) -> String {
    let text = |end: Rational| decimal_text(end).unwrap_or_else(|| end.to_string());
    match (interval.low(), interval.high()) {
        (Some(low), Some(high)) if low == high => text(low),
        (Some(low), Some(high)) => format!("{}–{}", text(low), text(high)),
        (Some(low), None) => format!("≥ {}", text(low)),
        (None, Some(high)) => format!("≤ {}", text(high)),
        (None, None) => "−∞–∞".to_owned(),
    }
}
