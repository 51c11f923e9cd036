//! The `[columns]` and `[constants]` of a profile.

use std::collections::BTreeMap;

use toml::{Spanned, Value};

use super::Check;
use crate::locale::Message;
use crate::model::{Kind, Meaning, Property, PropertyId, nearest, plain};
use crate::quantity::{Dimension, Unit};
use crate::survey::profile::file::{ColumnTable, Entries};
use crate::survey::profile::{ColumnRule, Written};
use crate::survey::reader::Cell;
use crate::survey::value::{Field, adcode};
use crate::survey::voice::NONE;

type Name = Spanned<String>;

impl<'a> Check<'a> {
    pub(super) fn columns(&mut self, entries: Entries) -> Vec<ColumnRule> {
        entries.into_iter().filter_map(|(name, value)| self.column(&name, value)).collect()
    }

    fn column(&mut self, name: &Name, value: Spanned<Value>) -> Option<ColumnRule> {
        let properties = self.properties(name);
        let table = self.column_table(name, value)?;
        let property = *properties.first()?;
        if table.words_as_counts && property.kind != Kind::Count {
            self.mistake(&name.span(), Message::new("profile-words-need-count").with("name", name.get_ref()));
        }
        Some(ColumnRule {
            property: property.id.clone(),
            header: table.column,
            unit: table.unit.and_then(|unit| self.unit(name, property, &unit)),
            words_as_counts: table.words_as_counts,
            values: self.values(name, &properties, table.values),
            date_order: table.date_order,
        })
    }

    fn column_table(&mut self, name: &Name, value: Spanned<Value>) -> Option<ColumnTable> {
        if let Value::String(column) = value.get_ref() {
            return Some(ColumnTable { column: column.clone(), ..ColumnTable::default() });
        }
        let table = value.into_inner().try_into();
        table.map_err(|error: toml::de::Error| self.detail(name, error.message())).ok()
    }

    fn unit(&mut self, name: &Name, property: &Property, written: &str) -> Option<Unit> {
        let Some(unit) = Unit::find(written) else {
            let nearest = nearest(written, Unit::all().iter().map(|unit| unit.symbol));
            self.unknown("profile-unknown-unit", &name.span(), written, nearest);
            return None;
        };
        let fits = match property.kind.dimension() {
            Some(Dimension::Ratio) => matches!(unit.dimension, Dimension::Ratio | Dimension::Angle),
            dimension => dimension == Some(unit.dimension),
        };
        if !fits {
            let message = Message::new("profile-unit-does-not-fit").with("name", name.get_ref());
            self.mistake(&name.span(), message.with("unit", written));
        }
        Some(unit).filter(|_| fits)
    }

    /// Each word of the column with what it stands for, which has to be readable itself.
    fn values(
        &mut self,
        name: &Name,
        properties: &[&'a Property],
        values: BTreeMap<String, String>,
    ) -> BTreeMap<String, Written> {
        let mut known = BTreeMap::new();
        for (word, target) in values {
            match self.written(properties, &target) {
                Some(written) => drop(known.insert(plain(&word), written)),
                None => self.bad_value(name, properties, &target),
            }
        }
        known
    }

    /// A value of the property outranks the word of the vocabulary that is written the same.
    fn written(&self, properties: &[&'a Property], target: &str) -> Option<Written> {
        let own_value = properties.iter().any(|property| property.value(target).is_some());
        let word = meaning(target).filter(|_| !own_value).map(Written::Word);
        let readable = || self.readable(properties, &Cell::Text(target.to_owned()));
        word.or_else(|| readable().then(|| Written::Text(target.to_owned())))
    }

    pub(super) fn constants(&mut self, entries: Entries, columns: &Entries) -> Vec<(PropertyId, Cell)> {
        for name in entries.keys().filter(|name| columns.contains_key(name.get_ref().as_str())) {
            self.mistake(
                &name.span(),
                Message::new("profile-column-and-constant").with("name", name.get_ref()),
            );
        }
        entries.into_iter().filter_map(|(name, value)| self.constant(&name, value.get_ref())).collect()
    }

    fn constant(&mut self, name: &Name, value: &Value) -> Option<(PropertyId, Cell)> {
        let properties = self.properties(name);
        let property = *properties.first()?;
        let cell = cell_of(value);
        let readable = match (&cell, property.id.as_str()) {
            (Some(cell), "jurisdiction") => adcode(cell).is_some(),
            (Some(cell), _) => self.readable(&properties, cell),
            (None, _) => false,
        };
        if !readable {
            self.bad_value(name, &properties, &value.to_string());
        }
        Some((property.id.clone(), cell.filter(|_| readable)?))
    }

    /// Whether a property of one of the types understands the value.
    fn readable(&self, properties: &[&'a Property], cell: &Cell) -> bool {
        let vocabulary = &self.catalogue.vocabulary;
        let seen = |property: &&'a Property| Field::new(property, vocabulary).understood(cell);
        properties.iter().filter_map(seen).any(|seen| seen.doubt.is_none())
    }

    fn bad_value(&mut self, name: &Name, properties: &[&'a Property], value: &str) {
        let known = properties.iter().flat_map(|property| &property.values).map(|value| &*value.id);
        let nearest = nearest(value, known).unwrap_or(NONE);
        let message = Message::new("profile-bad-value").with("name", name.get_ref()).with("value", value);
        self.mistake(&name.span(), message.with("nearest", nearest));
    }

    fn detail(&mut self, name: &Name, detail: &str) {
        self.mistake(&name.span(), Message::new("profile-syntax").with("detail", detail));
    }
}

/// The English names of the vocabulary's meanings, as they are in the catalogue's files.
fn meaning(word: &str) -> Option<Meaning> {
    Value::from(plain(word)).try_into().ok()
}

/// A TOML value as the cell it would be.
pub(super) fn cell_of(value: &Value) -> Option<Cell> {
    Some(match value {
        Value::String(text) => Cell::Text(text.clone()),
        Value::Integer(number) => Cell::Text(number.to_string()),
        Value::Float(number) => Cell::Number(*number),
        Value::Boolean(flag) => Cell::Flag(*flag),
        Value::Datetime(at) if at.time.is_some() => Cell::Text(at.to_string()),
        Value::Datetime(at) => Cell::Date(at.date?.to_string().parse().ok()?),
        Value::Array(_) | Value::Table(_) => return None,
    })
}
