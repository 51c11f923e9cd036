//! Geometry literals.

use winnow::combinator::{delimited, opt};
use winnow::prelude::*;

use super::state::{Input, Parsed, complain, look, maybe, spanned, take};
use super::{close, list, open, scalar};
use crate::locale::Message;
use crate::quantity::Rational;
use crate::standard::cql::token::Kind;
use crate::standard::cql::{Arithmetic, Expected, Geometry, Position};

/// What a word of well-known text has behind it.
type Body = fn(&mut Input<'_>) -> Parsed<Geometry>;

/// The geometry that `word` starts, if it is a geometry's word and one is behind it.
pub(super) fn after(input: &mut Input<'_>, word: &str) -> Parsed<Option<Geometry>> {
    let Some(body) = any(word) else { return Ok(None) };
    let marked = look(input, 0).is_some_and(is_height_mark);
    if look(input, usize::from(marked)) != Some(&Kind::Open) {
        return Ok(None);
    }
    body_of(input, body).map(Some)
}

fn any(word: &str) -> Option<Body> {
    match word.to_ascii_lowercase().as_str() {
        "bbox" => Some(bbox),
        "geometrycollection" => Some(collection),
        word => single(word),
    }
}

/// The geometries that a collection can have in it.
fn single(word: &str) -> Option<Body> {
    Some(match word.to_ascii_lowercase().as_str() {
        "point" => |input| {
            let point = |position| Geometry::Point(Box::new(position));
            delimited(open, position, close).map(point).parse_next(input)
        },
        "linestring" => |input| line(input).map(Geometry::LineString),
        "polygon" => |input| polygon(input).map(Geometry::Polygon),
        "multipoint" => |input| list(input, 1, point).map(Geometry::MultiPoint),
        "multilinestring" => |input| list(input, 1, line).map(Geometry::MultiLineString),
        "multipolygon" => |input| list(input, 1, polygon).map(Geometry::MultiPolygon),
        _ => return None,
    })
}

fn is_height_mark(kind: &Kind) -> bool {
    matches!(kind, Kind::Word(word) if word.eq_ignore_ascii_case("z"))
}

/// `[Z] (…)`, where all positions have a height or none has, and all have one after `Z`.
fn body_of(input: &mut Input<'_>, body: Body) -> Parsed<Geometry> {
    let mark = |kind: &Kind| is_height_mark(kind).then_some(());
    let marked = maybe(input, Expected::Literally("("), mark).is_some();
    let (geometry, span) = spanned(input, body)?;
    let positions = geometry.positions();
    let high = positions.iter().filter(|position| position.z.is_some()).count();
    if high < positions.len() && (marked || high > 0) {
        complain(input, span, Message::new("cql-heights-missing"));
    }
    Ok(geometry)
}

fn collection(input: &mut Input<'_>) -> Parsed<Geometry> {
    list(input, 1, member).map(Geometry::Collection)
}

fn member(input: &mut Input<'_>) -> Parsed<Geometry> {
    let (body, _) = take(input, Expected::Geometry, |kind| match kind {
        Kind::Word(word) => single(word),
        _ => None,
    })?;
    body_of(input, body)
}

fn polygon(input: &mut Input<'_>) -> Parsed<Vec<Vec<Position>>> {
    list(input, 1, |input| listed(input, 4, position))
}

fn line(input: &mut Input<'_>) -> Parsed<Vec<Position>> {
    listed(input, 2, position)
}

/// A list that would be none with fewer than so many.
fn listed<'t>(
    input: &mut Input<'t>,
    least: usize,
    item: fn(&mut Input<'t>) -> Parsed<Position>,
) -> Parsed<Vec<Position>> {
    let (items, span) = spanned(input, |input| list(input, 1, item))?;
    if items.len() < least {
        complain(input, span, Message::new("cql-too-few-positions").with("count", least));
    }
    Ok(items)
}

/// A point of a `MULTIPOINT`, with parentheses or without.
fn point(input: &mut Input<'_>) -> Parsed<Position> {
    if look(input, 0) == Some(&Kind::Open) {
        return delimited(open, position, close).parse_next(input);
    }
    position(input)
}

fn position(input: &mut Input<'_>) -> Parsed<Position> {
    (coordinate, coordinate, opt(coordinate)).map(|(x, y, z)| Position { x, y, z }).parse_next(input)
}

fn bbox(input: &mut Input<'_>) -> Parsed<Geometry> {
    let (numbers, span) = spanned(input, |input| list(input, 1, coordinate))?;
    if ![4, 6].contains(&numbers.len()) {
        complain(input, span, Message::new("cql-bbox").with("given", numbers.len()));
    }
    Ok(Geometry::Bbox(numbers))
}

fn coordinate(input: &mut Input<'_>) -> Parsed<Rational> {
    let sign = maybe(input, Expected::Number, |kind| match kind {
        Kind::Arithmetic(sign @ (Arithmetic::Add | Arithmetic::Sub)) => Some(*sign),
        _ => None,
    });
    let (number, _) = scalar::number(input)?;
    Ok(if matches!(sign, Some((Arithmetic::Sub, _))) { -number } else { number })
}
