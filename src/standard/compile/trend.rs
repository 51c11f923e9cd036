//! Checks that compare a number with its own past.

use std::sync::Arc;

use super::body::unit_of;
use super::quantity::Typed;
use super::{Compiler, Scope, unit};
use crate::locale::Message;
use crate::standard::pack::{CheckText, Text};
use crate::standard::program::{Check, Condition, Measure, Quantity, Rise};

impl<'a> Compiler<'a> {
    /// A number that has to go up; measured is what it is now, required what it was.
    pub(super) fn trend(
        &mut self,
        scope: Scope<'a>,
        text: &'a CheckText,
        of: &'a Text,
        end: Option<&'a Text>,
    ) -> Option<Check> {
        let days = self.trend_days(scope, of);
        let number = self.quantity_text(scope, of);
        let end = end.map(|end| self.end(scope, end, number.as_ref()));
        let (now, measured) = number?;
        let unit = text.unit.as_ref().and_then(|unit| self.unit(unit, measured));
        let then = Arc::new(Quantity::Earlier(Arc::clone(&now), days?));
        let end = if let Some(end) = end { Some(end?) } else { None };
        Some(Check {
            id: text.id.value.as_str().into(),
            test: Condition::Rises(Rise { now: Arc::clone(&now), then: Arc::clone(&then), end }),
            measure: Some(Measure {
                unit: unit.or_else(|| unit_of(scope, &now)),
                measured: now,
                required: then,
                at_least: true,
            }),
            remedy: text.remedy.clone().map(Arc::new),
        })
    }

    fn end(&mut self, scope: Scope<'a>, end: &'a Text, number: Option<&Typed>) -> Option<Arc<Quantity>> {
        let (value, measured) = self.quantity_text(scope, end)?;
        if let Some((_, of)) = number.filter(|(_, of)| unit::common(*of, measured).is_none()) {
            self.misfit(end, end.span.clone(), *of, measured);
        }
        Some(value)
    }

    /// The standard's own number of days, else that of the language.
    fn trend_days(&mut self, scope: Scope<'a>, of: &Text) -> Option<i32> {
        let standard = self.packs.requirements.get(scope.requirement).map(|(standard, _)| *standard);
        let own = standard.and_then(|standard| self.packs.standards.get(standard)?.trend_days);
        let days = own.or(self.catalogue.trend_days).and_then(|days| i32::try_from(days).ok());
        if days.is_none() {
            self.wrong(of, Message::new("mistake-missing-field").with("name", "trend_days"), None);
        }
        days
    }
}
