//! Every name the catalogue knows, as headers are compared.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::Bilingual;
use crate::model::{Catalogue, FacilityType, header_key};

/// Names to types, and for each type names to its properties.
#[derive(Debug)]
pub struct Names {
    types: BTreeMap<String, usize>,
    properties: Vec<BTreeMap<String, usize>>,
}

impl Names {
    /// The names of a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut types = BTreeMap::new();
        for (index, one) in catalogue.types.iter().enumerate() {
            enter(&mut types, index, one.id.as_str(), &one.label, &one.aliases);
        }
        Self { types, properties: catalogue.types.iter().map(properties).collect() }
    }

    /// The type of that name.
    pub(super) fn facility_type(&self, name: &str) -> Option<usize> {
        self.types.get(&header_key(name)).copied()
    }

    /// The property of a type a header names.
    pub(super) fn property(&self, facility_type: usize, header: &str) -> Option<usize> {
        self.properties.get(facility_type)?.get(&header_key(header)).copied()
    }

    /// For each type, how many of its properties are among the headers; each column has one or more names.
    pub(super) fn matches<T: AsRef<str>>(&self, columns: &[Vec<T>]) -> Vec<usize> {
        // A row may repeat one word in thousands of columns.
        let columns: BTreeSet<Vec<&str>> =
            columns.iter().map(|names| names.iter().map(AsRef::as_ref).collect()).collect();
        let keys = |names: Vec<&str>| names.into_iter().map(header_key).collect::<Vec<String>>();
        let keys: Vec<_> = columns.into_iter().map(keys).collect();
        let distinct = |known: &BTreeMap<String, usize>| {
            let first = |names: &Vec<String>| names.iter().find_map(|key| known.get(key)).copied();
            let mut found: Vec<usize> = keys.iter().filter_map(first).collect();
            found.sort_unstable();
            found.dedup();
            found.len()
        };
        self.properties.iter().map(distinct).collect()
    }
}

fn properties(one: &FacilityType) -> BTreeMap<String, usize> {
    let mut known = BTreeMap::new();
    for (index, property) in one.properties.iter().enumerate() {
        enter(&mut known, index, property.id.as_str(), &property.label, &property.aliases);
    }
    known
}

/// The first to claim a name keeps it.
fn enter(known: &mut BTreeMap<String, usize>, index: usize, id: &str, label: &Bilingual, aliases: &[String]) {
    let names = [id, &label.zh, &label.en].into_iter().chain(aliases.iter().map(String::as_str));
    for key in names.map(header_key).filter(|key| !key.is_empty()) {
        known.entry(key).or_insert(index);
    }
}
