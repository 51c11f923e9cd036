//! Numbers over other facilities: whom they count, and where.

use std::sync::Arc;

use super::quantity::Typed;
use super::unit::{self, Measured};
use super::{Compiler, Scope};
use crate::locale::Message;
use crate::quantity::{Dimension, Rational};
use crate::standard::aggregate::{Aggregate, Domain, Figure, Members};
use crate::standard::mistake::suggestion;
use crate::standard::pack::{AggregateText, FigureText, Text};
use crate::standard::program::Quantity;

impl<'a> Compiler<'a> {
    /// A number over other facilities, or `None` after its mistakes have been noted.
    pub(super) fn figure(&mut self, scope: Scope<'a>, text: &'a AggregateText) -> Option<Typed> {
        let (aggregate, measured) = self.aggregate(scope, text)?;
        Some((Arc::new(Quantity::Aggregate(aggregate)), measured))
    }

    pub(super) fn aggregate(
        &mut self,
        scope: Scope<'a>,
        text: &'a AggregateText,
    ) -> Option<(Arc<Aggregate>, Measured)> {
        let domain = self.domain(scope, text);
        let kinds = self.kinds(&text.kinds);
        let figure = self.figure_of(scope, text, &kinds);
        let made = self.fitting(scope.requirement, &kinds, |compiler, scope| compiler.members(scope, text));
        let measured = self.all_alike(&place(text), text.span.clone(), made.iter().map(|(_, one)| one.1));
        let members: Vec<Members> = made.into_iter().map(|(_, (members, _))| members).collect();
        if members.is_empty() {
            return None;
        }
        Some((Arc::new(Aggregate { figure: figure?, domain: domain?, members }), measured?))
    }

    fn members(&mut self, scope: Scope<'a>, text: &'a AggregateText) -> Option<(Members, Measured)> {
        let filter = text.filter.as_ref().map(|filter| self.condition_text(scope, filter));
        let that = match &text.figure {
            FigureText::Share(that) | FigureText::Lacking(that) => Some(self.condition_text(scope, that)),
            _ => None,
        };
        let value = match &text.figure {
            FigureText::Sum(sum) => Some(self.quantity_text(scope, sum)),
            _ => None,
        };
        let (value, measured) = match (value, &text.figure) {
            (Some(value), _) => value.map(|(value, measured)| (Some(value), measured))?,
            (None, FigureText::Share(_)) => (None, Some(Dimension::Ratio)),
            (None, FigureText::Nearest) => (None, Some(Dimension::Length)),
            (None, _) => (None, Some(Dimension::Count)),
        };
        let members = Members {
            facility_type: scope.number,
            filter: filter.unwrap_or(Some(crate::standard::program::Condition::Constant(true)))?,
            that: if let Some(that) = that { Some(that?) } else { None },
            never_negative: value.as_ref().is_some_and(|value| never_negative(scope, value)),
            value,
        };
        Some((members, measured))
    }

    fn figure_of(&mut self, scope: Scope<'a>, text: &'a AggregateText, kinds: &[usize]) -> Option<Figure> {
        Some(match &text.figure {
            FigureText::Count => Figure::Count,
            FigureText::Lacking(_) => Figure::Lacking,
            FigureText::Share(_) => Figure::Share,
            FigureText::Sum(_) => Figure::Sum,
            FigureText::Nearest => Figure::Nearest,
            FigureText::Rank(to) => {
                if !kinds.is_empty() && !kinds.contains(&scope.number) {
                    let message = Message::new("mistake-rank").with("type", &scope.facility_type.id);
                    self.wrong(&place(text), message, None);
                    return None;
                }
                Figure::Rank(self.kinds(to))
            }
        })
    }

    fn domain(&mut self, scope: Scope<'a>, text: &'a AggregateText) -> Option<Domain> {
        let of_area = self.is_area(scope);
        let domain = match (&text.among, &text.within, &text.figure) {
            (Some(among), ..) => self.among(among)?,
            (None, Some(within), _) => Domain::Within(self.radius(scope, within)?),
            (.., FigureText::Rank(_)) => Domain::Siblings,
            (.., FigureText::Nearest) => Domain::Everywhere,
            _ if of_area => Domain::Area,
            _ => {
                self.wrong(&place(text), Message::new("mistake-among"), None);
                return None;
            }
        };
        if of_area && domain != Domain::Area {
            self.wrong(&place(text), Message::new("mistake-area-domain"), None);
            return None;
        }
        Some(domain)
    }

    fn among(&mut self, among: &Text) -> Option<Domain> {
        match among.value.as_str() {
            "parts" => Some(Domain::Parts),
            "jurisdiction" => Some(Domain::Area),
            _ => {
                let known = ["parts", "jurisdiction"];
                let message = Message::new("mistake-unknown-word").with("name", &among.value);
                let help = suggestion(&among.value, known);
                self.wrong(among, message.with("known", known.join(", ")), help);
                None
            }
        }
    }

    /// A length without any property in it.
    fn radius(&mut self, scope: Scope<'a>, within: &'a Text) -> Option<Rational> {
        let (value, measured) = self.quantity_text(scope, within)?;
        if measured != Some(Dimension::Length) {
            self.wrong(within, unit::instead(Some(Dimension::Length), measured), None);
            return None;
        }
        let Quantity::Constant(value) = *value else {
            self.wrong(within, Message::new("mistake-constant"), None);
            return None;
        };
        Some(value)
    }
}

/// Where a table of the pack stands, as a text to underline.
pub(super) fn place(text: &AggregateText) -> Text {
    Text { file: text.file, value: String::new(), span: text.span.clone(), start: None }
}

fn never_negative(scope: Scope<'_>, value: &Quantity) -> bool {
    let Quantity::Property(number) = value else { return false };
    let bounds = scope.facility_type.properties.get(*number).map(|property| property.bounds);
    bounds.and_then(crate::quantity::Interval::low).is_some_and(|low| low >= Rational::from_integer(0))
}
