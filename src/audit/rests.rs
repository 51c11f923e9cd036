//! Which cells of a subject decide its verdict.
//!
//! Where nothing else of the subject is looked at, all subjects whose cells say
//! the same have the same verdict.

use std::collections::BTreeSet;

use super::judge::Gate;
use super::plan::Task;
use super::world::World;
use crate::standard::Node;
use crate::standard::aggregate::{Domain, Figure};
use crate::standard::program::{Body, Complies, Condition, Quantity};

/// The properties that decide, that of the area it belongs to among them; `None` where the verdict
/// looks further: at parts, neighbours, positions, earlier rounds.
pub(super) fn rests_on(world: &World<'_>, task: &Task<'_>) -> Option<BTreeSet<usize>> {
    let area = world.inventory.facility_type(task.table)?.property("jurisdiction");
    let properties = area.into_iter().map(|(number, _)| number).collect();
    let mut rests = Rests { world, kind: task.table, properties, looks_further: false };
    rests.demand(task.body, &task.gate);
    (!rests.looks_further).then_some(rests.properties)
}

struct Rests<'w> {
    world: &'w World<'w>,
    kind: usize,
    properties: BTreeSet<usize>,
    looks_further: bool,
}

impl Rests<'_> {
    fn demand(&mut self, body: &Body, gate: &Gate) {
        body.walk(false, &mut |node| self.note(node));
        let world = self.world;
        let others = gate.instead.iter().filter_map(|one| world.program.requirements.get(one.requirement));
        let applies = others.filter_map(|other| other.body(self.kind)).map(|body| &body.applies);
        let works = gate.works.iter().chain(gate.instead.iter().filter_map(|one| one.works.as_ref()));
        for condition in applies.chain(works).collect::<Vec<_>>() {
            Node::Condition(condition).walk(false, &mut |node| self.note(node));
        }
    }

    fn note(&mut self, node: Node<'_>) {
        match node {
            Node::Quantity(Quantity::Property(property))
            | Node::Condition(
                Condition::Flag(property) | Condition::OneOf(property, _) | Condition::Reads(property, _),
            ) => {
                self.properties.insert(*property);
            }
            Node::Condition(Condition::Complies(complies)) => self.complies(complies),
            Node::Condition(Condition::Rises(_)) | Node::Quantity(Quantity::Earlier(..)) => {
                self.looks_further = true;
            }
            node => {
                let of_area = |figure: &Figure| !matches!(figure, Figure::Nearest | Figure::Rank(_));
                let is_far =
                    node.aggregate().is_some_and(|one| one.domain != Domain::Area || !of_area(&one.figure));
                self.looks_further |= is_far;
            }
        }
    }

    fn complies(&mut self, complies: &Complies) {
        self.properties.extend(complies.surveyed);
        for (number, gate) in self.world.demands(self.kind, complies).iter() {
            let body = self.world.program.requirements.get(*number).and_then(|one| one.body(self.kind));
            if let Some(body) = body {
                self.demand(body, gate);
            }
        }
    }
}
