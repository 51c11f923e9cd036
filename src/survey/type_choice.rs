//! What type the rows of a sheet are of.

use super::header::Header;
use super::profile::SheetRule;
use super::rules::Rules;
use crate::diagnostic::Place;

/// Where a row's type comes from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TypeChoice {
    /// The column that names it.
    pub(super) column: Option<usize>,
    /// The type of every row, or of rows whose column is blank.
    pub(super) of_all: Option<usize>,
}

impl TypeChoice {
    /// By the profile, else by a column, with the name of sheet or file and the headers behind it.
    pub(super) fn new(rules: Rules, rule: &SheetRule, header: &Header, place: &Place) -> Self {
        if let Some(index) = rule.facility_type.or(rules.profile.facility_type) {
            return Self { column: None, of_all: Some(index) };
        }
        let of_all = by_name(rules, place).or_else(|| only(&candidates(rules, header)));
        Self { column: column(rules, header), of_all }
    }

    pub(super) fn is_known(self) -> bool {
        self.column.is_some() || self.of_all.is_some()
    }
}

/// The types whose properties match most headers.
pub(super) fn candidates(rules: Rules, header: &Header) -> Vec<usize> {
    let matches = rules.names.matches(&header.all_readings());
    let most = matches.iter().copied().max().unwrap_or_default();
    matches
        .iter()
        .enumerate()
        .filter(|(_, count)| **count == most && most > 0)
        .map(|(index, _)| index)
        .collect()
}

/// The property that names a row's type.
pub(super) const TYPE: &str = "type";

fn column(rules: Rules, header: &Header) -> Option<usize> {
    if let Some(wanted) = &rules.profile.type_column {
        return header.column(wanted);
    }
    let types = &rules.catalogue.types;
    let is_type = |(index, property): &(usize, usize)| {
        let property = types.get(*index).and_then(|one| one.properties.get(*property));
        property.is_some_and(|property| property.id.as_str() == TYPE)
    };
    let names_type = |name: &str| rules.names.properties(name).iter().any(is_type);
    let readings = header.all_readings();
    readings
        .iter()
        .position(|names| names.iter().any(|name| names_type(name)))
        .filter(|_| !rules.profile.only_listed)
}

fn by_name(rules: Rules, place: &Place) -> Option<usize> {
    let of_sheet = place.sheet.as_ref().and_then(|name| rules.names.facility_type(name));
    let stem = std::path::Path::new(&*place.file).file_stem().and_then(|stem| stem.to_str());
    of_sheet.or_else(|| rules.names.facility_type(stem?))
}

fn only(candidates: &[usize]) -> Option<usize> {
    match candidates {
        [one] => Some(*one),
        _ => None,
    }
}
