//! Block after block, with the widest instructions the machine has.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use std::ops::Range;

use super::BLOCK;
use super::block::Block;
use super::duty::{Duties, Outcomes};

/// Takes the outcomes of every duty and block.
pub(super) trait Sink {
    /// A block has been judged.
    fn start(&mut self, block: &Block);
    /// The outcomes of one duty in that block.
    fn take(&mut self, duties: &Duties<'_>, number: usize, block: &Block, outcomes: &Outcomes);
}

/// Judges the rows and hands the outcomes on.
#[cfg_attr(
    target_arch = "x86_64",
    expect(unsafe_code, reason = "the only way to use instructions found at run time")
)]
pub(super) fn walk<S: Sink>(duties: &Duties<'_>, rows: Range<usize>, sink: &mut S) {
    #[cfg(target_arch = "x86_64")]
    if has_wide() {
        // SAFETY: the machine has the features that the function is compiled for.
        return unsafe { wide(duties, rows, sink) };
    }
    plain(duties, rows, sink);
}

#[cfg(target_arch = "x86_64")]
fn has_wide() -> bool {
    use std::arch::is_x86_feature_detected as has;
    has!("avx2") && has!("bmi1") && has!("bmi2") && has!("popcnt") && has!("lzcnt")
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,bmi1,bmi2,popcnt,lzcnt")]
fn wide<S: Sink>(duties: &Duties<'_>, rows: Range<usize>, sink: &mut S) {
    plain(duties, rows, sink);
}

#[inline(always)]
fn plain<S: Sink>(duties: &Duties<'_>, rows: Range<usize>, sink: &mut S) {
    let mut block = Block::new(&duties.graph);
    for start in rows.clone().step_by(BLOCK) {
        block.fill(&duties.graph, start, BLOCK.min(rows.end - start));
        sink.start(&block);
        for (number, duty) in duties.all.iter().enumerate() {
            sink.take(duties, number, &block, &duty.outcomes(&block));
        }
    }
}
