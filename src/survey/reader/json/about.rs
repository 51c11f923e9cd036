//! What a document says about its list as a whole: reference system, labels, which columns are days.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::Offset;

use super::super::{Cell, Row};
use super::token::{Result, Tokens};
use super::value::unfold;

/// The reference system of every `GeoJSON` that says nothing.
pub(super) const RFC_7946: &str = "OGC:CRS84";

/// Above this the codes are Esri's own.
const LAST_EPSG: u32 = 32_767;

/// Bytes that are kept of what is said about a list.
const BYTES: usize = 1 << 20;

/// What is said about a list.
#[derive(Debug, Default)]
pub(super) struct About {
    /// The value of each path.
    said: HashMap<String, Cell>,
}

impl About {
    /// Keeps a member of the outermost object that says something about the list.
    pub(super) fn member(&mut self, tokens: &mut Tokens<'_>, key: &str) -> Result<()> {
        if !matches!(key, "crs" | "spatialReference" | "fields" | "fieldAliases") {
            return tokens.skip();
        }
        tokens.allow(BYTES);
        unfold(tokens, &mut key.to_owned(), &mut |path, cell| drop(self.said.insert(path.to_owned(), cell)))
    }

    /// The declared reference system, as `EPSG:n` where it is one of theirs.
    pub(super) fn crs(&self) -> Option<String> {
        let named = self.text("crs.properties.name").map(name);
        let code =
            ["latestWkid", "wkid"].iter().find_map(|key| self.code(&format!("spatialReference.{key}")));
        named.or(code).or_else(|| self.text("spatialReference.wkt").map(str::to_owned))
    }

    /// The columns as people know them: Esri gives each field a label.
    pub(super) fn labels(&self, names: &[String]) -> Vec<String> {
        let aliases = self.fields("alias");
        let mut labels: Vec<String> = Vec::with_capacity(names.len());
        for name in names {
            let listed = aliases.get(name.as_str()).copied();
            let alias = listed.or_else(|| self.text(&format!("fieldAliases.{name}")));
            let free = alias.filter(|alias| !names.iter().chain(&labels).any(|known| known == alias));
            labels.push(free.unwrap_or(name).to_owned());
        }
        labels
    }

    /// The columns that hold milliseconds since 1970.
    pub(super) fn dates(&self, names: &[String]) -> Vec<usize> {
        let kinds = self.fields("type");
        let is_date =
            |name: &String| kinds.get(name.as_str()).is_some_and(|kind| *kind == "esriFieldTypeDate");
        names.iter().enumerate().filter(|(_, name)| is_date(name)).map(|(at, _)| at).collect()
    }

    /// One thing that is said of each field, by its name.
    fn fields(&self, what: &str) -> HashMap<&str, &str> {
        let mut fields = HashMap::new();
        for number in 0.. {
            let Some(name) = self.text(&format!("fields.{number}.name")) else { break };
            if let Some(said) = self.text(&format!("fields.{number}.{what}")) {
                fields.insert(name, said);
            }
        }
        fields
    }

    fn text(&self, path: &str) -> Option<&str> {
        match self.said.get(path) {
            Some(Cell::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn code(&self, path: &str) -> Option<String> {
        let Some(Cell::Number(number)) = self.said.get(path) else { return None };
        let code: u32 = number.to_string().parse().ok()?;
        let keeper = if code > LAST_EPSG { "ESRI" } else { "EPSG" };
        Some(format!("{keeper}:{code}"))
    }
}

/// `urn:ogc:def:crs:EPSG::3857` is `EPSG:3857`; other names stay.
fn name(urn: &str) -> String {
    let parts: Vec<&str> = urn.split(':').collect();
    match parts.as_slice() {
        ["urn", _, "def", "crs", keeper, _, code] => format!("{keeper}:{code}"),
        _ => urn.to_owned(),
    }
}

/// Milliseconds to the day they fall on in UTC.
pub(super) fn read_dates(row: &mut Row, columns: &[usize]) {
    for at in columns {
        let Some(cell) = row.cells.get_mut(*at) else { continue };
        if let Some(day) = day(cell) {
            *cell = day;
        }
    }
}

fn day(cell: &Cell) -> Option<Cell> {
    let Cell::Number(milliseconds) = cell else { return None };
    let whole: i64 = milliseconds.to_string().parse().ok()?;
    let moment = Timestamp::from_millisecond(whole).ok()?;
    Some(Cell::Date(Offset::UTC.to_datetime(moment).date()))
}
