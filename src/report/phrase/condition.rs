//! Conditions in words.

use super::amount::{bounds, is_fixed};
use super::{Phrases, inside};
use crate::locale::Message;
use crate::standard::program::{Comparison, Complies, Condition, Function, Quantity, Rise};

impl<'a> Phrases<'a> {
    pub(super) fn condition(&self, condition: &'a Condition) -> String {
        match condition {
            Condition::Constant(true) => self.text("phrase-always"),
            Condition::Constant(false) => self.text("phrase-never"),
            Condition::Flag(number) => self.flag(*number),
            Condition::Compare(..) => self.compared(condition, None, "phrase-compared").unwrap_or_default(),
            Condition::OneOf(number, values) => self.is(*number, &self.values(*number, values), "phrase-is"),
            Condition::Reads(number, texts) => self.is(*number, &self.read(texts), "phrase-is"),
            Condition::Not(inner) => self.negated(inner),
            Condition::All(parts) => self.joined(parts, "phrase-and"),
            Condition::Any(parts) => self.joined(parts, "phrase-or"),
            Condition::Every(aggregate) => self.every(aggregate),
            Condition::Rises(rise) => self.rises(rise),
            Condition::Complies(complies) => self.complies(complies),
        }
    }

    fn negated(&self, inner: &'a Condition) -> String {
        let wrapped = |key: &str, what: String| self.say(&Message::new(key).with("what", what));
        match inner {
            Condition::Flag(number) => wrapped("phrase-no-flag", self.name(*number)),
            Condition::Not(inner) => self.condition(inner),
            Condition::OneOf(number, values) => {
                self.is(*number, &self.values(*number, values), "phrase-is-not")
            }
            Condition::Reads(number, texts) => self.is(*number, &self.read(texts), "phrase-is-not"),
            Condition::Compare(comparison, left, right) => {
                self.related((*comparison, true), (left, right), None, "phrase-compared")
            }
            other => wrapped("phrase-not", self.condition(other)),
        }
    }

    fn flag(&self, number: usize) -> String {
        self.say(&Message::new("phrase-flag").with("what", self.name(number)))
    }

    pub(super) fn name(&self, number: usize) -> String {
        self.property(number).map(|found| inside(self.context.label(&found.label))).unwrap_or_default()
    }

    fn is(&self, number: usize, values: &[String], key: &str) -> String {
        let values = self.list(values, "phrase-or-value");
        self.say(&Message::new(key).with("name", self.name(number)).with("value", values))
    }

    fn values(&self, number: usize, values: &[usize]) -> Vec<String> {
        let known = self.property(number).map(|property| property.values.as_slice()).unwrap_or_default();
        let labels = values.iter().filter_map(|value| known.get(*value));
        labels.map(|value| inside(self.context.label(&value.label))).collect()
    }

    fn read(&self, texts: &[String]) -> Vec<String> {
        let quoted = |text: &String| self.say(&Message::new("phrase-quoted").with("what", text));
        texts.iter().map(quoted).collect()
    }

    fn joined(&self, parts: &'a [Condition], separator: &str) -> String {
        let part = |one: &'a Condition| match one {
            Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 && parts.len() > 1 => {
                self.bracketed(self.condition(one))
            }
            _ => self.condition(one),
        };
        parts.iter().map(part).collect::<Vec<_>>().join(&self.text(separator))
    }

    pub(super) fn bracketed(&self, what: String) -> String {
        self.say(&Message::new("phrase-bracket").with("what", what))
    }

    /// A comparison with what is measured first; `None` where it is none.
    pub(super) fn compared(
        &self,
        condition: &'a Condition,
        measured: Option<&Quantity>,
        key: &'static str,
    ) -> Option<String> {
        let (condition, negated) = match condition {
            Condition::Not(inner) => (&**inner, true),
            other => (other, false),
        };
        let Condition::Compare(comparison, left, right) = condition else { return None };
        Some(self.related((*comparison, negated), (left, right), measured, key))
    }

    fn related(
        &self,
        (comparison, negated): (Comparison, bool),
        (left, right): (&'a Quantity, &'a Quantity),
        measured: Option<&Quantity>,
        key: &'static str,
    ) -> String {
        let is_turned = match measured.filter(|measured| !is_fixed(measured)) {
            Some(measured) => right == measured && left != measured,
            None => is_fixed(left) && !is_fixed(right),
        };
        let (subject, bound) = if is_turned { (right, left) } else { (left, right) };
        let (relation, strictest) = relation(comparison, is_turned, negated);
        let nature = self.nature(subject).or_else(|| self.nature(bound));
        let words = nature.as_ref().map_or("size", |nature| nature.words);
        let bounds = strictest.map_or_else(|| vec![bound], |strictest| bounds(bound, strictest));
        let say = |bound: &'a Quantity| {
            let amount = self.quantity(bound, nature.as_ref());
            self.say(&Message::new(relation).with("words", words).with("bound", amount))
        };
        let rest = bounds.into_iter().map(say).collect::<Vec<_>>().join(&self.text("phrase-and"));
        self.say(&Message::new(key).with("name", self.quantity(subject, None)).with("rest", rest))
    }

    fn rises(&self, rise: &'a Rise) -> String {
        let days = match &*rise.then {
            Quantity::Earlier(_, days) => *days,
            _ => 0,
        };
        let nature = self.nature(&rise.now);
        let text =
            Message::new("phrase-rises").with("name", self.quantity(&rise.now, None)).with("days", days);
        let Some(end) = &rise.end else { return self.say(&text) };
        let end = Message::new("phrase-rests").with("end", self.quantity(end, nature.as_ref()));
        self.say(&text) + &self.say(&end)
    }

    fn complies(&self, complies: &Complies) -> String {
        let titles = complies.standards.iter().filter_map(|number| self.standards.get(*number));
        let quoted = |of: &crate::standard::pack::Standard| {
            self.say(&Message::new("phrase-title").with("what", self.context.label(&of.short)))
        };
        let titles: Vec<_> = titles.map(quoted).collect();
        self.say(&Message::new("phrase-complies").with("standards", self.list(&titles, "phrase-and-value")))
    }
}

/// The words of a relation, and which of several bounds would be the strictest.
fn relation(comparison: Comparison, is_turned: bool, negated: bool) -> (&'static str, Option<Function>) {
    if comparison == Comparison::Equal {
        return (if negated { "phrase-unequal" } else { "phrase-equal" }, None);
    }
    // The contrary of `a < b` is `a >= b`: the other way, and no longer strict.
    let is_strict = (comparison == Comparison::Less) != negated;
    match (is_turned != negated, is_strict) {
        (true, true) => ("phrase-more", Some(Function::Greatest)),
        (true, false) => ("phrase-least", Some(Function::Greatest)),
        (false, true) => ("phrase-less", Some(Function::Least)),
        (false, false) => ("phrase-most", Some(Function::Least)),
    }
}
