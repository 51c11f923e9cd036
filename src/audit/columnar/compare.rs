//! Comparisons of numbers that rest on several columns.

use super::graph::Graph;
use super::op::{Quotient, TruthOp};
use crate::standard::program::{Comparison, Operator, Quantity};

impl Graph<'_> {
    /// `None` where it cannot be done exactly in integers that are known to fit.
    pub(super) fn compare(&mut self, how: Comparison, left: &Quantity, right: &Quantity) -> Option<usize> {
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
}
