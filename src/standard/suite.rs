//! Cases others can run: what is given, what comes of it, and which kinds there are.

use super::pack::Case;
use crate::model::{Finding, Outcome};

/// The cases of one requirement.
#[derive(Debug, Clone)]
pub struct Suite {
    /// Index of the requirement in the program.
    pub requirement: usize,
    /// Its own examples first, then those that were made for the kinds it has none of.
    pub cases: Vec<SuiteCase>,
    /// Kinds there is no case of, each with the reason; without one it was only not found.
    pub absent: Vec<(CaseKind, Option<Absence>)>,
}

/// One case and what comes of it.
#[derive(Debug, Clone)]
pub struct SuiteCase {
    /// What it shows; its verdict is said before it.
    pub name: String,
    /// What is given. What is malformed stands there as recorded unknown.
    pub case: Case,
    /// What an audit says.
    pub finding: Finding,
    /// On one side of a limit, with another case on the other side.
    pub at_limit: bool,
    /// What cannot be read.
    pub malformed: Option<Malformed>,
}

/// A value that is none, as a survey has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The other facility that has it; the subject itself where missing.
    pub other: Option<usize>,
    /// Its property.
    pub property: String,
    /// What is written there.
    pub text: &'static str,
}

/// The kinds of cases a requirement should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseKind {
    /// It applies and every check holds.
    Passed,
    /// It applies and a check does not hold.
    Failed,
    /// The data do not decide it.
    CantTell,
    /// It does not apply.
    Inapplicable,
    /// Just on either side of a limit.
    Boundary,
    /// Something recorded is no value.
    Malformed,
}

/// Why a kind cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// The clause has no pass mark.
    NoCheck,
    /// It applies to every subject there is.
    AlwaysApplies,
    /// No number is compared with a limit.
    NoNumber,
    /// It looks at nothing that a survey records of a facility.
    NothingRecorded,
    /// It was taken over from another standard, whose cases speak of that one's areas.
    TakenOver,
}

impl CaseKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Passed, Self::Failed, Self::CantTell, Self::Inapplicable, Self::Boundary, Self::Malformed];

    /// Whether a case is of this kind.
    pub fn holds(self, case: &SuiteCase) -> bool {
        match self {
            Self::Passed => case.finding.outcome == Outcome::Passed,
            Self::Failed => case.finding.outcome == Outcome::Failed,
            Self::CantTell => case.finding.outcome == Outcome::CantTell,
            Self::Inapplicable => case.finding.outcome == Outcome::Inapplicable,
            Self::Boundary => case.at_limit,
            Self::Malformed => case.malformed.is_some(),
        }
    }
}
