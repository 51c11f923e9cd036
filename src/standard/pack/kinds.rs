//! What a requirement speaks of: facility types, a group of them, or areas.

use toml::Spanned;
use toml::de::DeValue;

use super::standard::{Level, level};
use super::{Fields, Text};

/// The subject of a requirement, as it is written.
#[derive(Debug, Clone)]
pub(crate) enum SubjectText {
    /// Facilities.
    Kinds(KindsText),
    /// Areas: `{ jurisdiction = "county", of = "children" }`.
    Areas(AreasText),
}

/// Facility types, as they are written.
#[derive(Debug, Clone)]
pub(crate) enum KindsText {
    /// Types by id, or `any`.
    Named(Vec<Text>),
    /// Every type of a family of the catalogue: `{ group = "transit" }`.
    Group(Text),
}

/// Areas of a level: the standard's own, or those below it.
#[derive(Debug, Clone)]
pub(crate) struct AreasText {
    pub(crate) word: Text,
    pub(crate) level: Level,
    pub(crate) children: bool,
}

pub(super) fn subject(fields: &mut Fields<'_>) -> SubjectText {
    let areas = fields.value("subject").filter(|value| {
        let table = value.get_ref().as_table();
        table.is_some_and(|table| table.iter().any(|(key, _)| key.get_ref() == "jurisdiction"))
    });
    match areas.and_then(|value| fields.within(value, self::areas)) {
        Some(areas) => SubjectText::Areas(areas),
        None => SubjectText::Kinds(must(fields, "subject")),
    }
}

fn areas(fields: &mut Fields<'_>) -> AreasText {
    let children = fields.text("of").is_some_and(|of| {
        let known = ["self", "children"];
        if !known.contains(&of.value.as_str()) {
            fields.unknown("mistake-unknown-word", &of, &known);
        }
        of.value == "children"
    });
    AreasText { word: fields.must("jurisdiction"), level: level(fields, "jurisdiction"), children }
}

/// Types that have to be named.
pub(super) fn must(fields: &mut Fields<'_>, name: &'static str) -> KindsText {
    match fields.value(name) {
        Some(value) => of(fields, value),
        None => KindsText::Named(vec![fields.must(name)]),
    }
}

/// One type, a list of types, `any`, or a group.
pub(super) fn of<'a>(fields: &mut Fields<'a>, value: &'a Spanned<DeValue<'a>>) -> KindsText {
    if value.get_ref().is_table() {
        let group = fields.within(value, |fields| fields.must("group"));
        return KindsText::Group(group.unwrap_or_default());
    }
    match value.get_ref().as_array() {
        Some(list) => KindsText::Named(list.iter().filter_map(|one| fields.as_text(one)).collect()),
        None => KindsText::Named(fields.as_text(value).into_iter().collect()),
    }
}
