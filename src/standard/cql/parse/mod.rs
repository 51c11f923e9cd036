//! From tokens to an expression, by recursive descent.
//!
//! Every choice is made on the next two tokens, so nothing is read twice and
//! the cost is linear. Whoever looks for a token and finds another leaves a
//! note of what it was; where the parser cannot go on, the notes of the
//! furthest place are what was expected there.

mod call;
mod geometry;
mod logic;
mod scalar;
mod state;

use winnow::combinator::{delimited, separated};
use winnow::error::ErrMode;
use winnow::prelude::*;
use winnow::stream::TokenSlice;

use super::token::{Kind, Reserved, Token, tokens};
use super::{Expected, Expr, MOST_BYTES, Span, SyntaxError};
use crate::locale::Message;
pub(super) use call::STANDARD;
use state::{Input, Parsed, State, nested, take};

/// Reads a CQL2 text.
///
/// Mistakes inside tokens are reported together; only without them, the first
/// place where the parser cannot go on, and every literal without a value before.
pub fn parse(text: &str) -> Result<Expr, Vec<SyntaxError>> {
    if text.len() > MOST_BYTES {
        let message = Message::new("cql-too-long").with("limit", MOST_BYTES);
        return Err(vec![SyntaxError::new(Span { start: 0, end: text.len() }, message)]);
    }
    let (tokens, mistakes) = tokens(text);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let mut input = Input { input: TokenSlice::new(&tokens), state: State::default() };
    let parsed = (logic::expression, end).parse_next(&mut input);
    let State { mut errors, furthest, expected, .. } = input.state;
    match parsed {
        Ok((expr, ())) if errors.is_empty() => return Ok(expr),
        Err(ErrMode::Backtrack(_)) => errors.push(unexpected(text, &tokens, furthest, expected)),
        Ok(_) | Err(_) => {}
    }
    Err(errors)
}

/// The error at the furthest place.
fn unexpected(text: &str, tokens: &[Token], furthest: usize, expected: Vec<Expected>) -> SyntaxError {
    let found = tokens.iter().find(|token| token.span.start == furthest);
    let span = found.map_or(Span { start: furthest, end: furthest }, |token| token.span);
    let operand = expected.contains(&Expected::Operand);
    let key = match found.map(|token| &token.kind) {
        None | Some(Kind::End) => "cql-unexpected-end",
        Some(Kind::Reserved(Reserved::Null)) if operand => "cql-null",
        Some(Kind::Reserved(_)) if operand => "cql-reserved",
        Some(_) => "cql-unexpected",
    };
    let found: String = text.get(span.start..span.end).unwrap_or_default().chars().take(40).collect();
    SyntaxError { span, message: Message::new(key).with("found", found), expected }
}

fn end(input: &mut Input<'_>) -> Parsed<()> {
    sign(Kind::End, Expected::End).void().parse_next(input)
}

fn open(input: &mut Input<'_>) -> Parsed<Span> {
    sign(Kind::Open, Expected::Literally("(")).parse_next(input)
}

fn close(input: &mut Input<'_>) -> Parsed<Span> {
    sign(Kind::Close, Expected::Literally(")")).parse_next(input)
}

fn comma(input: &mut Input<'_>) -> Parsed<Span> {
    sign(Kind::Comma, Expected::Literally(",")).parse_next(input)
}

/// A token of which there is one kind only.
fn sign<'t>(kind: Kind, expected: Expected) -> impl FnMut(&mut Input<'t>) -> Parsed<Span> {
    move |input| take(input, expected, |found| (*found == kind).then_some(())).map(|((), span)| span)
}

/// A reserved word.
fn reserved<'t>(word: Reserved, text: &'static str) -> impl FnMut(&mut Input<'t>) -> Parsed<Span> {
    sign(Kind::Reserved(word), Expected::Literally(text))
}

/// `(item, …)`
fn list<'t, T>(
    input: &mut Input<'t>,
    at_least: usize,
    item: fn(&mut Input<'t>) -> Parsed<T>,
) -> Parsed<Vec<T>> {
    let mut list = delimited(open, separated(at_least.., item, comma), close);
    nested(input, |input| list.parse_next(input))
}
