//! What the TOML reader says of a file that does not have the shape of the catalogue.

use super::Loader;
use crate::locale::Message;
use crate::standard::mistake::{Mistake, Problem, suggestion};

impl Loader {
    /// Notes why a file cannot be read.
    pub(super) fn unreadable(&mut self, file: usize, error: &toml::de::Error) {
        let (message, help) = words(error.message());
        let span = error.span().unwrap_or(0..0);
        self.mistakes.list.push(Mistake { file, span, problem: Problem::Meaning(message), help });
    }
}

/// The same in the words of the packs, where the reader names a name.
fn words(what: &str) -> (Message, Option<Message>) {
    let mut names = what.split('`').skip(1).step_by(2);
    let name = names.next().unwrap_or_default();
    let key = [
        ("unknown field", "mistake-unknown-field"),
        ("missing field", "mistake-missing-field"),
        ("unknown variant", "mistake-unknown-word"),
    ];
    match key.iter().find(|(start, _)| what.starts_with(start)) {
        Some((_, key)) => {
            let known: Vec<&str> = names.collect();
            let message = Message::new(*key).with("name", name).with("known", known.join(", "));
            (message, suggestion(name, known))
        }
        None => (Message::new("mistake-toml").with("what", what), None),
    }
}
