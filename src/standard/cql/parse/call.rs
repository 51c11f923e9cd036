//! What starts with a word: properties, functions, dates, times, intervals.

use winnow::combinator::{delimited, separated_pair};
use winnow::prelude::*;

use super::state::{Input, Parsed, complain, look, maybe, nested, spanned, take};
use super::{close, comma, geometry, list, logic, open, scalar};
use crate::locale::Message;
use crate::standard::cql::token::Kind;
use crate::standard::cql::{Expected, Expr, ExprKind, Span};

/// The functions of the standard as its JSON encoding writes them, and how many arguments they have.
pub(in crate::standard::cql) const STANDARD: [(&str, usize); 29] = [
    ("casei", 1),
    ("accenti", 1),
    ("s_intersects", 2),
    ("s_equals", 2),
    ("s_disjoint", 2),
    ("s_touches", 2),
    ("s_within", 2),
    ("s_overlaps", 2),
    ("s_crosses", 2),
    ("s_contains", 2),
    ("t_after", 2),
    ("t_before", 2),
    ("t_contains", 2),
    ("t_disjoint", 2),
    ("t_during", 2),
    ("t_equals", 2),
    ("t_finishedBy", 2),
    ("t_finishes", 2),
    ("t_intersects", 2),
    ("t_meets", 2),
    ("t_metBy", 2),
    ("t_overlappedBy", 2),
    ("t_overlaps", 2),
    ("t_startedBy", 2),
    ("t_starts", 2),
    ("a_equals", 2),
    ("a_contains", 2),
    ("a_containedBy", 2),
    ("a_overlaps", 2),
];

/// A property, or what a word before a parenthesis makes.
pub(super) fn word(input: &mut Input<'_>) -> Parsed {
    let (name, name_span) = take(input, Expected::Operand, |kind| match kind {
        Kind::Word(name) => Some(name.clone()),
        _ => None,
    })?;
    let (kind, rest) = spanned(input, |input| after(input, name, name_span))?;
    Ok(Expr { kind, span: name_span.to(rest) })
}

fn after(input: &mut Input<'_>, name: String, name_span: Span) -> Parsed<ExprKind> {
    if let Some(geometry) = geometry::after(input, &name)? {
        return Ok(ExprKind::Geometry(geometry));
    }
    if look(input, 0) != Some(&Kind::Open) {
        return Ok(ExprKind::Property(name));
    }
    match name.to_ascii_lowercase().as_str() {
        "date" => instant(input, date, "cql-not-a-date"),
        "timestamp" => instant(input, timestamp, "cql-not-a-timestamp"),
        "interval" => interval(input),
        _ => function(input, name, name_span),
    }
}

fn function(input: &mut Input<'_>, name: String, name_span: Span) -> Parsed<ExprKind> {
    let standard = STANDARD.iter().find(|(standard, _)| standard.eq_ignore_ascii_case(&name));
    let Some(&(standard, count)) = standard else {
        let args = list(input, 0, logic::expression)?;
        return Ok(ExprKind::Call { name, name_span, args });
    };
    let argument = if standard.starts_with("a_") { array } else { logic::expression };
    let args = list(input, 0, argument)?;
    if args.len() != count {
        let message = Message::new("cql-arguments").with("name", &name).with("count", count);
        complain(input, name_span, message.with("given", args.len()));
    }
    Ok(ExprKind::Call { name: standard.to_owned(), name_span, args })
}

/// An argument of an array function, where parentheses never group.
fn array(input: &mut Input<'_>) -> Parsed {
    if look(input, 0) != Some(&Kind::Open) {
        return logic::expression(input);
    }
    let (items, span) = spanned(input, |input| list(input, 0, logic::expression))?;
    Ok(Expr { kind: ExprKind::Array(items), span })
}

/// What a value can be `LIKE`: a text, or that without case or accents.
pub(super) fn pattern(input: &mut Input<'_>) -> Parsed {
    let folds = |name: &String| ["casei", "accenti"].iter().any(|fold| name.eq_ignore_ascii_case(fold));
    let word = |kind: &Kind| match kind {
        Kind::Word(name) if folds(name) => Some(name.to_ascii_lowercase()),
        _ => None,
    };
    let fold = maybe(input, Expected::Text, word);
    let Some((name, name_span)) = fold else {
        let (content, span) = text(input)?;
        return Ok(Expr { kind: ExprKind::Text(content.clone()), span });
    };
    let argument = |input: &mut Input<'_>| delimited(open, pattern, close).parse_next(input);
    let (inner, rest) = spanned(input, |input| nested(input, argument))?;
    Ok(Expr { kind: ExprKind::Call { name, name_span, args: vec![inner] }, span: name_span.to(rest) })
}

fn content(kind: &Kind) -> Option<&String> {
    match kind {
        Kind::Text(content) => Some(content),
        _ => None,
    }
}

fn text<'t>(input: &mut Input<'t>) -> Parsed<(&'t String, Span)> {
    take(input, Expected::Text, content)
}

/// `('…')` behind `DATE` or `TIMESTAMP`.
fn instant(
    input: &mut Input<'_>,
    read: fn(&str) -> Option<ExprKind>,
    otherwise: &'static str,
) -> Parsed<ExprKind> {
    let (content, span) = delimited(open, text, close).parse_next(input)?;
    Ok(read(content).unwrap_or_else(|| {
        complain(input, span, Message::new(otherwise).with("found", content));
        ExprKind::Text(content.clone())
    }))
}

/// A day as the standard writes it, `2026-01-31`.
fn date(text: &str) -> Option<ExprKind> {
    let date: jiff::civil::Date = text.parse().ok()?;
    (date.year() >= 0 && date.to_string() == text).then_some(ExprKind::Date(date))
}

/// A moment of universal time as the standard writes it, `2026-01-31T08:00:00Z`.
fn timestamp(text: &str) -> Option<ExprKind> {
    let utc = text.strip_suffix('Z')?;
    let plain = utc.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ':' | 'T' | '.'));
    let moment = text.parse::<jiff::Timestamp>().ok()?.to_string();
    // A leap second would silently become the second before.
    let same = moment.get(..19) == text.get(..19) && !text.starts_with('-');
    (plain && same).then_some(ExprKind::Timestamp(moment))
}

/// `(from, to)` behind `INTERVAL`.
fn interval(input: &mut Input<'_>) -> Parsed<ExprKind> {
    let bounds =
        |input: &mut Input<'_>| delimited(open, separated_pair(bound, comma, bound), close).parse_next(input);
    let (from, to) = nested(input, bounds)?;
    Ok(ExprKind::Interval(Box::new(from), Box::new(to)))
}

fn bound(input: &mut Input<'_>) -> Parsed {
    let Some((content, span)) = maybe(input, Expected::Instant, content) else {
        let bound = scalar::sum(input)?;
        if !matches!(bound.kind, ExprKind::Property(_) | ExprKind::Call { .. }) {
            complain(input, bound.span, Message::new("cql-not-an-instant"));
        }
        return Ok(bound);
    };
    let kind = date(content).or_else(|| timestamp(content));
    if kind.is_none() && content != ".." {
        complain(input, span, Message::new("cql-not-an-instant"));
    }
    Ok(Expr { kind: kind.unwrap_or_else(|| ExprKind::Text(content.clone())), span })
}
