//! Where standards disagree, for the terminal and for programs.
//!
//! On the terminal two standards stand over all they disagree about, and what
//! several requirements disagree about in the same words is said once; as JSON
//! each disagreement is there by itself.

mod alike;
mod json;

use std::io::{Result, Write};

use jiff::civil::Date;

use super::words::hanging;
use crate::locale::Message;
use crate::model::{Adcode, Conflict, ConflictKind, Duty, Party, Ruling};
use crate::report::Context;
use crate::report::amount::length;
use crate::report::table::grid::wrap;
use alike::{Entry, Group, groups};
pub use json::{json, schema};

/// What was asked, and what came of it.
#[derive(Debug)]
pub struct Answer<'a> {
    /// The day.
    pub day: Date,
    /// The place; every one where missing.
    pub jurisdiction: Option<&'a Adcode>,
    /// Where standards disagree.
    pub conflicts: &'a [Conflict],
}

/// Writes two standards at a time what they disagree about, for a terminal of so many columns.
pub fn table(answer: &Answer<'_>, context: &Context<'_>, width: usize, out: &mut dyn Write) -> Result<()> {
    let place = answer.jurisdiction.map(|place| context.place(place));
    let heading = Message::new("conflicts").with("count", length(answer.conflicts.len()));
    let heading = heading.with("place", place.unwrap_or_else(|| "none".into())).with("day", answer.day);
    let mut lines = wrap(&context.locale.say(&heading), width);
    let mut number = 0;
    for group in groups(answer.conflicts) {
        lines.push(String::new());
        lines.extend(context.group(&group).iter().flat_map(|line| wrap(line, width)));
        for entry in &group.entries {
            number += 1;
            lines.push(String::new());
            lines.extend(context.entry(entry, number, width));
        }
    }
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

impl Context<'_> {
    /// The two standards, and the works that only one of them binds.
    fn group(self, group: &Group<'_>) -> Vec<String> {
        let title = |side: usize| self.label(&group.sides[side].duty.standard_title).to_owned();
        let names = Message::new("conflict-standards").with("one", title(0)).with("other", title(1));
        let works = [0, 1].into_iter().filter_map(|side| {
            let [own, other] = [side, 1 - side].map(|side| group.sides[side].works_from);
            let from = own.filter(|from| other.is_none_or(|other| *from > other))?;
            let message = Message::new("conflict-works").with("name", title(side)).with("day", from);
            Some(self.locale.say(&message.with("other", title(1 - side))))
        });
        let names = self.locale.say(&names.with("count", length(group.count())));
        [names].into_iter().chain(works).collect()
    }

    /// What requirements disagree about in the same words, below its number.
    fn entry(self, entry: &Entry<'_>, number: usize, width: usize) -> Vec<String> {
        let of = entry.conflict;
        let types: Vec<String> = entry.types.iter().map(|one| self.facility_type(one)).collect();
        let kind = self.text(&format!("conflict-{}", super::key(of.kind)));
        let message = Message::new("conflict-title").with("type", self.list(&types)).with("kind", kind);
        let message = message.with("properties", self.properties(&of.facility_type, &of.properties));
        let by = number.to_string().len() + 2;
        let mut lines = wrap(&format!("{number}  {}", self.locale.say(&message)), width);
        lines.extend(self.sentences_of(entry).iter().flat_map(|line| hanging(line, by, width)));
        lines
    }

    fn sentences_of(self, entry: &Entry<'_>) -> Vec<String> {
        let of = entry.conflict;
        let clauses = |side: usize| {
            let parties: Vec<String> =
                entry.sides[side].iter().map(|party| self.clause_of(&party.duty)).collect();
            self.list(&parties)
        };
        let names = Message::new("conflict-sides").with("one", clauses(0)).with("other", clauses(1));
        let mut lines = vec![self.locale.say(&names)];
        lines.extend(of.rulings.iter().map(|ruling| self.ruling(entry, ruling)));
        let alone = of.alone.iter().enumerate().filter(|_| of.kind == ConflictKind::Applicability);
        lines.extend(alone.filter_map(|(side, sample)| {
            let message = self.about(Message::new("conflict-alone"), entry, side);
            let sample = self.sample(&of.facility_type, sample.as_ref()?);
            Some(self.locale.say(&message.with("sample", sample)))
        }));
        lines
    }

    /// A requirement where its standard is named already.
    fn clause_of(self, duty: &Duty) -> String {
        let strength = [self.strength(&duty.obligation)].into_iter().chain(self.unverified(duty));
        let message = Message::new("conflict-party").with("id", &duty.id).with("clause", &duty.clause);
        self.locale.say(&message.with("strength", self.list(&strength.collect::<Vec<_>>())))
    }

    /// A sentence about the requirements of one side, and of the other.
    fn about(self, message: Message, entry: &Entry<'_>, side: usize) -> Message {
        let ids = [side, 1 - side].map(|side| {
            let ids: Vec<String> = entry.sides[side].iter().map(|party| party.duty.id.to_string()).collect();
            self.list(&ids)
        });
        let many = [side, 1 - side].map(|side| if entry.sides[side].len() > 1 { "yes" } else { "no" });
        let ([id, other], [many, others]) = (ids, many);
        message.with("id", id).with("other", other).with("many", many).with("others", others)
    }

    fn ruling(self, entry: &Entry<'_>, ruling: &Ruling) -> String {
        let stricter = ruling.stricter.unwrap_or_default();
        let governs = ruling.governs.unwrap_or(stricter);
        let because = Message::new(format!("because-{}", super::key(ruling.because)));
        let because = self.about(because, entry, governs);
        let shown = ruling.shown.as_ref().map(|sample| {
            let message = self.about(Message::new("conflict-shows"), entry, stricter);
            let sample = self.sample(&entry.conflict.facility_type, sample);
            self.locale.say(&message.with("sample", sample))
        });
        [self.amounts(entry, ruling), shown.unwrap_or_default(), self.locale.say(&because)].concat()
    }

    /// Over which numbers the amounts differ, and what they are where that begins.
    fn amounts(self, entry: &Entry<'_>, ruling: &Ruling) -> String {
        let of = entry.conflict;
        let (Some(span), Some(property)) = (&ruling.span, of.properties.first()) else {
            return String::new();
        };
        let asks = |side: usize| {
            let Party { at_least, .. } = &of.sides[side];
            let key = if at_least.unwrap_or(true) { "conflict-at-least" } else { "conflict-at-most" };
            let amount = self.number(&of.facility_type, property, span.required[side]);
            self.locale.say(&self.about(Message::new(key), entry, side).with("amount", amount))
        };
        let given = Some(self.sample(&of.facility_type, &span.given)).filter(|given| !given.is_empty());
        let message = Message::new("conflict-amounts").with("one", asks(0)).with("other", asks(1));
        let stretch = Some(self.stretch(&of.facility_type, span)).filter(|stretch| !stretch.is_empty());
        let message = message.with("stretch", stretch.unwrap_or_else(|| "none".into()));
        self.locale.say(&message.with("given", given.unwrap_or_else(|| "none".into())))
    }
}
