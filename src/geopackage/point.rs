//! Points: a header, then well-known binary.

/// `GP`, version 0; little-endian, without a box; EPSG:4326.
const HEADER: [u8; 8] = [b'G', b'P', 0, 1, 0xE6, 0x10, 0, 0];

/// Little-endian, and a point.
const POINT: [u8; 5] = [1, 1, 0, 0, 0];

/// Bytes of a point.
const LENGTH: usize = 29;

/// A point of longitude and latitude.
pub fn point((x, y): (f64, f64)) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let parts = HEADER.into_iter().chain(POINT).chain(x.to_le_bytes()).chain(y.to_le_bytes());
    bytes.iter_mut().zip(parts).for_each(|(byte, part)| *byte = part);
    bytes
}

/// The place of a point; `None` where the bytes are something else.
pub fn place(bytes: &[u8]) -> Option<(f64, f64)> {
    let rest = bytes.strip_prefix(&HEADER)?.strip_prefix(&POINT)?;
    let (x, rest) = rest.split_first_chunk()?;
    let y = rest.try_into().ok()?;
    Some((f64::from_le_bytes(*x), f64::from_le_bytes(y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_and_other_bytes_are_none() {
        let bytes = point((107.4, -40.75));
        assert_eq!(place(&bytes), Some((107.4, -40.75)));
        assert_eq!(place(&bytes[..28]), None);
        assert_eq!(place(b"GP"), None);
    }
}
