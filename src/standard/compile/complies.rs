//! `complies('…')`: what another standard asks decides.

use std::collections::BTreeSet;
use std::ops::Range;

use super::quantity::range;
use super::{Compiler, Scope};
use crate::locale::Message;
use crate::model::{Kind, Strength};
use crate::standard::cql::{Expr, ExprKind};
use crate::standard::pack::Text;
use crate::standard::program::{Complies, Condition};

/// A place where a requirement defers to other standards.
pub(super) struct Deferral {
    requirement: usize,
    standards: Vec<usize>,
    text: Text,
    span: Range<usize>,
}

impl<'a> Compiler<'a> {
    /// The standards that are named, or `None` after its mistakes have been noted.
    pub(super) fn complies(
        &mut self,
        scope: Scope<'a>,
        text: &Text,
        expr: &Expr,
        args: &[Expr],
    ) -> Option<Condition> {
        if args.is_empty() || self.is_area(scope) {
            self.at(text, expr, Message::new("mistake-arguments").with("name", "complies"));
            return None;
        }
        let standards: Vec<Option<usize>> = args.iter().map(|arg| self.standard(text, arg)).collect();
        let standards: Vec<usize> = standards.into_iter().collect::<Option<_>>()?;
        let span = text.part(range(expr));
        let (requirement, text) = (scope.requirement, text.clone());
        self.deferrals.push(Deferral { requirement, standards: standards.clone(), text, span });
        let surveyed = scope.facility_type.property("complies");
        let surveyed = surveyed.filter(|(_, property)| property.kind == Kind::Boolean);
        Some(Condition::Complies(Complies { standards, surveyed: surveyed.map(|(number, _)| number) }))
    }

    fn standard(&mut self, text: &Text, arg: &Expr) -> Option<usize> {
        let ExprKind::Text(id) = &arg.kind else {
            self.at(text, arg, Message::new("mistake-arguments").with("name", "complies"));
            return None;
        };
        let packs = self.packs;
        let found = packs.standards.iter().position(|standard| standard.id.as_str() == id);
        if found.is_none() {
            let known = packs.standards.iter().map(|standard| standard.id.as_str());
            let message = Message::new("mistake-unknown-standard").with("name", id);
            let help = crate::standard::mistake::suggestion(id, known);
            self.wrong_at(text, text.part(range(arg)), message, help);
        }
        found
    }

    /// No standard may come to ask whether it is itself complied with.
    pub(super) fn check_circles(&mut self) {
        let deferrals = std::mem::take(&mut self.deferrals);
        let owner = |deferral: &Deferral| {
            let (standard, text) = self.packs.requirements.get(deferral.requirement)?;
            (text.obligation.strength == Strength::Mandatory).then_some(*standard)
        };
        let mandatory: Vec<(usize, &Deferral)> =
            deferrals.iter().filter_map(|deferral| Some((owner(deferral)?, deferral))).collect();
        let circles: Vec<&Deferral> = mandatory
            .iter()
            .filter(|(own, deferral)| reached(&deferral.standards, &mandatory).contains(own))
            .map(|(_, deferral)| *deferral)
            .collect();
        for deferral in circles {
            let message = Message::new("mistake-circle").with("name", "complies");
            self.wrong_at(&deferral.text, deferral.span.clone(), message, None);
        }
    }
}

/// The standards that are asked for when these are.
fn reached(from: &[usize], deferrals: &[(usize, &Deferral)]) -> BTreeSet<usize> {
    let (mut found, mut next) = (BTreeSet::new(), from.to_vec());
    while let Some(standard) = next.pop() {
        if found.insert(standard) {
            let own = deferrals.iter().filter(|(owner, _)| *owner == standard);
            next.extend(own.flat_map(|(_, deferral)| &deferral.standards));
        }
    }
    found
}
