//! Facilities made up to set two requirements side by side.

use std::collections::BTreeSet;

use super::{Pair, Side};
use crate::audit::judge::Verdict;
use crate::audit::made_up;
use crate::audit::plan::Plan;
use crate::inventory::Inventory;
use crate::model::{FacilityType, Sample, SampleValue};
use crate::standard::pack::Given;

/// Facilities, each with what is given of it.
pub(super) struct Probes<'a> {
    of: &'a FacilityType,
    kind: usize,
    given: Vec<Vec<(usize, Given)>>,
    inventory: Inventory,
}

impl<'a> Probes<'a> {
    pub(super) fn new(pair: &Pair<'_>, of: &'a FacilityType, given: Vec<Vec<(usize, Given)>>) -> Self {
        let named = |(property, given): &(usize, Given)| {
            Some((of.properties.get(*property)?.id.to_string(), given.clone()))
        };
        let named: Vec<Vec<_>> = given.iter().map(|given| given.iter().filter_map(named).collect()).collect();
        let inventory = made_up::facilities(pair.catalogue, pair.kind, pair.day, &named);
        Self { of, kind: pair.kind, given, inventory }
    }

    /// One of the facilities over and over, with one property running through some values.
    pub(super) fn along(&self, pair: &Pair<'_>, row: usize, property: usize, values: &[Given]) -> Self {
        let base = self.given.get(row).cloned().unwrap_or_default();
        let with = |value: &Given| {
            let others = base.iter().filter(|(other, _)| *other != property).cloned();
            others.chain([(property, value.clone())]).collect()
        };
        Self::new(pair, self.of, values.iter().map(with).collect())
    }

    /// What is needed of a facility for something to hold of the verdicts on it, and no more.
    pub(super) fn needed(
        &self,
        pair: &Pair<'_>,
        row: usize,
        holds: impl Fn([&Verdict; 2]) -> bool,
    ) -> Vec<Sample> {
        let mut given = self.given.get(row).cloned().unwrap_or_default();
        for (property, _) in given.clone() {
            let less: Vec<_> = given.iter().filter(|(other, _)| *other != property).cloned().collect();
            let probe = Self::new(pair, self.of, vec![less.clone()]);
            let verdicts = pair.sides.map(|side| probe.verdicts(side));
            if verdicts[0].first().zip(verdicts[1].first()).is_some_and(|(one, other)| holds([one, other])) {
                given = less;
            }
        }
        let only = Self::new(pair, self.of, vec![given]);
        only.properties().into_iter().filter_map(|property| only.sample_of(0, property)).collect()
    }

    pub(super) fn len(&self) -> usize {
        self.given.len()
    }

    /// What comes of each facility.
    pub(super) fn verdicts(&self, side: Side<'_>) -> Vec<Verdict> {
        let plan = Plan::new(side.scope, &self.inventory, side.program);
        let Some(task) = plan.task(side.requirement, self.kind) else { return Vec::new() };
        (0..self.len()).map(|row| plan.verdict(&task, row)).collect()
    }

    /// The properties that are given.
    pub(super) fn properties(&self) -> Vec<usize> {
        self.given.first().into_iter().flatten().map(|(property, _)| *property).collect()
    }

    /// Whether a property has more than one value.
    pub(super) fn varies(&self, property: usize) -> bool {
        self.values(&(0..self.len()).collect::<Vec<_>>(), property).len() > 1
    }

    /// The values of a property among some facilities.
    pub(super) fn values(&self, rows: &[usize], property: usize) -> BTreeSet<String> {
        let given = rows.iter().filter_map(|row| self.given.get(*row)).flatten();
        given.filter(|(other, _)| *other == property).map(|(_, given)| given.to_string()).collect()
    }

    /// The value of one property, and all the others.
    pub(super) fn split(&self, row: usize, property: Option<usize>) -> (String, String) {
        let given = self.given.get(row).into_iter().flatten();
        let (own, rest): (Vec<_>, Vec<_>) = given.partition(|(other, _)| Some(*other) == property);
        let text = |given: Vec<&(usize, Given)>| {
            let texts = given.into_iter().map(|(property, given)| format!("{property}={given}"));
            texts.collect::<Vec<_>>().join(" ")
        };
        (text(own), text(rest))
    }

    /// One property of a facility.
    pub(super) fn sample_of(&self, row: usize, property: usize) -> Option<Sample> {
        let (_, given) = self.given.get(row)?.iter().find(|(other, _)| *other == property)?;
        let value = match given {
            Given::Flag(flag) => SampleValue::Flag(*flag),
            Given::Number(number) => SampleValue::Number(*number),
            Given::Text(text) => SampleValue::Word(text.as_str().into()),
        };
        Some(Sample { property: self.of.properties.get(property)?.id.clone(), value })
    }
}
