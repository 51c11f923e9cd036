//! One placemark to the cells of a row.

use super::super::columns::{Columns, FEATURE_BYTES, Feature};
use super::super::shape::{Point, Shape};
use super::super::{Cell, GeometryFault, ReadError, Why};
use super::markup;
use super::xml::{Tag, Xml};

/// How a placemark looks on a map, which says nothing of the facility.
const LOOKS: &[&str] = &[
    "Style",
    "StyleMap",
    "styleUrl",
    "visibility",
    "open",
    "LookAt",
    "Camera",
    "Region",
    "altitudeMode",
    "extrude",
    "tessellate",
    "drawOrder",
    "Model",
    "snippetTags",
    "link",
];

/// Tags that only hold others.
const HOLDERS: &[&str] = &[
    "ExtendedData",
    "SchemaData",
    "TimeStamp",
    "TimeSpan",
    "MultiGeometry",
    "Polygon",
    "outerBoundaryIs",
    "innerBoundaryIs",
    "LinearRing",
    "LineString",
    "Point",
    "MultiTrack",
    "Track",
    "Data",
];

/// A placemark being read.
struct Draft<'c> {
    feature: Feature,
    columns: &'c mut Columns,
    shape: Shape,
    /// The tags around what is read, outermost first.
    around: Vec<String>,
    /// The `Data` being read, and the label it gives itself.
    key: Option<String>,
    label: Option<String>,
}

/// Reads the placemark that has just been opened.
pub(super) fn placemark(
    xml: &mut Xml<'_>,
    columns: &mut Columns,
    number: u32,
    id: Option<String>,
) -> Result<Feature, ReadError> {
    let start = xml.position();
    let feature = Feature::new(number);
    let shape = Shape::default();
    let mut draft = Draft { feature, columns, shape, around: Vec::new(), key: None, label: None };
    loop {
        match xml.next()? {
            Tag::Open { tag, name, .. } => draft.open(xml, tag, name)?,
            Tag::Close(_) if draft.around.pop().is_none() => break,
            Tag::End => return Err(ReadError::Truncated),
            Tag::Close(_) | Tag::Text(_) => {}
        }
        if xml.position() - start > FEATURE_BYTES as u64 {
            draft.feature.why = Some(Why::TooLong);
            while draft.around.pop().is_some() {
                xml.skip()?;
            }
            xml.skip()?;
            break;
        }
    }
    let Draft { mut feature, columns, shape, .. } = draft;
    if let Some(id) = id {
        feature.put_if_blank(columns, "id", Cell::text(id));
    }
    feature.drawn = shape.drawn();
    Ok(feature)
}

impl Draft<'_> {
    fn open(&mut self, xml: &mut Xml<'_>, tag: String, name: Option<String>) -> Result<(), ReadError> {
        match tag.as_str() {
            tag if LOOKS.contains(&tag) => xml.skip(),
            "coordinates" | "coord" => {
                let text = xml.text()?;
                self.draw(&text);
                Ok(())
            }
            "displayName" => xml.text().map(|text| self.label = Some(text).filter(|text| !text.is_empty())),
            "value" => {
                let name = self.label.take().or_else(|| self.key.take()).unwrap_or(tag);
                xml.text().map(|text| self.put(&name, text))
            }
            "SimpleData" => {
                let name = name.unwrap_or(tag);
                xml.text().map(|text| self.put(&name, text))
            }
            "description" | "Snippet" => xml.text().map(|text| self.put(&tag, markup::words(&text))),
            holder if HOLDERS.contains(&holder) => {
                (self.key, self.label) = (name, None);
                self.around.push(tag);
                Ok(())
            }
            _ => xml.text().map(|text| self.put(&tag, text)),
        }
    }

    fn put(&mut self, name: &str, text: String) {
        self.feature.put(self.columns, name, Cell::text(text));
    }

    fn draw(&mut self, text: &str) {
        // A track parts the numbers by space, everything else by commas.
        let is_track = self.around.last().is_some_and(|tag| tag == "Track");
        let points: Vec<Option<Point>> = if is_track {
            vec![point(text, ' ')]
        } else {
            text.split_whitespace().map(|text| point(text, ',')).collect()
        };
        if points.iter().any(Option::is_none) {
            self.shape.fault = Some(GeometryFault::NotANumber);
        }
        let mut points: Vec<Point> = points.into_iter().flatten().collect();
        match self.around.last().map(String::as_str) {
            _ if points.is_empty() => {}
            Some("LineString") => self.shape.lines.push(points),
            Some("LinearRing") => self.shape.rings.push(points),
            _ => self.shape.points.append(&mut points),
        }
    }
}

/// The first two numbers; a third is a height.
fn point(text: &str, comma: char) -> Option<Point> {
    let mut numbers =
        text.split(comma).map(|number| number.trim().parse().ok().filter(|number: &f64| number.is_finite()));
    Some((numbers.next()??, numbers.next()??))
}
