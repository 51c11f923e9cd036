//! Conditions on one property: a truth for each code.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use super::BLOCK;
use super::plane::{EMPTY, Pair, Plane, pack, without};
use crate::inventory::Codes;
use crate::quantity::Truth;

/// Which codes are true, and which are false.
///
/// Dictionaries are in the order of their values, so that what holds for a
/// comparison is a run of codes, or a few; those cost two instructions for many rows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Marks {
    /// Runs of codes of two of the three truths; the third is what is left.
    Runs([(Truth, Vec<Run>); 2]),
    /// By code: bit 0 for true, bit 1 for false.
    Each(Vec<u8>),
}

/// First and last code.
pub(super) type Run = (u32, u32);

/// More runs than this are slower than looking each code up.
const MOST_RUNS: usize = 6;

impl Marks {
    pub(super) fn new(truths: &[Truth]) -> Self {
        let all = [Truth::True, Truth::False, Truth::Unknown].map(|truth| (truth, runs(truths, truth)));
        let most = all.iter().map(|(_, runs)| runs.len()).max().unwrap_or_default();
        let [a, b, c] = all;
        let two = if c.1.len() == most {
            [a, b]
        } else if b.1.len() == most {
            [a, c]
        } else {
            [b, c]
        };
        if two.iter().map(|(_, runs)| runs.len()).sum::<usize>() <= MOST_RUNS {
            return Self::Runs(two);
        }
        let bits = |truth: &Truth| u8::from(*truth == Truth::True) | u8::from(*truth == Truth::False) << 1;
        Self::Each(truths.iter().map(bits).collect())
    }

    /// The planes of the rows from `start` on.
    #[inline(always)]
    pub(super) fn planes(&self, codes: &Codes, start: usize) -> Pair {
        match codes {
            Codes::Bytes(codes) => self.of(codes, start),
            Codes::Words(codes) => self.of(codes, start),
            Codes::Wide(codes) => self.of(codes, start),
        }
    }

    #[inline(always)]
    fn of<C: Code>(&self, codes: &[C], start: usize) -> Pair {
        let codes = codes.get(start..codes.len().min(start + BLOCK)).unwrap_or_default();
        match self {
            Self::Runs([(one, first), (other, second)]) => {
                let (first, second) = (in_runs(codes, first), in_runs(codes, second));
                pair((*one, first), (*other, second))
            }
            Self::Each(marks) => looked_up(codes, marks),
        }
    }
}

/// What codes are kept in.
trait Code: Copy + TryFrom<u32> {
    /// Whether it is one of the `span + 1` codes from `low` on.
    fn within(self, low: Self, span: Self) -> bool;
    fn index(self) -> usize;
}

macro_rules! code {
    ($($kind:ty),*) => {$(
        impl Code for $kind {
            #[inline(always)]
            fn within(self, low: Self, span: Self) -> bool {
                self.wrapping_sub(low) <= span
            }

            #[inline(always)]
            fn index(self) -> usize {
                self as usize
            }
        }
    )*};
}

code!(u8, u16, u32);

fn runs(truths: &[Truth], wanted: Truth) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    for (code, _) in (0..).zip(truths).filter(|(_, truth)| **truth == wanted) {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => found.push((code, code)),
        }
    }
    found
}

#[inline(always)]
fn pair((one, first): (Truth, Plane), (other, second): (Truth, Plane)) -> Pair {
    let mut taken = first;
    super::plane::join(&mut taken, &second);
    let rest = without(&[u64::MAX; _], &taken);
    let of = |wanted| match wanted {
        wanted if wanted == one => first,
        wanted if wanted == other => second,
        _ => rest,
    };
    Pair { yes: of(Truth::True), no: of(Truth::False) }
}

#[inline(always)]
fn in_runs<C: Code>(codes: &[C], runs: &[Run]) -> Plane {
    if runs.is_empty() {
        return EMPTY;
    }
    let mut flags = [0; BLOCK];
    for (low, high) in runs {
        let (Ok(low), Ok(span)) = (C::try_from(*low), C::try_from(high - low)) else { continue };
        for (flag, code) in flags.iter_mut().zip(codes) {
            *flag |= u8::from(code.within(low, span));
        }
    }
    pack(&flags)
}

#[inline(always)]
fn looked_up<C: Code>(codes: &[C], marks: &[u8]) -> Pair {
    let (mut is, mut is_not) = ([0; BLOCK], [0; BLOCK]);
    for ((is, is_not), code) in is.iter_mut().zip(&mut is_not).zip(codes) {
        let bits = marks.get(code.index()).copied().unwrap_or_default();
        (*is, *is_not) = (bits & 1, bits >> 1);
    }
    Pair { yes: pack(&is), no: pack(&is_not) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each row is what its code is marked with, whatever the width of codes.
    fn check(truths: &[Truth], rows: usize) {
        let marks = Marks::new(truths);
        let code = |row: usize| (row * 7 + row / 3) % truths.len();
        let wide: Vec<u32> = (0..rows).map(|row| u32::try_from(code(row)).expect("small")).collect();
        let words = wide.iter().map(|code| u16::try_from(*code).expect("small")).collect();
        let bytes = wide.iter().map(|code| u8::try_from(*code).expect("small")).collect();
        for codes in [Codes::Bytes(bytes), Codes::Words(words), Codes::Wide(wide)] {
            let pair = marks.planes(&codes, 0);
            for row in 0..rows {
                let bit = |plane: &Plane| plane[row / 64] >> (row % 64) & 1 == 1;
                let got = match (bit(&pair.yes), bit(&pair.no)) {
                    (true, false) => Truth::True,
                    (false, true) => Truth::False,
                    (false, false) => Truth::Unknown,
                    (true, true) => panic!("both"),
                };
                assert_eq!(got, truths[code(row)], "row {row}");
            }
        }
    }

    #[test]
    fn every_row_is_what_its_code_is() {
        use Truth::{False, True, Unknown};
        check(&[True], 5);
        check(&[False, False, True, True, Unknown], 2048);
        check(&[True, False, Unknown], 130);
        let many: Vec<Truth> = (0..100).map(|code| [True, False, Unknown][code * code % 7 % 3]).collect();
        assert!(matches!(Marks::new(&many), Marks::Each(_)));
        check(&many, 1999);
    }
}
