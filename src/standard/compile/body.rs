//! What a requirement asks of one facility type.

use std::sync::Arc;

use super::{Compiler, Scope, unit};
use crate::locale::Message;
use crate::model::UnitId;
use crate::quantity::Unit;
use crate::standard::cql::{self, Expr, ExprKind};
use crate::standard::pack::{AggregateText, CheckText, RequirementText, TestText, Text};
use crate::standard::program::{Body, Check, Condition, Measure, Quantity};

impl<'a> Compiler<'a> {
    /// The body for one type; `None` after its mistakes have been noted.
    pub(super) fn body(&mut self, scope: Scope<'a>, text: &'a RequirementText) -> Option<Body> {
        let applies = match &text.applies {
            Some(applies) => self.condition_text(scope, applies),
            None => Some(Condition::Constant(true)),
        };
        for binding in &text.bindings {
            self.binding(
                scope,
                scope.requirement,
                &binding.name.value,
                &binding.name,
                binding.name.span.clone(),
            );
        }
        let condition = text.condition.as_ref().map(|condition| self.condition_text(scope, condition));
        let checks: Vec<Option<Check>> = text.checks.iter().map(|check| self.check(scope, check)).collect();
        let measure = text.measure.as_ref().map(|measure| self.quantity_text(scope, measure));
        if text.checks.is_empty() && measure.is_none() {
            self.wrong(&text.id, Message::new("mistake-nothing-to-check").with("name", &text.id.value), None);
        }
        if let (Some(unit), Some(Some((_, measured)))) = (&text.unit, &measure) {
            self.unit(unit, *measured);
        }
        Some(Body {
            applies: applies?,
            condition: if let Some(condition) = condition { Some(condition?) } else { None },
            checks: checks.into_iter().collect::<Option<_>>()?,
            measure: if let Some(measure) = measure { Some(measure?.0) } else { None },
        })
    }

    fn check(&mut self, scope: Scope<'a>, text: &'a CheckText) -> Option<Check> {
        match &text.test {
            TestText::Check(condition) => self.comparison(scope, text, condition),
            TestText::Every(every) => self.every(scope, text, every),
            TestText::Trend { of, end } => self.trend(scope, text, of, end.as_ref()),
        }
    }

    /// Every one of some facilities is as it should be; measured are those that are not.
    fn every(&mut self, scope: Scope<'a>, text: &'a CheckText, every: &'a AggregateText) -> Option<Check> {
        let (aggregate, measured) = self.aggregate(scope, every)?;
        let unit = text.unit.as_ref().and_then(|unit| self.unit(unit, measured));
        let measure = Measure {
            measured: Arc::new(Quantity::Aggregate(Arc::clone(&aggregate))),
            required: Arc::new(Quantity::Constant(0.into())),
            at_least: false,
            unit,
        };
        Some(Check {
            id: text.id.value.as_str().into(),
            test: Condition::Every(aggregate),
            measure: Some(measure),
            remedy: text.remedy.clone().map(Arc::new),
        })
    }

    fn comparison(&mut self, scope: Scope<'a>, text: &'a CheckText, written: &'a Text) -> Option<Check> {
        let expr = self.parsed(written)?;
        let holds = self.condition(scope, written, &expr)?;
        let measure = match (&expr.kind, &text.measure) {
            (ExprKind::Compare { op, left, right }, _) => {
                self.amounts(scope, text, (written, *op), left, right)?
            }
            (_, Some(measure)) => {
                self.wrong(measure, Message::new("mistake-measure"), None);
                return None;
            }
            _ => None,
        };
        let remedy = text.remedy.clone().map(Arc::new);
        Some(Check { id: text.id.value.as_str().into(), test: holds, measure, remedy })
    }

    /// The two sides of a comparison of numbers: what is there, and what should be.
    #[expect(clippy::option_option, reason = "no amounts and a mistake are two different things")]
    fn amounts(
        &mut self,
        scope: Scope<'a>,
        text: &'a CheckText,
        (written, op): (&'a Text, cql::Comparison),
        left: &Expr,
        right: &Expr,
    ) -> Option<Option<Measure>> {
        use cql::Comparison::{Eq, Ge, Gt, Ne};
        if matches!(op, Eq | Ne) {
            return Some(None);
        }
        let (left, measured) = self.quantity(scope, written, left)?;
        let (right, _) = self.quantity(scope, written, right)?;
        let left_is_measured = match &text.measure {
            None => true,
            Some(measure) => {
                let (given, _) = self.quantity_text(scope, measure)?;
                if given != left && given != right {
                    self.wrong(measure, Message::new("mistake-measure"), None);
                    return None;
                }
                given == left
            }
        };
        let at_least = matches!(op, Ge | Gt) == left_is_measured;
        let unit = text.unit.as_ref().and_then(|unit| self.unit(unit, measured));
        let unit = unit.or_else(|| unit_of(scope, &left)).or_else(|| unit_of(scope, &right));
        let (measured, required) = if left_is_measured { (left, right) } else { (right, left) };
        Some(Some(Measure { measured, required, at_least, unit }))
    }

    /// A unit of the catalogue that fits what is measured.
    pub(super) fn unit(&mut self, text: &Text, measured: unit::Measured) -> Option<UnitId> {
        let known = self.catalogue.units.iter().map(|unit| unit.id.as_str());
        if self.catalogue.unit(&text.value.as_str().into()).is_none() {
            self.unknown("mistake-unknown-unit", text, known);
            return None;
        }
        let physical = Unit::find(&text.value).map(|unit| unit.dimension);
        if measured.is_some() && physical.is_some() && physical != measured {
            self.wrong(text, unit::instead(measured, physical), None);
        }
        Some(text.value.as_str().into())
    }
}

/// The unit of a property that stands alone.
pub(super) fn unit_of(scope: Scope<'_>, quantity: &Arc<Quantity>) -> Option<UnitId> {
    match **quantity {
        Quantity::Property(number) => scope.facility_type.properties.get(number)?.unit.clone(),
        _ => None,
    }
}
