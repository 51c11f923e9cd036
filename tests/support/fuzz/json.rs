//! Changes to JSON that leave it JSON, mostly.

use super::change::{Dice, below, one};

/// What values become.
const VALUES: [&str; 18] = [
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "-0.0000000000000000000000001",
    "180.0000001",
    "39448438.25",
    "4294967296",
    "99999999999999999999999999999999999999999",
    "\"\"",
    "\"NaN\"",
    "\"\\ud800\"",
    "\"EPSG:4527\"",
    "[]",
    "{}",
    "[[[]]]",
    "{\"type\":\"Feature\",\"properties\":{\"\":[{}]},\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[]}}",
];

/// Changes values once to some times.
pub(super) fn change(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=below(dice, 3) {
        let starts: Vec<usize> = (1..=bytes.len()).filter(|at| begins(bytes, *at)).collect();
        if starts.is_empty() {
            return;
        }
        let from = *one(dice, &starts);
        let to = from + length(&bytes[from..]);
        let value = bytes[from..to].to_vec();
        let new = match below(dice, 8) {
            0 => Vec::new(),
            1 => [&value[..], b",", &value].concat(),
            2 => {
                let depth = *one(dice, &[1, 2, 200, 5_000]);
                [b"[".repeat(depth), value, b"]".repeat(depth)].concat()
            }
            3 => {
                let other = *one(dice, &starts);
                bytes[other..other + length(&bytes[other..])].to_vec()
            }
            _ => one(dice, &VALUES).as_bytes().to_vec(),
        };
        bytes.splice(from..to, new);
    }
}

/// Whether a value, or the name of one, may begin here.
fn begins(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at - 1], b':' | b',' | b'[' | b'{')
}

/// How long the value is that begins here.
fn length(bytes: &[u8]) -> usize {
    let (mut depth, mut is_text, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b',' | b':' | b']' | b'}' if depth == 0 => return at,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            _ => {}
        }
    }
    bytes.len()
}
