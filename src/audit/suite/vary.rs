//! Cases of an outcome that no example has, by changing one thing in an example.

use super::{Maker, with};
use crate::model::{Kind, Outcome, Property};
use crate::quantity::Interval;
use crate::standard::pack::{Case, Given};
use crate::standard::suite::{CaseKind, SuiteCase};

/// Examples that are changed, those that were decided first.
const TRIED: usize = 6;

impl Maker<'_> {
    /// Adds the first changed example that is of the kind.
    pub(super) fn vary(&mut self, own: &[SuiteCase], kind: CaseKind) {
        let decided = |one: &&SuiteCase| matches!(one.finding.outcome, Outcome::Passed | Outcome::Failed);
        let others = own.iter().filter(|one| !decided(one));
        let bases: Vec<_> = own.iter().filter(decided).chain(others).take(TRIED).collect();
        let found = bases.into_iter().find_map(|one| {
            self.changed(&one.case).into_iter().find_map(|(name, case)| {
                let finding = self.judged(&case)?;
                let made = SuiteCase { name, case, finding, at_limit: false, malformed: None };
                kind.holds(&made).then_some(made)
            })
        });
        self.cases.extend(found);
    }

    /// An example with each property the requirement looks at in every other way.
    fn changed(&self, case: &Case) -> Vec<(String, Case)> {
        let Some((of, body)) = self.body(case) else { return Vec::new() };
        let looked_at = body.properties();
        let properties =
            of.into_iter().flat_map(|of| looked_at.iter().filter_map(|number| of.properties.get(*number)));
        let mut changed: Vec<(String, Case)> = properties
            .flat_map(|property| {
                let values = values(property).into_iter().map(Some).chain([None]);
                values.map(|value| {
                    let name = match &value {
                        Some(value) => format!("{} is {value}", property.id),
                        None => format!("{} was not surveyed", property.id),
                    };
                    (name, with(case, property.id.as_str(), value))
                })
            })
            .collect();
        if !case.complete.is_empty() {
            changed.push((
                "the inventory may not be complete".to_owned(),
                Case { complete: Vec::new(), ..case.clone() },
            ));
        }
        if !case.others.is_empty() {
            changed
                .push(("there is no other facility".to_owned(), Case { others: Vec::new(), ..case.clone() }));
        }
        changed
    }
}

/// Values of a property that make a difference.
fn values(property: &Property) -> Vec<Given> {
    match property.kind {
        Kind::Boolean => vec![Given::Flag(false), Given::Flag(true)],
        Kind::Category => property.values.iter().map(|value| Given::Text(value.id.to_string())).collect(),
        Kind::Text | Kind::Date => Vec::new(),
        _ => vec![Given::Number(Interval::exact(0)), Given::Number(Interval::exact(1))],
    }
}
