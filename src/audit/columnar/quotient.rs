//! Quotients compared without dividing.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use super::lane::Lane;
use super::op::{ALL, Ends, NONE};
use super::plane::Pair;
use crate::quantity::{Interval, Rational, Truth};

/// Where the quotient is below the limit, or the limit below the quotient.
#[inline(always)]
pub(super) fn compare(numerator: &Lane, divisor: &Lane, limit: &Lane, below: bool) -> Pair {
    let mut pair = Pair::UNKNOWN;
    for (row, ((a, b), limit)) in numerator.iter().zip(divisor).zip(limit).enumerate() {
        let plain = a[0] >= 0 && b[0] > 0;
        let truth = match (plain, below) {
            (true, true) => is_below(*a, *b, *limit),
            (true, false) => is_above(*a, *b, *limit),
            (false, _) => in_rationals(*a, *b, *limit, below),
        };
        pair.set(row, truth);
    }
    pair
}

/// `a / b < limit` for `a` not below zero and `b` above it.
#[inline(always)]
fn is_below([a_low, a_high]: Ends, [b_low, b_high]: Ends, [low, high]: Ends) -> Truth {
    if a_high != ALL && low != NONE && a_high < low.wrapping_mul(b_low) {
        return Truth::True;
    }
    let reaches = if b_high == ALL { high <= 0 } else { a_low >= high.wrapping_mul(b_high) };
    if high != ALL && reaches { Truth::False } else { Truth::Unknown }
}

/// `limit < a / b` for `a` not below zero and `b` above it.
#[inline(always)]
fn is_above([a_low, a_high]: Ends, [b_low, b_high]: Ends, [low, high]: Ends) -> Truth {
    let exceeds = if b_high == ALL { high < 0 } else { high.wrapping_mul(b_high) < a_low };
    if high != ALL && exceeds {
        return Truth::True;
    }
    let short = a_high != ALL && low != NONE && low.wrapping_mul(b_low) >= a_high;
    if short { Truth::False } else { Truth::Unknown }
}

/// Any other signs, as the reference evaluator does it.
#[cold]
fn in_rationals(a: Ends, b: Ends, limit: Ends, below: bool) -> Truth {
    let quotient = interval(a).divide(interval(b)).unwrap_or(Interval::UNBOUNDED);
    if below { quotient.less(interval(limit)) } else { interval(limit).less(quotient) }
}

fn interval([low, high]: Ends) -> Interval {
    let end = |end: i64, unbounded| (end != unbounded).then(|| Rational::from_integer(end.into()));
    Interval::new(end(low, NONE), end(high, ALL)).unwrap_or(Interval::UNBOUNDED)
}
