//! The shape of the JSON document: one struct per object, in the order of its keys.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, Ends};
use crate::diagnostic::Severity;
use crate::locale::Bilingual;
use crate::model::{
    Adcode, CheckId, DeclaredBy, FacilityId, GapClass, MappedBy, Outcome, Outcomes, Precision, PropertyId,
    Reason, RequirementId, Silence, StandardId, Strength, TypeId, UnitId, Where,
};

/// Grows when a key changes its meaning or goes away.
pub(super) const VERSION: &str = "4";

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }
    )*};
}

/// An audit: what was asked, what was found, what is wrong with the files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Version of this shape.
    pub schema_version: String,
    /// What was asked, so that the same can be asked again.
    pub plan: PlanRow,
    /// The counts.
    pub summary: Summary,
    /// Every facility and area something is listed of, with all its findings, in the order of types and ids.
    pub facilities: Vec<FacilityRow>,
    /// What is wrong with the files.
    pub diagnostics: Vec<DiagnosticRow>,
    /// What each sheet and column became.
    pub sheets: Vec<SheetRow>,
}

/// Which findings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Listed {
    /// Failed ones, and those that cannot be told.
    Gaps,
    /// Passed, inapplicable and untested ones too.
    All,
}

/// Why a finding is *cannot tell* or *untested*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Why {
    /// Why the data do not decide it.
    Reason(Reason),
    /// Why it was not tried.
    Silence(Silence),
}

