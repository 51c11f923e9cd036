//! What a step says of every row, kept.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use super::CHUNK;
use super::block::Block;
use super::graph::Graph;
use super::plane::Pair;
use super::walk::{Sink, walk};
use crate::parallel::in_parallel;
use crate::quantity::Truth;

/// The truth of a step for every row.
pub(super) fn truths(graph: &Graph<'_>, step: usize) -> Vec<Truth> {
    let rows = graph.table.facilities.len();
    let chunks = in_parallel(rows.div_ceil(CHUNK), |chunk| {
        let start = chunk * CHUNK;
        let mut kept = Kept { step, truths: Vec::with_capacity(CHUNK.min(rows - start)) };
        walk(graph, start..rows.min(start + CHUNK), &mut kept);
        kept.truths
    });
    chunks.concat()
}

struct Kept {
    step: usize,
    truths: Vec<Truth>,
}

impl Sink for Kept {
    #[inline(always)]
    fn take(&mut self, block: &Block) {
        let pair = block.truths.get(self.step).unwrap_or(&Pair::UNKNOWN);
        self.truths.extend(pair.truths(block.rows));
    }
}
