//! The columns of a sheet.

use super::Template;
use crate::locale::Locale;
use crate::model::{Catalogue, FacilityType, Kind, Property, PropertyId, Workbook};

/// A column of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) enum Column<'a> {
    /// A property, by its index in the type.
    Property(usize, &'a Property),
    /// The reference system of the position.
    System,
    /// What was recorded last, to look at.
    Earlier,
}

/// The columns of a type: what a facility is known by, the reference system, what was recorded
/// last, its own properties, the common ones, and what a row says of itself.
pub(super) fn columns<'a>(of: &'a FacilityType, catalogue: &'a Catalogue) -> Vec<Column<'a>> {
    let Workbook { known, last, left_out, .. } = &catalogue.workbook;
    let listed = |list: &'a [PropertyId]| list.iter().filter_map(|id| of.property(id.as_str()));
    let is_listed =
        |property: &Property| [known, last, left_out].iter().any(|list| list.contains(&property.id));
    let rest = of.properties.iter().enumerate().filter(|(_, property)| !is_listed(property));
    let (own, common): (Vec<_>, Vec<_>) = rest.partition(|(_, property)| !is_common(&property.id, catalogue));
    let property = |(index, property)| Column::Property(index, property);
    let first = listed(known).map(property).chain([Column::System, Column::Earlier]);
    first.chain(own.into_iter().chain(common).chain(listed(last)).map(property)).collect()
}

/// Whether every type has the property.
fn is_common(id: &PropertyId, catalogue: &Catalogue) -> bool {
    catalogue.types.iter().all(|of| of.property(id.as_str()).is_some())
}

impl Column<'_> {
    /// Its header: the label, with the unit in brackets.
    pub(super) fn header(&self, template: &Template<'_>) -> String {
        match self {
            Self::Property(_, property) => {
                let label = property.label.text(template.locale.language);
                match unit(property, template.catalogue, template.locale) {
                    Some(unit) => format!("{label} ({unit})"),
                    None => label.to_owned(),
                }
            }
            Self::System => template.locale.text("template-system"),
            Self::Earlier => template.locale.text("template-earlier"),
        }
    }
}

/// The unit of a number; degrees and ratios are written in more than one way.
pub(super) fn unit(property: &Property, catalogue: &Catalogue, locale: &Locale) -> Option<String> {
    let unit = property.unit.as_ref().filter(|_| !matches!(property.kind, Kind::Degree | Kind::Ratio))?;
    let unit = catalogue.unit(unit)?;
    let plural = Some(&unit.plural).filter(|_| locale.language == crate::locale::Language::En);
    Some(plural.map_or_else(|| unit.label.text(locale.language).to_owned(), Clone::clone))
        .filter(|unit| !unit.is_empty())
}
