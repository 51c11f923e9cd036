//! Takes the fields of a TOML table one by one and notes what is wrong.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::locale::{Bilingual, Message};
use crate::quantity::{Rational, parse_decimal};
use crate::standard::mistake::{Mistake, Problem, suggestion};

/// A table being read, and the list its mistakes go to.
pub(crate) struct Fields<'a> {
    file: usize,
    source: &'a str,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    known: Vec<&'static str>,
    /// Every field is welcome.
    free: bool,
    mistakes: &'a mut Vec<Mistake>,
}

/// A text of a pack and where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) file: usize,
    pub(crate) value: String,
    /// The quoted text in the file.
    pub(crate) span: Range<usize>,
    /// Where its first character stands, as far as it is written verbatim.
    pub(crate) start: Option<usize>,
}

impl Text {
    /// The place in the file of a part of the text.
    pub(crate) fn part(&self, part: Range<usize>) -> Range<usize> {
        match self.start {
            Some(start) => start + part.start..start + part.end.max(part.start + 1),
            None => self.span.clone(),
        }
    }
}

impl<'a> Fields<'a> {
    pub(crate) fn new(
        file: usize,
        source: &'a str,
        table: &'a Spanned<DeTable<'a>>,
        mistakes: &'a mut Vec<Mistake>,
    ) -> Self {
        Self {
            file,
            source,
            table: table.get_ref(),
            span: table.span(),
            known: Vec::new(),
            free: false,
            mistakes,
        }
    }

    pub(crate) fn file(&self) -> usize {
        self.file
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Notes a mistake at a place of the file.
    pub(crate) fn wrong(&mut self, span: Range<usize>, message: Message, help: Option<Message>) {
        let problem = Problem::Meaning(message);
        self.mistakes.push(Mistake { file: self.file, span, problem, help });
    }

    /// A field, if it is there.
    pub(crate) fn value(&mut self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(name);
        self.table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    /// A field as it is written, if it is there.
    pub(crate) fn source(&mut self, name: &'static str) -> Option<String> {
        let value = self.value(name)?;
        Some(self.source_of(value))
    }

    /// A value as it is written; of a table behind dotted names, its fields on one line.
    pub(crate) fn source_of(&self, value: &Spanned<DeValue<'_>>) -> String {
        let text = self.source.get(value.span()).unwrap_or_default();
        let table = value.get_ref().as_table().filter(|_| !text.starts_with('{'));
        let Some(table) = table else { return text.to_owned() };
        // The span of such a table is that of its name; its values have their own.
        let mut fields: Vec<(usize, String)> = table
            .iter()
            .map(|(name, value)| {
                (value.span().start, format!("{} = {}", name.get_ref(), self.source_of(value)))
            })
            .collect();
        fields.sort();
        let fields: Vec<String> = fields.into_iter().map(|(_, field)| field).collect();
        format!("{{ {} }}", fields.join(", "))
    }

    /// The table of a field, to be read like this one.
    pub(crate) fn inner<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        let value = self.value(name)?;
        self.within(value, read)
    }

    /// A table value, to be read like this one.
    pub(crate) fn within<T>(
        &mut self,
        value: &'a Spanned<DeValue<'a>>,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        let Some(table) = value.get_ref().as_table() else {
            self.kind(value, "table");
            return None;
        };
        let mut inner = Fields {
            file: self.file,
            source: self.source,
            table,
            span: value.span(),
            known: Vec::new(),
            free: false,
            mistakes: &mut *self.mistakes,
        };
        let result = read(&mut inner);
        inner.done();
        Some(result)
    }

    /// The items of an array; none where there is no such field.
    pub(crate) fn items(&mut self, name: &'static str) -> Vec<&'a Spanned<DeValue<'a>>> {
        let Some(value) = self.value(name) else { return Vec::new() };
        if let Some(array) = value.get_ref().as_array() {
            array.iter().collect()
        } else {
            self.kind(value, "array");
            Vec::new()
        }
    }

    /// Every field of the table, for tables whose names are free.
    pub(crate) fn all(&mut self) -> Vec<(Text, &'a Spanned<DeValue<'a>>)> {
        let file = self.file;
        let name = |key: &Spanned<std::borrow::Cow<'a, str>>| Text {
            file,
            value: key.get_ref().to_string(),
            span: key.span(),
            start: None,
        };
        self.free = true;
        self.table.iter().map(|(key, value)| (name(key), value)).collect()
    }

