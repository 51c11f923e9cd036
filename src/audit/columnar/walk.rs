//! Block after block, with the widest instructions the machine has.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use std::ops::Range;

use super::BLOCK;
use super::block::Block;
use super::graph::Graph;

/// Takes what the steps of a graph gave, block after block.
pub(super) trait Sink {
    fn take(&mut self, block: &Block);
}

/// Takes every step for some rows.
#[cfg_attr(
    target_arch = "x86_64",
    expect(unsafe_code, reason = "the only way to use instructions found at run time")
)]
pub(super) fn walk<S: Sink>(graph: &Graph<'_>, rows: Range<usize>, sink: &mut S) {
    #[cfg(target_arch = "x86_64")]
    if has_wide() {
        // SAFETY: the machine has the features that the function is compiled for.
        return unsafe { wide(graph, rows, sink) };
    }
    plain(graph, rows, sink);
}

#[cfg(target_arch = "x86_64")]
fn has_wide() -> bool {
    use std::arch::is_x86_feature_detected as has;
    has!("avx2") && has!("bmi1") && has!("bmi2") && has!("popcnt") && has!("lzcnt")
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,bmi1,bmi2,popcnt,lzcnt")]
fn wide<S: Sink>(graph: &Graph<'_>, rows: Range<usize>, sink: &mut S) {
    plain(graph, rows, sink);
}

#[inline(always)]
fn plain<S: Sink>(graph: &Graph<'_>, rows: Range<usize>, sink: &mut S) {
    let mut block = Block::new(graph);
    for start in rows.clone().step_by(BLOCK) {
        block.fill(graph, start, BLOCK.min(rows.end - start));
        sink.take(&block);
    }
}
