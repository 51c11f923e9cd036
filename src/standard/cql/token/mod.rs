//! From text to tokens.
//!
//! Reading goes on behind a mistake, so that all of them are reported at once.

mod mistake;
mod number;

use winnow::combinator::{alt, dispatch, empty, fail, not, opt, peek, preceded, repeat};
use winnow::error::EmptyError;
use winnow::prelude::*;
use winnow::stream::{LocatingSlice, Location};
use winnow::token::{any, none_of, take_while};

use super::{Arithmetic, Comparison, Span, SyntaxError};
use crate::locale::Message;
use crate::quantity::Rational;
use mistake::mistake;
use number::number;

/// A token and where it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

impl Location for Token {
    fn previous_token_end(&self) -> usize {
        self.span.end
    }

    fn current_token_start(&self) -> usize {
        self.span.start
    }
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A name or function.
    Word(String),
    /// A name in double quotes.
    Quoted(String),
    Reserved(Reserved),
    Text(String),
    /// Without sign.
    Number(Rational),
    Compare(Comparison),
    /// Any of the operators, `div` too.
    Arithmetic(Arithmetic),
    Open,
    Close,
    Comma,
    /// The end of the text.
    End,
}

/// A word that is no name unless in double quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reserved {
    And,
    Or,
    Not,
    Between,
    In,
    Like,
    Is,
    Null,
    True,
    False,
}

/// Further mistakes are not worth reading.
const MOST_MISTAKES: usize = 20;

type Source<'s> = LocatingSlice<&'s str>;

/// A token, or what is wrong with it.
type Lexeme = Result<Kind, Message>;

/// The tokens of a text, the last of them [`Kind::End`], and all that is wrong with them.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Vec<SyntaxError>) {
    let mut source = LocatingSlice::new(text);
    let (mut tokens, mut errors) = (Vec::new(), Vec::new());
    while let Ok((lexeme, range)) = preceded(space, lexeme.with_span()).parse_next(&mut source) {
        if errors.len() == MOST_MISTAKES {
            break;
        }
        let span = Span { start: range.start, end: range.end };
        match lexeme {
            Ok(kind) => tokens.push(Token { kind, span }),
            Err(message) => errors.push(SyntaxError::new(span, message)),
        }
    }
    let end = source.current_token_start();
    tokens.push(Token { kind: Kind::End, span: Span { start: end, end } });
    (tokens, errors)
}

/// The reserved word that `word` is, in any case.
pub(super) fn reserved(word: &str) -> Option<Kind> {
    Some(match word.to_ascii_lowercase().as_str() {
        "and" => Kind::Reserved(Reserved::And),
        "or" => Kind::Reserved(Reserved::Or),
        "not" => Kind::Reserved(Reserved::Not),
        "between" => Kind::Reserved(Reserved::Between),
        "in" => Kind::Reserved(Reserved::In),
        "like" => Kind::Reserved(Reserved::Like),
        "is" => Kind::Reserved(Reserved::Is),
        "null" => Kind::Reserved(Reserved::Null),
        "true" => Kind::Reserved(Reserved::True),
        "false" => Kind::Reserved(Reserved::False),
        "div" => Kind::Arithmetic(Arithmetic::IntDiv),
        _ => return None,
    })
}

fn space(source: &mut Source<'_>) -> winnow::Result<(), EmptyError> {
    take_while(0.., char::is_whitespace).void().parse_next(source)
}

fn lexeme(source: &mut Source<'_>) -> winnow::Result<Lexeme, EmptyError> {
    dispatch! { peek(any);
        '\'' => text,
        '"' => quoted,
        '0'..='9' => number,
        '.' => alt((number, mistake)),
        first if starts_name(first) => word,
        _ => alt((sign, mistake)),
    }
    .parse_next(source)
}

fn text(source: &mut Source<'_>) -> winnow::Result<Lexeme, EmptyError> {
    let character = alt(("''".value('\''), r"\'".value('\''), none_of('\'')));
    let content: String = preceded('\'', repeat(0.., character)).parse_next(source)?;
    let closed = opt('\'').parse_next(source)?;
    Ok(closed.map(|_| Kind::Text(content)).ok_or_else(|| Message::new("cql-text-open")))
}

fn quoted(source: &mut Source<'_>) -> winnow::Result<Lexeme, EmptyError> {
    let character = alt(("\"\"".value('"'), none_of('"')));
    let name: String = preceded('"', repeat(0.., character)).parse_next(source)?;
    Ok(match opt('"').parse_next(source)? {
        None => Err(Message::new("cql-name-open")),
        Some(_) if name.is_empty() => Err(Message::new("cql-name-empty")),
        Some(_) => Ok(Kind::Quoted(name)),
    })
}

fn word(source: &mut Source<'_>) -> winnow::Result<Lexeme, EmptyError> {
    let word = take_while(1.., continues_name).parse_next(source)?;
    Ok(Ok(reserved(word).unwrap_or_else(|| Kind::Word(word.to_owned()))))
}

fn sign(source: &mut Source<'_>) -> winnow::Result<Lexeme, EmptyError> {
    let compare = alt((
        "<>".value(Comparison::Ne),
        "<=".value(Comparison::Le),
        ">=".value(Comparison::Ge),
        "<".value(Comparison::Lt),
        ">".value(Comparison::Gt),
        ("=", not("=")).value(Comparison::Eq),
    ));
    let arithmetic = dispatch! { any;
        '+' => empty.value(Arithmetic::Add),
        '-' => empty.value(Arithmetic::Sub),
        '*' => empty.value(Arithmetic::Mul),
        '/' => empty.value(Arithmetic::Div),
        '%' => empty.value(Arithmetic::Mod),
        '^' => empty.value(Arithmetic::Pow),
        _ => fail,
    };
    alt((
        '('.value(Kind::Open),
        ')'.value(Kind::Close),
        ','.value(Kind::Comma),
        compare.map(Kind::Compare),
        arithmetic.map(Kind::Arithmetic),
    ))
    .map(Ok)
    .parse_next(source)
}

/// Whether a name can start so.
pub(super) fn starts_name(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '_' | ':')
}

/// Whether a name can go on so.
pub(super) fn continues_name(character: char) -> bool {
    starts_name(character)
        || character.is_numeric()
        || matches!(character, '.' | '\u{300}'..='\u{36f}' | '\u{203f}' | '\u{2040}')
}
