//! Numbers: properties, constants with units, arithmetic, functions, `let`s.

use std::ops::Range;
use std::sync::Arc;

use super::unit::{self, Measured};
use super::{Bound, Compiler, Scope};
use crate::locale::Message;
use crate::model::{Property, day_number};
use crate::quantity::{Dimension, Interval, Rational, Unit};
use crate::standard::cql::{Arithmetic, Expr, ExprKind};
use crate::standard::mistake::suggestion;
use crate::standard::pack::{BindingRow, Text};
use crate::standard::program::{Function, Operator, Quantity, Row};

/// A number and what it measures.
pub(super) type Typed = (Arc<Quantity>, Measured);

const FUNCTIONS: [(&str, Function); 5] = [
    ("greatest", Function::Greatest),
    ("least", Function::Least),
    ("ceil", Function::Ceil),
    ("floor", Function::Floor),
    ("coalesce", Function::Coalesce),
];

impl<'a> Compiler<'a> {
    /// A number, or `None` after its mistakes have been noted.
    pub(super) fn quantity(&mut self, scope: Scope<'a>, text: &Text, expr: &Expr) -> Option<Typed> {
        match &expr.kind {
            ExprKind::Number(number) => Some((Arc::new(Quantity::Constant(*number)), None)),
            ExprKind::Date(date) => {
                Some((Arc::new(Quantity::Constant(day_number(*date))), Some(Dimension::Date)))
            }
            ExprKind::Property(name) => self.name(scope, text, expr, name),
            ExprKind::Arithmetic { op, left, right } => self.arithmetic(scope, text, expr, *op, left, right),
            ExprKind::Negate(inner) => {
                let (value, measured) = self.quantity(scope, text, inner)?;
                let zero = Arc::new(Quantity::Constant(Rational::from_integer(0)));
                Some((folded(Operator::Subtract, zero, value), measured))
            }
            ExprKind::Call { name, args, .. } => self.call(scope, text, expr, name, args),
            _ => {
                self.at(text, expr, Message::new("mistake-not-a-number"));
                None
            }
        }
    }

    /// A `let` of the requirement, or a property of the subject.
    fn name(&mut self, scope: Scope<'a>, text: &Text, expr: &Expr, name: &str) -> Option<Typed> {
        if self.has_binding(scope.requirement, name) {
            return self.binding(scope, scope.requirement, name, text, text.part(range(expr)));
        }
        if let Some(parameter) = self.parameter(scope, name) {
            return parameter;
        }
        let (number, property) = self.property(scope, text, expr, name)?;
        let Some(dimension) = property.kind.dimension() else {
            self.at(text, expr, Message::new("mistake-not-a-number"));
            return None;
        };
        Some((Arc::new(Quantity::Property(number)), Some(dimension)))
    }

    /// A property of the subject by name.
    pub(super) fn property(
        &mut self,
        scope: Scope<'a>,
        text: &Text,
        expr: &Expr,
        name: &str,
    ) -> Option<(usize, &'a Property)> {
        let found = scope.facility_type.property(name);
        if found.is_none() {
            let known = scope.facility_type.properties.iter().map(|property| property.id.as_str());
            let requirement = self.packs.requirements.get(scope.requirement);
            let bindings = requirement.into_iter().flat_map(|(_, text)| &text.bindings);
            let known = known.chain(bindings.map(|binding| binding.name.value.as_str()));
            let known = known.chain(self.parameters_of(scope.requirement).map(|one| one.id.value.as_str()));
            let message = Message::new("mistake-unknown-property").with("name", name);
            let message = message.with("type", &scope.facility_type.id);
            self.wrong_at(text, text.part(range(expr)), message, suggestion(name, known));
        }
        found
    }

