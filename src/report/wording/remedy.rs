//! What to do about a finding: repair what failed, survey what is open.

use super::found::with_outcome;
use crate::model::{CheckResult, Finding, Outcome, Reason};
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

    /// The duty's own words, and a line for what they do not cover.
    fn repairs(self, finding: &Finding) -> Vec<String> {
        let remedy = self.label(&finding.duty.remedy);
        if !remedy.is_empty() && !remedy.contains(SHORTFALL) {
            return vec![remedy.to_owned()];
        }
        let missing = finding.shortfall.filter(|value| is_missing(*value) && !remedy.is_empty());
        let amount = missing.map(|value| remedy.replace(SHORTFALL, &self.bare(value, finding)));
        let is_left = |check: &&CheckResult| missing.is_none() || check.shortfall != finding.shortfall;
        let left: Vec<_> = with_outcome(finding, Outcome::Failed).into_iter().filter(is_left).collect();
        let names = match left.as_slice() {
            [] if amount.is_some() => return amount.into_iter().collect(),
            [] => self.label(&finding.duty.title).to_owned(),
            left => self.check_names(finding, left),
        };
        amount.into_iter().chain([self.say("report-remedy-put-right", "names", names)]).collect()
    }

    /// An amount without its unit, which the remedy's own words carry.
    fn bare(self, value: Interval, finding: &Finding) -> String {
        let of = &finding.subject.facility_type;
        let scale = match Scale::of(finding.duty.unit.as_ref(), of, &[], self) {
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
