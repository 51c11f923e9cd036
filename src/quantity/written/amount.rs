//! One number and what stands beside it: `895 mm`, `3个`, `1:12`, `百分之二`, `1米2`.

use num_traits::{CheckedAdd as _, CheckedDiv as _, CheckedMul as _};
use winnow::ascii::multispace0;
use winnow::combinator::{alt, fail, opt, terminated};
use winnow::token::take_while;
use winnow::{Parser as _, Result};

use super::number::{magnitude, number};
use super::{Conventions, chinese};
use crate::quantity::{Dimension, Rational, Unit, parse_decimal};

/// Letters of the longest unit.
const LONGEST_UNIT: usize = 8;

/// A number with the unit beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub(super) value: Rational,
    pub(super) unit: Option<Unit>,
    pub(super) guessed: bool,
}

/// An amount and the space behind it.
pub(super) fn amount(input: &mut &str, conventions: &Conventions) -> Result<Amount> {
    let measured = |input: &mut &str| measured(input, conventions);
    terminated(alt((share, ratio, metres_and_rest, metres_and_digits, measured)), multispace0)
        .parse_next(input)
}

/// Brings amounts to one unit: the only one written, or the canonical one where several are.
pub(super) fn unify<const N: usize>(amounts: [Amount; N]) -> Option<([Rational; N], Option<Unit>)> {
    let first = amounts.iter().find_map(|amount| amount.unit);
    if amounts.iter().all(|amount| amount.unit.is_none() || amount.unit == first) {
        return Some((amounts.map(|amount| amount.value), first));
    }
    let dimension = first?.dimension;
    let canonical = |amount: Amount| {
        let unit = amount.unit.filter(|unit| unit.dimension == dimension)?;
        amount.value.checked_mul(&unit.factor())
    };
    let values = amounts.map(canonical);
    let base = Unit::all().iter().find(|unit| unit.dimension == dimension && unit.factor() == 1.into());
    values.iter().all(Option::is_some).then(|| (values.map(Option::unwrap_or_default), base.copied()))
}

fn share(input: &mut &str) -> Result<Amount> {
    let unit = alt(("百分之", "千分之")).map(Unit::find);
    (unit, number).map(|(unit, (value, guessed))| Amount { value, unit, guessed }).parse_next(input)
}

fn ratio(input: &mut &str) -> Result<Amount> {
    let colon = (multispace0, alt((':', '/')), multispace0);
    (number, colon, magnitude)
        .verify_map(|((rise, _), _, (run, _))| {
            Some(Amount { value: rise.checked_div(&run)?, unit: Unit::find("ratio"), guessed: false })
        })
        .parse_next(input)
}

/// `1米20厘米`.
fn metres_and_rest(input: &mut &str) -> Result<Amount> {
    let smaller = unit.verify(|unit| unit.dimension == Dimension::Length && unit.factor() < 1.into());
    (magnitude, '米', magnitude, smaller)
        .verify_map(|((metres, _), _, (rest, _), smaller)| {
            let value = metres.checked_add(&rest.checked_mul(&smaller.factor())?)?;
            Some(Amount { value, unit: Unit::find("m"), guessed: false })
        })
        .parse_next(input)
}

/// `1米2`, `一米二五`: spoken decimals, 1.2 m and 1.25 m.
fn metres_and_digits(input: &mut &str) -> Result<Amount> {
    let arabic = take_while(1..=3, '0'..='9').map(str::to_owned);
    let chinese = take_while(1..=3, chinese::is_digit).verify_map(chinese::figures);
    (magnitude, '米', alt((arabic, chinese)))
        .verify_map(|((metres, _), _, digits)| {
            let value = metres.checked_add(&parse_decimal(&format!(".{digits}"))?)?;
            Some(Amount { value, unit: Unit::find("m"), guessed: true }).filter(|_| metres.is_integer())
        })
        .parse_next(input)
}

fn measured(input: &mut &str, conventions: &Conventions) -> Result<Amount> {
    let counter = |input: &mut &str| counter(input, conventions.counters);
    let measure = opt(alt((unit.map(Some), counter.map(|()| None))));
    (number, multispace0, measure)
        .map(|((value, guessed), _, unit)| Amount { value, unit: unit.flatten(), guessed })
        .parse_next(input)
}

/// The longest unit that comes next.
fn unit(input: &mut &str) -> Result<Unit> {
    let ends: Vec<usize> =
        input.char_indices().take(LONGEST_UNIT).map(|(at, letter)| at + letter.len_utf8()).collect();
    let longest = ends.into_iter().rev().find_map(|end| Some((end, input.get(..end).and_then(Unit::find)?)));
    let Some((end, unit)) = longest else { return fail.parse_next(input) };
    *input = input.get(end..).unwrap_or_default();
    Ok(unit)
}

/// The longest measure word that comes next.
fn counter(input: &mut &str, counters: &[String]) -> Result<()> {
    let next = counters.iter().filter(|word| !word.is_empty() && input.starts_with(word.as_str()));
    let Some(word) = next.max_by_key(|word| word.len()) else { return fail.parse_next(input) };
    *input = input.get(word.len()..).unwrap_or_default();
    Ok(())
}
