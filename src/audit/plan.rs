//! What is to be judged: requirements, the facility types they speak of, and what gates them.

use super::binding::works_since;
use super::finding::Told;
use super::judge::{Gate, Instead, Verdict, judge};
use super::reference::Facility;
use super::run::Scope;
use super::world::World;
use crate::inventory::Inventory;
use crate::model::{Adcode, Silence, StandardId, TypeId};
use crate::standard::program::{Body, Condition, Program, Requirement};

/// A scope, seen with the inventory and the program it is about.
pub(super) struct Plan<'a> {
    pub(super) scope: &'a Scope,
    pub(super) inventory: &'a Inventory,
    program: &'a Program,
    pub(super) world: World<'a>,
}

/// One requirement and one facility type.
pub(super) struct Task<'a> {
    pub(super) requirement: &'a Requirement,
    pub(super) table: usize,
    pub(super) body: &'a Body,
    pub(super) gate: Gate,
}

impl<'a> Plan<'a> {
    pub(super) fn new(scope: &'a Scope, inventory: &'a Inventory, program: &'a Program) -> Self {
        Self::seen_by(scope, inventory, program, true)
    }

    /// The same for the reference evaluator alone.
    pub(super) fn by_rows(scope: &'a Scope, inventory: &'a Inventory, program: &'a Program) -> Self {
        Self::seen_by(scope, inventory, program, false)
    }

    fn seen_by(scope: &'a Scope, inventory: &'a Inventory, program: &'a Program, by_columns: bool) -> Self {
        let world = World::new(inventory, program, scope.jurisdiction.as_ref(), by_columns);
        Self { scope, inventory, program, world }
    }

    /// The requirements of the scope, with a task for each facility type.
    pub(super) fn requirements(&self) -> Vec<(&'a Requirement, Vec<Task<'a>>)> {
        let all = self.program.requirements.iter().filter(|requirement| self.is_chosen(requirement));
        all.map(|requirement| (requirement, self.tasks(requirement))).collect()
    }

    /// What all findings of a task have in common.
    pub(super) fn told(&self, task: &Task<'a>) -> Told<'a> {
        Told::new(&self.world, task.requirement, task.body, task.table)
    }

    pub(super) fn type_id(&self, table: usize) -> Option<TypeId> {
        self.inventory.facility_type(table).map(|one| one.id.clone())
    }

    fn is_chosen(&self, requirement: &Requirement) -> bool {
        let wanted = |id: &StandardId| self.scope.standards.is_empty() || self.scope.standards.contains(id);
        self.program.standards.get(requirement.standard).is_some_and(|standard| wanted(&standard.id))
    }

    /// What one requirement asks, facility type by facility type.
    pub(super) fn tasks(&self, requirement: &'a Requirement) -> Vec<Task<'a>> {
        requirement.bodies.iter().filter_map(|(table, _)| self.task(requirement, *table)).collect()
    }

    /// What one requirement asks of one facility type.
    pub(super) fn task(&self, requirement: &'a Requirement, table: usize) -> Option<Task<'a>> {
        let (_, body) = requirement.bodies.iter().find(|(of, _)| *of == table)?;
        Some(Task { requirement, table, body, gate: self.gate(requirement, table) })
    }

    fn gate(&self, requirement: &Requirement, table: usize) -> Gate {
        let instead = |number: &usize| {
            let other = self.program.requirements.get(*number).filter(|other| self.is_chosen(other))?;
            other.body(table)?;
            Some(Instead { requirement: *number, works: self.works(other, table) })
        };
        Gate {
            works: self.works(requirement, table),
            instead: requirement.yields_to.iter().filter_map(instead).collect(),
        }
    }

    fn works(&self, requirement: &Requirement, table: usize) -> Option<Condition> {
        let from = requirement.works_from.filter(|_| self.scope.auto)?;
        Some(works_since(&self.inventory.catalogue, self.inventory.facility_type(table)?, from))
    }

    /// Why a standard does not bind a facility of a jurisdiction; `None` where it does.
    pub(super) fn unbound(
        &self,
        requirement: &Requirement,
        jurisdiction: Option<&Adcode>,
    ) -> Option<Silence> {
        let standard = self.program.standards.get(requirement.standard)?;
        if !self.scope.auto {
            return standard.has_lapsed(self.inventory.as_of).then_some(Silence::NotInForce);
        }
        let jurisdiction = jurisdiction.or(self.scope.jurisdiction.as_ref());
        if !self.world.territory.binds(standard, jurisdiction) {
            return Some(Silence::OutOfScope);
        }
        (!standard.in_force(self.inventory.as_of)).then_some(Silence::NotInForce)
    }

    /// The verdict of the reference evaluator on a facility.
    pub(super) fn verdict(&self, task: &Task<'_>, number: usize) -> Verdict {
        let table = self.inventory.tables.get(task.table);
        let Some(facility) = table.and_then(|table| table.facilities.get(number)) else {
            return Verdict::untested(Silence::OutOfScope);
        };
        if let Some(silence) = self.unbound(task.requirement, facility.jurisdiction.as_ref()) {
            return Verdict::untested(silence);
        }
        let binds = |other: &Requirement| self.unbound(other, facility.jurisdiction.as_ref()).is_none();
        judge(task.body, &task.gate, Facility::new(&self.world, task.table, number), binds)
    }
}
