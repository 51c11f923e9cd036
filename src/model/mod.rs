//! The vocabulary: plain data that every floor above speaks in.
//!
//! No behaviour beyond invariants, no IO. The catalogue's *shape* lives here,
//! its loading in [`crate::standard`]; records are how `survey` and
//! `inventory`, which do not see each other, meet.

mod boundary;
mod catalogue;
mod comparison;
mod conflict;
mod contrast;
mod coverage;
mod date;
mod difference;
mod duty;
mod finding;
mod id;
mod likeness;
mod outcome;
mod record;
mod rows;
mod run;
mod text;

pub use boundary::Boundary;
pub use catalogue::{
    Catalogue, Category, CountUnit, FacilityType, Kind, Meaning, Property, Relation, Topic, Vocabulary,
    Workbook,
};
pub use comparison::{Altered, Compared, Comparison, Fate, FateCount, Fates, Recorded, SideOf};
pub use conflict::{Because, Conflict, ConflictKind, Party, Ruling};
pub use contrast::{Sample, SampleValue, Span};
pub use coverage::{Clause, ClauseStatus, Coverage};
pub use date::{Deadline, Precision, date_of, day_number, end_of, time_of};
pub use difference::{
    Alteration, Change, ChangeKind, Difference, Edition, Judged, Turn, TurnKind, Turned, Wording,
};
pub use duty::{Departments, Duty, Obligation, Parameter, Strength};
pub use finding::{
    AREA, Amounts, CheckDuty, CheckResult, FEWEST_PEOPLE, Finding, GapClass, RequirementResult, Source,
    SourceColumns, Subject, Where,
};
pub use id::{Adcode, CheckId, ClauseId, FacilityId, PropertyId, RequirementId, StandardId, TypeId, UnitId};
pub use likeness::{Doubt, Likeness, Names, Verdict};
pub use outcome::{Outcome, Reason, Silence};
pub use record::{Observed, Origin, Record, SurveyTable, Words};
pub use rows::{Head, Meanings, Rows};
pub use run::{
    CheckTally, ColumnUse, Complete, CrsUse, DeclaredBy, FacilityUse, Geography, Input, MappedBy, Outcomes,
    Plan, Run, SheetUse, StandardUse, Tally,
};
pub use text::{header_key, hex, nearest, plain, plain_end};
