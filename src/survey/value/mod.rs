//! A cell and a property to what was observed.
//!
//! A blank cell is no observation at all. A cell somebody wrote something in
//! always becomes one: a value, or *unknown* with a doubt that says what is the
//! matter, so that nothing that was written disappears.

mod date;
mod id;
mod number;
#[cfg(test)]
mod tests;
mod word;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;
use jiff::Timestamp;
use smol_str::SmolStr;

pub(super) use date::{day, moment};
pub(super) use id::{adcode, identifier};

use super::profile::{ColumnRule, Written};
use super::reader::{Cell, NO_CACHED_VALUE};
use crate::diagnostic::Code;
use crate::model::{Adcode, Kind, Meaning, Meanings, Observed, Property, Vocabulary, plain};
use crate::quantity::Unit;

/// How the cells of a column are read.
pub(super) struct Field<'a> {
    pub(super) property: &'a Property,
    vocabulary: &'a Vocabulary,
    /// Unit of bare numbers, where it is not the canonical one.
    pub(super) unit: Option<Unit>,
    /// What the profile says about the column.
    rule: Option<&'a ColumnRule>,
    /// Plain names of a category's values.
    categories: BTreeMap<String, usize>,
    /// What texts say that came before, the short ones held in place: surveys repeat themselves.
    known: HashMap<SmolStr, Said>,
    /// The same, where a time is asked for.
    moments: HashMap<SmolStr, Option<Timestamp>>,
    /// The codes of what was said, whatever the words; free text is seldom said in two ways.
    codes: HashMap<Arc<Observed>, u32>,
}

/// The property that names the area a facility belongs to.
pub(super) const JURISDICTION: &str = "jurisdiction";

/// Texts remembered for a column; more different ones are seldom written again.
const MOST_KNOWN: usize = 1 << 16;

/// The same where they are free text, which costs little to read.
const MOST_TEXTS_KNOWN: usize = 1 << 12;

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seen {
    pub(super) observed: Observed,
    pub(super) doubt: Option<Doubt>,
}

/// The same, as a code among what is said in its column; 0 where the cell is blank.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) code: u32,
    pub(super) doubt: Option<Arc<Doubt>>,
}

/// What is the matter with a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Doubt {
    pub(super) code: Code,
    /// Placeables of the wording.
    pub(super) args: Vec<(&'static str, String)>,
}

impl<'a> Field<'a> {
    /// Cells in the property's own unit.
    pub(super) fn new(property: &'a Property, vocabulary: &'a Vocabulary) -> Self {
        let categories = word::categories(property);
        let (known, moments, codes) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { property, vocabulary, unit: None, rule: None, categories, known, moments, codes }
    }

    /// Cells of a column the profile or the header says more about.
    pub(super) fn of_column(self, unit: Option<Unit>, rule: Option<&'a ColumnRule>) -> Self {
        Self { unit, rule, ..self }
    }

    /// What the cell says, among what is said in its column.
    pub(super) fn read(&mut self, cell: &Cell, meanings: &mut Meanings) -> Said {
        let Cell::Text(text) = cell else { return self.said(cell, meanings) };
        if let Some(said) = self.known.get(text.as_str()) {
            return said.clone();
        }
        let said = self.said(cell, meanings);
        let most = if self.property.kind == Kind::Text { MOST_TEXTS_KNOWN } else { MOST_KNOWN };
        if self.known.len() < most {
            self.known.insert(text.into(), said.clone());
        }
        said
    }

    fn said(&mut self, cell: &Cell, meanings: &mut Meanings) -> Said {
        let Some(Seen { observed, doubt }) = self.understood(cell) else { return Said::default() };
        let (observed, doubt) = (Arc::new(observed), doubt.map(Arc::new));
        if self.property.kind == Kind::Text {
            return Said { code: meanings.add(observed), doubt };
        }
        let code = *self.codes.entry_ref(&observed).or_insert_with(|| meanings.add(Arc::clone(&observed)));
        Said { code, doubt }
    }

