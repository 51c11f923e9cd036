//! How text from people is compared.

use unicode_normalization::UnicodeNormalization as _;

/// Full-width forms folded, lower-cased, surrounding space gone.
pub fn plain(text: &str) -> String {
    if text.chars().all(is_folded) {
        return text.trim().to_ascii_lowercase();
    }
    text.nfkc().collect::<String>().trim().to_lowercase()
}

/// Letters that have one form only, but for the case of the Latin ones; most of what is written.
fn is_folded(letter: char) -> bool {
    letter.is_ascii() || matches!(letter, '\u{4E00}'..='\u{9FFF}')
}

/// A header as it is compared: plain, without spaces, joiners and bracketed units.
pub fn header_key(header: &str) -> String {
    let plain = plain(header);
    if plain.chars().all(counts_in_keys) {
        return plain;
    }
    let mut depth = 0_u32;
    let mut key = String::with_capacity(plain.len());
    for letter in plain.chars() {
        match letter {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            letter if depth == 0 && counts_in_keys(letter) => key.push(letter),
            _ => {}
        }
    }
    key
}

/// The last letter of the key of a text, lower-case, where it can be told without making the key,
/// which is then no number either.
pub fn plain_end(text: &str) -> Option<char> {
    let last = text.chars().next_back().filter(|last| last.is_alphanumeric())?;
    let is_simple = |letter: char| is_folded(letter) && !matches!(letter, '(' | '[');
    let mut letters = text.chars();
    let says = letters.clone().any(char::is_alphabetic) && letters.all(is_simple);
    says.then(|| last.to_ascii_lowercase())
}

/// Whether a letter is neither space nor joiner nor bracket.
fn counts_in_keys(letter: char) -> bool {
    let joins = matches!(letter, '_' | '-' | '*' | ':' | '·' | '、' | '/');
    let brackets = matches!(letter, '(' | '[' | '【' | '〔' | ')' | ']' | '】' | '〕');
    !(joins || brackets || letter.is_whitespace())
}

/// Names less alike than this are not worth suggesting.
const ALIKE: f64 = 0.75;

/// The known name somebody probably meant, if any is like what was written.
pub fn nearest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.into_iter().map(|name| (strsim::jaro_winkler(wanted, name), name));
    scored.filter(|(score, _)| *score >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_name() {
        let known = ["total_spaces", "accessible_spaces", "name"];
        assert_eq!(nearest("totl_spaces", known), Some("total_spaces"));
        assert_eq!(nearest("无障碍车位", ["总车位", "无障碍停车位"]), Some("无障碍停车位"));
        assert_eq!(nearest("zzz", known), None);
    }

    #[test]
    fn the_short_way_to_plain_text_leads_to_the_same() {
        for text in [" 一 A-b\t", "无障碍 Bay", "\u{9FFF}z", "K", ""] {
            assert_eq!(plain(text), text.nfkc().collect::<String>().trim().to_lowercase());
        }
        let ideographs = '\u{4E00}'..='\u{9FFF}';
        assert!(ideographs.chain('\0'..='\u{7F}').all(|letter| letter.nfkc().eq([letter])));
    }

    #[test]
    fn the_end_of_a_key_is_told_where_that_is_simple() {
        for text in ["A-01", "东停车场", "南街道1号B", "a b"] {
            assert_eq!(plain_end(text), header_key(text).chars().next_back(), "{text}");
        }
        for text in ["12", "1-2", "合计（个）", "sum(2)", "合计 ", "Ｓｕｍ", "", "-"] {
            assert_eq!(plain_end(text), None, "{text}");
        }
    }

    #[test]
    fn headers_are_compared_without_units_and_joiners() {
        assert_eq!(header_key(" 坡道 宽度（mm） "), "坡道宽度");
        assert_eq!(header_key("Total_Spaces"), "totalspaces");
        assert_eq!(header_key("*设施名称"), "设施名称");
    }
}
