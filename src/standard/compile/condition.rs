//! Conditions: flags, comparisons, categories, and what joins them.

use super::quantity::{Typed, range};
use super::{Compiler, Scope, unit};
use crate::locale::Message;
use crate::model::{Kind, Property, plain};
use crate::standard::cql::{self, Expr, ExprKind};
use crate::standard::mistake::{Mistake, Problem, suggestion};
use crate::standard::pack::Text;
use crate::standard::program::{Comparison, Condition};

impl<'a> Compiler<'a> {
    /// A condition given as text of the pack.
    pub(super) fn condition_text(&mut self, scope: Scope<'a>, text: &Text) -> Option<Condition> {
        let expr = self.parsed(text)?;
        self.condition(scope, text, &expr)
    }

    /// The parsed text; `None` after its mistakes have been noted.
    pub(super) fn parsed(&mut self, text: &Text) -> Option<Expr> {
        let errors = match cql::parse(&text.value) {
            Ok(expr) => return Some(expr),
            Err(errors) => errors,
        };
        for error in errors {
            let span = text.part(error.span.start..error.span.end);
            self.mistakes.push(Mistake {
                file: text.file,
                span,
                problem: Problem::Grammar(error),
                help: None,
            });
        }
        None
    }

    /// A condition, or `None` after its mistakes have been noted.
    pub(super) fn condition(&mut self, scope: Scope<'a>, text: &Text, expr: &Expr) -> Option<Condition> {
        match &expr.kind {
            ExprKind::Boolean(value) => Some(Condition::Constant(*value)),
            ExprKind::Property(name) => self.flag(scope, text, expr, name),
            ExprKind::Not(inner) => Some(not(self.condition(scope, text, inner)?)),
            ExprKind::And(parts) => self.parts(scope, text, parts).map(Condition::All),
            ExprKind::Or(parts) => self.parts(scope, text, parts).map(Condition::Any),
            ExprKind::Compare { op, left, right } => self.compare(scope, text, expr, *op, left, right),
            ExprKind::Between { value, low, high, negated } => {
                let above = self.compare(scope, text, expr, cql::Comparison::Ge, value, low);
                let below = self.compare(scope, text, expr, cql::Comparison::Le, value, high);
                Some(negated_if(*negated, Condition::All(vec![above?, below?])))
            }
            ExprKind::In { value, list, negated } => {
                let any =
                    list.iter().map(|one| self.compare(scope, text, expr, cql::Comparison::Eq, value, one));
                let any: Vec<Option<Condition>> = any.collect();
                let any: Vec<Condition> = any.into_iter().collect::<Option<_>>()?;
                Some(negated_if(*negated, merged(any)))
            }
            ExprKind::IsNull { .. } => {
                self.at(text, expr, Message::new("mistake-null"));
                None
            }
            ExprKind::Call { name, args, .. } if name == "complies" => self.complies(scope, text, expr, args),
            _ => {
                self.at(text, expr, Message::new("mistake-not-a-condition"));
                None
            }
        }
    }

    fn parts(&mut self, scope: Scope<'a>, text: &Text, parts: &[Expr]) -> Option<Vec<Condition>> {
        let parts: Vec<Option<Condition>> =
            parts.iter().map(|part| self.condition(scope, text, part)).collect();
        parts.into_iter().collect()
    }

    fn flag(&mut self, scope: Scope<'a>, text: &Text, expr: &Expr, name: &str) -> Option<Condition> {
        let (number, property) = self.property(scope, text, expr, name)?;
        if property.kind != Kind::Boolean {
            self.at(text, expr, Message::new("mistake-not-a-condition"));
            return None;
        }
        Some(Condition::Flag(number))
    }

