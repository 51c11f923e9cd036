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
    let mut all = Rows { duties, first: rows.start, counts: vec![Outcomes::default(); rows.len()] };
    walk(&duties.graph, rows, &mut all);
    all.counts
}

struct Rows<'a> {
    duties: &'a Duties<'a>,
    first: usize,
    counts: Vec<Outcomes>,
}

impl Sink for Rows<'_> {
    #[inline(always)]
    fn take(&mut self, block: &Block) {
        let duties = self.duties;
        duties.all.iter().for_each(|duty| self.count(block, &duty.outcomes(block)));
    }
}

impl Rows<'_> {
    #[inline(always)]
    fn count(&mut self, block: &Block, outcomes: &duty::Outcomes) {
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
