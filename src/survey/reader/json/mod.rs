//! JSON as tables: `GeoJSON`, Esri JSON, lines of JSON, and lists of objects anywhere.
//!
//! A file is read feature by feature and never held. Names of columns are known
//! only when the last feature has been seen, so it is read once for them when it
//! is opened and once more for its rows; more than one list is more than one
//! sheet, named by its path.

mod about;
mod fault;
mod form;
mod geometry;
mod overpass;
mod record;
#[cfg(test)]
mod tests;
mod token;
mod value;

use std::ops::ControlFlow;

pub use fault::Fault;
pub(super) use overpass::Overpass;

use super::columns::{self, Columns, Feature};
use super::text::Text;
use super::{Each, ReadError, Row, SheetName, Why};
use about::About;
use fault::JsonError;
use form::{Form, Path};
use record::{Kind, record};
use token::Tokens;

/// A JSON file of which the columns are known.
pub(super) struct Json<'a> {
    text: Text<'a>,
    tables: Vec<Table>,
}

/// One list of records.
struct Table {
    /// Where it stands; none where records follow one another.
    path: Option<Path>,
    columns: Columns,
    about: About,
    draws: bool,
    kind: Kind,
}

/// What comes out of a list.
enum Record {
    Read(Feature, Kind),
    /// A line or an element that is no record.
    Broken(u32, Why),
}

impl<'a> Json<'a> {
    /// Finds the lists of records, and the names each of them uses.
    pub(super) fn open(mut text: Text<'a>) -> Result<Self, ReadError> {
        let paths = match form::form(&mut Tokens::new(text.letters()?))? {
            Form::Records => vec![None],
            Form::Lists(paths) => paths.into_iter().map(Some).collect(),
        };
        let tables: Result<Vec<_>, _> = paths.into_iter().map(|path| Table::open(&mut text, path)).collect();
        Ok(Self { tables: tables?, text })
    }

    /// Name of the encoding.
    pub(super) fn encoding(&self) -> &'static str {
        self.text.encoding()
    }

    /// A sheet for each list; a list of features needs no name.
    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let sheet = |table: &Table| SheetName { name: table.name().map(Into::into), hidden: false };
        self.tables.iter().map(sheet).collect()
    }

    /// Whether features are drawn.
    pub(super) fn draws(&self) -> bool {
        self.tables.iter().any(|table| table.draws)
    }

    /// The reference system of the drawings.
    pub(super) fn crs(&self) -> Option<String> {
        let table = self.tables.iter().find(|table| table.draws)?;
        table.about.crs().or_else(|| (table.kind == Kind::GeoJson).then(|| about::RFC_7946.to_owned()))
    }

    /// Hands up the names of a list, and then its records.
    pub(super) fn rows(&mut self, sheet: usize, each: &mut Each<'_>) -> Result<(), ReadError> {
        let Some(table) = self.tables.get_mut(sheet) else { return Ok(()) };
        let names = table.about.labels(table.columns.names());
        let dates = table.about.dates(table.columns.names());
        if each(columns::header(&names)).is_break() {
            return Ok(());
        }
        let mut letters = Tokens::new(self.text.letters()?);
        let Table { path, columns, .. } = table;
        walk(&mut letters, path.as_deref(), columns, None, &mut |record| {
            let mut row = record.row();
            about::read_dates(&mut row, &dates);
            if row.holds_something() { each(row) } else { ControlFlow::Continue(()) }
        })
        .map_err(ReadError::from)
    }
}

