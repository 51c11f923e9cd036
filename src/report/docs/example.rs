//! Where the line is: a case that passes and one that fails, as alike as there are.

use num_traits::{CheckedAdd as _, CheckedSub as _};

use super::Handbook;
use super::cases::{self, Known};
use super::page::{Block, Example, Line, Word};
use crate::model::{Finding, Outcome};
use crate::quantity::{Interval, Rational};
use crate::report::Context;
use crate::standard::pack::{Case, Given};
use crate::standard::program::Requirement;

/// A case, what is given in it, and what came of it.
struct Judged<'a> {
    case: &'a Case,
    known: Vec<Known>,
    finding: &'a Finding,
}

/// The two cases between which the line runs; none where a requirement has no such pair.
pub(super) fn examples(
    handbook: &Handbook<'_>,
    requirement: &Requirement,
    findings: &[Option<Finding>],
) -> Option<Block> {
    let context = handbook.context;
    let all: Vec<_> = requirement
        .cases
        .iter()
        .zip(findings)
        .filter_map(|(case, finding)| {
            let known = cases::everything(context, requirement, case);
            Some(Judged { case, known, finding: finding.as_ref()? })
        })
        .collect();
    let of = |outcome| all.iter().filter(move |one| one.finding.outcome == outcome);
    let pairs = of(Outcome::Passed).flat_map(|good| of(Outcome::Failed).map(move |bad| (good, bad)));
    let (good, bad) = pairs.min_by_key(|(good, bad)| distance(good, bad))?;
    Some(Block::Examples(vec![example(context, good, bad), example(context, bad, good)]))
}

/// How far two cases are apart: by what differs, by how much, then by what is missing or left over.
fn distance(good: &Judged<'_>, bad: &Judged<'_>) -> (usize, bool, [Rational; 3]) {
    let missing = bad.finding.shortfall().and_then(Interval::low);
    let spare = margin(good.finding);
    let only = |one: &Judged<'_>, other: &Judged<'_>| {
        one.known.iter().filter(|known| !other.known.contains(known)).count()
    };
    let differ = only(good, bad).max(only(bad, good));
    let zero = Rational::from_integer(0);
    let apart = apart(&good.case.given, &bad.case.given);
    (differ, missing.is_none() || spare.is_none(), [apart, missing.unwrap_or(zero), spare.unwrap_or(zero)])
}

/// How far the numbers of two subjects are apart.
fn apart(one: &[(String, Given)], other: &[(String, Given)]) -> Rational {
    let number = |given: &Given| match given {
        Given::Number(value) => value.single(),
        _ => None,
    };
    let pairs = one.iter().filter_map(|(name, value)| {
        let (_, beside) = other.iter().find(|(known, _)| known == name)?;
        let (a, b) = (number(value)?, number(beside)?);
        if a > b { a.checked_sub(&b) } else { b.checked_sub(&a) }
    });
    pairs.fold(Rational::from_integer(0), |sum, apart| sum.checked_add(&apart).unwrap_or(sum))
}

/// How much more than required is there, or less where less is asked.
fn margin(finding: &Finding) -> Option<Rational> {
    let (measured, required) = (finding.measured()?.single()?, finding.required()?.single()?);
    Some(if measured > required { measured - required } else { required - measured })
}

fn example(context: Context<'_>, one: &Judged<'_>, other: &Judged<'_>) -> Example {
    Example {
        outcome: one.finding.outcome,
        verdict: context.outcome(one.finding.outcome),
        given: marked(&one.known, &other.known, context),
        found: context.explained(one.finding),
        remedy: context.remedy(one.finding),
    }
}

/// What is given, with what is not so in the other case standing out.
fn marked(known: &[Known], other: &[Known], context: Context<'_>) -> Line {
    let mut words = Vec::new();
    for (nth, fact) in known.iter().enumerate() {
        words.extend((nth > 0).then(|| Word::Plain(context.text("report-semicolon"))));
        let text = format!("{} {}", fact.0, fact.1);
        words.push(if other.contains(fact) { Word::Plain(text) } else { Word::Strong(text) });
    }
    words
}
