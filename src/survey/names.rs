//! Every name the catalogue knows, as headers are compared.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use crate::locale::Bilingual;
use crate::model::{Catalogue, FacilityType, header_key};

/// Names to types, and to properties of types.
#[derive(Debug)]
pub struct Names {
    types: BTreeMap<String, usize>,
    /// How many types there are.
    count: usize,
    /// Of each name, every type that has a property of it, and which.
    properties: HashMap<String, Vec<(usize, usize)>>,
}

impl Names {
    /// The names of a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut types = BTreeMap::new();
        for (index, one) in catalogue.types.iter().enumerate() {
            enter(&mut types, index, one.id.as_str(), &one.label, &one.aliases);
        }
        let mut properties: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (index, one) in catalogue.types.iter().enumerate() {
            for (name, property) in properties_of(one) {
                properties.entry(name).or_default().push((index, property));
            }
        }
        Self { types, count: catalogue.types.len(), properties }
    }

    /// The type of that name.
    pub(super) fn facility_type(&self, name: &str) -> Option<usize> {
        self.types.get(&header_key(name)).copied()
    }

    /// The property of a type a header names.
    pub(super) fn property(&self, facility_type: usize, header: &str) -> Option<usize> {
        let mut of_types = self.properties(header).iter();
        of_types.find(|(one, _)| *one == facility_type).map(|(_, property)| *property)
    }

    /// Every type that has a property a header names, and which.
    pub(super) fn properties(&self, header: &str) -> &[(usize, usize)] {
        self.properties.get(&header_key(header)).map_or(&[], Vec::as_slice)
    }

    /// For each type, how many of its properties are among the headers; each column has one or more names.
    pub(super) fn matches<T: AsRef<str>>(&self, columns: &[Vec<T>]) -> Vec<usize> {
        // A row may repeat one word in thousands of columns.
        let columns: BTreeSet<Vec<&str>> =
            columns.iter().map(|names| names.iter().map(AsRef::as_ref).collect()).collect();
        let mut found: Vec<(usize, usize)> = columns.iter().flat_map(|names| self.named(names)).collect();
        found.sort_unstable();
        found.dedup();
        let mut counts = vec![0; self.count];
        for (facility_type, _) in found {
            counts[facility_type] += 1;
        }
        counts
    }

    /// For each type that knows one of the names, the property of the first it knows.
    fn named(&self, names: &[&str]) -> Vec<(usize, usize)> {
        let known = names.iter().flat_map(|name| self.properties(name));
        let mut found: Vec<(usize, usize)> = known.copied().collect();
        // Stable, so that the first stays.
        found.sort_by_key(|(facility_type, _)| *facility_type);
        found.dedup_by_key(|(facility_type, _)| *facility_type);
        found
    }
}

fn properties_of(one: &FacilityType) -> BTreeMap<String, usize> {
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
