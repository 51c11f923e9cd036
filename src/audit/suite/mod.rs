//! The conformance suite of a requirement: its own examples, and cases of the kinds they lack.
//!
//! Cases are made by changing one thing in an example and are judged like any
//! other facility, so that what is expected is what an audit says. A kind that
//! cannot be has a reason, which is told from the program.

mod limit;
mod malformed;
mod vary;

use std::sync::Arc;

use super::case::judged;
use super::run::Scope;
use super::trend::looks_back;
use crate::model::{Catalogue, FacilityType, Finding};
use crate::parallel::in_parallel;
use crate::standard::Node;
use crate::standard::pack::Case;
use crate::standard::program::{Body, Condition, Program, Requirement};
use crate::standard::suite::{Absence, CaseKind, Suite, SuiteCase};

/// The suites of some requirements, in their order.
pub fn suites(program: &Program, catalogue: &Arc<Catalogue>, wanted: &[usize]) -> Vec<Suite> {
    let remembered = looks_back(&Scope::default(), program);
    let made = in_parallel(wanted.len(), |nth| {
        let number = *wanted.get(nth)?;
        let requirement = program.requirements.get(number)?;
        let maker = Maker { program, catalogue, requirement, remembered: &remembered, cases: Vec::new() };
        Some(maker.suite(number))
    });
    made.into_iter().flatten().collect()
}

struct Maker<'a> {
    program: &'a Program,
    catalogue: &'a Arc<Catalogue>,
    requirement: &'a Requirement,
    remembered: &'a [usize],
    cases: Vec<SuiteCase>,
}

impl<'a> Maker<'a> {
    fn suite(mut self, requirement: usize) -> Suite {
        for case in &self.requirement.cases {
            self.add(case.name.clone(), case.clone());
        }
        let own = self.cases.clone();
        for kind in CaseKind::ALL {
            if !self.cases.iter().any(|case| kind.holds(case)) && self.absence(kind).is_none() {
                match kind {
                    CaseKind::Boundary => self.limits(&own),
                    CaseKind::Malformed => self.malformed(&own),
                    other => self.vary(&own, other),
                }
            }
        }
        let lacking =
            CaseKind::ALL.into_iter().filter(|kind| !self.cases.iter().any(|case| kind.holds(case)));
        let absent = lacking.map(|kind| (kind, self.absence(kind))).collect();
        Suite { requirement, cases: self.cases, absent }
    }

    fn add(&mut self, name: String, case: Case) {
        if let Some(finding) = self.judged(&case) {
            self.cases.push(SuiteCase { name, case, finding, at_limit: false, malformed: None });
        }
    }

    fn judged(&self, case: &Case) -> Option<Finding> {
        judged(self.program, self.catalogue, self.requirement, case, self.remembered)
    }

    /// What is asked of the subject of a case, and its type; areas have none.
    fn body(&self, case: &Case) -> Option<(Option<&'a FacilityType>, &'a Body)> {
        let types = &self.catalogue.types;
        let named = |number: usize| {
            types.get(number).is_some_and(|of| case.subject.as_deref() == Some(of.id.as_str()))
        };
        let bodies = &self.requirement.bodies;
        let own = bodies.iter().find(|(number, _)| case.subject.is_none() || named(*number));
        let own = own.map(|(number, body)| (types.get(*number), body));
        own.or_else(|| self.requirement.areas.as_ref().map(|areas| (None, &areas.body)))
    }

    fn bodies(&self) -> impl Iterator<Item = &'a Body> {
        let areas = self.requirement.areas.iter().map(|areas| &areas.body);
        self.requirement.bodies.iter().map(|(_, body)| body).chain(areas)
    }

    /// Why a kind cannot be, as far as the program tells.
    fn absence(&self, kind: CaseKind) -> Option<Absence> {
        if self.requirement.areas.is_some() && self.requirement.cases.is_empty() && self.is_taken_over() {
            return Some(Absence::TakenOver);
        }
        let checks = || self.bodies().flat_map(|body| &body.checks);
        match kind {
            CaseKind::Passed | CaseKind::Failed | CaseKind::CantTell if checks().next().is_none() => {
                Some(Absence::NoCheck)
            }
            CaseKind::Inapplicable if self.always_applies() => Some(Absence::AlwaysApplies),
            CaseKind::Boundary if checks().all(|check| check.measure.is_none()) => Some(Absence::NoNumber),
            CaseKind::Malformed if self.bodies().all(|body| !records(body)) => Some(Absence::NothingRecorded),
            _ => None,
        }
    }

    fn is_taken_over(&self) -> bool {
        self.program.standards.get(self.requirement.standard).is_some_and(|standard| standard.reuse.is_some())
    }

    /// Whether no subject is outside: no condition, no more specific rule, no check of every one of none.
    fn always_applies(&self) -> bool {
        let is_bound = |body: &Body| {
            let every = |check: &crate::standard::program::Check| matches!(check.test, Condition::Every(_));
            let all_every = !body.checks.is_empty() && body.checks.iter().all(every);
            matches!(body.applies, Condition::Constant(true)) && body.condition.is_none() && !all_every
        };
        self.requirement.yields_to.is_empty() && self.bodies().all(is_bound)
    }
}

/// Whether a body looks at any property, be it of others.
fn records(body: &Body) -> bool {
    let mut found = !body.properties().is_empty();
    body.walk(true, &mut |node| {
        found |= match node {
            Node::Condition(condition) => !condition.properties().is_empty(),
            Node::Quantity(quantity) => !quantity.properties().is_empty(),
        };
    });
    found
}

/// The same case with a property of the subject given, or left out.
fn with(case: &Case, property: &str, value: Option<crate::standard::pack::Given>) -> Case {
    let mut changed = case.clone();
    changed.given.retain(|(name, _)| name != property);
    changed.given.extend(value.map(|value| (property.to_owned(), value)));
    changed
}