    /// The time the cell gives.
    pub(super) fn moment(&mut self, cell: &Cell) -> Option<Timestamp> {
        let Cell::Text(text) = cell else { return moment(cell) };
        if let Some(moment) = self.moments.get(text.as_str()) {
            return *moment;
        }
        let moment = moment(cell);
        if self.moments.len() < MOST_KNOWN {
            self.moments.insert(text.into(), moment);
        }
        moment
    }

    /// What the cell says; `None` where it is blank.
    pub(super) fn understood(&self, cell: &Cell) -> Option<Seen> {
        let text = text_of(cell)?;
        if let Cell::Error(error) = cell {
            return Some(Seen { observed: Observed::Unknown, doubt: Some(Doubt::formula(error)) });
        }
        let values = self.rule.map(|rule| &rule.values).filter(|values| !values.is_empty());
        Some(match values.and_then(|values| values.get(&plain(&text))) {
            Some(Written::Word(meaning)) => self.word(*meaning),
            Some(Written::Text(text)) => self.content(&Cell::Text(text.clone()), text),
            None => self.content(cell, &text),
        })
    }

    fn content(&self, cell: &Cell, text: &str) -> Seen {
        match self.property.kind {
            Kind::Boolean => self.flag(cell, text),
            Kind::Category => self.category(text),
            Kind::Date => self.date(cell, text),
            Kind::Text if self.property.id.as_str() == JURISDICTION => self.jurisdiction(text),
            Kind::Text => self.text(text),
            _ => self.number(cell, text),
        }
    }

    /// Text is kept as it is; escaping is the business of who prints it.
    fn text(&self, text: &str) -> Seen {
        match self.meaning(text) {
            Some(Meaning::Unknown) => Observed::Unknown.into(),
            Some(Meaning::NotApplicable) => Observed::NotApplicable.into(),
            _ => Observed::Text(Arc::from(text)).into(),
        }
    }

    /// The code of an area, its name, or a word that says that nobody knows it.
    fn jurisdiction(&self, text: &str) -> Seen {
        let named = || self.vocabulary.areas.get(&plain(text)).cloned();
        match (Adcode::parse(text).or_else(named), self.text(text)) {
            (Some(code), _) => Observed::Text(Arc::from(code.as_str())).into(),
            (None, Seen { observed: Observed::Text(_), .. }) => Seen::doubtful(Code::NotAnAdcode),
            (None, word) => word,
        }
    }

    fn meaning(&self, text: &str) -> Option<Meaning> {
        self.vocabulary.words.get(&(self.property.kind, plain(text))).copied()
    }
}

impl Seen {
    /// Something is written, and it says nothing.
    fn doubtful(code: Code) -> Self {
        Self { observed: Observed::Unknown, doubt: Some(code.into()) }
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        if let Some(doubt) = &mut self.doubt {
            doubt.args.push((name, value));
        }
        self
    }
}

impl Doubt {
    /// A cell whose formula came to nothing.
    fn formula(error: &str) -> Self {
        let result = if error == NO_CACHED_VALUE { "missing" } else { "error" };
        Self { code: Code::FormulaError, args: vec![("result", result.to_owned())] }
    }
}

impl From<Code> for Doubt {
    fn from(code: Code) -> Self {
        Self { code, args: Vec::new() }
    }
}

impl From<Observed> for Seen {
    fn from(observed: Observed) -> Self {
        Self { observed, doubt: None }
    }
}

/// The cell as text without space around it; `None` where it is blank.
pub(super) fn text_of(cell: &Cell) -> Option<Cow<'_, str>> {
    let text = match cell {
        Cell::Empty => return None,
        Cell::Text(text) | Cell::Error(text) => Cow::Borrowed(trimmed(text)),
        Cell::Number(number) => number::text(*number).into(),
        Cell::Flag(flag) => flag.to_string().into(),
        Cell::Date(date) => date.to_string().into(),
    };
    (!text.is_empty() || matches!(cell, Cell::Error(_))).then_some(text)
}

/// Without space, and without the marks that look like nothing.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{200B}' | '\u{FEFF}'))
}
