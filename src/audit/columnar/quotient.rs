//! Quotients compared without dividing.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]
#![expect(clippy::needless_bitwise_bool, reason = "many rows at once need the same instructions for each")]

use super::BLOCK;
use super::lane::Lane;
use super::op::{ALL, Ends, NONE};
use super::plane::{Pair, pack};
use crate::quantity::{Interval, Rational, Truth};

/// Where the quotient is below the limit, or the limit below the quotient.
#[inline(always)]
pub(super) fn compare(numerator: &Lane, divisor: &Lane, limit: &Lane, below: bool) -> Pair {
    let (mut is, mut is_not) = ([0; BLOCK], [0; BLOCK]);
    let rows = numerator.iter().zip(divisor).zip(limit);
    for ((is, is_not), ((a, b), limit)) in is.iter_mut().zip(&mut is_not).zip(rows) {
        let plain = (a[0] >= 0) & (b[0] > 0);
        let (yes, no) = if below { is_below(*a, *b, *limit) } else { is_above(*a, *b, *limit) };
        (*is, *is_not) = (u8::from(plain & yes), u8::from(plain & no));
        // Over what may be zero there is anything.
        let may_be_zero = (b[0] <= 0) & (b[1] >= 0);
        if !plain & !may_be_zero {
            let truth = in_rationals(*a, *b, *limit, below);
            (*is, *is_not) = (u8::from(truth == Truth::True), u8::from(truth == Truth::False));
        }
    }
    Pair { yes: pack(&is), no: pack(&is_not) }
}

/// Whether `a / b < limit` holds or fails, for `a` not below zero and `b` above it; without branches.
#[inline(always)]
fn is_below([a_low, a_high]: Ends, [b_low, b_high]: Ends, [low, high]: Ends) -> (bool, bool) {
    let yes = (a_high != ALL) & (low != NONE) & (a_high < low.wrapping_mul(b_low));
    let endless = (b_high == ALL) & (high <= 0);
    let reaches = (b_high != ALL) & (a_low >= high.wrapping_mul(b_high));
    (yes, (high != ALL) & (endless | reaches))
}

/// Whether `limit < a / b` holds or fails, for `a` not below zero and `b` above it; without branches.
#[inline(always)]
fn is_above([a_low, a_high]: Ends, [b_low, b_high]: Ends, [low, high]: Ends) -> (bool, bool) {
    let endless = (b_high == ALL) & (high < 0);
    let exceeds = (b_high != ALL) & (high.wrapping_mul(b_high) < a_low);
    let no = (a_high != ALL) & (low != NONE) & (low.wrapping_mul(b_low) >= a_high);
    ((high != ALL) & (endless | exceeds), no)
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
