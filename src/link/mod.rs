//! Which facilities of a survey are known already: a pair is linked, asked about, or left alone.
//!
//! An id that is known settles it before anything comes here. What is left is
//! compared with the known ones of its type near by and with those of its name.
//! What tells two apart in their names (numbers, letters, directions, storeys)
//! forbids a link, whatever else fits. A link needs a name and a place that go
//! together, or a place and recorded values, and nothing else that fits as well;
//! where something speaks for it and not enough, somebody is asked.
//!
//! Nothing is learnt and nothing is guessed from afar: each verdict comes with
//! the few facts it rests on. Cost grows with n log n; of what stands close to
//! a place at most so many are compared ([`search`]).

mod choose;
mod name;
mod search;
mod weigh;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::geometry::LonLat;
use crate::model::{Doubt, Likeness, Observed, Verdict};

/// What is recorded, by property.
type Values = Vec<(usize, Arc<Observed>)>;

/// A facility as surveys have seen it.
#[derive(Debug, Clone, Default)]
pub struct Sighting {
    /// Whether the surveyors gave it an id.
    pub has_id: bool,
    /// Its name.
    pub name: Option<Arc<str>>,
    /// Where it is.
    pub place: Option<LonLat>,
    /// Code of the area it belongs to.
    pub area: Option<Arc<str>>,
    /// What it is a part of.
    pub whole: Option<Arc<str>>,
    /// Other numbers and texts recorded of it, by property.
    pub values: Values,
}

/// Two that are one, or may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Index of the one that came.
    pub new: usize,
    /// Index of the one that is known.
    pub known: usize,
    /// Whether they are; never [`Verdict::Different`].
    pub verdict: Verdict,
    /// By what.
    pub likeness: Likeness,
}

/// The links from facilities of one type that came to those that are known; each is linked once, or asked about once.
pub fn links(known: &[Sighting], new: &[Sighting]) -> Vec<Link> {
    if known.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let search = search::Search::new(known, new);
    let found = (0..new.len()).filter_map(|number| {
        let weighed = search.around(number).filter_map(|other| search.weighed(other, number));
        choose::best(weighed.collect())
    });
    choose::each_once(&found.collect::<Vec<_>>())
}

impl Link {
    /// The same pair, to be asked about.
    fn asked(self, doubt: Doubt) -> Self {
        let doubt = self.likeness.doubt.or(Some(doubt));
        Self { verdict: Verdict::Ask, likeness: Likeness { doubt, ..self.likeness }, ..self }
    }
}

/// Whether everything that is known of two under one id speaks against their being one.
pub fn contradicts(known: &Sighting, new: &Sighting) -> Option<Likeness> {
    // Most of those that have one id are where they were, and their names need not be read.
    weigh::is_far(search::metres_between(known, new)).then_some(())?;
    let likeness = search::Search::new(std::slice::from_ref(known), std::slice::from_ref(new)).likeness(0, 0);
    weigh::speaks_against(&likeness).then_some(Likeness { doubt: Some(Doubt::OneId), ..likeness })
}
