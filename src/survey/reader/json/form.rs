//! Where in a document the records are.

use super::super::{Foreign, ReadError};
use super::token::Tokens;

/// Keys from the root to a list.
pub(super) type Path = Vec<String>;

/// Lists of one document; each is read on its own.
const LISTS: usize = 64;

/// How a document lists its records.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One after the other: lines, text sequences, or a single one.
    Records,
    /// In arrays.
    Lists(Vec<Path>),
}

/// Looks as far into a document as it must: of a collection of features to its
/// first member, of other objects to the end of the first.
pub(super) fn form(tokens: &mut Tokens<'_>) -> Result<Form, ReadError> {
    if !tokens.another()? {
        return Err(ReadError::Empty);
    }
    let mut search = Search { path: Vec::new(), lists: Vec::new() };
    if tokens.peek()? == b'[' {
        search.list(tokens)?;
    } else if let Some(form) = search.root(tokens)? {
        return Ok(form);
    } else if tokens.another()? {
        return Ok(Form::Records);
    }
    match search.lists.len() {
        0 => Err(ReadError::NotATable { what: Foreign::Json }),
        count if count > LISTS => Err(ReadError::Oversized { part: format!("JSON: {count}") }),
        _ => Ok(Form::Lists(search.lists)),
    }
}

struct Search {
    path: Path,
    lists: Vec<Path>,
}

impl Search {
    /// What the members of the outermost object tell, the first that does.
    fn root(&mut self, tokens: &mut Tokens<'_>) -> Result<Option<Form>, ReadError> {
        tokens.enter(b'{')?;
        let mut collection = false;
        while let Some(key) = tokens.key()? {
            match (key.as_str(), tokens.peek()?) {
                ("type", b'"') => match tokens.string()?.as_str() {
                    "Topology" => return Err(ReadError::NotATable { what: Foreign::TopoJson }),
                    "Feature" => return Ok(Some(Form::Records)),
                    kind => collection = kind == "FeatureCollection",
                },
                ("features", b'[') => return Ok(Some(Form::Lists(vec![vec![key]]))),
                ("properties" | "attributes", b'{') if !collection => return Ok(Some(Form::Records)),
                ("coordinates" | "geometries", b'[') => {
                    return Err(ReadError::NotATable { what: Foreign::Geometry });
                }
                _ => self.member(tokens, key)?,
            }
        }
        Ok(None)
    }

    fn member(&mut self, tokens: &mut Tokens<'_>, key: String) -> Result<(), ReadError> {
        self.path.push(key);
        match tokens.peek()? {
            b'{' => {
                tokens.enter(b'{')?;
                while let Some(key) = tokens.key()? {
                    self.member(tokens, key)?;
                }
            }
            b'[' => self.list(tokens)?,
            _ => tokens.skip()?,
        }
        self.path.pop();
        Ok(())
    }

    /// An array whose first element is an object is a list of records.
    fn list(&mut self, tokens: &mut Tokens<'_>) -> Result<(), ReadError> {
        tokens.enter(b'[')?;
        let mut first = true;
        while tokens.element()? {
            if std::mem::take(&mut first) && tokens.peek()? == b'{' {
                self.lists.push(self.path.clone());
                if self.path.is_empty() {
                    return Ok(());
                }
            }
            tokens.skip()?;
        }
        Ok(())
    }
}
