//! Two standards, or two editions of one: what is added, removed, tightened, relaxed, or only said otherwise.

mod alteration;
mod matching;
mod turn;

pub use turn::turned;

use std::sync::Arc;

use jiff::civil::Date;

use super::run::Scope;
use crate::model::{
    Alteration, Catalogue, Change, ChangeKind, PropertyId, RequirementId, StandardId, TypeId,
};
use crate::parallel::in_parallel;
use crate::standard::program::{Program, Requirement};
use matching::Match;

/// A standard in the program it was compiled in.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// The program.
    pub program: &'a Program,
    /// The standard.
    pub standard: &'a StandardId,
}

/// What changed between two standards, and what speaks of the same thing in both.
#[derive(Debug)]
pub struct Changes {
    /// The changes, in the order of the first standard and then of the second.
    pub changes: Vec<Change>,
    /// How many requirements ask for the same.
    pub unchanged: usize,
    /// What speaks of the same thing.
    pub topics: Vec<Topic>,
}

/// Requirements of two standards that speak of the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The requirements, before and after; none where only one side speaks of it.
    pub requirements: [Vec<RequirementId>; 2],
    /// What both measure, where they are matched by that.
    pub measure: Option<(TypeId, PropertyId)>,
}

impl<'a> Edition<'a> {
    fn requirements(&self) -> Vec<&'a Requirement> {
        let number = self.program.standards.iter().position(|one| one.id == *self.standard);
        self.program.requirements.iter().filter(|one| Some(one.standard) == number).collect()
    }

    fn scope(&self) -> Scope {
        Scope { standards: vec![self.standard.clone()], all_findings: true, ..Scope::default() }
    }
}

/// Compares two standards as if each bound everywhere, on a day.
///
/// Requirements are matched by id, and those without a namesake by the type and the property they are about.
pub fn difference(editions: [Edition<'_>; 2], catalogue: &Arc<Catalogue>, day: Date) -> Changes {
    let scopes = editions.each_ref().map(Edition::scope);
    let requirements = editions.each_ref().map(Edition::requirements);
    let candidates = matching::candidates(&requirements);
    let altered = in_parallel(candidates.len(), |number| {
        let candidate = candidates.get(number)?;
        alteration::of(candidate, editions, &scopes, catalogue, day)
    });
    let matches: Vec<(&Match<'_>, Vec<Alteration>)> =
        candidates.iter().zip(altered).filter_map(|(one, altered)| Some((one, altered?))).collect();
    let unchanged = matches.iter().filter(|(_, altered)| altered.is_empty()).count();
    let mut changes: Vec<Change> = matches
        .iter()
        .filter(|(_, altered)| !altered.is_empty())
        .map(|(one, altered)| change(one, altered))
        .collect();
    for (side, requirements) in requirements.iter().enumerate() {
        let is_alone = |one: &&&Requirement| {
            !matches.iter().any(|(matched, _)| std::ptr::eq(matched.sides[side], **one))
        };
        changes.extend(requirements.iter().filter(is_alone).map(|one| alone(one, side)));
    }
    changes.sort_by_cached_key(|change| order(change, &requirements));
    let topics = matching::topics(matches.iter().map(|(one, _)| *one), &requirements, catalogue);
    Changes { changes, unchanged, topics }
}

fn change(of: &Match<'_>, alterations: &[Alteration]) -> Change {
    let duties = of.sides.map(|one| Some(Arc::clone(&one.duty)));
    Change { kind: alteration::kind(alterations), duties, alterations: alterations.to_vec() }
}

fn alone(requirement: &Requirement, side: usize) -> Change {
    let mut duties = [None, None];
    duties[side] = Some(Arc::clone(&requirement.duty));
    let kind = if side == 0 { ChangeKind::Removed } else { ChangeKind::Added };
    Change { kind, duties, alterations: Vec::new() }
}

/// Where a change stands: by the first standard, what is new at the end.
fn order(change: &Change, requirements: &[Vec<&Requirement>; 2]) -> [usize; 2] {
    [0, 1].map(|side| {
        let place =
            |one: &&Requirement| change.duties[side].as_ref().is_some_and(|duty| duty.id == one.duty.id);
        requirements[side].iter().position(place).unwrap_or(usize::MAX)
    })
}
