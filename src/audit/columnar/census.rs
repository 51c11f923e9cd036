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

/// Counts by the code of a group.
pub(in crate::audit) type Groups = BTreeMap<usize, Outcomes>;

/// Counts the rows of a chunk by group, task by task; rows in the order of groups cost least.
pub(in crate::audit) fn groups(
    duties: &Duties<'_>,
    rows: Range<usize>,
    codes: Option<&Codes>,
) -> Vec<Groups> {
    let mut census = Census {
        codes,
        places: BTreeMap::new(),
        counts: vec![Vec::new(); duties.all.len()],
        runs: Vec::new(),
    };
    walk(duties, rows, &mut census);
    let Census { places, counts, .. } = census;
    let of = |counts: Vec<Outcomes>| {
        places.iter().filter_map(|(code, place)| Some((*code, *counts.get(*place)?))).collect()
    };
    counts.into_iter().map(of).collect()
}

struct Census<'a> {
    codes: Option<&'a Codes>,
    /// Where the counts of a group stand.
    places: BTreeMap<usize, usize>,
    /// By task and place.
    counts: Vec<Vec<Outcomes>>,
    /// Rows of the block that are of one group: its place, and the rows.
    runs: Vec<(usize, Range<usize>)>,
}

impl Sink for Census<'_> {
    fn start(&mut self, block: &Block) {
        self.runs.clear();
        let code = |row: usize| self.codes.and_then(|codes| codes.get(block.start + row)).unwrap_or_default();
        let mut start = 0;
        while start < block.rows {
            let group = code(start);
            let end = (start..block.rows).find(|row| code(*row) != group).unwrap_or(block.rows);
            let next = self.places.len();
            self.runs.push((*self.places.entry(group).or_insert(next), start..end));
            start = end;
        }
        let groups = self.places.len();
        self.counts.iter_mut().for_each(|counts| counts.resize(groups, Outcomes::default()));
    }

    #[inline(always)]
    fn take(&mut self, _: &Duties<'_>, number: usize, _: &Block, outcomes: &duty::Outcomes) {
        for (place, rows) in &self.runs {
            let counts = self.counts.get_mut(number).and_then(|counts| counts.get_mut(*place));
            let Some(counts) = counts else { continue };
            let known = [&outcomes.passed, &outcomes.failed, &outcomes.cant_tell, &outcomes.inapplicable];
            let [passed, failed, cant_tell, inapplicable] = known.map(|plane| within(plane, rows));
            counts.passed += passed;
            counts.failed += failed;
            counts.cant_tell += cant_tell;
            counts.inapplicable += inapplicable;
            counts.untested += rows.len() as u64 - passed - failed - cant_tell - inapplicable;
        }
    }
}

/// How many of the rows are in a plane.
#[inline(always)]
fn within(plane: &Plane, rows: &Range<usize>) -> u64 {
    let words = rows.start / 64..rows.end.div_ceil(64);
    let inside = |number: usize| {
        let low = rows.start.saturating_sub(64 * number);
        let high = (64 * (number + 1)).saturating_sub(rows.end);
        (u64::MAX << low) & (u64::MAX >> high)
    };
    let words = words.clone().zip(plane.get(words).unwrap_or_default());
    words.map(|(number, word)| u64::from((word & inside(number)).count_ones())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_at_the_edges_of_words_are_counted_once() {
        let mut plane = super::super::plane::EMPTY;
        plane[0] = 0x8000_0000_0000_0001;
        plane[1] = 0b101;
        assert_eq!(within(&plane, &(0..64)), 2);
        assert_eq!(within(&plane, &(1..64)), 1);
        assert_eq!(within(&plane, &(63..65)), 2);
        assert_eq!(within(&plane, &(64..66)), 1);
        assert_eq!(within(&plane, &(66..67)), 1);
    }
}
