//! Requirements about registers: an area of which none was given is named, and never passes by silence.
//!
//! Where a register has rows for some areas of a level, it is missed of the
//! others of that level; where it has none at all, of the standard's own area.

use std::collections::BTreeSet;

use super::areas::{told, unbound};
use super::judge::Verdict;
use super::run::Scope;
use super::world::World;
use crate::model::{Adcode, Finding, Silence};
use crate::standard::pack::{Area, Level, Standard};
use crate::standard::program::Requirement;

/// The areas a register is missed of.
pub(super) fn missing(
    world: &World<'_>,
    scope: &Scope,
    requirement: &Requirement,
) -> Vec<(Verdict, Finding)> {
    let Some(standard) = world.program.standards.get(requirement.standard) else { return Vec::new() };
    let Some((_, body)) = requirement.bodies.first() else { return Vec::new() };
    let Some(given) = given(world, requirement) else { return Vec::new() };
    let areas: Vec<&Area> = standard.areas.iter().filter(|area| is_of(world, standard, area)).collect();
    let has_row = |area: &&&Area| given.contains(&area.adcode);
    let levels: BTreeSet<Level> = areas.iter().filter(has_row).map(|area| area.level).collect();
    let is_missed = |area: &&&Area| {
        let is_expected = levels.contains(&area.level) && !has_row(area);
        is_expected || levels.is_empty() && area.adcode == standard.jurisdiction
    };
    let missed =
        areas.iter().filter(is_missed).filter(|area| unbound(world, scope, standard, area).is_none());
    missed.map(|area| told(world, requirement, body, area, Verdict::untested(Silence::NoRegister))).collect()
}

/// The areas a register was given of; `None` where it is no register, or may be of any area.
fn given<'w>(world: &'w World<'_>, requirement: &Requirement) -> Option<BTreeSet<&'w Adcode>> {
    let catalogue = &world.inventory.catalogue;
    let mut places = BTreeSet::new();
    for (kind, _) in &requirement.bodies {
        let group = world.inventory.facility_type(*kind).map(|of| of.group.as_str());
        if group.is_none() || group != catalogue.registers.as_deref() {
            return None;
        }
        for number in 0..world.table(*kind).facilities.len() {
            places.insert(world.place(*kind, number)?);
        }
    }
    Some(places)
}

/// Areas that exist on the day: the standard's own, and those below it.
fn is_of(world: &World<'_>, standard: &Standard, area: &Area) -> bool {
    area.is_valid(world.day) && world.territory.is_in(&area.adcode, &standard.jurisdiction)
}
