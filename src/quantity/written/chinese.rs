//! Chinese numerals: 十二, 一百零五, 两千, 一万二, 三点五.

use super::number::Number;
use crate::quantity::{Rational, parse_decimal};

/// Whether a letter can be part of a numeral.
pub(super) fn is_numeral(letter: char) -> bool {
    letter == '点' || digit(letter).is_some() || size(letter).is_some()
}

/// The value of a numeral, and whether its last digit stands for tens or more by custom (`一百二` is 120).
///
/// A row of bare digits is refused: `三四` may be 3 to 4 as well as 34.
pub(super) fn number(text: &str) -> Option<Number> {
    let Some((whole, places)) = text.split_once('点') else {
        return integer(text).map(|(value, guessed)| (value.into(), guessed));
    };
    let (value, guessed) = integer(whole).filter(|(_, guessed)| !guessed)?;
    let fraction = parse_decimal(&format!(".{}", figures(places)?))?;
    Some((Rational::from_integer(value) + fraction, guessed))
}

/// A row of digits (`二五`) in figures.
pub(super) fn figures(text: &str) -> Option<String> {
    text.chars().map(|letter| digit(letter).map(|digit| digit.to_string())).collect()
}

/// Whether a letter is a digit.
pub(super) fn is_digit(letter: char) -> bool {
    digit(letter).is_some()
}

/// What a letter multiplies by.
pub(super) fn size(letter: char) -> Option<i128> {
    Some(match letter {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

fn digit(letter: char) -> Option<i128> {
    Some(match letter {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Sections of four places, joined by 亿 and 万.
fn integer(text: &str) -> Option<(i128, bool)> {
    for mark in ['亿', '万'] {
        let Some((high, low)) = text.split_once(mark) else { continue };
        let ((high, false), size) = (integer(high)?, size(mark)?) else { return None };
        let (low, guessed) = rest(low, size)?;
        return Some((high.checked_mul(size)?.checked_add(low)?, guessed));
    }
    section(text)
}

/// What follows a `size`: nothing, a single digit of the next place, or a number below it.
fn rest(text: &str, size: i128) -> Option<(i128, bool)> {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (None, _) => Some((0, false)),
        (Some(only), None) => Some((digit(only)? * (size / 10), true)),
        (Some('零'), Some(_)) => integer(text.trim_start_matches('零')),
        _ => integer(text),
    }
    .filter(|(value, _)| *value < size)
}

/// Up to 九千九百九十九: each size smaller than the one before.
fn section(text: &str) -> Option<(i128, bool)> {
    let Some((place, size)) = text.char_indices().find_map(|(at, letter)| Some((at, size(letter)?))) else {
        let mut letters = text.chars();
        return letters
            .next()
            .and_then(digit)
            .filter(|_| letters.next().is_none())
            .map(|digit| (digit, false));
    };
    let (before, after) = (text.get(..place)?, text.get(place + '十'.len_utf8()..)?);
    let (factor, _) = if before.is_empty() && size == 10 { (1, false) } else { section(before)? };
    let (low, guessed) = if size == 10 { units(after)? } else { rest(after, size)? };
    Some((factor.checked_mul(size)?.checked_add(low)?, guessed))
}

/// What may follow 十: nothing or one digit.
fn units(text: &str) -> Option<(i128, bool)> {
    if text.is_empty() { Some((0, false)) } else { section(text).filter(|(value, _)| *value < 10) }
}
