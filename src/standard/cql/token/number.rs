//! Numbers.

use winnow::ascii::{digit0, digit1};
use winnow::combinator::{alt, opt, preceded};
use winnow::error::EmptyError;
use winnow::prelude::*;
use winnow::token::{one_of, take_while};

use super::mistake::found;
use super::{Kind, Lexeme, Source, continues_name};
use crate::quantity::{Rational, decimal_text, parse_decimal};

/// A number without sign, with nothing that could continue it behind.
pub(super) fn number(source: &mut Source<'_>) -> winnow::Result<Lexeme, EmptyError> {
    let fraction = ('.', digit0).void();
    let mantissa = alt(((digit1, opt(fraction)).void(), ('.', digit1).void())).take();
    let exponent = preceded(one_of(['e', 'E']), (opt(one_of(['+', '-'])), digit1).take());
    let tail = take_while(0.., continues_name);
    let ((mantissa, exponent, tail), whole) =
        (mantissa, opt(exponent), tail).with_taken().parse_next(source)?;
    if !tail.is_empty() {
        return Ok(Err(found("cql-number-tail", whole)));
    }
    Ok(scaled(mantissa, exponent).map(Kind::Number).ok_or_else(|| found("cql-number-long", whole)))
}

/// The value, if it can also be written without exponent.
fn scaled(mantissa: &str, exponent: Option<&str>) -> Option<Rational> {
    let number = parse_decimal(mantissa)?;
    let Some(exponent) = exponent else { return Some(number) };
    let exponent: i32 = exponent.parse().ok().filter(|places| (-18..=18).contains(places))?;
    let number = number * Rational::from_integer(10).pow(exponent);
    parse_decimal(&decimal_text(number)?)
}
