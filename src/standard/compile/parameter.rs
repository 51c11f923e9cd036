//! Words no document defines, and the numbers assumed for them.

use std::sync::Arc;

use super::quantity::Typed;
use super::{Compiler, Scope};
use crate::locale::Message;
use crate::model::Parameter;
use crate::standard::Node;
use crate::standard::pack::ParameterText;
use crate::standard::program::{Areas, Body, Quantity};

impl<'a> Compiler<'a> {
    /// The number of a parameter; the outer `None` where there is none of that name.
    #[expect(clippy::option_option, reason = "no such parameter and a wrong one are two different things")]
    pub(super) fn parameter(&mut self, scope: Scope<'a>, name: &str) -> Option<Option<Typed>> {
        let text = self.parameters_of(scope.requirement).find(|one| one.id.value == name)?;
        Some(self.valued(scope, text))
    }

    fn valued(&mut self, scope: Scope<'a>, text: &'a ParameterText) -> Option<Typed> {
        let plain = Scope { number: self.catalogue.types.len(), facility_type: self.area, ..scope };
        let (value, measured) = self.quantity_text(plain, &text.value)?;
        let Quantity::Constant(value) = *value else {
            self.wrong(&text.value, Message::new("mistake-constant"), None);
            return None;
        };
        let id = text.id.value.as_str().into();
        let parameter = Arc::new(Parameter { id, words: text.words.clone(), value });
        Some((Arc::new(Quantity::Parameter(parameter)), measured))
    }

    /// The parameters a requirement may name: its standard's, and those of the one it was taken from.
    pub(super) fn parameters_of(
        &self,
        requirement: usize,
    ) -> impl Iterator<Item = &'a ParameterText> + use<'a> {
        let packs = self.packs;
        let own = packs.requirements.get(requirement).map(|(standard, _)| *standard);
        let reuse = own.and_then(|own| packs.standards.get(own)?.reuse.as_ref());
        let origin = reuse.and_then(|reuse| packs.standards.iter().position(|of| of.id == reuse.standard));
        let of = move |wanted: Option<usize>| {
            packs.parameters.iter().filter(move |(of, _)| Some(*of) == wanted).map(|(_, text)| text)
        };
        of(own).chain(of(origin))
    }

    /// A parameter that is wrong is said so, whether or not it is used.
    pub(super) fn check_parameters(&mut self) {
        let packs = self.packs;
        for (nth, (standard, text)) in packs.parameters.iter().enumerate() {
            let scope = Scope {
                requirement: usize::MAX,
                number: self.catalogue.types.len(),
                facility_type: self.area,
            };
            self.valued(scope, text);
            let same =
                |(of, other): &(usize, ParameterText)| of == standard && other.id.value == text.id.value;
            if packs.parameters.iter().take(nth).any(same) {
                self.wrong(
                    &text.id,
                    Message::new("mistake-duplicate-parameter").with("name", &text.id.value),
                    None,
                );
            }
        }
    }
}

/// The parameters a requirement rests on, each once.
pub(super) fn used(bodies: &[(usize, Body)], areas: Option<&Areas>) -> Vec<Arc<Parameter>> {
    let mut found: Vec<Arc<Parameter>> = Vec::new();
    let bodies = bodies.iter().map(|(_, body)| body).chain(areas.map(|areas| &areas.body));
    for body in bodies {
        body.walk(true, &mut |node| {
            if let Node::Quantity(Quantity::Parameter(one)) = node
                && !found.contains(one)
            {
                found.push(Arc::clone(one));
            }
        });
    }
    found
}
