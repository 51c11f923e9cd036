//! The columnar evaluator: whole columns at a time, and the same verdicts.
//!
//! The requirements on a facility type become one [`graph`] of steps in which
//! equal expressions are one step. A condition is two bit planes, one for
//! *true* and one for *false*; neither is *unknown*. What depends on a single
//! property is worked out once for each distinct cell, by the reference
//! evaluator, and found again by code; numbers of several properties are
//! intervals of integers over a common denominator, used only where nothing
//! can overflow. What is neither is worked out once for each distinct
//! combination of cells ([`sample`]). So there is one meaning, nothing is
//! rounded, and no condition is interpreted for a row.
//!
//! Numbers over other facilities and of earlier rounds become columns before
//! the blocks are judged ([`near`]). Who counts, and what is asked of it, are
//! planes over the table of the members, made once a run ([`roll`]); around
//! each row, or once for each place, members are then counted by their marks
//! ([`around`]), measured by a tree of positions ([`way`]), put in order
//! ([`rank`]). Earlier rounds are columns of an earlier state of the table
//! ([`earlier`]).
//!
//! In go a table and what is asked of it; out come counts, sums of shortfalls,
//! and a plane of the rows whose findings are wanted. Findings are made from
//! verdicts on those rows alone. Cost grows with steps times rows, a few bits
//! or bytes each; for numbers over others with members, and with pairs of a
//! row and a member around it; distances and ranks with rows times the
//! logarithm of members. Memory grows with distinct cells, four bytes a row
//! for each number over others, and a bit for each row and requirement.

mod around;
mod block;
mod census;
mod coalesce;
mod compare;
mod complies;
mod duty;
mod earlier;
mod graph;
mod keep;
mod lane;
mod lookup;
mod near;
mod number;
mod op;
mod plane;
mod quotient;
mod rank;
mod reach;
mod recorded;
mod roll;
mod rows;
mod sample;
mod table;
mod tally;
mod tree;
mod walk;
mod way;

pub(super) use census::{Groups, groups};
pub(super) use roll::{Roll, gathered};
pub(super) use rows::rows;
pub(super) use table::{jobs, of_tables};
pub(super) use tally::{Part, Wanted, part};
pub(super) use way::Crowd;

/// Rows judged at a time: their planes and numbers stay in the cache.
const BLOCK: usize = 2048;

/// Rows one thread takes at a time.
const CHUNK: usize = 32 * BLOCK;
