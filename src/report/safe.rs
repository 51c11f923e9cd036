//! Makes text from surveys harmless to look at.

use std::borrow::Cow;

/// The text with every invisible instruction made visible.
///
/// Control characters become their pictures (`␛`), so that a name cannot move
/// the cursor or colour the terminal; marks that turn the direction of writing
/// become `�`, so that it cannot disguise itself as another.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|letter| picture(letter) != letter) {
        Cow::Owned(text.chars().map(picture).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The same, where line breaks and tabs are welcome.
pub(super) fn visible_lines(text: &str) -> String {
    let keep = |letter| matches!(letter, '\n' | '\r' | '\t');
    text.chars().map(|letter| if keep(letter) { letter } else { picture(letter) }).collect()
}

fn picture(letter: char) -> char {
    match letter {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_escapes_become_pictures() {
        assert_eq!(visible("a\u{1b}[31m\u{9b}b\u{7f}\n"), "a␛[31m\u{fffd}b␡␊");
        assert_eq!(visible("停车场 \u{202e}gpj"), "停车场 \u{fffd}gpj");
        assert!(matches!(visible("plain"), Cow::Borrowed(_)));
        assert_eq!(visible_lines("a\nb\u{1b}"), "a\nb␛");
    }
}
