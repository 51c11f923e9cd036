//! What was decided about surveys that speak of the same places, and what follows.
//!
//! Decisions are added and never changed: of two about one thing the later
//! counts, so that each can be undone. What a rule decided when a survey came
//! in counts wherever that survey does; what a person decided, from then on.

#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::SurveyId;
use crate::model::{Likeness, PropertyId, TypeId, Verdict};

/// Something that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// When.
    pub at: Timestamp,
    /// What or who decided it.
    pub by: By,
    /// What it is about, and what was decided.
    pub about: About,
}

/// What or who decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The rules of linking, by this.
    Rule(Likeness),
    /// Somebody.
    Person {
        /// Who, where that was said.
        name: Option<String>,
        /// Why, where that was said.
        reason: Option<String>,
    },
}

/// What a decision is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Whether two are one facility.
    Pair {
        /// Their type.
        facility_type: TypeId,
        /// The one that was known first, whose id both have where they are one.
        known: Identity,
        /// The one that came.
        new: Identity,
        /// Whether they are.
        verdict: Verdict,
    },
    /// Whether what a row says of a property counts.
    Cell {
        /// The file.
        file: FileOf,
        /// Number of the row among the rows of the file.
        row: u32,
        /// The property.
        property: PropertyId,
        /// Whether it does.
        counts: bool,
    },
}

/// A file of a survey, by its place among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileOf {
    /// The survey.
    pub survey: SurveyId,
    /// Which of its files, from 1.
    pub number: u32,
}

/// A value of a row, by which it can be chosen: `2.1/7/total_spaces`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId {
    /// The file.
    pub file: FileOf,
    /// Number of the row among the rows of the file, from 0.
    pub row: u32,
    /// The property.
    pub property: PropertyId,
}

/// What surveys know a facility by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Identity {
    /// The id the surveyors gave it, or that is derived from its name and place.
    pub id: Arc<str>,
    /// The only file that means this facility by it; none where all do.
    pub file: Option<FileOf>,
}

/// A pair in the form it is looked up by.
type Pair = (TypeId, Identity, Identity);

/// What follows from all decisions that count.
#[derive(Debug, Clone, Default)]
pub struct Decided {
    /// The last word on each pair, with the number of the decision.
    pairs: HashMap<Pair, (usize, Verdict)>,
    /// For each that is the same as another, that other.
    known_as: HashMap<(TypeId, Identity), Identity>,
    /// Ids that mean a facility of their own in a file.
    apart: HashSet<(TypeId, Identity)>,
    /// Types in which an id is led to another facility, in some file at least.
    led: HashMap<Arc<str>, Vec<TypeId>>,
    /// Cells that do not count.
    aside: HashSet<(FileOf, u32, PropertyId)>,
}

impl fmt::Display for FileOf {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.survey, self.number)
    }
}

impl FromStr for FileOf {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (survey, number) = text.split_once('.').ok_or(())?;
        let read = |text: &str| text.parse().map_err(drop);
        Ok(Self { survey: SurveyId(read(survey)?), number: read(number)? })
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}/{}", self.file, self.row, self.property)
    }
}

impl FromStr for CellId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(3, '/');
        let mut next = || parts.next().ok_or(());
        let (file, row, property) = (next()?.parse()?, next()?.parse().map_err(drop)?, next()?.into());
        Ok(Self { file, row, property })
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.file {
            Some(file) => write!(out, "{}@{file}", self.id),
            None => self.id.fmt(out),
        }
    }
}

impl Decision {
    /// Whether it says this of a pair.
    pub fn is_of(&self, wanted: Verdict) -> bool {
        matches!(&self.about, About::Pair { verdict, .. } if *verdict == wanted)
    }
}

impl Decided {
    /// What follows from those taken by a time; each pair's last word counts.
    pub fn of(decisions: &[Decision], known_by: Timestamp) -> Self {
        let mut all = Self::default();
        let counts = |one: &&Decision| matches!(one.by, By::Rule(_)) || one.at <= known_by;
        for (number, decision) in (1..).zip(decisions).filter(|(_, one)| counts(one)) {
            all.take(number, &decision.about);
        }
        all.settle();
        all
    }

