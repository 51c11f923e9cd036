//! Yes, no, none, unknown, not applicable, and the values of categories.

use std::collections::BTreeMap;

use super::{Field, Seen};
use crate::diagnostic::Code;
use crate::model::{Category, Kind, Meaning, Observed, Property, nearest, plain};
use crate::quantity::Interval;
use crate::survey::reader::Cell;
use crate::survey::voice::NONE;

/// Values a message lists before it stops.
const MOST_LISTED: usize = 8;

impl From<bool> for Meaning {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl Field<'_> {
    /// What a word of the vocabulary says of this property.
    pub(super) fn word(&self, meaning: Meaning) -> Seen {
        match (meaning, self.property.kind) {
            (Meaning::Unknown, _) => Observed::Unknown.into(),
            (Meaning::NotApplicable, _) => Observed::NotApplicable.into(),
            (_, Kind::Boolean) => Observed::Flag(meaning == Meaning::Yes).into(),
            (_, Kind::Count) => self.word_in_count(meaning),
            (_, Kind::Category) => self.not_a_category(""),
            (_, Kind::Date) => Seen::doubtful(Code::NotADate),
            _ => Seen::doubtful(Code::NotANumber),
        }
    }

    /// A yes says that there are some, and only the profile knows whether it was meant so.
    fn word_in_count(&self, meaning: Meaning) -> Seen {
        if !self.rule.is_some_and(|rule| rule.words_as_counts) {
            return Seen::doubtful(Code::WordInCount);
        }
        let count = match meaning {
            Meaning::Yes => Interval::new(Some(1.into()), None),
            _ => Some(Interval::exact(0)),
        };
        Observed::Number(count.unwrap_or(Interval::UNBOUNDED).into()).into()
    }

    pub(super) fn flag(&self, cell: &Cell, text: &str) -> Seen {
        match (cell, self.meaning(text)) {
            (Cell::Flag(flag), _) => Observed::Flag(*flag).into(),
            (_, Some(meaning)) => self.word(meaning),
            (_, None) => Seen::doubtful(Code::NotYesOrNo),
        }
    }

    /// A value of the list outranks the vocabulary: `无` may be one of them.
    pub(super) fn category(&self, text: &str) -> Seen {
        if let Some(value) = self.categories.get(&plain(text)) {
            return Observed::Category(*value).into();
        }
        self.meaning(text).map_or_else(|| self.not_a_category(&plain(text)), |meaning| self.word(meaning))
    }

    fn not_a_category(&self, wanted: &str) -> Seen {
        let values = &self.property.values;
        let listed = |label: fn(&Category) -> &str, joint: &str| {
            values.iter().take(MOST_LISTED).map(label).collect::<Vec<_>>().join(joint)
        };
        let close = nearest(wanted, values.iter().flat_map(names)).unwrap_or(NONE);
        Seen::doubtful(Code::NotACategory)
            .with("known_zh", listed(|value| &value.label.zh, "、"))
            .with("known_en", listed(|value| &value.label.en, ", "))
            .with("nearest", close.to_owned())
    }
}

/// Plain names of a property's values; the first to claim a name keeps it.
pub(super) fn categories(property: &Property) -> BTreeMap<String, usize> {
    let mut known = BTreeMap::new();
    for (index, value) in property.values.iter().enumerate() {
        for name in names(value).map(plain).filter(|name| !name.is_empty()) {
            known.entry(name).or_insert(index);
        }
    }
    known
}

fn names(value: &Category) -> impl Iterator<Item = &str> {
    let label = [&*value.id, &*value.label.zh, &*value.label.en];
    label.into_iter().chain(value.aliases.iter().map(String::as_str))
}
