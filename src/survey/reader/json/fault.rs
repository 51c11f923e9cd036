//! What is wrong with a text that should be JSON.

use std::io;

use super::token::Place;

/// A mistake in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The text ends in the middle.
    Ends,
    /// No value where one is due.
    NoValue,
    /// No key in quotation marks where one is due.
    NoKey,
    /// No colon after a key.
    NoColon,
    /// Neither a comma nor a closing bracket.
    NoComma,
    /// A comma, and then nothing.
    TrailingComma,
    /// Something that is not written as a number.
    NoNumber,
    /// A backslash before something that it cannot stand before.
    BadEscape,
    /// A line break or another control character in quotation marks.
    ControlCharacter,
    /// More brackets in brackets than any survey needs.
    TooDeep,
    /// Something after the end.
    Trailing,
}

impl Fault {
    /// Every mistake.
    pub const ALL: &'static [Self] = &[
        Self::Ends,
        Self::NoValue,
        Self::NoKey,
        Self::NoColon,
        Self::NoComma,
        Self::TrailingComma,
        Self::NoNumber,
        Self::BadEscape,
        Self::ControlCharacter,
        Self::TooDeep,
        Self::Trailing,
    ];

    /// The name in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ends => "ends",
            Self::NoValue => "no-value",
            Self::NoKey => "no-key",
            Self::NoColon => "no-colon",
            Self::NoComma => "no-comma",
            Self::TrailingComma => "trailing-comma",
            Self::NoNumber => "no-number",
            Self::BadEscape => "bad-escape",
            Self::ControlCharacter => "control-character",
            Self::TooDeep => "too-deep",
            Self::Trailing => "trailing",
        }
    }
}

/// Why JSON cannot be read on.
#[derive(Debug)]
pub(super) enum JsonError {
    Io(io::Error),
    Fault { fault: Fault, line: u64, column: u64 },
}

impl JsonError {
    pub(super) fn at(place: Place, fault: Fault) -> Self {
        Self::Fault { fault, line: place.line, column: place.column() }
    }
}

impl From<io::Error> for JsonError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
