//! Whether a facility complies with other standards: their own verdicts decide.
//!
//! Their mandatory requirements are judged, each as of its works: what was
//! permitted (else completed) before a code began does not have to meet it.
//! One failure decides; where no requirement applies, what was surveyed counts.

use super::binding::works_since;
use super::judge::{Gate, Instead, Verdict, judge};
use super::reference::{Causes, Facility, Judgement};
use crate::inventory::{Status, Value};
use crate::model::{Outcome, Reason, Strength};
use crate::quantity::Truth;
use crate::standard::program::{Complies, Requirement};

impl Facility<'_> {
    pub(super) fn complies(self, complies: &Complies) -> Judgement {
        let program = self.world.program;
        let of = program.requirements.iter().filter(|one| complies.standards.contains(&one.standard));
        let (mut passed, mut causes) = (false, Causes::new());
        for verdict in of.filter_map(|requirement| self.by_other(requirement, complies)) {
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

    /// The verdict of a requirement of another standard, where that is mandatory and in force.
    fn by_other(self, requirement: &Requirement, complies: &Complies) -> Option<Verdict> {
        let program = self.world.program;
        let standard = program.standards.get(requirement.standard)?;
        let mandatory = requirement.duty.obligation.strength == Strength::Mandatory;
        let body = requirement.body(self.kind).filter(|_| mandatory && standard.in_force(self.world.day))?;
        let inventory = self.world.inventory;
        let facility_type = inventory.facility_type(self.kind)?;
        let works = |of: &Requirement| {
            of.works_from.map(|from| works_since(&inventory.catalogue, facility_type, from))
        };
        let instead = requirement.yields_to.iter().filter_map(|other| program.requirements.get(*other));
        let instead = instead.filter(|other| complies.standards.contains(&other.standard));
        let instead = instead.filter_map(|other| {
            Some(Instead { requirement: other, body: other.body(self.kind)?, works: works(other) })
        });
        let gate = Gate { works: works(requirement), instead: instead.collect() };
        let in_force = |other: &Requirement| {
            program.standards.get(other.standard).is_some_and(|of| of.in_force(self.world.day))
        };
        Some(judge(body, &gate, self, in_force))
    }

    /// What a surveyor says, where no requirement does.
    fn surveyed(self, complies: &Complies) -> Judgement {
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

fn why(verdict: &Verdict) -> Causes {
    let Some(reason) = verdict.reason else { return Causes::new() };
    if verdict.properties.is_empty() {
        return vec![(reason, None)];
    }
    verdict.properties.iter().map(|property| (reason, Some(*property))).collect()
}
