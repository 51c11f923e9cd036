//! Which requirements speak of the same thing: the same subject, the same measure.

use std::collections::{BTreeMap, BTreeSet};

use super::page::{Block, Columns, Line, Table, Word, plain};
use super::{Handbook, link};
use crate::model::FacilityType;
use crate::report::phrase::Phrases;
use crate::standard::program::{Body, Check, Requirement};

/// Requirements by what they speak of.
pub(super) struct Related {
    /// What each requirement speaks of.
    about: Vec<BTreeSet<String>>,
    /// Who speaks of it.
    by_matter: BTreeMap<String, Vec<usize>>,
}

impl Related {
    pub(super) fn of(handbook: &Handbook<'_>) -> Self {
        let all = &handbook.program.requirements;
        let about: Vec<_> = all.iter().map(|one| matters(handbook, one)).collect();
        let mut by_matter: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, matters) in about.iter().enumerate() {
            for matter in matters {
                by_matter.entry(matter.clone()).or_default().push(number);
            }
        }
        Self { about, by_matter }
    }

    /// What yields to a requirement and to what it yields, then who speaks of the same thing.
    pub(super) fn blocks(&self, handbook: &Handbook<'_>, number: usize) -> Vec<Block> {
        let Some(own) = handbook.requirement(number) else { return Vec::new() };
        let yielding = handbook.program.requirements.iter().filter(|one| one.yields_to.contains(&number));
        let stronger = own.yields_to.iter().filter_map(|other| handbook.requirement(*other));
        let mut blocks = Vec::new();
        blocks.extend(list(handbook, "docs-yields", &stronger.collect::<Vec<_>>()));
        blocks.extend(list(handbook, "docs-overrides", &yielding.collect::<Vec<_>>()));
        blocks.extend(self.table(handbook, number, own));
        blocks
    }

    fn table(&self, handbook: &Handbook<'_>, number: usize, own: &Requirement) -> Option<Block> {
        let matters = self.about.get(number)?;
        let others: BTreeSet<usize> =
            matters.iter().flat_map(|matter| &self.by_matter[matter]).copied().collect();
        let is_made_up = |one: &Requirement| handbook.standard(one).is_some_and(|standard| standard.made_up);
        let mut others: Vec<_> = others
            .into_iter()
            .filter(|other| *other != number)
            .filter_map(|other| handbook.requirement(other))
            .filter(|other| is_made_up(own) || !is_made_up(other))
            .collect();
        others.sort_by_key(|other| (other.duty.obligation.strength, other.standard));
        if others.is_empty() {
            return None;
        }
        let context = handbook.context;
        let headers =
            ["report-column-requirement", "report-column-clause", "docs-asks", "report-column-strength"];
        Some(Block::Table(Table {
            kind: Columns::Others,
            caption: context.text("docs-same"),
            headers: headers.map(|key| context.text(key)).to_vec(),
            rows: others.into_iter().map(|other| row(handbook, other, matters)).collect(),
        }))
    }
}

fn row(handbook: &Handbook<'_>, other: &Requirement, matters: &BTreeSet<String>) -> Vec<Line> {
    let context = handbook.context;
    let mut demands: Vec<String> = Vec::new();
    for (of, body) in bodies(handbook, other) {
        let phrases = Phrases::new(context, of, &handbook.program.standards, body).without_tables();
        for check in &body.checks {
            let demand = phrases.demand(&check.test, check.measure.as_ref());
            if matter(&phrases, of, check).is_some_and(|matter| matters.contains(&matter))
                && !demands.contains(&demand)
            {
                demands.push(demand);
            }
        }
    }
    vec![
        vec![Word::Link(link(other, context.label(&other.duty.title)))],
        plain(context.citation(&other.duty)),
        plain(context.sentences(&demands)),
        plain(context.strength(&other.duty.obligation)),
    ]
}

fn list(handbook: &Handbook<'_>, key: &str, others: &[&Requirement]) -> Vec<Block> {
    let context = handbook.context;
    let item = |other: &&Requirement| {
        vec![
            Word::Link(link(other, context.label(&other.duty.title))),
            Word::Plain(format!(" {}", context.citation(&other.duty))),
        ]
    };
    if others.is_empty() {
        return Vec::new();
    }
    vec![Block::Text(plain(context.text(key))), Block::List(others.iter().map(item).collect())]
}

/// Bodies with the types they are about; areas have none.
pub(super) fn bodies<'a>(
    handbook: &Handbook<'a>,
    requirement: &'a Requirement,
) -> Vec<(Option<&'a FacilityType>, &'a Body)> {
    let types = &handbook.context.catalogue.types;
    let own = requirement.bodies.iter().map(|(number, body)| (types.get(*number), body));
    own.chain(requirement.areas.iter().map(|areas| (None, &areas.body))).collect()
}

fn matters(handbook: &Handbook<'_>, requirement: &Requirement) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (of, body) in bodies(handbook, requirement) {
        let phrases = Phrases::new(handbook.context, of, &handbook.program.standards, body).without_tables();
        found.extend(body.checks.iter().filter_map(|check| matter(&phrases, of, check)));
    }
    found
}

/// What a check is about: the property it measures or looks at, or a number over others as it reads.
fn matter(phrases: &Phrases<'_>, of: Option<&FacilityType>, check: &Check) -> Option<String> {
    let subject = of.map_or("", |of| of.id.as_str());
    let property = check.about().and_then(|number| of?.properties.get(number));
    match (property, &check.measure) {
        (Some(property), _) => Some(format!("{subject}/{}", property.id)),
        (None, Some(measure)) => Some(format!("{subject}/{}", phrases.number(&measure.measured, None))),
        (None, None) => None,
    }
}
