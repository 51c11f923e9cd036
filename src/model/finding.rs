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
    /// The requirement.
    pub duty: Arc<Duty>,
    /// The facility.
    pub subject: Arc<Subject>,
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
    /// The measure, as an interval in the duty's unit.
    pub measured: Option<Interval>,
    /// What was required of it.
    pub required: Option<Interval>,
    /// How much is missing.
    pub shortfall: Option<Interval>,
    /// Its numbers would tell on people, because they are few; no report shows it by itself.
    pub few_people: bool,
    /// Each check by its id.
    pub checks: Vec<CheckResult>,
    /// Seen with its obligation and deadline.
    pub gap: Option<GapClass>,
    /// The requirement whose finding stands for this one: the same repair, asked for more strictly.
    pub merged_into: Option<RequirementId>,
    /// The cells the verdict rests on.
    pub sources: Vec<Source>,
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
    /// The check's id in its requirement.
    pub check: CheckId,
    /// Passed, failed or cannot tell; inapplicable where the requirement is.
    pub outcome: Outcome,
    /// Why it is *cannot tell*.
    pub reason: Option<Reason>,
    /// The properties the check looks at, those it measures first.
    pub properties: Vec<PropertyId>,
    /// The property that is measured, where the left side of the comparison is one.
    pub measure: Option<PropertyId>,
    /// Left side of its comparison.
    pub measured: Option<Interval>,
    /// Right side of its comparison.
    pub required: Option<Interval>,
    /// How much is missing.
    pub shortfall: Option<Interval>,
    /// Unit of the three.
    pub unit: Option<UnitId>,
    /// What to do about this check, where the document or its pack says so.
    pub remedy: Option<Arc<Bilingual>>,
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

/// The cell of a survey file a value was read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Source {
    /// File name as given.
    pub file: Arc<str>,
    /// Sheet name, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Row, counted from 1 as the spreadsheet shows it.
    pub row: u32,
    /// Header of the column; none for a constant of the profile.
    pub column: Option<Arc<str>>,
    /// The property read from there.
    pub property: PropertyId,
}
