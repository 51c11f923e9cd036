//! What two surveys, or two days, say of the same facilities.

use std::sync::Arc;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Adcode, FacilityId, Observed, PropertyId, Source, TypeId};

/// Two surveys or two days side by side. Of every pair the first is before, the second after.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// What is compared.
    pub sides: [SideOf; 2],
    /// How many facilities fared how, by type and area: types in the order of the catalogue, who belongs nowhere last.
    pub counts: Vec<FateCount>,
    /// The facilities that are new, unseen or changed, in the order of types and ids; none of people.
    pub facilities: Vec<Compared>,
}

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SideOf {
    /// What a survey says, by its number.
    Survey(u32),
    /// What is known on a day.
    Day(Date),
}

/// What became of a facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It was not known before.
    New,
    /// It was known before and not seen since, which does not say that it is gone.
    Unseen,
    /// It was seen again, and something about it is recorded otherwise.
    Changed,
}

/// Facilities of a type in an area, counted by what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FateCount {
    /// The type.
    pub facility_type: TypeId,
    /// The area; none where none is known.
    pub jurisdiction: Option<Adcode>,
    /// The counts; none where they would tell of a few people.
    pub counts: Option<Fates>,
}

/// How many facilities fared how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fates {
    /// Not known before.
    pub new: u64,
    /// Not seen since.
    pub unseen: u64,
    /// Seen again, recorded otherwise.
    pub changed: u64,
    /// Seen again, recorded alike.
    pub same: u64,
}

/// What became of one facility.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Its type.
    pub facility_type: TypeId,
    /// Its id.
    pub id: FacilityId,
    /// Its name, the later one where both sides have one.
    pub name: Option<Arc<str>>,
    /// Where it belongs.
    pub jurisdiction: Option<Adcode>,
    /// What became of it.
    pub fate: Fate,
    /// The day it was last seen on either side; none where that side does not know it.
    pub seen: [Option<Date>; 2],
    /// The last row that speaks of it on either side.
    pub rows: [Option<Source>; 2],
    /// Longitude and latitude in degrees, where they changed.
    pub moved: Option<[(f64, f64); 2]>,
    /// The values that changed, in the order of the catalogue.
    pub changes: Vec<Altered>,
}

/// A value that changed.
#[derive(Debug, Clone)]
pub struct Altered {
    /// The property.
    pub property: PropertyId,
    /// What was recorded on either side.
    pub values: [Recorded; 2],
    /// The cell each was read from; the first where several contradict each other.
    pub cells: [Option<Source>; 2],
}

/// What is recorded of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// Nothing.
    Nothing,
    /// A value, *unknown* or *not applicable*.
    Value(Observed),
    /// Values that contradict each other.
    Conflict,
}

impl Fate {
    /// Every fate, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::New, Self::Unseen, Self::Changed];

    /// The name in JSON and in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Unseen => "unseen",
            Self::Changed => "changed",
        }
    }
}

impl Fates {
    /// Counts one more; none is one that is the same as before.
    pub fn add(&mut self, fate: Option<Fate>) {
        let count = match fate {
            Some(Fate::New) => &mut self.new,
            Some(Fate::Unseen) => &mut self.unseen,
            Some(Fate::Changed) => &mut self.changed,
            None => &mut self.same,
        };
        *count += 1;
    }

    /// All of them, in the order they are shown.
    pub fn all(self) -> [u64; 4] {
        [self.new, self.unseen, self.changed, self.same]
    }
}
