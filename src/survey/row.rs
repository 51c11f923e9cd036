//! One row to one record.

use std::sync::Arc;

use super::header::Header;
use super::layout::{Column, Layout, Role};
use super::position::{PositionAt, Sighting};
use super::reader::{Cell, Row, RowProblem};
use super::sink::Sink;
use super::value::{Doubt, Said, identifier, text_of};
use super::voice::Voice;
use crate::diagnostic::{Code, Place};
use crate::model::{Observed, Origin, Record, Words, date_of};

/// A record being put together.
struct Draft<'a> {
    row: &'a Row,
    header: &'a Header,
    voice: Voice,
    sink: &'a mut dyn Sink,
    record: Record,
}

/// What the row says, with where it says that is; no record where none of its cells says anything.
pub(super) fn record(
    row: &Row,
    layout: &Layout,
    header: &Header,
    place: &Place,
    sink: &mut dyn Sink,
) -> (Option<Record>, Sighting) {
    let voice = Voice::at_row(place, row.number, layout.facility_type.personal);
    sink.words().into_iter().for_each(Vec::clear);
    let mut draft = Draft { row, header, voice, sink, record: blank(row, layout) };
    draft.garbled();
    draft.said_twice();
    for column in &layout.columns {
        draft.cell(column);
    }
    let sighting = draft.position(layout);
    (draft.finish(layout), sighting)
}

fn blank(row: &Row, layout: &Layout) -> Record {
    Record {
        origin: Origin { table: layout.table, row: row.number },
        facility_type: layout.index,
        id: None,
        observed_on: layout.observed_on,
        known_at: layout.known_at,
        position: None,
        written: None,
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

    /// Names that stand twice in one feature, with different values.
    fn said_twice(&mut self) {
        let Some(RowProblem::SaidTwice { columns }) = &self.row.problem else { return };
        for at in columns.iter().filter_map(|at| usize::try_from(*at).ok()) {
            let value = self.row.cells.get(at).and_then(text_of);
            self.voice.say(self.sink, Code::SaidTwice, self.header.name(at), value.as_deref());
        }
    }

    fn cell(&mut self, column: &Column) {
        let Some(cell) = self.row.cells.get(column.at) else { return };
        match column.role {
            Role::Type | Role::Longitude | Role::Latitude => {}
            Role::Id => self.id(column, cell),
            Role::ObservedOn => self.day(column, cell),
            Role::KnownAt => self.known_at(column, cell),
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

    fn known_at(&mut self, column: &Column, cell: &Cell) {
        if let Some(time) = column.field.moment(cell) {
            self.record.known_at = Some(time);
        } else if let Some(Said { doubt, .. }) = column.field.read(cell) {
            self.doubt(column, cell, doubt.as_deref());
        }
    }

    fn see(&mut self, column: &Column, cell: &Cell) {
        if let Some(Said { observed, doubt }) = column.field.read(cell) {
            self.record.values.push((column.property, observed));
            self.keep_words(column, cell);
            self.doubt(column, cell, doubt.as_deref());
        }
    }

    fn keep_words(&mut self, column: &Column, cell: &Cell) {
        if let Some(words) = self.sink.words() {
            let text = text_of(cell).unwrap_or_default().into();
            words.push(Words { text, unit: column.field.unit.map(|unit| unit.symbol) });
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

    fn position(&mut self, layout: &Layout) -> Sighting {
        let Some(positions) = &layout.positions else { return Sighting::Blank };
        if let (PositionAt::Drawn, Some(fault)) = (positions.at, self.row.place.and_then(|place| place.fault))
        {
            let why = vec![("why", fault.key().to_owned())];
            self.voice.say_with(self.sink, Code::BadGeometry, None, None, why);
        }
        let sighting = positions.read(self.row);
        if let Some((place, written)) = sighting.place() {
            self.record.position = Some((place.longitude, place.latitude));
            self.record.written = Some(written);
        }
        if let Sighting::Unread(text) = &sighting {
            let name = positions.at.columns().next().and_then(|column| self.header.name(column));
            self.voice.say(self.sink, Code::BadPosition, name, Some(text));
        }
        sighting
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
