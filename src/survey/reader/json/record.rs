//! One feature or object to the cells of a row.

use super::super::columns::{Columns, FEATURE_BYTES, Feature};
use super::super::{Cell, Why};
use super::geometry::geometry;
use super::token::{Result, Tokens};
use super::value::unfold;

/// What a record is, by its members.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// An object as it is.
    #[default]
    Plain,
    /// With `properties`, as `GeoJSON` and `A11yJSON` have them.
    GeoJson,
    /// With `attributes`, as Esri has them.
    Esri,
}

/// Reads one record.
///
/// The members of `properties` or `attributes` come first, those beside them
/// after, where they say something new: so a feature's `id` becomes the column
/// `id` unless a property is called so.
pub(super) fn record(tokens: &mut Tokens<'_>, columns: &mut Columns, number: u32) -> Result<(Feature, Kind)> {
    let mut feature = Feature::new(number);
    let mut kind = Kind::Plain;
    let mut beside: Vec<(String, Cell)> = Vec::new();
    tokens.allow(FEATURE_BYTES);
    tokens.enter(b'{')?;
    while let Some(mut key) = tokens.key()? {
        match (key.as_str(), tokens.peek()?) {
            ("geometry", b'{') => feature.drawn = geometry(tokens)?.drawn(),
            ("properties" | "attributes", b'{') => {
                kind = if key == "properties" { Kind::GeoJson } else { Kind::Esri };
                let mut put = |name: &str, cell| feature.put(columns, name, cell);
                unfold(tokens, &mut String::new(), &mut put)?;
            }
            _ => unfold(tokens, &mut key, &mut |name, cell| beside.push((name.to_owned(), cell)))?,
        }
    }
    if tokens.is_full() {
        feature.why = Some(Why::TooLong);
    }
    let is_feature =
        |(name, cell): &(String, Cell)| name == "type" && *cell == Cell::text("Feature".to_owned());
    if kind == Kind::Plain && beside.iter().any(is_feature) {
        kind = Kind::GeoJson;
    }
    put_beside(&mut feature, columns, kind, beside);
    Ok((feature, kind))
}

/// Adds what stands beside the properties, less what is the same in every feature.
fn put_beside(feature: &mut Feature, columns: &mut Columns, kind: Kind, beside: Vec<(String, Cell)>) {
    for (name, cell) in beside {
        match (kind, name.as_str()) {
            (Kind::Plain, _) => feature.put(columns, &name, cell),
            (_, "type" | "bbox" | "geometry" | "properties" | "attributes") => {}
            _ if cell == Cell::Empty => {}
            _ => feature.put_if_blank(columns, &name, cell),
        }
    }
}
