//! Counts of outcomes by the value of a property, such as the jurisdiction.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use std::collections::BTreeMap;
use std::ops::Range;

use super::block::Block;
use super::duty::{self, Duties};
use super::plane::Plane;
use super::walk::{Sink, walk};
use crate::inventory::Codes;
use crate::model::Outcomes;

/// Groups by their codes, and the counts of each.
pub(in crate::audit) type Groups = Vec<(usize, Outcomes)>;

/// Counts the rows of a chunk by group, task by task; rows in the order of groups cost least.
pub(in crate::audit) fn groups(
    duties: &Duties<'_>,
    rows: Range<usize>,
    codes: Option<&Codes>,
) -> Vec<Groups> {
    let mut census = Census {
        duties,
        codes,
        places: BTreeMap::new(),
        counts: vec![Vec::new(); duties.all.len()],
        runs: Vec::new(),
    };
    walk(&duties.graph, rows, &mut census);
    let Census { places, counts, .. } = census;
    let of = |counts: Vec<Outcomes>| {
        places.iter().filter_map(|(code, place)| Some((*code, *counts.get(*place)?))).collect()
    };
    counts.into_iter().map(of).collect()
}

/// Neighbouring rows of one group.
struct Run {
    place: usize,
    rows: u64,
    /// The words the rows are in, and which of their bits they are.
    words: Range<usize>,
    bits: Vec<u64>,
}

struct Census<'a> {
    duties: &'a Duties<'a>,
    codes: Option<&'a Codes>,
    /// Where the counts of a group stand.
    places: BTreeMap<usize, usize>,
    /// By task and place.
    counts: Vec<Vec<Outcomes>>,
    /// Rows of the block that are of one group.
    runs: Vec<Run>,
}

impl Sink for Census<'_> {
    #[inline(always)]
    fn take(&mut self, block: &Block) {
        self.find_runs(block);
        let duties = self.duties;
        for (number, duty) in duties.all.iter().enumerate() {
            self.count(number, &duty.outcomes(block));
        }
    }
}

impl Census<'_> {
    fn find_runs(&mut self, block: &Block) {
        self.runs.clear();
        let rows = block.start..block.start + block.rows;
        match self.codes {
            None => self.run(0, 0..block.rows),
            Some(Codes::Bytes(codes)) => self.all_runs(codes.get(rows), usize::from),
            Some(Codes::Words(codes)) => self.all_runs(codes.get(rows), usize::from),
            Some(Codes::Wide(codes)) => self.all_runs(codes.get(rows), |code| code as usize),
        }
        let groups = self.places.len();
        self.counts.iter_mut().for_each(|counts| counts.resize(groups, Outcomes::default()));
    }

    #[inline(always)]
    fn count(&mut self, number: usize, outcomes: &duty::Outcomes) {
        for run in &self.runs {
            let counts = self.counts.get_mut(number).and_then(|counts| counts.get_mut(run.place));
            let Some(counts) = counts else { continue };
            let (passed, failed) = (run.within(&outcomes.passed), run.within(&outcomes.failed));
            let cant_tell = run.within(&outcomes.cant_tell);
            let inapplicable = run.within(&outcomes.inapplicable);
            counts.passed += passed;
            counts.failed += failed;
            counts.cant_tell += cant_tell;
            counts.inapplicable += inapplicable;
            counts.untested += run.rows - passed - failed - cant_tell - inapplicable;
        }
    }

    fn all_runs<C: Copy + PartialEq>(&mut self, codes: Option<&[C]>, index: fn(C) -> usize) {
        let mut start = 0;
        for run in codes.unwrap_or_default().chunk_by(|one, next| one == next) {
            let end = start + run.len();
            run.first().into_iter().for_each(|code| self.run(index(*code), start..end));
            start = end;
        }
    }

    fn run(&mut self, group: usize, rows: Range<usize>) {
        let next = self.places.len();
        let place = *self.places.entry(group).or_insert(next);
        self.runs.push(Run::new(place, &rows));
    }
}

impl Run {
    fn new(place: usize, rows: &Range<usize>) -> Self {
        let words = rows.start / 64..rows.end.div_ceil(64);
        let inside = |number: usize| {
            let low = rows.start.saturating_sub(64 * number);
            let high = (64 * (number + 1)).saturating_sub(rows.end);
            (u64::MAX << low) & (u64::MAX >> high)
        };
        Self { place, rows: rows.len() as u64, bits: words.clone().map(inside).collect(), words }
    }

    /// How many of the rows are in a plane.
    #[inline(always)]
    fn within(&self, plane: &Plane) -> u64 {
        let words = plane.get(self.words.clone()).unwrap_or_default();
        words.iter().zip(&self.bits).map(|(word, bits)| u64::from((word & bits).count_ones())).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_at_the_edges_of_words_are_counted_once() {
        let mut plane = super::super::plane::EMPTY;
        plane[0] = 0x8000_0000_0000_0001;
        plane[1] = 0b101;
        let within = |rows: Range<usize>| Run::new(0, &rows).within(&plane);
        assert_eq!(within(0..64), 2);
        assert_eq!(within(1..64), 1);
        assert_eq!(within(63..65), 2);
        assert_eq!(within(64..66), 1);
        assert_eq!(within(66..67), 1);
    }
}
