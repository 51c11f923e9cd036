//! Boundaries of areas, from a `GeoJSON` file of polygons.
//!
//! A boundary decides which duties bind a place, so a file with a mistake is
//! refused like a standard with one: all mistakes at once, each with its area.

use std::collections::BTreeSet;
use std::path::Path;

use geo::{Area as _, Coord, LineString, MapCoords as _, MultiPolygon, Polygon, Validation as _};
use geojson::{Feature, FeatureCollection, GeoJson, GeometryValue, JsonValue, Position};

use super::{Failure, files};
use crate::geometry::{Crs, LonLat, Transform};
use crate::locale::Message;
use crate::model::{Adcode, Boundary};

/// Reads the boundaries of a file; their coordinates become degrees of WGS 84.
pub fn boundaries(path: &Path) -> Result<Vec<Boundary>, Failure> {
    let text = files::read_text(path)?;
    parse(&text, &path.to_string_lossy()).map_err(Failure::Inputs)
}

fn parse(text: &str, file: &str) -> Result<Vec<Boundary>, Vec<Message>> {
    let failure =
        |cause: String| vec![Message::new("failure-boundaries").with("file", file).with("cause", cause)];
    let features = match text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(features)) => features,
        Ok(GeoJson::Feature(feature)) => {
            FeatureCollection { bbox: None, features: vec![feature], foreign_members: None }
        }
        Ok(GeoJson::Geometry(_)) => return Err(vec![Message::new("failure-no-boundary").with("file", file)]),
        Err(error) => return Err(failure(error.to_string())),
    };
    let crs = declared(&features).map_or(Ok(Crs::WGS84), Crs::parse);
    let crs = crs.map_err(|_| failure(declared(&features).unwrap_or_default().to_owned()))?;
    if features.features.is_empty() {
        return Err(vec![Message::new("failure-no-boundary").with("file", file)]);
    }
    Check { transform: crs.transform(), seen: BTreeSet::new(), mistakes: Vec::new() }.all(&features.features)
}

/// The reference system of the member that the format once had.
fn declared(features: &FeatureCollection) -> Option<&str> {
    features.foreign_members.as_ref()?.get("crs")?.get("properties")?.get("name")?.as_str()
}

struct Check {
    transform: Transform,
    seen: BTreeSet<Adcode>,
    mistakes: Vec<Message>,
}

