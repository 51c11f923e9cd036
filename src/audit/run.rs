//! Every requirement of the plan over every facility of its types.

use std::sync::Arc;

use super::areas;
use super::binding::works_since;
use super::finding::{Spot, finding, open_amount, subject};
use super::judge::{CheckVerdict, Gate, Verdict, judge};
use super::merge::merge;
use super::reference::Facility;
use super::world::World;
use crate::inventory::Inventory;
use crate::model::{
    AREA, Adcode, CheckTally, Finding, Outcome, Outcomes, Silence, StandardId, Subject, Tally, TypeId,
};
use crate::standard::program::{Areas, Body, Condition, Program, Requirement};

/// What to judge by, and which findings to make.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The standards, by id; all of them where it is empty.
    pub standards: Vec<StandardId>,
    /// Each standard only where and when it binds.
    pub auto: bool,
    /// Where facilities belong that do not say.
    pub jurisdiction: Option<Adcode>,
    /// Findings of every outcome, rather than of gaps.
    pub all_findings: bool,
}

/// Judges the inventory; a tally per requirement, and the findings asked for.
///
/// A requirement with no facility of its types still has its tally, of nothing.
pub fn run(scope: &Scope, inventory: &Inventory, program: &Program) -> (Vec<Tally>, Vec<Finding>) {
    let mut auditor = Auditor::new(scope, inventory, program);
    let chosen = (0..program.requirements.len()).filter(|number| auditor.chosen(*number));
    let chosen: Vec<usize> = chosen.collect();
    let mut tallies: Vec<Tally> =
        chosen.into_iter().filter_map(|number| auditor.requirement(number)).collect();
    merge(&mut auditor.findings, &mut tallies);
    (tallies, auditor.findings)
}

struct Auditor<'a> {
    scope: &'a Scope,
    inventory: &'a Inventory,
    program: &'a Program,
    world: World<'a>,
    /// Named once, shared by all findings of a facility.
    subjects: Vec<Vec<Option<Arc<Subject>>>>,
    findings: Vec<Finding>,
}

impl<'a> Auditor<'a> {
    fn new(scope: &'a Scope, inventory: &'a Inventory, program: &'a Program) -> Self {
        let subjects = inventory.tables.iter().map(|table| vec![None; table.facilities.len()]).collect();
        let world = World::new(inventory, program, scope.jurisdiction.as_ref());
        Self { scope, inventory, program, world, subjects, findings: Vec::new() }
    }

    fn chosen(&self, number: usize) -> bool {
        let standard = self.program.requirements.get(number).map(|requirement| requirement.standard);
        let standard = standard.and_then(|standard| self.program.standards.get(standard));
        let wanted = |id: &StandardId| self.scope.standards.is_empty() || self.scope.standards.contains(id);
        standard.is_some_and(|standard| wanted(&standard.id))
    }

    fn requirement(&mut self, number: usize) -> Option<Tally> {
        let program = self.program;
        let requirement = program.requirements.get(number)?;
        let mut tally = Tally {
            duty: Arc::clone(&requirement.duty),
            types: match requirement.areas {
                Some(_) => vec![AREA.into()],
                None => requirement.bodies.iter().filter_map(|(table, _)| self.type_id(*table)).collect(),
            },
            outcomes: Outcomes::default(),
            bound: 0,
            checks: Vec::new(),
        };
        for (table, body) in &requirement.bodies {
            tally.checks = if tally.checks.is_empty() {
                blank(body, self.inventory.facility_type(*table))
            } else {
                tally.checks
            };
            self.table(requirement, *table, body, &mut tally);
        }
        if let Some(areas) = &requirement.areas {
            self.areas(requirement, areas, &mut tally);
        }
        Some(tally)
    }

    fn areas(&mut self, requirement: &Requirement, areas: &Areas, tally: &mut Tally) {
        tally.checks = blank(&areas.body, None);
        for (verdict, finding) in areas::verdicts(&self.world, self.scope, requirement, areas) {
            add(tally, &verdict);
            if finding.few_people {
                withhold(tally);
            }
            if self.is_asked(&verdict) {
                self.findings.push(finding);
            }
        }
    }

    /// Whether a finding is made of a verdict.
    fn is_asked(&self, verdict: &Verdict) -> bool {
        self.scope.all_findings || matches!(verdict.outcome, Outcome::Failed | Outcome::CantTell)
    }

    fn type_id(&self, table: usize) -> Option<TypeId> {
        self.inventory.facility_type(table).map(|one| one.id.clone())
    }

