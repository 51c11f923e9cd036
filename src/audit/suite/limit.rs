//! Cases just on either side of a limit.

use num_traits::{CheckedAdd as _, CheckedSub as _};

use super::{Maker, with};
use crate::model::{CheckId, Finding, Kind, Outcome, Property};
use crate::quantity::{Interval, Rational};
use crate::standard::pack::{Case, Given};
use crate::standard::suite::SuiteCase;

/// Examples that are tried.
const TRIED: usize = 8;

impl Maker<'_> {
    /// For each check that compares numbers, the last value that fails and the first that passes.
    pub(super) fn limits(&mut self, own: &[SuiteCase]) {
        let mut checks: Vec<CheckId> = Vec::new();
        for check in self.bodies().flat_map(|body| &body.checks).filter(|check| check.measure.is_some()) {
            if !checks.contains(&check.id) {
                checks.push(check.id.clone());
            }
        }
        for check in checks {
            let required = |one: &SuiteCase| amounts(&one.finding, &check).map(|(_, required)| required);
            let mut decided: Vec<_> = own.iter().filter(|one| required(one).is_some()).collect();
            // A limit that is not the least there is says more.
            decided.sort_by_key(|one| std::cmp::Reverse(required(one)));
            let made = decided.into_iter().take(TRIED).find_map(|one| self.limit(one, &check));
            match made {
                Some(both) => self.cases.extend(both),
                None => self.neighbours(&check),
            }
        }
    }

    /// Moves one property of an example to where the check turns.
    fn limit(&self, one: &SuiteCase, check: &CheckId) -> Option<[SuiteCase; 2]> {
        let (of, body) = self.body(&one.case)?;
        let of = of?;
        let check = body.checks.iter().find(|known| known.id == *check)?;
        let measured = check.measure.as_ref()?.measured.properties();
        measured.into_iter().filter_map(|number| of.properties.get(number)).find_map(|property| {
            one.case
                .given
                .iter()
                .find(|(name, value)| *name == *property.id.as_str() && matches!(value, Given::Number(_)))?;
            let (_, required) = amounts(&one.finding, &check.id)?;
            self.turn(one, property, required, &check.id)
        })
    }

    fn turn(
        &self,
        one: &SuiteCase,
        property: &Property,
        required: Rational,
        check: &CheckId,
    ) -> Option<[SuiteCase; 2]> {
        let step = step(property.kind);
        let values = [required.checked_sub(&step)?, required, required.checked_add(&step)?];
        let inside = values.into_iter().filter(|value| property.bounds.contains(Interval::exact(*value)));
        let judged: Vec<(Case, Finding)> = inside
            .filter_map(|value| {
                let case = with(&one.case, property.id.as_str(), Some(Given::Number(Interval::exact(value))));
                let finding = self.judged(&case)?;
                Some((case, finding))
            })
            .collect();
        let is_turn = |pair: &&[(Case, Finding)]| {
            let outcomes: Vec<_> =
                pair.iter().map(|(_, finding)| (finding.outcome, outcome(finding, check))).collect();
            matches!(
                outcomes[..],
                [(Outcome::Failed, Some(Outcome::Failed)), (Outcome::Passed, Some(Outcome::Passed))]
                    | [(Outcome::Passed, Some(Outcome::Passed)), (Outcome::Failed, Some(Outcome::Failed))]
            )
        };
        let [first, second] = judged.windows(2).find(is_turn)? else { return None };
        let made = |(case, finding): &(Case, Finding)| SuiteCase {
            name: format!("{check} at the limit"),
            case: case.clone(),
            finding: finding.clone(),
            at_limit: true,
            malformed: None,
        };
        Some([made(first), made(second)])
    }

    /// Where the number is counted rather than given: examples that lie nearest to the limit.
    fn neighbours(&mut self, check: &CheckId) {
        let near = |wanted: Outcome| {
            let of = self.cases.iter().enumerate();
            let of = of.filter(|(_, one)| {
                one.finding.outcome == wanted && outcome(&one.finding, check) == Some(wanted)
            });
            let apart = of.filter_map(|(nth, one)| Some((apart(&one.finding, check)?, nth)));
            apart.min().map(|(_, nth)| nth)
        };
        if let (Some(good), Some(bad)) = (near(Outcome::Passed), near(Outcome::Failed)) {
            for nth in [good, bad] {
                self.cases.get_mut(nth).into_iter().for_each(|one| one.at_limit = true);
            }
        }
    }
}

fn outcome(finding: &Finding, check: &CheckId) -> Option<Outcome> {
    finding.checks.iter().find(|one| one.duty.id == *check).map(|one| one.outcome)
}

/// How far the measure is from what is required, by the ends that face each other.
fn apart(finding: &Finding, check: &CheckId) -> Option<Rational> {
    let check = finding.checks.iter().find(|one| one.duty.id == *check)?;
    let (measured, required) = (check.measured()?, check.required()?);
    let ends = [(measured.low(), required.high()), (required.low(), measured.high())];
    let apart = ends.into_iter().filter_map(|(one, other)| {
        let (one, other) = (one?, other?);
        if one > other { one.checked_sub(&other) } else { other.checked_sub(&one) }
    });
    apart.min()
}

/// Measured and required, where both are one number.
fn amounts(finding: &Finding, check: &CheckId) -> Option<(Rational, Rational)> {
    let check = finding.checks.iter().find(|one| one.duty.id == *check)?;
    Some((check.measured()?.single()?, check.required()?.single()?))
}

/// The least that makes a difference worth recording.
fn step(kind: Kind) -> Rational {
    match kind {
        Kind::Count | Kind::Date => Rational::from_integer(1),
        Kind::Money => Rational::new(1, 100),
        _ => Rational::new(1, 1000),
    }
}
