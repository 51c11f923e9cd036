//! Which requirements of two standards speak of the same thing.

use std::sync::Arc;

use super::Topic;
use crate::audit::contrast::subject;
use crate::model::{Catalogue, RequirementId};
use crate::standard::program::Requirement;

/// Two requirements that may be compared.
pub(super) struct Match<'a> {
    pub(super) sides: [&'a Requirement; 2],
    /// By their id; else by what they are about, of these types and properties.
    pub(super) by_id: bool,
    pub(super) about: Vec<(usize, usize)>,
}

/// Namesakes; and of those without, all that are about the same property of a type.
pub(super) fn candidates<'a>(requirements: &[Vec<&'a Requirement>; 2]) -> Vec<Match<'a>> {
    let namesake = |one: &Requirement, others: &[&'a Requirement]| {
        others.iter().copied().find(|other| other.duty.id == one.duty.id)
    };
    let [before, after] = requirements;
    let mut found = Vec::new();
    for one in before {
        if let Some(other) = namesake(one, after) {
            found.push(Match { sides: [one, other], by_id: true, about: common(one, other) });
            continue;
        }
        for other in after.iter().filter(|other| namesake(other, before).is_none()) {
            let about = common(one, other);
            if !about.is_empty() {
                found.push(Match { sides: [one, other], by_id: false, about });
            }
        }
    }
    found
}

/// The types and properties both ask something of.
fn common(one: &Requirement, other: &Requirement) -> Vec<(usize, usize)> {
    let about = |requirement: &Requirement| -> Vec<(usize, usize)> {
        let bodies = requirement.bodies.iter();
        bodies
            .flat_map(|(kind, body)| body.checks.iter().filter_map(|check| Some((*kind, subject(check)?))))
            .collect()
    };
    let theirs = about(other);
    let mut common: Vec<_> = about(one).into_iter().filter(|own| theirs.contains(own)).collect();
    common.sort_unstable();
    common.dedup();
    common
}

/// What verdicts are compared by: each namesake, each property, each requirement without a counterpart.
pub(super) fn topics<'m, 'a: 'm>(
    matches: impl Iterator<Item = &'m Match<'a>>,
    requirements: &[Vec<&'a Requirement>; 2],
    catalogue: &Arc<Catalogue>,
) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for one in matches {
        let ids = one.sides.map(|side| side.duty.id.clone());
        if one.by_id {
            topics.push(Topic { requirements: ids.map(|id| vec![id]), measure: None });
            continue;
        }
        for (kind, property) in &one.about {
            let Some(of) = catalogue.types.get(*kind) else { continue };
            let measure = of.properties.get(*property).map(|found| (of.id.clone(), found.id.clone()));
            let known = topics.iter_mut().find(|topic| topic.measure == measure);
            match known {
                Some(topic) => topic.requirements.iter_mut().zip(&ids).for_each(|(all, id)| add(all, id)),
                None => topics.push(Topic { requirements: ids.clone().map(|id| vec![id]), measure }),
            }
        }
    }
    for (side, all) in requirements.iter().enumerate() {
        for one in all {
            if !topics.iter().any(|topic| topic.requirements[side].contains(&one.duty.id)) {
                let mut ids = [Vec::new(), Vec::new()];
                ids[side].push(one.duty.id.clone());
                topics.push(Topic { requirements: ids, measure: None });
            }
        }
    }
    topics
}

fn add(all: &mut Vec<RequirementId>, id: &RequirementId) {
    if !all.contains(id) {
        all.push(id.clone());
    }
}
