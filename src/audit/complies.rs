//! Whether a facility complies with other standards: their own verdicts decide.
//!
//! Their mandatory requirements are judged, each as of its works: what was
//! permitted (else completed) before a code began does not have to meet it.
//! One failure decides; where no requirement applies, what was surveyed counts.

use std::sync::Arc;

use super::binding::works_since;
use super::judge::{Gate, Instead, Verdict, judge};
use super::reference::{Causes, Facility, Judgement};
use super::world::{World, remembered};
use crate::inventory::{Status, Value};
use crate::model::{Outcome, Reason, Strength};
use crate::quantity::Truth;
use crate::standard::program::{Complies, Requirement};

impl Facility<'_> {
    pub(super) fn complies(self, complies: &Complies) -> Judgement {
        let (mut passed, mut causes) = (false, Causes::new());
        for (requirement, gate) in self.world.demands(self.kind, complies).iter() {
            let body = self.world.program.requirements.get(*requirement).and_then(|one| one.body(self.kind));
            let Some(body) = body else { continue };
            let verdict = judge(body, gate, self, |other| self.world.in_force(other));
            match verdict.outcome {
                Outcome::Failed => return Judgement { truth: Truth::False, causes: Causes::new() },
                Outcome::CantTell => causes.extend(why(&verdict)),
                Outcome::Passed => passed = true,
                Outcome::Inapplicable | Outcome::Untested => {}
            }
        }
        match (causes.is_empty(), passed) {
            (false, _) => Judgement { truth: Truth::Unknown, causes },
            (true, true) => Judgement { truth: Truth::True, causes },
            (true, false) => self.surveyed(complies),
        }
    }

    /// What a surveyor says, where no requirement does.
    pub(super) fn surveyed(self, complies: &Complies) -> Judgement {
        let cell = complies.surveyed.and_then(|property| self.table.cell(property, self.number));
        let (truth, reason) = match cell.map(|cell| (cell.status, &cell.value)) {
            Some((Status::Known, Value::Flag(truth))) => (*truth, Reason::DeferenceUnresolved),
            Some((Status::Conflict, _)) => (Truth::Unknown, Reason::Conflict),
            _ => (Truth::Unknown, Reason::DeferenceUnresolved),
        };
        let causes = if truth == Truth::Unknown { vec![(reason, complies.surveyed)] } else { Causes::new() };
        Judgement { truth, causes }
    }
}

/// Indices of requirements, and what gates them.
pub(super) type Demands = Arc<[(usize, Gate)]>;

impl World<'_> {
    /// What other standards ask of a type: their mandatory requirements that are in force and can be failed.
    pub(super) fn demands(&self, kind: usize, complies: &Complies) -> Demands {
        let made = || self.asked_of(kind, complies);
        remembered(&self.demands, (kind, complies.standards.clone()), made)
    }

    fn asked_of(&self, kind: usize, complies: &Complies) -> Demands {
        let all = self.program.requirements.iter().enumerate();
        let has_checks = |one: &Requirement| one.body(kind).is_some_and(|body| !body.checks.is_empty());
        let of = all.filter(|(_, one)| complies.standards.contains(&one.standard) && has_checks(one));
        let mandatory = of.filter(|(_, one)| one.duty.obligation.strength == Strength::Mandatory);
        let in_force = mandatory.filter(|(_, one)| self.in_force(one));
        in_force.filter_map(|(number, one)| Some((number, self.gate(kind, one, complies)?))).collect()
    }

    pub(super) fn in_force(&self, requirement: &Requirement) -> bool {
        self.program.standards.get(requirement.standard).is_some_and(|of| of.in_force(self.day))
    }

    fn gate(&self, kind: usize, requirement: &Requirement, complies: &Complies) -> Option<Gate> {
        let (program, inventory) = (self.program, self.inventory);
        let facility_type = inventory.facility_type(kind)?;
        let works = |of: &Requirement| {
            of.works_from.map(|from| works_since(&inventory.catalogue, facility_type, from))
        };
        let instead = |number: &usize| {
            let other = program.requirements.get(*number)?;
            let takes_its_place = complies.standards.contains(&other.standard) && other.body(kind).is_some();
            takes_its_place.then(|| Instead { requirement: *number, works: works(other) })
        };
        let instead = requirement.yields_to.iter().filter_map(instead).collect();
        Some(Gate { works: works(requirement), instead })
    }
}

fn why(verdict: &Verdict) -> Causes {
    let Some(reason) = verdict.reason else { return Causes::new() };
    if verdict.properties.is_empty() {
        return vec![(reason, None)];
    }
    verdict.properties.iter().map(|property| (reason, Some(*property))).collect()
}
