//! Rows that together name the columns: groups above, leaves below.
//!
//! 「无障碍停车位」 stands over 「数量」 and 「有无标志」, in a merged cell or, in a
//! text file, over the first of its columns with nothing beside it.

use std::collections::BTreeMap;

use super::texts;
use crate::model::{header_key, plain};
use crate::survey::merged::Merged;
use crate::survey::reader::{Cell, Merge, Row};
use crate::survey::value::text_of;

/// Some rows of a sheet that may be its headers.
pub(super) struct Block<'a> {
    rows: &'a [Row],
    merges: &'a [Merge],
    /// What stands over each column from top to bottom, repetitions left out.
    paths: Vec<Vec<String>>,
}

/// What stands in each row over each column.
struct Grid(Vec<Vec<String>>);

/// How a column may be called: as a whole first, then shorter where that is enough.
pub(super) type Names = Vec<String>;

impl<'a> Block<'a> {
    /// These rows, which follow each other, of a sheet so many columns wide.
    pub(super) fn new(rows: &'a [Row], known: &'a Merged, width: usize) -> Self {
        let (first, last) = (number(rows.first()), number(rows.last()));
        let merges = known.begun_in(first, last);
        let mut grid = Grid(rows.iter().map(texts).collect());
        if !merges.is_empty() || rows.len() > 1 {
            grid.0.iter_mut().for_each(|row| row.resize(width.max(row.len()), String::new()));
        }
        grid.fill_merged(merges, first);
        if !merges.iter().any(|merge| merge.right > merge.left) {
            grid.fill_blank();
        }
        Self { rows, merges, paths: grid.paths() }
    }

    /// The names of each column; a leaf of `counted` only says that the group is counted.
    pub(super) fn names(&self, counted: &[String]) -> Vec<Names> {
        let grouped = self.paths.iter().any(|path| path.len() > 1);
        let leaves = self.paths.iter().filter_map(|path| path.last()).filter(|_| grouped);
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        leaves.for_each(|leaf| *times.entry(leaf).or_default() += 1);
        let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
        for (leaf, count) in times {
            *by_key.entry(header_key(leaf)).or_default() += count;
        }
        let is_alone = |leaf: &str| by_key.get(&header_key(leaf)) == Some(&1);
        self.paths.iter().map(|path| names(path, counted, is_alone)).collect()
    }

    /// Whether a group stands over several leaves, and not a title over all of them.
    pub(super) fn has_groups(&self) -> bool {
        let follows = |pair: &[Row]| number(pair.last()) == number(pair.first()).saturating_add(1);
        let mut words = self.rows.iter().skip(1).flat_map(|row| &row.cells);
        let mut heads = self.paths.iter().filter_map(|path| path.first());
        let head = heads.next();
        self.rows.windows(2).all(follows)
            && words.all(|cell| matches!(cell, Cell::Empty | Cell::Text(_)))
            && heads.any(|other| Some(other) != head)
            && self.paths.windows(2).any(is_group)
    }

    /// Whether the form of the rows shows that they belong together: columns
    /// without a group reach down over all rows, and only leaves of groups
    /// stand below.
    pub(super) fn is_evident(&self) -> bool {
        let (first, last) = (number(self.rows.first()), number(self.rows.last()));
        let reaches = |merge: &Merge| merge.top == first && merge.bottom == last;
        self.merges.iter().any(reaches) || self.is_complementary()
    }

    fn is_complementary(&self) -> bool {
        let in_group = |at: usize| {
            let pairs = [at.checked_sub(1), Some(at)].into_iter().flatten();
            pairs.filter_map(|from| self.paths.get(from..from + 2)).any(is_group)
        };
        let below = |at: usize| self.rows.iter().skip(1).any(|row| is_written(row, at));
        let sole = |(at, path): (usize, &Vec<String>)| !path.is_empty() && !below(at);
        let all = self.paths.iter().enumerate();
        all.clone().any(sole) && all.clone().all(|(at, _)| !below(at) || in_group(at))
    }
}

impl Grid {
    fn paths(self) -> Vec<Vec<String>> {
        let width = self.0.iter().map(Vec::len).max().unwrap_or_default();
        let mut paths = vec![Vec::new(); width];
        for row in self.0 {
            for (path, text) in paths.iter_mut().zip(row).filter(|(_, text)| !text.is_empty()) {
                let is_repeated =
                    path.last().is_some_and(|one: &String| *one == text || plain(one) == plain(&text));
                if !is_repeated {
                    path.push(text);
                }
            }
        }
        paths
    }

    /// A merged cell counts in all its rows and columns.
    fn fill_merged(&mut self, merges: &[Merge], first: u32) {
        for merge in merges {
            let top = (merge.top - first) as usize;
            let (left, right) = (merge.left as usize, merge.right as usize);
            let word = self.0.get(top).and_then(|row| row.get(left)).cloned().unwrap_or_default();
            let rows = (merge.bottom - merge.top) as usize + 1;
            for row in self.0.iter_mut().skip(top).take(rows) {
                let places = row.iter_mut().skip(left).take(right - left + 1);
                places.filter(|place| place.is_empty()).for_each(|place| place.clone_from(&word));
            }
        }
    }

    /// Without merged cells, a group goes on where it has leaves below and nothing beside it.
    fn fill_blank(&mut self) {
        for row in 0..self.0.len().saturating_sub(1) {
            for at in 1..self.0.first().map_or(0, Vec::len) {
                if self.goes_on(row, at) {
                    let word = self.at(row, at - 1).to_owned();
                    if let Some(place) = self.0.get_mut(row).and_then(|row| row.get_mut(at)) {
                        *place = word;
                    }
                }
            }
        }
    }

    fn goes_on(&self, row: usize, at: usize) -> bool {
        let leaves = |at: usize| (row + 1..self.0.len()).any(|below| !self.at(below, at).is_empty());
        let same_group = (0..row).all(|above| self.at(above, at) == self.at(above, at - 1));
        self.at(row, at).is_empty() && leaves(at) && leaves(at - 1) && same_group
    }

    fn at(&self, row: usize, at: usize) -> &str {
        self.0.get(row).and_then(|row| row.get(at)).map_or("", String::as_str)
    }
}

/// Two columns of one group that are called differently.
fn is_group(pair: &[Vec<String>]) -> bool {
    let [one, other] = pair else { return false };
    let deep = one.len() > 1 && other.len() > 1;
    deep && one.first() == other.first() && one.last() != other.last()
}

/// `group/leaf`, the group of a leaf that only counts, and the leaf where no other is called so.
fn names(path: &[String], counted: &[String], is_alone: impl Fn(&str) -> bool) -> Names {
    let Some((leaf, group)) = path.split_last() else { return vec![String::new()] };
    let mut names = vec![path.join("/")];
    if !group.is_empty() && counted.contains(&header_key(leaf)) {
        names.push(group.join("/"));
    }
    if !group.is_empty() && is_alone(leaf) {
        names.push(leaf.clone());
    }
    names
}

fn is_written(row: &Row, at: usize) -> bool {
    row.cells.get(at).and_then(text_of).is_some()
}

fn number(row: Option<&Row>) -> u32 {
    row.map_or(0, |row| row.number)
}
