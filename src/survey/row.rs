//! One row to what it says.

use super::header::Header;
use super::layout::{Column, Layout, Role};
use super::position::{PositionAt, Sighting};
use super::reader::{Cell, Row, RowProblem};
use super::sink::Sink;
use super::value::{Doubt, Said, identifier, text_of};
use super::voice::Voice;
use crate::diagnostic::{Code, Place};
use crate::model::{Head, Meanings, Observed, Words, date_of};

/// A row being read.
struct Draft<'a> {
    row: &'a Row,
    header: &'a Header,
    voice: Voice,
    sink: &'a mut dyn Sink,
    head: Head,
}

/// Adds what the row says to the rows of its layout, unless none of its cells says anything; gives
/// where it says that is.
pub(super) fn take(
    row: &Row,
    layout: &mut Layout,
    header: &Header,
    place: &Place,
    sink: &mut dyn Sink,
) -> Sighting {
    let voice = Voice::at_row(place, row.number, layout.facility_type.personal);
    sink.words().into_iter().for_each(Vec::clear);
    let mut draft = Draft { row, header, voice, sink, head: blank(row, layout) };
    draft.garbled();
    draft.said_twice();
    let of_columns = layout.columns.iter_mut().zip(&mut layout.rows.columns).zip(&mut layout.codes);
    for ((column, meanings), code) in of_columns {
        *code = draft.cell(column, meanings);
    }
    let sighting = draft.position(layout);
    if let Some(head) = draft.finish(layout) {
        layout.rows.push(head, &layout.codes);
    }
    sighting
}

fn blank(row: &Row, layout: &Layout) -> Head {
    Head {
        row: row.number,
        id: None,
        observed_on: layout.observed_on,
        known_at: layout.known_at,
        position: None,
        written: None,
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

    /// Takes a cell in; the code of what it says of the column's property, 0 where it is blank or about the row.
    fn cell(&mut self, column: &mut Column, meanings: &mut Meanings) -> u32 {
        let Some(cell) = self.row.cells.get(column.at) else { return 0 };
        match column.role {
            Role::Type | Role::Longitude | Role::Latitude => {}
            Role::Id => self.id(column, cell),
            Role::ObservedOn => self.day(column, cell, meanings),
            Role::KnownAt => self.known_at(column, cell, meanings),
            Role::Jurisdiction | Role::Value => return self.see(column, cell, meanings),
        }
        0
    }

    fn id(&mut self, column: &Column, cell: &Cell) {
        match identifier(cell) {
            Ok(id) => self.head.id = id,
            Err(doubt) => self.complain(&doubt, column.at, cell),
        }
    }

    /// A record has one day: the first of those a year or month may mean.
    ///
    /// The last day could lie after the audit, which would leave out what was surveyed.
    fn day(&mut self, column: &mut Column, cell: &Cell, meanings: &mut Meanings) {
        let Said { code, doubt } = column.field.read(cell, meanings);
        if let Some(Observed::Number(days)) = meanings.get(code).map(|observed| &**observed) {
            self.head.observed_on = days.low().and_then(date_of);
        }
        self.doubt(column, cell, doubt.as_deref());
    }

    fn known_at(&mut self, column: &mut Column, cell: &Cell, meanings: &mut Meanings) {
        if let Some(time) = column.field.moment(cell) {
            self.head.known_at = Some(time);
        } else {
            let Said { doubt, .. } = column.field.read(cell, meanings);
            self.doubt(column, cell, doubt.as_deref());
        }
    }

    fn see(&mut self, column: &mut Column, cell: &Cell, meanings: &mut Meanings) -> u32 {
        let Said { code, doubt } = column.field.read(cell, meanings);
        if code > 0 {
            self.keep_words(column, cell);
            self.doubt(column, cell, doubt.as_deref());
        }
        code
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
            self.head.position = Some((place.longitude, place.latitude));
            self.head.written = Some(written);
        }
        if let Sighting::Unread(text) = &sighting {
            let name = positions.at.columns().next().and_then(|column| self.header.name(column));
            self.voice.say(self.sink, Code::BadPosition, name, Some(text));
        }
        sighting
    }

    fn finish(self, layout: &Layout) -> Option<Head> {
        let found = self.head.id.is_some() || self.head.position.is_some();
        if !found && !is_named(layout) {
            self.voice.say(self.sink, Code::NoIdentity, None, None);
        }
        let says = |(_, code): (&Column, &u32)| *code > 0;
        (found || layout.columns.iter().zip(&layout.codes).any(says)).then_some(self.head)
    }
}

/// Whether the row just read says a name.
fn is_named(layout: &Layout) -> bool {
    let mut cells = layout.rows.columns.iter().zip(&layout.columns).zip(&layout.codes);
    cells.any(|((meanings, column), code)| {
        let is_text = || matches!(meanings.get(*code).map(|observed| &**observed), Some(Observed::Text(_)));
        Some(column.property) == layout.name && is_text()
    })
}
