//! Tables of text packed together: each a sheet.
//!
//! Servers of field surveys export a table of submissions and one for each group
//! that repeats, named by the form: `form.csv`, `form-bays.csv`.

use super::delimited::Delimited;
use super::given::Parts;
use super::records::EachLent;
use super::text::Text;
use super::{Foreign, Hints, ReadError, SheetName};

/// The tables of an archive, in the order of their names.
pub(super) struct Tables<'a>(Vec<(String, Delimited<'a>)>);

impl<'a> Tables<'a> {
    /// Those that are empty are left out.
    pub(super) fn open(mut parts: Parts<'a>, hints: &Hints) -> Result<Self, ReadError> {
        let mut tables = Vec::new();
        for name in parts.ending(".csv") {
            let Some(source) = parts.take(&name) else { continue };
            match Text::open(source, hints) {
                Ok((text, sample)) => tables.push((stem(&name), Delimited::new(text, &sample, hints))),
                Err(ReadError::Empty) => {}
                Err(error) => return Err(error),
            }
        }
        if tables.is_empty() {
            Err(ReadError::NotATable { what: Foreign::Archive })
        } else {
            Ok(Self(tables))
        }
    }

    /// A sheet for each table, named by what its name adds to that of the form.
    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let form =
            self.0.iter().map(|(name, _)| name.as_str()).min_by_key(|name| name.len()).unwrap_or_default();
        let name = |name: &str| {
            let added = name.strip_prefix(form).map(|rest| rest.trim_start_matches(['-', '_', '.']));
            added.filter(|rest| !rest.is_empty()).unwrap_or(name).to_owned()
        };
        self.0.iter().map(|(one, _)| SheetName { name: Some(name(one).into()), hidden: false }).collect()
    }

    pub(super) fn encoding(&self, sheet: usize) -> Option<&'static str> {
        self.0.get(sheet).map(|(_, table)| table.encoding())
    }

    pub(super) fn rows(&mut self, sheet: usize, each: &mut EachLent<'_>) -> Result<(), ReadError> {
        self.0.get_mut(sheet).map_or(Ok(()), |(_, table)| table.rows(each))
    }
}

/// A name without folders and ending.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned()
}
