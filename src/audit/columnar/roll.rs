//! Facilities that others count: whether each belongs, and what is asked of it, once for all who ask.

use std::sync::Arc;

use super::graph::Graph;
use super::keep;
use crate::audit::aggregate::Gathered;
use crate::audit::counts::Counts;
use crate::audit::reference::Facility;
use crate::audit::world::{World, remembered};
use crate::inventory::{Cell, Column};
use crate::quantity::{Interval, Truth};
use crate::standard::aggregate::Members;

/// What is known of every facility of a type that may be counted.
#[derive(Debug)]
pub(in crate::audit) struct Roll {
    /// Whether it belongs, and what is asked of it.
    marks: Vec<u8>,
    /// What it has.
    values: Option<Column>,
}

/// Marks are a truth for each of two questions.
const TRUTHS: [Truth; 3] = [Truth::True, Truth::Unknown, Truth::False];
const MARKS: usize = TRUTHS.len() * TRUTHS.len();

impl Roll {
    /// The roll of some members, made once.
    pub(super) fn of(world: &World<'_>, members: &Members) -> Arc<Self> {
        remembered(&world.rolls, members.clone(), || Arc::new(Self::new(world, members)))
    }

    fn new(world: &World<'_>, members: &Members) -> Self {
        let kind = members.facility_type;
        let mut graph = Graph::new(world, kind, world.table(kind));
        let belongs = graph.condition(&members.filter);
        let that = match &members.that {
            Some(that) => graph.condition(that),
            None => graph.constant(Truth::True),
        };
        let values = members.value.as_ref().map(|value| Column::of(graph.cells(value)));
        let (belongs, that) = (keep::truths(&graph, belongs), keep::truths(&graph, that));
        Self {
            marks: belongs.into_iter().zip(that).map(|(belongs, that)| mark(belongs, that)).collect(),
            values,
        }
    }

    /// Whether a facility belongs.
    pub(super) fn belongs(&self, number: u32) -> Truth {
        self.marks.get(number as usize).map_or(Truth::False, |mark| read(usize::from(*mark)).0)
    }

    /// Some facilities counted, and whether there is anything not known of them.
    pub(super) fn count(&self, numbers: &[u32]) -> (Counts, bool) {
        let mut marked = [0_i128; MARKS];
        for mark in numbers.iter().filter_map(|number| self.marks.get(*number as usize)) {
            if let Some(count) = marked.get_mut(usize::from(*mark)) {
                *count += 1;
            }
        }
        let mut counts = Counts::default();
        for (mark, facilities) in marked.into_iter().enumerate() {
            let (belongs, that) = read(mark);
            counts.count(belongs, that, facilities);
        }
        for number in numbers.iter().filter(|_| self.values.is_some()) {
            counts.add_up(self.belongs(*number), self.value(*number));
        }
        (counts, numbers.iter().any(|number| self.is_open(*number)))
    }

    fn value(&self, number: u32) -> Interval {
        self.cell(number).and_then(Cell::number).unwrap_or(Interval::UNBOUNDED)
    }

    fn cell(&self, number: u32) -> Option<&Cell> {
        self.values.as_ref()?.cell(number as usize)
    }

    /// Whether it belongs, or may, and something of it is not known.
    fn is_open(&self, number: u32) -> bool {
        let Some(mark) = self.marks.get(number as usize) else { return false };
        let (belongs, that) = read(usize::from(*mark));
        let is_known = || self.cell(number).is_none_or(Cell::is_known);
        belongs != Truth::False && (belongs == Truth::Unknown || that == Truth::Unknown || !is_known())
    }
}

/// Some facilities of a type counted, and why no more is known of them.
pub(in crate::audit) fn gathered(world: &World<'_>, members: &Members, numbers: &[u32]) -> Gathered {
    let roll = Roll::of(world, members);
    let open = numbers.iter().filter(|number| roll.is_open(**number));
    let facility = |number: &u32| Facility::new(world, members.facility_type, *number as usize);
    let causes = open.flat_map(|number| facility(number).open_as(members)).collect();
    Gathered { counts: roll.count(numbers).0, causes }
}

fn mark(belongs: Truth, that: Truth) -> u8 {
    let place = |truth: Truth| match truth {
        Truth::True => 0,
        Truth::Unknown => 1,
        Truth::False => 2,
    };
    3 * place(belongs) + place(that)
}

fn read(mark: usize) -> (Truth, Truth) {
    let truth = |place: usize| TRUTHS.get(place).copied().unwrap_or(Truth::Unknown);
    (truth(mark / 3), truth(mark % 3))
}
