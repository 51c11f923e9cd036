//! Which verdicts turn between two audits of the same surveys.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Topic;
use crate::model::{
    Catalogue, CheckResult, FacilityId, Finding, Judged, Outcome, PropertyId, Subject, Turn, TurnKind,
    Turned, TypeId,
};

/// What becomes of the verdicts of two audits, topic by topic; topics without any verdict are left out.
///
/// Findings that would tell on people take no part.
pub fn turned(topics: &[Topic], findings: [&[Finding]; 2], catalogue: &Catalogue) -> Vec<Turned> {
    let all = topics.iter().map(|topic| of_topic(topic, findings, catalogue));
    all.filter(|turned| turned.same > 0 || !turned.turns.is_empty()).collect()
}

type Verdicts<'a> = BTreeMap<(&'a TypeId, &'a FacilityId), (&'a Arc<Subject>, [Option<Judged>; 2])>;

fn of_topic(topic: &Topic, findings: [&[Finding]; 2], catalogue: &Catalogue) -> Turned {
    let mut verdicts = Verdicts::new();
    for (side, findings) in findings.into_iter().enumerate() {
        let own = findings.iter().filter(|finding| topic.requirements[side].contains(&finding.duty.id));
        for finding in own.filter(|finding| may_be_told(finding, catalogue)) {
            let Some(judged) = judged(finding, topic.measure.as_ref()) else { continue };
            let subject = &finding.subject;
            let entry =
                verdicts.entry((&subject.facility_type, &subject.id)).or_insert((subject, [None, None]));
            let known = &mut entry.1[side];
            if known.as_ref().is_none_or(|known| weight(&judged) < weight(known)) {
                *known = Some(judged);
            }
        }
    }
    let count = |side: usize| verdicts.values().filter_map(move |(_, both)| both[side].as_ref());
    let failed = |side: usize| count(side).filter(|judged| judged.outcome == Outcome::Failed);
    let missing =
        |side: usize| failed(side).filter_map(|judged| judged.shortfall).reduce(|sum, one| sum + one);
    let turns = verdicts.values().filter_map(|(subject, both)| {
        Some(Turn { subject: Arc::clone(subject), kind: kind(both)?, verdicts: both.clone() })
    });
    let mut turns: Vec<Turn> = turns.collect();
    turns.sort_by_key(|turn| turn.kind);
    Turned {
        requirements: topic.requirements.clone(),
        measure: topic.measure.clone(),
        same: (verdicts.len() - turns.len()) as u64,
        failed: [0, 1].map(|side| failed(side).count() as u64),
        missing: [missing(0), missing(1)],
        unit: [0, 1].into_iter().flat_map(failed).find_map(|judged| judged.unit.clone()),
        turns,
    }
}

fn may_be_told(finding: &Finding, catalogue: &Catalogue) -> bool {
    let of = catalogue.facility_type(finding.subject.facility_type.as_str());
    !finding.few_people && !of.is_some_and(|(_, of)| of.personal)
}

/// The verdict on the whole, or on what is measured.
fn judged(finding: &Finding, measure: Option<&(TypeId, PropertyId)>) -> Option<Judged> {
    let Some((of, property)) = measure else { return Some(whole(finding)) };
    if finding.subject.facility_type != *of {
        return None;
    }
    let check = finding.checks.iter().find(|check| check.duty.properties.first() == Some(property));
    Some(check.map_or_else(|| whole(finding), |check| of_check(finding, check)))
}

fn whole(finding: &Finding) -> Judged {
    let unit = finding.main().map_or(finding.duty.unit.as_ref(), |check| check.duty.unit.as_ref());
    Judged {
        outcome: finding.outcome,
        measured: finding.measured(),
        required: finding.required(),
        shortfall: finding.shortfall(),
        unit: unit.cloned(),
    }
}

fn of_check(finding: &Finding, check: &CheckResult) -> Judged {
    let applies = matches!(finding.outcome, Outcome::Passed | Outcome::Failed | Outcome::CantTell);
    Judged {
        outcome: if applies { check.outcome } else { finding.outcome },
        measured: check.measured(),
        required: check.required(),
        shortfall: check.shortfall(),
        unit: check.duty.unit.clone(),
    }
}

/// The weightiest of several verdicts on one subject counts: what fails, then what is open.
fn weight(judged: &Judged) -> (usize, std::cmp::Reverse<Option<crate::quantity::Rational>>) {
    let order =
        [Outcome::Failed, Outcome::CantTell, Outcome::Passed, Outcome::Untested, Outcome::Inapplicable];
    let place = order.iter().position(|one| *one == judged.outcome).unwrap_or(order.len());
    (place, std::cmp::Reverse(judged.shortfall.and_then(crate::quantity::Interval::low)))
}

/// How a verdict turns; nothing where it stays, or where nothing was said before and after.
fn kind(both: &[Option<Judged>; 2]) -> Option<TurnKind> {
    let outcome = |side: usize| both[side].as_ref().map(|judged| judged.outcome);
    let is_gap = |side: usize| matches!(outcome(side), Some(Outcome::Failed | Outcome::CantTell));
    match (is_gap(0), is_gap(1)) {
        _ if outcome(0) == outcome(1) => None,
        (false, true) => Some(TurnKind::Appears),
        (true, false) => Some(TurnKind::Vanishes),
        _ if both.iter().any(Option::is_none) => None,
        _ => Some(TurnKind::Changes),
    }
}
