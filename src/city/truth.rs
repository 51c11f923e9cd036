//! What a facility is like: values that fit each other, before anybody writes them down.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::dice::{Dice, mix};
use super::facility::Facility;
use super::recipe::{Band, Form, PropertyRecipe, Rule, TypeRecipe, When};
use super::{City, MICRO};
use crate::model::{FacilityType, Kind, Property, Relation};

/// A value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth<'a> {
    Blank,
    /// Millionths of the canonical unit.
    Number(i64),
    /// A slope, one to so many.
    OneTo(i64),
    Flag(bool),
    /// Index of a category's value.
    Category(usize),
    Day(Date),
    Text(&'a str),
}

/// The dice of one facility's values, and what has been thrown.
struct Throwing<'c, 'a> {
    city: &'c City<'a>,
    facility: &'c Facility<'a>,
    round: usize,
    thrown: Vec<Truth<'a>>,
}

impl<'a> City<'a> {
    /// What a round finds, one value for each property of the type.
    pub(super) fn truths(&self, facility: &Facility<'a>, round: usize) -> Vec<Truth<'a>> {
        let known = self.catalogue.types.get(facility.of_type);
        let (Some(known), Some(recipe)) = (known, self.recipe.types.get(facility.of_type)) else {
            return Vec::new();
        };
        let thrown = vec![Truth::Blank; known.properties.len()];
        let mut throwing = Throwing { city: self, facility, round, thrown };
        throwing.throw_all(known, recipe);
        let mut truths = throwing.thrown;
        known.relations.iter().for_each(|relation| settle(&mut truths, relation));
        self.break_relation(&mut truths, known, facility, round);
        truths
    }

    /// A surveyor's slip: more accessible bays than bays.
    fn break_relation(&self, truths: &mut [Truth], known: &FacilityType, facility: &Facility, round: usize) {
        let mut dice = facility.dice_of("relation", round);
        let Some(relation) = dice.pick(&known.relations) else { return };
        let [left] = relation.left[..] else { return };
        let is_count = known.properties.get(left).is_some_and(|property| property.kind == Kind::Count);
        if let Some(whole) = sum(truths, &relation.right)
            && is_count
            && dice.happens(self.recipe.flaws.relation_broken)
            && let Some(Truth::Number(part)) = truths.get_mut(left)
        {
            *part = whole + dice.between(1, 3) * MICRO;
        }
    }
}

impl<'a> Throwing<'_, 'a> {
    fn throw_all(&mut self, known: &FacilityType, recipe: &'a TypeRecipe) {
        for &index in &recipe.order {
            let truth = match (known.properties.get(index), recipe.properties.get(index)) {
                (Some(property), Some(recipe)) => self.throw(property, recipe),
                _ => continue,
            };
            if let Some(place) = self.thrown.get_mut(index) {
                *place = truth;
            }
        }
    }

    /// The second round sees what the first saw, or something better.
    fn throw(&self, property: &Property, recipe: &'a PropertyRecipe) -> Truth<'a> {
        let Some(rule) = recipe.rules.iter().find(|rule| self.holds(rule.when.as_ref())) else {
            return Truth::Blank;
        };
        let dice = |stream: u64| Dice::new(mix(mix(self.facility.key, recipe.key), stream));
        let first = self.roll(property, recipe, rule, &mut dice(0));
        if self.round == 0 || !dice(1).happens(rule.improves) {
            return first;
        }
        better(first, self.roll(property, recipe, rule, &mut dice(2)))
    }

    fn holds(&self, when: Option<&When>) -> bool {
        let Some(when) = when else { return true };
        match self.thrown.get(when.property) {
            Some(Truth::Category(value)) => when.is.contains(value),
            Some(Truth::Flag(flag)) => *flag,
            Some(Truth::Number(number)) => *number > 0,
            _ => false,
        }
    }

    fn roll(
        &self,
        property: &Property,
        recipe: &PropertyRecipe,
        rule: &'a Rule,
        dice: &mut Dice,
    ) -> Truth<'a> {
        let truth = match &rule.form {
            Form::Blank => None,
            Form::Chance(per_mille) => Some(Truth::Flag(dice.happens(*per_mille))),
            Form::Weights(choices) => dice.weighted(choices).map(|choice| Truth::Category(choice.value)),
            Form::Number { bands, unit, of } => self.number(property, recipe, (bands, *unit, *of), dice),
            Form::OneTo(bands) => within(bands, dice).map(Truth::OneTo),
            Form::DaysBefore(bands) => within(bands, dice).and_then(|days| self.day(-days)),
            Form::DaysAfter(bands, base) => within(bands, dice).and_then(|days| self.day_after(*base, days)),
            Form::Texts(texts) => dice.pick(texts).map(|text| Truth::Text(text)),
        };
        truth.unwrap_or(Truth::Blank)
    }

