//! What two standards ask differently, for programs.

use std::io::{Result, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::locale::Bilingual;
use crate::model::{
    Alteration, Change, ChangeKind, CheckId, Difference, Edition, FacilityId, Judged, Outcome, PropertyId,
    RequirementId, StandardId, Turn, TurnKind, Turned, TypeId, UnitId, Wording,
};
use crate::report::json::Ends;
use crate::report::standard::row::{SampleRow, SpanRow, samples};

/// Grows when a key changes its meaning or goes away.
const VERSION: &str = "1";

/// Writes the difference as one JSON document, whose shape [`schema`] publishes.
pub fn json(difference: &Difference, out: &mut dyn Write) -> Result<()> {
    serde_json::to_writer(&mut *out, &document(difference))?;
    writeln!(out)
}

/// The JSON schema of the document.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(DifferenceDocument).to_value()
}

rows! {
    /// What two standards ask differently. Of every pair the first is before, the second after.
    DifferenceDocument {
        /// Version of this shape.
        schema_version: String,
        /// The two standards.
        standards: [EditionRow; 2],
        /// How many requirements ask for the same.
        unchanged: usize,
        /// What changed.
        changes: Vec<ChangeRow>,
        /// What becomes of verdicts, for each thing that is judged; null where no survey was given.
        verdicts: Option<Vec<TurnedRow>>,
    }
    /// A standard, as it was read.
    EditionRow {
        /// Its id.
        standard: StandardId,
        /// Its full title.
        title: Bilingual,
        /// Hash of its files.
        hash: String,
    }
    /// What became of a requirement.
    ChangeRow {
        /// In one word.
        kind: ChangeKind,
        /// Its id before and after; null where there is none.
        requirements: [Option<RequirementId>; 2],
        /// Its parts.
        alterations: Vec<AlterationRow>,
    }
    /// What becomes of the verdicts on one thing.
    TurnedRow {
        /// The requirements that speak of it.
        requirements: [Vec<RequirementId>; 2],
        /// The type, where they are matched by what they measure.
        facility_type: Option<TypeId>,
        /// The property, where they are matched by what they measure.
        property: Option<PropertyId>,
        /// How many verdicts stay.
        same: u64,
        /// How many fail.
        failed: [u64; 2],
        /// What is missing in all; null where nothing is.
        missing: [Option<Ends>; 2],
        /// Unit of what is missing.
        unit: Option<UnitId>,
        /// The facilities and areas whose verdict turns.
        turns: Vec<TurnRow>,
    }
    /// A facility or area whose verdict turns.
    TurnRow {
        /// Its type.
        facility_type: TypeId,
        /// Its id.
        id: FacilityId,
        /// Its name.
        name: Option<String>,
        /// Its gap is new, gone or another one.
        kind: TurnKind,
        /// The verdicts; null where nothing is asked.
        verdicts: [Option<JudgedRow>; 2],
    }
    /// A verdict with its amounts.
    JudgedRow {
        /// The verdict.
        outcome: Outcome,
        /// What is there.
        measured: Option<Ends>,
        /// What should be there.
        required: Option<Ends>,
        /// What is missing.
        shortfall: Option<Ends>,
        /// Unit of the three.
        unit: Option<UnitId>,
    }
}

/// A part of a change; a side is 0 for before and 1 for after.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what")]
enum AlterationRow {
    /// Other amounts.
    Amount { facility_type: TypeId, property: PropertyId, at_least: bool, span: SpanRow },
    /// Something else asked of a property; the sample meets the other side and not this one.
    Demand { facility_type: TypeId, property: PropertyId, side: usize, sample: Vec<SampleRow> },
    /// Facilities that only one side speaks of.
    Reach { facility_type: TypeId, side: usize, sample: Vec<SampleRow> },
    /// A whole type that only one side speaks of.
    Type { facility_type: TypeId, side: usize },
    /// A check that only one side has.
    Check { check: CheckId, side: usize },
    /// One side binds more.
    Strength { side: usize },
    /// What it asks is written otherwise, and what that means cannot be told.
    Unknown,
    /// Other words, nothing else.
    Words { fields: Vec<Wording> },
}

fn document(difference: &Difference) -> DifferenceDocument {
    let edition = |edition: &Edition| EditionRow {
        standard: edition.id.clone(),
        title: edition.title.clone(),
        hash: edition.hash.to_string(),
    };
    DifferenceDocument {
        schema_version: VERSION.to_owned(),
        standards: difference.editions.each_ref().map(edition),
        unchanged: difference.unchanged,
        changes: difference.changes.iter().map(change).collect(),
        verdicts: difference.turns.as_ref().map(|turns| turns.iter().map(turned).collect()),
    }
}

fn change(change: &Change) -> ChangeRow {
    ChangeRow {
        kind: change.kind,
        requirements: change.duties.each_ref().map(|duty| duty.as_ref().map(|duty| duty.id.clone())),
        alterations: change.alterations.iter().cloned().map(alteration).collect(),
    }
}

fn alteration(alteration: Alteration) -> AlterationRow {
    match alteration {
        Alteration::Amount { facility_type, property, at_least, span } => {
            AlterationRow::Amount { facility_type, property, at_least, span: SpanRow::from(&span) }
        }
        Alteration::Demand { facility_type, property, side, sample } => {
            AlterationRow::Demand { facility_type, property, side, sample: samples(&sample) }
        }
        Alteration::Reach { facility_type, side, sample } => {
            AlterationRow::Reach { facility_type, side, sample: samples(&sample) }
        }
        Alteration::Type { facility_type, side } => AlterationRow::Type { facility_type, side },
        Alteration::Check { check, side } => AlterationRow::Check { check, side },
        Alteration::Strength { side } => AlterationRow::Strength { side },
        Alteration::Unknown => AlterationRow::Unknown,
        Alteration::Words(fields) => AlterationRow::Words { fields },
    }
}

fn turned(turned: &Turned) -> TurnedRow {
    let measure = turned.measure.as_ref();
    TurnedRow {
        requirements: turned.requirements.clone(),
        facility_type: measure.map(|(of, _)| of.clone()),
        property: measure.map(|(_, property)| property.clone()),
        same: turned.same,
        failed: turned.failed,
        missing: turned.missing.map(|missing| missing.map(Ends::from)),
        unit: turned.unit.clone(),
        turns: turned.turns.iter().map(turn).collect(),
    }
}

fn turn(turn: &Turn) -> TurnRow {
    TurnRow {
        facility_type: turn.subject.facility_type.clone(),
        id: turn.subject.id.clone(),
        name: turn.subject.name.as_ref().map(ToString::to_string),
        kind: turn.kind,
        verdicts: turn.verdicts.each_ref().map(|one| one.as_ref().map(judged)),
    }
}

fn judged(judged: &Judged) -> JudgedRow {
    JudgedRow {
        outcome: judged.outcome,
        measured: judged.measured.map(Ends::from),
        required: judged.required.map(Ends::from),
        shortfall: judged.shortfall.map(Ends::from),
        unit: judged.unit.clone(),
    }
}
