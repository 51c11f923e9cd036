//! Rows that are the same in everything: one observation, entered twice.

use super::builder::Builder;
use super::pile::{Pile, Row};
use crate::diagnostic::{Code, Diagnostic};

/// A diagnostic for each row that repeats another of its facility and day.
///
/// The rows come as one facility's, by day, in the order they were read.
pub(super) fn repeated(builder: &Builder, pile: &Pile, run: &[u32]) -> Vec<Diagnostic> {
    let pairs = run.iter().enumerate().filter_map(|(at, row)| {
        let earlier = run.get(..at).unwrap_or_default();
        let nearest = earlier.iter().rev().take(NEIGHBOURS);
        Some((nearest.copied().find(|other| is_same(pile, *other, *row))?, *row))
    });
    pairs.map(|(first, second)| said(builder, pile, first, second)).collect()
}

/// Rows compared with each row: surveys of one facility on one day are few.
const NEIGHBOURS: usize = 8;

fn is_same(pile: &Pile, one: u32, two: u32) -> bool {
    let (Some(first), Some(second)) = (pile.rows.get(one as usize), pile.rows.get(two as usize)) else {
        return false;
    };
    let all = |row: &Row| (row.observed_on, row.position.map(|(x, y)| (x.to_bits(), y.to_bits())));
    let mut columns = pile.columns.iter().flatten();
    all(first) == all(second) && columns.all(|column| column.code(one as usize) == column.code(two as usize))
}

fn said(builder: &Builder, pile: &Pile, first: u32, second: u32) -> Diagnostic {
    let place =
        |row: u32| pile.rows.get(row as usize).map(|row| builder.place(row.origin)).unwrap_or_default();
    let first = place(first);
    Diagnostic::new(Code::DuplicateRow, place(second))
        .with("other_file", first.file)
        .with("other_row", first.row.unwrap_or_default())
}
