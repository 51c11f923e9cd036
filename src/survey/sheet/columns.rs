//! What the columns of a sheet became.

use std::sync::Arc;

use super::Sheet;
use crate::diagnostic::WITHHELD;
use crate::model::{ColumnUse, MappedBy, PropertyId};
use crate::survey::type_choice::TYPE;

impl Sheet<'_> {
    /// Its columns from left to right, those without a header left out.
    pub(super) fn columns(&self) -> Vec<ColumnUse> {
        let names = self.header.iter().flat_map(|header| header.names.iter().enumerate());
        let told = |at: usize| !self.rules.tagged || self.is_used(at);
        let names = names.filter(|(at, name)| !name.is_empty() && told(*at));
        names.map(|(at, name)| self.column_use(at, name)).collect()
    }

    /// A left-out header of a sheet of people is not repeated: it may be a row of theirs, taken for the headers.
    fn column_use(&self, at: usize, name: &Arc<str>) -> ColumnUse {
        let mapped = self.layouts.iter().find_map(|layout| layout.use_of(at));
        let (property, by) = match (mapped, self.choice.column == Some(at)) {
            (Some((property, by)), _) => (Some(property), by),
            (None, true) if self.is_listed(at) => (Some(PropertyId::from(TYPE)), MappedBy::Profile),
            (None, true) => (Some(PropertyId::from(TYPE)), MappedBy::Alias),
            (None, false) if self.is_listed(at) => (None, MappedBy::Profile),
            (None, false) if self.names_systems(at) || self.earlier == Some(at) => (None, MappedBy::Alias),
            (None, false) => (None, MappedBy::Nothing),
        };
        let discreet = property.is_none() && self.is_of_people();
        ColumnUse { header: if discreet { Arc::from(WITHHELD) } else { name.clone() }, property, by }
    }

    /// Whether anything is read from the column.
    pub(super) fn is_used(&self, at: usize) -> bool {
        let is_read = self.layouts.iter().any(|layout| layout.use_of(at).is_some());
        let is_known = self.choice.column == Some(at) || self.names_systems(at) || self.earlier == Some(at);
        is_read || is_known || self.is_listed(at)
    }

    /// Whether rows name their reference system there.
    fn names_systems(&self, at: usize) -> bool {
        self.systems.as_ref().is_some_and(|column| column.at() == at)
    }

    /// Whether the profile names the column, be it for a property, the position or a filter.
    fn is_listed(&self, at: usize) -> bool {
        let headers = self.rules.profile.headers();
        let column = |header: &str| self.header.as_ref().and_then(|found| found.column(header));
        headers.into_iter().any(|header| column(header) == Some(at))
    }
}