/// What is wrong with a boundary: the end of the wording, and a detail.
type Wrong = (&'static str, String);

impl Check {
    fn all(mut self, features: &[Feature]) -> Result<Vec<Boundary>, Vec<Message>> {
        let mut found = Vec::new();
        for (number, feature) in features.iter().enumerate() {
            match self.one(feature) {
                Ok(boundary) => found.push(boundary),
                Err((why, detail)) => {
                    let area = Message::new("failure-boundary").with("area", named(feature, number));
                    self.mistakes.push(area.with("why", why).with("detail", detail));
                }
            }
        }
        if self.mistakes.is_empty() { Ok(found) } else { Err(self.mistakes) }
    }

    fn one(&mut self, feature: &Feature) -> Result<Boundary, Wrong> {
        let wrong = |why: &'static str| (why, String::new());
        let adcode =
            text(feature, "adcode").and_then(|code| Adcode::parse(&code)).ok_or_else(|| wrong("adcode"))?;
        let parent = text(feature, "parent").map(|code| Adcode::parse(&code).ok_or_else(|| wrong("parent")));
        let parent = parent.transpose()?;
        if !self.seen.insert(adcode.clone()) {
            return Err(wrong("twice"));
        }
        let outline = self.outline(feature)?;
        let name = text(feature, "name").unwrap_or_else(|| adcode.to_string());
        let level = text(feature, "level").map(Into::into);
        Ok(Boundary { adcode, name: name.into(), level, parent, outline })
    }

    fn outline(&self, feature: &Feature) -> Result<MultiPolygon<f64>, Wrong> {
        let shape = || ("shape", String::new());
        let value = &feature.geometry.as_ref().ok_or_else(shape)?.value;
        if !is_drawn(value) {
            return Err(shape());
        }
        let outline = match geo::Geometry::try_from(value.clone()) {
            Ok(geo::Geometry::Polygon(one)) => MultiPolygon::new(vec![one]),
            Ok(geo::Geometry::MultiPolygon(several)) => several,
            _ => return Err(shape()),
        };
        let outline =
            outline.try_map_coords(|place| self.degrees(place).ok_or(("degrees", String::new())))?;
        let outline = without_repeats(&outline);
        outline.check_validation().map_err(|error| ("crossing", error.to_string()))?;
        if outline.unsigned_area() > 0.0 { Ok(outline) } else { Err(shape()) }
    }

    fn degrees(&self, place: Coord<f64>) -> Option<Coord<f64>> {
        let LonLat { longitude, latitude } =
            self.transform.to_wgs84(self.transform.coordinates(place.x, place.y))?;
        Some(Coord { x: longitude, y: latitude })
    }
}

/// Whether it is areas whose every corner has two figures, without which they cannot be converted.
fn is_drawn(value: &GeometryValue) -> bool {
    let is_place = |place: &Position| place.len() > 1;
    match value {
        GeometryValue::Polygon { coordinates } => coordinates.iter().flatten().all(is_place),
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().flatten().flatten().all(is_place),
        _ => false,
    }
}

/// Without points that repeat the one before, which are harmless and common.
fn without_repeats(outline: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let ring = |ring: &LineString<f64>| {
        let mut points = ring.0.clone();
        points.dedup();
        LineString::new(points)
    };
    let polygon =
        |one: &Polygon<f64>| Polygon::new(ring(one.exterior()), one.interiors().iter().map(ring).collect());
    MultiPolygon::new(outline.iter().map(polygon).collect())
}

/// A property as text; codes are written as numbers too.
fn text(feature: &Feature, name: &str) -> Option<String> {
    match feature.property(name)? {
        JsonValue::String(text) if !text.trim().is_empty() => Some(text.clone()),
        JsonValue::Number(number) => Some(number.to_string()),
        // `parent: { adcode: 150800 }`, as the most used collection has it.
        JsonValue::Object(inner) => {
            inner.get("adcode").map(|code| code.as_str().map_or_else(|| code.to_string(), str::to_owned))
        }
        _ => None,
    }
}

/// How a mistake names its area: by name and code, else by its number in the file.
fn named(feature: &Feature, number: usize) -> String {
    let words: Vec<String> = ["name", "adcode"].iter().filter_map(|name| text(feature, name)).collect();
    if words.is_empty() { format!("#{}", number + 1) } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Locale};

    fn feature(properties: &str, rings: &str) -> String {
        format!(
            r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":{rings}}}}}"#
        )
    }

    fn collection(features: &[String]) -> String {
        format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
    }

    fn mistakes(text: &str) -> Vec<String> {
        let locale = Locale::new(Language::En);
        let found = parse(text, "b.geojson").expect_err("a mistake");
        found.iter().map(|message| locale.say(message)).collect()
    }

    const SQUARE: &str = "[[[1,1],[2,1],[2,2],[2,2],[1,2],[1,1]]]";

    #[test]
    fn boundaries_are_read_with_code_name_level_and_parent() {
        let one = r#"{"adcode":"999901","name":"甲区","level":"county","parent":"999900"}"#;
        let other = r#"{"adcode":999902,"name":"乙区","parent":{"adcode":999900}}"#;
        let found =
            parse(&collection(&[feature(one, SQUARE), feature(other, SQUARE)]), "b").expect("boundaries");
        assert_eq!(found[0].adcode.as_str(), "999901");
        assert_eq!((&*found[0].name, found[0].level.as_deref()), ("甲区", Some("county")));
        let parents: Vec<_> =
            found.iter().filter_map(|one| one.parent.as_ref()).map(Adcode::as_str).collect();
        assert_eq!(parents, ["999900", "999900"]);
    }

    #[test]
    fn a_declared_reference_system_is_converted() {
        let square = collection(&[feature(
            r#"{"adcode":"110101"}"#,
            "[[[116,39],[117,39],[117,40],[116,40],[116,39]]]",
        )]);
        let shifted = square.replacen('{', r#"{"crs":{"type":"name","properties":{"name":"GCJ-02"}},"#, 1);
        let found = parse(&shifted, "b").expect("boundaries");
        let corner = found[0].outline.0[0].exterior().0[0];
        assert!(corner.x < 116.0 && corner.x > 115.99, "{corner:?}");
        let unknown = shifted.replace("GCJ-02", "Mars");
        assert_eq!(mistakes(&unknown), ["the boundaries in b.geojson have mistakes: Mars"]);
    }

    #[test]
    fn all_mistakes_are_named_with_their_area() {
        let bow = "[[[1,1],[2,2],[2,1],[1,2],[1,1]]]";
        let metres = "[[[400000,1],[400001,1],[400001,2],[400000,1]]]";
        let text = collection(&[
            feature(r#"{"adcode":"999901","name":"甲区"}"#, bow),
            feature(r#"{"name":"乙区"}"#, SQUARE),
            feature(r#"{"adcode":"999903","parent":"x"}"#, SQUARE),
            feature(r#"{"adcode":"999904"}"#, metres),
            feature(r#"{"adcode":"999901"}"#, SQUARE),
            r#"{"type":"Feature","properties":null,"geometry":null}"#.to_owned(),
            feature(r#"{"adcode":"999907"}"#, "[[[1,1],[2,1],[],[1,2],[1,1]]]"),
            feature(r#"{"adcode":"999908"}"#, "[[[1,1],[2,1],[2],[1,2],[1,1]]]"),
        ]);
        let said = mistakes(&text);
        assert_eq!(said.len(), 8, "{said:#?}");
        for (said, expected) in said.iter().zip([
            "甲区 999901: the outline crosses itself",
            "乙区: the property `adcode` is not six digits",
            "999903: the property `parent` is not six digits",
            "999904: the coordinates are not degrees",
            "999901: two outlines have this code",
            "#6: the property `adcode` is not six digits",
            "999907: it is not a polygon",
            "999908: it is not a polygon",
        ]) {
            assert!(said.starts_with(expected), "{said}");
        }
        for text in [
            "",
            "{",
            "[]",
            r#"{"type":"FeatureCollection","features":[]}"#,
            r#"{"type":"Point","coordinates":[1,2]}"#,
        ] {
            assert_eq!(mistakes(text).len(), 1, "{text}");
        }
    }
}
