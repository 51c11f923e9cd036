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
    /// The reference systems of its positions: one, unless rows name their own.
    pub(super) fn crs(&self) -> Option<CrsUse> {
        let all = self.references();
        let name = |one: &&Reference| match one.system {
            Ok(crs) => crs.to_string(),
            Err(_) => one.text.clone(),
        };
        let used: Vec<_> = all.iter().copied().filter(|one| one.system.is_ok()).collect();
        let named = if used.is_empty() { &all } else { &used };
        let by = named.iter().map(|one| one.by).find(|by| *by == DeclaredBy::Column);
        let by = by.or(named.first().map(|one| one.by))?;
        let name = named.iter().map(name).collect::<Vec<_>>().join(", ");
        Some(CrsUse { name: name.into(), converted: !used.is_empty(), by })
    }

    /// What all its rows together say of their positions.
    pub(super) fn remarks_on_places(&self, sink: &mut dyn Sink) {
        for reference in self.references() {
            self.remark_on_system(reference, sink);
        }
        self.layouts.iter().for_each(|layout| self.doubtful_places(layout, sink));
    }

    fn remark_on_system(&self, Reference { system, text, by }: &Reference, sink: &mut dyn Sink) {
        match (system, by) {
            (Err(why), by) => {
                let why = if *why == NoCrs::DatumShift { "datum" } else { "unknown" };
                let whose = if *by == DeclaredBy::Column { "rows" } else { "sheet" };
                let args = vec![("why", why.to_owned()), ("whose", whose.to_owned())];
                self.voice().say_with(sink, Code::CrsNotConverted, None, Some(text), args);
            }
            (Ok(crs), DeclaredBy::Header) => {
                let args = vec![("crs", crs.to_string())];
                self.voice().say_with(sink, Code::CrsByHeader, None, Some(text), args);
            }
            _ => {}
        }
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

    /// Its types share their columns, and so their reference systems.
    fn references(&self) -> Vec<&Reference> {
        let mut all: Vec<&Reference> = Vec::new();
        for reference in self.layouts.iter().filter_map(|layout| layout.reference.as_ref()) {
            if !all.iter().any(|one| one.system == reference.system) {
                all.push(reference);
            }
        }
        all
    }
}