    fn number(
        &self,
        property: &Property,
        recipe: &PropertyRecipe,
        (bands, unit, of): (&[Band], i64, Option<usize>),
        dice: &mut Dice,
    ) -> Option<Truth<'a>> {
        let thrown = within(bands, dice)?.saturating_mul(unit);
        let number = match of {
            None => thrown,
            Some(whole) => share(sum(&self.thrown, &[whole])?, thrown),
        };
        let number = if property.kind == Kind::Count { whole_number(number) } else { number };
        let (low, high) = recipe.bounds;
        Some(Truth::Number(number.min(high).max(low)))
    }

    fn day(&self, days: i64) -> Option<Truth<'a>> {
        self.city.plan.as_of.checked_add(days.days()).ok().map(Truth::Day)
    }

    /// Nothing is finished after the day the city is looked at.
    fn day_after(&self, base: usize, days: i64) -> Option<Truth<'a>> {
        let Some(Truth::Day(base)) = self.thrown.get(base) else { return None };
        base.checked_add(days.days()).ok().map(|day| Truth::Day(day.min(self.city.plan.as_of)))
    }
}

fn within(bands: &[Band], dice: &mut Dice) -> Option<i64> {
    let band = dice.weighted(bands)?;
    Some(dice.between(band.low, band.high))
}

/// A share in millionths of a number in millionths.
fn share(whole: i64, share: i64) -> i64 {
    let product = i128::from(whole) * i128::from(share) / i128::from(MICRO);
    i64::try_from(product).unwrap_or(i64::MAX)
}

/// The nearest whole number, halves up.
fn whole_number(micro: i64) -> i64 {
    micro.saturating_add(MICRO / 2).div_euclid(MICRO) * MICRO
}

fn better<'a>(first: Truth<'a>, second: Truth<'a>) -> Truth<'a> {
    match (first, second) {
        (Truth::Number(a), Truth::Number(b)) => Truth::Number(a.max(b)),
        (Truth::OneTo(a), Truth::OneTo(b)) => Truth::OneTo(a.max(b)),
        (Truth::Flag(a), Truth::Flag(b)) => Truth::Flag(a || b),
        (_, second) => second,
    }
}

fn sum(truths: &[Truth], of: &[usize]) -> Option<i64> {
    of.iter()
        .map(|index| if let Some(Truth::Number(number)) = truths.get(*index) { Some(*number) } else { None })
        .sum()
}

/// Makes a relation hold by cutting its left side, or filling it up where both are equal.
fn settle(truths: &mut [Truth], relation: &Relation) {
    let Some(mut budget) = sum(truths, &relation.right) else { return };
    for &index in &relation.left {
        if let Some(Truth::Number(number)) = truths.get_mut(index) {
            *number = (*number).min(budget);
            budget -= *number;
        }
    }
    if relation.equal
        && let Some(Truth::Number(last)) = relation.left.last().and_then(|last| truths.get_mut(*last))
    {
        *last += budget;
    }
}

/// Changes one value, so that the row contradicts the one before; false where there is none to change.
pub(super) fn contradict(truths: &mut [Truth], properties: &[Property], dice: &mut Dice) -> bool {
    let plain = |(truth, property): &(&mut Truth, &Property)| match truth {
        Truth::Flag(_) => true,
        Truth::Number(_) => property.kind == Kind::Count,
        _ => false,
    };
    let candidates = truths.iter_mut().zip(properties).filter(plain).map(|(truth, _)| truth);
    let mut candidates: Vec<&mut Truth> = candidates.collect();
    let chosen = usize::try_from(dice.below(candidates.len() as u64)).unwrap_or_default();
    match candidates.get_mut(chosen) {
        Some(Truth::Flag(flag)) => *flag = !*flag,
        Some(Truth::Number(number)) => *number += MICRO,
        _ => return false,
    }
    true
}
