//! What a verdict rests on beside the subject's own row.

use std::sync::Arc;

use super::cited::Cited;
use super::reference::Facility;
use super::world::World;
use crate::inventory::Inventory;
use crate::model::FEWEST_PEOPLE;
use crate::quantity::Truth;
use crate::standard::Node;
use crate::standard::aggregate::{Aggregate, Domain, Members};
use crate::standard::program::{Body, Condition, Quantity};

/// As many rows of other facilities as one finding names; their own findings name the rest.
const NAMED: usize = 100;

/// Where a verdict looks beside the cells it names itself.
pub(super) struct Beside<'a> {
    body: &'a Body,
    /// Numbers over other facilities, each once.
    aggregates: Vec<&'a Arc<Aggregate>>,
    counts_people: bool,
    /// Properties that other standards look at, where they decide.
    deferred: Vec<usize>,
    looks_back: bool,
}

impl<'a> Beside<'a> {
    pub(super) fn new(world: &World<'_>, body: &'a Body, kind: usize) -> Self {
        let mut looks_back = false;
        body.walk(false, &mut |node| {
            looks_back |= matches!(node, Node::Quantity(Quantity::Earlier(..)));
        });
        Self {
            body,
            aggregates: aggregates(body),
            counts_people: counts_people(body, world.inventory),
            deferred: deferred(world, body, kind),
            looks_back,
        }
    }
}

/// The properties of the subject that other standards look at and the body itself does not.
fn deferred(world: &World<'_>, body: &Body, kind: usize) -> Vec<usize> {
    let mut standards = Vec::new();
    body.walk(false, &mut |node| {
        if let Node::Condition(Condition::Complies(complies)) = node {
            standards.extend(&complies.standards);
        }
    });
    let of = world.program.requirements.iter().filter(|one| standards.contains(&one.standard));
    let bodies = of.filter_map(|requirement| requirement.body(kind));
    let mut properties: Vec<usize> = bodies.flat_map(Body::properties).collect();
    properties.sort_unstable();
    properties.dedup();
    let own = body.properties();
    properties.retain(|property| !own.contains(property));
    properties
}

impl Facility<'_> {
    /// Rows of other facilities a verdict rests on: those that are not, or may not be, as they should be.
    ///
    /// Facilities that are people's homes are only ever counted.
    pub(super) fn witnesses(self, beside: &Beside<'_>) -> Vec<Cited> {
        let mut cells: Vec<Cited> = self.cells(&beside.deferred).collect();
        for one in &beside.aggregates {
            one.members.iter().for_each(|members| self.name(one.domain, members, &mut cells));
        }
        if beside.looks_back {
            self.name_earlier(beside.body, &mut cells);
        }
        cells
    }

    /// The cells some properties of the facility were read from.
    pub(super) fn cells(self, properties: &[usize]) -> impl Iterator<Item = Cited> {
        let table = self.world.inventory.tables.get(self.kind).unwrap_or(&self.world.nothing);
        properties.iter().flat_map(move |property| {
            let instead = table.cell(*property, self.number).and_then(|cell| cell.status.instead());
            let property = *property;
            table.rows(property, self.number).map(move |row| Cited { property, row, instead })
        })
    }

    /// A row that speaks of a facility of a type, as a whole.
    pub(super) fn whole_row(self, kind: usize, row: u32) -> Option<Cited> {
        let (id, _) = self.world.inventory.facility_type(kind)?.property("id")?;
        Some(Cited { property: id, row, instead: None })
    }

    pub(super) fn name(self, domain: Domain, members: &Members, cells: &mut Vec<Cited>) {
        let (kind, inventory) = (members.facility_type, self.world.inventory);
        if inventory.facility_type(kind).is_none_or(|of| of.personal) || domain == Domain::Everywhere {
            return;
        }
        for number in self.reach(domain, kind).iter().flat_map(|reach| reach.numbers.iter()) {
            if cells.len() >= NAMED {
                return;
            }
            let facility = Facility::new(self.world, kind, *number as usize);
            let holds = |that: &Condition| facility.judge(that).truth == Truth::True;
            let is_right = members.that.as_ref().is_some_and(holds);
            if !is_right && facility.judge(&members.filter).truth != Truth::False {
                let row = self.world.table(kind).last_row(*number as usize);
                let row = row.and_then(|row| self.whole_row(kind, row));
                cells.extend(row.filter(|row| !cells.contains(row)));
            }
        }
    }

    /// Whether the numbers of a verdict would tell on people, because they are few.
    pub(super) fn counts_few_people(self, beside: &Beside<'_>) -> bool {
        let mut of_people = beside.aggregates.iter().filter(|one| is_of_people(one, self.world.inventory));
        beside.counts_people && of_people.any(|one| self.gather(one).counts.is_small(FEWEST_PEOPLE))
    }
}

/// Whether a verdict rests on numbers over a personal type.
pub(super) fn counts_people(body: &Body, inventory: &Inventory) -> bool {
    aggregates(body).into_iter().any(|one| is_of_people(one, inventory))
}

fn is_of_people(aggregate: &Aggregate, inventory: &Inventory) -> bool {
    let mut kinds = aggregate.members.iter().map(|members| members.facility_type);
    kinds.any(|kind| inventory.facility_type(kind).is_some_and(|of| of.personal))
}

/// The numbers over other facilities a body rests on, each once.
fn aggregates(body: &Body) -> Vec<&Arc<Aggregate>> {
    let mut found: Vec<&Arc<Aggregate>> = Vec::new();
    body.walk(false, &mut |node| {
        found.extend(node.aggregate().filter(|one| !found.contains(one)));
    });
    found
}
