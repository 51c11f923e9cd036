//! The reference evaluator: slow, obvious, and the judge of any faster one.
//!
//! Each node is evaluated from what its operands may be, with no reasoning
//! across names that occur twice. A number is an interval, a condition is true,
//! false or unknown; along with both go the *causes*: why something is not
//! known, and of which property. Causes matter only where a verdict stays open.

use super::about;
use super::world::World;
use crate::inventory::{Cell, Status, Table, Value};
use crate::model::{Adcode, Reason, day_number, plain};
use crate::quantity::{Interval, Truth};
use crate::standard::program::{Comparison, Condition, Function, Operator, Quantity, Row};

/// A facility, or an area, and where to look things up that concern it.
#[derive(Clone, Copy)]
pub(super) struct Facility<'a> {
    pub(super) table: &'a Table,
    pub(super) number: usize,
    /// Index of its type.
    pub(super) kind: usize,
    pub(super) world: &'a World<'a>,
    /// The area, where the subject is one.
    pub(super) area: Option<&'a Adcode>,
}

/// What a number may be, and why it is not known better.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Estimate {
    pub(super) value: Interval,
    pub(super) causes: Causes,
}

/// Whether something holds, and why that is not known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Judgement {
    pub(super) truth: Truth,
    pub(super) causes: Causes,
}

impl Estimate {
    /// Whether it is open because observations of the subject itself contradict each other.
    pub(super) fn is_contradicted(&self) -> bool {
        let own = |property: usize| about::split(property).0.is_none();
        self.causes.iter().any(|(reason, of)| *reason == Reason::Conflict && of.is_none_or(own))
    }
}

/// Reasons, each with the property it speaks of.
pub(super) type Causes = Vec<(Reason, Option<usize>)>;

impl<'a> Facility<'a> {
    pub(super) fn new(world: &'a World<'a>, kind: usize, number: usize) -> Self {
        Self { table: world.table(kind), number, kind, world, area: None }
    }

    pub(super) fn of_area(world: &'a World<'a>, area: &'a Adcode) -> Self {
        let kind = world.inventory.tables.len();
        Self { table: &world.nothing, number: 0, kind, world, area: Some(area) }
    }

    /// Whether it is this facility.
    pub(super) fn is(&self, kind: usize, number: u32) -> bool {
        self.kind == kind && self.number == number as usize
    }

    /// Where it belongs, as far as that is known.
    pub(super) fn place(&self) -> Option<&Adcode> {
        let own = self.table.facilities.get(self.number).and_then(|one| one.jurisdiction.as_ref());
        self.area.or(own).or(self.world.default)
    }

    pub(super) fn id(&self) -> Option<&str> {
        self.table.facilities.get(self.number).map(|one| one.id.as_str())
    }

    /// The id of what it is a part of.
    pub(super) fn parent(&self) -> Option<&str> {
        self.cell(self.own("parent")?).and_then(Cell::text).map(|text| &**text)
    }

    pub(super) fn position(&self) -> Option<(f64, f64)> {
        self.table.facilities.get(self.number).and_then(|one| one.position)
    }

    /// The index of a property of its own.
    pub(super) fn own(&self, property: &str) -> Option<usize> {
        self.world.inventory.facility_type(self.kind)?.property(property).map(|(number, _)| number)
    }
}

