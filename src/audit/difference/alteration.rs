//! What two requirements ask differently, part by part.

use std::sync::Arc;

use jiff::civil::Date;

use super::Edition;
use super::matching::Match;
use crate::audit::contrast::{Contrast, Demand, Pair, Side};
use crate::audit::gap::gap_class;
use crate::audit::run::Scope;
use crate::model::{Alteration, Catalogue, ChangeKind, Duty, FacilityType, Outcome, Span, Wording};
use crate::standard::program::{Areas, Body, Quantity, Requirement};

/// What the second asks differently; nothing where they never speak of the same facility.
pub(super) fn of(
    of: &Match<'_>,
    editions: [Edition<'_>; 2],
    scopes: &[Scope; 2],
    catalogue: &Arc<Catalogue>,
    day: Date,
) -> Option<Vec<Alteration>> {
    let [before, after] = of.sides;
    let side = |side: usize| Side {
        program: editions[side].program,
        requirement: of.sides[side],
        scope: &scopes[side],
    };
    let mut found = Vec::new();
    let mut meet = of.by_id;
    for (kind, facility_type) in catalogue.types.iter().enumerate() {
        let pair = Pair { catalogue, sides: [side(0), side(1)], kind, day };
        match [before.body(kind), after.body(kind)] {
            [Some(one), Some(other)] if is_same(one, other, editions, of.sides) => meet = true,
            [Some(one), Some(other)] => {
                let Some(contrast) = pair.contrast() else { continue };
                meet |= contrast.meet && contrast.demands.iter().any(|demand| !demand.open);
                found.extend(in_type(of, facility_type, [one, other], &contrast));
            }
            [None, None] => {}
            [one, _] if of.by_id => {
                found.push(Alteration::Type {
                    facility_type: facility_type.id.clone(),
                    side: usize::from(one.is_none()),
                });
            }
            _ => {}
        }
    }
    found.extend(areas(before.areas.as_ref(), after.areas.as_ref()));
    found.extend(strength(&before.duty, &after.duty, day));
    if of.by_id {
        found.extend(words(&before.duty, &after.duty, !found.is_empty()));
    }
    meet.then_some(found)
}

/// Whether two bodies say the same, and yield to the same.
fn is_same(one: &Body, other: &Body, editions: [Edition<'_>; 2], sides: [&Requirement; 2]) -> bool {
    let yields = |side: usize| -> Vec<_> {
        let others = sides[side].yields_to.iter();
        others.filter_map(|number| Some(&editions[side].program.requirements.get(*number)?.duty.id)).collect()
    };
    asked(one) == asked(other) && yields(0) == yields(1)
}

/// A body without the words for those who fail.
fn asked(body: &Body) -> Body {
    let mut body = body.clone();
    body.checks.iter_mut().for_each(|check| check.remedy = None);
    body
}

fn in_type(
    of: &Match<'_>,
    facility_type: &FacilityType,
    bodies: [&Body; 2],
    contrast: &Contrast,
) -> Vec<Alteration> {
    let mut found: Vec<Alteration> =
        contrast.demands.iter().flat_map(|demand| demanded(facility_type, bodies, demand)).collect();
    for (side, sample) in contrast.alone.iter().enumerate() {
        found.extend(sample.clone().map(|sample| Alteration::Reach {
            facility_type: facility_type.id.clone(),
            side,
            sample,
        }));
    }
    if of.by_id {
        found.extend([0, 1].into_iter().flat_map(|side| {
            let is_shared =
                move |number: usize| contrast.demands.iter().any(|demand| demand.checks[side] == number);
            let checks =
                bodies[side].checks.iter().enumerate().filter(move |(number, _)| !is_shared(*number));
            checks.map(move |(_, check)| Alteration::Check { check: check.id.clone(), side })
        }));
        let is_open = contrast.demands.iter().any(|demand| demand.open) || !contrast.meet;
        if is_open || found.is_empty() && contrast.thinned {
            found.push(Alteration::Unknown);
        }
    }
    found
}

fn demanded(of: &FacilityType, bodies: [&Body; 2], demand: &Demand) -> Vec<Alteration> {
    let Some(property) = of.properties.get(demand.property).map(|found| &found.id) else { return Vec::new() };
    let measure = bodies[0].checks.get(demand.checks[0]).and_then(|check| check.measure.as_ref());
    let amount = |span: &Span| Alteration::Amount {
        facility_type: of.id.clone(),
        property: property.clone(),
        at_least: measure.is_none_or(|measure| measure.at_least),
        span: span.clone(),
    };
    let mut found: Vec<Alteration> = demand.spans.iter().map(amount).collect();
    for (side, sample) in demand.stricter.iter().enumerate() {
        found.extend(sample.clone().map(|sample| Alteration::Demand {
            facility_type: of.id.clone(),
            property: property.clone(),
            side,
            sample,
        }));
    }
    found
}

/// Requirements about areas: only fixed amounts of the same measure can be compared.
fn areas(before: Option<&Areas>, after: Option<&Areas>) -> Vec<Alteration> {
    match (before, after) {
        (None, None) => Vec::new(),
        (Some(before), Some(after)) if *before == (Areas { body: asked(&after.body), ..after.clone() }) => {
            Vec::new()
        }
        (Some(before), Some(after))
            if asked(&before.body) == asked(&after.body) && before.level == after.level =>
        {
            Vec::new()
        }
        (Some(before), Some(after)) => {
            let fixed = |body: &Body| -> Option<Vec<_>> {
                let measures = body.checks.iter().map(|check| check.measure.as_ref());
                measures.map(|measure| constant(&measure?.required)).collect()
            };
            let amounts = fixed(&before.body).zip(fixed(&after.body));
            let spans = amounts.filter(|_| is_alike(before, after)).map(|(one, other)| {
                let pairs = before.body.checks.iter().zip(one.into_iter().zip(other));
                pairs
                    .filter(|(_, (one, other))| one != other)
                    .map(|(check, required)| area_amount(check, required.into()))
                    .collect()
            });
            spans.unwrap_or_else(|| vec![Alteration::Unknown])
        }
        _ => vec![Alteration::Unknown],
    }
}

/// Whether two requirements measure the same of the same areas.
fn is_alike(before: &Areas, after: &Areas) -> bool {
    let measured = |areas: &Areas| -> Vec<_> {
        let measures = areas.body.checks.iter().filter_map(|check| check.measure.as_ref());
        measures.map(|measure| (Arc::clone(&measure.measured), measure.at_least)).collect()
    };
    let scope = |areas: &Areas| {
        (areas.level, areas.children, areas.body.applies.clone(), areas.body.condition.clone())
    };
    measured(before) == measured(after) && scope(before) == scope(after)
}

fn constant(quantity: &Quantity) -> Option<crate::quantity::Rational> {
    match quantity {
        Quantity::Constant(value) => Some(*value),
        Quantity::Parameter(parameter) => Some(parameter.value),
        _ => None,
    }
}

fn area_amount(
    check: &crate::standard::program::Check,
    required: [crate::quantity::Rational; 2],
) -> Alteration {
    let at_least = check.measure.as_ref().is_none_or(|measure| measure.at_least);
    let more = usize::from(required[0] < required[1]);
    let stricter = if at_least { more } else { 1 - more };
    let span = Span { driver: None, from: None, to: None, only: None, required, stricter, given: Vec::new() };
    Alteration::Amount {
        facility_type: crate::model::AREA.into(),
        property: check.id.as_str().into(),
        at_least,
        span,
    }
}

/// The side that binds more: by what not meeting it would be on the day.
fn strength(before: &Duty, after: &Duty, day: Date) -> Option<Alteration> {
    let class = |duty: &Duty| gap_class(duty, Outcome::Failed, day);
    let (before, after) = (class(before), class(after));
    (before != after).then(|| Alteration::Strength { side: usize::from(after < before) })
}

/// What is written otherwise; of what changed in substance, the words are not told again.
fn words(before: &Duty, after: &Duty, in_substance: bool) -> Option<Alteration> {
    let differ = [
        (Wording::Title, before.title != after.title),
        (Wording::Clause, before.clause != after.clause),
        (Wording::Remedy, before.remedy != after.remedy),
        (Wording::Departments, before.departments != after.departments),
        (Wording::Deadline, before.deadline != after.deadline),
        (Wording::Obligation, before.obligation != after.obligation && !in_substance),
        (Wording::Verified, before.verified != after.verified),
    ];
    let words: Vec<Wording> =
        differ.into_iter().filter(|(_, differs)| *differs).map(|(word, _)| word).collect();
    (!words.is_empty()).then_some(Alteration::Words(words))
}

/// A change in one word.
pub(super) fn kind(alterations: &[Alteration]) -> ChangeKind {
    let sides: Vec<usize> = alterations.iter().filter_map(stricter).collect();
    let is_unknown = alterations.contains(&Alteration::Unknown);
    match (sides.contains(&0), sides.contains(&1)) {
        (false, false) if is_unknown => ChangeKind::NotComparable,
        (false, false) => ChangeKind::Reworded,
        (true, false) => ChangeKind::Relaxed,
        (false, true) => ChangeKind::Tightened,
        (true, true) => ChangeKind::Mixed,
    }
}

/// The side that asks for more by a part of a change.
fn stricter(alteration: &Alteration) -> Option<usize> {
    match alteration {
        Alteration::Amount { span, .. } => Some(span.stricter),
        Alteration::Demand { side, .. }
        | Alteration::Reach { side, .. }
        | Alteration::Type { side, .. }
        | Alteration::Check { side, .. }
        | Alteration::Strength { side } => Some(*side),
        Alteration::Unknown | Alteration::Words(_) => None,
    }
}
