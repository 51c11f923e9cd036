//! Looks up every name of a profile in the catalogue and keeps all mistakes.

mod columns;
mod rows;

use std::ops::Range;

use toml::Spanned;

use super::Profile;
use super::error::{Mistake, ProfileError, line_of};
use super::file::ProfileFile;
use crate::locale::Message;
use crate::model::{Catalogue, FacilityType, Property, nearest};
use crate::survey::reader::Hints;
use crate::survey::voice::NONE;

/// A profile being checked.
pub(super) struct Check<'a> {
    text: &'a str,
    catalogue: &'a Catalogue,
    /// Indices of the types the profile is for; any where empty.
    types: Vec<usize>,
    mistakes: Vec<Mistake>,
}

impl<'a> Check<'a> {
    pub(super) fn new(text: &'a str, catalogue: &'a Catalogue) -> Self {
        Self { text, catalogue, types: Vec::new(), mistakes: Vec::new() }
    }

    /// The profile, or all that is wrong with it.
    pub(super) fn profile(mut self, mut file: ProfileFile) -> Result<Profile, ProfileError> {
        let facility_type = file.facility_type.take().and_then(|name| self.fixed_type(&name));
        let sheets = file.sheet.take().map(|sheet| self.sheets(sheet)).unwrap_or_default();
        shorthands(&mut file);
        let profile = Profile {
            hints: Hints { encoding: file.file.encoding, delimiter: file.file.delimiter, ..Hints::default() },
            facility_type,
            sheets,
            type_column: file.type_column,
            only_listed: file.only_listed,
            constants: self.constants(file.constants, &file.columns),
            columns: self.columns(file.columns),
            keep: file.keep.into_iter().filter_map(|keep| self.keep(keep)).collect(),
            position: file.position.map(|position| self.position(position)).unwrap_or_default(),
            complete: file.complete.iter().filter_map(|one| self.complete(one)).collect(),
        };
        self.mistakes.sort_by_key(|mistake| mistake.line);
        if self.mistakes.is_empty() { Ok(profile) } else { Err(ProfileError { mistakes: self.mistakes }) }
    }

    /// A type all rows of the file or of a sheet are of.
    fn fixed_type(&mut self, name: &Spanned<String>) -> Option<usize> {
        let index = self.type_named(name)?;
        self.types.push(index);
        Some(index)
    }

    fn type_named(&mut self, name: &Spanned<String>) -> Option<usize> {
        if let Some((index, _)) = self.catalogue.facility_type(name.get_ref()) {
            return Some(index);
        }
        let known = self.catalogue.types.iter().map(|one| one.id.as_str());
        self.unknown("profile-unknown-type", &name.span(), name.get_ref(), nearest(name.get_ref(), known));
        None
    }

    /// The property of that id in every type the profile is for.
    fn properties(&mut self, name: &Spanned<String>) -> Vec<&'a Property> {
        let found: Vec<_> =
            self.own_types().filter_map(|one| one.property(name.get_ref())).map(|(_, found)| found).collect();
        if found.is_empty() {
            let known = self.own_types().flat_map(|one| &one.properties).map(|one| one.id.as_str());
            let nearest = nearest(name.get_ref(), known);
            self.unknown("profile-unknown-property", &name.span(), name.get_ref(), nearest);
        }
        found
    }

    fn own_types(&self) -> impl Iterator<Item = &'a FacilityType> {
        let chosen = |index: &usize| self.types.is_empty() || self.types.contains(index);
        let catalogue = self.catalogue;
        catalogue.types.iter().enumerate().filter(move |(index, _)| chosen(index)).map(|(_, one)| one)
    }

    fn unknown(&mut self, key: &str, at: &Range<usize>, name: &str, nearest: Option<&str>) {
        let message = Message::new(key).with("name", name).with("nearest", nearest.unwrap_or(NONE));
        self.mistake(at, message);
    }

    fn mistake(&mut self, at: &Range<usize>, message: Message) {
        self.mistakes.push(Mistake { line: line_of(self.text, at.start), message });
    }
}

/// `observed_on`, `known_at` and `jurisdiction` at the top stand for a constant or a column of that name.
fn shorthands(file: &mut ProfileFile) {
    for (name, value) in [("observed_on", file.observed_on.take()), ("known_at", file.known_at.take())] {
        let Some(value) = value else { continue };
        let key = Spanned::new(value.span(), name.to_owned());
        let entries = if value.get_ref().is_table() { &mut file.columns } else { &mut file.constants };
        entries.insert(key, value);
    }
    if let Some(code) = file.jurisdiction.take() {
        let key = Spanned::new(code.span(), "jurisdiction".to_owned());
        file.constants.insert(key, Spanned::new(code.span(), code.into_inner().into()));
    }
}
