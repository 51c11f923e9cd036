//! The outcomes of every duty, added up row by row.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use std::ops::Range;

use super::block::Block;
use super::duty::{self, Duties};
use super::plane;
use super::walk::{Sink, walk};
use crate::model::{Outcome, Outcomes};

/// How many duties have which outcome, for each row of a chunk.
pub(in crate::audit) fn rows(duties: &Duties<'_>, rows: Range<usize>) -> Vec<Outcomes> {
    let mut all = Rows { first: rows.start, counts: vec![Outcomes::default(); rows.len()] };
    walk(duties, rows, &mut all);
    all.counts
}

struct Rows {
    first: usize,
    counts: Vec<Outcomes>,
}

impl Sink for Rows {
    fn start(&mut self, _: &Block) {}

    #[inline(always)]
    fn take(&mut self, _: &Duties<'_>, _: usize, block: &Block, outcomes: &duty::Outcomes) {
        let planes = [
            (Outcome::Passed, &outcomes.passed),
            (Outcome::Failed, &outcomes.failed),
            (Outcome::CantTell, &outcomes.cant_tell),
            (Outcome::Inapplicable, &outcomes.inapplicable),
            (Outcome::Untested, &outcomes.untested),
        ];
        let first = block.start - self.first;
        for (outcome, plane) in planes {
            for row in plane::rows(plane) {
                if let Some(counts) = self.counts.get_mut(first + row) {
                    counts.count(outcome);
                }
            }
        }
    }
}
