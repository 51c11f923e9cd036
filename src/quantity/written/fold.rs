//! One spelling for the signs that look alike on a keyboard.

use unicode_normalization::UnicodeNormalization as _;

/// NFKC, and every dash, tilde, colon and slash as one of its kind.
///
/// The em dash stays apart from the hyphen: it joins two numbers and is never a minus.
pub(super) fn fold(text: &str) -> String {
    text.nfkc().map(sign).collect()
}

fn sign(letter: char) -> char {
    match letter {
        '\u{2010}' | '\u{2012}' | '\u{2013}' | '\u{2212}' => '-',
        '\u{2015}' => '—',
        '\u{301C}' | '\u{223C}' => '~',
        '\u{2236}' => ':',
        '\u{2044}' | '\u{2215}' => '/',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        '≒' => '≈',
        other => other,
    }
}
