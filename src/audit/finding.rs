//! From a verdict in indices to a finding people can follow.

use std::sync::Arc;

use super::about;
use super::cited::{Citations, Cited};
use super::gap::gap_class;
use super::judge::{CheckVerdict, Verdict};
use super::reference::Facility;
use super::witness::Beside;
use super::world::World;
use crate::inventory::Inventory;
use crate::model::{Adcode, CheckDuty, CheckResult, Finding, PropertyId, RequirementResult, Subject};
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

    /// What a verdict says of every facility it holds for.
    pub(super) fn result(&self, inventory: &Inventory, verdict: &Verdict) -> RequirementResult {
        let duty = &self.requirement.duty;
        let check = |(duty, verdict): (&Arc<CheckDuty>, &CheckVerdict)| CheckResult {
            duty: Arc::clone(duty),
            outcome: verdict.outcome,
            reason: verdict.reason,
            amounts: verdict.amounts.map(Box::new),
        };
        RequirementResult {
            duty: Arc::clone(duty),
            outcome: verdict.outcome,
            reason: verdict.reason,
            reason_in: verdict.reason_in,
            silence: verdict.silence,
            properties: names(inventory, self.table, verdict.properties.iter().copied().collect()),
            without_mark: verdict.measured.map(Box::new),
            checks: self.checks.iter().zip(&verdict.checks).map(check).collect(),
            gap: gap_class(duty, verdict.outcome, inventory.as_of),
        }
    }

    /// The finding about a facility.
    pub(super) fn finding(
        &self,
        facility: Facility<'_>,
        subject: Arc<Subject>,
        result: Arc<RequirementResult>,
        citations: &mut Citations<'_>,
    ) -> Finding {
        Finding {
            result,
            subject,
            few_people: facility.counts_few_people(&self.beside),
            merged_into: None,
            sources: citations.of(&self.cells(facility)),
        }
    }

    /// Every cell the verdict rests on, its own first; the facility's own row where there is none.
    fn cells(&self, facility: Facility<'_>) -> Vec<Cited> {
        let mut found: Vec<Cited> = facility.cells(&self.properties).collect();
        if found.is_empty() {
            let table = facility.world.inventory.tables.get(self.table);
            let row = table.and_then(|table| table.last_row(facility.number));
            found.extend(row.and_then(|row| facility.whole_row(self.table, row)));
        }
        found.extend(facility.witnesses(&self.beside));
        found
    }
}

/// Properties of a type, and of others, by name and each once.
pub(super) fn names(inventory: &Inventory, table: usize, numbers: Vec<usize>) -> Vec<PropertyId> {
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
