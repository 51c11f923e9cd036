//! Where standards that bind the same subject on a day disagree, and which governs.
//!
//! What they ask for is found by [`contrast`](super::contrast); which of two
//! demands leads is decided as findings are merged, by the same lines.

mod meeting;

use std::sync::Arc;

use jiff::civil::Date;

use super::binding::Territory;
use super::contrast::Side;
use super::run::Scope;
use crate::model::{Adcode, Catalogue, Conflict, TypeId};
use crate::parallel::in_parallel;
use crate::standard::pack::{Level, Standard};
use crate::standard::program::Program;
use meeting::Meeting;

/// Where, when and about what standards are compared.
#[derive(Debug, Clone)]
pub struct Question {
    /// The day they bind on.
    pub day: Date,
    /// The place they bind; every place that has a standard of its own where missing.
    pub jurisdiction: Option<Adcode>,
    /// The type of facility; every type where missing.
    pub facility_type: Option<TypeId>,
}

/// Every disagreement of two standards that bind the same place, the gravest kind first, each in the order of
/// standards and requirements: of a hundred, most only reach further than the other.
///
/// Where no place is asked for, standards that are made up or of another state are left out.
pub fn conflicts(program: &Program, catalogue: &Arc<Catalogue>, question: &Question) -> Vec<Conflict> {
    let meetings = meetings(program, question);
    let scopes: Vec<Scope> = meetings.iter().map(|(_, place)| scope(place)).collect();
    let mut jobs = Vec::new();
    for ((standards, _), scope) in meetings.iter().zip(&scopes) {
        let [first, second] =
            standards.map(|of| program.requirements.iter().filter(move |one| one.standard == of));
        for one in first {
            jobs.extend(second.clone().map(|other| (one, other, scope)));
        }
    }
    let found = in_parallel(jobs.len(), |job| {
        jobs.get(job).map(|(one, other, scope)| {
            let sides = [*one, *other].map(|requirement| Side { program, requirement, scope });
            Meeting { catalogue, program, sides, day: question.day }
                .conflicts(question.facility_type.as_ref())
        })
    });
    let mut found: Vec<Conflict> = found.into_iter().flatten().flatten().collect();
    found.sort_by_key(|one| one.kind);
    found
}

fn scope(place: &Adcode) -> Scope {
    Scope { auto: true, jurisdiction: Some(place.clone()), all_findings: true, ..Scope::default() }
}

/// Two standards at a time that bind one place on the day, and that place.
fn meetings(program: &Program, question: &Question) -> Vec<([usize; 2], Adcode)> {
    let territory = Territory::new(program, question.day);
    let standards: Vec<(usize, &Standard)> =
        program.standards.iter().enumerate().filter(|(_, of)| of.in_force(question.day)).collect();
    let mut found = Vec::new();
    for (nth, (first, one)) in standards.iter().enumerate() {
        for (second, other) in standards.iter().skip(nth + 1) {
            let bind = |place: &Adcode| [one, other].into_iter().all(|of| territory.binds(of, Some(place)));
            let place = match &question.jurisdiction {
                Some(asked) => Some(asked).filter(|asked| bind(asked)),
                None if [one, other].into_iter().any(|of| is_apart(of)) => None,
                None => [&other.jurisdiction, &one.jurisdiction].into_iter().find(|place| bind(place)),
            };
            found.extend(place.map(|place| ([*first, *second], place.clone())));
        }
    }
    found
}

/// Whether nobody who asks of no place in particular is bound by it.
fn is_apart(standard: &Standard) -> bool {
    standard.made_up || standard.level == Level::Foreign
}
