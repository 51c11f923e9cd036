//! Two requirements that bind one place: where they disagree, and which leads.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::audit::contrast::{Contrast, Demand, Pair, Side, subject};
use crate::audit::gap::gap_class;
use crate::audit::merge::{Weight, leaders};
use crate::model::{
    Because, Catalogue, Conflict, ConflictKind, Outcome, Party, PropertyId, Ruling, Sample, Span, TypeId,
};
use crate::standard::Node;
use crate::standard::pack::{Level, Standard};
use crate::standard::program::{Body, Condition, Program, Requirement};

/// Two requirements that bind one place.
pub(super) struct Meeting<'a> {
    pub(super) catalogue: &'a Arc<Catalogue>,
    pub(super) program: &'a Program,
    pub(super) sides: [Side<'a>; 2],
    pub(super) day: Date,
}

impl<'a> Meeting<'a> {
    /// Where they disagree, type by type.
    pub(super) fn conflicts(&self, wanted: Option<&TypeId>) -> Vec<Conflict> {
        let [one, other] = self.sides.map(|side| kinds(side.requirement));
        let is_wanted = |kind: &&usize| {
            let of = self.catalogue.types.get(**kind);
            of.is_some_and(|of| wanted.is_none_or(|wanted| *wanted == of.id))
        };
        let common = one.intersection(&other).filter(is_wanted);
        let mut found: Vec<Conflict> = common.flat_map(|kind| self.of_type(*kind)).collect();
        found.dedup_by(|next, one| same_but_for_type(one, next));
        found
    }

    fn of_type(&self, kind: usize) -> Vec<Conflict> {
        let [Some(one), Some(other)] = [0, 1].map(|side| self.sides[side].body(kind)) else {
            return self.of_members(kind).into_iter().collect();
        };
        if !one.checks.iter().any(|check| {
            other.checks.iter().any(|same| subject(check) == subject(same) && subject(check).is_some())
        }) {
            return Vec::new();
        }
        if let Some(specific) = self.specific() {
            let properties = self.common(kind, one, other);
            let ruling = plain(Some(specific), Because::Overrides);
            return vec![self.conflict(kind, properties, ConflictKind::Override, vec![ruling], [None, None])];
        }
        let pair = Pair { catalogue: self.catalogue, sides: self.sides, kind, day: self.day };
        pair.contrast()
            .filter(|contrast| contrast.meet)
            .map(|contrast| self.told(kind, &contrast))
            .unwrap_or_default()
    }

    /// The side that takes the place of the other one by its own words.
    fn specific(&self) -> Option<usize> {
        let number = |side: usize| {
            let own = self.sides[side].requirement;
            self.program.requirements.iter().position(|one| std::ptr::eq(one, own))
        };
        [0, 1].into_iter().find(|side| {
            number(*side).is_some_and(|number| self.sides[1 - side].requirement.yields_to.contains(&number))
        })
    }

    fn told(&self, kind: usize, contrast: &Contrast) -> Vec<Conflict> {
        let (differing, alike): (Vec<&Demand>, Vec<&Demand>) =
            contrast.demands.iter().filter(|demand| !demand.open).partition(|demand| demand.differs());
        let mut found: Vec<Conflict> =
            differing.iter().map(|demand| self.of_demand(kind, demand, contrast)).collect();
        let is_told = |demand: &&&Demand| differing.iter().any(|other| other.property == demand.property);
        let alike: Vec<PropertyId> = alike
            .iter()
            .filter(|demand| !is_told(demand))
            .filter_map(|demand| self.property(kind, demand.property))
            .collect();
        if alike.is_empty() {
            return found;
        }
        let weights = [0, 1].map(|side| self.weight(side, 0));
        if let Some(more) = more_binding(weights) {
            let ruling = plain(Some(more), Because::BindsMore);
            found.push(self.conflict(
                kind,
                alike,
                ConflictKind::Strength,
                vec![ruling],
                contrast.alone.clone(),
            ));
        } else if contrast.alone.iter().any(Option::is_some) {
            let ruling = plain(None, Because::BothHold);
            found.push(self.conflict(
                kind,
                alike,
                ConflictKind::Applicability,
                vec![ruling],
                contrast.alone.clone(),
            ));
        }
        found
    }

    fn of_demand(&self, kind: usize, demand: &Demand, contrast: &Contrast) -> Conflict {
        let (how, rulings) = if demand.opposed {
            (
                ConflictKind::Opposed,
                vec![Ruling { span: demand.spans.first().cloned(), ..plain(None, Because::Irreconcilable) }],
            )
        } else if demand.spans.is_empty() {
            (ConflictKind::Demand, vec![self.of_verdicts(demand)])
        } else {
            (
                ConflictKind::Threshold,
                demand.spans.iter().map(|span| self.ruling(span.stricter, Some(span.clone()))).collect(),
            )
        };
        let properties = self.property(kind, demand.property).into_iter().collect();
        let mut conflict = self.conflict(kind, properties, how, rulings, contrast.alone.clone());
        for (side, check) in demand.checks.iter().enumerate() {
            let check = self.sides[side].body(kind).and_then(|body| body.checks.get(*check));
            conflict.sides[side].at_least = check.and_then(|check| Some(check.measure.as_ref()?.at_least));
        }
        conflict
    }

    fn of_verdicts(&self, demand: &Demand) -> Ruling {
        let shown = demand.stricter.iter().flatten().next().cloned();
        match &demand.stricter {
            [Some(_), Some(_)] => Ruling { shown, stricter: Some(0), ..plain(None, Because::BothHold) },
            stricter => Ruling { shown, ..self.ruling(usize::from(stricter[0].is_none()), None) },
        }
    }

