//! What comes first: the order of gaps, and of facilities by their worst gap.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::Date;
use num_traits::Zero as _;

use super::privacy;
use crate::model::{Catalogue, Duty, FacilityId, Finding, Run};
use crate::quantity::{Interval, Rational};

/// A facility and its gaps, the strictest first.
pub type FacilityGaps<'a> = Vec<&'a Finding>;

/// The gaps that may be shown, the most urgent first.
///
/// By class, then by what is missing at least, then by days overdue; ids
/// decide what is left, so that two runs agree.
pub fn gaps<'a>(run: &'a Run, catalogue: &'a Catalogue) -> Vec<&'a Finding> {
    let mut gaps = in_any_order(run, catalogue);
    gaps.sort_by_cached_key(|finding| rank(finding, run.plan.as_of));
    gaps
}

/// The gaps that may be shown, for who only counts them: putting a million in order takes seconds.
pub fn in_any_order<'a>(run: &'a Run, catalogue: &'a Catalogue) -> Vec<&'a Finding> {
    privacy::findings(run, catalogue).filter(|finding| finding.gap.is_some()).collect()
}

/// The same by facility: facilities in the order of their worst gap.
pub fn by_facility<'a>(gaps: &[&'a Finding]) -> Vec<FacilityGaps<'a>> {
    let mut place: HashMap<&FacilityId, usize> = HashMap::new();
    let mut facilities: Vec<FacilityGaps<'a>> = Vec::new();
    for gap in gaps {
        let index = *place.entry(&gap.subject.id).or_insert(facilities.len());
        match facilities.get_mut(index) {
            Some(facility) => facility.push(gap),
            None => facilities.push(vec![gap]),
        }
    }
    facilities
}

/// Days since the last day of the deadline; none without a date or before it.
pub fn overdue_days(duty: &Duty, as_of: Date) -> Option<i32> {
    let days = (as_of - duty.deadline?.date?).get_days();
    (days > 0).then_some(days)
}

fn rank(finding: &Finding, as_of: Date) -> impl Ord + use<> {
    let missing = finding.shortfall().and_then(Interval::low).unwrap_or_else(Rational::zero);
    let overdue = overdue_days(&finding.duty, as_of).unwrap_or_default();
    let ids = (finding.duty.id.clone(), finding.subject.id.clone());
    (finding.gap, Reverse(missing), Reverse(overdue), ids)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Deadline, GapClass, Precision};
    use crate::report::sample;

    #[test]
    fn violations_come_first_and_the_largest_of_them_before_all() {
        let (run, catalogue) = (sample::run(), sample::catalogue());
        let gaps = gaps(&run, &catalogue);
        let order: Vec<_> = gaps.iter().map(|gap| (gap.gap, gap.subject.id.as_str())).collect();
        let expected = [
            (Some(GapClass::Violation), "lot-2"),
            (Some(GapClass::Violation), "lot-1"),
            (Some(GapClass::OverdueTarget), "lot-1"),
            (Some(GapClass::EvidenceGap), "lot-3"),
            (Some(GapClass::EvidenceGap), "lot-4"),
        ];
        assert_eq!(order, expected);
    }

    #[test]
    fn all_gaps_of_a_facility_stand_together() {
        let (run, catalogue) = (sample::run(), sample::catalogue());
        let facilities = by_facility(&gaps(&run, &catalogue));
        let sizes: Vec<_> = facilities.iter().map(Vec::len).collect();
        assert_eq!(sizes, [1, 2, 1, 1]);
    }

    #[test]
    fn the_last_day_is_in_time() {
        let mut duty = sample::duty();
        let date = sample::day("2020-12-31");
        duty.deadline = Some(Deadline { date: Some(date), precision: Precision::Year, inferred: false });
        assert_eq!(overdue_days(&duty, date), None);
        assert_eq!(overdue_days(&duty, sample::day("2021-01-01")), Some(1));
        duty.deadline = Some(Deadline { date: None, precision: Precision::Event, inferred: false });
        assert_eq!(overdue_days(&duty, date), None);
    }
}
