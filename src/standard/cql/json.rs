//! An expression as CQL2 JSON.
//!
//! Numbers become JSON numbers, which most readers take as binary floating
//! point: this is for exchange, and nothing here reads it back.

use num_traits::ToPrimitive;
use serde_json::{Value, json};

use super::{Expr, ExprKind, Geometry, Position};
use crate::quantity::{Rational, decimal_text};

impl Expr {
    /// The JSON encoding of the standard.
    pub fn to_json(&self) -> Value {
        match &self.kind {
            ExprKind::Property(name) => json!({ "property": name }),
            ExprKind::Number(value) => number(*value),
            ExprKind::Text(text) => json!(text),
            ExprKind::Boolean(value) => json!(value),
            ExprKind::Date(date) => json!({ "date": date.to_string() }),
            ExprKind::Timestamp(moment) => json!({ "timestamp": moment }),
            ExprKind::Interval(from, to) => json!({ "interval": [bound(from), bound(to)] }),
            ExprKind::Not(inner) => operation("not", [inner.to_json()]),
            ExprKind::And(terms) => operation("and", terms.iter().map(Self::to_json)),
            ExprKind::Or(terms) => operation("or", terms.iter().map(Self::to_json)),
            ExprKind::Compare { op, left, right } => operation(op.sign(), [left.to_json(), right.to_json()]),
            ExprKind::Between { value, low, high, negated } => {
                let operands = [value, low, high].map(|operand| operand.to_json());
                unless(*negated, operation("between", operands))
            }
            ExprKind::In { value, list, negated } => {
                unless(*negated, operation("in", [value.to_json(), array(list, Self::to_json)]))
            }
            ExprKind::Like { value, pattern, negated } => {
                unless(*negated, operation("like", [value.to_json(), pattern.to_json()]))
            }
            ExprKind::IsNull { value, negated } => unless(*negated, operation("isNull", [value.to_json()])),
            ExprKind::Arithmetic { op, left, right } => {
                operation(op.sign(), [left.to_json(), right.to_json()])
            }
            // The encoding has no unary minus.
            ExprKind::Negate(inner) => operation("*", [json!(-1), inner.to_json()]),
            ExprKind::Call { name, args, .. } => operation(name, args.iter().map(Self::to_json)),
            ExprKind::Array(items) => array(items, Self::to_json),
            ExprKind::Geometry(geometry) => geometry_json(geometry),
        }
    }
}

fn operation(op: &str, args: impl IntoIterator<Item = Value>) -> Value {
    json!({ "op": op, "args": args.into_iter().collect::<Vec<_>>() })
}

/// The encoding has `NOT` as an operation only.
fn unless(negated: bool, predicate: Value) -> Value {
    if negated { operation("not", [predicate]) } else { predicate }
}

fn bound(bound: &Expr) -> Value {
    match &bound.kind {
        ExprKind::Date(date) => json!(date.to_string()),
        ExprKind::Timestamp(moment) => json!(moment),
        _ => bound.to_json(),
    }
}

fn geometry_json(geometry: &Geometry) -> Value {
    let ring = |ring: &Vec<Position>| array(ring, position);
    let polygon = |rings: &Vec<Vec<Position>>| array(rings, ring);
    let (kind, coordinates) = match geometry {
        Geometry::Bbox(numbers) => return json!({ "bbox": array(numbers, |value| number(*value)) }),
        Geometry::Collection(members) => {
            return json!({ "type": "GeometryCollection", "geometries": array(members, geometry_json) });
        }
        Geometry::Point(point) => ("Point", position(point)),
        Geometry::LineString(line) => ("LineString", ring(line)),
        Geometry::Polygon(rings) => ("Polygon", polygon(rings)),
        Geometry::MultiPoint(points) => ("MultiPoint", ring(points)),
        Geometry::MultiLineString(lines) => ("MultiLineString", polygon(lines)),
        Geometry::MultiPolygon(polygons) => ("MultiPolygon", array(polygons, polygon)),
    };
    json!({ "type": kind, "coordinates": coordinates })
}

fn position(position: &Position) -> Value {
    let numbers = [Some(position.x), Some(position.y), position.z];
    numbers.into_iter().flatten().map(number).collect()
}

fn array<T>(items: &[T], item: impl Fn(&T) -> Value) -> Value {
    items.iter().map(item).collect()
}

/// A whole number as such, another as the nearest float, which the JSON reader
/// at hand would not always find.
fn number(value: Rational) -> Value {
    let whole = value.is_integer().then(|| i64::try_from(value.to_integer()).ok()).flatten();
    whole.map_or_else(|| json!(nearest(value)), |whole| json!(whole))
}

fn nearest(value: Rational) -> Option<f64> {
    match decimal_text(value) {
        Some(text) => text.parse().ok(),
        None => Some(value.numer().to_f64()? / value.denom().to_f64()?),
    }
}
