//! Whether a facility complies with other standards: their own verdicts decide.
//!
//! Their mandatory requirements are judged, each as of its works: what was
//! permitted (else completed) before a code began does not have to meet it.
//! One failure decides; where no requirement applies, what was surveyed counts.

use super::binding::works_since;
use super::judge::{Gate, Instead, Verdict, judge};
use super::reference::{Causes, Facility, Judgement};
use super::world::World;
use crate::inventory::{Status, Value};
use crate::model::{Outcome, Reason, Strength};
use crate::quantity::Truth;
use crate::standard::program::{Body, Complies, Requirement};

impl Facility<'_> {
    pub(super) fn complies(self, complies: &Complies) -> Judgement {
        let (mut passed, mut causes) = (false, Causes::new());
        for (body, gate) in self.world.demands(self.kind, complies) {
            let verdict = judge(body, &gate, self, |other| self.world.in_force(other));
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

impl<'a> World<'a> {
    /// What other standards ask of a type: their mandatory requirements that are in force.
    pub(super) fn demands(&self, kind: usize, complies: &Complies) -> Vec<(&'a Body, Gate<'a>)> {
        let of = self.program.requirements.iter().filter(|one| complies.standards.contains(&one.standard));
        let mandatory = of.filter(|one| one.duty.obligation.strength == Strength::Mandatory);
        let in_force = mandatory.filter(|one| self.in_force(one));
        in_force.filter_map(|one| Some((one.body(kind)?, self.gate(kind, one, complies)?))).collect()
    }

    pub(super) fn in_force(&self, requirement: &Requirement) -> bool {
        self.program.standards.get(requirement.standard).is_some_and(|of| of.in_force(self.day))
    }

    fn gate(&self, kind: usize, requirement: &Requirement, complies: &Complies) -> Option<Gate<'a>> {
        let (program, inventory) = (self.program, self.inventory);
        let facility_type = inventory.facility_type(kind)?;
        let works = |of: &Requirement| {
            of.works_from.map(|from| works_since(&inventory.catalogue, facility_type, from))
        };
        let instead = requirement.yields_to.iter().filter_map(|other| program.requirements.get(*other));
        let instead = instead.filter(|other| complies.standards.contains(&other.standard));
        let instead = instead.filter_map(|other| {
            Some(Instead { requirement: other, body: other.body(kind)?, works: works(other) })
        });
        Some(Gate { works: works(requirement), instead: instead.collect() })
    }
}

fn why(verdict: &Verdict) -> Causes {
    let Some(reason) = verdict.reason else { return Causes::new() };
    if verdict.properties.is_empty() {
        return vec![(reason, None)];
    }
    verdict.properties.iter().map(|property| (reason, Some(*property))).collect()
}
