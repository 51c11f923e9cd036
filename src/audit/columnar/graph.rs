//! From conditions to steps, equal ones once.

use std::collections::HashMap;

use super::lookup::Marks;
use super::near::Fact;
use super::number::Number;
use super::op::{NumberOp, Step, TruthOp};
use super::reach;
use crate::audit::reference::Facility;
use crate::audit::world::World;
use crate::inventory::{Column, Table};
use crate::quantity::Truth;
use crate::standard::program::{Condition, Quantity};

/// The steps of everything asked of one table, each after those it needs.
pub(super) struct Graph<'a> {
    pub(super) world: &'a World<'a>,
    /// Index of the type.
    pub(super) kind: usize,
    pub(super) table: &'a Table,
    pub(super) truths: Vec<TruthOp>,
    pub(super) numbers: Vec<NumberOp>,
    pub(super) order: Vec<Step>,
    truth_numbers: HashMap<TruthOp, usize>,
    number_numbers: HashMap<NumberOp, usize>,
    conditions: HashMap<Condition, usize>,
    pub(super) quantities: HashMap<Quantity, Option<Number>>,
    /// What has been worked out for every row; numbered after the properties of the type.
    pub(super) worked_out: Vec<Column>,
    pub(super) facts: HashMap<Fact, usize>,
    samples: HashMap<usize, Table>,
}

impl<'a> Graph<'a> {
    pub(super) fn new(world: &'a World<'a>, kind: usize, table: &'a Table) -> Self {
        Self {
            world,
            kind,
            table,
            truths: Vec::new(),
            numbers: Vec::new(),
            order: Vec::new(),
            truth_numbers: HashMap::new(),
            number_numbers: HashMap::new(),
            conditions: HashMap::new(),
            quantities: HashMap::new(),
            worked_out: Vec::new(),
            facts: HashMap::new(),
            samples: HashMap::new(),
        }
    }