    /// A text, if it is there.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<Text> {
        let value = self.value(name)?;
        self.as_text(value)
    }

    /// A text that must be there.
    pub(crate) fn must(&mut self, name: &'static str) -> Text {
        if self.value(name).is_none() {
            self.missing(name);
        }
        self.text(name).unwrap_or_default()
    }

    /// A text in both languages that must be there.
    pub(crate) fn bilingual(&mut self, name: &'static str) -> Bilingual {
        if self.value(name).is_none() {
            self.missing(name);
        }
        let read =
            |fields: &mut Fields<'_>| Bilingual { zh: fields.must("zh").value, en: fields.must("en").value };
        self.inner(name, read).unwrap_or_default()
    }

    /// A list of texts, or a single one.
    pub(crate) fn texts(&mut self, name: &'static str) -> Vec<Text> {
        let Some(value) = self.value(name) else { return Vec::new() };
        if value.get_ref().is_str() {
            return self.as_text(value).into_iter().collect();
        }
        let items = self.items(name);
        items.into_iter().filter_map(|item| self.as_text(item)).collect()
    }

    /// Yes or no, if it is there.
    pub(crate) fn flag(&mut self, name: &'static str) -> Option<bool> {
        let value = self.value(name)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.kind(value, "boolean");
        }
        flag
    }

    /// A whole number, if it is there.
    pub(crate) fn whole(&mut self, name: &'static str) -> Option<u32> {
        let value = self.value(name)?;
        let whole = number(value.get_ref()).filter(Rational::is_integer);
        let whole = whole.and_then(|whole| whole.to_integer().try_into().ok());
        if whole.is_none() {
            self.kind(value, "integer");
        }
        whole
    }

    /// A date, written bare or as text, if it is there.
    pub(crate) fn date(&mut self, name: &'static str) -> Option<jiff::civil::Date> {
        let value = self.value(name)?;
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => String::new(),
        };
        let date = text.parse().ok();
        if date.is_none() {
            self.kind(value, "date");
        }
        date
    }

    /// One of a list of words, if it is there.
    pub(crate) fn choice<T: serde::de::DeserializeOwned>(
        &mut self,
        name: &'static str,
        words: &[&'static str],
    ) -> Option<T> {
        let text = self.text(name)?;
        let choice = serde_json::from_value(serde_json::Value::String(text.value.clone())).ok();
        if choice.is_none() {
            self.unknown("mistake-unknown-word", &text, words);
        }
        choice
    }

    /// Notes a name that is none of the known ones.
    pub(crate) fn unknown(&mut self, key: &'static str, text: &Text, known: &[&str]) {
        let message = Message::new(key).with("name", &text.value).with("known", known.join(", "));
        self.wrong(text.span.clone(), message, suggestion(&text.value, known.iter().copied()));
    }

    /// Notes fields nobody asked for.
    pub(crate) fn done(self) {
        let Self { file, table, known, mistakes, free, .. } = self;
        for (key, _) in table.iter().filter(|(key, _)| !free && !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().to_string();
            let help = suggestion(&name, known.iter().copied());
            let problem = Problem::Meaning(Message::new("mistake-unknown-field").with("name", name));
            mistakes.push(Mistake { file, span: key.span(), problem, help });
        }
    }

    /// A text value.
    pub(crate) fn as_text(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Text> {
        let Some(text) = value.get_ref().as_str() else {
            self.kind(value, "string");
            return None;
        };
        let written = self.source.get(value.span()).unwrap_or_default();
        let start = written.find(text).map(|offset| value.span().start + offset);
        Some(Text { file: self.file, value: text.to_owned(), span: value.span(), start })
    }

    fn missing(&mut self, name: &'static str) {
        let lines = self.source.get(self.span()).unwrap_or_default();
        let first_line = lines.lines().next().map_or(0, str::len).max(1);
        self.wrong(
            self.span.start..self.span.start + first_line,
            Message::new("mistake-missing-field").with("name", name),
            None,
        );
    }

    fn kind(&mut self, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let found = value.get_ref().type_str();
        let kind = |kind: &str| Message::new(format!("mistake-kind-{kind}"));
        let message = Message::new("mistake-wrong-kind").with_words("wanted", kind(wanted));
        let message = message.with_words("found", kind(found));
        self.wrong(value.span(), message, None);
    }
}

/// An integer or a decimal, exactly as it is written.
pub(crate) fn number(value: &DeValue<'_>) -> Option<Rational> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => parse_decimal(number.as_str()),
        DeValue::Float(number) => parse_decimal(number.as_str()),
        _ => None,
    }
}
