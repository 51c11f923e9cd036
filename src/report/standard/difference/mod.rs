//! What two standards ask differently, and which verdicts turn, for the terminal and for programs.

mod json;

pub use json::{json, schema};

use std::io::{Result, Write};

use super::words::hanging;
use crate::locale::Message;
use crate::model::{Alteration, Change, ChangeKind, Difference, Edition, Judged, Turn, Turned, TypeId};
use crate::quantity::Interval;
use crate::report::Context;
use crate::report::amount::{Scale, amount, count, length};
use crate::report::table::grid::wrap;

/// Of so many facilities the verdicts are shown for each topic; the rest is counted.
const SHOWN: usize = 20;

/// Writes the changes and the verdicts that turn, for a terminal of so many columns.
pub fn table(
    difference: &Difference,
    context: &Context<'_>,
    width: usize,
    out: &mut dyn Write,
) -> Result<()> {
    let mut lines = context.editions(difference, width);
    let (alone, both): (Vec<&Change>, Vec<&Change>) =
        difference.changes.iter().partition(|change| change.alterations.is_empty());
    for change in both {
        lines.push(String::new());
        lines.extend(wrap(&context.change(change), width));
        lines.extend(context.alterations(change).iter().flat_map(|line| hanging(line, 4, width)));
    }
    lines.extend(alone.first().map(|_| String::new()));
    lines.extend(alone.iter().flat_map(|change| wrap(&context.change(change), width)));
    let (alone, both): (Vec<&Turned>, Vec<&Turned>) =
        difference.turns.iter().flatten().partition(|turned| turned.requirements.iter().any(Vec::is_empty));
    let (turning, same): (Vec<&Turned>, Vec<&Turned>) =
        both.into_iter().partition(|turned| !turned.turns.is_empty());
    for turned in turning {
        lines.push(String::new());
        lines.extend(wrap(&context.topic(turned), width));
        lines.extend(context.turned(turned).iter().flat_map(|line| hanging(line, 2, width)));
    }
    if !same.is_empty() {
        lines.extend([String::new(), context.say("diff-unturned", "count", length(same.len()))]);
    }
    let alone = alone.into_iter().filter(|turned| !turned.turns.is_empty());
    let alone: Vec<String> = alone.flat_map(|turned| hanging(&context.alone(turned), 2, width)).collect();
    if !alone.is_empty() {
        lines.extend([String::new(), context.text("diff-alone")].into_iter().chain(alone));
    }
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

impl Context<'_> {
    fn editions(self, difference: &Difference, width: usize) -> Vec<String> {
        let [before, after] = &difference.editions;
        let title = |edition: &Edition| self.label(&edition.title).to_owned();
        let message = Message::new("diff-editions").with("before", title(before)).with("after", title(after));
        let mut lines = wrap(&self.locale.say(&message), width);
        let counted = |kind: ChangeKind| {
            let count = difference.changes.iter().filter(|change| change.kind == kind).count();
            let word = self.text(&format!("change-{}", super::key(kind)));
            Some(count).filter(|count| *count > 0).map(|count| format!("{word} {}", length(count)))
        };
        let same = format!("{} {}", self.text("change-same"), length(difference.unchanged));
        let counts: Vec<String> = KINDS.into_iter().filter_map(counted).chain([same]).collect();
        lines.extend(wrap(&self.list(&counts), width));
        lines
    }

    fn change(self, change: &Change) -> String {
        let mark = match change.kind {
            ChangeKind::Added => '+',
            ChangeKind::Removed => '−',
            ChangeKind::Tightened => '▲',
            ChangeKind::Relaxed => '▽',
            ChangeKind::Mixed => '◇',
            ChangeKind::NotComparable => '?',
            ChangeKind::Reworded => '·',
        };
        let word = self.text(&format!("change-{}", super::key(change.kind)));
        let duties: Vec<_> = change.duties.iter().flatten().collect();
        let Some(last) = duties.last() else { return String::new() };
        let mut ids: Vec<&str> = duties.iter().map(|duty| duty.id.as_str()).collect();
        ids.dedup();
        format!("{mark} {word}  {}  {}", ids.join(" → "), self.label(&last.title))
    }

    fn alterations(self, change: &Change) -> Vec<String> {
        change.alterations.iter().map(|one| self.alteration(one)).collect()
    }

    fn alteration(self, alteration: &Alteration) -> String {
        let edition = |side: usize| self.text(if side == 0 { "diff-before" } else { "diff-after" });
        match alteration {
            Alteration::Amount { facility_type, property, at_least, span } => {
                let number = |side: usize| self.number(facility_type, property, span.required[side]);
                let stretch = Some(self.stretch(facility_type, span)).filter(|stretch| !stretch.is_empty());
                let given = Some(self.sample(facility_type, &span.given)).filter(|given| !given.is_empty());
                let none = || "none".to_owned();
                let message = Message::new(if *at_least { "diff-at-least" } else { "diff-at-most" });
                let message = message.with("name", self.property(facility_type, property));
                let message = message.with("before", number(0)).with("after", number(1));
                let message = message.with("stretch", stretch.unwrap_or_else(none));
                self.locale.say(&message.with("given", given.unwrap_or_else(none)))
            }
            Alteration::Demand { facility_type, property, side, sample } => {
                let message =
                    Message::new("diff-demand").with("name", self.property(facility_type, property));
                let message = message.with("edition", edition(*side));
                self.locale.say(&message.with("sample", self.sample(facility_type, sample)))
            }
            Alteration::Reach { facility_type, side, sample } => {
                let message = Message::new("diff-reach").with("edition", edition(*side));
                let message = message.with("type", self.facility_type(facility_type));
                self.locale.say(&message.with("sample", self.sample(facility_type, sample)))
            }
            Alteration::Type { facility_type, side } => {
                let message = Message::new("diff-type").with("edition", edition(*side));
                self.locale.say(&message.with("type", self.facility_type(facility_type)))
            }
            Alteration::Check { check, side } => self
                .locale
                .say(&Message::new("diff-check").with("edition", edition(*side)).with("check", check)),
            Alteration::Strength { side } => self.say("diff-strength", "edition", edition(*side)),
            Alteration::Unknown => self.text("diff-unknown"),
            Alteration::Words(words) => {
                let words = words.iter().map(|word| self.text(&format!("wording-{}", super::key(word))));
                self.say("diff-words", "what", self.list(&words.collect::<Vec<_>>()))
            }
        }
    }

    fn topic(self, turned: &Turned) -> String {
        let ids = |side: usize| {
            let ids: Vec<String> = turned.requirements[side].iter().map(ToString::to_string).collect();
            if ids.is_empty() { "–".to_owned() } else { self.list(&ids) }
        };
        let sides = if turned.requirements[0] == turned.requirements[1] {
            ids(0)
        } else {
            format!("{} → {}", ids(0), ids(1))
        };
        let Some((of, property)) = &turned.measure else { return sides };
        let message = Message::new("diff-measure").with("type", self.facility_type(of));
        let message = message.with("property", self.property(of, property));
        self.locale.say(&message.with("sides", sides))
    }

    /// The gaps that come or go with a requirement that only one side has.
    fn alone(self, turned: &Turned) -> String {
        let key = if turned.requirements[0].is_empty() { "diff-appear" } else { "diff-vanish" };
        let ids: Vec<String> = turned.requirements.iter().flatten().map(ToString::to_string).collect();
        self.locale
            .say(&Message::new(key).with("id", self.list(&ids)).with("count", length(turned.turns.len())))
    }

    fn turned(self, turned: &Turned) -> Vec<String> {
        let [before, after] = [0, 1].map(|side| {
            let missing = turned.missing[side].unwrap_or(Interval::exact(0));
            let missing = Interval::exact(missing.low().unwrap_or_default());
            (count(turned.failed[side]), amount(missing, &Scale::Number(turned.unit.clone()), self))
        });
        let message = Message::new("diff-verdicts").with("turned", length(turned.turns.len()));
        let message = message.with("same", count(turned.same));
        let mut lines = vec![self.locale.say(&message)];
        if turned.failed != [0, 0] {
            let message = Message::new("diff-failed").with("before", before.0).with("after", after.0);
            lines.push(self.locale.say(&message.with("less", before.1).with("more", after.1)));
        }
        lines.extend(turned.turns.iter().take(SHOWN).map(|turn| self.turn(turn)));
        let more = turned.turns.len().saturating_sub(SHOWN);
        if more > 0 {
            lines.push(self.say("diff-more", "count", length(more)));
        }
        lines
    }

    fn turn(self, turn: &Turn) -> String {
        let [before, after] =
            turn.verdicts.each_ref().map(|one| self.judged(one.as_ref(), &turn.subject.facility_type));
        format!("{}  {before} → {after}", self.facility(&turn.subject))
    }

    fn judged(self, judged: Option<&Judged>, of: &TypeId) -> String {
        let Some(judged) = judged else { return self.text("diff-nothing") };
        let outcome = self.outcome(judged.outcome);
        let (Some(measured), Some(required)) = (judged.measured, judged.required) else { return outcome };
        let scale = Scale::of(judged.unit.as_ref(), of, &[], self);
        let message = Message::new("diff-judged").with("outcome", outcome);
        let message = message.with("measured", amount(measured, &Scale::Number(None), self));
        self.locale.say(&message.with("required", amount(required, &scale, self)))
    }
}

/// Every kind of change, in the order they are counted.
const KINDS: [ChangeKind; 7] = [
    ChangeKind::Added,
    ChangeKind::Removed,
    ChangeKind::Tightened,
    ChangeKind::Relaxed,
    ChangeKind::Mixed,
    ChangeKind::NotComparable,
    ChangeKind::Reworded,
];