    /// A facility of the table, as the reference evaluator wants it.
    pub(super) fn facility(&self, number: usize) -> Facility<'a> {
        Facility { table: self.table, number, kind: self.kind, world: self.world, area: None }
    }

    /// The column of a property, or of what has been worked out.
    pub(super) fn column(&self, property: usize) -> Option<&Column> {
        match property.checked_sub(self.properties()) {
            Some(number) => self.worked_out.get(number),
            None => self.table.columns.get(property)?.as_ref(),
        }
    }

    /// The codes of a column from a row on; 0 where there is no column.
    pub(super) fn codes(&self, property: usize, start: usize) -> impl Fn(usize) -> usize {
        let codes = self.column(property).map(Column::codes);
        move |row| codes.and_then(|codes| codes.get(start + row)).unwrap_or_default()
    }

    /// How many properties the type has.
    pub(super) fn properties(&self) -> usize {
        self.world.inventory.facility_type(self.kind).map_or(0, |of| of.properties.len())
    }

    /// The step of a condition.
    pub(super) fn condition(&mut self, condition: &Condition) -> usize {
        if let Some(known) = self.conditions.get(condition) {
            return *known;
        }
        let step = match reach::of_condition(condition) {
            Some(properties) if properties.len() <= 1 => {
                let property = properties.into_iter().next();
                self.lookup(property, |facility| facility.judge(condition).truth)
            }
            Some(_) => self.joined(condition),
            None => self.further(condition),
        };
        self.conditions.insert(condition.clone(), step);
        step
    }

    /// A condition that looks beyond the row: what it finds there becomes a column.
    fn further(&mut self, condition: &Condition) -> usize {
        match condition {
            Condition::Complies(complies) => super::complies::step(self, complies),
            Condition::Every(_) | Condition::Rises(_) => {
                let near = self.near_condition(condition);
                self.condition(&near)
            }
            _ => self.joined(condition),
        }
    }

    /// A condition on several properties, from its parts.
    fn joined(&mut self, condition: &Condition) -> usize {
        match condition {
            Condition::Not(inner) => {
                let inner = self.condition(inner);
                self.not(inner)
            }
            Condition::All(parts) => {
                let parts = parts.iter().map(|part| self.condition(part)).collect();
                self.all(parts)
            }
            Condition::Any(parts) => {
                let parts = parts.iter().map(|part| self.condition(part)).collect();
                self.any(parts)
            }
            Condition::Compare(how, left, right) => {
                let (left, right) = (self.near(left), self.near(right));
                let near = Condition::Compare(*how, left.clone(), right.clone());
                match reach::of_condition(&near) {
                    Some(properties) if properties.len() <= 1 => {
                        self.lookup(properties.into_iter().next(), |facility| facility.judge(&near).truth)
                    }
                    _ => self.compare(*how, &left, &right).unwrap_or_else(|| self.decided_by_row(&near)),
                }
            }
            _ => self.decided_by_row(condition),
        }
    }

    /// What the reference evaluator says of each distinct cell of one property.
    pub(super) fn lookup(&mut self, property: Option<usize>, truth: impl Fn(Facility<'_>) -> Truth) -> usize {
        let truths: Vec<Truth> = self.each_cell(property, truth);
        match (truths.as_slice(), property) {
            ([first, rest @ ..], Some(property)) if rest.iter().any(|truth| truth != first) => {
                self.truth(TruthOp::Lookup(property, Marks::new(&truths)))
            }
            _ => self.constant(truths.first().copied().unwrap_or(Truth::Unknown)),
        }
    }

    /// Works something out once for each distinct cell of a property; once where it has no column.
    pub(super) fn each_cell<T>(&mut self, property: Option<usize>, of: impl Fn(Facility<'_>) -> T) -> Vec<T> {
        let property = property.unwrap_or(usize::MAX);
        let (world, kind) = (self.world, self.kind);
        if !self.samples.contains_key(&property) {
            let column = self.column(property).map(|column| (property, column.distinct()));
            self.samples.insert(property, self.table.of_columns(column));
        }
        let Some(table) = self.samples.get(&property) else { return Vec::new() };
        let column = table.columns.get(property).and_then(Option::as_ref);
        let cells = column.map_or(1, |column| column.dictionary().len());
        (0..cells).map(|number| of(Facility { table, number, kind, world, area: None })).collect()
    }

    pub(super) fn constant(&mut self, truth: Truth) -> usize {
        self.truth(TruthOp::Constant(truth))
    }

    pub(super) fn not(&mut self, step: usize) -> usize {
        match self.truths.get(step) {
            Some(TruthOp::Not(inner)) => *inner,
            Some(TruthOp::Constant(truth)) => self.constant(!*truth),
            _ => self.truth(TruthOp::Not(step)),
        }
    }

    pub(super) fn all(&mut self, parts: Vec<usize>) -> usize {
        self.joint(parts, Truth::True, TruthOp::All)
    }

    pub(super) fn any(&mut self, parts: Vec<usize>) -> usize {
        self.joint(parts, Truth::False, TruthOp::Any)
    }

    /// The order of parts, and parts that say nothing, make no difference.
    fn joint(&mut self, mut parts: Vec<usize>, neutral: Truth, op: fn(Vec<usize>) -> TruthOp) -> usize {
        parts.sort_unstable();
        parts.dedup();
        parts.retain(|part| self.truths.get(*part) != Some(&TruthOp::Constant(neutral)));
        match parts.as_slice() {
            [] => self.constant(neutral),
            [only] => *only,
            _ => self.truth(op(parts)),
        }
    }

    pub(super) fn truth(&mut self, op: TruthOp) -> usize {
        if let Some(known) = self.truth_numbers.get(&op) {
            return *known;
        }
        let step = self.truths.len();
        self.truths.push(op.clone());
        self.truth_numbers.insert(op, step);
        self.order.push(Step::Truth(step));
        step
    }

    pub(super) fn number(&mut self, op: NumberOp) -> usize {
        if let Some(known) = self.number_numbers.get(&op) {
            return *known;
        }
        let step = self.numbers.len();
        self.numbers.push(op.clone());
        self.number_numbers.insert(op, step);
        self.order.push(Step::Number(step));
        step
    }
}
