//! The format in XML.

use std::ops::ControlFlow;

use super::super::ReadError;
use super::super::kml::{Tag, Xml};
use super::super::text::Text;
use super::element::{Element, Elements, Kind, Look, Take};
use super::middle;

pub(super) struct Map<'a> {
    text: Text<'a>,
}

impl<'a> Map<'a> {
    pub(super) fn new(text: Text<'a>) -> Self {
        Self { text }
    }
}

impl Elements for Map<'_> {
    fn walk(&mut self, look: Look<'_>, take: &mut Take<'_>) -> Result<(), ReadError> {
        let mut xml = Xml::with_attributes(self.text.letters()?)?;
        loop {
            let kind = match xml.next()? {
                Tag::End => return Ok(()),
                Tag::Open { tag, .. } => Kind::named(&tag),
                _ => None,
            };
            let Some(kind) = kind else { continue };
            let visible = xml.attribute("visible") != Some("false");
            let element = element(&mut xml, kind)?;
            if visible && look.wants(&element) && take(&element) == ControlFlow::Break(()) {
                return Ok(());
            }
        }
    }
}

/// The element just opened, to its end.
fn element(xml: &mut Xml<'_>, kind: Kind) -> Result<Element, ReadError> {
    let id = number(xml, "id").unwrap_or_default();
    let mut element = Element { kind, id, at: place(xml), ..Element::default() };
    if let Some(time) = xml.attribute("timestamp") {
        element.edited(time);
    }
    let mut corners = Vec::new();
    loop {
        match xml.next()? {
            Tag::Open { tag, .. } => within(xml, &tag, &mut element, &mut corners),
            Tag::Close(tag) if tag == kind.name() => break,
            Tag::End => return Err(ReadError::Truncated),
            _ => {}
        }
    }
    element.at = element.at.or_else(|| middle(corners.into_iter()));
    Ok(element)
}

/// What stands in an element.
fn within(xml: &Xml<'_>, tag: &str, element: &mut Element, corners: &mut Vec<(f64, f64)>) {
    match tag {
        "tag" => {
            let said = |key| xml.attribute(key).unwrap_or_default().to_owned();
            element.tags.push((said("k"), said("v")));
        }
        "center" => element.at = place(xml),
        "bounds" => corners
            .extend([corner(xml, "minlon", "minlat"), corner(xml, "maxlon", "maxlat")].iter().flatten()),
        "nd" => {
            corners.extend(place(xml));
            if let Some(id) = number(xml, "ref") {
                element.member(Kind::Node, id);
            }
        }
        "member" => {
            let kind = xml.attribute("type").and_then(Kind::named);
            if let Some((kind, id)) = kind.zip(number(xml, "ref")) {
                element.member(kind, id);
            }
        }
        _ => {}
    }
}

fn place(xml: &Xml<'_>) -> Option<(f64, f64)> {
    corner(xml, "lon", "lat")
}

fn corner(xml: &Xml<'_>, longitude: &str, latitude: &str) -> Option<(f64, f64)> {
    let degrees = |key| xml.attribute(key)?.parse::<f64>().ok().filter(|degrees| degrees.is_finite());
    degrees(longitude).zip(degrees(latitude))
}

fn number(xml: &Xml<'_>, key: &str) -> Option<i64> {
    xml.attribute(key)?.parse().ok()
}
