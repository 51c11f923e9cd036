//! How the letters of a table are written.
//!
//! The profile comes first, then the `.cpg`, then the language byte where it
//! names an encoding of East Asia: programs write the western ones whatever the
//! text is. Text that is UTF-8 is read as such against the byte. What is left
//! is read as text files are.

use encoding_rs::{Encoding, UTF_8};

use super::super::{Hints, ReadError, encoding};

/// Code pages by the numbers programs write, where they are no name of their encoding.
const PAGES: [(&str, &str); 9] = [
    ("936", "gb18030"),
    ("54936", "gb18030"),
    ("950", "big5"),
    ("932", "shift_jis"),
    ("949", "euc-kr"),
    ("65001", "utf-8"),
    ("1252", "windows-1252"),
    ("88591", "iso-8859-1"),
    ("8859-1", "iso-8859-1"),
];

/// The encoding of a table with this `.cpg`, language byte and first rows.
pub(super) fn of(
    hints: &Hints,
    page: Option<&str>,
    language: u8,
    sample: &[u8],
    whole: bool,
) -> Result<&'static Encoding, ReadError> {
    if let Some(name) = &hints.encoding {
        return encoding::named(name);
    }
    if let Some(named) = page.and_then(paged) {
        return Ok(named);
    }
    let evident = encoding::evident(sample, whole);
    let proven = evident == UTF_8 && !sample.is_ascii();
    let said = by_language(language).and_then(paged);
    Ok(said.filter(|_| !proven).unwrap_or(evident))
}

/// What a `.cpg` says: a name, or a number with or without words before it.
fn paged(text: &str) -> Option<&'static Encoding> {
    let text = text.trim().trim_matches('\0').to_lowercase();
    let last = text.rsplit([' ', ':']).next().unwrap_or_default();
    let number = last.trim_start_matches("cp").trim_start_matches("windows-");
    let by_number = PAGES.iter().find(|(page, _)| *page == number).map(|(_, name)| *name);
    encoding::named(by_number.unwrap_or(last)).ok()
}

/// The code page of a language byte of East Asia.
fn by_language(byte: u8) -> Option<&'static str> {
    Some(match byte {
        0x4D | 0x7A => "936",
        0x4F | 0x78 => "950",
        0x13 | 0x7B => "932",
        0x4E | 0x79 => "949",
        _ => return None,
    })
}