impl Facility<'_> {
    /// Whether a condition holds.
    pub(super) fn judge(self, condition: &Condition) -> Judgement {
        match condition {
            Condition::Constant(value) => Judgement { truth: (*value).into(), causes: Causes::new() },
            Condition::Flag(property) => self.flag(*property),
            Condition::Compare(how, left, right) => self.compare(*how, left, right),
            Condition::OneOf(property, values) => self.one_of(*property, values),
            Condition::Reads(property, texts) => self.reads(*property, texts),
            Condition::Not(inner) => {
                let Judgement { truth, causes } = self.judge(inner);
                Judgement { truth: !truth, causes }
            }
            Condition::All(parts) => self.fold(parts, Truth::True, Truth::and),
            Condition::Any(parts) => self.fold(parts, Truth::False, Truth::or),
            Condition::Every(aggregate) => self.every(aggregate),
            Condition::Rises(rise) => self.rises(rise),
            Condition::Complies(complies) => self.complies(complies),
        }
    }

    /// What a quantity may be.
    pub(super) fn estimate(self, quantity: &Quantity) -> Estimate {
        match quantity {
            Quantity::Constant(value) => Estimate { value: Interval::exact(*value), causes: Causes::new() },
            Quantity::Parameter(one) => Estimate { value: Interval::exact(one.value), causes: Causes::new() },
            Quantity::AsOf => {
                Estimate { value: Interval::exact(day_number(self.world.day)), causes: Causes::new() }
            }
            Quantity::Property(property) => self.number(*property),
            Quantity::Arithmetic(operator, left, right) => {
                combine(*operator, self.estimate(left), self.estimate(right))
            }
            Quantity::Call(Function::Coalesce, parts) => self.coalesce(parts),
            Quantity::Call(function, parts) => call(*function, parts.iter().map(|part| self.estimate(part))),
            Quantity::FirstMatch(rows) => self.first_match(rows),
            Quantity::Aggregate(aggregate) => self.aggregate(aggregate),
            Quantity::Earlier(value, days) => self.earlier(value, *days),
        }
    }

    fn flag(self, property: usize) -> Judgement {
        let truth = match self.cell(property).map(|cell| &cell.value) {
            Some(Value::Flag(truth)) => *truth,
            _ => Truth::Unknown,
        };
        self.open(truth, property)
    }

    fn one_of(self, property: usize, values: &[usize]) -> Judgement {
        let truth = match self.cell(property).map(|cell| &cell.value) {
            Some(Value::Category(Some(value))) => values.contains(value).into(),
            _ => Truth::Unknown,
        };
        self.open(truth, property)
    }

    fn reads(self, property: usize, texts: &[String]) -> Judgement {
        let text = self.cell(property).and_then(Cell::text);
        let truth = text.map_or(Truth::Unknown, |text| texts.contains(&plain(text)).into());
        self.open(truth, property)
    }

    fn number(self, property: usize) -> Estimate {
        let value = self.cell(property).and_then(Cell::number).unwrap_or(Interval::UNBOUNDED);
        Estimate { value, causes: self.causes(property) }
    }

    fn compare(self, how: Comparison, left: &Quantity, right: &Quantity) -> Judgement {
        let sides = [left, right];
        let (left, right) = (self.estimate(left), self.estimate(right));
        let truth = match how {
            Comparison::Equal => left.value.same(right.value),
            Comparison::Less => left.value.less(right.value),
            Comparison::AtMost => left.value.at_most(right.value),
        };
        let mut causes = [left.causes, right.causes].concat();
        if causes.is_empty() {
            let ranges = self.ranges(sides).map(Some).chain([None]);
            causes.extend(ranges.map(|property| (Reason::StraddlesThreshold, property)));
        }
        Judgement { causes: only_if_open(truth, causes), truth }
    }

    /// The properties of a comparison that were surveyed as ranges.
    fn ranges(self, sides: [&Quantity; 2]) -> impl Iterator<Item = usize> {
        let looked_at = sides.into_iter().flat_map(Quantity::properties);
        let is_range = move |property: &usize| {
            self.cell(*property).and_then(Cell::number).is_some_and(|value| value.single().is_none())
        };
        looked_at.filter(is_range)
    }

    /// Conjunction or disjunction; the causes are those of the parts left open.
    fn fold(self, parts: &[Condition], start: Truth, join: fn(Truth, Truth) -> Truth) -> Judgement {
        let (mut truth, mut causes) = (start, Causes::new());
        for judgement in parts.iter().map(|part| self.judge(part)) {
            truth = join(truth, judgement.truth);
            causes.extend(judgement.causes);
        }
        Judgement { causes: only_if_open(truth, causes), truth }
    }

    /// The hull of every row that may be the first to hold.
    fn first_match(self, rows: &[Row]) -> Estimate {
        let (mut value, mut causes) = (None::<Interval>, Causes::new());
        for row in rows {
            let when = row.when.as_ref().map(|when| self.judge(when));
            if when.as_ref().is_some_and(|when| when.truth == Truth::False) {
                continue;
            }
            let then = self.estimate(&row.value);
            value = Some(value.map_or(then.value, |hull| hull.hull(then.value)));
            causes.extend(then.causes);
            match when {
                Some(open) if open.truth == Truth::Unknown => causes.extend(open.causes),
                _ => return Estimate { value: value.unwrap_or(Interval::UNBOUNDED), causes },
            }
        }
        causes.push((Reason::DeferenceUnresolved, None));
        Estimate { value: Interval::UNBOUNDED, causes }
    }

    /// The first part that is recorded; a number over other facilities stands in where none is.
    ///
    /// A part whose observations contradict each other is recorded, and leaves it open.
    fn coalesce(self, parts: &[std::sync::Arc<Quantity>]) -> Estimate {
        let mut causes = Causes::new();
        for (nth, part) in parts.iter().enumerate() {
            let estimate = self.estimate(part);
            if estimate.causes.is_empty() {
                return self.contradicted(part, estimate, parts.get(nth + 1..).unwrap_or_default());
            }
            if estimate.is_contradicted() {
                return estimate;
            }
            causes.extend(estimate.causes);
        }
        let counted = parts.last().filter(|part| matches!(***part, Quantity::Aggregate(_)));
        let value = counted.map_or(Interval::UNBOUNDED, |part| self.estimate(part).value);
        Estimate { value, causes }
    }

    /// What is recorded, unless the parts that were counted say otherwise.
    fn contradicted(self, part: &Quantity, found: Estimate, rest: &[std::sync::Arc<Quantity>]) -> Estimate {
        let Quantity::Property(property) = part else { return found };
        let counted = rest.iter().filter(|part| matches!(***part, Quantity::Aggregate(_)));
        let agree =
            |part: &std::sync::Arc<Quantity>| self.estimate(part).value.intersect(found.value).is_some();
        if counted.into_iter().all(agree) {
            return found;
        }
        Estimate { value: Interval::UNBOUNDED, causes: vec![(Reason::Conflict, Some(*property))] }
    }

    fn cell(&self, property: usize) -> Option<&Cell> {
        self.table.cell(property, self.number)
    }

    fn causes(self, property: usize) -> Causes {
        let reason = match self.cell(property).map(|cell| cell.status) {
            Some(Status::Known) => return Causes::new(),
            Some(Status::Conflict) => Reason::Conflict,
            Some(Status::RecordedUnknown | Status::NotApplicable) => Reason::RecordedUnknown,
            Some(Status::NotSurveyed) | None => Reason::NotSurveyed,
        };
        vec![(reason, Some(property))]
    }

    fn open(self, truth: Truth, property: usize) -> Judgement {
        Judgement { causes: only_if_open(truth, self.causes(property)), truth }
    }
}

