//! Loads the catalogue of facility types and properties from its TOML files.
//!
//! File texts go in, a [`Catalogue`] comes out; or every mistake there is, each
//! underlined, and nothing is loaded.

mod alias;
mod file;
mod relation;
mod shape;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;

use super::mistake::{Mistake, Mistakes, Problem};
use crate::locale::{Bilingual, Message};
use crate::model::{
    Catalogue, Category, CountUnit, FacilityType, Kind, Property, Relation, Topic, Vocabulary, Workbook,
    header_key, plain,
};
use crate::quantity::{Interval, Rational};
use file::{
    BoundsFile, CatalogueFile, CategoryFile, PropertyFile, TopicFile, TypeFile, UnitFile, WorkbookFile,
};

/// Loads the catalogue from the name and text of each of its files.
///
/// Files may come in any order; types keep the order of the files' names.
pub fn load<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Catalogue, Mistakes> {
    let mut files: Vec<(&str, &str)> = files.into_iter().collect();
    files.sort_by_key(|(name, _)| *name);
    let (mut loader, mut parsed) = (Loader::default(), Vec::new());
    for (number, (name, text)) in files.into_iter().enumerate() {
        loader.mistakes.files.push((name.to_owned(), text.to_owned()));
        match toml::from_str::<CatalogueFile>(text) {
            Ok(file) => parsed.push((number, file)),
            Err(error) => loader.unreadable(number, &error),
        }
    }
    if loader.mistakes.list.is_empty() {
        loader.common = parsed.iter().flat_map(|(number, file)| of_file(*number, &file.property)).collect();
        for (number, file) in parsed {
            loader.file(number, file);
        }
    }
    if loader.mistakes.list.is_empty() { Ok(loader.catalogue) } else { Err(loader.mistakes) }
}

#[derive(Default)]
struct Loader {
    common: Vec<PropertyFile>,
    catalogue: Catalogue,
    seen: BTreeSet<String>,
    mistakes: Mistakes,
}

impl Loader {
    fn file(&mut self, number: usize, file: CatalogueFile) {
        for one in file.types {
            let loaded = self.facility_type(number, one);
            self.catalogue.types.push(loaded);
        }
        self.catalogue.trend_days = file.trend_days.or(self.catalogue.trend_days);
        self.catalogue.works.extend(file.works.into_iter().map(Into::into));
        self.catalogue.registers = file.registers.or(self.catalogue.registers.take());
        self.catalogue.after_body.extend(file.after_body);
        self.catalogue.departments.extend(file.departments);
        self.catalogue.topics.extend(file.topic.into_iter().map(topic));
        self.catalogue.units.extend(file.unit.into_iter().map(unit));
        self.catalogue.workbook =
            file.workbook.map(workbook).unwrap_or(std::mem::take(&mut self.catalogue.workbook));
        self.words(number, file.words, file.numbers);
    }

    fn facility_type(&mut self, number: usize, file: TypeFile) -> FacilityType {
        if !self.seen.insert(file.id.get_ref().clone()) {
            let message = Message::new("mistake-duplicate-type").with("name", file.id.get_ref());
            self.wrong(number, file.id.span(), message, None);
        }
        let own = file.own_names();
        let common = self.common.iter().map(|common| common.of_type(&file, &own));
        let properties: Vec<PropertyFile> = common.chain(of_file(number, &file.property)).collect();
        let properties: Vec<Property> = properties.into_iter().map(|one| self.property(one)).collect();
        self.unambiguous(number, &file.id, &properties);
        let relations = file.relations.iter().filter_map(|text| self.relation(number, text, &properties));
        FacilityType {
            relations: relations.collect(),
            id: file.id.into_inner().into(),
            label: file.label,
            aliases: file.aliases,
            group: file.group,
            personal: file.personal,
            part_of: file.part_of.into_iter().map(Into::into).collect(),
            osm: file.osm,
            a11yjson: file.a11yjson,
            gtfs: file.gtfs,
            properties,
        }
    }

    fn relation(
        &mut self,
        number: usize,
        text: &Spanned<String>,
        properties: &[Property],
    ) -> Option<Relation> {
        let parsed = relation::parse(text.get_ref(), properties);
        parsed.map_err(|wrong| self.wrong(number, text.span(), wrong.0, wrong.1)).ok()
    }

    /// No header may mean two properties of one type.
    fn unambiguous(&mut self, number: usize, facility_type: &Spanned<String>, properties: &[Property]) {
        let mut names = BTreeMap::new();
        for property in properties {
            for name in property.header_names() {
                let key = header_key(name);
                let Some(other) = names.insert(key, &property.id).filter(|other| **other != property.id)
                else {
                    continue;
                };
                let message = Message::new("mistake-header-twice").with("name", name);
                let message = message.with("one", other).with("other", &property.id);
                self.wrong(number, facility_type.span(), message, None);
            }
        }
    }

    fn property(&mut self, file: PropertyFile) -> Property {
        let mut wrong = |key: &str| self.wrong(file.file, file.id.span(), Message::new(key), None);
        let bounds = interval(file.bounds.as_ref()).unwrap_or_else(|| {
            wrong("mistake-bounds");
            Interval::UNBOUNDED
        });
        let unsurveyed = match &file.unsurveyed {
            None => Some(bounds),
            given => interval(given.as_ref()).and_then(|given| given.intersect(bounds)),
        };
        if unsurveyed.is_none() {
            wrong("mistake-unsurveyed");
        }
        if (file.kind == Kind::Category) == file.values.is_empty() {
            wrong("mistake-values");
        }
        let values = file.values.into_iter().map(|(id, value)| category(&id, value)).collect();
        Property {
            id: file.id.into_inner().into(),
            kind: file.kind,
            unit: file.unit.map(Into::into),
            label: file.label,
            aliases: file.aliases,
            bounds,
            unsurveyed: unsurveyed.unwrap_or(bounds),
            osm: file.osm,
            a11yjson: file.a11yjson,
            gtfs: file.gtfs,
            of_row: file.of_row,
            values,
        }
    }

    fn wrong(&mut self, file: usize, span: Range<usize>, message: Message, help: Option<Message>) {
        self.mistakes.list.push(Mistake { file, span, problem: Problem::Meaning(message), help });
    }
}

/// Properties that know which file they stand in.
fn of_file(number: usize, properties: &[PropertyFile]) -> impl Iterator<Item = PropertyFile> + '_ {
    properties.iter().cloned().map(move |property| PropertyFile { file: number, ..property })
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

fn topic(file: TopicFile) -> Topic {
    Topic { id: file.id.into(), label: file.label, why: file.why }
}

fn unit(file: UnitFile) -> CountUnit {
    let label = Bilingual { zh: file.label.zh, en: file.label.en };
    CountUnit { id: file.id.into(), plural: file.label.en_plural, label }
}

fn workbook(file: WorkbookFile) -> Workbook {
    let ids = |list: Vec<String>| list.into_iter().map(Into::into).collect();
    Workbook {
        known: ids(file.known),
        last: ids(file.last),
        left_out: ids(file.left_out),
        aside: file.aside.iter().map(|name| plain(name)).collect(),
        earlier: file.earlier.iter().map(|name| header_key(name)).collect(),
    }
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
