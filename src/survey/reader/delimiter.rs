//! What separates the cells of a line.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::records::Records;

/// In the order of preference where the evidence is equal. The full-width
/// comma is what an input method leaves behind in a table typed by hand.
const CANDIDATES: [char; 5] = [',', '\t', ';', '|', FULL_WIDTH];

const FULL_WIDTH: char = '，';

/// As many rows as are looked at.
const ROWS: usize = 200;

/// The separator that a first line `sep=;` names, as spreadsheets write it.
pub(super) fn declared(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim_matches('"');
    let named = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let mut letters = line.strip_prefix(named)?.chars();
    let delimiter = letters.next()?;
    letters.next().is_none().then_some(delimiter)
}

/// The separator by which the rows come out most alike.
pub(super) fn evident(text: &str, whole: bool) -> char {
    let shapes = CANDIDATES.map(|delimiter| (delimiter, widths(text, delimiter, whole)));
    let header = shapes.iter().filter_map(|(_, rows)| first_parted(rows)).min();
    let mut best = (0, ',');
    for (delimiter, rows) in &shapes {
        let score = score(*delimiter, rows, header);
        if score > best.0 {
            best = (score, *delimiter);
        }
    }
    best.1
}

/// Row number and width of the first rows.
fn widths(text: &str, delimiter: char, whole: bool) -> BTreeMap<u32, usize> {
    let mut widths = BTreeMap::new();
    let mut each = |row: &mut super::Row| {
        widths.insert(row.number, row.cells.len());
        if widths.len() < ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let mut records = Records::new(delimiter, 0);
    if records.feed(text, &mut each).is_continue() && whole {
        // What `each` answers at the end makes no difference.
        let _ = records.finish(&mut each);
    }
    widths
}

fn first_parted(rows: &BTreeMap<u32, usize>) -> Option<u32> {
    rows.iter().find(|(_, width)| **width > 1).map(|(number, _)| *number)
}

/// How well a separator explains the rows: many columns, in many rows alike.
/// The header decides between `1,5;2,5` and its like: no header is parted by
/// the decimal sign. A full-width comma must part the very first line, since
/// it parts sentences everywhere else.
fn score(delimiter: char, rows: &BTreeMap<u32, usize>, header: Option<u32>) -> usize {
    let Some((width, alike)) = commonest(rows) else { return 0 };
    if delimiter == FULL_WIDTH && rows.values().next() != Some(&width) {
        return 0;
    }
    let fits = header.and_then(|number| rows.get(&number)) == Some(&width);
    let weight = if fits { 4 } else { 1 };
    alike * 1_000 / rows.len() * (width - 1) * weight
}

/// The commonest width above one, and in how many rows it is met.
fn commonest(rows: &BTreeMap<u32, usize>) -> Option<(usize, usize)> {
    let mut tally = BTreeMap::<usize, usize>::new();
    for width in rows.values().filter(|width| **width > 1) {
        *tally.entry(*width).or_default() += 1;
    }
    tally.into_iter().max_by_key(|(width, alike)| (*alike, *width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found_by_consistency() {
        let cases = [
            ("名称,宽度\n甲,900\n", ','),
            ("名称;宽度\n甲;0,9\n乙;1,2\n丙;1,5\n", ';'),
            ("宽;高\n1,25;2,50\n1,25;2,50\n1,25;2,50\n", ';'),
            ("名称\t备注\n甲\t门窄,坡陡\n", '\t'),
            ("名称|宽度\n甲|900\n", '|'),
            ("名称，宽度\n甲，900\n", '，'),
            ("名称,备注\n甲,\"门窄;坡陡;灯暗\"\n乙,\"灯暗;坡陡;门窄\"\n", ','),
            ("备注\n门窄，坡陡\n灯暗，路滑\n", ','),
            ("朝阳区设施表，二〇二四年\n名称,宽度,高度\n甲,900,2\n乙,800,2\n", ','),
            ("名称\n甲\n乙\n", ','),
            ("", ','),
        ];
        for (text, expected) in cases {
            assert_eq!(evident(text, true), expected, "{text}");
        }
    }

    #[test]
    fn a_separator_may_be_declared_in_the_first_line() {
        assert_eq!(declared("sep=;\r\na;b"), Some(';'));
        assert_eq!(declared("\"SEP=|\"\na|b"), Some('|'));
        assert_eq!(declared("sep=\t\na\tb"), Some('\t'));
        assert_eq!(declared("separator,a"), None);
        assert_eq!(declared("分隔,a"), None);
    }
}
