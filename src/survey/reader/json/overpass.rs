//! Elements of `OpenStreetMap` as the Overpass API answers in JSON.

use std::ops::ControlFlow;

use super::super::columns::FEATURE_BYTES;
use super::super::osm::{Element, Elements, Kind, Look, Take, middle};
use super::super::text::Text;
use super::super::{Cell, ReadError};
use super::token::{Result, Tokens};
use super::value::scalar;

/// An answer of the Overpass API.
pub(in crate::survey::reader) struct Overpass<'a> {
    text: Text<'a>,
}

impl<'a> Overpass<'a> {
    pub(in crate::survey::reader) fn new(text: Text<'a>) -> Self {
        Self { text }
    }
}

impl Elements for Overpass<'_> {
    fn walk(&mut self, look: Look<'_>, take: &mut Take<'_>) -> std::result::Result<(), ReadError> {
        let mut tokens = Tokens::new(self.text.letters()?);
        walk(&mut tokens, look, take).map_err(ReadError::from)
    }
}

fn walk(tokens: &mut Tokens<'_>, look: Look<'_>, take: &mut Take<'_>) -> Result<()> {
    tokens.another()?;
    tokens.enter(b'{')?;
    while let Some(key) = tokens.key()? {
        if key != "elements" || tokens.peek()? != b'[' {
            tokens.skip()?;
            continue;
        }
        tokens.enter(b'[')?;
        while tokens.element()? {
            tokens.allow(FEATURE_BYTES);
            let element = element(tokens)?;
            if look.wants(&element) && take(&element) == ControlFlow::Break(()) {
                return Ok(());
            }
        }
    }
    tokens.end()
}

fn element(tokens: &mut Tokens<'_>) -> Result<Element> {
    let (mut element, mut corners) = (Element::default(), Vec::new());
    let mut degrees = [None; 2];
    members(tokens, &mut |tokens, key| match key {
        "type" => {
            element.kind = Kind::named(&text(tokens)?).unwrap_or_default();
            Ok(())
        }
        "id" => number(tokens).map(|id| element.id = id.unwrap_or_default()),
        "lon" => real(tokens).map(|number| degrees[0] = number),
        "lat" => real(tokens).map(|number| degrees[1] = number),
        "timestamp" => text(tokens).map(|time| element.edited(&time)),
        "tags" => members(tokens, &mut |tokens, key| {
            let value = text(tokens)?;
            element.tags.push((key.to_owned(), value));
            Ok(())
        }),
        "center" | "bounds" => corners_of(tokens, &mut corners),
        "geometry" => list(tokens, &mut |tokens| corners_of(tokens, &mut corners)),
        "nodes" => list(tokens, &mut |tokens| {
            number(tokens).map(|id| id.map_or((), |id| element.member(Kind::Node, id)))
        }),
        "members" => list(tokens, &mut |tokens| member(tokens, &mut element)),
        _ => tokens.skip(),
    })?;
    let at = degrees[0].zip(degrees[1]);
    element.at = at.or_else(|| middle(corners.into_iter()));
    Ok(element)
}

/// A member of a relation.
fn member(tokens: &mut Tokens<'_>, element: &mut Element) -> Result<()> {
    let (mut kind, mut id) = (None, None);
    members(tokens, &mut |tokens, key| match key {
        "type" => text(tokens).map(|name| kind = Kind::named(&name)),
        "ref" => number(tokens).map(|number| id = number),
        _ => tokens.skip(),
    })?;
    if let Some((kind, id)) = kind.zip(id) {
        element.member(kind, id);
    }
    Ok(())
}

/// A place, or the corners of a box.
fn corners_of(tokens: &mut Tokens<'_>, corners: &mut Vec<(f64, f64)>) -> Result<()> {
    let mut degrees = [None; 6];
    members(tokens, &mut |tokens, key| {
        let at = ["lon", "lat", "minlon", "minlat", "maxlon", "maxlat"].iter().position(|name| *name == key);
        match at.and_then(|at| degrees.get_mut(at)) {
            Some(slot) => real(tokens).map(|number| *slot = number),
            None => tokens.skip(),
        }
    })?;
    corners.extend(degrees.chunks(2).filter_map(|pair| pair.first()?.zip(*pair.get(1)?)));
    Ok(())
}

/// Hands up each member of an object; anything else is passed over.
fn members(tokens: &mut Tokens<'_>, each: &mut dyn FnMut(&mut Tokens<'_>, &str) -> Result<()>) -> Result<()> {
    if tokens.peek()? != b'{' {
        return tokens.skip();
    }
    tokens.enter(b'{')?;
    while let Some(key) = tokens.key()? {
        each(tokens, &key)?;
    }
    Ok(())
}

/// The same of an array.
fn list(tokens: &mut Tokens<'_>, each: &mut dyn FnMut(&mut Tokens<'_>) -> Result<()>) -> Result<()> {
    if tokens.peek()? != b'[' {
        return tokens.skip();
    }
    tokens.enter(b'[')?;
    while tokens.element()? {
        each(tokens)?;
    }
    Ok(())
}

/// A plain value; anything else is passed over.
fn plain(tokens: &mut Tokens<'_>) -> Result<Cell> {
    match tokens.peek()? {
        b'{' | b'[' => tokens.skip().map(|()| Cell::Empty),
        _ => scalar(tokens),
    }
}

fn text(tokens: &mut Tokens<'_>) -> Result<String> {
    Ok(match plain(tokens)? {
        Cell::Text(text) => text,
        Cell::Number(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        _ => String::new(),
    })
}

fn real(tokens: &mut Tokens<'_>) -> Result<Option<f64>> {
    Ok(if let Cell::Number(number) = plain(tokens)? { Some(number) } else { None })
}

#[expect(clippy::cast_possible_truncation, reason = "whole numbers, far below 2^53")]
fn number(tokens: &mut Tokens<'_>) -> Result<Option<i64>> {
    Ok(real(tokens)?.filter(|number| number.fract() == 0.0).map(|number| number as i64))
}
