//! The recipe as it is written, before names are looked up in the catalogue.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{County, Flaws, Parts, Round, Wording, Writing};
use crate::model::Kind;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) city: RawCity,
    pub(super) counties: Vec<County>,
    pub(super) rounds: [Round; 2],
    pub(super) parts: Parts,
    pub(super) flaws: Flaws,
    pub(super) writing: Writing,
    pub(super) wording: Wording,
    pub(super) defaults: Defaults,
    /// What to throw for a property nobody mentions.
    pub(super) kinds: BTreeMap<Kind, Rules>,
    /// For a property of whatever type.
    #[serde(default)]
    pub(super) properties: BTreeMap<String, Rules>,
    /// By type.
    #[serde(default)]
    pub(super) types: BTreeMap<String, RawType>,
}

/// The city itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCity {
    pub(super) name: String,
    pub(super) adcode: String,
    /// Given names of places, one of which stands in every facility's name.
    pub(super) given_names: Vec<String>,
}

/// For types and properties that the recipe does not mention.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Defaults {
    pub(super) weight: u32,
    /// How often a no has become a yes by the second round.
    pub(super) improves: u32,
}

/// What the recipe says of one type.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawType {
    pub(super) weight: Option<u32>,
    pub(super) nouns: Vec<String>,
    pub(super) properties: BTreeMap<String, Rules>,
}

/// One rule, or several of which the first that holds is used.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Rules {
    One(Box<RawRule>),
    Several(Vec<RawRule>),
}

impl Rules {
    pub(super) fn as_slice(&self) -> &[RawRule] {
        match self {
            Self::One(rule) => std::slice::from_ref(rule),
            Self::Several(rules) => rules,
        }
    }
}

/// How a value is thrown; without any form the cell stays blank.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawRule {
    pub(super) when: Option<RawWhen>,
    pub(super) chance: Option<u32>,
    pub(super) weights: Option<BTreeMap<String, u32>>,
    pub(super) bands: Option<Vec<[i64; 3]>>,
    pub(super) one_to: Option<Vec<[i64; 3]>>,
    pub(super) days_before: Option<Vec<[i64; 3]>>,
    pub(super) days_after: Option<Vec<[i64; 3]>>,
    pub(super) texts: Option<Vec<String>>,
    pub(super) unit: Option<String>,
    pub(super) of: Option<String>,
    pub(super) improves: Option<u32>,
}

impl RawRule {
    /// The forms that are given, by name.
    pub(super) fn forms(&self) -> Vec<&'static str> {
        let given = [
            ("chance", self.chance.is_some()),
            ("weights", self.weights.is_some()),
            ("bands", self.bands.is_some()),
            ("one_to", self.one_to.is_some()),
            ("days_before", self.days_before.is_some()),
            ("days_after", self.days_after.is_some()),
            ("texts", self.texts.is_some()),
        ];
        given.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| name).collect()
    }
}

/// The rule holds where another property is yes or above zero, or one of the values named.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWhen {
    pub(super) property: String,
    #[serde(default)]
    pub(super) is: Vec<String>,
}
