//! What stands under a key, as cells: objects unfold into paths, lists into one text.

use super::super::Cell;
use super::token::{Result, Tokens};

/// Between the keys of a path.
pub(super) const JOINT: char = '.';

/// Between the words of a list.
const COMMA: &str = "; ";

/// As many digits as a double keeps.
const DIGITS: usize = 15;

/// Takes each value with its path.
pub(super) type Leaf<'l> = dyn FnMut(&str, Cell) + 'l;

/// Reads a value and hands up what is in it.
///
/// An object gives a cell per member, under `path.key`. Plain values in an array
/// are one cell; objects and arrays in it are `path.0`, `path.1` and so on.
pub(super) fn unfold(tokens: &mut Tokens<'_>, path: &mut String, leaf: &mut Leaf<'_>) -> Result<()> {
    match tokens.peek()? {
        b'{' => {
            tokens.enter(b'{')?;
            while let Some(key) = tokens.key()? {
                below(tokens, path, &key, leaf)?;
            }
            Ok(())
        }
        b'[' => list(tokens, path, leaf),
        _ => {
            let cell = scalar(tokens)?;
            leaf(path, cell);
            Ok(())
        }
    }
}

/// A value that is neither object nor array.
pub(super) fn scalar(tokens: &mut Tokens<'_>) -> Result<Cell> {
    Ok(match tokens.peek()? {
        b'"' => Cell::text(tokens.string()?),
        b't' => tokens.word("true").map(|()| Cell::Flag(true))?,
        b'f' => tokens.word("false").map(|()| Cell::Flag(false))?,
        b'-' | b'0'..=b'9' => number(tokens.number()?),
        _ => tokens.word("null").map(|()| Cell::Empty)?,
    })
}

fn below(tokens: &mut Tokens<'_>, path: &mut String, key: &str, leaf: &mut Leaf<'_>) -> Result<()> {
    let length = path.len();
    if !path.is_empty() {
        path.push(JOINT);
    }
    path.push_str(key);
    let read = unfold(tokens, path, leaf);
    path.truncate(length);
    read
}

fn list(tokens: &mut Tokens<'_>, path: &mut String, leaf: &mut Leaf<'_>) -> Result<()> {
    tokens.enter(b'[')?;
    let mut cells = Vec::new();
    for index in 0.. {
        if !tokens.element()? {
            break;
        }
        match tokens.peek()? {
            b'{' | b'[' => below(tokens, path, &index.to_string(), leaf)?,
            _ => {
                let cell = scalar(tokens)?;
                cells.extend(Some(cell).filter(|_| !tokens.is_full()));
            }
        }
    }
    cells.retain(|cell| *cell != Cell::Empty);
    match cells.len() {
        0 => {}
        1 => leaf(path, cells.pop().unwrap_or_default()),
        _ => leaf(path, Cell::text(cells.iter().map(word).collect::<Vec<_>>().join(COMMA))),
    }
    Ok(())
}

/// A number; one that a double cannot keep stays as it is written.
fn number(text: String) -> Cell {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let kept = digits <= DIGITS || text.contains(['.', 'e', 'E']);
    match text.parse() {
        Ok(number) if kept && f64::is_finite(number) => Cell::Number(number),
        _ => Cell::text(text),
    }
}

fn word(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        _ => String::new(),
    }
}
