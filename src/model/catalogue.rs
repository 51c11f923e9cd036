//! Facility types and their properties: the shape of the catalogue.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Deserialize;

use super::{Adcode, PropertyId, TypeId, UnitId};
use crate::locale::Bilingual;
use crate::quantity::{Dimension, Interval, Rational};

/// Everything that can be observed, and how surveyors write it.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Facility types in the order of the files.
    pub types: Vec<FacilityType>,
    /// What requirements are about, in the order readers expect.
    pub topics: Vec<Topic>,
    /// Names of units.
    pub units: Vec<CountUnit>,
    /// Words for yes, no, none, unknown, not applicable.
    pub vocabulary: Vocabulary,
    /// Days between two rounds that are compared, unless a standard says otherwise.
    pub trend_days: Option<u32>,
    /// The dates of works, that of the permit first.
    pub works: Vec<PropertyId>,
    /// The family of types that are registers: rows about areas.
    pub registers: Option<String>,
    /// How the numbers of clauses begin that stand behind the body of a document, in their order.
    pub after_body: Vec<String>,
    /// English names of departments, by the names the documents give them.
    pub departments: BTreeMap<String, String>,
    /// How blank workbooks are laid out.
    pub workbook: Workbook,
}

/// How the blank workbooks are laid out that surveyors fill in, and known again when they come back.
#[derive(Debug, Clone, Default)]
pub struct Workbook {
    /// What is filled in of a known facility: the first columns, in their order.
    pub known: Vec<PropertyId>,
    /// What a row says of itself: the last columns.
    pub last: Vec<PropertyId>,
    /// Properties without a column.
    pub left_out: Vec<PropertyId>,
    /// Names of sheets that are no surveys, such as the instructions, as plain words.
    pub aside: Vec<String>,
    /// Headers of the column that shows what was recorded last, as headers are compared. A row in which
    /// it is filled, and nothing to the right of it, is of a facility nobody visited.
    pub earlier: Vec<String>,
}

/// What requirements are about.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Stable id, as packs write it.
    pub id: Arc<str>,
    /// Name in both languages.
    pub label: Bilingual,
    /// Whom it helps, and how.
    pub why: Bilingual,
}

/// A kind of facility, or of a part of one.
#[derive(Debug, Clone)]
pub struct FacilityType {
    /// Stable id.
    pub id: TypeId,
    /// Name in both languages.
    pub label: Bilingual,
    /// Other names, as a type column or a sheet name has them.
    pub aliases: Vec<String>,
    /// The family it belongs to, such as `parking`.
    pub group: String,
    /// Never shown as a single record.
    pub personal: bool,
    /// Types it may be a part of.
    pub part_of: Vec<TypeId>,
    /// `OpenStreetMap` tags.
    pub osm: Vec<String>,
    /// `A11yJSON` path.
    pub a11yjson: Option<String>,
    /// GTFS field.
    pub gtfs: Option<String>,
    /// What always holds between its numbers.
    pub relations: Vec<Relation>,
    /// Common properties first, its own after.
    pub properties: Vec<Property>,
}

/// Something observable about a type.
#[derive(Debug, Clone)]
pub struct Property {
    /// Stable id.
    pub id: PropertyId,
    /// What kind of value it has.
    pub kind: Kind,
    /// Canonical unit of a number.
    pub unit: Option<UnitId>,
    /// Name in both languages.
    pub label: Bilingual,
    /// Header names surveyors use.
    pub aliases: Vec<String>,
    /// A recorded value outside is a mistake.
    pub bounds: Interval,
    /// What it may be while nothing is recorded.
    pub unsurveyed: Interval,
    /// `OpenStreetMap` tag.
    pub osm: Option<String>,
    /// `A11yJSON` path.
    pub a11yjson: Option<String>,
    /// GTFS field.
    pub gtfs: Option<String>,
    /// Says how a row came about and not what a facility is: two rows of a day cannot contradict each other in it.
    pub of_row: bool,
    /// The values of a category.
    pub values: Vec<Category>,
}

