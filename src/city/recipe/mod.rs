//! The recipe of the made-up city: how many of what, where, and how likely.
//!
//! TOML goes in, with names checked against the catalogue; out comes, for every
//! type and property, what to throw. Rates are per thousand throughout. What
//! the recipe does not mention follows its defaults by kind, so that a new type
//! or property of the catalogue appears without any change.

mod lookup;
mod raw;
mod resolve;
mod rule;

use serde::Deserialize;

use super::dice::Weighted;
use crate::model::Catalogue;

pub(super) use rule::{Band, Form, PropertyRecipe, Rule, When};

/// A recipe, ready to cook from.
#[derive(Debug)]
pub struct Recipe {
    pub(super) name: String,
    pub(super) adcode: String,
    pub(super) given_names: Vec<String>,
    pub(super) counties: Vec<County>,
    pub(super) rounds: [Round; 2],
    pub(super) parts: Parts,
    pub(super) flaws: Flaws,
    pub(super) writing: Writing,
    pub(super) wording: Wording,
    /// One for each type of the catalogue.
    pub(super) types: Vec<TypeRecipe>,
}

/// Why a recipe cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RecipeError {
    /// It is no TOML, or not of this shape.
    #[error("the recipe of the made-up city cannot be read")]
    Syntax(#[from] toml::de::Error),
    /// It names what is not there, or asks for what cannot be.
    #[error("the recipe of the made-up city has mistakes:\n{}", .0.join("\n"))]
    Mistakes(Vec<String>),
}

impl Recipe {
    /// Reads a recipe and finds everything it names in the catalogue; all mistakes at once.
    pub fn parse(text: &str, catalogue: &Catalogue) -> Result<Self, RecipeError> {
        resolve::resolve(toml::from_str(text)?, catalogue).map_err(RecipeError::Mistakes)
    }
}

/// What to throw for one type.
#[derive(Debug)]
pub(super) struct TypeRecipe {
    pub(super) key: u64,
    pub(super) weight: u32,
    pub(super) nouns: Vec<String>,
    /// One for each property of the type.
    pub(super) properties: Vec<PropertyRecipe>,
    /// The properties in an order in which each comes after those it hangs on.
    pub(super) order: Vec<usize>,
}

/// A county: four corners, counter-clockwise from the south-west, in millionths of a degree.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct County {
    pub(super) name: String,
    pub(super) adcode: String,
    pub(super) weight: u32,
    pub(super) corners: [[i32; 2]; 4],
    pub(super) townships: Vec<Township>,
}

/// A cluster of facilities; its middle and spread in thousandths of the county.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Township {
    pub(super) name: String,
    pub(super) weight: u32,
    pub(super) middle: [i64; 2],
    pub(super) spread: i64,
}

impl Weighted for County {
    fn weight(&self) -> u32 {
        self.weight
    }
}

impl Weighted for Township {
    fn weight(&self) -> u32 {
        self.weight
    }
}

/// A survey round, counted back from the city's day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Round {
    pub(super) days_before: i64,
    pub(super) fieldwork_days: i64,
    /// How many of a thousand facilities this round goes to.
    pub(super) surveyed: u32,
    /// How many of a thousand facilities did not exist before this round.
    #[serde(default)]
    pub(super) new: u32,
    /// Types whose file an old spreadsheet saved, in GB18030.
    #[serde(default)]
    pub(super) gb18030: Vec<String>,
}

/// Parts of a facility, such as bays of a car park.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parts {
    /// Parts of one type that a facility has.
    pub(super) per_facility: u64,
    /// How far they may lie from it, in millionths of a degree.
    pub(super) spread: i32,
}

/// How often something is wrong, in a thousand cells, rows or facilities.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Flaws {
    pub(super) blank: u32,
    pub(super) unknown: u32,
    pub(super) unreadable: u32,
    pub(super) relation_broken: u32,
    pub(super) said_twice: u32,
    pub(super) no_position: u32,
}

/// How often a value is written in another way than plainly, in a thousand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Writing {
    pub(super) range: u32,
    pub(super) about: u32,
    pub(super) at_least: u32,
    pub(super) full_width: u32,
    pub(super) counter: u32,
    pub(super) tolerance: u32,
    pub(super) unit: u32,
    pub(super) slope_in_percent: u32,
    pub(super) alias: u32,
    pub(super) year_only: u32,
    pub(super) month_only: u32,
    pub(super) slashes: u32,
}

/// The words of the surveyors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wording {
    pub(super) yes: Vec<String>,
    pub(super) no: Vec<String>,
    pub(super) unknown: Vec<String>,
    pub(super) unreadable: Vec<String>,
    pub(super) counters: Vec<String>,
}

#[cfg(test)]
mod tests;
