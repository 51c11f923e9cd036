//! The words surveyors use instead of values.

use toml::Spanned;

use super::Loader;
use super::file::{NumbersFile, WordsFile};
use crate::locale::Message;
use crate::model::{Kind, header_key, plain};
use crate::standard::mistake::suggestion;

/// Every kind, by its name; `any` is all of them.
const KINDS: [(&str, Kind); 12] = [
    ("count", Kind::Count),
    ("length", Kind::Length),
    ("area", Kind::Area),
    ("ratio", Kind::Ratio),
    ("force", Kind::Force),
    ("duration", Kind::Duration),
    ("money", Kind::Money),
    ("degree", Kind::Degree),
    ("boolean", Kind::Boolean),
    ("category", Kind::Category),
    ("date", Kind::Date),
    ("text", Kind::Text),
];

impl Loader {
    /// Adds the words of one file.
    pub(super) fn words(&mut self, file: usize, lists: Vec<WordsFile>, numbers: Option<NumbersFile>) {
        for list in lists {
            for kind in list.kinds.iter().flat_map(|name| self.kinds(file, name)).collect::<Vec<_>>() {
                for word in &list.words {
                    let key = (kind, plain(word.get_ref()));
                    let known = self.catalogue.vocabulary.words.insert(key, list.meaning);
                    if known.is_some_and(|known| known != list.meaning) {
                        let message = Message::new("mistake-two-meanings").with("name", word.get_ref());
                        self.wrong(file, word.span(), message, None);
                    }
                }
            }
        }
        if let Some(numbers) = numbers {
            let vocabulary = &mut self.catalogue.vocabulary;
            vocabulary.counters.extend(numbers.counters);
            vocabulary.totals.extend(numbers.totals.iter().map(|word| header_key(word)));
            vocabulary.counted.extend(numbers.counted.iter().map(|word| header_key(word)));
            vocabulary.eastings.extend(numbers.eastings.iter().map(|word| header_key(word)));
            vocabulary.northings.extend(numbers.northings.iter().map(|word| header_key(word)));
            vocabulary.systems.extend(numbers.systems.iter().map(|word| header_key(word)));
            vocabulary.about = Some(numbers.about.0);
        }
    }

    fn kinds(&mut self, file: usize, name: &Spanned<String>) -> Vec<Kind> {
        let word = name.get_ref().as_str();
        let found: Vec<Kind> =
            KINDS.iter().filter(|(id, _)| word == "any" || *id == word).map(|(_, kind)| *kind).collect();
        if found.is_empty() {
            let known = KINDS.iter().map(|(id, _)| *id).chain(["any"]);
            let message = Message::new("mistake-unknown-word").with("name", word);
            let message = message.with("known", known.clone().collect::<Vec<_>>().join(", "));
            self.wrong(file, name.span(), message, suggestion(word, known));
        }
        found
    }
}
