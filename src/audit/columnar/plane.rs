//! Bit planes: one bit for each row of a block.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use super::BLOCK;
use crate::quantity::Truth;

const WORDS: usize = BLOCK / 64;

/// A bit for each row of a block.
pub(super) type Plane = [u64; WORDS];

/// Where something is true, and where it is false; unknown is neither.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) yes: Plane,
    pub(super) no: Plane,
}

pub(super) const EMPTY: Plane = [0; WORDS];

impl Pair {
    pub(super) const UNKNOWN: Self = Self { yes: EMPTY, no: EMPTY };

    pub(super) fn constant(truth: Truth) -> Self {
        let of = |wanted| if truth == wanted { [u64::MAX; WORDS] } else { EMPTY };
        Self { yes: of(Truth::True), no: of(Truth::False) }
    }

    #[inline(always)]
    pub(super) fn and(&mut self, other: &Self) {
        meet(&mut self.yes, &other.yes);
        join(&mut self.no, &other.no);
    }

    #[inline(always)]
    pub(super) fn or(&mut self, other: &Self) {
        join(&mut self.yes, &other.yes);
        meet(&mut self.no, &other.no);
    }

    pub(super) fn not(&self) -> Self {
        Self { yes: self.no, no: self.yes }
    }

    /// What each row of the block is.
    pub(super) fn truths(&self, rows: usize) -> impl Iterator<Item = Truth> {
        let bit =
            |plane: &Plane, row: usize| plane.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1);
        (0..rows).map(move |row| match (bit(&self.yes, row), bit(&self.no, row)) {
            (true, _) => Truth::True,
            (_, true) => Truth::False,
            _ => Truth::Unknown,
        })
    }
}

#[inline(always)]
pub(super) fn meet(plane: &mut Plane, other: &Plane) {
    plane.iter_mut().zip(other).for_each(|(word, other)| *word &= other);
}

#[inline(always)]
pub(super) fn join(plane: &mut Plane, other: &Plane) {
    plane.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
}

#[inline(always)]
pub(super) fn without(plane: &Plane, other: &Plane) -> Plane {
    let mut rest = *plane;
    rest.iter_mut().zip(other).for_each(|(word, other)| *word &= !other);
    rest
}

/// The first `rows` rows.
pub(super) fn first(rows: usize) -> Plane {
    let mut plane = EMPTY;
    for (number, word) in plane.iter_mut().enumerate() {
        let live = rows.saturating_sub(64 * number).min(64);
        *word = if live == 0 { 0 } else { u64::MAX >> (64 - live) };
    }
    plane
}

#[inline(always)]
pub(super) fn count(plane: &Plane) -> u64 {
    plane.iter().map(|word| u64::from(word.count_ones())).sum()
}

/// The rows in a plane, in their order.
pub(super) fn rows(words: &[u64]) -> impl Iterator<Item = usize> {
    words.iter().enumerate().flat_map(|(number, word)| {
        let mut left = *word;
        std::iter::from_fn(move || {
            let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(64 * number + bit)
        })
    })
}

/// A flag of 0 or 1 for each row of a block.
pub(super) type Flags = [u8; BLOCK];

/// Flags as bits.
///
/// Folded three times, the bits of eight flags stand side by side; done for the whole
/// block before anything is put together, it is done to many words at once.
#[inline(always)]
pub(super) fn pack(flags: &Flags) -> Plane {
    let mut bytes = [0; BLOCK / 8];
    for (byte, eight) in bytes.iter_mut().zip(flags.as_chunks::<8>().0) {
        let mut bits = u64::from_le_bytes(*eight);
        bits |= bits >> 7;
        bits |= bits >> 14;
        bits |= bits >> 28;
        *byte = bits.to_le_bytes()[0];
    }
    let mut plane = EMPTY;
    let words = plane.iter_mut().zip(bytes.as_chunks().0);
    words.for_each(|(word, bytes)| *word = u64::from_le_bytes(*bytes));
    plane
}
