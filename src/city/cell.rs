//! How surveyors write a value down, with the slips they make.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::MICRO;
use super::dice::Dice;
use super::recipe::Recipe;
use super::truth::Truth;
use crate::model::{Kind, Property};

const MILLIMETRE: i64 = MICRO / 1000;
const PERCENT: i64 = MICRO / 100;
/// Shorter than that a tape's tolerance would reach below nothing.
const SHORT: i64 = MICRO / 10;
/// Longer than that nobody measures in anything but metres.
const LONG: i64 = 10 * MICRO;

/// Units as people add them to a number, with their size in millionths of the canonical unit.
fn spellings(kind: Kind, number: i64) -> &'static [(&'static str, i64)] {
    match kind {
        Kind::Length if number >= LONG => &[("m", MICRO), ("米", MICRO)],
        Kind::Length => {
            &[("m", MICRO), ("米", MICRO), (" cm", MICRO / 100), ("mm", MILLIMETRE), (" mm", MILLIMETRE)]
        }
        Kind::Area => &[("㎡", MICRO), (" m2", MICRO), ("平方米", MICRO)],
        Kind::Ratio => &[("%", PERCENT), (" %", PERCENT), ("％", PERCENT)],
        Kind::Force => &[("N", MICRO), ("牛", MICRO)],
        Kind::Duration => &[("s", MICRO), ("秒", MICRO)],
        Kind::Money => &[("元", MICRO), ("万元", 10_000 * MICRO)],
        Kind::Degree => &[("°", MICRO), ("度", MICRO)],
        Kind::Count | Kind::Boolean | Kind::Category | Kind::Date | Kind::Text => &[],
    }
}

/// Somebody with a pen: how one cell comes to be written.
pub(super) struct Pen<'a> {
    pub(super) recipe: &'a Recipe,
    pub(super) dice: Dice,
}

