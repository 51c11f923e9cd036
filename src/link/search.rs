//! The known facilities that one may be: those near by, and those of its name.

use std::collections::BTreeSet;

use hashbrown::HashMap;
use rstar::RTree;
use rstar::primitives::GeomWithData;

use super::name::{Name, Words};
use super::weigh::{AROUND, Weighed, weigh};
use super::{Link, Sighting, Values};
use crate::geometry::LonLat;
use crate::model::{Likeness, Names, Observed};

/// Of those that stand close to a place so many are compared, the nearest.
const NEAREST: usize = 32;

/// A name that more of a type have tells nothing.
const COMMON: usize = 3;

/// Metres to the middle of the Earth.
const RADIUS: f64 = 6_371_000.0;

type Point = GeomWithData<[f64; 3], usize>;

/// The known ones, and those that came, ready to be compared.
pub(super) struct Search<'a> {
    known: &'a [Sighting],
    new: &'a [Sighting],
    names: [Vec<Option<Name>>; 2],
    words: Words,
    /// Places, each once, and who is there.
    tree: RTree<Point>,
    at: Vec<Vec<usize>>,
    by_name: HashMap<Name, Vec<usize>>,
}

impl<'a> Search<'a> {
    pub(super) fn new(known: &'a [Sighting], new: &'a [Sighting]) -> Self {
        let read = |all: &[Sighting]| -> Vec<Option<Name>> {
            all.iter().map(|one| Name::of(one.name.as_deref()?)).collect()
        };
        let names = [read(known), read(new)];
        let mut words = Words::default();
        names.iter().flatten().flatten().for_each(|name| words.add(name));
        let mut by_name: HashMap<Name, Vec<usize>> = HashMap::new();
        for (number, name) in names[0].iter().enumerate() {
            if let Some(name) = name {
                by_name.entry(name.clone()).or_default().push(number);
            }
        }
        let (tree, at) = places(known);
        Self { known, new, names, words, tree, at, by_name }
    }

    /// Known ones that one that came may be, each once.
    pub(super) fn around(&self, new: usize) -> impl Iterator<Item = usize> {
        let mut found = BTreeSet::new();
        if let Some(place) = self.new.get(new).and_then(|one| one.place).filter(|place| place.is_on_earth()) {
            let near = self.tree.nearest_neighbor_iter_with_distance_2(on_sphere(place));
            let near = near.take_while(|(_, square)| *square <= AROUND * AROUND);
            let there = near.filter_map(|(place, _)| self.at.get(place.data)).flatten();
            found.extend(there.take(NEAREST));
        }
        found.extend(self.of_name(new).iter().take(NEAREST));
        found.into_iter()
    }

    /// The known ones of the same name.
    fn of_name(&self, new: usize) -> &[usize] {
        let name = self.names[1].get(new).and_then(Option::as_ref);
        name.and_then(|name| self.by_name.get(name)).map_or(&[], Vec::as_slice)
    }

    /// What speaks for a pair, if anything does.
    pub(super) fn weighed(&self, known: usize, new: usize) -> Option<Weighed> {
        let (one, other) = (self.known.get(known)?, self.new.get(new)?);
        let (mut names, common) = self.names(known, new);
        if names == Names::Equal && self.of_name(new).len() > COMMON {
            names = Names::Missing;
        }
        let likeness = Likeness { names, ..self.likeness(known, new) };
        let (verdict, doubt, points) = weigh(one, other, &likeness, common)?;
        let likeness = Likeness { doubt, ..likeness };
        Some(Weighed { link: Link { new, known, verdict, likeness }, points })
    }

    fn names(&self, known: usize, new: usize) -> (Names, f64) {
        let name = |side: usize, number: usize| self.names[side].get(number).and_then(Option::as_ref);
        let both = name(0, known).zip(name(1, new));
        both.map_or((Names::Missing, 0.0), |(one, other)| one.likeness(other, &self.words))
    }

    /// The facts about a pair.
    pub(super) fn likeness(&self, known: usize, new: usize) -> Likeness {
        let places = self.known.get(known).zip(self.new.get(new));
        let metres = places.and_then(|(one, other)| metres_between(one, other));
        let (agreeing, differing) =
            places.map_or((0, 0), |(one, other)| compared(&one.values, &other.values));
        Likeness { names: self.names(known, new).0, metres, agreeing, differing, doubt: None }
    }
}

/// The places of the known ones, and who is at each.
fn places(known: &[Sighting]) -> (RTree<Point>, Vec<Vec<usize>>) {
    let (mut points, mut at): (Vec<Point>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
    let mut numbers = HashMap::new();
    for (number, one) in known.iter().enumerate() {
        let Some(place) = one.place.filter(|place| place.is_on_earth()) else { continue };
        let bits = (place.longitude.to_bits(), place.latitude.to_bits());
        let place_number = *numbers.entry(bits).or_insert(points.len());
        if place_number == points.len() {
            points.push(Point::new(on_sphere(place), place_number));
            at.push(Vec::new());
        }
        at[place_number].push(number);
    }
    (RTree::bulk_load(points), at)
}

fn on_sphere(place: LonLat) -> [f64; 3] {
    let (east, north) = (place.longitude.to_radians(), place.latitude.to_radians());
    [north.cos() * east.cos(), north.cos() * east.sin(), north.sin()].map(|part| part * RADIUS)
}

/// How far two are from each other; none where one has no position.
pub(super) fn metres_between(one: &Sighting, other: &Sighting) -> Option<u32> {
    Some(whole_metres(one.place?, other.place?))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "metres on Earth")]
fn whole_metres(one: LonLat, other: LonLat) -> u32 {
    let [one, other] = [one, other].map(on_sphere);
    let squares = one.iter().zip(other).map(|(one, other)| (one - other) * (one - other));
    squares.sum::<f64>().sqrt().round() as u32
}

/// How many values of two are the same, and how many cannot be.
fn compared(one: &Values, other: &Values) -> (u32, u32) {
    let (mut agreeing, mut differing) = (0, 0);
    for (property, value) in one {
        let Some((_, beside)) = other.iter().find(|(number, _)| number == property) else { continue };
        if value == beside {
            agreeing += 1;
        } else if can_not_be_one(value, beside) {
            differing += 1;
        }
    }
    (agreeing, differing)
}

fn can_not_be_one(one: &Observed, other: &Observed) -> bool {
    match (one, other) {
        (Observed::Number(one), Observed::Number(other)) => one.intersect(**other).is_none(),
        (Observed::Text(_), Observed::Text(_)) => true,
        _ => false,
    }
}
