//! What the parser remembers besides its place among the tokens.

use winnow::error::{EmptyError, ErrMode};
use winnow::prelude::*;
use winnow::stream::{Location, Stateful, Stream, TokenSlice};

use crate::locale::Message;
use crate::standard::cql::token::{Kind, Token};
use crate::standard::cql::{Expected, Expr, MOST_LEVELS, Span, SyntaxError};

/// The tokens from here on.
pub(super) type Input<'t> = Stateful<TokenSlice<'t, Token>, State>;

/// `Backtrack` where another token was looked for, `Cut` where the error is already kept.
pub(super) type Parsed<T = Expr> = ModalResult<T, EmptyError>;

/// What is kept over backtracking.
#[derive(Debug, Default)]
pub(super) struct State {
    /// How many levels down the parser is.
    level: usize,
    /// The deepest level of what was read since [`chained`] last looked.
    deepest: usize,
    /// Where the furthest token starts that was looked at in vain.
    pub(super) furthest: usize,
    /// What was looked for there.
    pub(super) expected: Vec<Expected>,
    /// What is wrong so far.
    pub(super) errors: Vec<SyntaxError>,
}

/// The kind of the next token but `ahead`.
pub(super) fn look<'i>(input: &'i Input<'_>, ahead: usize) -> Option<&'i Kind> {
    input.input.get(ahead).map(|token| &token.kind)
}

/// The next token if it is wanted; else nothing but a note of what would have been right.
pub(super) fn maybe<'t, T>(
    input: &mut Input<'t>,
    expected: Expected,
    wanted: impl FnOnce(&'t Kind) -> Option<T>,
) -> Option<(T, Span)> {
    let token = input.peek_token()?;
    if let Some(value) = wanted(&token.kind) {
        input.next_token();
        return Some((value, token.span));
    }
    let State { furthest, expected: noted, .. } = &mut input.state;
    if token.span.start > *furthest {
        *furthest = token.span.start;
        noted.clear();
    }
    if token.span.start == *furthest && !noted.contains(&expected) {
        noted.push(expected);
    }
    None
}

/// The next token, which must be wanted.
pub(super) fn take<'t, T>(
    input: &mut Input<'t>,
    expected: Expected,
    wanted: impl FnOnce(&'t Kind) -> Option<T>,
) -> Parsed<(T, Span)> {
    maybe(input, expected, wanted).ok_or(ErrMode::Backtrack(EmptyError))
}

/// What is read and where it is.
pub(super) fn spanned<'t, T>(
    input: &mut Input<'t>,
    inner: impl FnOnce(&mut Input<'t>) -> Parsed<T>,
) -> Parsed<(T, Span)> {
    let start = input.current_token_start();
    let value = inner(input)?;
    Ok((value, Span { start, end: input.previous_token_end() }))
}

/// Keeps an error; reading goes on.
pub(super) fn complain(input: &mut Input<'_>, span: Span, message: Message) {
    input.state.errors.push(SyntaxError::new(span, message));
}

/// Keeps an error and ends the reading.
pub(super) fn refuse(input: &mut Input<'_>, span: Span, message: Message) -> ErrMode<EmptyError> {
    complain(input, span, message);
    ErrMode::Cut(EmptyError)
}

/// Reads something one level further down.
pub(super) fn nested<'t, T>(
    input: &mut Input<'t>,
    mut inner: impl FnMut(&mut Input<'t>) -> Parsed<T>,
) -> Parsed<T> {
    input.state.level += 1;
    let deepest = input.state.deepest.max(input.state.level);
    sink(input, deepest)?;
    let parsed = inner(input);
    input.state.level -= 1;
    parsed
}

/// Reads `first (operator operand)*` into a tree that leans to the left.
///
/// Every operator puts all that was read before one level further down.
pub(super) fn chained<'t, O>(
    input: &mut Input<'t>,
    operand: fn(&mut Input<'t>) -> Parsed,
    mut operator: impl FnMut(&mut Input<'t>) -> Parsed<O>,
    join: impl Fn(Expr, O, Expr) -> Expr,
) -> Parsed {
    let before = std::mem::replace(&mut input.state.deepest, input.state.level);
    let mut left = operand(input)?;
    while let Some(operator) = winnow::combinator::opt(&mut operator).parse_next(input)? {
        let deepest = input.state.deepest + 1;
        sink(input, deepest)?;
        let right = nested(input, operand)?;
        left = join(left, operator, right);
    }
    input.state.deepest = input.state.deepest.max(before);
    Ok(left)
}

/// Notes that something is this deep, if it may be.
fn sink(input: &mut Input<'_>, deepest: usize) -> Parsed<()> {
    input.state.deepest = deepest;
    if deepest <= MOST_LEVELS {
        return Ok(());
    }
    let here = input.peek_token().map(|token| token.span).unwrap_or_default();
    Err(refuse(input, here, Message::new("cql-too-deep").with("limit", MOST_LEVELS)))
}
