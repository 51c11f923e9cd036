//! Loads the catalogue of facility types and properties from its TOML files.
//!
//! File texts go in, a [`Catalogue`] comes out; anything that is wrong in one
//! of them is said with file and line, and nothing is loaded.

mod alias;
mod file;
mod relation;
mod vocabulary;

use std::collections::BTreeSet;

use crate::locale::Bilingual;
use crate::model::{
    Catalogue, Category, CountUnit, FacilityType, Indicator, Kind, Property, Vocabulary, header_key,
};
use crate::quantity::{Interval, Rational};
use file::{BoundsFile, CatalogueFile, CategoryFile, IndicatorFile, PropertyFile, TypeFile, UnitFile};

/// Why a catalogue could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// A file is not TOML of the catalogue's shape.
    #[error("`{file}`: {source}")]
    Toml {
        /// The file.
        file: String,
        /// What the TOML reader says, with line and column.
        source: toml::de::Error,
    },
    /// A file is TOML and makes no sense.
    #[error("`{file}`: {what}")]
    Nonsense {
        /// The file.
        file: String,
        /// What is wrong.
        what: String,
    },
}

/// Loads the catalogue from the name and text of each of its files.
///
/// Files may come in any order; types keep the order of the files' names.
pub fn load<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Catalogue, CatalogueError> {
    let mut parsed = Vec::new();
    for (name, text) in files {
        let file: CatalogueFile =
            toml::from_str(text).map_err(|source| CatalogueError::Toml { file: name.to_owned(), source })?;
        parsed.push((name, file));
    }
    parsed.sort_by_key(|(name, _)| *name);
    let common: Vec<PropertyFile> = parsed.iter().flat_map(|(_, file)| file.property.clone()).collect();
    let mut loader = Loader { common, catalogue: Catalogue::default(), seen: BTreeSet::new() };
    for (name, file) in parsed {
        loader.file(file).map_err(|what| CatalogueError::Nonsense { file: name.to_owned(), what })?;
    }
    Ok(loader.catalogue)
}

struct Loader {
    common: Vec<PropertyFile>,
    catalogue: Catalogue,
    seen: BTreeSet<String>,
}

impl Loader {
    fn file(&mut self, file: CatalogueFile) -> Result<(), String> {
        for one in file.types {
            let loaded = self.facility_type(one)?;
            self.catalogue.types.push(loaded);
        }
        self.catalogue.trend_days = file.trend_days.or(self.catalogue.trend_days);
        self.catalogue.indicators.extend(file.indicator.into_iter().map(indicator));
        self.catalogue.units.extend(file.unit.into_iter().map(unit));
        vocabulary::extend(&mut self.catalogue.vocabulary, file.words, file.numbers)
    }

    fn facility_type(&mut self, file: TypeFile) -> Result<FacilityType, String> {
        if !self.seen.insert(file.id.clone()) {
            return Err(format!("type `{}` is there twice", file.id));
        }
        let common = self.common.iter().map(|common| common.of_type(&file));
        let properties =
            common.chain(file.property.iter().cloned()).map(property).collect::<Result<Vec<_>, _>>()?;
        unambiguous(&file.id, &properties)?;
        let relations = file.relations.iter().map(|text| relation::parse(text, &properties));
        Ok(FacilityType {
            relations: relations
                .collect::<Result<_, _>>()
                .map_err(|what| format!("type `{}`: {what}", file.id))?,
            id: file.id.into(),
            label: file.label,
            aliases: file.aliases,
            group: file.group,
            personal: file.personal,
            part_of: file.part_of.into_iter().map(Into::into).collect(),
            osm: file.osm,
            a11yjson: file.a11yjson,
            gtfs: file.gtfs,
            properties,
        })
    }
}

/// No header may mean two properties of one type.
fn unambiguous(facility_type: &str, properties: &[Property]) -> Result<(), String> {
    let mut names = std::collections::BTreeMap::new();
    for property in properties {
        for name in property.header_names() {
            let key = header_key(name);
            if let Some(other) = names.insert(key, &property.id).filter(|other| **other != property.id) {
                let id = &property.id;
                return Err(format!("type `{facility_type}`: `{name}` names both `{other}` and `{id}`"));
            }
        }
    }
    Ok(())
}

