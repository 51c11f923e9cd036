//! The column in which rows name the reference system of their figures.

use super::Reference;
use crate::geometry::Crs;
use crate::model::{DeclaredBy, header_key};
use crate::survey::header::Header;
use crate::survey::reader::Row;
use crate::survey::rules::Rules;
use crate::survey::value::text_of;

/// The column, and what it said last: neighbours mostly say the same.
pub(in crate::survey) struct SystemColumn {
    at: usize,
    last: Option<Reference>,
}

impl SystemColumn {
    /// The column the profile names, else one that is called so where the profile names no system:
    /// that of drawings is for the file to say.
    pub(in crate::survey) fn of(rules: Rules, usual: Option<&str>, header: &Header) -> Option<Self> {
        let profile = rules.profile;
        let at = match &profile.position.crs_column {
            Some(named) => header.column(named),
            None if usual.is_some() || profile.only_listed || rules.draws => None,
            None => {
                let is_one = |name: &&str| rules.catalogue.vocabulary.systems.contains(&header_key(name));
                header.all_readings().iter().position(|names| names.iter().any(is_one))
            }
        };
        at.map(|at| Self { at, last: None })
    }

    /// Where it stands.
    pub(in crate::survey) fn at(&self) -> usize {
        self.at
    }

    /// What a row says; nothing where its cell is blank.
    pub(in crate::survey) fn read(&mut self, row: &Row) -> Option<&Reference> {
        let text = text_of(row.cells.get(self.at)?)?;
        if self.last.as_ref().is_none_or(|last| last.text != *text) {
            let is_code = text.bytes().all(|byte| byte.is_ascii_digit());
            let system = if is_code { Crs::parse(&format!("EPSG:{text}")) } else { Crs::parse(&text) };
            self.last = Some(Reference { system, text: text.into_owned(), by: DeclaredBy::Column });
        }
        self.last.as_ref()
    }
}
