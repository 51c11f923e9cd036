//! Which encoding a text is in.
//!
//! A byte order mark is never wrong, so it comes first; then what the profile
//! says, then the evidence: UTF-16 and UTF-8 prove themselves, and everything
//! else is read as GB18030, of which GBK and GB2312 are parts. Detectors of
//! more encodings were tried: a short GBK header passes for Korean, and told to
//! expect Chinese they answer GBK to whatever they see. Other encodings, Big5
//! among them, are for the profile to name; letters that do not fit are reported.

use encoding_rs::{Encoding, GB18030, GBK, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;

/// The encoding a profile names.
pub(super) fn named(name: &str) -> Result<&'static Encoding, ReadError> {
    let found = match name.trim().to_lowercase().as_str() {
        "ansi" | "cp936" | "ms936" => Some(GB18030),
        "utf-8-sig" => Some(UTF_8),
        label => Encoding::for_label(label.as_bytes()).filter(|found| *found != REPLACEMENT),
    };
    match found {
        Some(found) if found == GBK => Ok(GB18030),
        found => found.ok_or_else(|| ReadError::UnknownEncoding { name: name.to_owned() }),
    }
}

/// The encoding that the bytes themselves speak for. `whole` says that they
/// end where the file ends and not perhaps in the middle of a character.
pub(super) fn evident(bytes: &[u8], whole: bool) -> &'static Encoding {
    if let Some(wide) = utf16(bytes) {
        return wide;
    }
    if utf8(bytes, whole) { UTF_8 } else { GB18030 }
}

/// Separators and digits have one zero byte in UTF-16, always on the same side.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let (most, least) = (high.max(low), high.min(low));
    if most < 2 || most * 40 < bytes.len() || least * 20 > most {
        return None;
    }
    Some(if low > high { UTF_16LE } else { UTF_16BE })
}

/// UTF-8, with a few broken characters at most: names cut by a length in
/// bytes are common, and no other encoding looks like UTF-8 by accident.
fn utf8(bytes: &[u8], whole: bool) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let cut = !whole && std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
    bad == 0 || cut || bad * 10 < good
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_cut_at_the_end_of_the_sample_is_no_mistake() {
        let text = "名称,宽度".as_bytes();
        let cut = text.get(..text.len() - 1).unwrap_or_default();
        assert_eq!(evident(cut, false), UTF_8);
    }

    #[test]
    fn a_broken_character_does_not_turn_a_file_into_another_encoding() {
        let mut bytes = "名称,地址,备注\n第一人民医院,解放路一号,无".as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        bytes.push(b'\n');
        assert_eq!(evident(&bytes, true), UTF_8);
    }

    #[test]
    fn short_chinese_is_never_taken_for_korean() {
        for header in ["名称", "设施名称,类型", "编号,坡道宽度,坡度", "厕所"] {
            let (bytes, ..) = GBK.encode(header);
            assert_eq!(evident(&bytes, true), GB18030, "{header}");
        }
    }

    #[test]
    fn encodings_have_many_names() {
        for name in ["GBK", "gb2312", "ANSI", "cp936", " GB18030 "] {
            assert_eq!(named(name).expect(name), GB18030);
        }
        assert!(matches!(named("klingon"), Err(ReadError::UnknownEncoding { .. })));
    }

    #[test]
    fn a_stray_zero_byte_does_not_make_utf16() {
        assert_eq!(evident(b"name,width\nstation\0,900\n", true), UTF_8);
    }
}
