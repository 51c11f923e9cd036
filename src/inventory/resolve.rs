//! From rows to one state per facility.
//!
//! Of the observations of a property up to the day, those of the latest day
//! count. Equal ones are one; different ones are a conflict, because picking
//! one would hide a survey mistake behind a verdict. A blank is no observation,
//! and *unknown* gives way to a value of the same day.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::builder::Builder;
use super::column::{Draft, NOWHERE};
use super::history::History;
use super::pile::{Pile, Row, RowColumn, index};
use super::relation::Drafts;
use super::{Cell, Facility, Inventory, Status, Table, duplicate, relation};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{FacilityType, Observed, Property};
use crate::parallel::each;

pub(super) fn resolve(mut builder: Builder, as_of: Date) -> (Inventory, Vec<Diagnostic>) {
    let mut diagnostics = builder.derived_ids();
    diagnostics.extend(later(&builder, as_of));
    diagnostics.extend(builder.shifts());
    let catalogue = Arc::clone(&builder.catalogue);
    let mut tables = Vec::with_capacity(catalogue.types.len());
    let mut history = History { builder: Builder::new(Arc::clone(&catalogue)), piles: BTreeMap::new() };
    let piles = std::mem::take(&mut builder.piles);
    let numbered: Vec<(usize, Pile)> = piles.into_iter().enumerate().collect();
    let resolved = each(numbered, |(number, pile)| builder.resolved(number, pile, as_of));
    for (number, (table, found, pile)) in resolved.into_iter().enumerate() {
        tables.push(table);
        diagnostics.extend(found);
        history.piles.extend(pile.map(|pile| (number, pile)));
    }
    let Builder { survey_tables, origins, statuses, complete, .. } = builder;
    let inventory = Inventory {
        catalogue,
        as_of,
        tables,
        complete,
        survey_tables,
        origins,
        statuses,
        history: Arc::new(history),
        areas: None,
    };
    (inventory, diagnostics)
}

impl Builder {
    /// The table of one type, what is wrong with it, and its rows where they are to be remembered.
    fn resolved(&self, number: usize, pile: Pile, as_of: Date) -> (Table, Vec<Diagnostic>, Option<Pile>) {
        let mut diagnostics = Vec::new();
        let table = self.catalogue.types.get(number).map(|facility_type| {
            let resolver = Resolver::new(facility_type, &pile, self, as_of);
            diagnostics.extend(resolver.repeated());
            resolver.finished(&mut diagnostics, |row| self.place(row))
        });
        (table.unwrap_or_default(), diagnostics, Some(pile).filter(|_| self.remembered.contains(&number)))
    }
}

/// A note per table on rows of days after the audit's.
fn later(builder: &Builder, as_of: Date) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let rows = builder.piles.iter().flat_map(|pile| &pile.rows);
    for row in rows.filter(|row| row.observed_on.is_some_and(|day| day > as_of)) {
        let table = builder.origins.get(row.origin as usize).map_or(0, |origin| origin.table);
        counts.entry(table).or_insert((row.origin, 0)).1 += 1;
    }
    let note = |(row, rows): (u32, u32)| {
        let place = Place { row: None, ..builder.place(row) };
        Diagnostic::new(Code::ObservedLater, place).with("rows", rows).with("as_of", as_of)
    };
    counts.into_values().map(note).collect()
}

/// The rows of one type in the order they are decided in.
pub(super) struct Resolver<'a> {
    facility_type: &'a FacilityType,
    pile: &'a Pile,
    builder: &'a Builder,
    as_of: Date,
    /// Rows up to the day, by facility id, latest first.
    order: Vec<u32>,
    /// Each facility's part of `order`.
    runs: Vec<Range<usize>>,
}

impl<'a> Resolver<'a> {
    fn new(facility_type: &'a FacilityType, pile: &'a Pile, builder: &'a Builder, as_of: Date) -> Self {
        Self::up_to(facility_type, pile, builder, as_of, |_| as_of)
    }

    /// The same up to a day of its own for each facility, by its number in the pile.
    pub(super) fn up_to(
        facility_type: &'a FacilityType,
        pile: &'a Pile,
        builder: &'a Builder,
        as_of: Date,
        until: impl Fn(u32) -> Date,
    ) -> Self {
        let rank = ranks(&pile.facilities);
        let day = |row: &Row| row.observed_on.unwrap_or(as_of);
        let mut order: Vec<u32> = (0..index(pile.rows.len())).collect();
        order.retain(|row| pile.row(*row).is_some_and(|row| day(row) <= until(row.facility)));
        order.sort_by_cached_key(|number| {
            let row =
                pile.row(*number).map(|row| (rank.get(row.facility as usize), std::cmp::Reverse(day(row))));
            (row, *number)
        });
        let same =
            |a: &u32, b: &u32| pile.row(*a).map(|row| row.facility) == pile.row(*b).map(|row| row.facility);
        let mut start = 0;
        let runs = order.chunk_by(same).map(|run| {
            start += run.len();
            start - run.len()..start
        });
        let runs = runs.collect();
        Self { facility_type, pile, builder, as_of, order, runs }
    }

    /// The table, with relations applied.
    pub(super) fn finished(&self, diagnostics: &mut Vec<Diagnostic>, place: impl Fn(u32) -> Place) -> Table {
        let (mut table, mut drafts) = self.table(diagnostics);
        diagnostics.extend(relation::apply(self.facility_type, &mut drafts, place));
        let finish = |draft: Option<Draft>| draft.map(|draft| draft.finish(&table.facilities));
        table.columns = drafts.columns.into_iter().map(finish).collect();
        table.blanks = drafts.blanks;
        table
    }

