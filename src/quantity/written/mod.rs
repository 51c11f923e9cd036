//! What people write for a quantity: `14-17`, `895±10 mm`, `约20`, `1:12`, `三个以上`.
//!
//! Text goes in; an exact interval comes out, with the unit that is written
//! beside it. Text that says anything else as well is refused whole: half a
//! cell understood is a wrong number.

mod amount;
mod chinese;
mod fold;
mod number;
mod phrase;
#[cfg(test)]
mod tests;

use winnow::Parser as _;

use super::{Interval, Rational, Unit};

/// Bytes of the longest cell worth reading as a quantity.
const LONGEST: usize = 120;

/// What surveyors agree on without writing it.
#[derive(Debug, Clone, Copy)]
pub struct Conventions<'a> {
    /// Measure words that may follow a count, such as 个.
    pub counters: &'a [String],
    /// Relative half-width of `约`; without one, such numbers are not read.
    pub about: Option<Rational>,
}

/// A quantity as it is written, in the unit it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Every value it may have; strict limits are widened to closed ones.
    pub interval: Interval,
    /// The unit, where one is written.
    pub unit: Option<Unit>,
    /// The finite end is itself excluded (`>3`, `超过3`).
    pub strict: bool,
    /// Meant by custom rather than written out (`1米二`); to be confirmed.
    pub guessed: bool,
}

/// The text is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a whole cell as one quantity.
pub fn read(text: &str, conventions: &Conventions) -> Result<Reading, Unreadable> {
    if text.len() > LONGEST {
        return Err(Unreadable);
    }
    let folded = fold::fold(text);
    let phrase = (|input: &mut &str| phrase::phrase(input, conventions))
        .parse(folded.trim())
        .map_err(|_| Unreadable)?;
    phrase.reading(conventions.about).ok_or(Unreadable)
}

/// Whether a letter can be part of a number, in figures or in Chinese.
pub fn is_numeral(letter: char) -> bool {
    letter.is_ascii_digit() || chinese::is_numeral(letter)
}

impl Reading {
    /// The whole numbers meant, so that `>3` is at least 4; `None` where there are none.
    pub fn whole(&self) -> Option<Interval> {
        let inwards =
            |end: Rational, step: i128| if self.strict && end.is_integer() { end + step } else { end };
        let low = self.interval.low().map(|low| inwards(low, 1));
        let high = self.interval.high().map(|high| inwards(high, -1));
        Interval::new(low, high)?.whole()
    }
}
