//! From a [`Run`](crate::model::Run) to what people and programs read.
//!
//! An audit goes in, bytes come out: [`json`] for programs, [`csv`] for
//! spreadsheets, [`xlsx`] for assessors, [`table`] for the terminal, [`html`]
//! for officials, [`sarif`] and [`earl`] for the tools of others, [`map`] for
//! print and [`geojson`] for mapping programs. [`docs`] says what the standards
//! ask, in the same words. All of them
//! share one privacy filter ([`privacy`]), one order of urgency ([`urgency`])
//! and one way to put a finding into words, so that they never disagree.
//! Text from surveys is data everywhere: escaped, never interpreted.

#[macro_use]
mod rows;

mod address;
mod amount;
pub mod comparison;
pub mod csv;
pub mod docs;
pub mod earl;
pub mod geojson;
pub mod html;
pub mod json;
mod key;
pub mod map;
mod merged;
mod overview;
mod phrase;
mod places;
pub mod privacy;
mod safe;
pub mod sarif;
mod spreadsheet;
pub mod standard;
mod stream;
pub mod table;
pub mod urgency;
mod wording;
pub mod xlsx;

pub use key::finding_key;
pub use safe::visible;
pub(crate) use spreadsheet::{Spreadsheet, text as spreadsheet_text};
pub(crate) use xlsx::within as within_folder;

use std::collections::BTreeMap;

use crate::locale::{Bilingual, Locale};
use crate::model::{Adcode, Catalogue};

/// What a report needs besides the run: the language, and the names of things.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The language it speaks.
    pub locale: &'a Locale,
    /// Labels of types, properties and units, and which types are personal.
    pub catalogue: &'a Catalogue,
    /// Names of administrative areas, as far as the standards know them.
    pub areas: &'a Areas,
}

/// Names of administrative areas.
pub type Areas = BTreeMap<Adcode, Bilingual>;

impl Context<'_> {
    /// An area by name; by its code where nobody named it.
    fn place_name(self, code: &Adcode) -> String {
        let named = self.areas.get(code).map(|name| name.text(self.locale.language).to_owned());
        named.unwrap_or_else(|| safe::visible(code.as_str()).into_owned())
    }

    /// An area by name and code; by its code where nobody named it.
    fn place(self, code: &Adcode) -> String {
        let visible = safe::visible(code.as_str());
        match self.areas.get(code) {
            Some(name) => format!("{} ({visible})", name.text(self.locale.language)),
            None => visible.into_owned(),
        }
    }
}

#[cfg(test)]
mod sample;
