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
            Domain::Siblings => match self.parent() {
                Some(whole) => self.parts(kind, Some(whole)),
                None => self.perhaps_all(kind, "parent"),
            },
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
        let Some(near) = near else { return self.perhaps_all(kind, "longitude") };
        let (near, unplaced) = (Cow::Owned(near), Cow::Borrowed(&index.unplaced[..]));
        let (here, open) = (Truth::True, Truth::Unknown);
        vec![
            Reach { truth: here, numbers: near, group: None, tells: "longitude" },
            Reach { truth: open, numbers: unplaced, group: Some(Group::Unplaced), tells: "longitude" },
        ]
    }

    /// All others, none of them for certain: nothing is known of the subject that would tell.
    fn perhaps_all(self, kind: usize, tells: &'static str) -> Vec<Reach<'a>> {
        let all = self.anywhere(kind).into_iter();
        all.map(|reach| Reach { truth: Truth::Unknown, tells, ..reach }).collect()
    }

    /// All facilities of a type but the subject itself.
    fn anywhere(self, kind: usize) -> Vec<Reach<'a>> {
        let Some(index) = self.world.index(kind) else { return Vec::new() };
        let everyone = Cow::Borrowed(&index.everyone[..]);
        let (numbers, group) = if self.kind == kind {
            let others = index.everyone.iter().copied().filter(|number| !self.is(kind, *number));
            (Cow::Owned(others.collect()), None)
        } else {
            (everyone, Some(Group::Everyone))
        };
        vec![Reach { truth: Truth::True, numbers, group, tells: "longitude" }]
    }
}
