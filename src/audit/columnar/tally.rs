//! Counts, sums of shortfalls, and the rows whose findings are wanted.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use std::ops::Range;

use super::block::Block;
use super::duty::{Duties, Duty};
use super::graph::Graph;
use super::number::scaled;
use super::op::{ALL, Ends, NONE, UNBOUNDED};
use super::plane::{self, Pair, Plane, meet};
use super::reach;
use super::walk::{Sink, walk};
use crate::model;
use crate::quantity::{Interval, Rational};
use crate::standard::program::Quantity;

/// What came of one task over some rows.
#[derive(Debug, Clone, Default)]
pub(in crate::audit) struct Part {
    pub(in crate::audit) outcomes: model::Outcomes,
    pub(in crate::audit) bound: u64,
    pub(in crate::audit) checks: Vec<CheckPart>,
    /// A bit for each row whose finding is wanted, from the first row of the part on.
    pub(in crate::audit) wanted: Vec<u64>,
}

impl Part {
    /// The rows whose findings are wanted, counted from the first of the part.
    pub(in crate::audit) fn rows(&self) -> impl Iterator<Item = usize> {
        plane::rows(&self.wanted)
    }
}

/// What came of one check where it was tried.
#[derive(Debug, Clone)]
pub(in crate::audit) struct CheckPart {
    pub(in crate::audit) passed: u64,
    pub(in crate::audit) failed: u64,
    pub(in crate::audit) cant_tell: u64,
    /// Added over the failed rows; nothing where there is no amount.
    pub(in crate::audit) shortfall: Interval,
}

/// Which findings are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::audit) enum Wanted {
    /// Failed and undecided ones.
    Gaps,
    /// All.
    All,
}

/// Where the amount to be added up comes from.
pub(super) enum SumOf {
    /// By the code of one column, over a denominator.
    Column(usize, Vec<Ends>, i64),
    /// A step, over a denominator.
    Step(usize, i64),
    /// By the code of one column, where integers do not hold it.
    Exact(usize, Vec<Interval>),
}

/// Counts the rows of a chunk, task by task.
pub(in crate::audit) fn part(duties: &Duties<'_>, rows: Range<usize>, wanted: Wanted) -> Vec<Part> {
    let check = CheckPart { passed: 0, failed: 0, cant_tell: 0, shortfall: Interval::exact(0) };
    let blank = |checks: usize| Part { checks: vec![check.clone(); checks], ..Part::default() };
    let parts = duties.all.iter().map(|duty| blank(duty.checks.len())).collect();
    let mut tallies = Tallies { duties, wanted, parts };
    walk(&duties.graph, rows, &mut tallies);
    tallies.parts
}

struct Tallies<'a> {
    duties: &'a Duties<'a>,
    wanted: Wanted,
    parts: Vec<Part>,
}

impl Sink for Tallies<'_> {
    #[inline(always)]
    fn take(&mut self, block: &Block) {
        for (part, duty) in self.parts.iter_mut().zip(&self.duties.all) {
            part.take(&self.duties.graph, duty, self.wanted, block);
        }
    }
}

impl Part {
    #[inline(always)]
    fn take(&mut self, graph: &Graph<'_>, duty: &Duty, wanted: Wanted, block: &Block) {
        let (part, outcomes) = (self, duty.outcomes(block));
        part.outcomes.passed += plane::count(&outcomes.passed);
        part.outcomes.failed += plane::count(&outcomes.failed);
        part.outcomes.cant_tell += plane::count(&outcomes.cant_tell);
        part.outcomes.inapplicable += plane::count(&outcomes.inapplicable);
        part.outcomes.untested += plane::count(&outcomes.untested);
        part.bound += plane::count(&outcomes.bound);
        let mut open = outcomes.failed;
        plane::join(&mut open, &outcomes.cant_tell);
        let wanted = if wanted == Wanted::All { plane::first(block.rows) } else { open };
        part.wanted.extend(wanted.iter().take(block.rows.div_ceil(64)));
        for (check, (step, sum)) in part.checks.iter_mut().zip(&duty.checks) {
            check.take(block.truths.get(*step), &outcomes.tried, |failed| match sum {
                Some(sum) => sum.over(graph, block, failed),
                None => Interval::exact(0),
            });
        }
    }
}

impl CheckPart {
    #[inline(always)]
    fn take(&mut self, truth: Option<&Pair>, tried: &Plane, sum: impl Fn(&Plane) -> Interval) {
        let truth = truth.unwrap_or(&Pair::UNKNOWN);
        let (mut passed, mut failed) = (*tried, *tried);
        meet(&mut passed, &truth.yes);
        meet(&mut failed, &truth.no);
        let (good, bad) = (plane::count(&passed), plane::count(&failed));
        self.passed += good;
        self.failed += bad;
        self.cant_tell += plane::count(tried) - good - bad;
        if bad > 0 {
            self.shortfall = self.shortfall + sum(&failed);
        }
    }
}

impl SumOf {
    pub(super) fn new(graph: &mut Graph<'_>, amount: Quantity) -> Self {
        let amount = graph.near(&amount.into());
        let property = reach::of_quantity(&amount).filter(|properties| properties.len() == 1);
        if let Some(property) = property.and_then(|properties| properties.into_iter().next()) {
            return Self::by_cell(graph, property, &amount);
        }
        if let Some(number) = graph.quantity(&amount) {
            return Self::Step(number.step, number.denominator);
        }
        let property = graph.worked_out(&amount);
        Self::by_cell(graph, property, &Quantity::Property(property))
    }

    fn by_cell(graph: &mut Graph<'_>, property: usize, amount: &Quantity) -> Self {
        let values = graph.each_cell(Some(property), |facility| facility.estimate(amount).value);
        match scaled(&values) {
            Some((ends, denominator)) => Self::Column(property, ends, denominator),
            None => Self::Exact(property, values),
        }
    }

    fn over(&self, graph: &Graph<'_>, block: &Block, rows: &Plane) -> Interval {
        let rows = plane::rows(rows);
        match self {
            Self::Column(property, ends, denominator) => {
                let code = graph.codes(*property, block.start);
                added(rows.map(|row| ends.get(code(row)).copied()), *denominator)
            }
            Self::Step(step, denominator) => {
                let lane = block.numbers.get(*step);
                added(rows.map(|row| lane.and_then(|lane| lane.get(row)).copied()), *denominator)
            }
            Self::Exact(property, values) => {
                let code = graph.codes(*property, block.start);
                let amounts = rows.map(|row| values.get(code(row)).copied().unwrap_or(Interval::UNBOUNDED));
                amounts.fold(Interval::exact(0), |sum, amount| sum + amount)
            }
        }
    }
}

/// Low ends added, and high ends; unbounded where one is.
fn added(ends: impl Iterator<Item = Option<Ends>>, denominator: i64) -> Interval {
    let add = |sum: Option<i128>, end: i64| {
        sum.filter(|_| end != NONE && end != ALL).map(|sum| sum + i128::from(end))
    };
    let start = (Some(0), Some(0));
    let (low, high) = ends.fold(start, |(low, high), ends| {
        let [a, b] = ends.unwrap_or(UNBOUNDED);
        (add(low, a), add(high, b))
    });
    let rational = |sum: i128| Rational::new(sum, denominator.into());
    Interval::new(low.map(rational), high.map(rational)).unwrap_or(Interval::UNBOUNDED)
}
