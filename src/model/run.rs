//! A whole audit: what was asked, what was read, what was found.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Adcode, Boundary, CheckId, Duty, Finding, Outcome, PropertyId, StandardId, Subject, TypeId, UnitId,
};
use crate::diagnostic::Diagnostic;
use crate::locale::Bilingual;
use crate::quantity::{Interval, Rational};

/// Everything a report is made of.
#[derive(Debug, Clone)]
pub struct Run {
    /// What was asked.
    pub plan: Plan,
    /// Per requirement, in the order of the standards.
    pub tallies: Vec<Tally>,
    /// In the order of requirement and subject; which outcomes is the plan's choice.
    pub findings: Vec<Finding>,
    /// What is wrong with the files.
    pub diagnostics: Vec<Diagnostic>,
    /// What each sheet and column became.
    pub sheets: Vec<SheetUse>,
    /// What a map is drawn from, where one was asked for.
    pub geography: Option<Geography>,
}

/// Where everything is, with what was found of it.
#[derive(Debug, Clone, Default)]
pub struct Geography {
    /// Every facility that may be shown by itself, in the order of types and ids.
    pub facilities: Vec<FacilityUse>,
    /// The areas they lie in, as far as their outlines are given.
    pub boundaries: Vec<Boundary>,
    /// The number under which the map was approved (审图号), where it was.
    pub number: Option<Arc<str>>,
}

/// A facility and how many requirements have each outcome for it.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilityUse {
    /// The facility.
    pub subject: Arc<Subject>,
    /// The outcomes of all that is asked of it.
    pub outcomes: Outcomes,
}

/// What was asked, so that the same can be asked again.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The standards judged by.
    pub standards: Vec<StandardUse>,
    /// Each standard only where and when it binds, rather than everywhere.
    pub auto: bool,
    /// The day the audit speaks of.
    pub as_of: Date,
    /// What was accepted later is left out.
    pub known_by: Timestamp,
    /// Where facilities belong that do not say.
    pub jurisdiction: Option<Adcode>,
    /// Version of this program.
    pub engine: Arc<str>,
    /// The files read.
    pub inputs: Vec<Input>,
    /// How many facilities of each type.
    pub facilities: Vec<(TypeId, u64)>,
    /// What was declared to be complete.
    pub complete: Vec<Complete>,
    /// Whether passed, inapplicable and untested findings are listed too.
    pub all_findings: bool,
}

/// A standard of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardUse {
    /// Its id.
    pub id: StandardId,
    /// Its title.
    pub title: Bilingual,
    /// Hash of its text, in hexadecimal.
    pub hash: Arc<str>,
    /// Made up, for demonstration; to be said wherever it is shown.
    pub made_up: bool,
    /// The plan's horizon is past on the day of the audit.
    pub period_past: bool,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Name as given.
    pub file: Arc<str>,
    /// Hash of its bytes, in hexadecimal.
    pub hash: Arc<str>,
    /// Rows below the headers, over all sheets.
    pub rows: u64,
}

/// A declaration that every facility of a type was surveyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complete {
    /// The type.
    pub facility_type: TypeId,
    /// Where.
    pub jurisdiction: Adcode,
    /// The day it speaks of.
    pub on: Date,
}

/// One requirement over all subjects of its types.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The requirement.
    pub duty: Arc<Duty>,
    /// The types of its subjects, so that personal ones are only counted.
    pub types: Vec<TypeId>,
    /// How many of each outcome; they add up to the subjects.
    pub outcomes: Outcomes,
    /// Subjects its standard binds on the day; all of them unless the plan is `auto`.
    pub bound: u64,
    /// Each check over the applicable subjects.
    pub checks: Vec<CheckTally>,
}

/// How many subjects have each outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Outcomes {
    /// The requirement holds.
    pub passed: u64,
    /// It does not.
    pub failed: u64,
    /// The data do not decide it.
    pub cant_tell: u64,
    /// It does not apply.
    pub inapplicable: u64,
    /// It was not tried.
    pub untested: u64,
}

/// One check over the applicable subjects of its requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckTally {
    /// The check's id.
    pub check: CheckId,
    /// What it measures, or else looks at first.
    pub about: Option<PropertyId>,
    /// The properties it looks at, those it measures first.
    pub properties: Vec<PropertyId>,
    /// Subjects where it holds.
    pub passed: u64,
    /// Subjects where it does not.
    pub failed: u64,
    /// Subjects where the data do not decide it.
    pub cant_tell: u64,
    /// Low ends and high ends added over the failed subjects; none for a check without amount.
    pub shortfall: Option<Interval>,
    /// The same without what another requirement's findings ask for already.
    pub to_repair: Option<Interval>,
    /// Unit of the shortfall.
    pub unit: Option<UnitId>,
}

/// What a sheet was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetUse {
    /// File name as given.
    pub file: Arc<str>,
    /// Sheet name, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Encoding found, for text.
    pub encoding: Option<Arc<str>>,
    /// The type of its facilities, where all are of one.
    pub facility_type: Option<TypeId>,
    /// Row of the headers, counted from 1.
    pub header_row: Option<u32>,
    /// Rows below it that hold something.
    pub rows: u64,
    /// The reference system of its positions, where it has any.
    pub crs: Option<CrsUse>,
    /// Its columns from left to right.
    pub columns: Vec<ColumnUse>,
}

/// The reference system positions were read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrsUse {
    /// The system, or what was declared where that cannot be converted.
    pub name: Arc<str>,
    /// Whether the positions were used.
    pub converted: bool,
    /// Who declared it.
    pub by: DeclaredBy,
}

/// Who says which reference system positions are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeclaredBy {
    /// The profile.
    Profile,
    /// The file itself.
    File,
    /// A word in a header.
    Header,
    /// A column, row by row.
    Column,
    /// Nobody: they are taken for degrees of WGS 84.
    Nobody,
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnUse {
    /// As written.
    pub header: Arc<str>,
    /// What it became; none where it was left out.
    pub property: Option<PropertyId>,
    /// What decided.
    pub by: MappedBy,
}

/// What decided about a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MappedBy {
    /// The profile names it.
    Profile,
    /// The header is a known name of the property.
    Alias,
    /// Nothing: the column is left out.
    Nothing,
}

impl Outcomes {
    /// Counts one more.
    pub fn count(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Passed => &mut self.passed,
            Outcome::Failed => &mut self.failed,
            Outcome::CantTell => &mut self.cant_tell,
            Outcome::Inapplicable => &mut self.inapplicable,
            Outcome::Untested => &mut self.untested,
        } += 1;
    }

    /// Counts what others counted.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.cant_tell += other.cant_tell;
        self.inapplicable += other.inapplicable;
        self.untested += other.untested;
    }

    /// The worst outcome there is; *untested* of nothing.
    pub fn worst(self) -> Outcome {
        match self {
            Self { failed: 1.., .. } => Outcome::Failed,
            Self { cant_tell: 1.., .. } => Outcome::CantTell,
            Self { passed: 1.., .. } => Outcome::Passed,
            Self { inapplicable: 1.., .. } => Outcome::Inapplicable,
            _ => Outcome::Untested,
        }
    }

    /// All subjects.
    pub fn subjects(self) -> u64 {
        self.passed + self.failed + self.cant_tell + self.inapplicable + self.untested
    }
}

impl CheckTally {
    /// The low end of what is to repair: the amount that is missing at least.
    pub fn at_least(&self) -> Option<Rational> {
        self.to_repair.and_then(Interval::low)
    }
}
