//! What is to be said about the positions of a sheet, and the reference system they were read in.

use super::Sheet;
use crate::diagnostic::Code;
use crate::geometry::NoCrs;
use crate::model::{CrsUse, DeclaredBy};
use crate::survey::layout::Layout;
use crate::survey::position::Reference;
use crate::survey::sink::Sink;
use crate::survey::voice::Voice;

impl Sheet<'_> {
    /// The reference system of its positions.
    pub(super) fn crs(&self) -> Option<CrsUse> {
        let reference = self.reference()?;
        let name = reference.system.map_or_else(|_| reference.text.clone(), |crs| crs.to_string());
        Some(CrsUse { name: name.into(), converted: reference.system.is_ok(), by: reference.by })
    }

    /// What all its rows together say of their positions.
    pub(super) fn remarks_on_places(&self, sink: &mut dyn Sink) {
        match self.reference() {
            Some(Reference { system: Err(why), text, .. }) => {
                let why = if *why == NoCrs::DatumShift { "datum" } else { "unknown" };
                let args = vec![("why", why.to_owned())];
                self.voice().say_with(sink, Code::CrsNotConverted, None, Some(text), args);
            }
            Some(Reference { system: Ok(crs), text, by: DeclaredBy::Header }) => {
                let args = vec![("crs", crs.to_string())];
                self.voice().say_with(sink, Code::CrsByHeader, None, Some(text), args);
            }
            _ => {}
        }
        self.layouts.iter().for_each(|layout| self.doubtful_places(layout, sink));
    }

    fn doubtful_places(&self, layout: &Layout, sink: &mut dyn Sink) {
        let Some(positions) = &layout.positions else { return };
        let column = positions.at.columns().next();
        let header = column.and_then(|column| self.header.as_ref()?.name(column));
        let discreet = layout.facility_type.personal;
        let voice = |row: Option<u32>| match row {
            Some(row) => Voice::at_row(&self.place, row, discreet),
            None => Voice::new(&self.place, discreet),
        };
        layout.remarks.say(positions, header, voice, sink);
    }

    /// Its types share their columns, and so their reference system.
    fn reference(&self) -> Option<&Reference> {
        self.layouts.iter().find_map(|layout| layout.reference.as_ref())
    }
}
