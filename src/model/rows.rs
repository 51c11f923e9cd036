//! Rows of one table as they are read, some hundreds at a time.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Observed, Origin, Record};
use crate::geometry::Coordinates;

/// Rows of one table, one after the other, each cell a code.
///
/// What the codes of a column stand for is kept once for the whole table, so that neither a row nor
/// a cell takes memory of its own. Read by column; or each as a [`Record`].
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Index of the [`SurveyTable`](super::SurveyTable).
    pub table: u32,
    /// Index of the facility type in the catalogue.
    pub facility_type: usize,
    /// The columns; no property twice among those that say anything.
    pub columns: Vec<Meanings>,
    heads: Vec<Head>,
    /// Row by row, a code for each column.
    codes: Vec<u32>,
}

/// A column of a table, and what its codes stand for.
#[derive(Debug, Clone, Default)]
pub struct Meanings {
    /// Index of the property in its type.
    pub property: usize,
    /// What each code stands for, from 1 on; 0 is a blank.
    pub said: Vec<Arc<Observed>>,
}

/// A row, less its cells.
#[derive(Debug, Clone)]
pub struct Head {
    /// Row as the spreadsheet shows it.
    pub row: u32,
    /// The surveyor's id.
    pub id: Option<Arc<str>>,
    /// When it was seen; the audit's day where nothing says so.
    pub observed_on: Option<Date>,
    /// When it was accepted; the run's own time where nothing says so.
    pub known_at: Option<Timestamp>,
    /// Longitude and latitude in degrees of WGS 84.
    pub position: Option<(f64, f64)>,
    /// The same as it is written, in the reference system of its table.
    pub written: Option<Coordinates>,
}

impl Meanings {
    /// A column nobody has said anything in.
    pub fn of(property: usize) -> Self {
        Self { property, said: Vec::new() }
    }

    /// The code of something new.
    pub fn add(&mut self, observed: Arc<Observed>) -> u32 {
        self.said.push(observed);
        u32::try_from(self.said.len()).unwrap_or(u32::MAX)
    }

    /// What a code stands for; `None` for a blank.
    pub fn get(&self, code: u32) -> Option<&Arc<Observed>> {
        self.said.get((code as usize).checked_sub(1)?)
    }
}

impl Rows {
    /// No rows of a type.
    pub fn of(facility_type: usize) -> Self {
        Self { facility_type, ..Self::default() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// The rows without their cells.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// Adds a row, with a code for each column; what is missing at the end is blank.
    pub fn push(&mut self, head: Head, codes: &[u32]) {
        self.codes.extend(codes.iter().take(self.columns.len()));
        self.heads.push(head);
        self.codes.resize(self.heads.len() * self.columns.len(), 0);
    }

    /// Keeps the rows of which `keeps` says so.
    pub fn retain(&mut self, keeps: impl FnMut(&Head) -> bool) {
        let kept: Vec<bool> = self.heads.iter().map(keeps).collect();
        if !kept.contains(&false) {
            return;
        }
        let mut of_heads = kept.iter();
        self.heads.retain(|_| of_heads.next().is_some_and(|kept| *kept));
        let mut of_codes = kept.iter().flat_map(|kept| std::iter::repeat_n(*kept, self.columns.len()));
        self.codes.retain(|_| of_codes.next().unwrap_or_default());
    }

    /// Forgets the rows; what the codes stand for remains.
    pub fn clear(&mut self) {
        self.heads.clear();
        self.codes.clear();
    }

    /// The codes of a column from row to row.
    pub fn codes(&self, column: usize) -> impl Iterator<Item = u32> + '_ {
        self.codes.iter().skip(column).step_by(self.columns.len().max(1)).copied()
    }

    /// What a row says of a property.
    pub fn observed(&self, row: usize, property: usize) -> Option<&Observed> {
        let column = self.columns.iter().position(|column| column.property == property)?;
        let code = self.codes.get(row * self.columns.len() + column)?;
        self.columns.get(column)?.get(*code).map(|observed| &**observed)
    }

    /// Each row by itself.
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        let codes = self.codes.chunks(self.columns.len().max(1)).chain(std::iter::repeat(&[][..]));
        self.heads.iter().zip(codes).map(|(head, codes)| self.record(head, codes))
    }

    fn record(&self, head: &Head, codes: &[u32]) -> Record {
        let cells = self.columns.iter().zip(codes);
        let said = cells.filter_map(|(column, code)| Some((column.property, Arc::clone(column.get(*code)?))));
        Record {
            origin: Origin { table: self.table, row: head.row },
            facility_type: self.facility_type,
            id: head.id.clone(),
            observed_on: head.observed_on,
            known_at: head.known_at,
            position: head.position,
            written: head.written,
            values: said.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(row: u32) -> Head {
        Head { row, id: None, observed_on: None, known_at: None, position: None, written: None }
    }

    /// Three rows of two columns, of which the second says nothing in the second row.
    fn rows() -> Rows {
        let mut rows = Rows { columns: vec![Meanings::of(4), Meanings::of(7)], ..Rows::default() };
        let yes = rows.columns[0].add(Arc::new(Observed::Flag(true)));
        let third = rows.columns[1].add(Arc::new(Observed::Category(3)));
        rows.push(head(2), &[yes, third]);
        rows.push(head(3), &[yes]);
        rows.push(head(5), &[0, third]);
        rows
    }

    fn told(rows: &Rows) -> Vec<(u32, Vec<usize>)> {
        let properties = |record: Record| record.values.into_iter().map(|(property, _)| property).collect();
        rows.records().map(|record| (record.origin.row, properties(record))).collect()
    }

    #[test]
    fn rows_are_records_without_their_blanks() {
        assert_eq!(told(&rows()), [(2, vec![4, 7]), (3, vec![4]), (5, vec![7])]);
        assert_eq!(rows().codes(1).collect::<Vec<_>>(), [1, 0, 1]);
        assert_eq!(rows().observed(1, 4), Some(&Observed::Flag(true)));
        assert_eq!(rows().observed(1, 7), None);
        let bare = Rows { heads: vec![head(1), head(2)], ..Rows::default() };
        assert_eq!(told(&bare), [(1, vec![]), (2, vec![])]);
    }

    #[test]
    fn what_is_not_kept_is_gone_with_its_cells() {
        let mut rows = rows();
        rows.retain(|head| head.row != 3);
        assert_eq!(told(&rows), [(2, vec![4, 7]), (5, vec![7])]);
        rows.clear();
        assert!(rows.is_empty() && rows.columns[0].get(1).is_some());
    }
}
