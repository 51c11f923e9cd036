//! `OR`, `AND`, `NOT` and the predicates they join.

use winnow::combinator::{alt, opt, separated_foldl1};
use winnow::prelude::*;
use winnow::stream::Stream;

use super::state::{Input, Parsed, maybe, nested, refuse, spanned};
use super::{call, list, reserved, scalar};
use crate::locale::Message;
use crate::standard::cql::token::{Kind, Reserved};
use crate::standard::cql::{Expected, Expr, ExprKind};

/// Anything that can be written in parentheses.
pub(super) fn expression(input: &mut Input<'_>) -> Parsed {
    let or = |left: Expr, _, right: Expr| {
        let span = left.span.to(right.span);
        let mut terms = disjuncts(left);
        terms.extend(disjuncts(right));
        Expr { kind: ExprKind::Or(terms), span }
    };
    separated_foldl1(conjunction, reserved(Reserved::Or, "OR"), or).parse_next(input)
}

fn disjuncts(expr: Expr) -> Vec<Expr> {
    match expr.kind {
        ExprKind::Or(terms) => terms,
        kind => vec![Expr { kind, ..expr }],
    }
}

fn conjunction(input: &mut Input<'_>) -> Parsed {
    let and = |left: Expr, _, right: Expr| {
        let span = left.span.to(right.span);
        let mut terms = conjuncts(left);
        terms.extend(conjuncts(right));
        Expr { kind: ExprKind::And(terms), span }
    };
    separated_foldl1(negation, reserved(Reserved::And, "AND"), and).parse_next(input)
}

fn conjuncts(expr: Expr) -> Vec<Expr> {
    match expr.kind {
        ExprKind::And(terms) => terms,
        kind => vec![Expr { kind, ..expr }],
    }
}

fn negation(input: &mut Input<'_>) -> Parsed {
    // Where `NOT` can stand an operand can, and that is the better hint.
    let not = |kind: &Kind| (*kind == Kind::Reserved(Reserved::Not)).then_some(());
    match maybe(input, Expected::Operand, not) {
        None => predicate(input),
        Some(((), start)) => {
            let inner = nested(input, negation)?;
            let span = start.to(inner.span);
            Ok(Expr { kind: ExprKind::Not(Box::new(inner)), span })
        }
    }
}

fn predicate(input: &mut Input<'_>) -> Parsed {
    let value = scalar::sum(input)?;
    let Some((test, _)) = maybe(input, Expected::Comparison, test) else {
        return Ok(value);
    };
    let start = value.span;
    let (kind, rest) = spanned(input, |input| tested(input, value, test))?;
    refuse_chain(input)?;
    Ok(Expr { kind, span: start.to(rest) })
}

/// The first word of a test, `NOT` included.
fn test(kind: &Kind) -> Option<&Kind> {
    use Reserved::{Between, In, Is, Like, Not};
    matches!(kind, Kind::Compare(_) | Kind::Reserved(Between | In | Is | Like | Not)).then_some(kind)
}

fn tested(input: &mut Input<'_>, value: Expr, test: &Kind) -> Parsed<ExprKind> {
    let value = Box::new(value);
    let negated = *test == Kind::Reserved(Reserved::Not);
    let test = if negated { negatable(input)? } else { test.clone() };
    Ok(match test {
        Kind::Compare(op) => ExprKind::Compare { op, left: value, right: Box::new(scalar::sum(input)?) },
        Kind::Reserved(Reserved::Between) => {
            let low = Box::new(scalar::sum(input)?);
            reserved(Reserved::And, "AND").parse_next(input)?;
            ExprKind::Between { value, low, high: Box::new(scalar::sum(input)?), negated }
        }
        Kind::Reserved(Reserved::In) => ExprKind::In { value, list: list(input, 1, expression)?, negated },
        Kind::Reserved(Reserved::Like) => {
            ExprKind::Like { value, pattern: Box::new(call::pattern(input)?), negated }
        }
        _ => {
            let negated = opt(reserved(Reserved::Not, "NOT")).parse_next(input)?.is_some();
            reserved(Reserved::Null, "NULL").parse_next(input)?;
            ExprKind::IsNull { value, negated }
        }
    })
}

/// What can follow `value NOT`.
fn negatable(input: &mut Input<'_>) -> Parsed<Kind> {
    alt((
        reserved(Reserved::Between, "BETWEEN").value(Kind::Reserved(Reserved::Between)),
        reserved(Reserved::In, "IN").value(Kind::Reserved(Reserved::In)),
        reserved(Reserved::Like, "LIKE").value(Kind::Reserved(Reserved::Like)),
    ))
    .parse_next(input)
}

/// `a < b < c` means something else in every language, so it is refused with a hint.
fn refuse_chain(input: &mut Input<'_>) -> Parsed<()> {
    match input.peek_token() {
        Some(next) if next.kind != Kind::Reserved(Reserved::Not) && test(&next.kind).is_some() => {
            Err(refuse(input, next.span, Message::new("cql-comparison-chain")))
        }
        _ => Ok(()),
    }
}
