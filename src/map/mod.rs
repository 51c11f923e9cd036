//! A map of what was found, from figures to a drawing.
//!
//! In go points with their outcomes, areas with their outlines and counts, and
//! the lines that stand around a map; out comes SVG text, drawn once by this
//! module for page and screen, and the same drawing as PNG. Every point is
//! drawn, counted in a ring, or named in a note; every area is labelled, or
//! numbered and listed. Nothing is drawn that was not given: no basemap.

mod area;
mod cluster;
mod extent;
mod field;
mod font;
mod frame;
mod furniture;
mod label;
mod legend;
mod mark;
mod page;
mod pattern;
mod projection;
mod raster;
mod ring;
mod share;
mod style;

use geo::MultiPolygon;

use crate::locale::Locale;
use crate::model::{GapClass, Outcome, Outcomes};

pub use field::{Field, Screen, field};
pub use font::lacks;
pub use mark::{SHAPES, name_of};
pub use page::svg;
pub use raster::png;
pub use share::{Scale, Share};

/// What a map shows.
pub struct Map<'a> {
    /// The language of its legend.
    pub locale: &'a Locale,
    /// What it is a map of.
    pub title: String,
    /// When, where and by what was judged.
    pub subtitle: String,
    /// What a reader must know before anything else.
    pub notices: Vec<String>,
    /// What it was drawn from.
    pub source: String,
    /// The number of its approval, or that it has none.
    pub number: String,
    /// The areas to be coloured.
    pub areas: Vec<Area<'a>>,
    /// The facilities.
    pub points: Vec<Point>,
    /// Facilities whose position is not known.
    pub unplaced: u64,
}

/// An area and the outcomes of all that is asked of its facilities.
#[derive(Debug, Clone)]
pub struct Area<'a> {
    /// Its name, as a map writes it.
    pub name: String,
    /// Its outline, longitude before latitude, in degrees.
    pub outline: &'a MultiPolygon<f64>,
    /// The outcomes of its facilities, by requirement.
    pub outcomes: Outcomes,
}

/// A facility on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Longitude and latitude in degrees.
    pub position: (f64, f64),
    /// Its worst outcome.
    pub outcome: Outcome,
    /// Its most urgent gap among the failed.
    pub gap: Option<GapClass>,
}

impl Map<'_> {
    /// The classes of its areas.
    pub fn scale(&self) -> Scale {
        Scale::of(self.areas.iter().filter_map(|area| Share::of(area.outcomes)))
    }
}

#[cfg(test)]
mod tests;
