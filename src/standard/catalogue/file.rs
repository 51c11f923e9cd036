//! The shape of the catalogue's TOML files.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::locale::Bilingual;
use crate::model::{Kind, Meaning};
use crate::quantity::{Rational, parse_decimal};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct CatalogueFile {
    pub(super) property: Vec<PropertyFile>,
    #[serde(rename = "type")]
    pub(super) types: Vec<TypeFile>,
    pub(super) topic: Vec<TopicFile>,
    pub(super) unit: Vec<UnitFile>,
    pub(super) words: Vec<WordsFile>,
    pub(super) numbers: Option<NumbersFile>,
    pub(super) trend_days: Option<u32>,
    pub(super) works: Vec<String>,
    pub(super) registers: Option<String>,
    pub(super) after_body: Vec<String>,
    pub(super) departments: BTreeMap<String, String>,
    pub(super) workbook: Option<WorkbookFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkbookFile {
    pub(super) known: Vec<String>,
    pub(super) last: Vec<String>,
    pub(super) left_out: Vec<String>,
    pub(super) aside: Vec<String>,
    pub(super) earlier: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypeFile {
    pub(super) id: Spanned<String>,
    pub(super) label: Bilingual,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) group: String,
    #[serde(default)]
    pub(super) personal: bool,
    #[serde(default)]
    pub(super) part_of: Vec<String>,
    #[serde(default)]
    pub(super) osm: Vec<String>,
    pub(super) a11yjson: Option<String>,
    pub(super) gtfs: Option<String>,
    #[serde(default)]
    pub(super) relations: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) property: Vec<PropertyFile>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PropertyFile {
    /// The file it stands in, by number.
    #[serde(skip)]
    pub(super) file: usize,
    pub(super) id: Spanned<String>,
    pub(super) kind: Kind,
    pub(super) unit: Option<String>,
    pub(super) label: Bilingual,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) bounds: Option<BoundsFile>,
    pub(super) unsurveyed: Option<BoundsFile>,
    pub(super) osm: Option<String>,
    pub(super) a11yjson: Option<String>,
    pub(super) gtfs: Option<String>,
    #[serde(default)]
    pub(super) of_row: bool,
    #[serde(default)]
    pub(super) values: std::collections::BTreeMap<String, CategoryFile>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BoundsFile {
    pub(super) low: Option<Decimal>,
    pub(super) high: Option<Decimal>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryFile {
    pub(super) zh: String,
    pub(super) en: String,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TopicFile {
    pub(super) id: String,
    pub(super) label: Bilingual,
    pub(super) why: Bilingual,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitFile {
    pub(super) id: String,
    pub(super) label: UnitLabel,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitLabel {
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) en_plural: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsFile {
    pub(super) meaning: Meaning,
    pub(super) kinds: Vec<Spanned<String>>,
    pub(super) words: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NumbersFile {
    pub(super) counters: Vec<String>,
    #[serde(default)]
    pub(super) totals: Vec<String>,
    #[serde(default)]
    pub(super) eastings: Vec<String>,
    #[serde(default)]
    pub(super) counted: Vec<String>,
    #[serde(default)]
    pub(super) northings: Vec<String>,
    #[serde(default)]
    pub(super) systems: Vec<String>,
    pub(super) about: Decimal,
}

/// An exact number, written as an integer or as a quoted decimal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decimal(pub(super) Rational);

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Whole(i64),
            Text(String),
        }
        let text = match Written::deserialize(from)? {
            Written::Whole(number) => number.to_string(),
            Written::Text(text) => text,
        };
        let number = parse_decimal(&text);
        number.map(Self).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no exact number")))
    }
}
