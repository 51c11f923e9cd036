//! Whether a JPEG ends where its picture does; decoders paint what is missing grey and say nothing.

use image::ImageFormat;

/// Markers of JPEG: those without a length, the start of a scan, and the end.
const STANDALONE: std::ops::RangeInclusive<u8> = 0xD0..=0xD8;
const TEMPORARY: u8 = 0x01;
const SCAN: u8 = 0xDA;
const END: u8 = 0xD9;

/// Whether all of a picture is there; other formats than JPEG are found out by their decoders.
pub(super) fn is_whole(bytes: &[u8], format: ImageFormat) -> bool {
    format != ImageFormat::Jpeg || ends(bytes).unwrap_or(false)
}

/// Goes from marker to marker up to the end; `None` where the bytes end before.
fn ends(bytes: &[u8]) -> Option<bool> {
    let mut at = 0;
    loop {
        let marker = next(bytes, &mut at)?;
        match marker {
            END => return Some(true),
            TEMPORARY => {}
            marker if STANDALONE.contains(&marker) => {}
            marker => {
                let length = bytes.get(at..at + 2)?;
                at += usize::from(u16::from_be_bytes([length[0], length[1]])).max(2);
                if marker == SCAN {
                    at += scan(bytes.get(at..)?)?;
                }
            }
        }
    }
}

/// The next marker; what stands between two is passed over, as decoders do.
fn next(bytes: &[u8], at: &mut usize) -> Option<u8> {
    loop {
        *at += memchr::memchr(0xFF, bytes.get(*at..)?)?;
        while bytes.get(*at) == Some(&0xFF) {
            *at += 1;
        }
        let marker = *bytes.get(*at)?;
        *at += 1;
        if marker != 0 {
            return Some(marker);
        }
    }
}

/// The length of a scan: up to a marker that is neither a stuffed byte nor a restart.
fn scan(bytes: &[u8]) -> Option<usize> {
    memchr::memchr_iter(0xFF, bytes)
        .find(|at| bytes.get(at + 1).is_some_and(|next| !matches!(next, 0 | 0xD0..=0xD7 | 0xFF)))
}
