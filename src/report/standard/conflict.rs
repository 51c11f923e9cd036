//! Where standards disagree, a paragraph for each, for the terminal and for programs.

use std::io::{Result, Write};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::row::{SampleRow, SpanRow, samples};
use super::words::hanging;
use crate::locale::Message;
use crate::model::{
    Adcode, Because, Conflict, ConflictKind, Party, PropertyId, RequirementId, Ruling, StandardId, Strength,
    TypeId,
};
use crate::report::Context;
use crate::report::amount::length;
use crate::report::table::grid::wrap;

/// Grows when a key changes its meaning or goes away.
const VERSION: &str = "1";

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

/// Writes a paragraph for each disagreement, for a terminal of so many columns.
pub fn table(answer: &Answer<'_>, context: &Context<'_>, width: usize, out: &mut dyn Write) -> Result<()> {
    let place = answer.jurisdiction.map(|place| context.place(place));
    let heading = Message::new("conflicts").with("count", length(answer.conflicts.len()));
    let heading = heading.with("place", place.unwrap_or_else(|| "none".into())).with("day", answer.day);
    let mut lines = wrap(&context.locale.say(&heading), width);
    for (nth, conflict) in answer.conflicts.iter().enumerate() {
        lines.push(String::new());
        let title = format!("{}  {}", nth + 1, context.conflict_title(conflict));
        lines.extend(wrap(&title, width));
        let by = (nth + 1).to_string().len() + 2;
        lines.extend(context.conflict(conflict).iter().flat_map(|line| hanging(line, by, width)));
    }
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

impl Context<'_> {
    fn conflict_title(self, conflict: &Conflict) -> String {
        let properties = self.properties(&conflict.facility_type, &conflict.properties);
        let kind = self.text(&format!("conflict-{}", super::key(conflict.kind)));
        let message =
            Message::new("conflict-title").with("type", self.facility_type(&conflict.facility_type));
        self.locale.say(&message.with("properties", properties).with("kind", kind))
    }

    /// The sentences of a disagreement.
    fn conflict(self, conflict: &Conflict) -> Vec<String> {
        let [one, other] = &conflict.sides;
        let names = Message::new("conflict-sides").with("one", self.named(&one.duty));
        let mut lines = vec![self.locale.say(&names.with("other", self.named(&other.duty)))];
        lines.extend(conflict.rulings.iter().map(|ruling| self.ruling(conflict, ruling)));
        lines.extend(conflict.sides.iter().enumerate().filter_map(|(side, party)| {
            let other = conflict.sides[1 - side].works_from;
            let from = party.works_from.filter(|from| other.is_none_or(|other| *from > other))?;
            let message = Message::new("conflict-works").with("id", &party.duty.id).with("day", from);
            Some(self.locale.say(&message.with("other", &conflict.sides[1 - side].duty.id)))
        }));
        let alone =
            conflict.alone.iter().enumerate().filter(|_| conflict.kind == ConflictKind::Applicability);
        lines.extend(alone.filter_map(|(side, sample)| {
            let sample = self.sample(&conflict.facility_type, sample.as_ref()?);
            let message = Message::new("conflict-alone").with("id", &conflict.sides[side].duty.id);
            Some(self.locale.say(&message.with("sample", sample)))
        }));
        lines
    }

    fn ruling(self, conflict: &Conflict, ruling: &Ruling) -> String {
        let ids = [0, 1].map(|side| conflict.sides[side].duty.id.clone());
        let stricter = ruling.stricter.unwrap_or_default();
        let governs = ruling.governs.unwrap_or(stricter);
        let because = Message::new(format!("because-{}", super::key(ruling.because)));
        let because = because.with("id", &ids[governs]).with("other", &ids[1 - governs]);
        let shown = ruling.shown.as_ref().map(|sample| {
            let message =
                Message::new("conflict-shows").with("id", &ids[stricter]).with("other", &ids[1 - stricter]);
            self.locale.say(&message.with("sample", self.sample(&conflict.facility_type, sample)))
        });
        [self.amounts(conflict, ruling), shown.unwrap_or_default(), self.locale.say(&because)].concat()
    }

    /// Over which numbers the amounts differ, and what they are where that begins.
    fn amounts(self, conflict: &Conflict, ruling: &Ruling) -> String {
        let (Some(span), Some(property)) = (&ruling.span, conflict.properties.first()) else {
            return String::new();
        };
        let asks = |side: usize| {
            let Party { duty, at_least, .. } = &conflict.sides[side];
            let key = if at_least.unwrap_or(true) { "conflict-at-least" } else { "conflict-at-most" };
            let amount = self.number(&conflict.facility_type, property, span.required[side]);
            self.locale.say(&Message::new(key).with("id", &duty.id).with("amount", amount))
        };
        let given = Some(self.sample(&conflict.facility_type, &span.given)).filter(|given| !given.is_empty());
        let message = Message::new("conflict-amounts").with("one", asks(0)).with("other", asks(1));
        let stretch = Some(self.stretch(&conflict.facility_type, span)).filter(|stretch| !stretch.is_empty());
        let message = message.with("stretch", stretch.unwrap_or_else(|| "none".into()));
        self.locale.say(&message.with("given", given.unwrap_or_else(|| "none".into())))
    }
}

