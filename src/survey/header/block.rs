//! Rows that together name the columns: groups above, leaves below.
//!
//! 「无障碍停车位」 stands over 「数量」 and 「有无标志」, in a merged cell or, in a
//! text file, over the first of its columns with nothing beside it.

use super::texts;
use crate::model::{header_key, plain};
use crate::survey::merged::Merged;
use crate::survey::reader::{Cell, Merge, Row};

/// Leaves that only say that the group is counted.
const COUNTED: [&str; 4] = ["数量", "个数", "数目", "数"];

/// Some rows of a sheet that may be its headers.
pub(super) struct Block<'a> {
    rows: &'a [Row],
    merges: &'a [Merge],
    /// What stands in each row over each column, merged cells filled.
    grid: Vec<Vec<String>>,
}

/// How a column may be called: as a whole first, then shorter where that is enough.
pub(super) type Names = Vec<String>;

impl<'a> Block<'a> {
    /// These rows, which follow each other.
    pub(super) fn new(rows: &'a [Row], known: &'a Merged) -> Self {
        let (first, last) = (number(rows.first()), number(rows.last()));
        let merges = known.begun_in(first, last);
        let mut grid: Vec<Vec<String>> = rows.iter().map(texts).collect();
        let widest = grid.iter().map(Vec::len).max().unwrap_or_default();
        let right = merges.iter().map(|merge| merge.right as usize + 1).max().unwrap_or_default();
        for row in &mut grid {
            row.resize(widest.max(right), String::new());
        }
        let mut block = Self { rows, merges, grid };
        block.fill_merged();
        if !merges.iter().any(|merge| merge.right > merge.left) {
            block.fill_blank();
        }
        block
    }

    /// The names of each column.
    pub(super) fn names(&self) -> Vec<Names> {
        let paths = self.paths();
        let mut leaves: Vec<String> =
            paths.iter().filter_map(|path| path.last()).map(|leaf| header_key(leaf)).collect();
        leaves.sort_unstable();
        let is_alone = |leaf: &String| {
            let key = header_key(leaf);
            leaves.partition_point(|one| *one <= key) - leaves.partition_point(|one| *one < key) == 1
        };
        paths.iter().map(|path| names(path, is_alone)).collect()
    }

    /// Whether a group stands over several leaves, and not a title over all of them.
    pub(super) fn has_groups(&self) -> bool {
        let adjacent = self.rows.windows(2).all(|pair| number(pair.last()) == number(pair.first()) + 1);
        let words = self.rows.iter().skip(1).flat_map(|row| &row.cells);
        let in_words = words.clone().all(|cell| matches!(cell, Cell::Empty | Cell::Text(_)));
        let paths = self.paths();
        let mut heads = paths.iter().filter_map(|path| path.first());
        let head = heads.next();
        let is_title = heads.all(|other| Some(other) == head);
        adjacent && in_words && !is_title && paths.windows(2).any(|pair| is_group(pair))
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
        let paths = self.paths();
        let in_group = |at: usize| {
            let pairs = [at.checked_sub(1), Some(at)].into_iter().flatten();
            pairs.filter_map(|from| paths.get(from..from + 2)).any(is_group)
        };
        let below = |at: usize| self.rows.iter().skip(1).any(|row| text(row, at).is_some());
        let mut sole = 0;
        for at in 0..paths.len() {
            if below(at) && !in_group(at) {
                return false;
            }
            sole += usize::from(!below(at) && paths.get(at).is_some_and(|path| !path.is_empty()));
        }
        sole > 0
    }

    /// What stands over each column from top to bottom, repetitions left out.
    fn paths(&self) -> Vec<Vec<&str>> {
        let width = self.grid.first().map_or(0, Vec::len);
        let path = |at: usize| {
            let mut path: Vec<&str> =
                self.grid.iter().filter_map(|row| row.get(at)).map(String::as_str).collect();
            path.retain(|text| !text.is_empty());
            path.dedup_by(|next, one| plain(next) == plain(one));
            path
        };
        (0..width).map(path).collect()
    }

    /// A merged cell counts in all its rows and columns.
    fn fill_merged(&mut self) {
        let first = number(self.rows.first());
        for merge in self.merges {
            let top = (merge.top - first) as usize;
            let (left, right) = (merge.left as usize, merge.right as usize);
            let word = self.grid.get(top).and_then(|row| row.get(left)).cloned().unwrap_or_default();
            let rows = (merge.bottom - merge.top) as usize + 1;
            for row in self.grid.iter_mut().skip(top).take(rows) {
                let places = row.iter_mut().skip(left).take(right - left + 1);
                places.filter(|place| place.is_empty()).for_each(|place| place.clone_from(&word));
            }
        }
    }

    /// Without merged cells, a group goes on where it has leaves below and nothing beside it.
    fn fill_blank(&mut self) {
        for row in 0..self.grid.len().saturating_sub(1) {
            for at in 1..self.grid.first().map_or(0, Vec::len) {
                if self.goes_on(row, at) {
                    let word = self.at(row, at - 1).to_owned();
                    if let Some(place) = self.grid.get_mut(row).and_then(|row| row.get_mut(at)) {
                        *place = word;
                    }
                }
            }
        }
    }

    fn goes_on(&self, row: usize, at: usize) -> bool {
        let leaves = |at: usize| (row + 1..self.grid.len()).any(|below| !self.at(below, at).is_empty());
        let same_group = (0..row).all(|above| self.at(above, at) == self.at(above, at - 1));
        self.at(row, at).is_empty() && leaves(at) && leaves(at - 1) && same_group
    }

    fn at(&self, row: usize, at: usize) -> &str {
        self.grid.get(row).and_then(|row| row.get(at)).map_or("", String::as_str)
    }
}

/// Two columns of one group that are called differently.
fn is_group(pair: &[Vec<&str>]) -> bool {
    let [one, other] = pair else { return false };
    let deep = one.len() > 1 && other.len() > 1;
    deep && one.first() == other.first() && one.last() != other.last()
}

/// `group/leaf`, the group of a leaf that only counts, and the leaf where no other is called so.
fn names(path: &[&str], is_alone: impl Fn(&String) -> bool) -> Names {
    let Some((leaf, group)) = path.split_last() else { return vec![String::new()] };
    let mut names = vec![path.join("/")];
    if !group.is_empty() && COUNTED.contains(&header_key(leaf).as_str()) {
        names.push(group.join("/"));
    }
    let leaf = (*leaf).to_owned();
    if !group.is_empty() && is_alone(&leaf) {
        names.push(leaf);
    }
    names
}

fn text(row: &Row, at: usize) -> Option<String> {
    crate::survey::value::text_of(row.cells.get(at)?)
}

fn number(row: Option<&Row>) -> u32 {
    row.map_or(0, |row| row.number)
}
