//! What a verdict rests on beside the subject's own row.

use std::sync::Arc;

use super::reference::Facility;
use crate::inventory::Inventory;
use crate::model::{FEWEST_PEOPLE, Source};
use crate::quantity::Truth;
use crate::standard::Node;
use crate::standard::aggregate::{Aggregate, Domain, Members};
use crate::standard::program::{Body, Condition};

/// As many rows of other facilities as one finding names; their own findings name the rest.
const NAMED: usize = 100;

impl Facility<'_> {
    /// Rows of other facilities a verdict rests on: those that are not, or may not be, as they should be.
    ///
    /// Facilities that are people's homes are only ever counted.
    pub(super) fn witnesses(self, body: &Body) -> Vec<Source> {
        let aggregates = aggregates(body);
        let mut sources = self.deferred(body);
        for members in
            aggregates.iter().flat_map(|one| one.members.iter().map(|members| (one.domain, members)))
        {
            self.name(members.0, members.1, &mut sources);
        }
        self.name_earlier(body, &mut sources);
        sources
    }

    pub(super) fn name(self, domain: Domain, members: &Members, sources: &mut Vec<Source>) {
        let (kind, inventory) = (members.facility_type, self.world.inventory);
        if inventory.facility_type(kind).is_none_or(|of| of.personal) || domain == Domain::Everywhere {
            return;
        }
        for number in self.reach(domain, kind).iter().flat_map(|reach| reach.numbers.iter()) {
            if sources.len() >= NAMED {
                return;
            }
            let facility = Facility::new(self.world, kind, *number as usize);
            let holds = |that: &Condition| facility.judge(that).truth == Truth::True;
            let is_right = members.that.as_ref().is_some_and(holds);
            if !is_right && facility.judge(&members.filter).truth != Truth::False {
                let row = self.world.table(kind).last_row(*number as usize);
                let row = row.and_then(|row| inventory.whole_row(kind, row));
                sources.extend(row.filter(|row| !sources.contains(row)));
            }
        }
    }

    /// The cells of the subject that other standards look at, where they decide.
    fn deferred(self, body: &Body) -> Vec<Source> {
        let mut standards = Vec::new();
        body.walk(false, &mut |node| {
            if let Node::Condition(Condition::Complies(complies)) = node {
                standards.extend(&complies.standards);
            }
        });
        let of = self.world.program.requirements.iter().filter(|one| standards.contains(&one.standard));
        let bodies = of.filter_map(|requirement| requirement.body(self.kind));
        let mut properties: Vec<usize> = bodies.flat_map(Body::properties).collect();
        properties.sort_unstable();
        properties.dedup();
        let own = body.properties();
        let others = properties.into_iter().filter(|property| !own.contains(property));
        others.flat_map(|property| self.world.inventory.sources(self.kind, property, self.number)).collect()
    }

    /// Whether the numbers of a verdict would tell on people, because they are few.
    pub(super) fn counts_few_people(self, body: &Body) -> bool {
        let personal = |one: &&Arc<Aggregate>| {
            let mut kinds = one.members.iter().map(|members| members.facility_type);
            kinds.any(|kind| self.world.inventory.facility_type(kind).is_some_and(|of| of.personal))
        };
        aggregates(body)
            .iter()
            .filter(|one| personal(one))
            .any(|one| self.gather(one).counts.is_small(FEWEST_PEOPLE))
    }
}

/// Whether a verdict rests on numbers over a personal type.
pub(super) fn counts_people(body: &Body, inventory: &Inventory) -> bool {
    let kinds =
        |one: &Arc<Aggregate>| one.members.iter().map(|members| members.facility_type).collect::<Vec<_>>();
    let personal = |kind: usize| inventory.facility_type(kind).is_some_and(|of| of.personal);
    aggregates(body).into_iter().flat_map(kinds).any(personal)
}

/// The numbers over other facilities a body rests on, each once.
fn aggregates(body: &Body) -> Vec<&Arc<Aggregate>> {
    let mut found: Vec<&Arc<Aggregate>> = Vec::new();
    body.walk(false, &mut |node| {
        found.extend(node.aggregate().filter(|one| !found.contains(one)));
    });
    found
}
