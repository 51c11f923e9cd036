//! What is wrong with a profile: all its mistakes, each with its line.

use crate::locale::{Language, Locale, Message};

/// One mistake in a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Line of the profile, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: Message,
}

/// Why a profile cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileError {
    /// Every mistake, by line.
    pub mistakes: Vec<Mistake>,
}

impl ProfileError {
    /// The text is no profile by its form.
    pub(super) fn syntax(text: &str, error: &toml::de::Error) -> Self {
        let line = line_of(text, error.span().map_or(0, |span| span.start));
        let message = Message::new("profile-syntax").with("detail", error.message());
        Self { mistakes: vec![Mistake { line, message }] }
    }
}

/// The line a byte stands in, counted from 1.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

impl ProfileError {
    /// Every mistake in words, a line each.
    pub fn say(&self, locale: &Locale) -> String {
        let line = |mistake: &Mistake| {
            let message = Message::new("profile-mistake").with("line", mistake.line);
            locale.say(&message.with_words("what", mistake.message.clone()))
        };
        self.mistakes.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

impl std::fmt::Display for ProfileError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.say(&Locale::new(Language::En)))
    }
}

impl std::error::Error for ProfileError {}
