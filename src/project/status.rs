//! What is in an inventory: surveys, facilities by type and area, what is doubtful.

use std::collections::BTreeMap;

use super::state::{self, State};
use super::{Config, Failure, Library, Progress, photos, review, surveys};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::inventory::Inventory;
use crate::model::{Adcode, FEWEST_PEOPLE, TypeId};
use crate::store::Survey;

/// What is in an inventory.
#[derive(Debug, Clone)]
pub struct Status {
    /// Its surveys, in the order they came.
    pub surveys: Vec<Survey>,
    /// The types that have facilities, in the order of the catalogue.
    pub types: Vec<TypeStatus>,
    /// Its photos; none counted where they are of people.
    pub photos: usize,
    /// What is wrong with the data, in the order of files and rows.
    pub diagnostics: Vec<Diagnostic>,
    /// What waits for somebody to decide.
    pub undecided: Undecided,
}

/// How much waits for somebody to decide.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undecided {
    /// Pairs of facilities that may be one.
    pub pairs: usize,
    /// Values of one day that contradict each other, those of people aside.
    pub conflicts: usize,
}

/// The facilities of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeStatus {
    /// The type.
    pub id: TypeId,
    /// How many by area, those that belong nowhere last; none where that would tell of a few people.
    pub by_area: Option<Vec<(Option<Adcode>, u64)>>,
}

/// Looks at the inventory of a project.
pub fn status(
    config: &Config,
    drafts: bool,
    library: &Library,
    progress: &dyn Progress,
) -> Result<Status, Failure> {
    let request = config.request(drafts);
    let surveys = surveys::surveys(&config.store.value)?;
    if !surveys.iter().any(|survey| drafts || survey.accepted().is_some()) {
        let undecided = Undecided::default();
        return Ok(Status { surveys, types: Vec::new(), photos: 0, diagnostics: Vec::new(), undecided });
    }
    let State { inventory, mut diagnostics, .. } = state::state(&request, library, &[], progress)?;
    let found = photos::photos(config, library)?;
    let photos = found.len();
    diagnostics.extend(found.diagnostics);
    diagnostics.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    let undecided = Undecided { pairs: review::open(&config.store.value)?, conflicts: conflicts(&inventory) };
    let types = types(&inventory, request.jurisdiction.as_ref());
    Ok(Status { surveys, types, photos, diagnostics, undecided })
}

fn conflicts(inventory: &Inventory) -> usize {
    let all = inventory.catalogue.types.iter().zip(&inventory.tables);
    all.filter(|(of, _)| !of.personal).map(|(_, table)| table.contradicted().count()).sum()
}

fn types(inventory: &Inventory, usual: Option<&Adcode>) -> Vec<TypeStatus> {
    let all = inventory.catalogue.types.iter().zip(&inventory.tables);
    let filled = all.filter(|(_, table)| !table.facilities.is_empty());
    let one = |(of, table): (&crate::model::FacilityType, &crate::inventory::Table)| {
        let mut areas: BTreeMap<(bool, Option<Adcode>), u64> = BTreeMap::new();
        for facility in &table.facilities {
            let area = facility.jurisdiction.clone().or_else(|| usual.cloned());
            *areas.entry((area.is_none(), area)).or_default() += 1;
        }
        let few = of.personal && areas.values().any(|count| i128::from(*count) < FEWEST_PEOPLE);
        let by_area = areas.into_iter().map(|((_, area), count)| (area, count)).collect();
        TypeStatus { id: of.id.clone(), by_area: (!few).then_some(by_area) }
    };
    filled.map(one).collect()
}

impl Status {
    /// How often each thing is wrong that costs something, the most frequent first.
    pub fn doubtful(&self) -> Vec<(Code, u64)> {
        let mut counts: BTreeMap<Code, u64> = BTreeMap::new();
        let costly = self.diagnostics.iter().filter(|one| one.code.severity() != Severity::Note);
        costly.for_each(|one| *counts.entry(one.code).or_default() += 1);
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }
}
