//! Facilities of a type by what others ask for.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::world::World;
use crate::model::Adcode;

/// Facilities of a type that more than one subject may ask about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Group {
    /// Those that belong to an area, or say no area.
    Place(Option<Adcode>),
    /// Those that do not say what they are a part of.
    Orphans,
    /// Those without a position.
    Unplaced,
    /// All of them.
    Everyone,
}

/// The facilities of a type by what others ask for; numbers in the order of ids.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) places: BTreeMap<Option<Adcode>, Vec<u32>>,
    pub(super) parts: HashMap<Arc<str>, Vec<u32>>,
    pub(super) orphans: Vec<u32>,
    /// Latitude and number, from south to north.
    pub(super) latitudes: Vec<(f64, u32)>,
    pub(super) unplaced: Vec<u32>,
    pub(super) everyone: Vec<u32>,
}

impl Index {
    pub(super) fn new(world: &World<'_>, kind: usize) -> Self {
        let table = world.table(kind);
        let parent = world.inventory.facility_type(kind).and_then(|of| of.property("parent"));
        let mut index = Self::default();
        for (number, facility) in (0..).zip(&table.facilities) {
            let place = world.place(kind, number as usize).cloned();
            index.everyone.push(number);
            index.places.entry(place).or_default().push(number);
            let parent = parent.and_then(|(parent, _)| table.cell(parent, number as usize)?.text());
            match parent {
                Some(parent) => index.parts.entry(Arc::clone(parent)).or_default().push(number),
                None => index.orphans.push(number),
            }
            match facility.position {
                Some((_, latitude)) => index.latitudes.push((latitude, number)),
                None => index.unplaced.push(number),
            }
        }
        index.latitudes.sort_by(|a, b| a.0.total_cmp(&b.0));
        index
    }
}
