//! The steps of a graph over one block of rows.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use super::BLOCK;
use super::graph::Graph;
use super::lane;
use super::op::{ALL, Ends, NONE, NumberOp, Step, TruthOp, UNBOUNDED};
use super::plane::{self, EMPTY, Pair};
use super::quotient;
use crate::quantity::Truth;

/// What every step gave for the block at hand.
pub(super) struct Block {
    pub(super) start: usize,
    pub(super) rows: usize,
    pub(super) truths: Vec<Pair>,
    pub(super) numbers: Vec<Vec<Ends>>,
}

impl Block {
    pub(super) fn new(graph: &Graph<'_>) -> Self {
        Self {
            start: 0,
            rows: 0,
            truths: vec![Pair::UNKNOWN; graph.truths.len()],
            numbers: vec![vec![UNBOUNDED; BLOCK]; graph.numbers.len()],
        }
    }

    /// Takes every step, in their order, for the rows from `start` on.
    #[inline(always)]
    pub(super) fn fill(&mut self, graph: &Graph<'_>, start: usize, rows: usize) {
        (self.start, self.rows) = (start, rows);
        for step in &graph.order {
            match *step {
                Step::Truth(number) => self.truth(graph, number),
                Step::Number(number) => self.number(graph, number),
            }
        }
    }

    #[inline(always)]
    fn truth(&mut self, graph: &Graph<'_>, number: usize) {
        let (before, after) = self.truths.split_at_mut(number);
        let (Some(place), Some(op)) = (after.first_mut(), graph.truths.get(number)) else { return };
        let of = |step: &usize| before.get(*step).unwrap_or(&Pair::UNKNOWN);
        let ends = |step: &usize| self.numbers.get(*step);
        *place = match op {
            TruthOp::Constant(truth) => Pair::constant(*truth),
            TruthOp::Lookup(property, marks) => match graph.column(*property) {
                Some(column) => marks.planes(column.codes(), self.start),
                None => Pair::UNKNOWN,
            },
            TruthOp::Not(step) => of(step).not(),
            TruthOp::Certain(step) => {
                let yes = of(step).yes;
                Pair { yes, no: plane::without(&[u64::MAX; _], &yes) }
            }
            TruthOp::All(steps) => {
                *place = Pair::constant(Truth::True);
                return steps.iter().for_each(|step| place.and(of(step)));
            }
            TruthOp::Any(steps) => {
                *place = Pair::constant(Truth::False);
                return steps.iter().for_each(|step| place.or(of(step)));
            }
            TruthOp::Compare(how, left, right) => match (ends(left), ends(right)) {
                (Some(left), Some(right)) => lane::compare(*how, left, right),
                _ => Pair::UNKNOWN,
            },
            TruthOp::Quotient(op) => match (ends(&op.numerator), ends(&op.divisor), ends(&op.limit)) {
                (Some(a), Some(b), Some(limit)) => quotient::compare(a, b, limit, op.below),
                _ => Pair::UNKNOWN,
            },
        };
    }

    #[inline(always)]
    fn number(&mut self, graph: &Graph<'_>, number: usize) {
        let (before, after) = self.numbers.split_at_mut(number);
        let (Some(lane), Some(op)) = (after.first_mut(), graph.numbers.get(number)) else { return };
        let of = |step: &usize| before.get(*step).map_or(&[][..], Vec::as_slice);
        let truth = |step: &usize| self.truths.get(*step).unwrap_or(&Pair::UNKNOWN);
        match op {
            NumberOp::Column(property, ends) => {
                if let Some(column) = graph.column(*property) {
                    lane::column(lane, ends, column.codes(), self.start);
                }
            }
            NumberOp::Constant(ends) => lane.fill(*ends),
            NumberOp::Scale(step, factor) => lane::scale(lane, of(step), *factor),
            NumberOp::Arithmetic(operator, left, right) => {
                lane::arithmetic(lane, *operator, of(left), of(right));
            }
            NumberOp::Greatest(left, right) => lane::greatest(lane, of(left), of(right)),
            NumberOp::Least(left, right) => lane::least(lane, of(left), of(right)),
            NumberOp::Ceil(step, denominator) => lane::ceil(lane, of(step), *denominator),
            NumberOp::Floor(step, denominator) => lane::floor(lane, of(step), *denominator),
            NumberOp::Coalesce(parts) => {
                lane.fill(UNBOUNDED);
                for (recorded, value) in parts.iter().rev() {
                    lane::put(lane, &truth(recorded).yes, of(value));
                }
            }
            NumberOp::First(rows) => {
                lane.fill([ALL, NONE]);
                let mut open = [u64::MAX; _];
                for (when, value) in rows {
                    let when = when.as_ref().map_or(Pair { yes: open, no: EMPTY }, |when| *truth(when));
                    lane::grow(lane, &plane::without(&open, &when.no), of(value));
                    open = plane::without(&open, &when.yes);
                }
                lane::forget(lane, &open);
            }
        }
    }
}
