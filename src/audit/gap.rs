//! Failed and undecided findings, seen with their obligation and deadline.

use jiff::civil::Date;

use crate::model::{Deadline, Duty, GapClass, Outcome, Strength};

/// The gap class of an outcome on a day; `None` where there is no gap.
pub fn gap_class(duty: &Duty, outcome: Outcome, as_of: Date) -> Option<GapClass> {
    match outcome {
        Outcome::CantTell => Some(GapClass::EvidenceGap),
        Outcome::Failed => Some(failed(duty, as_of)),
        Outcome::Passed | Outcome::Inapplicable | Outcome::Untested => None,
    }
}

fn failed(duty: &Duty, as_of: Date) -> GapClass {
    match duty.obligation.strength {
        Strength::Mandatory | Strength::Conditional if duty.deadline.is_none() => GapClass::Violation,
        Strength::Mandatory | Strength::Conditional if past(duty.deadline, as_of) => GapClass::Violation,
        Strength::Target if past(duty.deadline, as_of) => GapClass::OverdueTarget,
        Strength::Mandatory | Strength::Conditional | Strength::Target => GapClass::Upcoming,
        Strength::Progressive => GapClass::Lagging,
        Strength::Encouraged | Strength::Advisory => GapClass::Advice,
    }
}

/// Overdue from the day after the last day; never without a date.
fn past(deadline: Option<Deadline>, as_of: Date) -> bool {
    deadline.and_then(|deadline| deadline.date).is_some_and(|last| as_of > last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Bilingual;
    use crate::model::{Departments, Obligation, Precision};

    fn duty(strength: Strength, last_day: Option<&str>) -> Duty {
        let date = |day: &str| Deadline {
            date: Some(day.parse().expect("a date")),
            precision: Precision::Day,
            inferred: false,
        };
        Duty {
            standard: "s".into(),
            standard_title: Bilingual::default(),
            id: "R-1".into(),
            clause: "1".into(),
            topic: "t".into(),
            title: Bilingual::default(),
            obligation: Obligation { strength, binding: None, also: Vec::new() },
            departments: Departments::default(),
            deadline: last_day.map(date),
            remedy: Bilingual::default(),
            unit: None,
            verified: true,
            rests_on: Vec::new(),
            parameters: Vec::new(),
        }
    }

    #[test]
    fn a_duty_is_overdue_from_the_day_after_its_last() {
        let cases = [
            (Strength::Mandatory, None, GapClass::Violation),
            (Strength::Mandatory, Some("2020-12-30"), GapClass::Violation),
            (Strength::Mandatory, Some("2020-12-31"), GapClass::Upcoming),
            (Strength::Target, Some("2020-12-30"), GapClass::OverdueTarget),
            (Strength::Target, Some("2020-12-31"), GapClass::Upcoming),
            (Strength::Target, None, GapClass::Upcoming),
            (Strength::Progressive, Some("2020-12-30"), GapClass::Lagging),
            (Strength::Encouraged, None, GapClass::Advice),
            (Strength::Advisory, None, GapClass::Advice),
            (Strength::Conditional, None, GapClass::Violation),
        ];
        let today = "2020-12-31".parse().expect("a date");
        for (strength, last_day, expected) in cases {
            let class = gap_class(&duty(strength, last_day), Outcome::Failed, today);
            assert_eq!(class, Some(expected), "{strength:?} {last_day:?}");
        }
    }

    #[test]
    fn only_failed_and_open_findings_are_gaps() {
        let today = "2020-12-31".parse().expect("a date");
        let class = |outcome| gap_class(&duty(Strength::Mandatory, None), outcome, today);
        assert_eq!(class(Outcome::CantTell), Some(GapClass::EvidenceGap));
        assert_eq!(class(Outcome::Untested), None);
        assert_eq!(class(Outcome::Inapplicable), None);
    }
}
