//! From a verdict in indices to a finding people can follow.

use std::sync::Arc;

use super::about;
use super::gap::gap_class;
use super::judge::{CheckVerdict, Verdict};
use crate::inventory::Inventory;
use crate::model::{Adcode, CheckResult, Finding, PropertyId, Source, Subject};
use crate::standard::program::{Body, Requirement};

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

/// The finding of a verdict.
pub(super) fn finding(
    inventory: &Inventory,
    requirement: &Requirement,
    body: &Body,
    spot: Spot,
    subject: Arc<Subject>,
    verdict: &Verdict,
) -> Finding {
    let names = |numbers| names(inventory, spot.table, numbers);
    let checks: Vec<CheckResult> = body
        .checks
        .iter()
        .zip(&verdict.checks)
        .map(|(check, result)| CheckResult {
            check: check.id.clone(),
            outcome: result.outcome,
            reason: result.reason,
            properties: names(check.properties()),
            measure: check.measured_property().and_then(|number| names(vec![number]).pop()),
            measured: result.amounts.map(|amounts| amounts.measured),
            required: result.amounts.map(|amounts| amounts.required),
            shortfall: open_amount(result),
            unit: check.measure.as_ref().and_then(|measure| measure.unit.clone()),
            remedy: check.remedy.clone(),
        })
        .collect();
    let main = checks.iter().find(|check| check.measured.is_some());
    Finding {
        duty: Arc::clone(&requirement.duty),
        outcome: verdict.outcome,
        reason: verdict.reason,
        reason_in: verdict.reason_in,
        silence: verdict.silence,
        properties: names(verdict.properties.iter().copied().collect()),
        measured: main.map_or(verdict.measured, |check| check.measured),
        required: main.and_then(|check| check.required),
        shortfall: main.and_then(|check| check.shortfall),
        gap: gap_class(&requirement.duty, verdict.outcome, inventory.as_of),
        merged_into: None,
        few_people: false,
        sources: sources(inventory, body, spot),
        checks,
        subject,
    }
}

/// What is missing, where something may be.
pub(super) fn open_amount(result: &CheckVerdict) -> Option<crate::quantity::Interval> {
    let open = matches!(result.outcome, crate::model::Outcome::Failed | crate::model::Outcome::CantTell);
    result.amounts.filter(|_| open).map(|amounts| amounts.shortfall)
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

/// Every cell the verdict rests on; the facility's own row where there is none.
fn sources(inventory: &Inventory, body: &Body, spot: Spot) -> Vec<Source> {
    let of = |property: usize| inventory.sources(spot.table, property, spot.number);
    let found: Vec<Source> = body.properties().into_iter().flat_map(of).collect();
    if found.is_empty() { inventory.row_of(spot.table, spot.number).into_iter().collect() } else { found }
}
