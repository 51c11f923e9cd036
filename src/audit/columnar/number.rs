//! From quantities to steps on integers over a common denominator.
//!
//! Every function here gives `None` where a value could leave the range in
//! which integers are exact; the reference evaluator is asked then.

use num_integer::Integer as _;

use super::graph::Graph;
use super::op::{ALL, Ends, MOST, NONE, NumberOp, UNBOUNDED};
use super::reach;
use crate::quantity::{Interval, Rational};
use crate::standard::program::{Function, Operator, Quantity, Row};

/// A step, and what its integers mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) step: usize,
    pub(super) denominator: i64,
    /// No finite end is further from zero.
    pub(super) most: i64,
}

impl Number {
    /// Whether products of the two fit.
    pub(super) fn fits_times(self, other: Self) -> Option<i64> {
        fitting(i128::from(self.most) * i128::from(other.most))
    }
}

fn fitting(most: i128) -> Option<i64> {
    if most > MOST { None } else { i64::try_from(most).ok() }
}

impl Graph<'_> {
    /// The step of a quantity.
    pub(super) fn quantity(&mut self, quantity: &Quantity) -> Option<Number> {
        if let Some(known) = self.quantities.get(quantity) {
            return *known;
        }
        let properties = reach::of_quantity(quantity)?;
        let number = if properties.len() <= 1 {
            self.of_cells(properties.into_iter().next(), quantity)
        } else {
            self.computed(quantity)
        };
        self.quantities.insert(quantity.clone(), number);
        number
    }

    /// A quantity of one property: what the reference evaluator says of each distinct cell.
    fn of_cells(&mut self, property: Option<usize>, quantity: &Quantity) -> Option<Number> {
        let values = self.each_cell(property, |facility| facility.estimate(quantity).value);
        let (ends, denominator) = scaled(&values)?;
        let most = ends.iter().flatten().filter(|end| finite(**end)).map(|end| end.abs()).max().unwrap_or(0);
        let op = match (property, ends.as_slice()) {
            (Some(property), [_, _, ..]) => NumberOp::Column(property, ends),
            _ => NumberOp::Constant(ends.first().copied().unwrap_or(UNBOUNDED)),
        };
        Some(Number { step: self.number(op), denominator, most })
    }

    /// A quantity of several properties, from its parts.
    fn computed(&mut self, quantity: &Quantity) -> Option<Number> {
        match quantity {
            Quantity::Arithmetic(operator, left, right) => self.arithmetic(*operator, left, right),
            Quantity::Call(Function::Greatest, parts) => self.chosen(parts, NumberOp::Greatest),
            Quantity::Call(Function::Least, parts) => self.chosen(parts, NumberOp::Least),
            Quantity::Call(Function::Ceil, parts) => self.whole(parts, NumberOp::Ceil),
            Quantity::Call(Function::Floor, parts) => self.whole(parts, NumberOp::Floor),
            Quantity::Call(Function::Coalesce, parts) => self.coalesce(parts),
            Quantity::FirstMatch(rows) => self.first_match(rows),
            _ => None,
        }
    }

    fn arithmetic(&mut self, operator: Operator, left: &Quantity, right: &Quantity) -> Option<Number> {
        if operator == Operator::Divide {
            let Quantity::Constant(divisor) = right else { return None };
            let reciprocal = Interval::exact(1).divide(Interval::exact(*divisor)).ok()?.single()?;
            return self.arithmetic(Operator::Multiply, left, &Quantity::Constant(reciprocal));
        }
        let (left, right) = (self.quantity(left)?, self.quantity(right)?);
        let (left, right, denominator, most) = if operator == Operator::Multiply {
            let most = left.fits_times(right)?;
            (left, right, small(i128::from(left.denominator) * i128::from(right.denominator))?, most)
        } else {
            let (left, right) = self.alike(left, right)?;
            let most = fitting(i128::from(left.most) + i128::from(right.most))?;
            (left, right, left.denominator, most)
        };
        let step = self.number(NumberOp::Arithmetic(operator, left.step, right.step));
        Some(Number { step, denominator, most })
    }

    fn chosen(&mut self, parts: &[impl AsRef<Quantity>], op: fn(usize, usize) -> NumberOp) -> Option<Number> {
        let mut parts = parts.iter();
        let mut all = self.quantity(parts.next()?.as_ref())?;
        for part in parts {
            let part = self.quantity(part.as_ref())?;
            let (one, other) = self.alike(all, part)?;
            let step = self.number(op(one.step, other.step));
            all = Number { step, most: one.most.max(other.most), ..one };
        }
        Some(all)
    }

    fn whole(&mut self, parts: &[impl AsRef<Quantity>], op: fn(usize, i64) -> NumberOp) -> Option<Number> {
        let [part] = parts else { return None };
        let part = self.quantity(part.as_ref())?;
        let step = self.number(op(part.step, part.denominator));
        Some(Number { step, denominator: 1, most: part.most / part.denominator + 1 })
    }

    fn coalesce(&mut self, parts: &[impl AsRef<Quantity>]) -> Option<Number> {
        let decided: Option<Vec<usize>> = parts.iter().map(|part| self.decided(part.as_ref())).collect();
        let numbers: Option<Vec<Number>> = parts.iter().map(|part| self.quantity(part.as_ref())).collect();
        let (numbers, denominator, most) = self.all_alike(&numbers?)?;
        let step = self.number(NumberOp::Coalesce(decided?.into_iter().zip(numbers).collect()));
        Some(Number { step, denominator, most })
    }

    fn first_match(&mut self, rows: &[Row]) -> Option<Number> {
        let numbers: Option<Vec<Number>> = rows.iter().map(|row| self.quantity(&row.value)).collect();
        let (numbers, denominator, most) = self.all_alike(&numbers?)?;
        let when: Vec<_> =
            rows.iter().map(|row| row.when.as_ref().map(|when| self.condition(when))).collect();
        let step = self.number(NumberOp::First(when.into_iter().zip(numbers).collect()));
        Some(Number { step, denominator, most })
    }

    /// The two over one denominator.
    pub(super) fn alike(&mut self, one: Number, other: Number) -> Option<(Number, Number)> {
        let denominator = common(one.denominator, other.denominator.into())?;
        Some((self.over(one, denominator)?, self.over(other, denominator)?))
    }

    /// Their steps over one denominator, the denominator, and the most of all.
    fn all_alike(&mut self, numbers: &[Number]) -> Option<(Vec<usize>, i64, i64)> {
        let denominator =
            numbers.iter().try_fold(1, |whole, number| common(whole, number.denominator.into()))?;
        let numbers = numbers.iter().map(|number| self.over(*number, denominator));
        let numbers = numbers.collect::<Option<Vec<Number>>>()?;
        let most = numbers.iter().map(|number| number.most).max().unwrap_or_default();
        Some((numbers.iter().map(|number| number.step).collect(), denominator, most))
    }

    fn over(&mut self, number: Number, denominator: i64) -> Option<Number> {
        let number = self.times(number, denominator / number.denominator)?;
        Some(Number { denominator, ..number })
    }

    /// The integers of a number times a positive factor.
    pub(super) fn times(&mut self, number: Number, factor: i64) -> Option<Number> {
        let most = fitting(i128::from(number.most) * i128::from(factor))?;
        if factor == 1 {
            return Some(number);
        }
        let scale = |ends: &Ends| ends.map(|end| if finite(end) { end * factor } else { end });
        let op = match self.numbers.get(number.step)? {
            NumberOp::Column(property, ends) => NumberOp::Column(*property, ends.iter().map(scale).collect()),
            NumberOp::Constant(ends) => NumberOp::Constant(scale(ends)),
            _ => NumberOp::Scale(number.step, factor),
        };
        Some(Number { step: self.number(op), most, ..number })
    }
}

fn finite(end: i64) -> bool {
    end != NONE && end != ALL
}

/// A denominator that leaves room for the numbers over it.
fn small(denominator: i128) -> Option<i64> {
    const LARGEST: i128 = 1 << 40;
    if denominator > LARGEST { None } else { i64::try_from(denominator).ok() }
}

/// The least common multiple of two denominators.
fn common(one: i64, other: i128) -> Option<i64> {
    small(i128::from(one).lcm(&small(other)?.into()))
}

/// Intervals as integers over their least common denominator.
pub(super) fn scaled(values: &[Interval]) -> Option<(Vec<Ends>, i64)> {
    let ends = || values.iter().flat_map(|value| [value.low(), value.high()]).flatten();
    let denominator = ends().try_fold(1, |whole, end| common(whole, *end.denom()))?;
    let integer = |end: Rational| {
        let end = end.numer().checked_mul(i128::from(denominator) / end.denom())?;
        fitting(end.checked_abs()?)?;
        i64::try_from(end).ok()
    };
    let both = |value: &Interval| {
        let low = value.low().map_or(Some(NONE), integer)?;
        Some([low, value.high().map_or(Some(ALL), integer)?])
    };
    Some((values.iter().map(both).collect::<Option<_>>()?, denominator))
}
