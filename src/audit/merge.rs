//! Duties that overlap: one repair, however many clauses ask for it.
//!
//! Findings of one subject and one measured property that fail say the same
//! thing with different numbers. The strictest leads, as long as it binds no
//! less than those it stands for: advice that asks for more does not hide a
//! duty, and of two that ask for the same the one that binds more leads. All findings stay; amounts to repair count the leading ones.

use std::cmp::Reverse;

use hashbrown::HashMap;

use crate::model::{CheckResult, Finding, GapClass, Outcome, Tally};
use crate::quantity::{Interval, Rational};

/// Marks the findings another one stands for, and takes them out of the amounts to repair.
pub(super) fn merge(findings: &mut [Finding], tallies: &mut [Tally]) {
    let checks = tallies.iter_mut().flat_map(|tally| &mut tally.checks);
    checks.for_each(|check| check.to_repair = check.shortfall);
    for group in groups(findings) {
        let weights: Vec<Weight> =
            group.iter().filter_map(|number| findings.get(*number)).map(weight).collect();
        for (number, leader) in group.iter().zip(leaders(&weights)) {
            let leader = leader.and_then(|leader| findings.get(*group.get(leader)?));
            let into = leader.map(|leader| leader.duty.id.clone());
            let Some(finding) = findings.get_mut(*number).filter(|_| into.is_some()) else { continue };
            finding.merged_into = into;
            discount(finding, tallies);
        }
    }
}

/// How much a demand weighs among those about the same thing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weight {
    /// What not meeting it is.
    pub(super) gap: Option<GapClass>,
    /// What is missing, and what is required: of one thing measured, more is stricter.
    pub(super) strictness: Option<(Option<Rational>, Option<Rational>)>,
}

/// For each demand the one that stands for it; nothing for those that lead.
///
/// The strictest leads, the more binding of two that are equally strict, as
/// long as it binds no less than those it stands for.
pub(super) fn leaders(weights: &[Weight]) -> Vec<Option<usize>> {
    let mut order: Vec<(usize, &Weight)> = weights.iter().enumerate().collect();
    order.sort_by_key(|(_, weight)| (Reverse(weight.strictness), weight.gap));
    let mut leaders: Vec<(usize, &Weight)> = Vec::new();
    let mut stands = vec![None; weights.len()];
    for (number, weight) in order {
        match leaders.iter().find(|(_, leader)| leader.gap <= weight.gap) {
            Some((leader, _)) => stands[number] = Some(*leader),
            None => leaders.push((number, weight)),
        }
    }
    stands
}

fn weight(finding: &Finding) -> Weight {
    Weight { gap: finding.gap, strictness: strictness(finding) }
}

/// Failed findings of one subject and measured property, where there are several, in their order.
fn groups(findings: &[Finding]) -> Vec<Vec<usize>> {
    let mut known = HashMap::new();
    let keyed = (0..).zip(findings).filter_map(|(number, finding)| {
        let next = known.len();
        Some((*known.entry(measured(finding)?).or_insert(next), number))
    });
    let mut keyed: Vec<(usize, usize)> = keyed.collect();
    keyed.sort_unstable();
    let groups = keyed.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);
    groups.map(|group| group.iter().map(|(_, number)| *number).collect()).collect()
}

/// The subject of a failed finding and the property it measures.
fn measured(finding: &Finding) -> Option<[&str; 3]> {
    let property = amount(finding)?.duty.measure.as_ref()?;
    let subject = &finding.subject;
    Some([subject.facility_type.as_str(), subject.id.as_str(), property.as_str()])
}

/// The failed check of a finding that measures a property.
fn amount(finding: &Finding) -> Option<&CheckResult> {
    let failed = finding.checks.iter().filter(|check| check.outcome == Outcome::Failed);
    failed
        .filter(|_| finding.outcome == Outcome::Failed)
        .find(|check| check.duty.measure.is_some() && check.amounts.is_some())
}

fn strictness(finding: &Finding) -> Option<(Option<Rational>, Option<Rational>)> {
    let check = amount(finding)?;
    Some((check.shortfall().and_then(Interval::low), check.required().and_then(Interval::low)))
}

fn discount(finding: &Finding, tallies: &mut [Tally]) {
    let Some(check) = amount(finding) else { return };
    let Some(missing) = check.shortfall() else { return };
    let tally = tallies.iter_mut().find(|tally| tally.duty.id == finding.duty.id);
    let counted = tally.and_then(|tally| tally.checks.iter_mut().find(|one| one.check == check.duty.id));
    if let Some(repair) = counted.and_then(|counted| counted.to_repair.as_mut()) {
        *repair = less(*repair, missing);
    }
}

/// Each end of a sum less the same end of one of its terms.
fn less(sum: Interval, term: Interval) -> Interval {
    let low = sum.low().zip(term.low()).map(|(sum, term)| sum - term);
    let high = sum.high().zip(term.high()).map(|(sum, term)| sum - term);
    Interval::new(low, high).unwrap_or(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(gap: GapClass, strictness: i128) -> Weight {
        Weight { gap: Some(gap), strictness: Some((Some(strictness.into()), None)) }
    }

    #[test]
    fn the_strictest_stands_for_those_that_bind_no_more() {
        let (duty, advice) = (GapClass::Violation, GapClass::Advice);
        assert_eq!(leaders(&[weight(duty, 1), weight(duty, 2)]), [Some(1), None]);
        assert_eq!(leaders(&[weight(advice, 2), weight(duty, 1)]), [None, None]);
        assert_eq!(leaders(&[weight(advice, 1), weight(duty, 2)]), [Some(1), None]);
    }

    #[test]
    fn of_two_that_ask_for_the_same_the_more_binding_leads() {
        let both = [weight(GapClass::Advice, 1), weight(GapClass::Violation, 1)];
        assert_eq!(leaders(&both), [Some(1), None]);
    }
}
