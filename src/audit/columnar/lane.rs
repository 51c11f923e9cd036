//! Numbers of a block: the low and the high end of every row.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use super::BLOCK;
use super::op::{ALL, Ends, NONE, UNBOUNDED};
use super::plane::{Pair, pack};
use crate::inventory::Codes;
use crate::standard::program::{Comparison, Operator};

/// The ends of every row of a block.
pub(super) type Lane = [Ends];

#[inline(always)]
pub(super) fn column(lane: &mut Lane, ends: &[Ends], codes: &Codes, start: usize) {
    match codes {
        Codes::Bytes(codes) => gather(lane, ends, codes.get(start..).unwrap_or_default(), usize::from),
        Codes::Words(codes) => gather(lane, ends, codes.get(start..).unwrap_or_default(), usize::from),
        Codes::Wide(codes) => {
            gather(lane, ends, codes.get(start..).unwrap_or_default(), |code| code as usize);
        }
    }
}

#[inline(always)]
fn gather<C: Copy>(lane: &mut Lane, ends: &[Ends], codes: &[C], index: impl Fn(C) -> usize) {
    for (place, code) in lane.iter_mut().zip(codes) {
        *place = ends.get(index(*code)).copied().unwrap_or(UNBOUNDED);
    }
}

#[inline(always)]
pub(super) fn scale(lane: &mut Lane, of: &Lane, factor: i64) {
    let times = |end: i64| if end == NONE || end == ALL { end } else { end.wrapping_mul(factor) };
    lane.iter_mut().zip(of).for_each(|(place, ends)| *place = [times(ends[0]), times(ends[1])]);
}

#[inline(always)]
pub(super) fn arithmetic(lane: &mut Lane, operator: Operator, left: &Lane, right: &Lane) {
    match operator {
        Operator::Add => each(lane, left, right, |[a, b], [c, d]| [sum(a, c, NONE), sum(b, d, ALL)]),
        Operator::Subtract => {
            each(lane, left, right, |[a, b], [c, d]| [sum(a, minus(d), NONE), sum(b, minus(c), ALL)]);
        }
        Operator::Multiply => each(lane, left, right, product),
        // No graph has it.
        Operator::Divide => lane.fill(UNBOUNDED),
    }
}

#[inline(always)]
pub(super) fn greatest(lane: &mut Lane, left: &Lane, right: &Lane) {
    each(lane, left, right, |[a, b], [c, d]| [a.max(c), b.max(d)]);
}

#[inline(always)]
pub(super) fn least(lane: &mut Lane, left: &Lane, right: &Lane) {
    each(lane, left, right, |[a, b], [c, d]| [a.min(c), b.min(d)]);
}

#[inline(always)]
fn each(lane: &mut Lane, left: &Lane, right: &Lane, of: impl Fn(Ends, Ends) -> Ends) {
    for ((place, left), right) in lane.iter_mut().zip(left).zip(right) {
        *place = of(*left, *right);
    }
}

/// The sum of two ends, unbounded where one is.
#[inline(always)]
fn sum(a: i64, b: i64, unbounded: i64) -> i64 {
    if a == unbounded || b == unbounded { unbounded } else { a.wrapping_add(b) }
}

#[inline(always)]
fn minus(end: i64) -> i64 {
    match end {
        NONE => ALL,
        ALL => NONE,
        end => -end,
    }
}

fn product(left: Ends, right: Ends) -> Ends {
    let all = left.map(|a| right.map(|b| times(a, b)));
    let all = all.as_flattened();
    let (low, high) = (all.iter().min(), all.iter().max());
    [low.copied().unwrap_or(NONE), high.copied().unwrap_or(ALL)]
}

/// A product on the extended number line, with 0 · ∞ = 0.
fn times(a: i64, b: i64) -> i64 {
    let unbounded = [a, b].iter().any(|end| *end == NONE || *end == ALL);
    match a.signum() * b.signum() {
        _ if !unbounded => a.wrapping_mul(b),
        0 => 0,
        1 => ALL,
        _ => NONE,
    }
}

#[inline(always)]
pub(super) fn ceil(lane: &mut Lane, of: &Lane, denominator: i64) {
    rounded(lane, of, |end| -(-end).div_euclid(denominator));
}

#[inline(always)]
pub(super) fn floor(lane: &mut Lane, of: &Lane, denominator: i64) {
    rounded(lane, of, |end| end.div_euclid(denominator));
}

#[inline(always)]
fn rounded(lane: &mut Lane, of: &Lane, step: impl Fn(i64) -> i64) {
    let step = |end: i64| if end == NONE || end == ALL { end } else { step(end) };
    lane.iter_mut().zip(of).for_each(|(place, ends)| *place = [step(ends[0]), step(ends[1])]);
}

/// Where a plane is set, `then` takes the place of what is there.
#[inline(always)]
pub(super) fn put(lane: &mut Lane, whether: &[u64], then: &Lane) {
    for (row, (place, then)) in lane.iter_mut().zip(then).enumerate() {
        if bit(whether, row) {
            *place = *then;
        }
    }
}

/// Where a plane is set, nothing is known.
#[inline(always)]
pub(super) fn forget(lane: &mut Lane, whether: &[u64]) {
    let lost = lane.iter_mut().enumerate().filter(|(row, _)| bit(whether, *row));
    lost.for_each(|(_, place)| *place = UNBOUNDED);
}

/// Where a plane is set, what is there grows to hold `then`.
#[inline(always)]
pub(super) fn grow(lane: &mut Lane, whether: &[u64], then: &Lane) {
    for (row, (place, then)) in lane.iter_mut().zip(then).enumerate() {
        if bit(whether, row) {
            *place = [place[0].min(then[0]), place[1].max(then[1])];
        }
    }
}

#[inline(always)]
fn bit(words: &[u64], row: usize) -> bool {
    words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
}

#[inline(always)]
pub(super) fn compare(how: Comparison, left: &Lane, right: &Lane) -> Pair {
    match how {
        Comparison::Less => planes(left, right, |[_, b], [c, _]| b < c, |[a, _], [_, d]| a >= d),
        Comparison::AtMost => planes(left, right, |[_, b], [c, _]| b <= c, |[a, _], [_, d]| a > d),
        Comparison::Equal => planes(
            left,
            right,
            |[a, b], [c, d]| a == b && b == c && c == d,
            |[a, b], [c, d]| a.max(c) > b.min(d),
        ),
    }
}

/// Unbounded ends stand beyond all others, on the side on which they decide nothing.
#[inline(always)]
fn planes(
    left: &Lane,
    right: &Lane,
    yes: impl Fn(Ends, Ends) -> bool,
    no: impl Fn(Ends, Ends) -> bool,
) -> Pair {
    let (mut is, mut is_not) = ([0; BLOCK], [0; BLOCK]);
    for (((is, is_not), left), right) in is.iter_mut().zip(&mut is_not).zip(left).zip(right) {
        *is = u8::from(yes(*left, *right));
        *is_not = u8::from(no(*left, *right));
    }
    Pair { yes: pack(&is), no: pack(&is_not) }
}
