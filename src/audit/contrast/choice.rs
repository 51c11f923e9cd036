//! What the properties may be that two requirements look at, as far as it makes a difference to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{FacilityType, Kind};
use crate::quantity::{Interval, Rational};
use crate::standard::Node;
use crate::standard::pack::Given;
use crate::standard::program::{Condition, Quantity};

/// A property, and the values it takes in turn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    pub(super) property: usize,
    pub(super) values: Vec<Given>,
}

/// What expressions compare properties with.
#[derive(Debug, Default)]
pub(super) struct Facts {
    flags: BTreeSet<usize>,
    categories: BTreeMap<usize, BTreeSet<usize>>,
    texts: BTreeMap<usize, BTreeSet<String>>,
    numbers: BTreeMap<usize, BTreeSet<Rational>>,
}

impl Facts {
    /// Takes in what one node says.
    pub(super) fn see(&mut self, node: Node<'_>) {
        match node {
            Node::Condition(Condition::Flag(property)) => drop(self.flags.insert(*property)),
            Node::Condition(Condition::Complies(complies)) => self.flags.extend(complies.surveyed),
            Node::Condition(Condition::OneOf(property, values)) => {
                self.categories.entry(*property).or_default().extend(values);
            }
            Node::Condition(Condition::Reads(property, texts)) => {
                self.texts.entry(*property).or_default().extend(texts.iter().cloned());
            }
            Node::Condition(Condition::Compare(_, left, right)) => self.compare(left, right),
            Node::Quantity(Quantity::Property(property)) => {
                self.numbers.entry(*property).or_default();
            }
            _ => {}
        }
    }

    fn compare(&mut self, left: &Quantity, right: &Quantity) {
        let (mut properties, mut constants) = (BTreeSet::new(), BTreeSet::new());
        for side in [left, right] {
            Node::Quantity(side).walk(false, &mut |node| match node {
                Node::Quantity(Quantity::Property(property)) => drop(properties.insert(*property)),
                Node::Quantity(Quantity::Constant(value)) => drop(constants.insert(*value)),
                Node::Quantity(Quantity::Parameter(one)) => drop(constants.insert(one.value)),
                _ => {}
            });
        }
        for property in properties {
            self.numbers.entry(property).or_default().extend(constants.iter().copied());
        }
    }

    /// A number property is compared with this one somewhere.
    pub(super) fn meets(&mut self, property: usize, value: Rational) {
        self.numbers.entry(property).or_default().insert(value);
    }

    /// The choices, but for the properties that are left out.
    pub(super) fn choices(&self, of: &FacilityType, left_out: &BTreeSet<usize>) -> Vec<Choice> {
        let flags = self.flags.iter().map(|property| (*property, [true, false].map(Given::Flag).to_vec()));
        let categories =
            self.categories.iter().map(|(property, used)| (*property, words(of, *property, used)));
        let texts = self.texts.iter().map(|(property, texts)| {
            let other = Given::Text(String::from("—"));
            (*property, texts.iter().cloned().map(Given::Text).chain([other]).collect())
        });
        let numbers = self.numbers.iter().map(|(property, near)| (*property, numbers(of, *property, near)));
        let all = flags.chain(categories).chain(texts).chain(numbers);
        let all = all.filter(|(property, values)| !left_out.contains(property) && !values.is_empty());
        all.map(|(property, values)| Choice { property, values }).collect()
    }
}

/// The categories that are asked for, and one that is not.
fn words(of: &FacilityType, property: usize, used: &BTreeSet<usize>) -> Vec<Given> {
    let Some(found) = of.properties.get(property) else { return Vec::new() };
    let other = (0..found.values.len()).find(|value| !used.contains(value));
    let values = used.iter().copied().chain(other).filter_map(|value| found.values.get(value));
    values.map(|value| Given::Text(value.id.to_string())).collect()
}

/// The step between two values of a kind, as fine as anybody measures.
pub(super) fn step(kind: Kind) -> Rational {
    if matches!(kind, Kind::Count | Kind::Date) { 1.into() } else { Rational::new(1, 100) }
}

/// Where a number may turn a verdict: at, before and behind what it is compared with, and far out.
fn numbers(of: &FacilityType, property: usize, near: &BTreeSet<Rational>) -> Vec<Given> {
    let Some(found) = of.properties.get(property) else { return Vec::new() };
    let step = step(found.kind);
    let around = near.iter().flat_map(|value| [*value - step, *value, *value + step]);
    let doublings = match found.kind {
        Kind::Count => 12,
        Kind::Date => 0,
        _ => 2,
    };
    let far = (0..doublings).map(|power| Rational::from_integer(1 << power));
    let is_whole = |value: &Rational| step.is_integer() <= value.is_integer();
    let all: BTreeSet<Rational> = around
        .chain(far)
        .filter(|value| is_whole(value) && found.bounds.contains(Interval::exact(*value)))
        .collect();
    all.into_iter().map(|value| Given::Number(Interval::exact(value))).collect()
}

/// No more combinations than this are tried.
const MOST: usize = 4096;

/// Every combination of the values, and whether some had to be left out.
pub(super) fn combinations(mut choices: Vec<Choice>) -> (Vec<Vec<(usize, Given)>>, bool) {
    let count =
        |choices: &[Choice]| choices.iter().map(|one| one.values.len()).fold(1, usize::saturating_mul);
    let mut thinned = false;
    while count(&choices) > MOST {
        let Some(longest) = choices.iter_mut().max_by_key(|one| one.values.len()) else { break };
        longest.values = thin(&longest.values);
        thinned = true;
    }
    let mut all = vec![Vec::new()];
    for choice in choices {
        let with = |given: &Vec<(usize, Given)>| {
            let one = |value: &Given| [given.clone(), vec![(choice.property, value.clone())]].concat();
            choice.values.iter().map(one).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(with).collect();
    }
    (all, thinned)
}

/// Every other value.
fn thin(values: &[Given]) -> Vec<Given> {
    values.iter().step_by(2).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_combinations_are_thinned_and_it_is_said() {
        let choice = |property, values| Choice { property, values: vec![Given::Flag(true); values] };
        let (all, thinned) = combinations(vec![choice(0, 2), choice(1, 3)]);
        assert_eq!((all.len(), thinned), (6, false));
        let (all, thinned) = combinations((0..20).map(|property| choice(property, 2)).collect());
        assert!(all.len() <= MOST && thinned);
        assert_eq!(combinations(Vec::new()), (vec![Vec::new()], false));
    }
}