impl Pen<'_> {
    /// Writes one cell.
    pub(super) fn write(&mut self, cell: &mut String, property: &Property, truth: &Truth) {
        if matches!(truth, Truth::Blank) || self.slips(cell, property.kind) {
            return;
        }
        match *truth {
            Truth::Blank => {}
            Truth::Number(number) => self.number(cell, property.kind, number),
            Truth::OneTo(run) => self.slope(cell, run),
            Truth::Flag(flag) => self.flag(cell, flag),
            Truth::Category(value) => self.category(cell, property, value),
            Truth::Day(day) => self.day(cell, day),
            Truth::Text(text) => cell.push_str(text),
        }
    }

    /// Whether nothing usable gets written: blank, unknown, or a word where a number belongs.
    fn slips(&mut self, cell: &mut String, kind: Kind) -> bool {
        let (flaws, wording) = (&self.recipe.flaws, &self.recipe.wording);
        let unreadable = if kind.dimension().is_some() { flaws.unreadable } else { 0 };
        let words = match self.dice.slot(&[flaws.blank, flaws.unknown, unreadable]) {
            0 => return true,
            1 => &wording.unknown,
            2 => &wording.unreadable,
            _ => return false,
        };
        self.word(cell, words);
        true
    }

    fn number(&mut self, cell: &mut String, kind: Kind, number: i64) {
        match kind {
            Kind::Count => self.count(cell, number / MICRO),
            Kind::Length if (SHORT..LONG).contains(&number) => self.length(cell, number),
            _ => self.measure(cell, kind, number),
        }
    }

    fn count(&mut self, cell: &mut String, number: i64) {
        // Nobody says "about none".
        if number == 0 {
            return cell.push('0');
        }
        let writing = &self.recipe.writing;
        let rates = [writing.range, writing.about, writing.at_least, writing.full_width, writing.counter];
        let off = self.dice.between(0, 2);
        let lower = (number - off).max(1);
        // Writing to a String does not fail.
        let _ = match self.dice.slot(&rates) {
            0 => write!(cell, "{lower}-{}", lower + off + 1),
            1 => write!(cell, "约{number}"),
            2 => write!(cell, ">={lower}"),
            3 => return full_width(cell, number),
            4 => {
                let counters = &self.recipe.wording.counters;
                write!(cell, "{number}{}", self.dice.pick(counters).map_or("", String::as_str))
            }
            _ => write!(cell, "{number}"),
        };
    }

    fn length(&mut self, cell: &mut String, number: i64) {
        if self.dice.happens(self.recipe.writing.tolerance) {
            decimal(cell, number, MILLIMETRE);
            let _ = write!(cell, "±{} mm", self.dice.between(1, 2) * 5);
        } else {
            self.measure(cell, Kind::Length, number);
        }
    }

    fn measure(&mut self, cell: &mut String, kind: Kind, number: i64) {
        let written = self.dice.happens(self.recipe.writing.unit);
        let (unit, size) =
            self.dice.pick(spellings(kind, number)).copied().filter(|_| written).unwrap_or(("", MICRO));
        decimal(cell, number, size);
        cell.push_str(unit);
    }

    /// As one to so many, or in percent with one decimal, as a level shows it.
    fn slope(&mut self, cell: &mut String, run: i64) {
        if self.dice.happens(self.recipe.writing.slope_in_percent) && run > 0 {
            decimal(cell, (1000 + run / 2) / run, 10);
            cell.push('%');
        } else {
            let _ = write!(cell, "1:{run}");
        }
    }

    fn flag(&mut self, cell: &mut String, flag: bool) {
        let wording = &self.recipe.wording;
        self.word(cell, if flag { &wording.yes } else { &wording.no });
    }

    fn category(&mut self, cell: &mut String, property: &Property, value: usize) {
        let Some(value) = property.values.get(value) else { return };
        let aliases = value.aliases.iter().filter(|alias| !alias.is_ascii());
        let aliases: Vec<&String> =
            if self.dice.happens(self.recipe.writing.alias) { aliases.collect() } else { Vec::new() };
        cell.push_str(self.dice.pick(&aliases).map_or(&value.label.zh, |alias| alias));
    }

    fn day(&mut self, cell: &mut String, day: Date) {
        let writing = &self.recipe.writing;
        let (year, month) = (day.year(), day.month());
        let _ = match self.dice.slot(&[writing.year_only, writing.month_only, writing.slashes]) {
            0 => write!(cell, "{year}年"),
            1 => write!(cell, "{year}年{month}月"),
            2 => write!(cell, "{year}/{month}/{}", day.day()),
            _ => write!(cell, "{day}"),
        };
    }

    fn word(&mut self, cell: &mut String, words: &[String]) {
        cell.push_str(self.dice.pick(words).map_or("", String::as_str));
    }
}

/// A number of `unit`s as a decimal; `unit` has no prime factors but two and five.
pub(super) fn decimal(cell: &mut String, number: i64, unit: i64) {
    let sign = if number < 0 { "-" } else { "" };
    let (number, unit) = (number.unsigned_abs(), unit.unsigned_abs());
    let mut rest = number % unit;
    let _ = write!(cell, "{sign}{}", number / unit);
    if rest > 0 {
        cell.push('.');
    }
    while rest > 0 {
        rest *= 10;
        cell.extend(u32::try_from(rest / unit).ok().and_then(|digit| char::from_digit(digit, 10)));
        rest %= unit;
    }
}

fn full_width(cell: &mut String, number: i64) {
    const ZERO: u32 = '０' as u32;
    let digits = number.to_string().chars().filter_map(|digit| digit.to_digit(10)).collect::<Vec<u32>>();
    cell.extend(digits.into_iter().filter_map(|digit| char::from_u32(ZERO + digit)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: i64, unit: i64) -> String {
        let mut cell = String::new();
        decimal(&mut cell, number, unit);
        cell
    }

    #[test]
    fn decimals_are_as_long_as_they_have_to_be() {
        assert_eq!(written(895_000, MICRO), "0.895");
        assert_eq!(written(895_000, MILLIMETRE), "895");
        assert_eq!(written(-1_250_000, MICRO), "-1.25");
        assert_eq!(written(12_345 * MICRO, 10_000 * MICRO), "1.2345");
        assert_eq!(written(0, MICRO), "0");
    }

    #[test]
    fn full_width_digits_are_those_of_the_number() {
        let mut cell = String::new();
        full_width(&mut cell, 1207);
        assert_eq!(cell, "１２０７");
    }
}