fn property(file: PropertyFile) -> Result<Property, String> {
    let wrong = |what: &str| format!("property `{}`: {what}", file.id);
    let bounds = interval(file.bounds.as_ref()).ok_or_else(|| wrong("`bounds` are no interval"))?;
    let unsurveyed = match &file.unsurveyed {
        None => bounds,
        given => interval(given.as_ref())
            .and_then(|given| given.intersect(bounds))
            .ok_or_else(|| wrong("`unsurveyed` is outside `bounds`"))?,
    };
    if (file.kind == Kind::Category) == file.values.is_empty() {
        return Err(wrong("a category, and nothing else, has `values`"));
    }
    let values = file.values.into_iter().map(|(id, value)| category(&id, value)).collect();
    Ok(Property {
        id: file.id.into(),
        kind: file.kind,
        unit: file.unit.map(Into::into),
        label: file.label,
        aliases: file.aliases,
        bounds,
        unsurveyed,
        osm: file.osm,
        a11yjson: file.a11yjson,
        gtfs: file.gtfs,
        values,
    })
}

fn interval(file: Option<&BoundsFile>) -> Option<Interval> {
    let Some(file) = file else { return Some(Interval::UNBOUNDED) };
    let end = |end: &Option<file::Decimal>| end.as_ref().map(|end| end.0);
    let ends: (Option<Rational>, Option<Rational>) = (end(&file.low), end(&file.high));
    Interval::new(ends.0, ends.1)
}

fn category(id: &str, file: CategoryFile) -> Category {
    let label = Bilingual { zh: file.zh, en: file.en };
    Category { id: id.into(), label, aliases: file.aliases }
}

fn indicator(file: IndicatorFile) -> Indicator {
    Indicator {
        id: file.id.into(),
        family: file.family,
        label: file.label,
        kind: file.kind,
        unit: file.unit.map(Into::into),
    }
}

fn unit(file: UnitFile) -> CountUnit {
    let label = Bilingual { zh: file.label.zh, en: file.label.en };
    CountUnit { id: file.id.into(), plural: file.label.en_plural, label }
}

impl Vocabulary {
    /// Whether any word was loaded.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMON: &str = r#"
        [[property]]
        id = "name"
        kind = "text"
        label = { zh = "名称", en = "Name" }
    "#;

    fn parking(rest: &str) -> String {
        format!(
            r#"
            [[type]]
            id = "parking"
            label = {{ zh = "停车场", en = "Car park" }}
            group = "parking"
            {rest}
            [[type.property]]
            id = "total"
            kind = "count"
            unit = "bay"
            label = {{ zh = "总数", en = "Total" }}
            aliases = ["车位数"]
            bounds = {{ low = 0 }}
            unsurveyed = {{ low = 1 }}
            [[type.property]]
            id = "accessible"
            kind = "count"
            label = {{ zh = "无障碍", en = "Accessible" }}
            bounds = {{ low = 0 }}
            "#
        )
    }

    #[test]
    fn a_type_has_the_common_properties_and_its_own() {
        let text = parking(r#"relations = ["accessible <= total"]"#);
        let catalogue = load([("b.toml", text.as_str()), ("a.toml", COMMON)]).expect("loads");
        let (_, parking) = catalogue.facility_type("parking").expect("is there");
        let ids: Vec<_> = parking.properties.iter().map(|property| property.id.as_str()).collect();
        assert_eq!(ids, ["name", "total", "accessible"]);
        assert_eq!((&parking.relations[0].left[..], &parking.relations[0].right[..]), (&[2][..], &[1][..]));
        assert_eq!(parking.properties[1].unsurveyed.low(), Some(1.into()));
    }

    #[test]
    fn a_common_alias_may_hold_every_name_of_the_type() {
        let common = COMMON.to_owned() + "aliases = [\"{type}名称\"]";
        let text = parking(r#"aliases = ["停车库"]"#);
        let catalogue = load([("a.toml", common.as_str()), ("b.toml", text.as_str())]).expect("loads");
        let (_, parking) = catalogue.facility_type("parking").expect("is there");
        assert_eq!(parking.properties[0].aliases, ["停车场名称", "Car park名称", "停车库名称"]);
    }

    #[test]
    fn mistakes_are_said_with_the_file() {
        let cases = [
            (parking(r#"relations = ["accessible <= totl"]"#), "totl"),
            (parking("personall = true"), "personall"),
            (
                parking("")
                    + "[[type.property]]\nid = \"x\"\nkind = \"count\"\nlabel = { zh = \"车位数\", en = \"x\" }",
                "车位数",
            ),
        ];
        for (text, needle) in cases {
            let error = load([("b.toml", text.as_str())]).expect_err(needle).to_string();
            assert!(error.contains("b.toml") && error.contains(needle), "{error}");
        }
    }
}
