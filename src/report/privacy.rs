//! What must not be shown: the one place that keeps people out of reports.
//!
//! A type marked `personal` in the catalogue, such as a household, never
//! appears as a single record. Only counts of ten or more may be shown, and a
//! row with one smaller count is withheld whole, since the rest of the row
//! would give the small one away.

use crate::model::{Catalogue, CheckTally, FEWEST_PEOPLE, Finding, Outcomes, Run, Tally, TypeId};

/// The findings that may be shown one by one, in the order of the run.
pub fn findings<'a>(run: &'a Run, catalogue: &'a Catalogue) -> impl Iterator<Item = &'a Finding> + Clone {
    let personal: Vec<&TypeId> = catalogue.types.iter().filter(|of| of.personal).map(|of| &of.id).collect();
    run.findings
        .iter()
        .filter(move |finding| !finding.few_people && !personal.contains(&&finding.subject.facility_type))
}

/// The counts of a requirement, unless they would tell on somebody.
pub fn outcomes(tally: &Tally, catalogue: &Catalogue) -> Option<Outcomes> {
    may_be_counted(tally, catalogue).then_some(tally.outcomes)
}

/// The checks of a requirement; none where its counts are withheld.
pub fn checks<'a>(tally: &'a Tally, catalogue: &Catalogue) -> &'a [CheckTally] {
    if may_be_counted(tally, catalogue) { &tally.checks } else { &[] }
}

/// The number of facilities of a type, unless it would tell on somebody.
pub fn facilities(of: &TypeId, count: u64, catalogue: &Catalogue) -> Option<u64> {
    (!is_personal(of, catalogue) || is_enough(count)).then_some(count)
}

fn may_be_counted(tally: &Tally, catalogue: &Catalogue) -> bool {
    !tally.types.iter().any(|of| is_personal(of, catalogue)) || counts(tally).all(is_enough)
}

/// Whether findings of the requirement are listed one by one.
pub fn is_listed(tally: &Tally, catalogue: &Catalogue) -> bool {
    !tally.types.iter().any(|of| is_personal(of, catalogue))
}

fn is_personal(of: &TypeId, catalogue: &Catalogue) -> bool {
    catalogue.facility_type(of.as_str()).is_some_and(|(_, found)| found.personal)
}

/// Nobody is no secret.
fn is_enough(count: u64) -> bool {
    count == 0 || i128::from(count) >= FEWEST_PEOPLE
}

fn counts(tally: &Tally) -> impl Iterator<Item = u64> {
    let Outcomes { passed, failed, cant_tell, inapplicable, untested } = tally.outcomes;
    let checks = tally.checks.iter().flat_map(|check| [check.passed, check.failed, check.cant_tell]);
    [passed, failed, cant_tell, inapplicable, untested].into_iter().chain(checks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn households_are_no_single_findings() {
        let (run, catalogue) = (sample::run(), sample::catalogue());
        assert!(run.findings.iter().any(|finding| finding.subject.id.as_str() == sample::HOUSEHOLD));
        assert!(findings(&run, &catalogue).all(|finding| finding.subject.id.as_str() != sample::HOUSEHOLD));
    }

    #[test]
    fn a_row_with_one_small_count_of_people_is_withheld() {
        let catalogue = sample::catalogue();
        let mut tally = sample::run().tallies.pop().expect("the households come last");
        assert_eq!(outcomes(&tally, &catalogue), None);
        assert!(checks(&tally, &catalogue).is_empty());
        tally.outcomes = Outcomes { passed: 10, failed: 25, ..Outcomes::default() };
        tally.checks.clear();
        assert_eq!(outcomes(&tally, &catalogue), Some(tally.outcomes));
    }

    #[test]
    fn few_households_are_not_counted_and_few_car_parks_are() {
        let catalogue = sample::catalogue();
        assert_eq!(facilities(&"disabled_household".into(), 9, &catalogue), None);
        assert_eq!(facilities(&"disabled_household".into(), 10, &catalogue), Some(10));
        assert_eq!(facilities(&"parking".into(), 1, &catalogue), Some(1));
    }
}
