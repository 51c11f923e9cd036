//! Chance that comes out the same on every machine: keys in, whole numbers out.
//!
//! Every value has dice of its own, made from the seed and the names of what is
//! thrown for. So a new facility type or property changes no other value, and
//! no value hangs on which thread asked first. Only integers are used.

use rand::Rng as _;
use rand::SeedableRng as _;
use rand_xoshiro::Xoshiro256PlusPlus;

/// A stream of chance.
pub(super) struct Dice(Xoshiro256PlusPlus);

/// Something with a weight against its neighbours.
pub(super) trait Weighted {
    /// How often it comes up, against the others.
    fn weight(&self) -> u32;
}

/// Joins a key and a further part of it; the finaliser of `SplitMix64`.
pub(super) fn mix(key: u64, part: u64) -> u64 {
    let mut mixed = key.wrapping_add(part).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A name as a part of a key (FNV-1a).
pub(super) fn key_of(name: &str) -> u64 {
    let step = |key: u64, byte: u8| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    name.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

impl Dice {
    /// The dice of a key.
    pub(super) fn new(key: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(key))
    }

    /// One of `0..count`; 0 where there is nothing to choose.
    pub(super) fn below(&mut self, count: u64) -> u64 {
        let wide = u128::from(self.0.next_u64()) * u128::from(count);
        // The upper half of the product is below `count`.
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// One of `low..=high`.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.saturating_sub(low).max(0).unsigned_abs();
        low.saturating_add_unsigned(self.below(width.saturating_add(1)))
    }

    /// True that often in a thousand throws.
    pub(super) fn happens(&mut self, per_mille: u32) -> bool {
        self.below(1000) < u64::from(per_mille)
    }

    /// Which of several things happens, each so often in a thousand; past the end where none does.
    pub(super) fn slot(&mut self, per_mille: &[u32]) -> usize {
        let thrown = self.below(1000);
        let mut reached = 0;
        let passed = |rate: &&u32| {
            reached += u64::from(**rate);
            reached <= thrown
        };
        per_mille.iter().take_while(passed).count()
    }

    /// One of them, all alike.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let chosen = self.below(from.len() as u64);
        from.get(usize::try_from(chosen).ok()?)
    }

    /// One of them by weight.
    pub(super) fn weighted<'a, T: Weighted>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let total = from.iter().map(|one| u64::from(one.weight())).sum();
        let thrown = self.below(total);
        let mut reached = 0;
        from.iter().find(|one| {
            reached += u64::from(one.weight());
            thrown < reached
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_key_throws_the_same_numbers_for_ever() {
        let mut dice = Dice::new(mix(key_of("parking"), 42));
        let thrown: Vec<i64> = (0..6).map(|_| dice.between(1, 6)).collect();
        assert_eq!(thrown, [2, 5, 1, 3, 3, 1]);
    }

    #[test]
    fn keys_are_those_of_the_published_functions() {
        assert_eq!(mix(0, 0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(key_of(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(key_of("a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn limits_are_part_of_what_may_come_up() {
        let mut dice = Dice::new(1);
        let thrown: std::collections::BTreeSet<i64> = (0..200).map(|_| dice.between(-1, 1)).collect();
        assert_eq!(thrown.into_iter().collect::<Vec<_>>(), [-1, 0, 1]);
        assert_eq!(Dice::new(1).between(5, 5), 5);
        assert_eq!(Dice::new(1).below(0), 0);
    }

    #[test]
    fn rates_are_kept_in_the_long_run() {
        let mut dice = Dice::new(7);
        let often = (0..10_000).filter(|_| dice.happens(250)).count();
        assert!((2_300..2_700).contains(&often), "{often}");
        let slots = (0..10_000).filter(|_| dice.slot(&[100, 200]) == 1).count();
        assert!((1_800..2_200).contains(&slots), "{slots}");
    }
}
