//! Requirements that speak of areas: one verdict per area, whatever the rows say.

use std::sync::Arc;

use super::cited::Citations;
use super::finding::Told;
use super::judge::{Gate, Instead, Verdict, judge};
use super::reference::Facility;
use super::run::Scope;
use super::world::World;
use crate::model::{AREA, Adcode, Finding, Silence, Subject};
use crate::standard::pack::{Area, Standard};
use crate::standard::program::{Areas, Body, Requirement};

/// Every area a requirement speaks of, with its verdict.
pub(super) fn verdicts(
    world: &World<'_>,
    scope: &Scope,
    requirement: &Requirement,
    areas: &Areas,
) -> Vec<(Verdict, Finding)> {
    let Some(standard) = world.program.standards.get(requirement.standard) else { return Vec::new() };
    let gate = Gate { works: None, instead: instead(world, scope, requirement) };
    let judged = |area: &Area| {
        let facility = Facility::of_area(world, &area.adcode);
        let verdict = match unbound(world, scope, standard, area) {
            Some(silence) => Verdict::untested(silence),
            None => judge(&areas.body, &gate, facility, |other| {
                let of = world.program.standards.get(other.standard);
                of.is_some_and(|of| unbound(world, scope, of, area).is_none())
            }),
        };
        told(world, requirement, &areas.body, area, verdict)
    };
    standard.areas.iter().filter(|area| is_asked(world, standard, areas, area)).map(judged).collect()
}

/// A verdict on an area, and its finding.
pub(super) fn told(
    world: &World<'_>,
    requirement: &Requirement,
    body: &Body,
    area: &Area,
    verdict: Verdict,
) -> (Verdict, Finding) {
    let facility = Facility::of_area(world, &area.adcode);
    let told = Told::new(world, requirement, body, facility.kind);
    let result = Arc::new(told.result(world.inventory, &verdict));
    let cited = &mut Citations::new(world.inventory);
    let finding = told.finding(facility, Arc::new(subject(area)), result, cited);
    (verdict, finding)
}

/// What takes the place of a requirement, of those that are asked for.
fn instead(world: &World<'_>, scope: &Scope, requirement: &Requirement) -> Vec<Instead> {
    let program = world.program;
    let chosen = |other: &Requirement| {
        let of = program.standards.get(other.standard).map(|of| &of.id);
        scope.standards.is_empty() || of.is_some_and(|of| scope.standards.contains(of))
    };
    let others =
        requirement.yields_to.iter().filter(|other| program.requirements.get(**other).is_some_and(chosen));
    others.map(|other| Instead { requirement: *other, works: None }).collect()
}

/// Areas of the level, on the day: the standard's own, or those below it.
fn is_asked(world: &World<'_>, standard: &Standard, areas: &Areas, area: &Area) -> bool {
    let own = area.adcode == standard.jurisdiction;
    let below = || world.territory.is_in(&area.adcode, &standard.jurisdiction);
    let is_meant = if areas.children { !own && below() } else { own };
    area.level == areas.level && area.is_valid(world.day) && is_meant
}

/// By name, a standard speaks of all its areas until it lapses; under `auto`, of
/// those the audit is about, while it is in force.
pub(super) fn unbound(world: &World<'_>, scope: &Scope, standard: &Standard, area: &Area) -> Option<Silence> {
    if !scope.auto {
        let has_lapsed = standard.until.is_some_and(|until| until < world.day);
        return has_lapsed.then_some(Silence::NotInForce);
    }
    let concerns = |place: &Adcode, whole: &Adcode| world.territory.is_in(place, whole);
    let whole = if scope.jurisdiction.is_some() { &area.adcode } else { &standard.jurisdiction };
    let asked = scope.jurisdiction.as_ref().is_some_and(|asked| concerns(&area.adcode, asked));
    if !asked && !world.places().iter().any(|place| concerns(place, whole)) {
        return Some(Silence::OutOfScope);
    }
    (!standard.in_force(world.day)).then_some(Silence::NotInForce)
}

/// The area as findings name it.
fn subject(area: &Area) -> Subject {
    Subject {
        facility_type: AREA.into(),
        id: area.adcode.as_str().into(),
        name: Some(area.name.zh.as_str().into()),
        jurisdiction: Some(area.adcode.clone()),
        position: None,
    }
}
