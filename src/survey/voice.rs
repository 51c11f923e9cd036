//! Diagnostics with their place, which never repeat what a personal record says.

use std::sync::Arc;

use super::sink::Sink;
use crate::diagnostic::{Code, Diagnostic, Place, WITHHELD};

/// What messages are told where no known name is like the one written.
pub(super) const NONE: &str = "none";

/// Placeables made from the value itself, and what stands for them.
const TELLING: &[(&str, &str)] = &[("reading", WITHHELD), ("nearest", NONE)];

/// Says what is wrong in one sheet or row.
pub(super) struct Voice {
    place: Place,
    /// The row is of a personal type: its values are not repeated.
    discreet: bool,
}

impl Voice {
    pub(super) fn new(place: &Place, discreet: bool) -> Self {
        Self { place: place.clone(), discreet }
    }

    /// The same about a row.
    pub(super) fn at_row(place: &Place, row: u32, discreet: bool) -> Self {
        Self { place: Place { row: Some(row), ..place.clone() }, discreet }
    }

    pub(super) fn say(
        &self,
        sink: &mut dyn Sink,
        code: Code,
        column: Option<&Arc<str>>,
        value: Option<&str>,
    ) {
        self.say_with(sink, code, column, value, Vec::new());
    }

    pub(super) fn say_with(
        &self,
        sink: &mut dyn Sink,
        code: Code,
        column: Option<&Arc<str>>,
        value: Option<&str>,
        mut args: Vec<(&'static str, String)>,
    ) {
        for (name, silence) in TELLING.iter().filter(|_| self.discreet) {
            args.iter_mut().filter(|(one, _)| one == name).for_each(|(_, arg)| (*silence).clone_into(arg));
        }
        let place = Place { column: column.cloned(), ..self.place.clone() };
        let value = value.filter(|_| !self.discreet).map(str::to_owned);
        let args = args.into_iter().map(|(name, value)| (name.into(), value)).collect();
        sink.diagnostic(Diagnostic { code, place, value, args, words: Vec::new() });
    }
}
