//! The rows of a sheet that name its columns.

mod block;
mod form;

use std::collections::BTreeSet;
use std::sync::Arc;

use block::{Block, Names};

use super::merged::Merged;
use super::profile::{PositionColumns, Profile, SheetRule};
use super::reader::{Cell, Row, RowProblem};
use super::rules::Rules;
use super::value::text_of;
use crate::model::{header_key, plain};
use crate::quantity::Unit;

/// The headers of a sheet.
#[derive(Debug)]
pub(super) struct Header {
    /// Its first row, counted from 1.
    pub(super) row: u32,
    /// The last row that is no data: its last one, or one with units below it.
    pub(super) last: u32,
    /// As written, groups before a slash; empty where a column has none.
    pub(super) names: Vec<Arc<str>>,
    /// Shorter names of columns in groups.
    short: Vec<Names>,
    /// Units from brackets or from the row below.
    pub(super) units: Vec<Option<Unit>>,
}

impl Header {
    /// The rows with most known names, or those the profile gives.
    pub(super) fn find(rules: Rules, rule: &SheetRule, top: &[Row], merged: &Merged) -> Option<Self> {
        let rows = match rule.header_row {
            Some(number) => given(number, rule.header_rows.unwrap_or(1), top)?,
            None => richest(rules, rule.header_rows, top, merged)?,
        };
        let (first, last) = (rows.first()?, rows.last()?);
        let mut names = all_names(rules, &Block::new(rows, merged, widest(top)));
        let whole: Vec<Arc<str>> = names.iter_mut().map(|names| Arc::from(names.remove(0))).collect();
        let mut units: Vec<_> = whole.iter().map(|name| bracketed_unit(name)).collect();
        let below = top.iter().find(|row| row.number > last.number).filter(|below| is_units(rules, below));
        for (unit, cell) in units.iter_mut().zip(below.map(texts).unwrap_or_default()) {
            *unit = unit.or_else(|| unit_of(&cell));
        }
        Some(Self {
            row: first.number,
            last: below.unwrap_or(last).number,
            names: whole,
            short: names,
            units,
        })
    }

    /// The column somebody means: by its exact header, else by a header that compares equal.
    ///
    /// `/a/b` is the path to a value in JSON, of which the header is `a.b`.
    pub(super) fn column(&self, wanted: &str) -> Option<usize> {
        self.named(wanted).or_else(|| self.named(&dotted(wanted)?))
    }

    fn named(&self, wanted: &str) -> Option<usize> {
        let by = |same: &dyn Fn(&str) -> bool| {
            let whole = self.names.iter().position(|name| same(name));
            whole.or_else(|| self.short.iter().position(|names| names.iter().any(|name| same(name))))
        };
        by(&|name| name == wanted.trim())
            .or_else(|| by(&|name| !name.is_empty() && plain(name) == plain(wanted)))
            .or_else(|| by(&|name| !header_key(name).is_empty() && header_key(name) == header_key(wanted)))
    }

    /// Everything a column may be called, the most telling first.
    pub(super) fn readings(&self, column: usize) -> impl Iterator<Item = &str> {
        let short = self.short.get(column).into_iter().flatten();
        self.names.get(column).map(|name| &**name).into_iter().chain(short.map(String::as_str))
    }

    /// The same of all columns.
    pub(super) fn all_readings(&self) -> Vec<Vec<&str>> {
        (0..self.names.len()).map(|column| self.readings(column).collect()).collect()
    }

    /// A column's header.
    pub(super) fn name(&self, column: usize) -> Option<&Arc<str>> {
        self.names.get(column)
    }
}

impl Profile {
    /// Every header the profile names.
    pub(super) fn headers(&self) -> Vec<&str> {
        let position = match &self.position.columns {
            PositionColumns::Known => [None, None],
            PositionColumns::Pair { east, north } => [Some(east), Some(north)],
            PositionColumns::Wkt(column) => [Some(column), None],
        };
        let columns = self.columns.iter().map(|rule| &rule.header).chain(&self.type_column);
        let columns = columns.chain(&self.position.crs_column);
        let filters = self.keep.iter().map(|keep| &keep.column);
        columns.chain(filters).chain(position.into_iter().flatten()).map(String::as_str).collect()
    }
}

/// A JSON pointer (RFC 6901) as the reader joins the keys.
fn dotted(pointer: &str) -> Option<String> {
    let keys = pointer.strip_prefix('/')?.split('/');
    Some(keys.map(|key| key.replace("~1", "/").replace("~0", "~")).collect::<Vec<_>>().join("."))
}

/// As many rows as headers are looked for in unless a profile says more.
const MOST_ROWS: usize = 3;

/// As many columns as are written in.
fn widest(top: &[Row]) -> usize {
    top.iter().map(|row| row.cells.len()).max().unwrap_or_default()
}

