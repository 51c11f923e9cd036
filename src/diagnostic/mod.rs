//! What is wrong with *input*: a code, a place, the value found.
//!
//! A diagnostic is about the data, a finding about the facility, an error
//! about the run. Words for codes are in the locale files, as
//! `diagnostic-<code>` (what is the matter) and `remedy-<code>` (what to do).

mod code;
mod place;

pub use code::{Code, Severity};
pub use place::Place;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::locale::Message;

/// Stands for what a personal record says.
pub const WITHHELD: &str = "…";

/// One thing that is wrong, or worth knowing, about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of thing.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// The text found there; never set for personal types.
    pub value: Option<String>,
    /// Further placeables of the wording.
    pub args: Vec<(Cow<'static, str>, String)>,
    /// Placeables that are messages themselves.
    pub words: Vec<(Cow<'static, str>, Message)>,
}

impl Diagnostic {
    /// A diagnostic about a place.
    pub fn new(code: Code, place: Place) -> Self {
        Self { code, place, value: None, args: Vec::new(), words: Vec::new() }
    }

    /// The same with the text that was found.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// The same with one more placeable.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "reads better at the call")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// What is the matter, in words to be spoken by a locale.
    pub fn message(&self) -> Message {
        self.wording("diagnostic")
    }

    /// What to do about it.
    pub fn remedy(&self) -> Message {
        self.wording("remedy")
    }

    fn wording(&self, prefix: &str) -> Message {
        let mut args = self.args.clone();
        args.push(("value".into(), self.value.clone().unwrap_or_else(|| WITHHELD.to_owned())));
        args.push(("column".into(), self.place.column.as_deref().unwrap_or_default().to_owned()));
        Message { key: format!("{prefix}-{}", self.code.key()), args, words: self.words.clone() }
    }
}
