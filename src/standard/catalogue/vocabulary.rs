//! The words surveyors use instead of values.

use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};

use super::file::{NumbersFile, WordsFile};
use crate::model::{Kind, Vocabulary, header_key, plain};

/// Every kind, for words that mean the same in all of them.
const ANY: [Kind; 12] = [
    Kind::Count,
    Kind::Length,
    Kind::Area,
    Kind::Ratio,
    Kind::Force,
    Kind::Duration,
    Kind::Money,
    Kind::Degree,
    Kind::Boolean,
    Kind::Category,
    Kind::Date,
    Kind::Text,
];

/// Adds the words of one file.
pub(super) fn extend(
    vocabulary: &mut Vocabulary,
    files: Vec<WordsFile>,
    numbers: Option<NumbersFile>,
) -> Result<(), String> {
    for file in files {
        for kind in kinds(&file.kinds)? {
            for word in &file.words {
                let known = vocabulary.words.insert((kind, plain(word)), file.meaning);
                if known.is_some_and(|known| known != file.meaning) {
                    return Err(format!("`{word}` has two meanings for the kind {kind:?}"));
                }
            }
        }
    }
    if let Some(numbers) = numbers {
        vocabulary.counters.extend(numbers.counters);
        vocabulary.totals.extend(numbers.totals.iter().map(|word| header_key(word)));
        vocabulary.eastings.extend(numbers.eastings.iter().map(|word| header_key(word)));
        vocabulary.northings.extend(numbers.northings.iter().map(|word| header_key(word)));
        vocabulary.about = Some(numbers.about.0);
    }
    Ok(())
}

fn kinds(names: &[String]) -> Result<Vec<Kind>, String> {
    let mut kinds = Vec::new();
    for name in names {
        if name == "any" {
            kinds.extend(ANY);
            continue;
        }
        let one: StrDeserializer<'_, Error> = name.as_str().into_deserializer();
        kinds.push(Kind::deserialize(one).map_err(|_| format!("`{name}` is no kind"))?);
    }
    Ok(kinds)
}
