//! Signs that CQL2 does not have, and those to write instead.

use unicode_normalization::UnicodeNormalization;
use winnow::combinator::opt;
use winnow::error::EmptyError;
use winnow::prelude::*;
use winnow::token::any;

use super::{Lexeme, Source};
use crate::locale::Message;

/// Signs people write and what CQL2 writes.
const INSTEAD: [(&str, &str); 20] = [
    ("!=", "<>"),
    ("==", "="),
    ("&&", "AND"),
    ("||", "OR"),
    ("!", "NOT"),
    ("≠", "<>"),
    ("≤", "<="),
    ("≥", ">="),
    ("⩽", "<="),
    ("⩾", ">="),
    ("×", "*"),
    ("÷", "/"),
    ("−", "-"),
    ("–", "-"),
    ("、", ","),
    ("‘", "'"),
    ("’", "'"),
    ("“", "\""),
    ("”", "\""),
    ("`", "\""),
];

/// Something CQL2 does not write, with what to write instead where that is known.
pub(super) fn mistake(source: &mut Source<'_>) -> winnow::Result<Lexeme, EmptyError> {
    for (wrong, right) in INSTEAD {
        if opt(wrong).parse_next(source)?.is_some() {
            return Ok(Err(found("cql-instead", wrong).with("instead", right)));
        }
    }
    let character = any.parse_next(source)?;
    let narrow: String = std::iter::once(character).nfkc().collect();
    let shown = character.escape_debug().to_string();
    let message = if narrow.is_ascii() && !character.is_ascii() {
        found("cql-instead", &shown).with("instead", narrow)
    } else {
        found("cql-character", &shown)
    };
    Ok(Err(message))
}

pub(super) fn found(key: &str, text: &str) -> Message {
    Message::new(key).with("found", text)
}
