//! Made-up expressions, such as could have been parsed.
//!
//! Whoever takes this file in has `cql` and `quantity` beside it. Left out is what other
//! readers of CQL2 read differently: arrays of no or one element, backslashes
//! before quotes, array functions with a parenthesised property.

use proptest::collection::vec;
use proptest::prelude::*;

use super::cql::{Arithmetic, Comparison, Expr, ExprKind, Geometry, Position, Span};
use super::quantity::Rational;

/// Anything that holds or not.
pub(crate) fn boolean() -> BoxedStrategy<Expr> {
    predicate()
        .prop_recursive(3, 24, 4, |inner| {
            let terms = || vec(inner.clone(), 2..5);
            prop_oneof![
                terms().prop_map(and),
                terms().prop_map(or),
                inner.clone().prop_map(|term| ExprKind::Not(Box::new(term))),
                (inner.clone(), comparison(), any::<bool>()).prop_map(|(left, op, right)| {
                    let right = Box::new(expr(ExprKind::Boolean(right)));
                    ExprKind::Compare { op, left: Box::new(left), right }
                }),
                (function(), vec(inner.clone(), 0..3)).prop_map(|(name, args)| call(&name, args)),
            ]
            .prop_map(expr)
        })
        .boxed()
}

/// A value made of literals, properties, functions and arithmetic.
pub(crate) fn scalar() -> BoxedStrategy<Expr> {
    let leaf = prop_oneof![
        3 => property(),
        3 => number().prop_map(|number| expr(ExprKind::Number(number))),
        1 => text(),
        1 => any::<bool>().prop_map(|value| expr(ExprKind::Boolean(value))),
        1 => instant(),
    ];
    leaf.prop_recursive(3, 12, 2, |inner| {
        prop_oneof![
            4 => (inner.clone(), arithmetic(), inner.clone()).prop_map(|(left, op, right)| {
                ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) }
            }),
            1 => inner.clone().prop_map(|inner| match inner.kind {
                ExprKind::Number(number) => ExprKind::Number(-number),
                _ => ExprKind::Negate(Box::new(inner)),
            }),
            1 => (function(), vec(inner.clone(), 0..4)).prop_map(|(name, args)| call(&name, args)),
            1 => inner.prop_map(|inner| call("casei", vec![inner])),
        ]
        .prop_map(expr)
    })
    .boxed()
}

fn predicate() -> BoxedStrategy<Expr> {
    let negated = any::<bool>;
    let boxed = || scalar().prop_map(Box::new);
    prop_oneof![
        3 => (boxed(), comparison(), boxed())
            .prop_map(|(left, op, right)| ExprKind::Compare { op, left, right }),
        1 => (boxed(), boxed(), boxed(), negated())
            .prop_map(|(value, low, high, negated)| ExprKind::Between { value, low, high, negated }),
        1 => (boxed(), vec(scalar(), 1..4), negated())
            .prop_map(|(value, list, negated)| ExprKind::In { value, list, negated }),
        1 => (boxed(), pattern(), negated())
            .prop_map(|(value, pattern, negated)| ExprKind::Like { value, pattern, negated }),
        1 => (boxed(), negated()).prop_map(|(value, negated)| ExprKind::IsNull { value, negated }),
        1 => property().prop_map(|property| property.kind),
        1 => (one_of(&["s_intersects", "s_within", "s_equals"]), property(), geometry())
            .prop_map(|(name, left, right)| call(name, vec![left, right])),
        1 => (one_of(&["t_after", "t_metBy", "t_during"]), interval(), prop_oneof![instant(), interval()])
            .prop_map(|(name, left, right)| call(name, vec![left, right])),
        1 => (one_of(&["a_equals", "a_containedBy"]), property(), vec(scalar(), 2..4))
            .prop_map(|(name, left, items)| call(name, vec![left, expr(ExprKind::Array(items))])),
    ]
    .prop_map(expr)
    .boxed()
}

fn expr(kind: ExprKind) -> Expr {
    Expr { kind, span: Span::default() }
}

fn call(name: &str, args: Vec<Expr>) -> ExprKind {
    ExprKind::Call { name: name.to_owned(), name_span: Span::default(), args }
}

/// A conjunction that takes in conjunctions, as the parser makes it.
fn and(terms: Vec<Expr>) -> ExprKind {
    let terms = terms.into_iter().flat_map(|term| match term.kind {
        ExprKind::And(inner) => inner,
        kind => vec![expr(kind)],
    });
    ExprKind::And(terms.collect())
}

