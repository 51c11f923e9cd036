//! The one font of every drawing, and what it cannot show.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use ttf_parser::Face;

/// Noto Sans SC, the characters this country's names are written in; made by `maps/fonts/make-subset`.
pub(super) const FONT: &[u8] = include_bytes!("../../maps/fonts/NotoSansSC-subset.ttf");

/// Its name inside the file.
pub(super) const FAMILY: &str = "Noto Sans SC";

/// Stands for a character the font lacks.
const BLANK: char = '〓';

fn face() -> Option<&'static Face<'static>> {
    static FACE: OnceLock<Option<Face<'static>>> = OnceLock::new();
    FACE.get_or_init(|| Face::parse(FONT, 0).ok()).as_ref()
}

/// How wide a line of text is at a size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let Some(face) = face() else { return size * text.chars().map(|_| 1.0).sum::<f64>() };
    let whole = f64::from(face.units_per_em());
    let advance = |letter: char| {
        let glyph = face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph));
        glyph.map_or(1.0, |advance| f64::from(advance) / whole)
    };
    size * text.chars().map(advance).sum::<f64>()
}

/// The characters of a text that the font lacks.
pub fn lacks(text: &str) -> BTreeSet<char> {
    text.chars().filter(|letter| is_lacking(*letter)).collect()
}

/// The text with every character the font lacks shown as `〓`.
pub(super) fn displayable(text: &str) -> String {
    text.chars().map(|letter| if is_lacking(letter) { BLANK } else { letter }).collect()
}

fn is_lacking(letter: char) -> bool {
    letter >= ' ' && face().is_none_or(|face| face.glyph_index(letter).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_as_wide_as_high_and_latin_narrower() {
        assert!((width("无障碍", 10.0) - 30.0).abs() < 0.01);
        assert!(width("Wide", 10.0) < 30.0 && width("Wide", 10.0) > 15.0);
    }

    #[test]
    fn a_rare_character_is_shown_as_a_blank_and_known_to_be_lacking() {
        assert_eq!(displayable("𠮷林街道"), "〓林街道");
        assert_eq!(lacks("𠮷林𠮷"), BTreeSet::from(['𠮷']));
        assert!(lacks("临河区 GS(2024)1234号 ①—“”").is_empty());
    }
}
