//! What is asked of one table, and where which outcome is.
#![expect(clippy::inline_always, reason = "kernels are compiled into the block loop of each instruction set")]

use std::sync::Arc;

use super::block::Block;
use super::graph::Graph;
use super::near::Fact;
use super::plane::{self, EMPTY, Pair, Plane, meet, without};
use super::tally::SumOf;
use crate::audit::judge::Gate;
use crate::audit::plan::{Plan, Task};
use crate::inventory::{Cell, Table};
use crate::model::Adcode;
use crate::standard::aggregate::Aggregate;
use crate::standard::program::{Body, Check, Condition, Function, Operator, Quantity, Requirement};

/// Everything that is asked of one table, as one graph.
pub(in crate::audit) struct Duties<'a> {
    pub(super) graph: Graph<'a>,
    pub(super) all: Vec<Duty>,
}

/// One task in steps of the graph.
pub(super) struct Duty {
    /// Where it binds on the day.
    bound: usize,
    applies: usize,
    /// All checks; none where the clause has no pass mark.
    holds: Option<usize>,
    pub(super) checks: Vec<(usize, Option<SumOf>)>,
}

/// The rows of each outcome; a row is in one of them.
#[derive(Clone, Copy)]
pub(super) struct Outcomes {
    pub(super) bound: Plane,
    pub(super) passed: Plane,
    pub(super) failed: Plane,
    pub(super) cant_tell: Plane,
    pub(super) inapplicable: Plane,
    pub(super) untested: Plane,
    /// Where the checks have been tried.
    pub(super) tried: Plane,
}

impl<'a> Duties<'a> {
    /// The tasks on one table; amounts only where they are to be added up.
    pub(in crate::audit) fn new(
        plan: &'a Plan<'a>,
        kind: usize,
        table: &'a Table,
        tasks: &[&Task<'_>],
        amounts: bool,
    ) -> Self {
        let mut graph = Graph::new(&plan.world, kind, table);
        let all = tasks.iter().map(|task| Duty::new(&mut graph, plan, task, amounts)).collect();
        Self { graph, all }
    }

    pub(in crate::audit) fn rows(&self) -> usize {
        self.graph.table.facilities.len()
    }
}

impl Duty {
    fn new(graph: &mut Graph<'_>, plan: &Plan<'_>, task: &Task<'_>, amounts: bool) -> Self {
        let checks: Vec<usize> = task.body.checks.iter().map(|check| graph.condition(&check.test)).collect();
        let sums = task.body.checks.iter().map(|check| shortfall(check).filter(|_| amounts));
        let sums: Vec<Option<SumOf>> =
            sums.map(|amount| amount.map(|amount| SumOf::new(graph, amount))).collect();
        Self {
            bound: bound(graph, plan, task.table, task.requirement),
            applies: applies(graph, task.body, &task.gate, |graph, other| {
                Some(bound(graph, plan, task.table, other))
            }),
            holds: (!checks.is_empty()).then(|| graph.all(checks.clone())),
            checks: checks.into_iter().zip(sums).collect(),
        }
    }

    /// The outcomes of a block whose steps have been taken.
    #[inline(always)]
    pub(super) fn outcomes(&self, block: &Block) -> Outcomes {
        let of = |step: usize| block.truths.get(step).unwrap_or(&Pair::UNKNOWN);
        let live = plane::first(block.rows);
        let mut bound = live;
        meet(&mut bound, &of(self.bound).yes);
        let applies = of(self.applies);
        let (mut inapplicable, mut tried) = (bound, bound);
        meet(&mut inapplicable, &applies.no);
        meet(&mut tried, &applies.yes);
        let mut untested = without(&live, &bound);
        let (mut passed, mut failed) = (EMPTY, EMPTY);
        if let Some(holds) = self.holds {
            (passed, failed) = (tried, tried);
            meet(&mut passed, &of(holds).yes);
            meet(&mut failed, &of(holds).no);
        } else {
            plane::join(&mut untested, &tried);
            tried = EMPTY;
        }
        let mut decided = passed;
        for other in [&failed, &inapplicable, &untested] {
            plane::join(&mut decided, other);
        }
        Outcomes { bound, passed, failed, cant_tell: without(&live, &decided), inapplicable, untested, tried }
    }
}

/// A requirement applies by its own words, its condition, its date, and where no other takes its place.
pub(super) fn applies(
    graph: &mut Graph<'_>,
    body: &Body,
    gate: &Gate,
    binds: impl Fn(&mut Graph<'_>, &Requirement) -> Option<usize>,
) -> usize {
    let own = std::iter::once(&body.applies).chain(&gate.works).chain(&body.condition);
    let mut parts: Vec<usize> = own.map(|condition| graph.condition(condition)).collect();
    for other in &gate.instead {
        let Some(requirement) = graph.world.program.requirements.get(other.requirement) else { continue };
        let Some(body) = requirement.body(graph.kind) else { continue };
        let own = std::iter::once(&body.applies).chain(&other.works);
        let mut whole: Vec<usize> = own.map(|condition| graph.condition(condition)).collect();
        whole.extend(binds(graph, requirement));
        let whole = graph.all(whole);
        parts.push(graph.not(whole));
    }
    if let Some(asked) = nothing_to_check(&body.checks) {
        let none = asked.into_iter().map(|aggregate| graph.holds(Fact::None(aggregate))).collect();
        let none = graph.all(none);
        parts.push(graph.not(none));
    }
    graph.all(parts)
}

/// What every one is asked of, where nothing else is asked.
fn nothing_to_check(checks: &[Check]) -> Option<Vec<Arc<Aggregate>>> {
    let every = |check: &Check| match &check.test {
        Condition::Every(aggregate) => Some(Arc::clone(aggregate)),
        _ => None,
    };
    checks.iter().map(every).collect::<Option<Vec<_>>>().filter(|all| !all.is_empty())
}

/// Where the standard binds, by the jurisdiction of the row.
fn bound(graph: &mut Graph<'_>, plan: &Plan<'_>, table: usize, requirement: &Requirement) -> usize {
    let facility_type = plan.inventory.facility_type(table);
    let property = facility_type.and_then(|one| one.property("jurisdiction")).map(|(number, _)| number);
    graph.lookup(property, |facility| {
        let cell = property.and_then(|property| facility.table.cell(property, facility.number));
        let own: Option<Adcode> = cell.and_then(Cell::text).cloned().map(Into::into);
        plan.unbound(requirement, own.as_ref()).is_none().into()
    })
}

/// What is missing to a check, as `judge` measures it.
fn shortfall(check: &Check) -> Option<Quantity> {
    let measure = check.measure.as_ref()?;
    let (more, less) = if measure.at_least {
        (&measure.required, &measure.measured)
    } else {
        (&measure.measured, &measure.required)
    };
    let missing = Quantity::Arithmetic(Operator::Subtract, more.clone(), less.clone());
    let zero = Quantity::Constant(0.into());
    Some(Quantity::Call(Function::Greatest, vec![missing.into(), zero.into()]))
}