/// The same for disjunctions.
fn or(terms: Vec<Expr>) -> ExprKind {
    let terms = terms.into_iter().flat_map(|term| match term.kind {
        ExprKind::Or(inner) => inner,
        kind => vec![expr(kind)],
    });
    ExprKind::Or(terms.collect())
}

fn one_of(names: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(names)
}

fn comparison() -> impl Strategy<Value = Comparison> {
    use Comparison::{Eq, Ge, Gt, Le, Lt, Ne};
    proptest::sample::select(&[Eq, Ne, Lt, Le, Gt, Ge])
}

fn arithmetic() -> impl Strategy<Value = Arithmetic> {
    use Arithmetic::{Add, Div, IntDiv, Mod, Mul, Pow, Sub};
    proptest::sample::select(&[Add, Sub, Mul, Div, IntDiv, Mod, Pow])
}

fn function() -> impl Strategy<Value = String> {
    "(greatest|mm|Buffer|向上取整|f_[a-z0-9]{1,3})"
}

fn property() -> BoxedStrategy<Expr> {
    let name = prop_oneof![
        "[a-z][a-z0-9_.:]{0,6}",
        "(坡度|净宽|Straße|layer:ids|order|android|notes|island|date|point|bbox)",
        "(and|OR|Not|in|like|is|null|true|div|between|_x|:y|1a|二、三|a b|a\"b|a-b|（米）)",
    ];
    name.prop_map(|name| expr(ExprKind::Property(name))).boxed()
}

fn number() -> impl Strategy<Value = Rational> {
    let whole = prop_oneof![-20_i128..20, -999_999_999_999_999_999_i128..=999_999_999_999_999_999];
    (whole, 0_u32..=18).prop_map(|(whole, places)| Rational::new(whole, 10_i128.pow(places)))
}

fn text() -> BoxedStrategy<Expr> {
    "([a-zA-Z0-9 _%\"().,;:<>=\n坡道无障碍é']|''){0,8}".prop_map(|text| expr(ExprKind::Text(text))).boxed()
}

fn pattern() -> impl Strategy<Value = Box<Expr>> {
    let folded =
        (one_of(&["casei", "accenti"]), text()).prop_map(|(name, text)| expr(call(name, vec![text])));
    prop_oneof![text(), folded].prop_map(Box::new)
}

fn instant() -> impl Strategy<Value = Expr> {
    let date = (1900_i16..2100, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| expr(ExprKind::Date(jiff::civil::date(year, month, day))));
    let moment = (-1_000_000_000_i64..3_000_000_000, 0_i32..3).prop_map(|(second, fraction)| {
        let moment = jiff::Timestamp::new(second, fraction * 250_000_000).expect("within range");
        expr(ExprKind::Timestamp(moment.to_string()))
    });
    prop_oneof![date, moment]
}

fn interval() -> impl Strategy<Value = Expr> {
    let open = Just(expr(ExprKind::Text("..".to_owned())));
    let bound = || prop_oneof![instant(), property(), open.clone()].prop_map(Box::new);
    (bound(), bound()).prop_map(|(from, to)| expr(ExprKind::Interval(from, to)))
}

fn geometry() -> impl Strategy<Value = Expr> {
    let bbox = (any::<bool>(), vec(coordinate(), 6)).prop_map(|(high, mut numbers)| {
        numbers.truncate(if high { 6 } else { 4 });
        Geometry::Bbox(numbers)
    });
    let drawn = any::<bool>().prop_flat_map(|high| {
        let members = vec(single(high), 1..3).prop_map(Geometry::Collection);
        prop_oneof![6 => single(high), 1 => members]
    });
    prop_oneof![6 => drawn, 1 => bbox].prop_map(|geometry| expr(ExprKind::Geometry(geometry)))
}

fn single(high: bool) -> impl Strategy<Value = Geometry> {
    let line = move || vec(position(high), 2..4);
    let polygon = move || vec(vec(position(high), 4..6), 1..3);
    prop_oneof![
        position(high).prop_map(|position| Geometry::Point(Box::new(position))),
        line().prop_map(Geometry::LineString),
        polygon().prop_map(Geometry::Polygon),
        vec(position(high), 1..3).prop_map(Geometry::MultiPoint),
        vec(line(), 1..3).prop_map(Geometry::MultiLineString),
        vec(polygon(), 1..3).prop_map(Geometry::MultiPolygon),
    ]
}

fn position(high: bool) -> impl Strategy<Value = Position> {
    (coordinate(), coordinate(), coordinate()).prop_map(move |(x, y, z)| Position {
        x,
        y,
        z: high.then_some(z),
    })
}

fn coordinate() -> impl Strategy<Value = Rational> {
    (-180_000_000_i128..=180_000_000).prop_map(|number| Rational::new(number, 1_000_000))
}
