//! Columns that line up, whatever the script, and lines that end in time.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr};

/// How many columns at the left are text and may wrap; the others are numbers.
const TEXTS: usize = 2;

/// Narrower than this a wrapped column cannot be read.
const NARROWEST: usize = 8;

/// Between two columns.
const GUTTER: usize = 2;

/// Rows under headers: two columns of text, then numbers; a row of a single cell takes the whole line.
pub(in crate::report) struct Grid {
    rows: Vec<Vec<String>>,
}

impl Grid {
    pub(in crate::report) fn new(headers: Vec<String>) -> Self {
        Self { rows: vec![headers] }
    }

    pub(in crate::report) fn add(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// A line of its own over the rows that follow, below an empty one.
    pub(in crate::report) fn title(&mut self, text: String) {
        self.rows.extend([vec![String::new()], vec![text]]);
    }

    /// A line of its own under the rows before it.
    pub(in crate::report) fn note(&mut self, text: String) {
        self.rows.push(vec![text]);
    }

    /// The lines of all rows; none where there are only headers.
    pub(in crate::report) fn lines(&self, width: usize) -> Vec<String> {
        if self.rows.len() < 2 {
            return Vec::new();
        }
        let widths = self.widths(width);
        let rows = self.rows.iter().enumerate();
        let lines = |(row, cells): (usize, &Vec<String>)| match cells.as_slice() {
            [text] => wrap(text, width),
            cells => lines_of(&broken(row, cells, &widths), &widths),
        };
        rows.flat_map(lines).collect()
    }

    /// Numbers take what they need, and texts share the rest, three parts to two.
    fn widths(&self, width: usize) -> Vec<usize> {
        let columns = self.rows.first().map_or(0, Vec::len);
        let mut widths: Vec<_> = (0..columns).map(|column| self.needed(column)).collect();
        let numbers: usize = widths.iter().skip(TEXTS).sum();
        let rest = width.saturating_sub(numbers + GUTTER * columns.saturating_sub(1));
        let left = rest.saturating_sub(widths.first().copied().unwrap_or_default());
        let second = widths.get(1).copied().unwrap_or_default().min(left.max(rest * 2 / 5)).max(NARROWEST);
        for (column, room) in [rest.saturating_sub(second).max(NARROWEST), second].into_iter().enumerate() {
            if let Some(width) = widths.get_mut(column) {
                *width = room.min(*width);
            }
        }
        widths
    }

    /// The widest cell; headers over numbers may break at their spaces.
    fn needed(&self, column: usize) -> usize {
        let rows = self.rows.iter().filter(|row| !is_whole(row));
        let cells = rows.filter_map(|row| row.get(column)).enumerate();
        let width = |(row, cell): (usize, &String)| {
            if is_over_numbers(row, column) {
                cell.split(' ').map(UnicodeWidthStr::width).max().unwrap_or_default()
            } else {
                cell.width()
            }
        };
        cells.map(width).max().unwrap_or_default()
    }
}

fn is_whole(row: &[String]) -> bool {
    row.len() == 1
}

/// Whether a cell is a header over numbers, which breaks at its spaces and nowhere else.
fn is_over_numbers(row: usize, column: usize) -> bool {
    row == 0 && column >= TEXTS
}

/// The cells of a row, each as its lines.
fn broken(row: usize, cells: &[String], widths: &[usize]) -> Vec<Vec<String>> {
    let cells = cells.iter().zip(widths).enumerate();
    let lines = |(column, (cell, width)): (usize, (&String, &usize))| {
        if is_over_numbers(row, column) && cell.width() > *width {
            cell.split(' ').map(str::to_owned).collect()
        } else {
            wrap(cell, *width)
        }
    };
    cells.map(lines).collect()
}

fn lines_of(cells: &[Vec<String>], widths: &[usize]) -> Vec<String> {
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    let line = |index: usize| {
        let parts = cells.iter().zip(widths).enumerate();
        let parts = parts.map(|(column, (lines, width))| {
            let text = lines.get(index).map_or("", String::as_str);
            let blank = " ".repeat(width.saturating_sub(text.width()));
            if column < TEXTS { format!("{text}{blank}") } else { format!("{blank}{text}") }
        });
        parts.collect::<Vec<_>>().join(&" ".repeat(GUTTER))
    };
    (0..height).map(line).collect()
}

/// Breaks a text into lines of a width: Chinese anywhere but before a closing mark, the rest at spaces.
pub(in crate::report) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for letter in text.chars() {
        if line.width() + letter.width().unwrap_or_default() > width {
            let rest = line.split_off(last_break(&line, letter).unwrap_or(line.len()));
            let full = std::mem::replace(&mut line, rest.trim_start().to_owned());
            lines.push(full.trim_end().to_owned());
        }
        if !(line.is_empty() && letter == ' ') {
            line.push(letter);
        }
    }
    lines.push(line);
    lines
}

/// The last place before `next` where a line may break; none where it is one word.
fn last_break(line: &str, next: char) -> Option<usize> {
    let mut after = next;
    for (at, letter) in line.char_indices().rev() {
        let is_between = letter == ' ' || after == ' ' || is_wide(letter) || is_wide(after);
        if is_between && !CLOSING.contains(after) && !OPENING.contains(letter) {
            return Some(at + letter.len_utf8());
        }
        after = letter;
    }
    None
}

fn is_wide(letter: char) -> bool {
    letter.width() == Some(2)
}

/// Marks that begin no line, and marks that end none.
const CLOSING: &str = "，。、；：！？）》」』”’,.;:!?)%";
const OPENING: &str = "（《「『“‘(";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_anywhere_and_english_at_spaces() {
        assert_eq!(wrap("无障碍停车位", 5), ["无障", "碍停", "车位"]);
        assert_eq!(wrap("accessible bays in lots", 15), ["accessible bays", "in lots"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("只有 GB-2.9.5 涉及", 8), ["只有", "GB-2.9.5", "涉及"]);
        assert_eq!(wrap("abcdefgh", 5), ["abcde", "fgh"]);
    }

    #[test]
    fn no_line_begins_with_a_closing_mark() {
        assert_eq!(wrap("两项都要，做到（一项）。", 8), ["两项都", "要，做到", "（一", "项）。"]);
    }

    #[test]
    fn a_title_takes_the_whole_line() {
        let mut grid = Grid::new(["要求", "依据", "合格"].map(String::from).to_vec());
        grid.title("无障碍环境建设法 2023".to_owned());
        grid.add(["停车", "24", "1"].map(String::from).to_vec());
        assert_eq!(grid.lines(80), ["要求  依据  合格", "", "无障碍环境建设法 2023", "停车  24       1"]);
    }

    #[test]
    fn columns_line_up_across_scripts() {
        let mut grid = Grid::new(["要求", "依据", "合格"].map(String::from).to_vec());
        grid.add(["停车", "a", "1,234"].map(String::from).to_vec());
        grid.add(["park", "四(四)39", "2"].map(String::from).to_vec());
        let lines = grid.lines(80);
        assert_eq!(lines, ["要求  依据       合格", "停车  a         1,234", "park  四(四)39      2"]);
    }
}
