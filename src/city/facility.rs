//! Who a facility is: its number, name, place, whole, and the rounds that saw it.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::dice::{Dice, key_of, mix};
use super::recipe::{County, Recipe, Township};
use super::{City, PLANTED_HOUSEHOLD};

/// Thousandths of a county, refined so that a step is below a metre.
const FINE: i64 = 100;
/// The whole of a county's side in fine steps.
const SIDE: i64 = 1000 * FINE;

/// A facility without its properties.
pub(super) struct Facility<'a> {
    pub(super) of_type: usize,
    pub(super) index: u64,
    /// Where all its dice come from.
    pub(super) key: u64,
    pub(super) place: Place<'a>,
    /// Type and number of what it is a part of.
    pub(super) whole: Option<(usize, u64)>,
    /// Which rounds have a row of it.
    pub(super) seen: [bool; 2],
}

/// Where a facility is.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) county: &'a County,
    pub(super) township: &'a Township,
    /// Longitude and latitude in millionths of a degree.
    pub(super) position: [i32; 2],
}

impl<'a> City<'a> {
    /// The facility of a type and number; `None` in a city without counties.
    pub(super) fn facility(&self, facility_type: usize, index: u64) -> Option<Facility<'a>> {
        let key = self.key(facility_type, index)?;
        let whole = self.whole_of(facility_type, index);
        let (place, seen) = match whole {
            Some((facility_type, index)) => {
                let whole = self.facility(facility_type, index)?;
                (beside(whole.place, self.recipe.parts.spread, key), whole.seen)
            }
            None => (place(self.recipe, key)?, self.seen(index, key)),
        };
        Some(Facility { of_type: facility_type, index, key, place, whole, seen })
    }

    /// The surveyors' number for it.
    pub(super) fn id(&self, facility_type: usize, index: u64) -> String {
        let known = self.catalogue.types.get(facility_type);
        format!("SFS-{}-{:06}", known.map_or("", |known| known.id.as_str()), index + 1)
    }

    /// What it is called.
    pub(super) fn name(&self, facility: &Facility) -> String {
        let personal = self.catalogue.types.get(facility.of_type).is_some_and(|one| one.personal);
        if personal && facility.index == 0 {
            return PLANTED_HOUSEHOLD.to_owned();
        }
        let mut dice = facility.dice("name");
        let given = dice.pick(&self.recipe.given_names).map_or("", String::as_str);
        let nouns = self.recipe.types.get(facility.of_type).map_or(&[][..], |one| &one.nouns);
        let noun = dice.pick(nouns).map_or("", String::as_str);
        let Place { county, township, .. } = facility.place;
        let number = facility.index + 1;
        format!("{}{}{}{given}{noun}{number:04}", self.recipe.name, county.name, township.name)
    }

    /// What surveyors call it who know no numbers: by a second given name, in short, or with a number of its own.
    pub(super) fn called(&self, facility: &Facility, second: bool, short: bool, numbered: bool) -> String {
        let mut dice = facility.dice(if second { "second name" } else { "name" });
        let given = dice.pick(&self.recipe.given_names).map_or("", String::as_str);
        // The noun is that of the name.
        let mut dice = facility.dice("name");
        dice.pick(&self.recipe.given_names);
        let nouns = self.recipe.types.get(facility.of_type).map_or(&[][..], |one| &one.nouns);
        let noun = dice.pick(nouns).map_or("", String::as_str);
        let Place { county, township, .. } = facility.place;
        let number = if numbered { format!("{}号", facility.index + 1) } else { String::new() };
        if short {
            return format!("{given}{noun}{number}");
        }
        format!("{}{}{}{given}{noun}{number}", self.recipe.name, county.name, township.name)
    }

    /// The day a round came by.
    pub(super) fn observed_on(&self, facility: &Facility, round: usize) -> Option<Date> {
        let fieldwork = self.recipe.rounds.get(round)?;
        let mut dice = facility.dice_of("day", round);
        let into = dice.between(0, fieldwork.fieldwork_days);
        self.plan.as_of.checked_sub(fieldwork.days_before.saturating_sub(into).days()).ok()
    }

    fn key(&self, facility_type: usize, index: u64) -> Option<u64> {
        Some(mix(mix(self.plan.seed, self.recipe.types.get(facility_type)?.key), index))
    }

    fn whole_of(&self, facility_type: usize, index: u64) -> Option<(usize, u64)> {
        let whole = (*self.wholes.get(facility_type)?)?;
        let nth = index / self.recipe.parts.per_facility.max(1);
        nth.checked_rem(*self.counts.get(whole)?).map(|index| (whole, index))
    }

    /// The first of a type is there in both rounds, so that every type is.
    fn seen(&self, index: u64, key: u64) -> [bool; 2] {
        let mut dice = Dice::new(mix(key, key_of("seen")));
        let [first, second] = &self.recipe.rounds;
        let new = dice.happens(second.new);
        let seen = [!new && dice.happens(first.surveyed), new || dice.happens(second.surveyed)];
        if index == 0 || seen == [false, false] { [true, index == 0] } else { seen }
    }
}

impl Facility<'_> {
    /// Dice for one purpose.
    pub(super) fn dice(&self, purpose: &str) -> Dice {
        Dice::new(mix(self.key, key_of(purpose)))
    }

    /// Dice for one purpose in one round.
    pub(super) fn dice_of(&self, purpose: &str, round: usize) -> Dice {
        Dice::new(mix(mix(self.key, key_of(purpose)), round as u64))
    }
}

/// A place of its own: somewhere around the middle of a township.
fn place(recipe: &Recipe, key: u64) -> Option<Place<'_>> {
    let mut dice = Dice::new(mix(key, key_of("place")));
    let county = dice.weighted(&recipe.counties)?;
    let township = dice.weighted(&county.townships)?;
    let [across, up] = township.middle.map(|middle| {
        let spread = township.spread * FINE;
        // The mean of two throws is more often near the middle than far from it.
        let aside = i64::midpoint(dice.between(-spread, spread), dice.between(-spread, spread));
        (middle * FINE + aside).clamp(0, SIDE)
    });
    Some(Place { county, township, position: inside(&county.corners, across, up) })
}

/// A place close to that of the whole.
fn beside(whole: Place, spread: i32, key: u64) -> Place {
    let mut dice = Dice::new(mix(key, key_of("place")));
    let mut aside = || i32::try_from(dice.between((-spread).into(), spread.into())).unwrap_or_default();
    Place { position: whole.position.map(|degrees| degrees.saturating_add(aside())), ..whole }
}

/// The point of a four-cornered county that far across and up.
fn inside(corners: &[[i32; 2]; 4], across: i64, up: i64) -> [i32; 2] {
    let shares = [(SIDE - across) * (SIDE - up), across * (SIDE - up), across * up, (SIDE - across) * up];
    [0, 1].map(|axis: usize| {
        let parts = corners.iter().zip(shares).map(|(corner, share)| {
            let [longitude, latitude] = corner.map(i64::from);
            share * if axis == 0 { longitude } else { latitude }
        });
        i32::try_from(parts.sum::<i64>() / (SIDE * SIDE)).unwrap_or_default()
    })
}
