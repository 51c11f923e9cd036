//! Where a number over other facilities looks for them.

use std::borrow::Cow;

use super::index::Group;
use super::reference::Facility;
use crate::model::Adcode;
use crate::quantity::Truth;
use crate::standard::aggregate::Domain;

/// Facilities of one type, and whether they are where the aggregate looks.
pub(super) struct Reach<'w> {
    pub(super) truth: Truth,
    pub(super) numbers: Cow<'w, [u32]>,
    /// Named where others look at the same ones.
    pub(super) group: Option<Group>,
    /// The property of theirs that would tell, where it is not known.
    pub(super) tells: &'static str,
}

impl<'a> Facility<'a> {
    /// The facilities of a type that are, or may be, where a number looks for them.
    pub(super) fn reach(self, domain: Domain, kind: usize) -> Vec<Reach<'a>> {
        match domain {
            Domain::Area => self.in_area(kind),
            Domain::Parts => self.parts(kind, self.id()),
            Domain::Siblings => self.parts(kind, self.parent()),
            Domain::Within(metres) => self.around(kind, self.near(kind, metres)),
            Domain::Everywhere => self.anywhere(kind),
        }
    }

    fn in_area(self, kind: usize) -> Vec<Reach<'a>> {
        let Some(index) = self.world.index(kind) else { return Vec::new() };
        let territory = &self.world.territory;
        let belongs = |place: Option<&Adcode>| match self.place() {
            Some(area) => territory.lies_in(place, area),
            None => Truth::Unknown,
        };
        let groups = index.places.iter().map(|(place, numbers)| Reach {
            truth: belongs(place.as_ref()),
            numbers: Cow::Borrowed(numbers),
            group: Some(Group::Place(place.clone())),
            tells: "jurisdiction",
        });
        groups.filter(|reach| reach.truth != Truth::False).collect()
    }

    /// The parts of a facility, and those that do not say what they are a part of.
    fn parts(self, kind: usize, whole: Option<&str>) -> Vec<Reach<'a>> {
        let Some(index) = self.world.index(kind) else { return Vec::new() };
        let orphans = Reach {
            truth: Truth::Unknown,
            numbers: Cow::Borrowed(&index.orphans),
            group: Some(Group::Orphans),
            tells: "parent",
        };
        let own = whole.and_then(|whole| index.parts.get(whole)).map(|numbers| Reach {
            truth: Truth::True,
            numbers: Cow::Borrowed(numbers),
            group: None,
            tells: "parent",
        });
        own.into_iter().chain([orphans]).collect()
    }

    /// Those that are near, and those of which that is not known: all others, if the subject has no position.
    pub(super) fn around(self, kind: usize, near: Option<Vec<u32>>) -> Vec<Reach<'a>> {
        let Some(index) = self.world.index(kind) else { return Vec::new() };
        let (unplaced, group) = match near {
            Some(_) => (Cow::Borrowed(&index.unplaced[..]), Some(Group::Unplaced)),
            None => (Cow::Owned(self.others(kind)), (self.kind != kind).then_some(Group::Everyone)),
        };
        let near = near.map(|near| Reach {
            truth: Truth::True,
            numbers: Cow::Owned(near),
            group: None,
            tells: "longitude",
        });
        let open = Reach { truth: Truth::Unknown, numbers: unplaced, group, tells: "longitude" };
        near.into_iter().chain([open]).collect()
    }

    fn anywhere(self, kind: usize) -> Vec<Reach<'a>> {
        vec![Reach {
            truth: Truth::True,
            numbers: Cow::Owned(self.others(kind)),
            group: None,
            tells: "longitude",
        }]
    }

    /// All facilities of a type but the subject itself.
    fn others(self, kind: usize) -> Vec<u32> {
        let all = (0..).zip(&self.world.table(kind).facilities).map(|(number, _)| number);
        all.filter(|number| !self.is(kind, *number)).collect()
    }
}
