//! A program over an inventory gives findings.
//!
//! [`run`] judges every facility by every requirement of the plan and counts
//! what it finds; findings themselves are made only for what is asked. There
//! are two evaluators: the reference one says what the language means, a node
//! and a facility at a time; the [`columnar`] one gives the same outcomes for
//! whole columns, and leaves the details of a finding to the other.

mod about;
mod aggregate;
mod areas;
mod basis;
mod binding;
mod case;
mod cited;
mod columnar;
mod complies;
mod conflict;
mod contrast;
mod count;
mod counts;
mod difference;
mod distance;
mod finding;
mod gap;
mod index;
mod judge;
mod made_up;
mod memo;
mod merge;
mod places;
mod plan;
mod reach;
mod reference;
mod registers;
mod rests;
mod rows;
mod run;
mod suite;
mod trend;
mod witness;
mod world;

pub use case::{CaseReport, Mismatch, check_cases, judge_cases};
pub use conflict::{Question, conflicts};
pub use count::{Count, count_by};
pub use difference::{Changes, Edition, Topic, difference, turned};
pub use gap::gap_class;
pub use places::facilities;
pub use rows::run_reference;
pub use run::{Scope, run};
pub use suite::suites;
pub use trend::looks_back;
