//! Every requirement of the plan over every facility of its types.

use std::sync::{Arc, OnceLock};

use super::cited::Citations;
use super::columnar::{self, Part, Wanted};
use super::finding::{Spot, Told, names, subject};
use super::memo::Memo;
use super::merge::merge;
use super::plan::{Plan, Task};
use super::reference::Facility;
use super::{areas, registers, rows};
use crate::inventory::{Inventory, Table};
use crate::model::{
    AREA, Adcode, CheckTally, Finding, Outcomes, RequirementResult, StandardId, Subject, Tally,
};
use crate::parallel::in_parallel;
use crate::quantity::Interval;
use crate::standard::program::{Body, Check, Program, Requirement};

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
    let plan = Plan::new(scope, inventory, program);
    let (mut tallies, mut findings) = judged(&plan, &plan.requirements());
    merge(&mut findings, &mut tallies);
    (tallies, findings)
}

/// The findings of one requirement alone, as a run over its standard makes them.
///
/// Requirements that take its place, and standards it refers to, are looked at all the same.
pub(super) fn run_one(
    scope: &Scope,
    inventory: &Inventory,
    program: &Program,
    requirement: &Requirement,
) -> Vec<Finding> {
    let plan = Plan::new(scope, inventory, program);
    judged(&plan, &[(requirement, plan.tasks(requirement))]).1
}

/// A tally for each requirement, and the findings asked for, none of them merged.
fn judged(plan: &Plan<'_>, requirements: &[(&Requirement, Vec<Task<'_>>)]) -> (Vec<Tally>, Vec<Finding>) {
    let tasks: Vec<&Task<'_>> = requirements.iter().flat_map(|(_, tasks)| tasks).collect();
    let parts = parts(plan, &tasks);
    let found = findings_of(plan, &tasks, &parts);
    // Findings are large: room for all at once spares a second copy of them.
    let mut findings = Vec::with_capacity(found.iter().map(Vec::len).sum());
    let (mut tallies, mut rest) = (Vec::new(), (tasks.iter().zip(&parts), found.into_iter()));
    for (requirement, tasks) in requirements {
        let mut tally = blank(plan, requirement);
        for ((task, parts), found) in rest.0.by_ref().zip(rest.1.by_ref()).take(tasks.len()) {
            for (_, part) in parts {
                add(&mut tally, task.body, part);
            }
            findings.extend(found);
        }
        of_areas(plan, requirement, &mut tally, &mut findings);
        tallies.push(tally);
    }
    (tallies, findings)
}

/// What a requirement says of areas rather than of facilities, one at a time: areas are few.
pub(super) fn of_areas(
    plan: &Plan<'_>,
    requirement: &Requirement,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) {
    let verdicts = match &requirement.areas {
        Some(areas) => areas::verdicts(&plan.world, plan.scope, requirement, areas),
        None => registers::missing(&plan.world, plan.scope, requirement),
    };
    for (verdict, finding) in verdicts {
        rows::count(tally, &verdict);
        if finding.few_people {
            withhold(tally);
        }
        findings.extend(rows::wanted(plan.scope, &verdict).then_some(finding));
    }
}

/// The parts of each task, each with its first row, in the order of rows.
fn parts(plan: &Plan<'_>, tasks: &[&Task<'_>]) -> Vec<Vec<(usize, Part)>> {
    let wanted = if plan.scope.all_findings { Wanted::All } else { Wanted::Gaps };
    let asked = columnar::of_tables(plan, tasks, true);
    let jobs = columnar::jobs(&asked);
    let done = in_parallel(jobs.len(), |job| {
        jobs.get(job).map(|(asked, rows)| columnar::part(&asked.duties, rows.clone(), wanted))
    });
    let mut parts: Vec<Vec<(usize, Part)>> = tasks.iter().map(|_| Vec::new()).collect();
    for ((asked, rows), done) in jobs.iter().zip(done) {
        for (task, part) in asked.tasks.iter().zip(done.into_iter().flatten()) {
            if let Some(parts) = parts.get_mut(*task) {
                parts.push((rows.start, part));
            }
        }
    }
    parts
}

/// Amounts that would tell on people are not added up.
fn withhold(tally: &mut Tally) {
    tally.checks.iter_mut().for_each(|check| check.shortfall = None);
}

