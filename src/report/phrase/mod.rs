//! What a requirement asks, in words: from the typed program to sentences.
//!
//! A condition or a number goes in, a phrase in the reader's language comes
//! out, with the names of the catalogue and amounts in their units. Phrases say
//! what the program evaluates and nothing else, so that they cannot drift from
//! it.

mod amount;
mod condition;
mod members;
mod quantity;

use super::Context;
use crate::locale::{Language, Message};
use crate::model::{FacilityType, UnitId};
use crate::standard::Node;
use crate::standard::pack::Standard;
use crate::standard::program::{Body, Condition, Measure, Quantity, Row};

/// Puts the expressions about one facility type into words.
#[derive(Clone)]
pub(super) struct Phrases<'a> {
    context: Context<'a>,
    /// The type they are about; none for an area.
    of: Option<&'a FacilityType>,
    standards: &'a [Standard],
    /// Tables that stand beside the sentences and are named by their number.
    tables: Vec<&'a [Row]>,
    /// What counts of facilities are counted in.
    unit: Option<UnitId>,
}

impl<'a> Phrases<'a> {
    /// Phrases about what a requirement asks of a type.
    pub(super) fn new(
        context: Context<'a>,
        of: Option<&'a FacilityType>,
        standards: &'a [Standard],
        body: &'a Body,
    ) -> Self {
        let mut tables: Vec<&[Row]> = Vec::new();
        body.walk(false, &mut |node| {
            if let Node::Quantity(Quantity::FirstMatch(rows)) = node
                && !tables.contains(&rows.as_slice())
            {
                tables.push(rows);
            }
        });
        Self { context, of, standards, tables, unit: None }
    }

    /// The tables its sentences point to.
    pub(super) fn tables(&self) -> &[&'a [Row]] {
        &self.tables
    }

    /// The same for a place where its tables do not stand beside it.
    pub(super) fn without_tables(self) -> Self {
        Self { tables: Vec::new(), ..self }
    }

    /// The same with counts in a unit.
    fn counting(&self, unit: Option<&UnitId>) -> Self {
        Self { unit: unit.cloned().or_else(|| self.unit.clone()), ..self.clone() }
    }

    /// The same about another type.
    fn about(&self, of: &'a FacilityType) -> Self {
        Self { of: Some(of), ..self.clone() }
    }

    /// What has to hold, as a demand: what is measured stands first.
    pub(super) fn demand(&self, test: &'a Condition, measure: Option<&'a Measure>) -> String {
        let told = self.counting(measure.and_then(|measure| measure.unit.as_ref()));
        let compared = match (test, measure) {
            (Condition::Compare(..) | Condition::Not(_), Some(measure)) => {
                told.compared(test, Some(&measure.measured), "phrase-demanded")
            }
            // What is asked for is named: that it should be so is what a demand says.
            (Condition::Flag(number), _) => Some(self.name(*number)),
            _ => None,
        };
        self.sentence(&compared.unwrap_or_else(|| told.condition(test)))
    }

    /// A condition as a whole.
    pub(super) fn stated(&self, condition: &'a Condition) -> String {
        self.spaced(&self.condition(condition))
    }

    /// A number as a whole, counted in a unit.
    pub(super) fn number(&self, quantity: &'a Quantity, unit: Option<&UnitId>) -> String {
        let told = self.counting(unit);
        let nature = told.nature(quantity);
        self.sentence(&told.quantity(quantity, nature.as_ref()))
    }

    /// The rows of a table: when, and how much then.
    pub(super) fn rows(&self, rows: &'a [Row], unit: Option<&UnitId>) -> Vec<[String; 2]> {
        let otherwise = || self.text("phrase-otherwise");
        let when = |row: &'a Row| row.when.as_ref().map_or_else(otherwise, |when| self.stated(when));
        let told = self.counting(unit);
        let nature = rows.iter().find_map(|row| told.nature(&row.value)).or_else(|| told.counted());
        let value = |row: &'a Row| self.spaced(&told.quantity(&row.value, nature.as_ref()));
        rows.iter().map(|row| [self.sentence(&when(row)), value(row)]).collect()
    }

    fn text(&self, key: &str) -> String {
        self.context.text(key)
    }

    fn say(&self, message: &Message) -> String {
        self.context.locale.say(message)
    }

    fn list(&self, names: &[String], last: &str) -> String {
        match names {
            [before @ .., end] if !before.is_empty() => {
                format!("{}{}{end}", self.context.list(before), self.text(last))
            }
            _ => names.concat(),
        }
    }

    /// A phrase at the beginning of a line.
    fn sentence(&self, text: &str) -> String {
        let text = self.spaced(text);
        let mut letters = text.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    }

    /// Chinese beside figures and Latin letters is set with a space between.
    pub(super) fn spaced(&self, text: &str) -> String {
        if self.context.locale.language == Language::En {
            return text.to_owned();
        }
        let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
        let is_other = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '%' | '≈');
        let (mut out, mut before) = (String::with_capacity(text.len()), ' ');
        for letter in text.chars() {
            if is_han(before) && is_other(letter) || is_other(before) && is_han(letter) {
                out.push(' ');
            }
            out.push(letter);
            before = letter;
        }
        out
    }
}

/// A name inside a sentence: English names begin small there, but for abbreviations.
pub(super) fn inside(name: &str) -> String {
    let mut letters = name.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    match (first, second) {
        (Some(first), Some(second)) if first.is_ascii_uppercase() && !second.is_ascii_uppercase() => {
            first.to_ascii_lowercase().to_string() + letters.as_str()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests;
