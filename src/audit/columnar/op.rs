//! The steps of a graph.

use super::lookup::Marks;
use crate::standard::program::{Comparison, Operator};

/// A step that gives planes, by the numbers of earlier steps.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum TruthOp {
    /// The same for every row.
    Constant(crate::quantity::Truth),
    /// By the code of one column.
    Lookup(usize, Marks),
    /// The contrary.
    Not(usize),
    /// Known to be true: never unknown itself.
    Certain(usize),
    /// All of them.
    All(Vec<usize>),
    /// Any of them.
    Any(Vec<usize>),
    /// Two numbers over the same denominator.
    Compare(Comparison, usize, usize),
    /// A quotient and a number.
    Quotient(Quotient),
}

/// `numerator / divisor < limit`, or `limit < numerator / divisor`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Quotient {
    /// Number of the step of the numerator, times the limit's denominator.
    pub(super) numerator: usize,
    pub(super) divisor: usize,
    pub(super) limit: usize,
    /// The quotient is the smaller one.
    pub(super) below: bool,
}

/// Low and high end over a denominator the graph knows; [`NONE`] and [`ALL`] where unbounded.
pub(super) type Ends = [i64; 2];

/// Below every number.
pub(super) const NONE: i64 = i64::MIN;
/// Above every number.
pub(super) const ALL: i64 = i64::MAX;
/// Nothing is known.
pub(super) const UNBOUNDED: Ends = [NONE, ALL];
/// No finite end is further from zero than this, so that a sum of two is none of the above.
pub(super) const MOST: i128 = 1 << 61;

/// A step that gives numbers, by the numbers of earlier steps.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum NumberOp {
    /// By the code of one column.
    Column(usize, Vec<Ends>),
    /// The same for every row.
    Constant(Ends),
    /// Times a positive number: the same over another denominator.
    Scale(usize, i64),
    /// Sum, difference or product; never a quotient.
    Arithmetic(Operator, usize, usize),
    /// The larger one.
    Greatest(usize, usize),
    /// The smaller one.
    Least(usize, usize),
    /// Rounded up from this denominator to whole numbers.
    Ceil(usize, i64),
    /// Rounded down.
    Floor(usize, i64),
    /// The hull of every row that may be the first to hold.
    First(Vec<(Option<usize>, usize)>),
    /// The first that is recorded: where it is, and the number.
    Coalesce(Vec<(usize, usize)>),
}

/// A step and its number among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Truth(usize),
    Number(usize),
}