pub(super) fn only_if_open(truth: Truth, causes: Causes) -> Causes {
    if truth == Truth::Unknown { causes } else { Causes::new() }
}

fn combine(operator: Operator, left: Estimate, right: Estimate) -> Estimate {
    let mut causes = [left.causes, right.causes].concat();
    let value = match operator {
        Operator::Add => left.value + right.value,
        Operator::Subtract => left.value - right.value,
        Operator::Multiply => left.value * right.value,
        Operator::Divide => left.value.divide(right.value).unwrap_or_else(|_| {
            causes.push((Reason::DivisionByZero, None));
            Interval::UNBOUNDED
        }),
    };
    Estimate { value, causes }
}

fn call(function: Function, parts: impl Iterator<Item = Estimate>) -> Estimate {
    let mut causes = Causes::new();
    let values = parts.map(|part| {
        causes.extend(part.causes);
        part.value
    });
    let value = match function {
        Function::Greatest => values.reduce(Interval::greatest),
        Function::Least => values.reduce(Interval::least),
        Function::Ceil => values.reduce(Interval::hull).map(Interval::ceil),
        Function::Floor => values.reduce(Interval::hull).map(Interval::floor),
        Function::Coalesce => None,
    };
    Estimate { value: value.unwrap_or(Interval::UNBOUNDED), causes }
}
