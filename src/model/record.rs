//! What a survey row becomes: the meeting point of `survey` and `inventory`.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::geometry::{Coordinates, Crs};
use crate::quantity::Interval;

/// The part of a survey file that holds one type: where its values come from.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyTable {
    /// File name as given.
    pub file: Arc<str>,
    /// Sheet name, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Index of the facility type in the catalogue.
    pub facility_type: usize,
    /// For each property of the type, the header it is read from.
    pub headers: Vec<Option<Arc<str>>>,
    /// The reference system its positions are written in; none where no position is read from it.
    pub crs: Option<Crs>,
}

/// Which table and row (counted from 1) something was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    /// Index of the [`SurveyTable`].
    pub table: u32,
    /// Row as the spreadsheet shows it.
    pub row: u32,
}

/// One row, mapped: what was seen of one facility on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Where it stands.
    pub origin: Origin,
    /// Index of the facility type in the catalogue.
    pub facility_type: usize,
    /// The surveyor's id.
    pub id: Option<Arc<str>>,
    /// When it was seen; the audit's day where nothing says so.
    pub observed_on: Option<Date>,
    /// When it was accepted; the run's own time where nothing says so.
    pub known_at: Option<Timestamp>,
    /// Longitude and latitude in degrees of WGS 84.
    pub position: Option<(f64, f64)>,
    /// The same as it is written, in the reference system of its table.
    pub written: Option<Coordinates>,
    /// Property index and what was seen of it; no property twice, none for a blank cell.
    ///
    /// The same words of one column may share what they say: surveys repeat themselves.
    pub values: Vec<(usize, Arc<Observed>)>,
}

/// What somebody wrote in a cell, understood, in the property's canonical unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Observed {
    /// A number, or a date as a day number; apart, since most that is written is shorter.
    Number(Box<Interval>),
    /// Yes or no.
    Flag(bool),
    /// Index of one of the property's values.
    Category(usize),
    /// Free text.
    Text(Arc<str>),
    /// Written down as unknown.
    Unknown,
    /// Written down as not applicable.
    NotApplicable,
}

/// What a cell holds as it is written, for those who keep it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The text of the cell, without space around it.
    pub text: Box<str>,
    /// Symbol of the unit its header or the profile gives; none where it is the property's own.
    pub unit: Option<&'static str>,
}