/// Writes the disagreements as one JSON document, whose shape [`schema`] publishes.
pub fn json(answer: &Answer<'_>, out: &mut dyn Write) -> Result<()> {
    let document = ConflictDocument {
        schema_version: VERSION.to_owned(),
        as_of: answer.day.to_string(),
        jurisdiction: answer.jurisdiction.cloned(),
        conflicts: answer.conflicts.iter().map(row).collect(),
    };
    serde_json::to_writer(&mut *out, &document)?;
    writeln!(out)
}

/// The JSON schema of the document.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(ConflictDocument).to_value()
}

/// Where standards that bind the same subject on a day disagree.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ConflictDocument {
    /// Version of this shape.
    schema_version: String,
    /// The day on which they bind.
    as_of: String,
    /// The place they bind; null where every place with a standard of its own was looked at.
    jurisdiction: Option<Adcode>,
    /// The disagreements, in the order of standards and requirements.
    conflicts: Vec<ConflictRow>,
}

/// Two requirements that disagree.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ConflictRow {
    /// How they disagree.
    kind: ConflictKind,
    /// The type of facility.
    facility_type: TypeId,
    /// What they disagree about.
    properties: Vec<PropertyId>,
    /// The two requirements.
    sides: [PartyRow; 2],
    /// What follows, for each stretch over which the amounts differ.
    rulings: Vec<RulingRow>,
    /// A facility that only the first, and one that only the second requirement applies to; null where there is none.
    alone: [Option<Vec<SampleRow>>; 2],
}

/// One of two requirements that disagree.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PartyRow {
    /// Its standard.
    standard: StandardId,
    /// Its id.
    requirement: RequirementId,
    /// The clause, as the document numbers it.
    clause: String,
    /// How strongly it binds.
    strength: Strength,
    /// Its standard is that of a place, rather than of the state.
    local: bool,
    /// It binds works permitted, else completed, from this day on.
    works_from: Option<String>,
    /// More is better of what it measures; null where it measures nothing.
    at_least: Option<bool>,
}

/// What follows from a disagreement.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RulingRow {
    /// Where the amounts differ; null where they are no amounts.
    span: Option<SpanRow>,
    /// The stricter requirement; null where neither is.
    stricter: Option<RequirementId>,
    /// A facility that meets the other one and not the stricter one, where they are no amounts.
    shown: Option<Vec<SampleRow>>,
    /// The requirement that governs; null where both stand.
    governs: Option<RequirementId>,
    /// Why.
    because: Because,
}

fn row(conflict: &Conflict) -> ConflictRow {
    let ruling = |ruling: &Ruling| RulingRow {
        span: ruling.span.as_ref().map(SpanRow::from),
        stricter: ruling.stricter.map(|side| conflict.sides[side].duty.id.clone()),
        shown: ruling.shown.as_deref().map(samples),
        governs: ruling.governs.map(|side| conflict.sides[side].duty.id.clone()),
        because: ruling.because,
    };
    ConflictRow {
        kind: conflict.kind,
        facility_type: conflict.facility_type.clone(),
        properties: conflict.properties.clone(),
        sides: conflict.sides.each_ref().map(party),
        rulings: conflict.rulings.iter().map(ruling).collect(),
        alone: conflict.alone.each_ref().map(|sample| sample.as_deref().map(samples)),
    }
}

fn party(party: &Party) -> PartyRow {
    let duty = &party.duty;
    PartyRow {
        standard: duty.standard.clone(),
        requirement: duty.id.clone(),
        clause: duty.clause.to_string(),
        strength: duty.obligation.strength,
        local: party.local,
        works_from: party.works_from.map(|day| day.to_string()),
        at_least: party.at_least,
    }
}
