//! What a number rests on: of the subject itself, and of other facilities.
//!
//! What a standard asks that has to be complied with counts as well: a number
//! of an earlier round that rests on compliance is one over the facilities that
//! the standard looks at, as they were then.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::judge::Gate;
use super::world::World;
use crate::model::Strength;
use crate::standard::Node;
use crate::standard::aggregate::{Aggregate, Figure};
use crate::standard::program::{Complies, Condition, Program, Quantity, Requirement};

/// Properties of the subject, and numbers over other facilities.
#[derive(Debug, Default)]
pub(super) struct Basis {
    pub(super) properties: BTreeSet<usize>,
    pub(super) aggregates: Vec<Arc<Aggregate>>,
}

impl World<'_> {
    /// What a number about a subject of a type rests on.
    pub(super) fn basis(&self, kind: usize, value: &Quantity) -> Basis {
        let mut basis = Basis { properties: value.properties().into_iter().collect(), ..Basis::default() };
        Node::Quantity(value).walk(false, &mut |node| self.note(kind, node, &mut basis));
        basis
    }

    fn note(&self, kind: usize, node: Node<'_>, basis: &mut Basis) {
        basis.aggregates.extend(node.aggregate().cloned());
        if let Node::Condition(Condition::Complies(complies)) = node {
            let demands = self.demands(kind, complies);
            demands.iter().for_each(|(number, gate)| self.note_demand(kind, *number, gate, basis));
        }
    }

    fn note_demand(&self, kind: usize, number: usize, gate: &Gate, basis: &mut Basis) {
        let works = gate.works.iter().chain(gate.instead.iter().filter_map(|one| one.works.as_ref()));
        basis.properties.extend(works.flat_map(Condition::properties));
        for number in gate.instead.iter().map(|one| one.requirement).chain([number]) {
            let body = self.program.requirements.get(number).and_then(|one| one.body(kind));
            let Some(body) = body else { continue };
            basis.properties.extend(body.properties());
            body.walk(false, &mut |node| self.note(kind, node, basis));
        }
    }
}

/// The types of facilities that a number looks at, beside the subject's own.
pub(super) fn looked_at(program: &Program, node: Node<'_>, kinds: &mut BTreeSet<usize>) {
    node.walk(true, &mut |node| {
        if let Some(aggregate) = node.aggregate() {
            kinds.extend(aggregate.members.iter().map(|members| members.facility_type));
            if let Figure::Rank(to) = &aggregate.figure {
                kinds.extend(to);
            }
        }
        if let Node::Condition(Condition::Complies(complies)) = node {
            let all = program.requirements.iter().filter(|one| is_demanded(one, complies));
            let bodies = all.flat_map(|one| &one.bodies);
            bodies.for_each(|(_, body)| body.walk(false, &mut |node| looked_at(program, node, kinds)));
        }
    });
}

fn is_demanded(requirement: &Requirement, complies: &Complies) -> bool {
    complies.standards.contains(&requirement.standard)
        && requirement.duty.obligation.strength == Strength::Mandatory
}
