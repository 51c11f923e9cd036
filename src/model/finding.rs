//! One requirement, one subject, and what came of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Adcode, CheckId, Duty, FacilityId, Outcome, PropertyId, Reason, RequirementId, Silence, TypeId, UnitId,
};
use crate::locale::Bilingual;
use crate::quantity::Interval;

/// What an audit found of one requirement and one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What came of the requirement; one for all subjects of whom the data say the same.
    pub result: Arc<RequirementResult>,
    /// The facility.
    pub subject: Arc<Subject>,
    /// Its numbers would tell on people, because they are few; no report shows it by itself.
    pub few_people: bool,
    /// The requirement whose finding stands for this one: the same repair, asked for more strictly.
    pub merged_into: Option<RequirementId>,
    /// The cells the verdict rests on, those of one row together.
    pub sources: Vec<Source>,
}

/// What came of one requirement, for every subject of whom the data say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementResult {
    /// The requirement.
    pub duty: Arc<Duty>,
    /// The verdict.
    pub outcome: Outcome,
    /// Why it is *cannot tell*.
    pub reason: Option<Reason>,
    /// Where the reason arose.
    pub reason_in: Option<Where>,
    /// Why it is *untested*.
    pub silence: Option<Silence>,
    /// The properties behind the reason.
    pub properties: Vec<PropertyId>,
    /// What a clause without a pass mark measures, in the duty's unit.
    pub without_mark: Option<Box<Interval>>,
    /// Each check by its id.
    pub checks: Vec<CheckResult>,
    /// Seen with its obligation and deadline.
    pub gap: Option<GapClass>,
}

/// The smallest count of people that may be shown.
pub const FEWEST_PEOPLE: i128 = 10;

/// The type of a subject that is an area rather than a facility; its id is the area's code.
pub const AREA: &str = "jurisdiction";

/// A facility, as a finding names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// Its type.
    pub facility_type: TypeId,
    /// Its stable id.
    pub id: FacilityId,
    /// Its name, where one is recorded.
    pub name: Option<Arc<str>>,
    /// Where it belongs, where that is recorded.
    pub jurisdiction: Option<Adcode>,
    /// Longitude and latitude in degrees, where they are recorded.
    pub position: Option<(f64, f64)>,
}

/// What came of one check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckResult {
    /// What it demands; the same in all findings of a requirement and a type.
    pub duty: Arc<CheckDuty>,
    /// Passed, failed or cannot tell; inapplicable where the requirement is.
    pub outcome: Outcome,
    /// Why it is *cannot tell*.
    pub reason: Option<Reason>,
    /// The amounts of its comparison, where it is one.
    pub amounts: Option<Box<Amounts>>,
}

/// A check without its expressions: everything a reader wants to see of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckDuty {
    /// Its id in its requirement.
    pub id: CheckId,
    /// The properties it looks at, those it measures first.
    pub properties: Vec<PropertyId>,
    /// The property that is measured, where the left side of the comparison is one.
    pub measure: Option<PropertyId>,
    /// Unit of its amounts.
    pub unit: Option<UnitId>,
    /// What to do about it, where the document or its pack says so.
    pub remedy: Option<Arc<Bilingual>>,
}

/// The amounts of a comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amounts {
    /// Its left side.
    pub measured: Interval,
    /// Its right side.
    pub required: Interval,
    /// How much is missing, were it to fail.
    pub shortfall: Interval,
}

impl std::ops::Deref for Finding {
    type Target = RequirementResult;

    fn deref(&self) -> &RequirementResult {
        &self.result
    }
}

impl RequirementResult {
    /// The measure, as an interval in the duty's unit.
    pub fn measured(&self) -> Option<Interval> {
        self.main().map_or_else(|| self.without_mark.as_deref().copied(), CheckResult::measured)
    }

    /// What was required of it.
    pub fn required(&self) -> Option<Interval> {
        self.main().and_then(CheckResult::required)
    }

    /// How much is missing.
    pub fn shortfall(&self) -> Option<Interval> {
        self.main().and_then(CheckResult::shortfall)
    }

    /// The check whose amounts stand for the whole.
    pub fn main(&self) -> Option<&CheckResult> {
        self.checks.iter().find(|check| check.amounts.is_some())
    }
}

impl CheckResult {
    /// Left side of its comparison.
    pub fn measured(&self) -> Option<Interval> {
        self.amounts.as_ref().map(|amounts| amounts.measured)
    }

    /// Right side of its comparison.
    pub fn required(&self) -> Option<Interval> {
        self.amounts.as_ref().map(|amounts| amounts.required)
    }

    /// How much is missing, where something may be.
    pub fn shortfall(&self) -> Option<Interval> {
        let open = matches!(self.outcome, Outcome::Failed | Outcome::CantTell);
        self.amounts.as_ref().filter(|_| open).map(|amounts| amounts.shortfall)
    }
}

/// Where a reason arose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Where {
    /// Whether the requirement applies is not known.
    Applies,
    /// Whether a check holds is not known.
    Check,
}

/// A failed or undecided finding, seen with its obligation and deadline; most urgent first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum GapClass {
    /// A due duty is not met.
    Violation,
    /// A target was missed and its deadline is past.
    OverdueTarget,
    /// Not met, and not due yet.
    Upcoming,
    /// A progressive duty is behind.
    Lagging,
    /// Encouraged or advised, and not met.
    Advice,
    /// The data do not decide it.
    EvidenceGap,
}

/// Cells of one row of a survey file, from which values were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Their columns; the same for many rows.
    pub columns: Arc<SourceColumns>,
    /// Row, counted from 1 as the spreadsheet shows it.
    pub row: u32,
    /// How their values are known (measured, declared, estimated, unknown, not applicable), each way once,
    /// where the row says so: the id of a value of the catalogue, or what stands there instead of one.
    pub statuses: Vec<Arc<str>>,
}

/// Columns of a survey file that properties are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceColumns {
    /// File name as given.
    pub file: Arc<str>,
    /// Sheet name, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Their headers, each once; a constant of the profile has none.
    pub headers: Vec<Arc<str>>,
}
