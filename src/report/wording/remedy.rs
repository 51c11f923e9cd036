//! What to do about a finding: repair what failed, survey what is open.

use super::found::with_outcome;
use crate::locale::{Bilingual, Language};
use crate::model::{CheckResult, Finding, Outcome, Reason, UnitId};
use crate::quantity::{Interval, Rational};
use crate::report::Context;
use crate::report::amount::{Scale, amount};

/// Stands for the amount in the remedy of a duty.
const SHORTFALL: &str = "{shortfall}";

impl Context<'_> {
    /// What to do; empty where nothing is to be done.
    pub(in crate::report) fn remedy(self, finding: &Finding) -> String {
        match finding.outcome {
            Outcome::Failed => self.sentences(&self.repairs(finding)),
            Outcome::CantTell => self.survey(finding),
            _ => String::new(),
        }
    }

    /// A remedy where no amount is known yet.
    pub(in crate::report) fn undetermined(self, remedy: &Bilingual) -> String {
        let amount = format!(" {SHORTFALL} ");
        let text = self.label(remedy);
        let some = self.text("report-remedy-some");
        let close = if self.locale.language == Language::Zh { some.clone() } else { format!(" {some} ") };
        text.replace(&amount, &close).replace(SHORTFALL, &some)
    }

    /// The words of each failed check, and those of the duty for checks that have none.
    fn repairs(self, finding: &Finding) -> Vec<String> {
        let failed = with_outcome(finding, Outcome::Failed);
        let (own, others): (Vec<_>, Vec<_>) =
            failed.into_iter().partition(|check| check.duty.remedy.is_some());
        let mut parts: Vec<_> = own.iter().filter_map(|check| self.repair(finding, check)).collect();
        if own.is_empty() || !others.is_empty() {
            parts.extend(self.repairs_of_duty(finding, &others, own.is_empty()));
        }
        parts
    }

    fn repair(self, finding: &Finding, check: &CheckResult) -> Option<String> {
        let remedy = self.label(check.duty.remedy.as_ref()?);
        let Some(missing) = check.shortfall().filter(|value| is_missing(*value)) else {
            let says_amount = remedy.contains(SHORTFALL);
            return Some(if says_amount { self.put_right(finding, &[check]) } else { remedy.to_owned() });
        };
        let unit = check.duty.unit.as_ref().or(finding.duty.unit.as_ref());
        Some(remedy.replace(SHORTFALL, &self.bare(missing, finding, unit)))
    }

    fn put_right(self, finding: &Finding, checks: &[&CheckResult]) -> String {
        self.say("report-remedy-put-right", "names", self.check_names(finding, checks))
    }

    /// The duty's own words, and a line for what they do not cover.
    fn repairs_of_duty(self, finding: &Finding, failed: &[&CheckResult], all: bool) -> Vec<String> {
        let remedy = self.label(&finding.duty.remedy);
        if !remedy.is_empty() && !remedy.contains(SHORTFALL) {
            return vec![remedy.to_owned()];
        }
        let is_main =
            |check: &&CheckResult| check.amounts.is_some() && check.shortfall() == finding.shortfall();
        let missing = finding.shortfall().filter(|value| is_missing(*value) && !remedy.is_empty());
        let missing = missing.filter(|_| all || failed.iter().any(is_main));
        let unit = finding.duty.unit.as_ref();
        let amount = missing.map(|value| remedy.replace(SHORTFALL, &self.bare(value, finding, unit)));
        let is_left = |check: &&CheckResult| missing.is_none() || check.shortfall() != finding.shortfall();
        let left: Vec<_> = failed.iter().copied().filter(is_left).collect();
        let names = match left.as_slice() {
            [] if amount.is_some() => return amount.into_iter().collect(),
            [] => self.label(&finding.duty.title).to_owned(),
            left => self.check_names(finding, left),
        };
        amount.into_iter().chain([self.say("report-remedy-put-right", "names", names)]).collect()
    }

    /// An amount without its unit, which the remedy's own words carry.
    fn bare(self, value: Interval, finding: &Finding, unit: Option<&UnitId>) -> String {
        let of = &finding.subject.facility_type;
        let scale = match Scale::of(unit, of, &[], self) {
            Scale::Ratio => Scale::Ratio,
            Scale::Number(_) | Scale::Day => Scale::Number(None),
        };
        amount(value, &scale, self)
    }

    fn survey(self, finding: &Finding) -> String {
        let names = self.properties(&finding.subject.facility_type, &finding.properties);
        let reason = finding.reason.unwrap_or(Reason::NotSurveyed).key();
        self.say(&format!("report-survey-{reason}"), "names", names)
    }
}

/// Whether something is missing for certain.
fn is_missing(shortfall: Interval) -> bool {
    shortfall.low().is_some_and(|low| low > Rational::from_integer(0))
}
