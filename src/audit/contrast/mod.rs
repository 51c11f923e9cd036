//! Two requirements side by side: where they agree, where one asks for more, and what decides between them.
//!
//! Nothing is guessed from how they are written: facilities are made up whose
//! properties take every value that makes a difference to either, the
//! reference evaluator judges each by both, and what comes out is compared.

mod choice;
mod probe;
mod span;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::judge::Verdict;
use super::run::Scope;
use crate::model::{Catalogue, FacilityType, Outcome, Sample, Silence, Span, Where};
use crate::quantity::Rational;
use crate::standard::program::{Body, Check, Program, Requirement};
use choice::Facts;
use probe::Probes;

/// One of two requirements that are compared.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) program: &'a Program,
    pub(super) requirement: &'a Requirement,
    pub(super) scope: &'a Scope,
}

/// Two requirements, the type of facility both speak of, and the day.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) catalogue: &'a Arc<Catalogue>,
    pub(super) sides: [Side<'a>; 2],
    pub(super) kind: usize,
    pub(super) day: Date,
}

/// What comes of two requirements over facilities made up for them.
#[derive(Debug, Clone)]
pub(super) struct Contrast {
    /// Whether both apply to some facility.
    pub(super) meet: bool,
    /// A facility to which only the one, or only the other, applies.
    pub(super) alone: [Option<Vec<Sample>>; 2],
    /// What is asked of the same property by both.
    pub(super) demands: Vec<Demand>,
    /// Some combinations of values were not tried.
    pub(super) thinned: bool,
}

/// What two checks ask of one property.
#[derive(Debug, Clone)]
pub(super) struct Demand {
    /// Index of the check in each of the two bodies.
    pub(super) checks: [usize; 2],
    /// Index of the property.
    pub(super) property: usize,
    /// Where the amounts differ, of checks that measure.
    pub(super) spans: Vec<Span>,
    /// Facilities that meet the other one and not this one, of checks that do not measure.
    pub(super) stricter: [Option<Vec<Sample>>; 2],
    /// What meets one never meets the other.
    pub(super) opposed: bool,
    /// It could not be told of any facility.
    pub(super) open: bool,
}

impl<'a> Side<'a> {
    pub(super) fn body(&self, kind: usize) -> Option<&'a Body> {
        self.requirement.body(kind)
    }

    /// What decides whether it applies, beside its own body.
    fn gates(&self, kind: usize) -> impl Iterator<Item = &'a Body> {
        let others = self.requirement.yields_to.iter();
        others.filter_map(move |other| self.program.requirements.get(*other)?.body(kind))
    }
}

/// The property a check is about: what it measures, or else the first it looks at.
pub(super) fn subject(check: &Check) -> Option<usize> {
    let measured = check.measure.as_ref().map(|measure| measure.measured.properties());
    measured.and_then(|measured| measured.first().copied()).or_else(|| check.about())
}

impl<'a> Pair<'a> {
    /// Judges made-up facilities by both; nothing where one of them does not speak of the type.
    pub(super) fn contrast(&self) -> Option<Contrast> {
        let of = self.catalogue.types.get(self.kind)?;
        let bodies = [self.sides[0].body(self.kind)?, self.sides[1].body(self.kind)?];
        let measured = measured(bodies);
        let (given, thinned) = choice::combinations(self.facts(of, bodies).choices(of, &measured));
        let probes = Probes::new(self, of, given);
        let verdicts = self.sides.map(|side| probes.verdicts(side));
        let rows = verdicts[0].iter().zip(&verdicts[1]).enumerate();
        let alone = |side: usize| {
            let holds = |both: [&Verdict; 2]| applies(both[side]) && is_out(both[1 - side]);
            let (row, _) = rows.clone().find(|(_, (one, other))| holds([one, other]))?;
            Some(probes.needed(self, row, holds))
        };
        let meet = rows.clone().filter(|(_, (one, other))| applies(one) && applies(other));
        let both: Vec<usize> = meet.map(|(row, _)| row).collect();
        let demands =
            shared(bodies).into_iter().map(|shared| self.demand(shared, bodies, &probes, &verdicts, &both));
        Some(Contrast {
            meet: !both.is_empty(),
            alone: [alone(0), alone(1)],
            demands: if both.is_empty() { Vec::new() } else { demands.collect() },
            thinned,
        })
    }

