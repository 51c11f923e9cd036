//! The row of a sheet that names its columns.

use std::borrow::Cow;
use std::sync::Arc;

use super::profile::{PositionColumns, Profile, SheetRule};
use super::reader::{Cell, Row, RowProblem};
use super::rules::Rules;
use super::value::text_of;
use crate::model::{header_key, plain};
use crate::quantity::Unit;

/// The headers of a sheet.
#[derive(Debug)]
pub(super) struct Header {
    /// Its row, counted from 1.
    pub(super) row: u32,
    /// The last row that is no data: this one, or one with units below it.
    pub(super) last: u32,
    /// As written; empty where a column has none.
    pub(super) names: Vec<Arc<str>>,
    /// Units from brackets or from the row below.
    pub(super) units: Vec<Option<Unit>>,
}

impl Header {
    /// The row with most known names, or the one the profile gives.
    pub(super) fn find(rules: Rules, rule: &SheetRule, top: &[Row]) -> Option<Self> {
        let place = match rule.header_row {
            Some(number) => top.iter().position(|row| row.number == number)?,
            None => richest(rules, top)?,
        };
        let row = top.get(place)?;
        let names: Vec<Arc<str>> = texts(row).into_iter().map(Arc::from).collect();
        let mut units: Vec<_> = names.iter().map(|name| bracketed_unit(name)).collect();
        let below = top.get(place + 1).filter(|below| is_units(rules, below));
        for (unit, cell) in units.iter_mut().zip(below.map(texts).unwrap_or_default()) {
            *unit = unit.or_else(|| unit_of(&cell));
        }
        Some(Self { row: row.number, last: below.unwrap_or(row).number, names, units })
    }

    /// The column somebody means: by its exact header, else by a header that compares equal.
    pub(super) fn column(&self, wanted: &str) -> Option<usize> {
        let by = |same: &dyn Fn(&str) -> bool| self.names.iter().position(|name| same(name));
        by(&|name| name == wanted.trim())
            .or_else(|| by(&|name| !name.is_empty() && plain(name) == plain(wanted)))
            .or_else(|| by(&|name| !header_key(name).is_empty() && header_key(name) == header_key(wanted)))
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
            PositionColumns::Pair { longitude, latitude } => [Some(longitude), Some(latitude)],
            PositionColumns::Wkt(column) => [Some(column), None],
        };
        let columns = self.columns.iter().map(|rule| &rule.header).chain(&self.type_column);
        let filters = self.keep.iter().map(|keep| &keep.column);
        columns.chain(filters).chain(position.into_iter().flatten()).map(String::as_str).collect()
    }
}

/// Two known names make a header row; one does where the profile gives it.
fn richest(rules: Rules, top: &[Row]) -> Option<usize> {
    let listed: Vec<String> = rules.profile.headers().into_iter().map(plain).collect();
    let score = |row: &Row| {
        let texts = texts(row);
        let words: Vec<String> = texts.iter().map(|text| plain(text)).collect();
        let listed = listed.iter().filter(|header| words.contains(header)).count();
        let known = if rules.profile.only_listed { 0 } else { best(rules, &texts) };
        if listed > 0 || known > 1 { listed + known } else { 0 }
    };
    let scored = top.iter().map(score).enumerate().filter(|(_, score)| *score > 0);
    // The first of equals, so that a repeated header row is not preferred to the one above.
    scored.rev().max_by_key(|(_, score)| *score).map(|(place, _)| place)
}

fn best(rules: Rules, texts: &[Cow<'_, str>]) -> usize {
    let matches = rules.names.matches(texts);
    match rules.profile.facility_type {
        Some(index) => matches.get(index).copied().unwrap_or_default(),
        None => matches.into_iter().max().unwrap_or_default(),
    }
}

/// A row below the headers in which every cell is a unit or a measure word.
fn is_units(rules: Rules, row: &Row) -> bool {
    let counters = &rules.catalogue.vocabulary.counters;
    let texts = texts(row);
    let mut written = texts.iter().filter(|text| !text.is_empty()).peekable();
    let known =
        |text: &Cow<'_, str>| unit_of(text).is_some() || counters.iter().any(|word| *word == bare(text));
    written.peek().is_some() && written.all(known)
}

/// The unit in the brackets of `坡道宽度（mm）`.
fn bracketed_unit(header: &str) -> Option<Unit> {
    let header = plain(header);
    let inner = header.split(['(', '[', '【', '〔']).skip(1);
    inner.filter_map(|rest| rest.split([')', ']', '】', '〕']).next()).find_map(unit_of)
}

fn unit_of(text: &str) -> Option<Unit> {
    Unit::find(&bare(text))
}

fn bare(text: &str) -> String {
    plain(text).trim_matches(['(', ')', '[', ']', '【', '】', '〔', '〕']).trim().to_owned()
}

fn texts(row: &Row) -> Vec<Cow<'_, str>> {
    let broken = matches!(row.problem, Some(RowProblem::TooWide { .. } | RowProblem::Unreadable { .. }));
    let cells = if broken { &[] as &[Cell] } else { &row.cells };
    cells.iter().map(|cell| text_of(cell).unwrap_or_default()).collect()
}
