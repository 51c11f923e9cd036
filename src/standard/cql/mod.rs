//! CQL2 text, the predicate language of requirements and of `filter=` (OGC 21-065).
//!
//! Text goes in; an [`Expr`] with the place of every part in the text comes
//! out, or every mistake with its place and what was expected there. An
//! [`Expr`] prints back as canonical text (`Display`) and as CQL2 JSON
//! ([`Expr::to_json`]). Names, types and units are not looked at here.
//!
//! The grammar is that of version 1.0, wider in these points only:
//!
//! - a property is a predicate by itself: `marked AND NOT occupied` (the one
//!   extension that changes what can be said);
//! - where the standard asks for an operand of one type, an expression of any
//!   type reads, parenthesised predicates included: types are checked later;
//! - `NOT` and `-` may stand before anything that binds tighter, and repeat;
//! - `MULTIPOINT(1 2, 3 4)` reads without its inner parentheses.
//!
//! And narrower in these: punctuation of full width is no part of a name unless
//! in double quotes (`坡度＞5` is a typing mistake, not a property); a name that
//! is a reserved word needs double quotes; numbers have at most 18 digits on
//! either side of the point once the exponent is applied; a timestamp is no leap
//! second; at most [`MOST_LEVELS`] levels of nesting and [`MOST_BYTES`] bytes of
//! text are read.

mod ast;
mod error;
mod json;
mod parse;
mod print;
mod token;

pub use ast::{Arithmetic, Comparison, Expr, ExprKind, Geometry, Position, Span};
pub use error::{Expected, SyntaxError};
pub use parse::parse;

/// How deep an expression may nest.
///
/// Parentheses, arguments, `NOT`, unary minus and every further operator of an
/// arithmetic chain go one deeper, so whoever walks an [`Expr`] may recurse.
pub const MOST_LEVELS: usize = 64;

/// The longest text that is read.
pub const MOST_BYTES: usize = 256 * 1024;

#[cfg(test)]
mod tests;
