//! A comparison for programs.

use std::io::{Result, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{
    Adcode, Altered, Catalogue, Compared, Comparison, FacilityId, Fate, FateCount, Fates, Observed,
    PropertyId, Recorded, SideOf, Source, TypeId,
};
use crate::report::json::Ends;

/// Grows when a key changes its meaning or goes away.
const VERSION: &str = "1";

/// Writes a comparison as one JSON document, whose shape [`schema`] publishes.
pub fn json(comparison: &Comparison, catalogue: &Catalogue, out: &mut dyn Write) -> Result<()> {
    let document = ComparisonDocument {
        schema_version: VERSION.to_owned(),
        sides: comparison.sides.map(side),
        counts: comparison.counts.iter().map(count).collect(),
        facilities: comparison.facilities.iter().map(|one| facility(one, catalogue)).collect(),
    };
    serde_json::to_writer(&mut *out, &document)?;
    writeln!(out)
}

/// The JSON schema of the document.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(ComparisonDocument).to_value()
}

rows! {
    /// Two surveys, or two days, side by side. Of every pair the first is before, the second after.
    ComparisonDocument {
        /// Version of this shape.
        schema_version: String,
        /// What is compared.
        sides: [SideRow; 2],
        /// How many facilities fared how, by type and area.
        counts: Vec<CountRow>,
        /// The facilities that are new, unseen or changed; none of people.
        facilities: Vec<FacilityRow>,
    }
    /// A survey or a day.
    SideRow {
        /// The number of the survey; null where it is a day.
        survey: Option<u32>,
        /// The day; null where it is a survey.
        day: Option<String>,
    }
    /// Facilities of a type in an area.
    CountRow {
        /// The type.
        facility_type: TypeId,
        /// The area; null where none is known.
        jurisdiction: Option<Adcode>,
        /// The counts; null where they would tell of a few people.
        counts: Option<Fates>,
    }
    /// A facility, and what became of it.
    FacilityRow {
        /// Its type.
        facility_type: TypeId,
        /// Its id.
        id: FacilityId,
        /// Its name.
        name: Option<String>,
        /// Where it belongs.
        jurisdiction: Option<Adcode>,
        /// What became of it; who is unseen need not be gone.
        fate: Fate,
        /// The day it was last seen; null where that side does not know it.
        seen: [Option<String>; 2],
        /// The last row that speaks of it; null where that side does not know it.
        rows: [Option<CellRow>; 2],
        /// Longitude and latitude in degrees of WGS 84, where they changed.
        moved: Option<[(f64, f64); 2]>,
        /// The values that changed.
        changes: Vec<ChangeRow>,
    }
    /// A value that changed.
    ChangeRow {
        /// The property.
        property: PropertyId,
        /// What was recorded.
        values: [ValueRow; 2],
        /// The cell it was read from; null where nothing was recorded.
        cells: [Option<CellRow>; 2],
    }
    /// A cell of a survey, or a row of one.
    CellRow {
        /// The file.
        file: String,
        /// The sheet of a workbook.
        sheet: Option<String>,
        /// The row, as a spreadsheet shows it.
        row: u32,
    }
}

/// What is recorded of a property.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "is")]
enum ValueRow {
    /// Nothing.
    Nothing,
    /// A number in the canonical unit (a date as its day number); both ends are equal where it is exact.
    Number { value: Ends },
    /// Yes or no.
    Flag { value: bool },
    /// The id of a category's value.
    Category { value: String },
    /// Text.
    Text { value: String },
    /// Recorded as unknown.
    Unknown,
    /// Recorded as not applicable.
    NotApplicable,
    /// Values that contradict each other.
    Conflict,
}

fn side(side: SideOf) -> SideRow {
    match side {
        SideOf::Survey(number) => SideRow { survey: Some(number), day: None },
        SideOf::Day(day) => SideRow { survey: None, day: Some(day.to_string()) },
    }
}

fn count(count: &FateCount) -> CountRow {
    let FateCount { facility_type, jurisdiction, counts } = count.clone();
    CountRow { facility_type, jurisdiction, counts }
}

fn facility(one: &Compared, catalogue: &Catalogue) -> FacilityRow {
    FacilityRow {
        facility_type: one.facility_type.clone(),
        id: one.id.clone(),
        name: one.name.as_ref().map(ToString::to_string),
        jurisdiction: one.jurisdiction.clone(),
        fate: one.fate,
        seen: one.seen.map(|day| day.map(|day| day.to_string())),
        rows: one.rows.each_ref().map(|row| cell(row.as_ref())),
        moved: one.moved,
        changes: one.changes.iter().map(|change| altered(change, &one.facility_type, catalogue)).collect(),
    }
}

fn cell(source: Option<&Source>) -> Option<CellRow> {
    let Source { columns, row, .. } = source?;
    let sheet = columns.sheet.as_ref().map(ToString::to_string);
    Some(CellRow { file: columns.file.to_string(), sheet, row: *row })
}

fn altered(change: &Altered, of: &TypeId, catalogue: &Catalogue) -> ChangeRow {
    let category = |index: usize| {
        let (_, of) = catalogue.facility_type(of.as_str())?;
        Some(of.property(change.property.as_str())?.1.values.get(index)?.id.to_string())
    };
    let value = |recorded: &Recorded| match recorded {
        Recorded::Nothing => ValueRow::Nothing,
        Recorded::Conflict => ValueRow::Conflict,
        Recorded::Value(Observed::Number(interval)) => ValueRow::Number { value: Ends::from(**interval) },
        Recorded::Value(Observed::Flag(value)) => ValueRow::Flag { value: *value },
        Recorded::Value(Observed::Category(index)) => {
            ValueRow::Category { value: category(*index).unwrap_or_default() }
        }
        Recorded::Value(Observed::Text(text)) => ValueRow::Text { value: text.to_string() },
        Recorded::Value(Observed::Unknown) => ValueRow::Unknown,
        Recorded::Value(Observed::NotApplicable) => ValueRow::NotApplicable,
    };
    ChangeRow {
        property: change.property.clone(),
        values: change.values.each_ref().map(value),
        cells: change.cells.each_ref().map(|one| cell(one.as_ref())),
    }
}
