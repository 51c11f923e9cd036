//! What is wrong with a text, where, and what would have been right.

use super::Span;
use crate::locale::{Locale, Message};

/// A mistake in a CQL2 text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where; empty at the very end of the text.
    pub span: Span,
    /// What is the matter; its placeable `expected` is filled in by [`Self::say`].
    pub message: Message,
    /// What would have been right there, most likely first; empty where the message says it.
    pub expected: Vec<Expected>,
}

/// Something that could have been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expected {
    /// A property, number, text, function or parenthesis.
    Operand,
    /// A text in single quotes.
    Text,
    /// A number.
    Number,
    /// An end of an interval.
    Instant,
    /// A geometry other than a box or collection.
    Geometry,
    /// This sign or word.
    Literally(&'static str),
    /// `+`, `-`, `*`, `/`, `%`, `div` or `^`.
    Arithmetic,
    /// A comparison sign, `BETWEEN`, `IN`, `LIKE` or `IS NULL`.
    Comparison,
    /// The end of the text.
    End,
}

impl Expected {
    fn say(self, locale: &Locale) -> String {
        let key = match self {
            Self::Literally(text) => return format!("`{text}`"),
            Self::Operand => "cql-expect-operand",
            Self::Text => "cql-expect-text",
            Self::Number => "cql-expect-number",
            Self::Instant => "cql-expect-instant",
            Self::Geometry => "cql-expect-geometry",
            Self::Arithmetic => "cql-expect-arithmetic",
            Self::Comparison => "cql-expect-comparison",
            Self::End => "cql-expect-end",
        };
        locale.text(key)
    }
}

impl SyntaxError {
    pub(super) fn new(span: Span, message: Message) -> Self {
        Self { span, message, expected: Vec::new() }
    }

    /// The mistake in words.
    pub fn say(&self, locale: &Locale) -> String {
        locale.say(&self.message.clone().with("expected", self.alternatives(locale)))
    }

    fn alternatives(&self, locale: &Locale) -> String {
        let said: Vec<_> = self.expected.iter().map(|one| one.say(locale)).collect();
        match said.as_slice() {
            [first @ .., last] if !first.is_empty() => {
                let first = first.join(&locale.text("cql-list-comma"));
                format!("{first}{}{last}", locale.text("cql-list-or"))
            }
            _ => said.concat(),
        }
    }
}
