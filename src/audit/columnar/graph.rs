//! From conditions to steps, equal ones once.

use std::collections::HashMap;

use super::lookup::Marks;
use super::number::Number;
use super::op::{NumberOp, Quotient, Step, TruthOp};
use super::reach;
use crate::audit::reference::Facility;
use crate::audit::world::World;
use crate::inventory::Table;
use crate::quantity::Truth;
use crate::standard::program::{Comparison, Condition, Operator, Quantity};

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
            samples: HashMap::new(),
        }
    }

    /// A facility of the table, as the reference evaluator wants it.
    pub(super) fn facility(&self, number: usize) -> Facility<'a> {
        Facility { table: self.table, number, kind: self.kind, world: self.world, area: None }
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

    /// A condition that looks beyond the row: as much of it as can be without asking for each.
    fn further(&mut self, condition: &Condition) -> usize {
        match condition {
            Condition::Not(_) | Condition::All(_) | Condition::Any(_) => self.joined(condition),
            Condition::Complies(complies) => super::complies::step(self, complies),
            _ => self.asked(condition),
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
                let compared = self.compare(*how, left, right);
                compared.unwrap_or_else(|| self.asked(condition))
            }
            _ => self.asked(condition),
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
        let table = self.samples.entry(property).or_insert_with(|| self.table.distinct(property));
        let column = table.columns.get(property).and_then(Option::as_ref);
        let cells = column.map_or(1, |column| column.dictionary().len());
        (0..cells).map(|number| of(Facility { table, number, kind, world, area: None })).collect()
    }

    /// `None` where it cannot be done exactly in integers that are known to fit.
    fn compare(&mut self, how: Comparison, left: &Quantity, right: &Quantity) -> Option<usize> {
        match (how, left, right) {
            (Comparison::Less, Quantity::Arithmetic(Operator::Divide, above, below), limit) => {
                self.quotient(above, below, limit, true)
            }
            (Comparison::Less, limit, Quantity::Arithmetic(Operator::Divide, above, below)) => {
                self.quotient(above, below, limit, false)
            }
            (Comparison::AtMost, ..) => {
                let contrary = self.compare(Comparison::Less, right, left)?;
                Some(self.not(contrary))
            }
            _ => {
                let (left, right) = (self.quantity(left)?, self.quantity(right)?);
                let (left, right) = self.alike(left, right)?;
                Some(self.truth(TruthOp::Compare(how, left.step, right.step)))
            }
        }
    }

    /// A quotient is compared without dividing: `a / b < c` where `a < c * b`, for positive `b`.
    fn quotient(
        &mut self,
        above: &Quantity,
        below: &Quantity,
        limit: &Quantity,
        is_below: bool,
    ) -> Option<usize> {
        if matches!(below, Quantity::Constant(_)) {
            let quotient = Quantity::Arithmetic(Operator::Divide, above.clone().into(), below.clone().into());
            let (quotient, limit) = (self.quantity(&quotient)?, self.quantity(limit)?);
            let (quotient, limit) = self.alike(quotient, limit)?;
            let (left, right) = if is_below { (quotient, limit) } else { (limit, quotient) };
            return Some(self.truth(TruthOp::Compare(Comparison::Less, left.step, right.step)));
        }
        let (above, below, limit) = (self.quantity(above)?, self.quantity(below)?, self.quantity(limit)?);
        let (above, below) = self.alike(above, below)?;
        let above = self.times(above, limit.denominator)?;
        limit.fits_times(below)?;
        let quotient =
            Quotient { numerator: above.step, divisor: below.step, limit: limit.step, below: is_below };
        Some(self.truth(TruthOp::Quotient(quotient)))
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

    pub(super) fn asked(&mut self, condition: &Condition) -> usize {
        self.truth(TruthOp::Asked(condition.clone()))
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
