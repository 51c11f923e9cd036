//! What somebody looks for in maps whose things carry tags and no types.

use std::collections::HashSet;

use super::Cell;

/// Which tags make a thing a facility, and which say something about one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tags {
    kinds: Vec<Kind>,
    columns: Vec<Column>,
    /// The keys of the tags that make facilities.
    telling: HashSet<String>,
}

/// A kind of facility.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kind {
    name: String,
    /// Tags, any of which makes a thing one.
    marks: Vec<(String, String)>,
    /// Keys of what is said about one.
    keys: Vec<String>,
}

/// A tag that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Column {
    /// The key, or `key=value`.
    header: String,
    key: String,
    /// Where only this value is a yes.
    value: Option<String>,
}

/// What every record has, as columns beside those of the tags: its id, what it is, the day it was
/// seen, its name, and what it is a part of.
pub const OF_RECORDS: [&str; 5] = ["@id", "@type", "@seen", "@name", "@parent"];

/// Stands for any value.
const ANY: &str = "*";

/// Keys that say how a thing is built or what the land is zoned for, behind those that say what it is.
const GENERAL: [&str; 2] = ["building", "landuse"];

impl Tags {
    /// Adds a kind of facility, by the tags (`key=value`, or `key` alone) that make a thing one, and the tags (`key`,
    /// or `key=value` where that is a yes) that say something about it.
    pub fn add<'t>(&mut self, name: &str, marks: &[String], said: impl Iterator<Item = &'t str>) {
        let halves = |mark: &String| {
            let (key, value) = mark.split_once('=').unwrap_or((mark, ANY));
            (key.to_owned(), value.to_owned())
        };
        let marks: Vec<_> = marks.iter().map(halves).collect();
        self.telling.extend(marks.iter().map(|(key, _)| key.clone()));
        let columns: Vec<Column> = said.map(Column::new).collect();
        let keys = columns.iter().map(|column| column.key.clone()).collect();
        self.kinds.push(Kind { name: name.to_owned(), marks, keys });
        for column in columns {
            if !self.columns.contains(&column) {
                self.columns.push(column);
            }
        }
    }

    /// The names of the columns.
    pub(super) fn headers(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.header.as_str())
    }

    /// The number of the column of that name.
    pub(super) fn column(&self, header: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.header == header)
    }

    /// The kind of facility a thing with these tags is.
    ///
    /// Of several it is the first whose mark is not a mere property of another.
    pub(super) fn kind<T: AsRef<str>>(&self, tags: &[(T, T)]) -> Option<&str> {
        if !tags.iter().any(|(key, _)| self.telling.contains(key.as_ref())) {
            return None;
        }
        let marks = self.kinds.iter().flat_map(|kind| kind.marks.iter().map(move |mark| (kind, mark)));
        let found: Vec<_> = marks.filter(|(_, mark)| tags.iter().any(|tag| is_of(tag, mark))).collect();
        let own = |(kind, (key, _)): &&(&Kind, &(String, String))| {
            !found.iter().any(|(other, _)| other.name != kind.name && other.keys.contains(key))
        };
        let special = found.iter().filter(own).find(|(_, (key, _))| !GENERAL.contains(&key.as_str()));
        special.or_else(|| found.iter().find(own)).or(found.first()).map(|(kind, _)| kind.name.as_str())
    }

    /// What the tags say, each with the number of its column.
    pub(super) fn cells<T: AsRef<str>>(&self, tags: &[(T, T)]) -> Vec<(usize, Cell)> {
        let value = |column: &Column| {
            let (_, value) = tags.iter().find(|(key, _)| key.as_ref() == column.key)?;
            let yes =
                column.value.as_ref().is_some_and(|wanted| values(value.as_ref()).any(|one| one == wanted));
            Some(if yes { Cell::Flag(true) } else { Cell::text(value.as_ref().to_owned()) })
        };
        let columns = self.columns.iter().enumerate();
        columns.filter_map(|(at, column)| Some((at, value(column)?))).collect()
    }
}

impl Column {
    fn new(header: &str) -> Self {
        let (key, value) = header.split_once('=').map_or((header, None), |(key, value)| (key, Some(value)));
        Self { header: header.to_owned(), key: key.to_owned(), value: value.map(str::to_owned) }
    }
}

fn is_of<T: AsRef<str>>((key, value): &(T, T), mark: &(String, String)) -> bool {
    key.as_ref() == mark.0 && (mark.1 == ANY || values(value.as_ref()).any(|value| value == mark.1))
}

/// The values of a tag, which may be several.
fn values(value: &str) -> impl Iterator<Item = &str> {
    value.split(';').map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags() -> Tags {
        let mut tags = Tags::default();
        let marks = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        tags.add("kerb_ramp", &marks(&["kerb=lowered"]), ["barrier=bollard"].into_iter());
        tags.add("crossing", &marks(&["highway=crossing"]), ["kerb", "tactile_paving"].into_iter());
        tags.add("public_building", &marks(&["building=public"]), ["wheelchair"].into_iter());
        tags.add("school", &marks(&["amenity=school"]), ["wheelchair"].into_iter());
        tags
    }

    #[test]
    fn a_thing_is_what_its_tags_say_it_is_first() {
        let kind = |of: &[(&str, &str)]| tags().kind(of).map(str::to_owned);
        assert_eq!(kind(&[("kerb", "lowered")]).as_deref(), Some("kerb_ramp"));
        assert_eq!(kind(&[("kerb", "lowered"), ("highway", "crossing")]).as_deref(), Some("crossing"));
        assert_eq!(kind(&[("building", "public"), ("amenity", "school")]).as_deref(), Some("school"));
        assert_eq!(kind(&[("amenity", "cafe; school")]).as_deref(), Some("school"));
        assert_eq!(kind(&[("kerb", "raised"), ("wheelchair", "yes")]), None);
    }

    #[test]
    fn a_tag_with_a_value_is_a_yes_by_that_value_only() {
        let cells = |value: &str| tags().cells(&[("barrier", value), ("colour", "red")]);
        assert_eq!(cells("bollard"), [(0, Cell::Flag(true))]);
        assert_eq!(cells("gate"), [(0, Cell::Text("gate".to_owned()))]);
    }
}