    fn table(&mut self, requirement: &Requirement, table: usize, body: &Body, tally: &mut Tally) {
        let works = self.works(requirement, table);
        let instead = requirement.yields_to.iter().filter(|other| self.chosen(**other));
        let instead = instead.filter_map(|other| self.program.requirements.get(*other)?.body(table));
        let gate = Gate { works: works.as_ref(), instead: instead.collect() };
        let inventory = self.inventory;
        let Some(found) = inventory.tables.get(table) else { return };
        for number in 0..found.facilities.len() {
            let spot = Spot { table, number };
            let verdict = self.verdict(requirement, body, &gate, spot);
            add(tally, &verdict);
            self.keep(requirement, body, spot, &verdict);
        }
    }

    fn works(&self, requirement: &Requirement, table: usize) -> Option<Condition> {
        let from = requirement.works_from.filter(|_| self.scope.auto)?;
        Some(works_since(self.inventory.facility_type(table)?, from))
    }

    fn verdict(&self, requirement: &Requirement, body: &Body, gate: &Gate<'_>, spot: Spot) -> Verdict {
        if let Some(silence) = self.unbound(requirement, spot) {
            return Verdict::untested(silence);
        }
        judge(body, gate, Facility::new(&self.world, spot.table, spot.number))
    }

    /// Why a standard does not bind a facility under `auto`; `None` where it does.
    fn unbound(&self, requirement: &Requirement, spot: Spot) -> Option<Silence> {
        let standard = self.program.standards.get(requirement.standard).filter(|_| self.scope.auto)?;
        let facility = self.inventory.tables.get(spot.table)?.facilities.get(spot.number)?;
        let jurisdiction = facility.jurisdiction.as_ref().or(self.scope.jurisdiction.as_ref());
        if !self.world.territory.binds(standard, jurisdiction) {
            return Some(Silence::OutOfScope);
        }
        (!standard.in_force(self.inventory.as_of)).then_some(Silence::NotInForce)
    }

    fn keep(&mut self, requirement: &Requirement, body: &Body, spot: Spot, verdict: &Verdict) {
        if !self.is_asked(verdict) {
            return;
        }
        let Some(place) = self.subjects.get_mut(spot.table).and_then(|table| table.get_mut(spot.number))
        else {
            return;
        };
        if place.is_none() {
            *place = subject(self.inventory, spot, self.scope.jurisdiction.as_ref());
        }
        let Some(subject) = place.clone() else { return };
        let mut finding = finding(self.inventory, requirement, body, spot, subject, verdict);
        let facility = Facility::new(&self.world, spot.table, spot.number);
        finding.sources.extend(facility.witnesses(body));
        finding.few_people = facility.counts_few_people(body);
        self.findings.push(finding);
    }
}

/// Counts one more subject.
fn add(tally: &mut Tally, verdict: &Verdict) {
    tally.outcomes.count(verdict.outcome);
    tally.bound += u64::from(verdict.silence != Some(Silence::OutOfScope));
    tally.checks.iter_mut().zip(&verdict.checks).for_each(|(tally, check)| count(tally, check));
}

/// Amounts that would tell on people are not added up.
fn withhold(tally: &mut Tally) {
    for check in &mut tally.checks {
        check.shortfall = None;
        check.to_repair = None;
    }
}

fn blank(body: &Body, of: Option<&crate::model::FacilityType>) -> Vec<CheckTally> {
    let name = |number: usize| Some(of?.properties.get(number)?.id.clone());
    let one = |check: &crate::standard::program::Check| CheckTally {
        check: check.id.clone(),
        about: check.about().and_then(name),
        passed: 0,
        failed: 0,
        cant_tell: 0,
        shortfall: check.measure.as_ref().map(|_| crate::quantity::Interval::exact(0)),
        to_repair: check.measure.as_ref().map(|_| crate::quantity::Interval::exact(0)),
        unit: check.measure.as_ref().and_then(|measure| measure.unit.clone()),
    };
    body.checks.iter().map(one).collect()
}

fn count(tally: &mut CheckTally, check: &CheckVerdict) {
    match check.outcome {
        Outcome::Passed => tally.passed += 1,
        Outcome::Failed => {
            tally.failed += 1;
            tally.shortfall = tally.shortfall.zip(open_amount(check)).map(|(sum, one)| sum + one);
            tally.to_repair = tally.shortfall;
        }
        _ => tally.cant_tell += 1,
    }
}