    /// Rows that only repeat others.
    fn repeated(&self) -> Vec<Diagnostic> {
        let runs = self.runs.iter().filter(|run| run.len() > 1).filter_map(|run| self.order.get(run.clone()));
        runs.flat_map(|run| duplicate::repeated(self.builder, self.pile, run)).collect()
    }

    fn table(&self, diagnostics: &mut Vec<Diagnostic>) -> (Table, Drafts) {
        let blank = |property| Cell::unknown(property, Status::NotSurveyed);
        let mut drafts = Drafts {
            columns: Vec::new(),
            blanks: self.facility_type.properties.iter().map(blank).collect(),
            facilities: self.runs.len(),
        };
        let mut table = Table::default();
        for (number, (property, rows)) in
            self.facility_type.properties.iter().zip(&self.pile.columns).enumerate()
        {
            let column = rows.as_ref().map(|rows| {
                let (column, conflicts) = self.column(property, rows);
                diagnostics.extend(conflicts.values().map(|rows| self.conflict(number, rows)));
                table
                    .conflicts
                    .extend(conflicts.into_iter().map(|(facility, rows)| ((number, facility), rows)));
                column
            });
            drafts.columns.push(column);
        }
        let texts = ["name", "jurisdiction"].map(|id| {
            let (number, _) = self.facility_type.property(id)?;
            drafts.columns.get(number)?.as_ref()
        });
        table.facilities =
            (0..self.runs.len()).filter_map(|facility| self.facility(texts, facility)).collect();
        (table, drafts)
    }

    fn column(&self, property: &Property, rows: &RowColumn) -> (Draft, BTreeMap<usize, Vec<u32>>) {
        let conflict = index(rows.dictionary.values().len());
        let cells = rows.dictionary.values().iter().map(|observed| cell(property, observed.as_deref()));
        let cells = cells.chain([Cell::unknown(property, Status::Conflict)]).collect();
        let facilities = self.runs.len();
        let (mut codes, mut origins) = (Vec::with_capacity(facilities), Vec::with_capacity(facilities));
        let mut conflicts = BTreeMap::new();
        let mut latest = Vec::new();
        for (facility, run) in self.runs.iter().enumerate() {
            self.latest(rows, run.clone(), &mut latest);
            if property.of_row {
                latest.truncate(1);
            }
            let origin = latest.first().map_or(NOWHERE, |(_, row)| *row);
            codes.push(match latest.as_slice() {
                [] => 0,
                [(code, _)] => *code,
                several => {
                    conflicts.insert(facility, several.iter().map(|(_, row)| *row).collect());
                    conflict
                }
            });
            origins.push(origin);
        }
        (Draft { cells, codes, origins }, conflicts)
    }

    /// The distinct codes of the latest day that has any, each with its origin.
    fn latest(&self, rows: &RowColumn, run: Range<usize>, found: &mut Vec<(u32, u32)>) {
        found.clear();
        let mut day = None;
        for number in self.order.get(run).unwrap_or_default() {
            let (code, Some(row)) = (rows.code(*number as usize), self.pile.row(*number)) else { continue };
            let seen = row.observed_on.unwrap_or(self.as_of);
            if code == 0 {
                continue;
            }
            if *day.get_or_insert(seen) != seen {
                break;
            }
            if !found.iter().any(|(known, _)| *known == code) {
                found.push((code, row.origin));
            }
        }
        let says = |(code, _): &(u32, u32)| {
            !matches!(
                rows.dictionary.get(*code).as_deref(),
                Some(Observed::Unknown | Observed::NotApplicable)
            )
        };
        if found.len() > 1 && found.iter().any(says) {
            found.retain(says);
        }
    }

    /// A facility, with the columns of its name and its area.
    fn facility(&self, [name, area]: [Option<&Draft>; 2], facility: usize) -> Option<Facility> {
        let run = self.order.get(self.runs.get(facility)?.clone())?;
        let latest = self.pile.row(*run.first()?)?;
        let text = |column: Option<&Draft>| column?.cell(facility)?.text().cloned();
        Some(Facility {
            id: self.pile.facilities.get(latest.facility as usize)?.clone().into(),
            name: text(name),
            jurisdiction: text(area).map(Into::into),
            position: run.iter().find_map(|row| self.pile.row(*row)?.position),
            seen: latest.observed_on.unwrap_or(self.as_of),
            origin: latest.origin,
        })
    }

    fn conflict(&self, property: usize, rows: &[u32]) -> Diagnostic {
        let place = |row: &u32| self.builder.cell_place(*row, property);
        let first = rows.first().map(place).unwrap_or_default();
        let last = rows.last().map(place).unwrap_or_default();
        let (zh, en) = match self.facility_type.properties.get(property) {
            Some(property) => (property.label.zh.as_str(), property.label.en.as_str()),
            None => ("", ""),
        };
        Diagnostic::new(Code::Conflict, last)
            .with("property_zh", zh)
            .with("property_en", en)
            .with("other_file", first.file)
            .with("other_row", first.row.unwrap_or_default())
    }
}

impl Pile {
    fn row(&self, number: u32) -> Option<&Row> {
        self.rows.get(number as usize)
    }
}

/// The place of each facility in the order of ids.
fn ranks(ids: &[Arc<str>]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by_key(|number| &ids[*number]);
    let mut ranks = vec![0; ids.len()];
    for (rank, number) in order.into_iter().enumerate() {
        ranks[number] = index(rank);
    }
    ranks
}

fn cell(property: &Property, observed: Option<&Observed>) -> Cell {
    match observed {
        Some(observed) => Cell::observed(property, observed.clone()),
        None => Cell::unknown(property, Status::NotSurveyed),
    }
}
