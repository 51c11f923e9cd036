//! One requirement and one facility: does it apply, and does every check hold?

use std::collections::BTreeSet;

use super::reference::{Causes, Facility, Judgement, only_if_open};
use crate::model::{Amounts, Outcome, Reason, Silence, Where};
use crate::quantity::{Interval, Rational, Truth};
use crate::standard::program::{Body, Check, Condition, Measure, Requirement};

/// What came of one requirement and one facility, properties by index.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Verdict {
    pub(super) outcome: Outcome,
    pub(super) reason: Option<Reason>,
    pub(super) reason_in: Option<Where>,
    pub(super) silence: Option<Silence>,
    pub(super) properties: BTreeSet<usize>,
    /// In the order of the body's checks; empty where it is not known to apply.
    pub(super) checks: Vec<CheckVerdict>,
    /// Of a clause without pass mark.
    pub(super) measured: Option<Interval>,
}

/// What came of one check.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CheckVerdict {
    pub(super) outcome: Outcome,
    pub(super) reason: Option<Reason>,
    pub(super) amounts: Option<Amounts>,
}

/// What else decides whether a requirement applies, beside its own words.
#[derive(Debug, Default)]
pub(super) struct Gate {
    /// Under `auto`, for codes: the works are young enough.
    pub(super) works: Option<Condition>,
    /// The requirements that take its place where they apply.
    pub(super) instead: Vec<Instead>,
}

/// A requirement that takes the place of another one, where it binds and applies.
#[derive(Debug)]
pub(super) struct Instead {
    /// Index of the requirement.
    pub(super) requirement: usize,
    /// Under `auto`, for codes: the works are young enough.
    pub(super) works: Option<Condition>,
}

impl Verdict {
    /// A verdict without any check.
    pub(super) fn plain(outcome: Outcome) -> Self {
        Self {
            outcome,
            reason: None,
            reason_in: None,
            silence: None,
            properties: BTreeSet::new(),
            checks: Vec::new(),
            measured: None,
        }
    }

    /// Not tried, and why.
    pub(super) fn untested(silence: Silence) -> Self {
        Self { silence: Some(silence), ..Self::plain(Outcome::Untested) }
    }

    fn open(causes: &Causes, place: Where) -> Self {
        let (reason, properties) = first(causes);
        Self { reason, reason_in: Some(place), properties, ..Self::plain(Outcome::CantTell) }
    }
}

/// Judges a facility by a requirement that is in force for it; `binds` says which others are.
pub(super) fn judge(
    body: &Body,
    gate: &Gate,
    facility: Facility<'_>,
    binds: impl Fn(&Requirement) -> bool,
) -> Verdict {
    let applies = applies(body, gate, facility, binds);
    match applies.truth {
        Truth::False => return Verdict::plain(Outcome::Inapplicable),
        Truth::Unknown => return Verdict::open(&applies.causes, Where::Applies),
        Truth::True => {}
    }
    if body.checks.is_empty() {
        let measured = body.measure.as_ref().map(|measure| facility.estimate(measure).value);
        return Verdict { measured, ..Verdict::untested(Silence::NoThreshold) };
    }
    let judged: Vec<Judgement> = body.checks.iter().map(|check| facility.judge(&check.test)).collect();
    let checks =
        body.checks.iter().zip(&judged).map(|(check, judged)| result(check, judged, facility)).collect();
    let whole = judged.iter().fold(Truth::True, |all, one| all.and(one.truth));
    let failed = body.checks.iter().zip(&judged).filter(|(_, judged)| judged.truth == Truth::False);
    let verdict = match whole {
        Truth::True => Verdict::plain(Outcome::Passed),
        Truth::False => Verdict {
            properties: failed.flat_map(|(check, _)| check.test.properties()).collect(),
            ..Verdict::plain(Outcome::Failed)
        },
        Truth::Unknown => {
            Verdict::open(&judged.into_iter().flat_map(|one| one.causes).collect(), Where::Check)
        }
    };
    Verdict { checks, ..verdict }
}

fn applies(
    body: &Body,
    gate: &Gate,
    facility: Facility<'_>,
    binds: impl Fn(&Requirement) -> bool,
) -> Judgement {
    let mut parts = vec![facility.judge(&body.applies)];
    parts.extend(gate.works.as_ref().map(|works| facility.judge(works)));
    parts.extend(body.condition.as_ref().map(|condition| evidenced(facility.judge(condition))));
    for other in &gate.instead {
        let Some(requirement) = facility.world.program.requirements.get(other.requirement) else { continue };
        let Some(body) = facility.asked_by(requirement).filter(|_| binds(requirement)) else { continue };
        let own = facility.judge(&body.applies);
        let whole = all([own].into_iter().chain(other.works.as_ref().map(|works| facility.judge(works))));
        parts.push(Judgement { truth: !whole.truth, causes: whole.causes });
    }
    if nothing_to_check(body, facility) {
        parts.push(Judgement { truth: Truth::False, causes: Causes::new() });
    }
    all(parts)
}

impl<'a> Facility<'a> {
    /// What a requirement asks of the facility, or of the area.
    fn asked_by(&self, requirement: &'a Requirement) -> Option<&'a Body> {
        match self.area {
            Some(_) => requirement.areas.as_ref().map(|areas| &areas.body),
            None => requirement.body(self.kind),
        }
    }
}

/// All of them; the causes are those of the parts left open.
fn all(parts: impl IntoIterator<Item = Judgement>) -> Judgement {
    let (mut truth, mut causes) = (Truth::True, Causes::new());
    for part in parts {
        truth = truth.and(part.truth);
        causes.extend(part.causes);
    }
    Judgement { causes: only_if_open(truth, causes), truth }
}

/// Whether all that is asked is asked of every one of none.
fn nothing_to_check(body: &Body, facility: Facility<'_>) -> bool {
    let of_none = |check: &Check| match &check.test {
        Condition::Every(aggregate) => facility.has_none(aggregate),
        _ => false,
    };
    !body.checks.is_empty() && body.checks.iter().all(of_none)
}

/// A condition nobody has shown is silent for that reason, whatever is missing.
fn evidenced(judgement: Judgement) -> Judgement {
    let causes = judgement.causes.into_iter().map(|(_, property)| (Reason::ConditionNotEvidenced, property));
    Judgement { truth: judgement.truth, causes: causes.collect() }
}

fn result(check: &Check, judged: &Judgement, facility: Facility<'_>) -> CheckVerdict {
    CheckVerdict {
        outcome: match judged.truth {
            Truth::True => Outcome::Passed,
            Truth::False => Outcome::Failed,
            Truth::Unknown => Outcome::CantTell,
        },
        reason: first(&judged.causes).0,
        amounts: check.measure.as_ref().map(|measure| amounts(measure, facility)),
    }
}

fn amounts(measure: &Measure, facility: Facility<'_>) -> Amounts {
    let measured = facility.estimate(&measure.measured).value;
    let required = facility.estimate(&measure.required).value;
    let missing = if measure.at_least { required - measured } else { measured - required };
    let zero = Interval::exact(Rational::from_integer(0));
    Amounts { measured, required, shortfall: missing.greatest(zero) }
}

/// The first reason in the closed order, and the properties it speaks of.
fn first(causes: &Causes) -> (Option<Reason>, BTreeSet<usize>) {
    let reason = causes.iter().map(|(reason, _)| *reason).min();
    let same = causes.iter().filter(|(other, _)| Some(*other) == reason);
    (reason, same.filter_map(|(_, property)| *property).collect())
}