    fn compare(
        &mut self,
        scope: Scope<'a>,
        text: &Text,
        expr: &Expr,
        op: cql::Comparison,
        left: &Expr,
        right: &Expr,
    ) -> Option<Condition> {
        if let Some((number, property, value)) = worded(scope, left, right) {
            return self.worded_comparison(text, expr, op, (number, property), value);
        }
        let (a, b) = (self.quantity(scope, text, left), self.quantity(scope, text, right));
        let (a, b) = (a?, b?);
        if unit::common(a.1, b.1).is_none() {
            self.misfit(text, text.part(range(expr)), a.1, b.1);
            return None;
        }
        Some(numbers(op, a, b))
    }

    fn worded_comparison(
        &mut self,
        text: &Text,
        expr: &Expr,
        op: cql::Comparison,
        (number, property): (usize, &Property),
        value: &Expr,
    ) -> Option<Condition> {
        let negated = match op {
            cql::Comparison::Eq => false,
            cql::Comparison::Ne => true,
            _ => {
                self.at(text, expr, Message::new("mistake-no-order").with("name", &property.id));
                return None;
            }
        };
        let condition = match (property.kind, &value.kind) {
            (Kind::Boolean, ExprKind::Boolean(wanted)) => negated_if(!wanted, Condition::Flag(number)),
            (Kind::Category, ExprKind::Text(wanted)) => {
                Condition::OneOf(number, vec![self.category(text, value, property, wanted)?])
            }
            (Kind::Text, ExprKind::Text(wanted)) => Condition::Reads(number, vec![plain(wanted)]),
            _ => {
                self.at(text, value, Message::new("mistake-not-a-value").with("name", &property.id));
                return None;
            }
        };
        Some(negated_if(negated, condition))
    }

    fn category(&mut self, text: &Text, value: &Expr, property: &Property, wanted: &str) -> Option<usize> {
        let found = property.value(wanted);
        if found.is_none() {
            let message = Message::new("mistake-unknown-category").with("name", wanted);
            let known = property.values.iter().map(|value| &*value.id);
            let message = message.with("property", &property.id);
            self.wrong_at(text, text.part(range(value)), message, suggestion(wanted, known));
        }
        found
    }
}

/// A property that is no number, beside what it is compared with.
fn worded<'a, 'e>(
    scope: Scope<'a>,
    left: &'e Expr,
    right: &'e Expr,
) -> Option<(usize, &'a Property, &'e Expr)> {
    let found = |side: &Expr| match &side.kind {
        ExprKind::Property(name) => scope.facility_type.property(name),
        _ => None,
    };
    let worded = |side: &Expr| found(side).filter(|(_, property)| property.kind.dimension().is_none());
    let (number, property, value) = match (worded(left), worded(right)) {
        (Some((number, property)), _) => (number, property, right),
        (None, Some((number, property))) => (number, property, left),
        (None, None) => return None,
    };
    Some((number, property, value))
}

fn numbers(op: cql::Comparison, (left, _): Typed, (right, _): Typed) -> Condition {
    match op {
        cql::Comparison::Eq => Condition::Compare(Comparison::Equal, left, right),
        cql::Comparison::Ne => not(Condition::Compare(Comparison::Equal, left, right)),
        cql::Comparison::Lt => Condition::Compare(Comparison::Less, left, right),
        cql::Comparison::Le => Condition::Compare(Comparison::AtMost, left, right),
        cql::Comparison::Gt => Condition::Compare(Comparison::Less, right, left),
        cql::Comparison::Ge => Condition::Compare(Comparison::AtMost, right, left),
    }
}

fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

fn negated_if(negated: bool, condition: Condition) -> Condition {
    if negated { not(condition) } else { condition }
}

/// Alternatives of one category property as a single look-up.
fn merged(any: Vec<Condition>) -> Condition {
    let mut of = None;
    let mut values = Vec::new();
    for one in &any {
        match one {
            Condition::OneOf(property, some) if *of.get_or_insert(*property) == *property => {
                values.extend(some);
            }
            _ => return Condition::Any(any),
        }
    }
    of.map_or(Condition::Constant(false), |property| Condition::OneOf(property, values))
}
