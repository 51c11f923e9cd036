//! Which facility types something is compiled for.

use super::{Bound, Compiler, Scope};
use crate::locale::Bilingual;
use crate::model::{AREA, FacilityType};
use crate::standard::mistake::Mistake;
use crate::standard::pack::{KindsText, Text};

/// What an area is a facility of, as far as expressions are concerned.
pub(super) fn area() -> FacilityType {
    FacilityType {
        id: AREA.into(),
        label: Bilingual::default(),
        aliases: Vec::new(),
        group: String::new(),
        personal: false,
        part_of: Vec::new(),
        osm: Vec::new(),
        a11yjson: None,
        gtfs: None,
        relations: Vec::new(),
        properties: Vec::new(),
    }
}

impl<'a> Compiler<'a> {
    /// The types that are named, by index, each once.
    pub(super) fn kinds(&mut self, text: &KindsText) -> Vec<usize> {
        match text {
            KindsText::Group(group) => self.group(group),
            KindsText::Named(names) if names.iter().any(|name| name.value == "any") => {
                (0..self.catalogue.types.len()).collect()
            }
            KindsText::Named(names) => {
                let mut seen = std::collections::BTreeSet::new();
                names.iter().filter_map(|name| self.kind(name)).filter(|kind| seen.insert(*kind)).collect()
            }
        }
    }

    fn kind(&mut self, name: &Text) -> Option<usize> {
        let found = self.catalogue.facility_type(&name.value).map(|(number, _)| number);
        if found.is_none() {
            let known = self.catalogue.types.iter().map(|one| one.id.as_str());
            self.unknown("mistake-unknown-type", name, known);
        }
        found
    }

    fn group(&mut self, group: &Text) -> Vec<usize> {
        let types = self.catalogue.types.iter().enumerate();
        let found = types.filter(|(_, one)| one.group == group.value).map(|(number, _)| number);
        let found: Vec<usize> = found.collect();
        if found.is_empty() {
            let known = self.catalogue.types.iter().map(|one| one.group.as_str());
            self.unknown("mistake-unknown-group", group, known);
        }
        found
    }

    /// Compiles something for each of several types.
    ///
    /// A type it does not fit, because it lacks a property or a value, is left
    /// out, so that one requirement can speak of any facility. What fits no
    /// type is a mistake, said of the type it fits best.
    pub(super) fn fitting<T>(
        &mut self,
        requirement: usize,
        kinds: &[usize],
        mut compile: impl FnMut(&mut Self, Scope<'a>) -> Option<T>,
    ) -> Vec<(usize, T)> {
        let catalogue = self.catalogue;
        let before = std::mem::take(&mut self.mistakes);
        let (mut fitting, mut fewest) = (Vec::new(), None::<Vec<Mistake>>);
        for number in kinds.iter().copied() {
            let Some(facility_type) = catalogue.types.get(number) else { continue };
            let made = compile(self, Scope { requirement, number, facility_type });
            let mistakes = std::mem::take(&mut self.mistakes);
            match made {
                Some(made) if mistakes.is_empty() => fitting.push((number, made)),
                _ => {
                    self.forget_failures(number);
                    if fewest.as_ref().is_none_or(|fewest| mistakes.len() < fewest.len()) {
                        fewest = Some(mistakes);
                    }
                }
            }
        }
        self.mistakes = before;
        if fitting.is_empty() {
            self.mistakes.extend(fewest.unwrap_or_default());
        }
        fitting
    }

    /// So that who asks again for a `let` that does not fit hears why.
    fn forget_failures(&mut self, kind: usize) {
        self.bindings.retain(|(_, of, _), bound| *of != kind || !matches!(bound, Bound::Done(None)));
    }
}
