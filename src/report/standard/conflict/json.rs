//! Disagreements as one JSON document, each by itself.

use std::io::{Result, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::Answer;
use crate::model::{
    Adcode, Because, Conflict, ConflictKind, Party, PropertyId, RequirementId, Ruling, StandardId, Strength,
    TypeId,
};
use crate::report::standard::row::{SampleRow, SpanRow, samples};

/// Grows when a key changes its meaning or goes away.
const VERSION: &str = "1";

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