/// One value of a category.
#[derive(Debug, Clone)]
pub struct Category {
    /// Stable id.
    pub id: Arc<str>,
    /// Name in both languages.
    pub label: Bilingual,
    /// Other ways to write it.
    pub aliases: Vec<String>,
}

/// The kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Whole things.
    Count,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// A plain ratio.
    Ratio,
    /// Newtons.
    Force,
    /// Seconds.
    Duration,
    /// Yuan.
    Money,
    /// Degrees of arc.
    Degree,
    /// Yes or no.
    Boolean,
    /// One of a list.
    Category,
    /// A day, month or year.
    Date,
    /// Free text.
    Text,
}

impl Kind {
    /// What a number of this kind measures; `None` where it is no number.
    pub fn dimension(self) -> Option<Dimension> {
        Some(match self {
            Self::Count => Dimension::Count,
            Self::Length => Dimension::Length,
            Self::Area => Dimension::Area,
            Self::Ratio => Dimension::Ratio,
            Self::Force => Dimension::Force,
            Self::Duration => Dimension::Duration,
            Self::Money => Dimension::Money,
            Self::Degree => Dimension::Angle,
            Self::Date => Dimension::Date,
            Self::Boolean | Self::Category | Self::Text => return None,
        })
    }
}

/// `sum of left <= sum of right`, or `=`, between properties of one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Indices of the properties added on the left.
    pub left: Vec<usize>,
    /// Indices of the properties added on the right.
    pub right: Vec<usize>,
    /// Equal rather than at most.
    pub equal: bool,
}

/// The name of a unit as people read it.
#[derive(Debug, Clone)]
pub struct CountUnit {
    /// Stable id.
    pub id: UnitId,
    /// Name in both languages.
    pub label: Bilingual,
    /// English plural.
    pub plural: String,
}

/// How surveyors write what is not a value.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Meaning of a plain word (see [`super::plain`]) for a kind of property.
    pub words: HashMap<(Kind, String), Meaning>,
    /// Measure words that may follow a count, such as 个.
    pub counters: Vec<String>,
    /// What the first words of a row of totals are, such as 合计, as headers are compared.
    pub totals: Vec<String>,
    /// Headers of figures to the east, such as Y坐标 or x, as headers are compared.
    /// Surveyors call either one north, so the figures decide.
    pub eastings: Vec<String>,
    /// Headers below the name of something that say it is counted there.
    pub counted: Vec<String>,
    /// Headers of figures to the north.
    pub northings: Vec<String>,
    /// Headers of the column in which rows name their reference system.
    pub systems: Vec<String>,
    /// The code of each area by its plain name, where only one area ever had that name.
    pub areas: HashMap<String, Adcode>,
    /// Relative half-width of a number given as about (`约20`).
    pub about: Option<Rational>,
}

/// What a word in a cell says instead of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Yes; in a count, at least one where the profile says so.
    Yes,
    /// No; in a count, zero where the profile says so.
    No,
    /// None there; read like [`Meaning::No`].
    None,
    /// The surveyor does not know.
    Unknown,
    /// The question does not arise.
    NotApplicable,
}

impl Catalogue {
    /// A type and its index, by id.
    pub fn facility_type(&self, id: &str) -> Option<(usize, &FacilityType)> {
        self.types.iter().enumerate().find(|(_, one)| one.id.as_str() == id)
    }

    /// A topic, by id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| &*topic.id == id)
    }

    /// A unit's names, by id.
    pub fn unit(&self, id: &UnitId) -> Option<&CountUnit> {
        self.units.iter().find(|unit| unit.id == *id)
    }
}

impl FacilityType {
    /// A property and its index, by id.
    pub fn property(&self, id: &str) -> Option<(usize, &Property)> {
        self.properties.iter().enumerate().find(|(_, one)| one.id.as_str() == id)
    }
}

impl Property {
    /// Every way to write it as a header: its id, its labels, its aliases.
    pub fn header_names(&self) -> impl Iterator<Item = &str> {
        let own = [self.id.as_str(), &self.label.zh, &self.label.en];
        own.into_iter().chain(self.aliases.iter().map(String::as_str))
    }

    /// The index of a category value, by id.
    pub fn value(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| &*value.id == id)
    }
}
