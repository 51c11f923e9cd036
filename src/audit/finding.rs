//! From a verdict in indices to a finding people can follow.

use std::sync::Arc;

use super::about;
use super::gap::gap_class;
use super::judge::{CheckVerdict, Verdict};
use super::reference::Facility;
use super::witness::Beside;
use super::world::World;
use crate::inventory::Inventory;
use crate::model::{Adcode, CheckDuty, CheckResult, Finding, PropertyId, Source, Subject};
use crate::standard::program::{Body, Check, Requirement};

/// One facility of an inventory.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) table: usize,
    pub(super) number: usize,
}

/// The facility as findings name it.
pub(super) fn subject(inventory: &Inventory, spot: Spot, default: Option<&Adcode>) -> Option<Arc<Subject>> {
    let facility = inventory.tables.get(spot.table)?.facilities.get(spot.number)?;
    Some(Arc::new(Subject {
        facility_type: inventory.facility_type(spot.table)?.id.clone(),
        id: facility.id.clone(),
        name: facility.name.clone(),
        jurisdiction: facility.jurisdiction.clone().or_else(|| default.cloned()),
        position: facility.position,
    }))
}

/// What all findings of a requirement and a facility type have in common.
pub(super) struct Told<'a> {
    requirement: &'a Requirement,
    table: usize,
    checks: Vec<Arc<CheckDuty>>,
    /// The properties a verdict rests on.
    properties: Vec<usize>,
    pub(super) beside: Beside<'a>,
}

impl<'a> Told<'a> {
    pub(super) fn new(world: &World<'a>, requirement: &'a Requirement, body: &'a Body, table: usize) -> Self {
        let duty = |check: &Check| {
            let names = |numbers| names(world.inventory, table, numbers);
            Arc::new(CheckDuty {
                id: check.id.clone(),
                properties: names(check.properties()),
                measure: check.measured_property().and_then(|number| names(vec![number]).pop()),
                unit: check.measure.as_ref().and_then(|measure| measure.unit.clone()),
                remedy: check.remedy.clone(),
            })
        };
        Self {
            requirement,
            table,
            checks: body.checks.iter().map(duty).collect(),
            properties: body.properties(),
            beside: Beside::new(world, body, table),
        }
    }

    /// The finding of a verdict on a facility.
    pub(super) fn finding(
        &self,
        facility: Facility<'_>,
        subject: Arc<Subject>,
        verdict: &Verdict,
    ) -> Finding {
        let (inventory, duty) = (facility.world.inventory, &self.requirement.duty);
        let check = |(duty, verdict): (&Arc<CheckDuty>, &CheckVerdict)| CheckResult {
            duty: Arc::clone(duty),
            outcome: verdict.outcome,
            reason: verdict.reason,
            amounts: verdict.amounts.map(Box::new),
        };
        Finding {
            duty: Arc::clone(duty),
            subject,
            outcome: verdict.outcome,
            reason: verdict.reason,
            reason_in: verdict.reason_in,
            silence: verdict.silence,
            properties: names(inventory, self.table, verdict.properties.iter().copied().collect()),
            without_mark: verdict.measured.map(Box::new),
            few_people: facility.counts_few_people(&self.beside),
            checks: self.checks.iter().zip(&verdict.checks).map(check).collect(),
            gap: gap_class(duty, verdict.outcome, inventory.as_of),
            merged_into: None,
            sources: self.sources(facility),
        }
    }

    /// Every cell the verdict rests on, its own first; the facility's own row where there is none.
    fn sources(&self, facility: Facility<'_>) -> Vec<Source> {
        let (inventory, number) = (facility.world.inventory, facility.number);
        let of = |property: &usize| inventory.sources(self.table, *property, number);
        let mut found: Vec<Source> = self.properties.iter().flat_map(of).collect();
        if found.is_empty() {
            found.extend(inventory.row_of(self.table, number));
        }
        found.extend(facility.witnesses(&self.beside));
        found.shrink_to_fit();
        found
    }
}

fn names(inventory: &Inventory, table: usize, numbers: Vec<usize>) -> Vec<PropertyId> {
    let name = |number: usize| {
        let (other, property) = about::split(number);
        let facility_type = inventory.facility_type(other.unwrap_or(table))?;
        facility_type.properties.get(property).map(|property| property.id.clone())
    };
    let mut names: Vec<PropertyId> = Vec::new();
    for name in numbers.into_iter().filter_map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
