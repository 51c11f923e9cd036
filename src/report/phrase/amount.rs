//! What the numbers of an expression stand for: bays, metres, shares, days.

use super::Phrases;
use crate::model::{Kind, Property, UnitId};
use crate::quantity::{Interval, Rational};
use crate::report::amount::{Scale, amount};
use crate::standard::aggregate::{Aggregate, Figure};
use crate::standard::program::{Function, Operator, Quantity};

/// The scale of a number, and the family of words it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Nature {
    pub(super) scale: Scale,
    pub(super) words: &'static str,
}

impl Nature {
    const RATE: Self = Self { scale: Scale::Ratio, words: "rate" };
    const DAY: Self = Self { scale: Scale::Day, words: "day" };

    pub(super) fn metres() -> Self {
        Self { scale: Scale::metres(), words: "size" }
    }

    fn number(unit: Option<UnitId>, words: &'static str) -> Self {
        Self { scale: Scale::Number(unit), words }
    }

    fn of(property: &Property, unit: Option<&UnitId>) -> Self {
        let unit = property.unit.as_ref().or(unit).cloned();
        match property.kind {
            Kind::Ratio => Self::RATE,
            Kind::Date => Self::DAY,
            Kind::Count => Self::number(unit, "count"),
            Kind::Money => Self::number(unit, "rate"),
            _ => Self::number(unit, "size"),
        }
    }
}

impl<'a> Phrases<'a> {
    /// A property of the type at hand.
    pub(super) fn property(&self, number: usize) -> Option<&'a Property> {
        self.of?.properties.get(number)
    }

    /// A plain number in the unit that was told, as the cells of a table are.
    pub(super) fn counted(&self) -> Option<Nature> {
        let unit = self.unit.clone()?;
        let is_ratio = Scale::of(Some(&unit), &"".into(), &[], self.context) == Scale::Ratio;
        Some(if is_ratio { Nature::RATE } else { Nature::number(Some(unit), "count") })
    }

    /// What a number stands for; `None` where only its surroundings can say.
    pub(super) fn nature(&self, quantity: &'a Quantity) -> Option<Nature> {
        match quantity {
            Quantity::Constant(_) | Quantity::Parameter(_) => None,
            Quantity::AsOf => Some(Nature::DAY),
            Quantity::Property(number) => {
                self.property(*number).map(|property| Nature::of(property, self.unit.as_ref()))
            }
            Quantity::Arithmetic(operator, left, right) => {
                combined(*operator, self.nature(left), self.nature(right))
            }
            Quantity::Call(_, parts) => parts.iter().find_map(|part| self.nature(part)),
            Quantity::FirstMatch(rows) => {
                rows.iter().find_map(|row| self.nature(&row.value)).or_else(|| self.counted())
            }
            Quantity::Aggregate(aggregate) => self.figure(aggregate),
            Quantity::Earlier(value, _) => self.nature(value),
        }
    }

    fn figure(&self, aggregate: &'a Aggregate) -> Option<Nature> {
        Some(match &aggregate.figure {
            Figure::Count | Figure::Lacking => Nature::number(self.unit.clone(), "count"),
            Figure::Rank(_) => Nature::number(None, "count"),
            Figure::Share => Nature::RATE,
            Figure::Nearest => Nature::metres(),
            Figure::Sum => {
                let members = aggregate.members.first()?;
                let of = self.context.catalogue.types.get(members.facility_type)?;
                return self.about(of).nature(members.value.as_ref()?);
            }
        })
    }

    /// An amount of some nature.
    pub(super) fn amount(&self, value: Rational, nature: Option<&Nature>) -> String {
        let plain = Scale::Number(None);
        amount(Interval::exact(value), nature.map_or(&plain, |nature| &nature.scale), self.context)
    }
}

/// What two numbers make together.
fn combined(operator: Operator, left: Option<Nature>, right: Option<Nature>) -> Option<Nature> {
    match (operator, left, right) {
        (Operator::Divide, Some(left), Some(right)) if left == right => Some(Nature::RATE),
        (Operator::Multiply, Some(left), Some(right)) if left == Nature::RATE => Some(right),
        (Operator::Subtract, Some(left), Some(right)) if left == Nature::DAY && right == left => {
            Some(Nature::number(Some("day".into()), "count"))
        }
        (_, left, right) => left.or(right),
    }
}

/// Whether a number is the same whatever is surveyed.
pub(super) fn is_fixed(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Constant(_) | Quantity::Parameter(_) | Quantity::AsOf => true,
        Quantity::Property(_) | Quantity::Aggregate(_) | Quantity::Earlier(..) | Quantity::FirstMatch(_) => {
            false
        }
        Quantity::Arithmetic(_, left, right) => is_fixed(left) && is_fixed(right),
        Quantity::Call(_, parts) => parts.iter().all(|part| is_fixed(part)),
    }
}

/// The parts of a bound that is the strictest of several.
pub(super) fn bounds(quantity: &Quantity, strictest: Function) -> Vec<&Quantity> {
    match quantity {
        Quantity::Call(function, parts) if *function == strictest => {
            // What depends on the survey first: 2 % of the bays, and at least one.
            let (fixed, others): (Vec<_>, Vec<_>) =
                parts.iter().map(|part| &**part).partition(|part| is_fixed(part));
            others.into_iter().chain(fixed).collect()
        }
        quantity => vec![quantity],
    }
}
