//! The Fluent bundles and how a message is put into words.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use serde::{Deserialize, Serialize};

use super::Language;

/// Something to say: a key of the locale files and what to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Key in `zh.ftl` and `en.ftl`.
    pub key: String,
    /// Name and text of each placeable.
    pub args: Vec<(Cow<'static, str>, String)>,
    /// Name of a placeable and the message to fill in.
    pub words: Vec<(Cow<'static, str>, Message)>,
}

impl std::error::Error for Message {}

impl std::fmt::Display for Message {
    /// For programmers; people are told by a [`Locale`](super::Locale).
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {:?}", self.key, self.args)
    }
}

impl Message {
    /// A message without anything to fill in.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new(), words: Vec::new() }
    }

    /// The same with one more thing filled in.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "reads better at the call")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// The same with another message filled in.
    #[must_use]
    pub fn with_words(mut self, name: &'static str, words: Message) -> Self {
        self.words.push((name.into(), words));
        self
    }
}

/// One language, ready to speak.
pub struct Locale {
    /// Which one.
    pub language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Locale {
    /// Loads the words of a language.
    pub fn new(language: Language) -> Self {
        let source = match language {
            Language::Zh => include_str!("zh.ftl"),
            Language::En => include_str!("en.ftl"),
        };
        // What parses is used even where a line does not; a test refuses any mistake.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// A text without anything to fill in.
    pub fn text(&self, key: &str) -> String {
        self.say(&Message::new(key))
    }

    /// A message in words; a key that is missing speaks for itself.
    pub fn say(&self, message: &Message) -> String {
        let Some(pattern) = self.bundle.get_message(&message.key).and_then(|found| found.value()) else {
            return message.key.clone();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(name.as_ref(), argument(value));
        }
        for (name, words) in &message.words {
            args.set(name.as_ref(), FluentValue::from(self.say(words)));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Whether there is a message of that key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// Small whole numbers select plural forms; everything else stays as it is written.
fn argument(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of a file, and how many of its lines are mistakes.
    fn keys(source: &str) -> (Vec<&str>, usize) {
        let mistakes = FluentResource::try_new(source.to_owned()).err().map_or(0, |(_, errors)| errors.len());
        let named = source.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        let mut keys: Vec<&str> = named.filter_map(|line| Some(line.split_once(" =")?.0)).collect();
        keys.sort_unstable();
        (keys, mistakes)
    }

    #[test]
    fn both_languages_have_the_same_keys_once_and_no_mistakes() {
        let (chinese, english) = (keys(include_str!("zh.ftl")), keys(include_str!("en.ftl")));
        assert_eq!(chinese.1 + english.1, 0);
        assert_eq!(chinese.0, english.0);
        assert!(chinese.0.windows(2).all(|pair| pair[0] != pair[1]), "a key is there twice");
    }
}
