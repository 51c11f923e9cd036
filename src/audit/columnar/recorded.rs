//! Where numbers are recorded: what a `coalesce` goes by.
//!
//! Every function here gives `None` where columns do not tell; the reference
//! evaluator is asked then.

use std::sync::Arc;

use super::graph::Graph;
use super::op::TruthOp;
use super::reach;
use crate::audit::reference::{Estimate, Facility};
use crate::standard::program::{Condition, Function, Operator, Quantity, Row};

impl Graph<'_> {
    /// Where a number is what a `coalesce` takes: recorded, or contradicted by its observations.
    pub(super) fn decided(&mut self, quantity: &Quantity) -> Option<usize> {
        let either = vec![self.recorded(quantity)?, self.contradicted(quantity)?];
        Some(self.any(either))
    }

    /// Where a number is open because observations contradict each other.
    fn contradicted(&mut self, quantity: &Quantity) -> Option<usize> {
        if let Some(step) = self.by_cell(quantity, Estimate::is_contradicted)? {
            return Some(step);
        }
        let parts: Vec<&Quantity> = match quantity {
            Quantity::Arithmetic(_, left, right) => vec![left, right],
            Quantity::Call(Function::Coalesce, parts) => {
                return self.first_decided(parts, Self::contradicted);
            }
            Quantity::Call(_, parts) => parts.iter().map(|part| &**part).collect(),
            _ => return None,
        };
        let parts = parts.into_iter().map(|part| self.contradicted(part)).collect::<Option<_>>()?;
        Some(self.any(parts))
    }

    /// Where the first part that decides is so.
    fn first_decided(
        &mut self,
        parts: &[Arc<Quantity>],
        so: fn(&mut Self, &Quantity) -> Option<usize>,
    ) -> Option<usize> {
        let (mut passed_over, mut any) = (Vec::new(), Vec::new());
        for part in parts {
            let mut all = passed_over.clone();
            all.push(so(self, part)?);
            any.push(self.all(all));
            let decided = self.decided(part)?;
            passed_over.push(self.not(decided));
        }
        Some(self.any(any))
    }

    /// What holds of a number that one property decides; the inner `None` where several do.
    #[expect(
        clippy::option_option,
        reason = "several properties, and more than the subject's own, are two things"
    )]
    fn by_cell(&mut self, quantity: &Quantity, so: fn(&Estimate) -> bool) -> Option<Option<usize>> {
        let properties = reach::of_quantity(quantity)?;
        if properties.len() > 1 {
            return Some(None);
        }
        let of = |facility: Facility<'_>| so(&facility.estimate(quantity)).into();
        Some(Some(self.lookup(properties.into_iter().next(), of)))
    }

    /// Where a number rests on nothing that is not recorded.
    fn recorded(&mut self, quantity: &Quantity) -> Option<usize> {
        if let Some(step) = self.by_cell(quantity, |estimate| estimate.causes.is_empty())? {
            return Some(step);
        }
        match quantity {
            Quantity::Arithmetic(Operator::Add | Operator::Subtract | Operator::Multiply, left, right) => {
                let parts = vec![self.recorded(left)?, self.recorded(right)?];
                Some(self.all(parts))
            }
            Quantity::Call(function, parts) => {
                if *function == Function::Coalesce {
                    return self.first_decided(parts, Self::recorded);
                }
                let parts = parts.iter().map(|part| self.recorded(part)).collect::<Option<_>>()?;
                Some(self.all(parts))
            }
            Quantity::FirstMatch(rows) => self.first_recorded(rows),
            _ => None,
        }
    }

    /// Where one row is known to be the first to hold, and its number is recorded.
    fn first_recorded(&mut self, rows: &[Row]) -> Option<usize> {
        let (mut passed_over, mut any) = (Vec::new(), Vec::new());
        for row in rows {
            let when = match &row.when {
                Some(when) => self.condition(when),
                None => self.condition(&Condition::Constant(true)),
            };
            let (holds, not) = (self.truth(TruthOp::Certain(when)), self.not(when));
            let mut parts = passed_over.clone();
            parts.extend([holds, self.recorded(&row.value)?]);
            any.push(self.all(parts));
            passed_over.push(self.truth(TruthOp::Certain(not)));
        }
        Some(self.any(any))
    }
}
