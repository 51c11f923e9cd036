//! What rests on a fact nobody checked against the document, beside what says so itself.
//!
//! A requirement that takes its number from another one is checked no further
//! than that one; one that takes its verdict from other standards names those
//! of their requirements that were not checked.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Compiler;
use crate::model::{RequirementId, Strength};
use crate::standard::Node;
use crate::standard::program::{Body, Condition, Requirement};

impl Compiler<'_> {
    /// Marks what takes a number or a verdict from a requirement that was not checked.
    pub(super) fn mark_unverified(&self, compiled: &mut [Requirement]) {
        let mut open: BTreeSet<usize> = numbers(compiled, |one| !one.duty.verified);
        loop {
            let taking = self.packs.requirements.iter().enumerate();
            let more = taking.filter(|(_, (_, text))| {
                let rows = text.bindings.iter().flat_map(|binding| &binding.rows);
                let mut from = rows.filter_map(|row| self.ids.get(row.from.as_ref()?.value.as_str()));
                from.any(|number| open.contains(number))
            });
            let before = open.len();
            open.extend(more.map(|(number, _)| number).collect::<Vec<_>>());
            if open.len() == before {
                break;
            }
        }
        for number in &open {
            compiled
                .get_mut(*number)
                .into_iter()
                .for_each(|one| Arc::make_mut(&mut one.duty).verified = false);
        }
        let rests: Vec<Vec<RequirementId>> = compiled.iter().map(|one| rests_on(one, compiled)).collect();
        for (one, rests_on) in compiled.iter_mut().zip(rests).filter(|(_, rests_on)| !rests_on.is_empty()) {
            Arc::make_mut(&mut one.duty).rests_on = rests_on;
        }
    }
}

fn numbers(compiled: &[Requirement], is_so: impl Fn(&Requirement) -> bool) -> BTreeSet<usize> {
    compiled.iter().enumerate().filter(|(_, one)| is_so(one)).map(|(number, _)| number).collect()
}

/// The mandatory requirements of other standards that were not checked, and that a verdict is taken from.
fn rests_on(requirement: &Requirement, all: &[Requirement]) -> Vec<RequirementId> {
    let (mut standards, mut kinds) = (BTreeSet::new(), BTreeSet::new());
    let of_areas = requirement.areas.iter().map(|areas| &areas.body);
    for body in requirement.bodies.iter().map(|(_, body)| body).chain(of_areas) {
        asked(body, &mut standards, &mut kinds);
    }
    kinds.extend(requirement.bodies.iter().map(|(kind, _)| *kind));
    let decides = |one: &&Requirement| {
        standards.contains(&one.standard)
            && one.duty.obligation.strength == Strength::Mandatory
            && one.bodies.iter().any(|(kind, body)| kinds.contains(kind) && !body.checks.is_empty())
    };
    all.iter().filter(decides).filter(|one| !one.duty.verified).map(|one| one.duty.id.clone()).collect()
}

/// The standards a body takes verdicts from, and the types of other facilities it looks at.
fn asked(body: &Body, standards: &mut BTreeSet<usize>, kinds: &mut BTreeSet<usize>) {
    body.walk(true, &mut |node| {
        if let Node::Condition(Condition::Complies(complies)) = node {
            standards.extend(complies.standards.iter().copied());
        }
        let members = node.aggregate().into_iter().flat_map(|aggregate| &aggregate.members);
        kinds.extend(members.map(|members| members.facility_type));
    });
}
