//! How text from people is compared.

use unicode_normalization::UnicodeNormalization as _;

/// Full-width forms folded, lower-cased, surrounding space gone.
pub fn plain(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_lowercase()
}

/// A header as it is compared: plain, without spaces, joiners and bracketed units.
pub fn header_key(header: &str) -> String {
    let mut depth = 0_u32;
    let mut key = String::new();
    for letter in plain(header).chars() {
        match letter {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            '_' | '-' | '*' | ':' | '·' | '、' | '/' => {}
            letter if letter.is_whitespace() || depth > 0 => {}
            letter => key.push(letter),
        }
    }
    key
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
    fn headers_are_compared_without_units_and_joiners() {
        assert_eq!(header_key(" 坡道 宽度（mm） "), "坡道宽度");
        assert_eq!(header_key("Total_Spaces"), "totalspaces");
        assert_eq!(header_key("*设施名称"), "设施名称");
    }
}