    /// What follows where one side is stricter.
    fn ruling(&self, stricter: usize, span: Option<Span>) -> Ruling {
        let weights = [0, 1].map(|side| self.weight(side, i128::from(side == stricter)));
        let stands = leaders(&weights);
        let governs =
            [0, 1].into_iter().find(|side| stands.get(1 - side).is_some_and(|stands| *stands == Some(*side)));
        let is_local = |side: usize| self.standard(side).is_some_and(|of| of.level != Level::National);
        let because = match governs {
            None => Because::AdviceBesideDuty,
            Some(side) if is_local(side) && !is_local(1 - side) => Because::StricterLocal,
            Some(_) => Because::Stricter,
        };
        Ruling { span, stricter: Some(stricter), ..plain(governs, because) }
    }

    fn weight(&self, side: usize, strictness: i128) -> Weight {
        let gap = gap_class(&self.sides[side].requirement.duty, Outcome::Failed, self.day);
        Weight { gap, strictness: Some((Some(strictness.into()), None)) }
    }

    /// A requirement about areas that asks something of every facility of a type, beside one about these.
    fn of_members(&self, kind: usize) -> Option<Conflict> {
        let asked = [0, 1].map(|side| asked_of(self.sides[side].requirement, kind));
        let common: Vec<usize> =
            asked[0].iter().filter(|property| asked[1].contains(property)).copied().collect();
        let more = more_binding([0, 1].map(|side| self.weight(side, 0)))?;
        let properties: Vec<PropertyId> =
            common.into_iter().filter_map(|property| self.property(kind, property)).collect();
        let ruling = plain(Some(more), Because::BindsMore);
        (!properties.is_empty())
            .then(|| self.conflict(kind, properties, ConflictKind::Strength, vec![ruling], [None, None]))
    }

    fn common(&self, kind: usize, one: &Body, other: &Body) -> Vec<PropertyId> {
        let theirs: Vec<Option<usize>> = other.checks.iter().map(subject).collect();
        let mut common: Vec<usize> =
            one.checks.iter().filter_map(subject).filter(|own| theirs.contains(&Some(*own))).collect();
        common.sort_unstable();
        common.dedup();
        common.into_iter().filter_map(|property| self.property(kind, property)).collect()
    }

    fn conflict(
        &self,
        kind: usize,
        properties: Vec<PropertyId>,
        how: ConflictKind,
        rulings: Vec<Ruling>,
        alone: [Option<Vec<Sample>>; 2],
    ) -> Conflict {
        let facility_type = self.catalogue.types.get(kind).map_or_else(|| "".into(), |of| of.id.clone());
        let party = |side: usize| {
            let of = self.standard(side);
            Party {
                duty: Arc::clone(&self.sides[side].requirement.duty),
                local: of.is_some_and(|of| of.level != Level::National),
                made_up: of.is_some_and(|of| of.made_up),
                works_from: self.sides[side].requirement.works_from,
                at_least: None,
            }
        };
        Conflict { sides: [party(0), party(1)], facility_type, properties, kind: how, rulings, alone }
    }

    fn standard(&self, side: usize) -> Option<&'a Standard> {
        self.program.standards.get(self.sides[side].requirement.standard)
    }

    fn property(&self, kind: usize, property: usize) -> Option<PropertyId> {
        Some(self.catalogue.types.get(kind)?.properties.get(property)?.id.clone())
    }
}

impl Demand {
    /// Whether the two ask for different things.
    pub(in crate::audit) fn differs(&self) -> bool {
        self.opposed || !self.spans.is_empty() || self.stricter.iter().any(Option::is_some)
    }
}

/// What follows where there are no amounts.
fn plain(governs: Option<usize>, because: Because) -> Ruling {
    Ruling { span: None, shown: None, stricter: None, governs, because }
}

/// Of two that ask for the same, the one that binds more.
fn more_binding(weights: [Weight; 2]) -> Option<usize> {
    let stands = leaders(&weights);
    let more =
        [0, 1].into_iter().find(|side| stands.get(1 - side).is_some_and(|stands| *stands == Some(*side)));
    more.filter(|_| weights[0].gap != weights[1].gap)
}

/// The types a requirement speaks of, or asks something of the members of an area of.
fn kinds(requirement: &Requirement) -> BTreeSet<usize> {
    let mut kinds: BTreeSet<usize> = requirement.bodies.iter().map(|(kind, _)| *kind).collect();
    for check in requirement.areas.iter().flat_map(|areas| &areas.body.checks) {
        Node::Condition(&check.test).walk(false, &mut |node| {
            let members = node.aggregate().into_iter().flat_map(|aggregate| &aggregate.members);
            kinds.extend(members.map(|members| members.facility_type));
        });
    }
    kinds
}

/// The properties of a type that a requirement asks for, of the subject or of every member of an area.
fn asked_of(requirement: &Requirement, kind: usize) -> Vec<usize> {
    if let Some(body) = requirement.body(kind) {
        return body.checks.iter().filter_map(subject).collect();
    }
    let mut found = Vec::new();
    let checks = requirement.areas.iter().flat_map(|areas| &areas.body.checks);
    for check in checks {
        Node::Condition(&check.test).walk(false, &mut |node| {
            let members = node.aggregate().into_iter().flat_map(|aggregate| &aggregate.members);
            let that = members
                .filter(|members| members.facility_type == kind)
                .filter_map(|members| members.that.as_ref());
            found.extend(that.flat_map(Condition::properties));
        });
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether two conflicts say the same of two types.
fn same_but_for_type(one: &Conflict, next: &Conflict) -> bool {
    let next = Conflict { facility_type: one.facility_type.clone(), ..next.clone() };
    *one == next
}