    fn facts(&self, of: &FacilityType, bodies: [&'a Body; 2]) -> Facts {
        let mut facts = Facts::default();
        for (side, body) in self.sides.iter().zip(bodies) {
            for body in std::iter::once(body).chain(side.gates(self.kind)) {
                body.walk(false, &mut |node| facts.see(node));
            }
            let works = self.catalogue.works.iter().filter_map(|id| of.property(id.as_str()));
            for ((property, _), from) in works.take(1).zip(side.requirement.works_from) {
                facts.meets(property, crate::model::day_number(from));
            }
        }
        facts
    }

    fn demand(
        &self,
        (checks, property): ([usize; 2], usize),
        bodies: [&Body; 2],
        probes: &Probes<'_>,
        verdicts: &[Vec<Verdict>; 2],
        both: &[usize],
    ) -> Demand {
        let check = |side: usize| bodies[side].checks.get(checks[side]);
        let measures = [0, 1].map(|side| check(side).and_then(|check| check.measure.as_ref()));
        let mut demand = Demand {
            checks,
            property,
            spans: Vec::new(),
            stricter: [None, None],
            opposed: false,
            open: true,
        };
        if let [Some(one), Some(other)] = measures {
            let amounts = span::of_contexts(self, checks, probes, verdicts, both);
            demand.open = amounts.is_none();
            demand.spans = amounts.unwrap_or_default();
            let up = usize::from(!one.at_least);
            if one.at_least != other.at_least {
                demand.spans.retain(|span| span.required[up] > span.required[1 - up]);
                demand.opposed = !demand.spans.is_empty();
            }
            return demand;
        }
        let outcome = |side: usize, of: &Verdict| Some(of.checks.get(checks[side])?.outcome);
        let comes = |both: [&Verdict; 2], want: [Outcome; 2]| {
            both.iter().all(|verdict| applies(verdict))
                && [0, 1].map(|side| outcome(side, both[side])) == want.map(Some)
        };
        let find = |want| {
            let verdicts = |row: &&usize| verdicts[0].get(**row).zip(verdicts[1].get(**row));
            both.iter()
                .find(|row| verdicts(row).is_some_and(|(one, other)| comes([one, other], want)))
                .copied()
        };
        demand.stricter = [[Outcome::Failed, Outcome::Passed], [Outcome::Passed, Outcome::Failed]]
            .map(|want| find(want).map(|row| probes.needed(self, row, |both| comes(both, want))));
        let met = find([Outcome::Passed; 2]).is_some();
        demand.open = !met && demand.stricter.iter().all(Option::is_none);
        demand.opposed = !met && demand.stricter.iter().all(Option::is_some);
        demand
    }
}

/// What is compared as an amount, and takes no value of its own.
fn measured(bodies: [&Body; 2]) -> BTreeSet<usize> {
    let checks = bodies.into_iter().flat_map(|body| &body.checks);
    let measures = checks.filter_map(|check| check.measure.as_ref());
    measures.flat_map(|measure| measure.measured.properties()).collect()
}

/// The checks of two bodies about the same property, each with that property.
fn shared(bodies: [&Body; 2]) -> Vec<([usize; 2], usize)> {
    let mut found = Vec::new();
    for (first, one) in bodies[0].checks.iter().enumerate() {
        for (second, other) in bodies[1].checks.iter().enumerate() {
            if let Some(property) = subject(one).filter(|property| subject(other) == Some(*property)) {
                found.push(([first, second], property));
            }
        }
    }
    found
}

/// Whether a requirement certainly applies.
fn applies(verdict: &Verdict) -> bool {
    match verdict.outcome {
        Outcome::Passed | Outcome::Failed => true,
        Outcome::CantTell => verdict.reason_in == Some(Where::Check),
        Outcome::Untested => verdict.silence == Some(Silence::NoThreshold),
        Outcome::Inapplicable => false,
    }
}

/// Whether a requirement certainly does not apply.
fn is_out(verdict: &Verdict) -> bool {
    !applies(verdict) && verdict.outcome != Outcome::CantTell
}

/// The amount a check requires, where that is one number.
fn required(verdict: &Verdict, check: usize) -> Option<Rational> {
    verdict.checks.get(check)?.amounts?.required.single()
}