/// The rows the profile gives.
fn given(first: u32, count: u32, top: &[Row]) -> Option<&[Row]> {
    let from = top.iter().position(|row| row.number == first)?;
    let rows = top.get(from..)?;
    rows.get(..rows.partition_point(|row| row.number < first.saturating_add(count)))
}

/// The rows in which most names are known.
///
/// Several rows are taken for headers where more names are known by them than
/// by one, or as many and their form leaves no doubt.
fn richest<'t>(rules: Rules, count: Option<u32>, top: &'t [Row], merged: &Merged) -> Option<&'t [Row]> {
    let listed: Vec<String> = rules.profile.headers().into_iter().map(plain).collect();
    let counts = count.map_or(1..=MOST_ROWS, |count| count as usize..=count as usize);
    let width = widest(top);
    let mut best: Option<((usize, usize), &[Row])> = None;
    for rows in counts.flat_map(|count| top.windows(count.max(1))) {
        let block = Block::new(rows, merged, width);
        let rank = match rows.len() {
            1 => 1,
            _ if count.is_none() && !block.has_groups() => continue,
            many if block.is_evident() => many,
            _ => 0,
        };
        let score = score(rules, &listed, &all_names(rules, &block));
        // The first of equals, so that a repeated header row is not preferred to the one above.
        if score > 0 && best.is_none_or(|(most, _)| (score, rank) > most) {
            best = Some(((score, rank), rows));
        }
    }
    best.map(|(_, rows)| rows)
}

/// The names of each column, with what a server of field surveys adds to them.
fn all_names(rules: Rules, block: &Block) -> Vec<Names> {
    let mut names = block.names(&rules.catalogue.vocabulary.counted);
    form::explain(&mut names, |name, property| rules.names.is_known(rules.catalogue, name, property));
    names
}

/// Two known names make a header row; one does where the profile gives it.
fn score(rules: Rules, listed: &[String], names: &[Names]) -> usize {
    let words = names.iter().flatten().filter(|_| !listed.is_empty());
    let words: BTreeSet<String> = words.map(|name| plain(name)).collect();
    let listed = listed.iter().filter(|header| words.contains(*header)).count();
    let known = if rules.profile.only_listed { 0 } else { best(rules, names) };
    if listed > 0 || known > 1 { listed + known } else { 0 }
}

fn best(rules: Rules, names: &[Names]) -> usize {
    let matches = rules.names.matches(names);
    let known = match rules.profile.facility_type {
        Some(index) => matches.get(index).copied().unwrap_or_default(),
        None => matches.into_iter().max().unwrap_or_default(),
    };
    if known > 0 && letters(rules, names).is_some() { known + 2 } else { known }
}

/// The columns called X and Y, or the like, where there are both.
pub(super) fn letters<T: AsRef<str>>(rules: Rules, columns: &[Vec<T>]) -> Option<(usize, usize)> {
    let vocabulary = &rules.catalogue.vocabulary;
    let is_one = |name: &T, words: &[String]| words.contains(&header_key(name.as_ref()));
    let column =
        |words: &[String]| columns.iter().position(|names| names.iter().any(|name| is_one(name, words)));
    column(&vocabulary.eastings).zip(column(&vocabulary.northings))
}

/// A row below the headers in which every cell is a unit or a measure word.
fn is_units(rules: Rules, row: &Row) -> bool {
    let counters = &rules.catalogue.vocabulary.counters;
    let texts = texts(row);
    let mut written = texts.iter().filter(|text| !text.is_empty()).peekable();
    let known = |text: &String| unit_of(text).is_some() || counters.iter().any(|word| *word == bare(text));
    written.peek().is_some() && written.all(known)
}

/// The unit in the last brackets of `坡道（一层）/宽度（mm）` that hold one.
fn bracketed_unit(header: &str) -> Option<Unit> {
    let header = plain(header);
    let inner = header.split(['(', '[', '【', '〔']).skip(1).collect::<Vec<_>>();
    let inner = inner.into_iter().rev();
    inner.filter_map(|rest| rest.split([')', ']', '】', '〕']).next()).find_map(unit_of)
}

fn unit_of(text: &str) -> Option<Unit> {
    Unit::find(&bare(text))
}

fn bare(text: &str) -> String {
    plain(text).trim_matches(['(', ')', '[', ']', '【', '】', '〔', '〕']).trim().to_owned()
}

fn texts(row: &Row) -> Vec<String> {
    let broken = matches!(row.problem, Some(RowProblem::TooWide { .. } | RowProblem::Unreadable { .. }));
    let cells = if broken { &[] as &[Cell] } else { &row.cells };
    cells.iter().map(|cell| text_of(cell).unwrap_or_default().into_owned()).collect()
}

#[cfg(test)]
mod tests;