/// The findings of each task, in the order of rows.
fn findings_of(plan: &Plan<'_>, tasks: &[&Task<'_>], parts: &[Vec<(usize, Part)>]) -> Vec<Vec<Finding>> {
    let numbered = parts.iter().enumerate();
    let all = numbered.flat_map(|(number, parts)| parts.iter().map(move |part| (number, part)));
    let jobs: Vec<_> = all.filter(|(_, (_, part))| part.wanted.iter().any(|word| *word != 0)).collect();
    let subjects = Subjects::new(plan);
    let told: Vec<Told<'_>> = tasks.iter().map(|task| plan.told(task)).collect();
    let done = in_parallel(jobs.len(), |job| {
        let (number, (start, part)) = jobs.get(job)?;
        let (task, told) = (tasks.get(*number)?, told.get(*number)?);
        let (mut memo, mut citations) = (Memo::new(plan, task, told), Citations::new(plan.inventory));
        let rows = part.rows().map(|row| start + row);
        let findings =
            rows.filter_map(|row| subjects.finding(told, task, row, memo.result(row), &mut citations));
        Some(findings.collect::<Vec<_>>())
    });
    let mut findings: Vec<Vec<Finding>> = tasks.iter().map(|_| Vec::new()).collect();
    for ((number, _), done) in jobs.iter().zip(done) {
        if let Some(findings) = findings.get_mut(*number) {
            findings.extend(done.into_iter().flatten());
        }
    }
    findings
}

/// Facilities as findings name them: made once, shared by all findings of a facility.
pub(super) struct Subjects<'a> {
    plan: &'a Plan<'a>,
    tables: Vec<Vec<OnceLock<Option<Arc<Subject>>>>>,
}

impl<'a> Subjects<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Self {
        let blank = |table: &Table| table.facilities.iter().map(|_| OnceLock::new()).collect();
        Self { plan, tables: plan.inventory.tables.iter().map(blank).collect() }
    }

    /// The finding of a result.
    pub(super) fn finding(
        &self,
        told: &Told<'_>,
        task: &Task<'_>,
        number: usize,
        result: Arc<RequirementResult>,
        citations: &mut Citations<'_>,
    ) -> Option<Finding> {
        let Plan { inventory, scope, world, .. } = self.plan;
        let named = self.tables.get(task.table)?.get(number)?;
        let spot = Spot { table: task.table, number };
        let named = named.get_or_init(|| subject(inventory, spot, scope.jurisdiction.as_ref()));
        let facility = Facility::new(world, task.table, number);
        Some(told.finding(facility, named.clone()?, result, citations))
    }
}

/// The tally of a requirement before anything is counted.
pub(super) fn blank(plan: &Plan<'_>, requirement: &Requirement) -> Tally {
    // Areas have no table; what is looked at is of other types then.
    let table = requirement.bodies.first().map_or(plan.inventory.tables.len(), |(table, _)| *table);
    let of = plan.inventory.facility_type(table);
    let name = |number: usize| Some(of?.properties.get(number)?.id.clone());
    let one = |check: &Check| CheckTally {
        check: check.id.clone(),
        about: check.about().and_then(name),
        properties: names(plan.inventory, table, check.properties()),
        passed: 0,
        failed: 0,
        cant_tell: 0,
        shortfall: check.measure.as_ref().map(|_| Interval::exact(0)),
        to_repair: None,
        unit: check.measure.as_ref().and_then(|measure| measure.unit.clone()),
    };
    let of_areas = requirement.areas.as_ref().map(|areas| &areas.body);
    let bodies = || requirement.bodies.iter().map(|(_, body)| body).chain(of_areas);
    let checks =
        bodies().find(|body| !body.checks.is_empty()).map(|body| body.checks.iter().map(one).collect());
    Tally {
        duty: Arc::clone(&requirement.duty),
        types: match requirement.areas {
            Some(_) => vec![AREA.into()],
            None => requirement.bodies.iter().filter_map(|(table, _)| plan.type_id(*table)).collect(),
        },
        outcomes: Outcomes::default(),
        bound: 0,
        checks: checks.unwrap_or_default(),
    }
}

fn add(tally: &mut Tally, body: &Body, part: &Part) {
    tally.outcomes.add(part.outcomes);
    tally.bound += part.bound;
    for ((tally, check), part) in tally.checks.iter_mut().zip(&body.checks).zip(&part.checks) {
        tally.passed += part.passed;
        tally.failed += part.failed;
        tally.cant_tell += part.cant_tell;
        if part.failed > 0 {
            let missing = check.measure.as_ref().map(|_| part.shortfall);
            tally.shortfall = tally.shortfall.zip(missing).map(|(sum, missing)| sum + missing);
        }
    }
}