    fn take(&mut self, number: usize, about: &About) {
        match about {
            About::Pair { facility_type, known, new, verdict } => {
                for one in [known, new].into_iter().filter(|one| one.file.is_some()) {
                    self.apart.insert((facility_type.clone(), one.clone()));
                }
                let pair = (facility_type.clone(), known.clone(), new.clone());
                self.pairs.insert(pair, (number, *verdict));
            }
            About::Cell { file, row, property, counts } => {
                let cell = (*file, *row, property.clone());
                if *counts {
                    self.aside.remove(&cell)
                } else {
                    self.aside.insert(cell)
                };
            }
        }
    }

    /// Leads each to the first known of those it is the same as, in the order they were decided.
    fn settle(&mut self) {
        let same = self.pairs.iter().filter(|(_, (_, verdict))| *verdict == Verdict::Same);
        let mut same: Vec<_> = same.map(|(pair, (number, _))| (*number, pair.clone())).collect();
        same.sort_unstable_by_key(|(number, _)| *number);
        for (_, (facility_type, known, new)) in same {
            let known = self.root(&facility_type, &known);
            let new = self.root(&facility_type, &new);
            if known != new {
                self.known_as.insert((facility_type, new), known);
            }
        }
        let mut led: Vec<_> =
            self.known_as.keys().chain(&self.apart).map(|(of, one)| (&one.id, of)).collect();
        led.sort_unstable();
        led.dedup();
        for (id, of) in led {
            self.led.entry(id.clone()).or_default().push(of.clone());
        }
    }

    /// The facility that one is known as.
    pub fn root(&self, facility_type: &TypeId, one: &Identity) -> Identity {
        let mut at = one.clone();
        while let Some(next) = self.known_as.get(&(facility_type.clone(), at.clone())) {
            at = next.clone();
        }
        at
    }

    /// Whether nothing was decided that changes what a row says.
    pub fn is_empty(&self) -> bool {
        self.known_as.is_empty() && self.apart.is_empty() && self.aside.is_empty()
    }

    /// What a file means by an id.
    pub fn identity(&self, facility_type: &TypeId, id: &Arc<str>, file: FileOf) -> Identity {
        let own = Identity { id: id.clone(), file: Some(file) };
        let is_own = self.apart.contains(&(facility_type.clone(), own.clone()));
        let one = if is_own { own } else { Identity { file: None, ..own } };
        self.root(facility_type, &one)
    }

    /// What a file means by the id of a whole, where that is another than the id says; one of these types, or of any where none are named.
    pub fn whole(&self, types: &[TypeId], id: &Arc<str>, file: FileOf) -> Option<Identity> {
        let led = self.led.get(id)?.iter().filter(|of| types.is_empty() || types.contains(of));
        let mut kept = led.map(|of| self.identity(of, id, file));
        kept.find(|one| one.file.is_some() || one.id != *id)
    }

    /// Whether what a row says of a property counts.
    pub fn counts(&self, file: FileOf, row: u32, property: &PropertyId) -> bool {
        self.aside.is_empty() || !self.aside.contains(&(file, row, property.clone()))
    }

    /// Numbers of the decisions that leave a pair open, whose two are not the same by others, in their order.
    pub fn open(&self) -> Vec<usize> {
        let is_open = |((facility_type, known, new), (_, verdict)): &(&Pair, &(usize, Verdict))| {
            *verdict == Verdict::Ask && self.root(facility_type, known) != self.root(facility_type, new)
        };
        let mut open: Vec<_> = self.pairs.iter().filter(is_open).map(|(_, (number, _))| *number).collect();
        open.sort_unstable();
        open
    }

    /// What was last said of a pair.
    pub fn verdict(&self, facility_type: &TypeId, known: &Identity, new: &Identity) -> Option<Verdict> {
        let pair = (facility_type.clone(), known.clone(), new.clone());
        self.pairs.get(&pair).map(|(_, verdict)| *verdict)
    }
}
