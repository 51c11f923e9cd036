//! The columnar evaluator: whole columns at a time, and the same verdicts.
//!
//! The requirements on a facility type become one [`graph`] of steps in which
//! equal expressions are one step. A condition is two bit planes, one for
//! *true* and one for *false*; neither is *unknown*. What depends on a single
//! property is worked out once for each distinct cell, by the reference
//! evaluator, and found again by code; numbers of several properties are
//! intervals of integers over a common denominator, used only where nothing
//! can overflow. A step that is neither is asked of the reference evaluator, a
//! row at a time ([`reach`] says which). So there is one meaning, and nothing
//! is rounded.
//!
//! In go a table and what is asked of it; out come counts, sums of shortfalls,
//! and a plane of the rows whose findings are wanted. Findings are made from
//! verdicts on those rows alone. Cost grows with steps times rows, a few bits
//! or bytes each; memory with distinct cells, and a bit for each row and
//! requirement.

mod block;
mod census;
mod complies;
mod duty;
mod graph;
mod lane;
mod lookup;
mod number;
mod op;
mod plane;
mod quotient;
mod reach;
mod recorded;
mod rows;
mod table;
mod tally;
mod walk;

pub(super) use census::{Groups, groups};
pub(super) use rows::rows;
pub(super) use table::{jobs, of_tables};
pub(super) use tally::{Part, Wanted, part};

/// Rows judged at a time: their planes and numbers stay in the cache.
const BLOCK: usize = 2048;

/// Rows one thread takes at a time.
const CHUNK: usize = 32 * BLOCK;
