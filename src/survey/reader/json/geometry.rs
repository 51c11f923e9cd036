//! The geometry of a feature, as `GeoJSON` and Esri JSON write it.

use super::super::shape::{Point, Shape};
use super::super::{Cell, GeometryFault};
use super::token::{Result, Tokens};
use super::value::scalar;

/// Coordinates as deep as they are written.
enum Coordinates {
    Number(f64),
    /// Two numbers; a third is a height, and left out.
    Point(Point),
    /// Neither.
    Other,
    List(Vec<Coordinates>),
}

/// The members of a geometry that are known.
#[derive(Default)]
struct Members {
    kind: Option<String>,
    coordinates: Vec<(Role, Coordinates)>,
    pair: [Option<f64>; 2],
    shape: Shape,
}

/// What coordinates draw.
#[derive(Clone, Copy)]
enum Role {
    /// As the kind says.
    ByKind,
    Points,
    Lines,
    Rings,
}

/// Reads a geometry and adds what it draws.
pub(super) fn geometry(tokens: &mut Tokens<'_>) -> Result<Shape> {
    let mut members = Members::default();
    tokens.enter(b'{')?;
    while let Some(key) = tokens.key()? {
        members.member(tokens, &key)?;
    }
    Ok(members.shape())
}

impl Members {
    fn member(&mut self, tokens: &mut Tokens<'_>, key: &str) -> Result<()> {
        let role = match key {
            "coordinates" => Role::ByKind,
            "points" => Role::Points,
            "paths" => Role::Lines,
            "rings" => Role::Rings,
            "type" if tokens.peek()? == b'"' => {
                self.kind = Some(tokens.string()?);
                return Ok(());
            }
            "x" | "y" => return self.half(tokens, usize::from(key == "y")),
            "geometries" if tokens.peek()? == b'[' => return self.parts(tokens),
            _ => return tokens.skip(),
        };
        let coordinates = coordinates(tokens)?;
        self.coordinates.push((role, coordinates));
        Ok(())
    }

    /// One of the two numbers of a point; Esri writes "NaN" for one without place.
    fn half(&mut self, tokens: &mut Tokens<'_>, at: usize) -> Result<()> {
        if matches!(tokens.peek()?, b'{' | b'[') {
            self.shape.fault = Some(GeometryFault::NotANumber);
            return tokens.skip();
        }
        let cell = scalar(tokens)?;
        if let (Cell::Number(number), Some(place)) = (&cell, self.pair.get_mut(at)) {
            *place = Some(*number);
        } else if !matches!(&cell, Cell::Empty) && cell != Cell::text("NaN".to_owned()) {
            self.shape.fault = Some(GeometryFault::NotANumber);
        }
        Ok(())
    }

    fn parts(&mut self, tokens: &mut Tokens<'_>) -> Result<()> {
        tokens.enter(b'[')?;
        while tokens.element()? {
            let Shape { points, lines, rings, fault } = geometry(tokens)?;
            self.shape.points.extend(points);
            self.shape.lines.extend(lines);
            self.shape.rings.extend(rings);
            self.shape.fault = self.shape.fault.or(fault);
        }
        Ok(())
    }

    fn shape(mut self) -> Shape {
        if let [Some(x), Some(y)] = self.pair {
            self.shape.points.push((x, y));
        }
        let kind = match self.kind.as_deref() {
            None | Some("GeometryCollection") => None,
            Some("Point" | "MultiPoint") => Some(Role::Points),
            Some("LineString" | "MultiLineString") => Some(Role::Lines),
            Some("Polygon" | "MultiPolygon") => Some(Role::Rings),
            Some(_) => {
                self.shape.fault = Some(GeometryFault::UnknownKind);
                None
            }
        };
        for (role, coordinates) in std::mem::take(&mut self.coordinates) {
            let role = if matches!(role, Role::ByKind) { kind } else { Some(role) };
            if let Some(role) = role {
                draw(&mut self.shape, role, coordinates);
            }
        }
        self.shape
    }
}

/// Adds every list of points, however deep it is.
fn draw(shape: &mut Shape, role: Role, coordinates: Coordinates) {
    let list = match coordinates {
        Coordinates::List(list) => list,
        point @ Coordinates::Point(_) => vec![point],
        Coordinates::Number(_) | Coordinates::Other => {
            shape.fault = Some(GeometryFault::NotANumber);
            return;
        }
    };
    let (deeper, here): (Vec<_>, Vec<_>) =
        list.into_iter().partition(|one| matches!(one, Coordinates::List(_)));
    for one in deeper {
        draw(shape, role, one);
    }
    let count = here.len();
    let points: Vec<Point> = here.iter().filter_map(point).collect();
    if points.len() < count {
        shape.fault = Some(GeometryFault::NotANumber);
    }
    match role {
        _ if points.is_empty() => {}
        Role::Points | Role::ByKind => shape.points.extend(points),
        Role::Lines => shape.lines.push(points),
        Role::Rings => shape.rings.push(points),
    }
}

fn point(coordinates: &Coordinates) -> Option<Point> {
    if let Coordinates::Point(point) = coordinates { Some(*point) } else { None }
}

fn coordinates(tokens: &mut Tokens<'_>) -> Result<Coordinates> {
    match tokens.peek()? {
        b'[' => list(tokens),
        b'{' => tokens.skip().map(|()| Coordinates::Other),
        _ => Ok(match scalar(tokens)? {
            Cell::Number(number) => Coordinates::Number(number),
            _ => Coordinates::Other,
        }),
    }
}

/// A list, or the point it is.
fn list(tokens: &mut Tokens<'_>) -> Result<Coordinates> {
    tokens.enter(b'[')?;
    let mut list = Vec::new();
    while tokens.element()? {
        let next = coordinates(tokens)?;
        if !tokens.is_full() {
            list.push(next);
        }
    }
    let plain = |one: &Coordinates| matches!(one, Coordinates::Number(_) | Coordinates::Other);
    Ok(match list.as_slice() {
        [Coordinates::Number(x), Coordinates::Number(y), ..] => Coordinates::Point((*x, *y)),
        [first, ..] if plain(first) => Coordinates::Other,
        _ => Coordinates::List(list),
    })
}
