//! Every name the catalogue knows, as headers are compared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;

use super::reader::{OF_RECORDS, Tags};
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
    /// The tags of public vocabularies, and their names alone.
    tags: (Arc<Tags>, Arc<Tags>),
    tagged: Option<Box<Names>>,
}

impl Names {
    /// The names of a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut names = Self::by(catalogue, &|one| (label_names(one), properties_of(one)));
        names.tagged = Some(Box::new(Self::by(catalogue, &|one| (vec![one.id.as_str()], tags_of(one)))));
        names.tags = (Arc::new(of_maps(catalogue)), Arc::new(of_feeds(catalogue)));
        names
    }

    fn by(catalogue: &Catalogue, names_of: &NamesOf) -> Self {
        let mut types = BTreeMap::new();
        let mut properties: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (index, one) in catalogue.types.iter().enumerate() {
            let (names, known) = names_of(one);
            enter(&mut types, index, &names);
            for (name, property) in known {
                properties.entry(name).or_default().push((index, property));
            }
        }
        Self { types, count: catalogue.types.len(), properties, tags: <_>::default(), tagged: None }
    }

    /// The tags of maps and those of timetables that make things facilities, and say something of them.
    pub fn tags(&self) -> (&Arc<Tags>, &Arc<Tags>) {
        (&self.tags.0, &self.tags.1)
    }

    /// The names that columns have where they are tags of a public vocabulary.
    pub(super) fn tagged(&self) -> &Self {
        self.tagged.as_deref().unwrap_or(self)
    }

    /// The type of that name.
    pub(super) fn facility_type(&self, name: &str) -> Option<usize> {
        self.types.get(&header_key(name)).copied()
    }

    /// Whether a header names this property of any type.
    pub(super) fn is_known(&self, catalogue: &Catalogue, header: &str, property: &str) -> bool {
        let of_types = self.properties.get(&header_key(header)).into_iter().flatten();
        let mut named = of_types.filter_map(|(one, at)| catalogue.types.get(*one)?.properties.get(*at));
        named.any(|one| one.id.as_str() == property)
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

/// Names of a type, and of its properties with the number of each.
type NamesOf = dyn Fn(&FacilityType) -> (Vec<&str>, BTreeMap<String, usize>);

fn label_names(one: &FacilityType) -> Vec<&str> {
    all_names(one.id.as_str(), &one.label, &one.aliases)
}

fn all_names<'n>(id: &'n str, label: &'n Bilingual, aliases: &'n [String]) -> Vec<&'n str> {
    [id, &label.zh, &label.en].into_iter().chain(aliases.iter().map(String::as_str)).collect()
}

fn properties_of(one: &FacilityType) -> BTreeMap<String, usize> {
    let mut known = BTreeMap::new();
    for (index, property) in one.properties.iter().enumerate() {
        enter(&mut known, index, &all_names(property.id.as_str(), &property.label, &property.aliases));
    }
    known
}

/// Properties that every record has, in the order of [`OF_RECORDS`], and those its place gives.
const OF_ALL: [&str; 7] = ["id", "type", "observed_on", "name", "parent", "longitude", "latitude"];

fn tags_of(one: &FacilityType) -> BTreeMap<String, usize> {
    let mut known = BTreeMap::new();
    for (index, property) in one.properties.iter().enumerate() {
        let of_all = OF_ALL.iter().position(|id| *id == property.id.as_str());
        let own = of_all.and_then(|at| OF_RECORDS.get(at).copied());
        let names = [own, property.osm.as_deref(), property.gtfs.as_deref()];
        enter(&mut known, index, &names.into_iter().flatten().collect::<Vec<_>>());
    }
    known
}

fn of_maps(catalogue: &Catalogue) -> Tags {
    let mut tags = Tags::default();
    for one in &catalogue.types {
        let said = one.properties.iter().filter(|one| !OF_ALL[..3].contains(&one.id.as_str()));
        tags.add(one.id.as_str(), &one.osm, said.filter_map(|property| property.osm.as_deref()));
    }
    tags
}

fn of_feeds(catalogue: &Catalogue) -> Tags {
    let mut tags = Tags::default();
    for one in &catalogue.types {
        let said = one.properties.iter().filter(|one| !OF_ALL.contains(&one.id.as_str()));
        tags.add(one.id.as_str(), one.gtfs.as_slice(), said.filter_map(|property| property.gtfs.as_deref()));
    }
    tags
}

/// The first to claim a name keeps it.
fn enter(known: &mut BTreeMap<String, usize>, index: usize, names: &[&str]) {
    for key in names.iter().map(|name| header_key(name)).filter(|key| !key.is_empty()) {
        known.entry(key).or_insert(index);
    }
}
