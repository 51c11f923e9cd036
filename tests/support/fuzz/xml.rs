//! Changes to XML that leave it XML, mostly.

use super::change::{Dice, below, one};

/// What numbers and words in attributes become.
const VALUES: [&str; 14] = [
    "0",
    "-1",
    "1",
    "65536",
    "1048576",
    "1048577",
    "4294967295",
    "4294967296",
    "99999999999999999999",
    "1e999",
    "NaN",
    "",
    "ZZZZZZ99999999",
    "A1:XFD1048576",
];

/// Changes elements or values once to some times.
pub(super) fn change(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=below(dice, 3) {
        match below(dice, 5) {
            0 => element(bytes, dice, &|_| Vec::new()),
            1 => {
                let times = if below(dice, 8) == 0 { 100 } else { 2 };
                element(bytes, dice, &|element| element.repeat(times));
            }
            2 => swap(bytes, dice),
            _ => value(bytes, dice),
        }
    }
}

/// From one tag to the next one or a later one.
fn element(bytes: &mut Vec<u8>, dice: &mut Dice, made: &dyn Fn(&[u8]) -> Vec<u8>) {
    let tags = tags(bytes);
    if tags.len() < 2 {
        return;
    }
    let first = below(dice, tags.len() - 1);
    let last = (first + 1 + below(dice, 4)).min(tags.len() - 1);
    let (from, to) = (tags[first], tags[last]);
    let new = made(&bytes[from..to]);
    bytes.splice(from..to, new);
}

fn swap(bytes: &mut [u8], dice: &mut Dice) {
    let tags = tags(bytes);
    if tags.len() < 3 {
        return;
    }
    let at = below(dice, tags.len() - 2);
    bytes[tags[at]..tags[at + 2]].rotate_left(tags[at + 1] - tags[at]);
}

/// A number or an attribute's value becomes another.
fn value(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let is_part = |byte: &u8| byte.is_ascii_digit();
    let starts: Vec<usize> =
        (1..bytes.len()).filter(|at| is_part(&bytes[*at]) && !is_part(&bytes[at - 1])).collect();
    if starts.is_empty() {
        return;
    }
    let from = *one(dice, &starts);
    let length = bytes[from..].iter().take_while(|byte| is_part(byte)).count();
    let new = one(dice, &VALUES).bytes();
    bytes.splice(from..from + length, new);
}

fn tags(bytes: &[u8]) -> Vec<usize> {
    bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at).collect()
}
