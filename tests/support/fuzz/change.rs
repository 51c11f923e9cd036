//! Changes to bytes that readers do not expect.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::Rng as _;

/// No input grows beyond this.
const LARGEST: usize = 1 << 18;

/// Bytes that mean something somewhere.
const TELLING: &[u8] = b"\0\x01\x7F\x80\xFF\xFE\"',;\t\r\n<>&/=()%-0 9\xA1\xE5\xEF";

/// Numbers at the edges of types and formats.
const EDGES: [u32; 12] =
    [0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x8000, 16_384, 65_536, 0x7FFF_FFFF, 0xFFFF_FFFE, u32::MAX];

/// Chance with handles.
pub(super) type Dice = Xoshiro256PlusPlus;

/// A number below `most`, 0 where that is 0.
pub(super) fn below(dice: &mut Dice, most: usize) -> usize {
    usize::try_from(dice.next_u64() % most.max(1) as u64).unwrap_or_default()
}

/// One of several.
pub(super) fn one<'a, T>(dice: &mut Dice, of: &'a [T]) -> &'a T {
    &of[below(dice, of.len())]
}

/// Changes bytes once to some times; `other` is what may be spliced in.
pub(super) fn bytes(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    for _ in 0..=below(dice, 6) {
        once(bytes, other, dice);
        bytes.truncate(LARGEST);
    }
}

fn once(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let at = below(dice, bytes.len());
    let (from, to) = range(bytes.len(), dice);
    match below(dice, 10) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(from..to)),
        2 | 3 => {
            let times = *one(dice, &[1, 2, 64]);
            insert(bytes, at, &bytes[from..to].repeat(times));
        }
        4 => {
            let (from, to) = range(other.len(), dice);
            insert(bytes, at, &other[from..to]);
        }
        5 | 6 => number(bytes, at, dice),
        7 => bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << below(dice, 8)),
        8 => {
            bytes
                .get_mut(at)
                .into_iter()
                .for_each(|byte| *byte = u8::try_from(below(dice, 256)).unwrap_or(0));
        }
        _ => bytes.get_mut(at).into_iter().for_each(|byte| *byte = *one(dice, TELLING)),
    }
}

/// An edge as a number of one, two or four bytes.
fn number(bytes: &mut [u8], at: usize, dice: &mut Dice) {
    let edge = one(dice, &EDGES).to_le_bytes();
    let width = *one(dice, &[1, 2, 4]);
    bytes.iter_mut().skip(at).zip(&edge[..width]).for_each(|(byte, new)| *byte = *new);
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    let tail = bytes.split_off(at.min(bytes.len()));
    bytes.extend(piece.iter().take(LARGEST));
    bytes.extend(tail);
}

/// Mostly short.
fn range(length: usize, dice: &mut Dice) -> (usize, usize) {
    let from = below(dice, length);
    let most = if below(dice, 4) == 0 { length } else { 32 };
    (from, (from + below(dice, most)).min(length))
}
