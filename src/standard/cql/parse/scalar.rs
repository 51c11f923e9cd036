//! Arithmetic and what it is applied to.

use winnow::combinator::opt;
use winnow::prelude::*;
use winnow::stream::Stream;

use super::state::{Input, Parsed, chained, look, maybe, nested, refuse, spanned, take};
use super::{call, list, logic};
use crate::locale::Message;
use crate::quantity::Rational;
use crate::standard::cql::token::{Kind, Reserved};
use crate::standard::cql::{Arithmetic, Expected, Expr, ExprKind, Span};

/// What can be compared.
pub(super) fn sum(input: &mut Input<'_>) -> Parsed {
    chained(input, product, operator(&[Arithmetic::Add, Arithmetic::Sub]), arithmetic)
}

fn product(input: &mut Input<'_>) -> Parsed {
    use Arithmetic::{Div, IntDiv, Mod, Mul};
    chained(input, power, operator(&[Mul, Div, IntDiv, Mod]), arithmetic)
}

fn power(input: &mut Input<'_>) -> Parsed {
    let base = factor(input)?;
    let Some(op) = opt(operator(&[Arithmetic::Pow])).parse_next(input)? else { return Ok(base) };
    let exponent = factor(input)?;
    match input.peek_token() {
        // Mathematics and programs disagree on what the second power is taken of.
        Some(next) if next.kind == Kind::Arithmetic(Arithmetic::Pow) => {
            Err(refuse(input, next.span, Message::new("cql-power-chain")))
        }
        _ => Ok(arithmetic(base, op, exponent)),
    }
}

fn factor(input: &mut Input<'_>) -> Parsed {
    let sign = |kind: &Kind| match kind {
        Kind::Arithmetic(op @ (Arithmetic::Add | Arithmetic::Sub)) => Some(*op),
        _ => None,
    };
    match maybe(input, Expected::Operand, sign) {
        None => operand(input),
        Some((Arithmetic::Sub, start)) => {
            let inner = nested(input, factor)?;
            let span = start.to(inner.span);
            Ok(Expr { kind: negative(inner), span })
        }
        Some((_, start)) => {
            let (number, end) = number(input)?;
            Ok(Expr { kind: ExprKind::Number(number), span: start.to(end) })
        }
    }
}

/// A minus before a number is its sign.
fn negative(inner: Expr) -> ExprKind {
    match inner.kind {
        ExprKind::Number(number) => ExprKind::Number(-number),
        _ => ExprKind::Negate(Box::new(inner)),
    }
}

fn operand(input: &mut Input<'_>) -> Parsed {
    match look(input, 0) {
        Some(Kind::Word(_)) => call::word(input),
        Some(Kind::Open) => group(input),
        _ => literal(input),
    }
}

/// A property in quotes or a literal of one token.
fn literal(input: &mut Input<'_>) -> Parsed {
    let (kind, span) = take(input, Expected::Operand, |kind| match kind {
        Kind::Number(number) => Some(ExprKind::Number(*number)),
        Kind::Text(text) => Some(ExprKind::Text(text.clone())),
        Kind::Quoted(name) => Some(ExprKind::Property(name.clone())),
        Kind::Reserved(Reserved::True) => Some(ExprKind::Boolean(true)),
        Kind::Reserved(Reserved::False) => Some(ExprKind::Boolean(false)),
        _ => None,
    })?;
    Ok(Expr { kind, span })
}

/// Parentheses: around one expression they group, else they are an array.
fn group(input: &mut Input<'_>) -> Parsed {
    let (items, span) = spanned(input, |input| list(input, 0, logic::expression))?;
    let kind = match <[Expr; 1]>::try_from(items) {
        Ok([only]) => only.kind,
        Err(items) => ExprKind::Array(items),
    };
    Ok(Expr { kind, span })
}

/// A number without sign.
pub(super) fn number(input: &mut Input<'_>) -> Parsed<(Rational, Span)> {
    take(input, Expected::Number, |kind| match kind {
        Kind::Number(number) => Some(*number),
        _ => None,
    })
}

fn operator<'t>(ops: &'static [Arithmetic]) -> impl FnMut(&mut Input<'t>) -> Parsed<Arithmetic> {
    move |input| {
        let wanted = |kind: &Kind| match kind {
            Kind::Arithmetic(op) if ops.contains(op) => Some(*op),
            _ => None,
        };
        take(input, Expected::Arithmetic, wanted).map(|(op, _)| op)
    }
}

fn arithmetic(left: Expr, op: Arithmetic, right: Expr) -> Expr {
    let span = left.span.to(right.span);
    Expr { kind: ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) }, span }
}