    fn arithmetic(
        &mut self,
        scope: Scope<'a>,
        text: &Text,
        expr: &Expr,
        op: Arithmetic,
        left: &Expr,
        right: &Expr,
    ) -> Option<Typed> {
        let (left, right) = (self.quantity(scope, text, left), self.quantity(scope, text, right));
        let operator = match op {
            Arithmetic::Add => Operator::Add,
            Arithmetic::Sub => Operator::Subtract,
            Arithmetic::Mul => Operator::Multiply,
            Arithmetic::Div => Operator::Divide,
            Arithmetic::IntDiv | Arithmetic::Mod | Arithmetic::Pow => {
                self.at(text, expr, Message::new("mistake-not-in-requirements").with("what", op.sign()));
                return None;
            }
        };
        let ((left, a), (right, b)) = (left?, right?);
        let Some(measured) = unit::combined(operator, a, b) else {
            self.misfit(text, text.part(range(expr)), a, b);
            return None;
        };
        Some((folded(operator, left, right), measured))
    }

    /// A unit such as `mm(900)`, or a function of numbers.
    fn call(
        &mut self,
        scope: Scope<'a>,
        text: &Text,
        expr: &Expr,
        name: &str,
        args: &[Expr],
    ) -> Option<Typed> {
        if name == "as_of" && args.is_empty() {
            return Some((Arc::new(Quantity::AsOf), Some(Dimension::Date)));
        }
        let values: Vec<Option<Typed>> = args.iter().map(|arg| self.quantity(scope, text, arg)).collect();
        let values: Vec<Typed> = values.into_iter().collect::<Option<_>>()?;
        if let Some(unit) = Unit::all().iter().find(|unit| unit.symbol == name) {
            return self.in_unit(text, expr, *unit, &values);
        }
        let Some((_, function)) = FUNCTIONS.iter().find(|(known, _)| *known == name) else {
            let known = FUNCTIONS.iter().map(|(known, _)| *known);
            let known = known.chain(Unit::all().iter().map(|unit| unit.symbol)).chain(["as_of"]);
            let message = Message::new("mistake-unknown-function").with("name", name);
            self.wrong_at(text, text.part(range(expr)), message, suggestion(name, known));
            return None;
        };
        let single = matches!(function, Function::Ceil | Function::Floor);
        if values.is_empty() || (single && values.len() != 1) {
            self.at(text, expr, Message::new("mistake-arguments").with("name", name));
            return None;
        }
        let measured =
            self.all_alike(text, text.part(range(expr)), values.iter().map(|(_, measured)| *measured))?;
        let parts = values.into_iter().map(|(value, _)| value).collect();
        Some((Arc::new(Quantity::Call(*function, parts)), measured))
    }

    fn in_unit(&mut self, text: &Text, expr: &Expr, unit: Unit, values: &[Typed]) -> Option<Typed> {
        let [(value, None)] = values else {
            self.at(text, expr, Message::new("mistake-arguments").with("name", unit.symbol));
            return None;
        };
        let factor = Arc::new(Quantity::Constant(unit.factor()));
        Some((folded(Operator::Multiply, factor, value.clone()), Some(unit.dimension)))
    }

    fn has_binding(&self, requirement: usize, name: &str) -> bool {
        let text = self.packs.requirements.get(requirement);
        text.is_some_and(|(_, text)| text.bindings.iter().any(|binding| binding.name.value == name))
    }

    /// The `let` of a requirement, compiled once for each facility type.
    pub(super) fn binding(
        &mut self,
        scope: Scope<'a>,
        requirement: usize,
        name: &str,
        text: &Text,
        place: Range<usize>,
    ) -> Option<Typed> {
        let key = (requirement, scope.number, name.to_owned());
        match self.bindings.get(&key).cloned() {
            Some(Bound::Done(bound)) => return bound,
            Some(Bound::Underway) => {
                self.wrong_at(text, place, Message::new("mistake-circle").with("name", name), None);
                return None;
            }
            None => self.bindings.insert(key.clone(), Bound::Underway),
        };
        let packs = self.packs;
        let (_, owner) = packs.requirements.get(requirement)?;
        let binding = owner.bindings.iter().find(|binding| binding.name.value == name)?;
        let scope = Scope { requirement, ..scope };
        let bound = match &binding.aggregate {
            Some(aggregate) => self.figure(scope, aggregate),
            None => self.first_match(scope, &binding.name, &binding.rows),
        };
        self.bindings.insert(key, Bound::Done(bound.clone()));
        bound
    }

