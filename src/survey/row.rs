//! One row to one record.

use std::sync::Arc;

use super::header::Header;
use super::layout::{Column, Layout, Role};
use super::reader::{Cell, Row, RowProblem};
use super::sink::Sink;
use super::value::{Doubt, Said, identifier, text_of};
use super::voice::Voice;
use crate::diagnostic::{Code, Place};
use crate::model::{Observed, Origin, Record, date_of};

/// A record being put together.
struct Draft<'a> {
    row: &'a Row,
    header: &'a Header,
    voice: Voice,
    sink: &'a mut dyn Sink,
    record: Record,
}

/// What the row says; `None` where none of its cells says anything.
pub(super) fn record(
    row: &Row,
    layout: &Layout,
    header: &Header,
    place: &Place,
    sink: &mut dyn Sink,
) -> Option<Record> {
    let voice = Voice::at_row(place, row.number, layout.facility_type.personal);
    let mut draft = Draft { row, header, voice, sink, record: blank(row, layout) };
    draft.garbled();
    for column in &layout.columns {
        draft.cell(column);
    }
    draft.position(layout);
    draft.finish(layout)
}

fn blank(row: &Row, layout: &Layout) -> Record {
    Record {
        origin: Origin { table: layout.table, row: row.number },
        facility_type: layout.index,
        id: None,
        observed_on: layout.observed_on,
        position: None,
        values: Vec::with_capacity(layout.columns.len() + layout.constants.len()),
    }
}

impl Draft<'_> {
    /// Cells with bytes that are no text.
    fn garbled(&mut self) {
        let Some(RowProblem::BadText { columns }) = &self.row.problem else { return };
        for at in columns.iter().filter_map(|at| usize::try_from(*at).ok()) {
            let value = self.row.cells.get(at).and_then(text_of);
            self.voice.say(self.sink, Code::BadEncoding, self.header.name(at), value.as_deref());
        }
    }

    fn cell(&mut self, column: &Column) {
        let Some(cell) = self.row.cells.get(column.at) else { return };
        match column.role {
            Role::Type | Role::Longitude | Role::Latitude => {}
            Role::Id => self.id(column, cell),
            Role::ObservedOn => self.day(column, cell),
            Role::Jurisdiction | Role::Value => self.see(column, cell),
        }
    }

    fn id(&mut self, column: &Column, cell: &Cell) {
        match identifier(cell) {
            Ok(id) => self.record.id = id,
            Err(doubt) => self.complain(&doubt, column.at, cell),
        }
    }

    /// A record has one day: the first of those a year or month may mean.
    ///
    /// The last day could lie after the audit, which would leave out what was surveyed.
    fn day(&mut self, column: &Column, cell: &Cell) {
        let Some(Said { observed, doubt }) = column.field.read(cell) else { return };
        if let Observed::Number(days) = &*observed {
            self.record.observed_on = days.low().and_then(date_of);
        }
        self.doubt(column, cell, doubt.as_deref());
    }

    fn see(&mut self, column: &Column, cell: &Cell) {
        if let Some(Said { observed, doubt }) = column.field.read(cell) {
            self.record.values.push((column.property, observed));
            self.doubt(column, cell, doubt.as_deref());
        }
    }

    fn doubt(&mut self, column: &Column, cell: &Cell, doubt: Option<&Doubt>) {
        if let Some(doubt) = doubt {
            self.complain(doubt, column.at, cell);
        }
    }

    fn complain(&mut self, doubt: &Doubt, at: usize, cell: &Cell) {
        let (name, value) = (self.header.name(at), text_of(cell));
        self.voice.say_with(self.sink, doubt.code, name, value.as_deref(), doubt.args.clone());
    }

    fn position(&mut self, layout: &Layout) {
        let Some(at) = layout.position else { return };
        match at.read(self.row) {
            Ok(position) => self.record.position = position,
            Err(no_place) => {
                let name = at.column().and_then(|column| self.header.name(column));
                self.voice.say(self.sink, Code::BadPosition, name, Some(&no_place.text));
            }
        }
    }

    fn finish(mut self, layout: &Layout) -> Option<Record> {
        let is_name = |(index, seen): &(usize, Arc<Observed>)| {
            Some(*index) == layout.name && matches!(**seen, Observed::Text(_))
        };
        let found = self.record.id.is_some() || self.record.position.is_some();
        if !found && !self.record.values.iter().any(is_name) {
            self.voice.say(self.sink, Code::NoIdentity, None, None);
        }
        if !found && self.record.values.is_empty() {
            return None;
        }
        self.record.values.extend(layout.constants.iter().cloned());
        Some(self.record)
    }
}
