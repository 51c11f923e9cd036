//! Compliance with other standards, from the steps of their requirements.
//!
//! As the reference evaluator has it: one failure decides, then one that is
//! open; where none applies, what was surveyed counts.

use super::duty;
use super::graph::Graph;
use super::op::TruthOp;
use crate::audit::judge::Gate;
use crate::quantity::Truth;
use crate::standard::program::Complies;

/// The step that is true where a row complies.
pub(super) fn step(graph: &mut Graph<'_>, complies: &Complies) -> usize {
    let others = graph.world.demands(graph.kind, complies);
    let judged: Vec<[usize; 2]> =
        others.iter().filter_map(|(number, gate)| judged(graph, *number, gate)).collect();
    let whole = graph.all(judged.iter().map(|[met, _]| *met).collect());
    let passed = graph.any(judged.iter().map(|[_, passed]| *passed).collect());
    let surveyed = graph.lookup(complies.surveyed, |facility| facility.surveyed(complies).truth);
    let certain = graph.truth(TruthOp::Certain(whole));
    let doubted = graph.not(certain);
    let said = graph.any(vec![passed, surveyed, doubted]);
    graph.all(vec![whole, said])
}

/// Where a requirement does not stand against it, unknown where it is not known to apply; and where it passed.
fn judged(graph: &mut Graph<'_>, number: usize, gate: &Gate) -> Option<[usize; 2]> {
    let body = graph.world.program.requirements.get(number)?.body(graph.kind)?;
    let applies = duty::applies(graph, body, gate, |graph, other| {
        (!graph.world.in_force(other)).then(|| graph.constant(Truth::False))
    });
    let not = graph.not(applies);
    let checks = body.checks.iter().map(|check| graph.condition(&check.test)).collect();
    let holds = graph.all(checks);
    let known = graph.any(vec![applies, not]);
    let met = graph.any(vec![not, holds]);
    let both = graph.all(vec![applies, holds]);
    Some([graph.all(vec![known, met]), graph.truth(TruthOp::Certain(both))])
}