    fn first_match(&mut self, scope: Scope<'a>, name: &Text, rows: &'a [BindingRow]) -> Option<Typed> {
        let compiled: Vec<_> = rows.iter().map(|row| self.row(scope, name, row)).collect();
        let compiled: Vec<(Row, Measured)> = compiled.into_iter().collect::<Option<_>>()?;
        let measured =
            self.all_alike(name, name.span.clone(), compiled.iter().map(|(_, measured)| *measured))?;
        let mut rows: Vec<Row> = compiled.into_iter().map(|(row, _)| row).collect();
        match &rows[..] {
            [Row { when: None, .. }] => Some((rows.remove(0).value, measured)),
            _ => Some((Arc::new(Quantity::FirstMatch(rows)), measured)),
        }
    }

    fn row(&mut self, scope: Scope<'a>, name: &Text, row: &'a BindingRow) -> Option<(Row, Measured)> {
        let when = row.when.as_ref().map(|when| self.condition_text(scope, when));
        let typed = match (&row.value, &row.from) {
            (Some(value), None) => self.quantity_text(scope, value),
            (None, Some(from)) => self.taken(scope, name, from),
            _ => {
                self.wrong(name, Message::new("mistake-row").with("name", &name.value), None);
                None
            }
        };
        let when = match when {
            None => None,
            Some(when) => Some(when?),
        };
        let (value, measured) = typed?;
        Some((Row { when, value }, measured))
    }

    /// The `let` of the same name of another requirement, for the same subject.
    fn taken(&mut self, scope: Scope<'a>, name: &Text, from: &'a Text) -> Option<Typed> {
        let Some(requirement) = self.ids.get(from.value.as_str()).copied() else {
            self.unknown("mistake-unknown-requirement", from, self.packs.ids());
            return None;
        };
        if !self.has_binding(requirement, &name.value) {
            let message = Message::new("mistake-unknown-let").with("name", &name.value);
            self.wrong(from, message.with("requirement", &from.value), None);
            return None;
        }
        self.binding(scope, requirement, &name.value, from, from.span.clone())
    }

    /// A number given as text of the pack.
    pub(super) fn quantity_text(&mut self, scope: Scope<'a>, text: &'a Text) -> Option<Typed> {
        let expr = self.parsed(text)?;
        self.quantity(scope, text, &expr)
    }

    pub(super) fn all_alike(
        &mut self,
        text: &Text,
        place: Range<usize>,
        measured: impl Iterator<Item = Measured>,
    ) -> Option<Measured> {
        let mut whole: Measured = None;
        for (number, one) in measured.enumerate() {
            let Some(both) = (if number == 0 { Some(one) } else { unit::common(whole, one) }) else {
                self.misfit(text, place, whole, one);
                return None;
            };
            whole = both;
        }
        Some(whole)
    }

    pub(super) fn misfit(&mut self, text: &Text, place: Range<usize>, left: Measured, right: Measured) {
        let message = Message::new("mistake-dimensions").with_words("left", unit::words(left));
        self.wrong_at(text, place, message.with_words("right", unit::words(right)), None);
    }

    pub(super) fn at(&mut self, text: &Text, expr: &Expr, message: Message) {
        self.wrong_at(text, text.part(range(expr)), message, None);
    }
}

pub(super) fn range(expr: &Expr) -> Range<usize> {
    expr.span.start..expr.span.end
}

/// The operation, carried out at once on constants.
fn folded(operator: Operator, left: Arc<Quantity>, right: Arc<Quantity>) -> Arc<Quantity> {
    if let (Quantity::Constant(a), Quantity::Constant(b)) = (&*left, &*right) {
        let (a, b) = (Interval::exact(*a), Interval::exact(*b));
        let value = match operator {
            Operator::Add => Some(a + b),
            Operator::Subtract => Some(a - b),
            Operator::Multiply => Some(a * b),
            Operator::Divide => a.divide(b).ok(),
        };
        if let Some(value) = value.and_then(Interval::single) {
            return Arc::new(Quantity::Constant(value));
        }
    }
    Arc::new(Quantity::Arithmetic(operator, left, right))
}