impl Table {
    /// Reads a list for its names. Where it breaks off, what stands before is still read.
    fn open(text: &mut Text<'_>, path: Option<Path>) -> Result<Self, ReadError> {
        let (mut columns, mut about) = (Columns::default(), About::default());
        let (mut draws, mut kind, mut records) = (false, Kind::Plain, 0);
        let mut learn = |record| {
            if let Record::Read(feature, found) = record {
                draws |= feature.drawn.is_some();
                kind = if found == Kind::Plain { kind } else { found };
                records += 1;
            }
            ControlFlow::Continue(())
        };
        let mut tokens = Tokens::new(text.letters()?);
        let walked = walk(&mut tokens, path.as_deref(), &mut columns, Some(&mut about), &mut learn);
        match walked {
            Err(error) if records == 0 => Err(error.into()),
            _ => Ok(Self { path, columns, about, draws, kind }),
        }
    }

    fn name(&self) -> Option<String> {
        let path = self.path.as_ref().filter(|path| !path.is_empty() && path.as_slice() != ["features"])?;
        Some(path.join("/"))
    }
}

impl Record {
    fn row(self) -> Row {
        match self {
            Self::Read(feature, _) => feature.row(),
            Self::Broken(number, why) => {
                let mut feature = Feature::new(number);
                feature.why = Some(why);
                feature.row()
            }
        }
    }
}

type Take<'t> = dyn FnMut(Record) -> ControlFlow<()> + 't;

/// Goes through a document and hands up the records of one list.
fn walk(
    tokens: &mut Tokens<'_>,
    path: Option<&[String]>,
    columns: &mut Columns,
    about: Option<&mut About>,
    take: &mut Take<'_>,
) -> token::Result<()> {
    let ended = match path {
        None => sequence(tokens, columns, take)?,
        Some(path) => {
            tokens.another()?;
            below(tokens, path, columns, about, take)?
        }
    };
    if ended.is_break() || path.is_none() { Ok(()) } else { tokens.end() }
}

/// Records one after the other. What is wrong with a line costs that line.
fn sequence(
    tokens: &mut Tokens<'_>,
    columns: &mut Columns,
    take: &mut Take<'_>,
) -> token::Result<ControlFlow<()>> {
    for number in 1.. {
        if !tokens.another()? {
            break;
        }
        let started = tokens.place().line;
        let next = match record(tokens, columns, number) {
            Ok((feature, kind)) => Record::Read(feature, kind),
            Err(JsonError::Fault { line, .. }) if line == started && number > 1 => {
                tokens.skip_line()?;
                Record::Broken(number, Why::NotJson)
            }
            Err(error) => return Err(error),
        };
        if number == 1 && tokens.place().line == started {
            tokens.read_by_line();
        }
        if take(next).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// Goes down a path of keys to its list; on the outermost level what is said about the list is kept.
fn below(
    tokens: &mut Tokens<'_>,
    path: &[String],
    columns: &mut Columns,
    mut about: Option<&mut About>,
    take: &mut Take<'_>,
) -> token::Result<ControlFlow<()>> {
    let Some((next, rest)) = path.split_first() else { return list(tokens, columns, take) };
    tokens.enter(b'{')?;
    while let Some(key) = tokens.key()? {
        let due = if rest.is_empty() { b'[' } else { b'{' };
        if key == *next && tokens.peek()? == due {
            if below(tokens, rest, columns, None, take)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        } else if let Some(about) = &mut about {
            about.member(tokens, &key)?;
        } else {
            tokens.skip()?;
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn list(
    tokens: &mut Tokens<'_>,
    columns: &mut Columns,
    take: &mut Take<'_>,
) -> token::Result<ControlFlow<()>> {
    tokens.enter(b'[')?;
    for number in 1.. {
        if !tokens.element()? {
            break;
        }
        let next = if tokens.peek()? == b'{' {
            record(tokens, columns, number).map(|(feature, kind)| Record::Read(feature, kind))?
        } else {
            tokens.skip()?;
            Record::Broken(number, Why::NoRecord)
        };
        if take(next).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

impl From<JsonError> for ReadError {
    fn from(error: JsonError) -> Self {
        match error {
            JsonError::Io(error) => Self::Io(error),
            JsonError::Fault { fault, line, column } => Self::NotJson { fault, line, column },
        }
    }
}
