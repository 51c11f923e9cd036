//! The made-up city 示范市: survey files like those an inspector would upload.
//!
//! A plan (size, seed, day), the catalogue and a recipe go in; out come files,
//! one for each type and survey round, that are written row by row and so may
//! hold ten million facilities. The same plan gives the same bytes. A facility
//! hangs only on the seed, its type and its number, so in a bigger city it is
//! the same; the one exception is a part whose whole the smaller city lacks,
//! which belongs to another there.
//!
//! Everything is labelled as made up: names begin with the city's, ids with
//! `SFS-`, adcodes with 9999, and the place is one where nobody lives.

mod boundary;
mod cell;
mod dice;
mod facility;
mod file;
mod recipe;
mod resurvey;
mod truth;

use std::sync::Arc;

use jiff::civil::Date;

use crate::model::{Catalogue, FacilityType};
use crate::quantity::Rational;

pub use boundary::boundaries;
pub use file::SurveyFile;
pub use recipe::{Recipe, RecipeError};
pub use resurvey::{Change, Resurvey, Who, resurveys};

/// Name of the first facility of every personal type.
///
/// No output but the survey file itself may ever show it, its id or its place.
pub const PLANTED_HOUSEHOLD: &str = "示范市植入样本户甲零零壹";

/// Parts of a canonical unit that values are counted in.
const MICRO: i64 = 1_000_000;

/// Which made-up city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many facilities, over both rounds.
    pub size: u64,
    /// Another seed, another city.
    pub seed: u64,
    /// The day the city is looked at; both rounds lie before it.
    pub as_of: Date,
}

/// A plan with all it takes to carry it out.
#[derive(Debug)]
struct City<'a> {
    plan: Plan,
    catalogue: &'a Catalogue,
    recipe: &'a Recipe,
    /// Facilities of each type.
    counts: Vec<u64>,
    /// The type whose parts each type's facilities are.
    wholes: Vec<Option<usize>>,
}

/// The survey files of a city, by type and round.
pub fn files<'a>(plan: &Plan, catalogue: &'a Catalogue, recipe: &'a Recipe) -> Vec<SurveyFile<'a>> {
    let city = Arc::new(city(plan, catalogue, recipe));
    let made = |index: &usize| city.counts.get(*index).is_some_and(|count| *count > 0);
    let types = (0..catalogue.types.len()).filter(made);
    types.flat_map(|one| [0, 1].map(|round| SurveyFile::new(Arc::clone(&city), one, round))).collect()
}

fn city<'a>(plan: &Plan, catalogue: &'a Catalogue, recipe: &'a Recipe) -> City<'a> {
    let weights: Vec<u32> = recipe.types.iter().map(|one| one.weight).collect();
    let counts = allot(plan.size, &weights);
    let wholes = catalogue.types.iter().map(|one| whole(one, catalogue, &counts)).collect();
    City { plan: *plan, catalogue, recipe, counts, wholes }
}

/// The type a part belongs to: the first it may be a part of that is no part itself.
///
/// One level is enough for realism, and it rules out circles.
fn whole(part: &FacilityType, catalogue: &Catalogue, counts: &[u64]) -> Option<usize> {
    let candidates = part.part_of.iter().filter_map(|id| catalogue.facility_type(id.as_str()));
    let stands_alone = |(index, one): &(usize, &FacilityType)| {
        one.part_of.is_empty() && counts.get(*index).is_some_and(|count| *count > 0)
    };
    candidates.into_iter().find(stands_alone).map(|(index, _)| index)
}

/// Shares `size` out by weight, so that every type comes before any comes twice.
fn allot(size: u64, weights: &[u32]) -> Vec<u64> {
    let types = weights.len() as u64;
    let mut counts: Vec<u64> = (0..types).map(|index| u64::from(index < size)).collect();
    let total: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    let spare = size.saturating_sub(types);
    let (mut seen, mut given) = (0_u64, 0_u64);
    for (count, weight) in counts.iter_mut().zip(weights) {
        // Shares of a running total add up to the whole, whatever is rounded off on the way.
        seen += u64::from(*weight);
        let due = u128::from(spare) * u128::from(seen) / u128::from(total.max(1));
        let due = u64::try_from(due).unwrap_or(u64::MAX);
        *count += due - given;
        given = due;
    }
    counts
}

/// A number in millionths; what is finer is cut off, what is too large is held.
fn micro(number: Rational) -> i64 {
    let millionths = (number * Rational::from_integer(MICRO.into())).to_integer();
    i64::try_from(millionths).unwrap_or(if millionths < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests;
