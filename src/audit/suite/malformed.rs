//! A case in which something recorded is no value.

use super::{Maker, with};
use crate::model::{FacilityType, Kind, Outcome, Property};
use crate::quantity::Rational;
use crate::standard::pack::{Case, Given, UNKNOWN};
use crate::standard::suite::{Malformed, SuiteCase};

/// No number, no word for yes or no, no category and no date.
const NO_VALUE: &str = "x9";
/// Below every bound that begins at nothing.
const NEGATIVE: &str = "-1";
/// Says where a facility is or belongs rather than what it is like.
const PLACES: [&str; 5] = ["id", "parent", "jurisdiction", "longitude", "latitude"];

impl Maker<'_> {
    /// Spoils one value of an example; of one that passed, where there is one.
    pub(super) fn malformed(&mut self, own: &[SuiteCase]) {
        let decided = own.iter().filter(|one| one.finding.outcome == Outcome::Passed);
        let spoilt = decided.chain(own).find_map(|one| {
            let (case, malformed) = self.spoilt(&one.case)?;
            let finding = self.judged(&case)?;
            let name = format!("{} is malformed", malformed.property);
            Some(SuiteCase { name, case, finding, at_limit: false, malformed: Some(malformed) })
        });
        self.cases.extend(spoilt);
    }

    fn spoilt(&self, case: &Case) -> Option<(Case, Malformed)> {
        self.spoilt_subject(case).or_else(|| self.spoilt_other(case))
    }

    fn spoilt_subject(&self, case: &Case) -> Option<(Case, Malformed)> {
        let (of, body) = self.body(case)?;
        let of = of?;
        let asked = body.checks.iter().flat_map(crate::standard::program::Check::properties);
        let known = asked.chain(body.properties()).filter_map(|number| of.properties.get(number));
        let property = known.into_iter().find(|property| is_given(&case.given, property))?;
        let text = text(property)?;
        let changed = with(case, property.id.as_str(), Some(Given::Text(UNKNOWN.into())));
        Some((changed, Malformed { other: None, property: property.id.to_string(), text }))
    }

    fn spoilt_other(&self, case: &Case) -> Option<(Case, Malformed)> {
        case.others.iter().enumerate().find_map(|(nth, other)| {
            let (_, of): (usize, &FacilityType) = self.catalogue.facility_type(&other.facility_type)?;
            let is_plain =
                |property: &&Property| !PLACES.contains(&property.id.as_str()) && text(property).is_some();
            let property =
                of.properties.iter().filter(is_plain).find(|property| is_given(&other.given, property))?;
            let mut changed = case.clone();
            let given = &mut changed.others.get_mut(nth)?.given;
            given.retain(|(name, _)| *name != *property.id.as_str());
            given.push((property.id.to_string(), Given::Text(UNKNOWN.into())));
            Some((
                changed,
                Malformed { other: Some(nth), property: property.id.to_string(), text: text(property)? },
            ))
        })
    }
}

fn is_given(given: &[(String, Given)], property: &Property) -> bool {
    given.iter().any(|(name, _)| *name == *property.id.as_str())
}

/// What is no value of a property; any text is one of a text.
fn text(property: &Property) -> Option<&'static str> {
    match property.kind {
        Kind::Text => None,
        Kind::Boolean | Kind::Category | Kind::Date => Some(NO_VALUE),
        _ => {
            let is_bounded = property.bounds.low().is_some_and(|low| low > Rational::from_integer(-1));
            Some(if is_bounded { NEGATIVE } else { NO_VALUE })
        }
    }
}
