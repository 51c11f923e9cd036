//! Duties that overlap: one repair, however many clauses ask for it.
//!
//! Findings of one subject and one measured property that fail say the same
//! thing with different numbers. The strictest leads, as long as it binds no
//! less than those it stands for: advice that asks for more does not hide a
//! duty, and of two that ask for the same the one that binds more leads. All findings stay; amounts to repair count the leading ones.

use std::cmp::Reverse;

use crate::model::{CheckResult, Finding, Outcome, Tally};
use crate::quantity::{Interval, Rational};

/// Marks the findings another one stands for, and takes them out of the amounts to repair.
pub(super) fn merge(findings: &mut [Finding], tallies: &mut [Tally]) {
    let checks = tallies.iter_mut().flat_map(|tally| &mut tally.checks);
    checks.for_each(|check| check.to_repair = check.shortfall);
    for mut group in groups(findings) {
        group.sort_by_key(|number| {
            let finding = findings.get(*number);
            (Reverse(finding.and_then(strictness)), finding.map(|finding| finding.gap))
        });
        let mut leaders: Vec<usize> = Vec::new();
        for number in group {
            let gap = |number: usize| findings.get(number).map(|finding| finding.gap);
            let leader = leaders.iter().copied().find(|leader| gap(*leader) <= gap(number));
            let into = leader.and_then(|leader| findings.get(leader)).map(|leader| leader.duty.id.clone());
            let Some(finding) = findings.get_mut(number) else { continue };
            match into {
                None => leaders.push(number),
                Some(into) => {
                    finding.merged_into = Some(into);
                    discount(finding, tallies);
                }
            }
        }
    }
}

/// Failed findings of one subject and measured property, where there are several, in their order.
fn groups(findings: &[Finding]) -> Vec<Vec<usize>> {
    let numbered = (0..).zip(findings);
    let mut keyed: Vec<([&str; 3], usize)> =
        numbered.filter_map(|(number, finding)| Some((measured(finding)?, number))).collect();
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

/// What is missing, and what is required: of one thing measured, more is stricter.
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
