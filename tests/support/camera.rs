//! What a camera writes into a JPEG, made up.

/// An EXIF block, little endian: orientation, owner, time, and a place in whole degrees, minutes and seconds.
pub(crate) fn exif(orientation: u8, latitude: [u32; 3], longitude: [u32; 3]) -> Vec<u8> {
    let mut data: Vec<u8> = Vec::new();
    // Where what does not fit its entry begins: behind three tables of four, one and four entries.
    let begin = 8 + table(4) + table(1) + table(4);
    let mut far = |bytes: &[u8]| {
        let at = begin + data.len();
        data.extend_from_slice(bytes);
        u32::try_from(at).expect("an offset")
    };
    let owner = far(b"Zhang San\0");
    let time = far(b"2026:05:01 09:30:00\0");
    let parts = |parts: [u32; 3]| {
        parts.iter().flat_map(|part| [*part, 1]).flat_map(u32::to_le_bytes).collect::<Vec<_>>()
    };
    let (north, east) = (far(&parts(latitude)), far(&parts(longitude)));
    let (photo, gps) = (8 + table(4), 8 + table(4) + table(1));
    let offset = |at: usize| u32::try_from(at).expect("an offset");
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    let letter = |letter: u8| u32::from(letter);
    out.extend(entries(&[
        (0x0112, 3, 1, orientation.into()),
        (0x013B, 2, 10, owner),
        (0x8769, 4, 1, offset(photo)),
        (0x8825, 4, 1, offset(gps)),
    ]));
    out.extend(entries(&[(0x9003, 2, 20, time)]));
    out.extend(entries(&[
        (1, 2, 2, letter(b'N')),
        (2, 5, 3, north),
        (3, 2, 2, letter(b'E')),
        (4, 5, 3, east),
    ]));
    out.extend(data);
    out
}

fn table(entries: usize) -> usize {
    2 + 12 * entries + 4
}

/// Tag, type, count and value or offset of each entry, and no further table.
fn entries(list: &[(u16, u16, u32, u32)]) -> Vec<u8> {
    let mut out = u16::try_from(list.len()).expect("a count").to_le_bytes().to_vec();
    for (tag, kind, count, value) in list {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    out.extend([0; 4]);
    out
}

/// The JPEG with the block behind its first marker.
pub(crate) fn with_exif(jpeg: &[u8], exif: &[u8]) -> Vec<u8> {
    let length = u16::try_from(exif.len() + 8).expect("a length").to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, b"Exif\0\0", exif, &jpeg[2..]].concat()
}
