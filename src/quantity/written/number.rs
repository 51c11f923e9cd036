//! Numbers in Arabic figures and in Chinese.

use num_traits::CheckedMul as _;
use winnow::ascii::digit1;
use winnow::combinator::{alt, opt, preceded};
use winnow::error::ContextError;
use winnow::token::{one_of, take_while};
use winnow::{Parser as _, Result};

use super::chinese;
use crate::quantity::{Rational, parse_decimal};

/// Nothing in a city is larger; ids and attacks on the arithmetic are.
const LARGEST: i128 = 10_i128.pow(18);

/// Powers of ten an exponent may move the point by.
const FARTHEST: u32 = 18;

/// A number, and whether it was read by custom (`一百二`).
pub(super) type Number = (Rational, bool);

/// A number with or without a minus.
pub(super) fn number(input: &mut &str) -> Result<Number> {
    let minus = opt('-').parse_next(input)?.is_some();
    let (value, guessed) = magnitude(input)?;
    Ok((if minus { -value } else { value }, guessed))
}

/// A number without a sign.
pub(super) fn magnitude(input: &mut &str) -> Result<Number> {
    alt((arabic.map(|value| (value, false)), chinese))
        .verify(|(value, _)| *value <= Rational::from_integer(LARGEST))
        .parse_next(input)
}

fn arabic(input: &mut &str) -> Result<Rational> {
    let figures = take_while(1.., ('0'..='9', ',', '.'));
    let (value, exponent, thousands) =
        (figures.verify_map(decimal), opt(exponent), opt(multiplier)).parse_next(input)?;
    value
        .checked_mul(&exponent.unwrap_or(1.into()))
        .and_then(|value| value.checked_mul(&thousands.unwrap_or(1.into())))
        .ok_or_else(ContextError::new)
}

/// `1200`, `1,200.5`; a comma anywhere else (`1,2`) could be a decimal point.
fn decimal(figures: &str) -> Option<Rational> {
    let (whole, fraction) = figures.split_once('.').unwrap_or((figures, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let regular = !grouped || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3));
    let plain = regular && !fraction.contains(',');
    plain.then(|| parse_decimal(&figures.replace(',', ""))).flatten()
}

fn exponent(input: &mut &str) -> Result<Rational> {
    let sign = alt(('-'.value(true), '+'.value(false), "".value(false)));
    preceded(one_of(['e', 'E']), (sign, digit1))
        .verify_map(|(negative, digits): (bool, &str)| {
            let places: u32 = digits.parse().ok().filter(|places| *places <= FARTHEST)?;
            let power = Rational::from_integer(10_i128.pow(places));
            Some(if negative { power.recip() } else { power })
        })
        .parse_next(input)
}

fn multiplier(input: &mut &str) -> Result<Rational> {
    one_of(['百', '千', '万', '亿']).verify_map(chinese::size).map(Rational::from_integer).parse_next(input)
}

fn chinese(input: &mut &str) -> Result<Number> {
    take_while(1..=20, chinese::is_numeral).verify_map(chinese::number).parse_next(input)
}
