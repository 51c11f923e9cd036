//! A program over an inventory gives findings.
//!
//! [`run`] judges every facility by every requirement of the plan and counts
//! what it finds; findings themselves are made only for what is asked. The
//! evaluator is the reference one: it says what the language means, a node at
//! a time. Cost grows with requirements times facilities of their types.

mod about;
mod aggregate;
mod areas;
mod binding;
mod case;
mod complies;
mod distance;
mod finding;
mod gap;
mod judge;
mod made_up;
mod merge;
mod reach;
mod reference;
mod run;
mod trend;
mod witness;
mod world;

pub use case::{CaseReport, Mismatch, check_cases};
pub use gap::gap_class;
pub use run::{Scope, run};
pub use trend::looks_back;
