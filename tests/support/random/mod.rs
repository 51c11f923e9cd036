//! Programs and inventories by chance: everything the language can say, over
//! everything that can be known. The same seed gives the same.

mod inventory;
mod program;

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

pub(crate) use inventory::Facts;
pub(crate) use program::{Template, program};

use barrierfree::quantity::Rational;

/// A stream of chance.
pub(crate) struct Dice {
    chance: Xoshiro256PlusPlus,
    /// One seed in four also gives numbers too large or too odd to scale.
    wild: bool,
}

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self { chance: Xoshiro256PlusPlus::seed_from_u64(seed), wild: seed.is_multiple_of(4) }
    }

    /// One of `0..count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.chance.next_u64() >> 1).expect("64 bits") % count.max(1)
    }

    /// True that often in a hundred throws.
    pub(crate) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        if all.is_empty() { None } else { all.get(self.below(all.len())) }
    }

    /// Small and whole mostly, so that values meet.
    pub(crate) fn number(&mut self) -> Rational {
        let small = i128::try_from(self.below(7)).expect("small");
        match self.below(if self.wild { 40 } else { 37 }) {
            0..=24 => small.into(),
            25..=29 => Rational::new(small, 2),
            30..=32 => Rational::new(small * 7, 100),
            33..=34 => Rational::new(small, 12),
            35 => (-small).into(),
            36 => (20_000 + small).into(),
            37 => Rational::new(small, 1_000_003),
            38 => ((1 << 61) + small).into(),
            _ => (10_i128.pow(36) + small).into(),
        }
    }
}
