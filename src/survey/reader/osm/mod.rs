//! Extracts of OpenStreetMap: what carries the tags of a facility is a row.
//!
//! The file is gone through once for nodes, and by turns for ways and relations
//! and for their nodes, as many at a time as memory allows. What is no facility
//! by its tags is passed over: an extract holds every house and hedge.

mod batch;
mod block;
mod element;
mod pbf;
mod protobuf;
mod xml;

use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Cell, Drawn, Each, OF_RECORDS, ReadError, Row, Source, Tags, columns};
use batch::Batch;
pub(super) use element::{Element, Elements, Kind, Look, Take};

/// The reference system of all of OpenStreetMap.
pub(super) const CRS: &str = "OGC:CRS84";

/// What every element says of itself: kind and number, what it is, and the day it was checked, else changed.
const OWN: usize = 3;

/// The tag with the day somebody was there.
const CHECKED: &str = "check_date";

/// An extract, and what is looked for in it.
pub(super) struct Osm<'a> {
    file: Box<dyn Elements + 'a>,
    tags: Arc<Tags>,
}

impl<'a> Osm<'a> {
    pub(super) fn new(file: impl Elements + 'a, tags: &Arc<Tags>) -> Self {
        Self { file: Box::new(file), tags: Arc::clone(tags) }
    }

    /// The binary format.
    pub(super) fn pbf(source: Box<dyn Source + 'a>, tags: &Arc<Tags>) -> Self {
        Self::new(pbf::Pbf::new(source), tags)
    }

    /// The format in XML.
    pub(super) fn xml(text: super::text::Text<'a>, tags: &Arc<Tags>) -> Self {
        Self::new(xml::Map::new(text), tags)
    }

    /// Hands up the names of the columns, then the nodes, then ways and relations.
    pub(super) fn rows(&mut self, each: &mut Each<'_>) -> Result<(), ReadError> {
        let tags = Arc::clone(&self.tags);
        let headers =
            OF_RECORDS.into_iter().take(OWN).chain(tags.headers()).map(str::to_owned).collect::<Vec<_>>();
        if each(columns::header(&headers)).is_break() {
            return Ok(());
        }
        let (mut number, mut done, mut ended) = (0, 0, false);
        loop {
            let (mut batch, mut met) = (Batch::default(), 0_usize);
            self.file.walk(Look::Tagged(&tags), &mut |element| {
                let placed = element.kind == Kind::Node || element.at.is_some();
                if placed && done == 0 {
                    let flow = each(row(&mut number, &cells(&tags, element), element.at));
                    ended |= flow.is_break();
                    return flow;
                }
                met += usize::from(!placed);
                if !placed && met > done && !batch.is_full() {
                    batch.add(element, cells(&tags, element));
                }
                ControlFlow::Continue(())
            })?;
            done += batch.waiting.len();
            if ended || batch.waiting.is_empty() {
                return Ok(());
            }
            batch.resolve(&mut *self.file)?;
            for waiting in &batch.waiting {
                if each(row(&mut number, &waiting.cells, waiting.centre())).is_break() {
                    return Ok(());
                }
            }
            if done >= met {
                return Ok(());
            }
        }
    }
}

/// What an element says, each with the number of its column.
fn cells(tags: &Tags, element: &Element) -> Vec<(usize, Cell)> {
    let id = format!("{}/{}", element.kind.name(), element.id);
    let kind = tags.kind(&element.tags).unwrap_or_default().to_owned();
    let checked = element.tags.iter().find(|(key, _)| key == CHECKED);
    let seen = checked.map(|(_, day)| Cell::text(day.clone())).or(element.edited.map(Cell::Date));
    let own = [Cell::Text(id), Cell::text(kind), seen.unwrap_or_default()];
    let said = tags.cells(&element.tags).into_iter().map(|(at, cell)| (at + OWN, cell));
    own.into_iter().enumerate().chain(said).collect()
}

fn row(number: &mut u32, cells: &[(usize, Cell)], at: Option<(f64, f64)>) -> Row {
    *number = number.saturating_add(1);
    let mut row = Row { number: *number, place: Some(Drawn { at, fault: None }), ..Row::default() };
    for (column, cell) in cells {
        row.put(u32::try_from(*column).unwrap_or(u32::MAX), cell.clone());
    }
    row
}

/// The centre of the box around places.
pub(super) fn middle(places: impl Iterator<Item = (f64, f64)>) -> Option<(f64, f64)> {
    let mut waiting = batch::Waiting::default();
    places.for_each(|place| waiting.grow(Some(place)));
    waiting.centre()
}