rows! {
    /// What was asked, so that the same can be asked again.
    PlanRow {
        /// The standards judged by.
        standards: Vec<StandardRow>,
        /// Each standard only where and when it binds, rather than everywhere.
        auto: bool,
        /// The day the audit speaks of.
        as_of: String,
        /// What was accepted later is left out.
        known_by: String,
        /// Where facilities belong that do not say.
        jurisdiction: Option<Adcode>,
        /// Version of the program.
        engine: Arc<str>,
        /// Which findings are listed.
        findings: Listed,
        /// The files read.
        inputs: Vec<Input>,
        /// How many facilities of each type.
        facilities: Vec<FacilityCount>,
        /// What was declared to be completely surveyed.
        complete: Vec<CompleteRow>,
    }

    /// A standard of the plan.
    StandardRow {
        /// Its id.
        id: StandardId,
        /// Its title.
        title: Bilingual,
        /// Hash of its text, in hexadecimal.
        hash: Arc<str>,
        /// Made up, for demonstration.
        made_up: bool,
        /// The plan's horizon is past on the day of the audit.
        period_past: bool,
    }

    /// A file that was read.
    Input {
        /// Name as given.
        file: Arc<str>,
        /// Hash of its bytes, in hexadecimal.
        hash: Arc<str>,
        /// Rows below the headers; null where they would tell of a few people.
        rows: Option<u64>,
    }

    /// How many facilities of a type there are.
    FacilityCount {
        /// The type.
        r#type: TypeId,
        /// How many; null where so few of a personal type are not shown.
        count: Option<u64>,
    }

    /// A declaration that every facility of a type was surveyed.
    CompleteRow {
        /// The type.
        r#type: TypeId,
        /// Where.
        jurisdiction: Adcode,
        /// The day it speaks of.
        on: String,
    }

    /// The counts.
    Summary {
        /// In the order of the standards.
        requirements: Vec<RequirementRow>,
    }

    /// One requirement over all facilities of its types; findings name it by its id.
    RequirementRow {
        /// The standard's id.
        standard: StandardId,
        /// The requirement's id.
        requirement: RequirementId,
        /// The numbered provision.
        clause: Arc<str>,
        /// What it asks, in a few words.
        title: Bilingual,
        /// How strongly it binds.
        obligation: Strength,
        /// By when.
        deadline: Option<DeadlineRow>,
        /// Unit of what its findings measure and require, where no check says another.
        unit: Option<UnitId>,
        /// Undefined words it rests on, with the numbers this program assumes for them.
        parameters: Vec<ParameterRow>,
        /// Whether it was checked against the document itself.
        verified: bool,
        /// Requirements of other standards that its verdicts are taken from and that were not checked against the document.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rests_on: Vec<RequirementId>,
        /// They add up to the subjects; null where so few of a personal type are not shown.
        outcomes: Option<Outcomes>,
        /// Each check over the applicable subjects.
        checks: Vec<CheckCounts>,
    }

    /// A word no document defines, and the number assumed for it.
    ParameterRow {
        /// Its name in the standard's pack.
        id: Arc<str>,
        /// The word.
        words: Bilingual,
        /// The number, in its canonical unit.
        value: Ends,
    }

    /// A facility or an area, and what was found of it. What does not apply to it is left out.
    FacilityRow {
        /// Its type; `jurisdiction` for an area, whose id is its code.
        r#type: TypeId,
        /// Its stable id.
        id: FacilityId,
        /// Its name.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<Arc<str>>,
        /// Where it belongs.
        #[serde(skip_serializing_if = "Option::is_none")]
        jurisdiction: Option<Adcode>,
        /// What to measure, ask or correct there, so that what cannot be told can be: every property behind a reason, each once.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        missing: Vec<PropertyId>,
        /// The rows its findings rest on, with all columns that were looked at; of facilities counted for an area or a whole, up to a hundred for each finding.
        sources: Vec<CellsRow>,
        /// Its findings, in the order of the standards.
        findings: Vec<FindingRow>,
    }

    /// A finding: what came of one requirement. What does not apply to it is left out.
    FindingRow {
        /// First 16 bytes of SHA-256 over requirement id, a zero byte and facility id, in hexadecimal.
        key: String,
        /// The requirement's id; its clause and the rest about it are in the summary.
        requirement: RequirementId,
        /// The verdict.
        outcome: Outcome,
        /// Seen with its obligation and deadline.
        #[serde(skip_serializing_if = "Option::is_none")]
        gap: Option<GapClass>,
        /// Why it is cannot tell or untested.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<Why>,
        /// Where the reason arose.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason_in: Option<Where>,
        /// The properties behind the reason, or behind the failure.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        properties: Vec<PropertyId>,
        /// What a clause without pass mark measures, in the requirement's unit; days are numbers since 1970-01-01.
        #[serde(skip_serializing_if = "Option::is_none")]
        measured: Option<Amount>,
        /// Each check by its id; of what cannot be told, those that are open: where it applies, the others hold.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        checks: Vec<CheckRow>,
        /// The requirement whose finding stands for this one: the same repair, asked for more strictly.
        #[serde(skip_serializing_if = "Option::is_none")]
        merged_into: Option<RequirementId>,
        /// The cells the verdict rests on.
        cells: Vec<CitedRow>,
    }

    /// Cells of one of the facility's sources.
    CitedRow {
        /// Which of the sources, counted from 0.
        source: usize,
        /// Which of its columns, counted from 0.
        columns: Vec<usize>,
    }

    /// Cells of one row of a file.
    CellsRow {
        /// File name as given.
        file: Arc<str>,
        /// Sheet name, for workbooks.
        #[serde(skip_serializing_if = "Option::is_none")]
        sheet: Option<Arc<str>>,
        /// Row, counted from 1 as the spreadsheet shows it.
        row: u32,
        /// Headers of the columns; what they became is said by the sheets.
        columns: Vec<Arc<str>>,
        /// How their values are known, where the row says so: `measured`, `declared`, `estimated`, `unknown`, `not_applicable`, or a value of the catalogue in use.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        status: Vec<Arc<str>>,
    }

    /// What came of one check. What does not apply to it is left out; its unit is in the summary.
    CheckRow {
        /// The check's id in its requirement.
        check: CheckId,
        /// Passed, failed, cannot tell, or inapplicable with its requirement.
        outcome: Outcome,
        /// Why it is cannot tell.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<Reason>,
        /// Left side of its comparison; days are numbers since 1970-01-01.
        #[serde(skip_serializing_if = "Option::is_none")]
        measured: Option<Amount>,
        /// Right side of its comparison.
        #[serde(skip_serializing_if = "Option::is_none")]
        required: Option<Amount>,
        /// How much is missing.
        #[serde(skip_serializing_if = "Option::is_none")]
        shortfall: Option<Amount>,
    }

    /// The last day on which a duty can be met in time.
    DeadlineRow {
        /// Last day of the period, where it is known.
        date: Option<String>,
        /// How exactly the document says it.
        precision: Precision,
        /// Taken from the plan's horizon, not written in the clause.
        inferred: bool,
    }

    /// Something that is wrong with a file.
    DiagnosticRow {
        /// What kind of thing.
        code: String,
        /// How much it costs.
        severity: Severity,
        /// File name as given.
        file: Arc<str>,
        /// Sheet name, for workbooks.
        sheet: Option<Arc<str>>,
        /// Row, counted from 1.
        row: Option<u32>,
        /// Header of the column.
        column: Option<Arc<str>>,
        /// The text found there.
        value: Option<String>,
        /// What is the matter, in the language of the report.
        message: String,
        /// What to do.
        remedy: String,
    }

    /// What a sheet was taken for.
    SheetRow {
        /// File name as given.
        file: Arc<str>,
        /// Sheet name, for workbooks.
        sheet: Option<Arc<str>>,
        /// Encoding found, for text.
        encoding: Option<Arc<str>>,
        /// The type of its facilities, where all are of one.
        r#type: Option<TypeId>,
        /// Row of the headers, counted from 1.
        header_row: Option<u32>,
        /// Rows below it that hold something; null where they would tell of a few people.
        rows: Option<u64>,
        /// The reference system of its positions; null where it has none.
        crs: Option<CrsRow>,
        /// Its columns from left to right.
        columns: Vec<ColumnRow>,
    }

    /// The reference system positions were read in.
    CrsRow {
        /// The system, or what was declared where that cannot be converted.
        name: Arc<str>,
        /// Whether the positions were used.
        converted: bool,
        /// Who declared it.
        by: DeclaredBy,
    }

    /// What a column was taken for.
    ColumnRow {
        /// As written.
        header: Arc<str>,
        /// What it became; null where it was left out.
        property: Option<PropertyId>,
        /// What decided.
        by: MappedBy,
    }
}

/// One check over the applicable subjects of its requirement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct CheckCounts {
    /// The check's id.
    pub check: CheckId,
    /// The properties it looks at, those it measures first.
    pub properties: Vec<PropertyId>,
    /// Subjects where it holds.
    pub passed: u64,
    /// Subjects where it does not.
    pub failed: u64,
    /// Subjects where the data do not decide it.
    pub cant_tell: u64,
    /// Added over the failed subjects: at least `low` is missing.
    pub shortfall: Option<Ends>,
    /// The same without what another requirement's findings ask for already.
    pub to_repair: Option<Ends>,
    /// Unit of the shortfall, and of what findings measure and require.
    pub unit: Option<UnitId>,
}
