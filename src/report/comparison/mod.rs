//! Two surveys or two days side by side: for the terminal, for programs and for spreadsheets.
//!
//! Of people there are counts only, and those where they tell of nobody. What
//! was not seen again is *unseen*: that nobody saw it does not say it is gone.

mod csv;
mod json;
mod table;

pub use csv::csv;
pub use json::{json, schema};
pub use table::table;

use crate::locale::Message;
use crate::model::{Adcode, Observed, PropertyId, Recorded, SideOf, Source, TypeId};
use crate::quantity::Interval;

use super::Context;
use super::amount::{Scale, amount};
use super::safe::visible;

impl Context<'_> {
    /// A side in words: `第 2 次普查`, `2026-05-01`.
    fn side(self, side: SideOf) -> String {
        match side {
            SideOf::Survey(number) => self.say("comparison-survey", "survey", number),
            SideOf::Day(day) => day.to_string(),
        }
    }

    fn area(self, area: Option<&Adcode>) -> String {
        area.map_or_else(|| self.text("comparison-nowhere"), |area| self.place_name(area))
    }

    /// What is recorded, in words; empty where nothing is.
    fn recorded(self, of: &TypeId, property: &PropertyId, recorded: &Recorded) -> String {
        match recorded {
            Recorded::Nothing => String::new(),
            Recorded::Conflict => self.text("reason-conflict"),
            Recorded::Value(observed) => self.observed(of, property, observed),
        }
    }

    fn observed(self, of: &TypeId, property: &PropertyId, observed: &Observed) -> String {
        let found =
            self.catalogue.facility_type(of.as_str()).and_then(|(_, of)| of.property(property.as_str()));
        match observed {
            Observed::Number(interval) => self.interval(of, property, **interval),
            Observed::Flag(flag) => self.text(if *flag { "standard-yes" } else { "standard-no" }),
            Observed::Category(index) => {
                let value = found.and_then(|(_, found)| found.values.get(*index));
                value.map(|value| self.label(&value.label).to_owned()).unwrap_or_default()
            }
            Observed::Text(text) => visible(text).into_owned(),
            Observed::Unknown => self.text("comparison-unknown"),
            Observed::NotApplicable => self.text("comparison-not-applicable"),
        }
    }

    fn interval(self, of: &TypeId, property: &PropertyId, interval: Interval) -> String {
        let found =
            self.catalogue.facility_type(of.as_str()).and_then(|(_, of)| of.property(property.as_str()));
        let unit = found.and_then(|(_, found)| found.unit.clone());
        amount(interval, &Scale::of(unit.as_ref(), of, std::slice::from_ref(property), self), self)
    }

    /// A row of a file: `a.csv:2`, with the sheet of a workbook.
    fn row(self, source: Option<&Source>) -> String {
        let Some(Source { columns, row, .. }) = source else { return String::new() };
        let file = self.file(&columns.file, columns.sheet.as_deref());
        self.locale.say(&Message::new("comparison-row").with("file", file).with("row", row))
    }
}

/// Longitude and latitude as they are shown.
fn place((longitude, latitude): (f64, f64)) -> String {
    format!("{longitude:.6}, {latitude:.6}")
}
