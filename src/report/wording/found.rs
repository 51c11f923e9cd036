//! What was found, against what: `无障碍停车位 1 个，应有 2 个，缺 1 个`.

use num_traits::Zero as _;

use crate::locale::Message;
use crate::model::{Amounts, CheckResult, Finding, Outcome};
use crate::quantity::{Interval, Truth};
use crate::report::Context;
use crate::report::amount::{Scale, amount};

impl Context<'_> {
    /// The finding in a sentence or a few.
    pub(in crate::report) fn found(self, finding: &Finding) -> String {
        let parts = match finding.outcome {
            Outcome::Failed => self.failures(finding),
            Outcome::CantTell => self.doubts(finding),
            outcome => self.plainly(finding, outcome),
        };
        self.sentences(&parts)
    }

    /// The name of what a check measures, or else looks at first.
    pub(super) fn check_name(self, finding: &Finding, check: &CheckResult) -> String {
        match check.duty.measure.as_ref().or(check.duty.properties.first()) {
            Some(property) => self.property(&finding.subject.facility_type, property),
            None => self.label(&finding.duty.title).to_owned(),
        }
    }

    /// The names of the checks that came out so.
    pub(super) fn check_names(self, finding: &Finding, checks: &[&CheckResult]) -> String {
        let names: Vec<_> = checks.iter().map(|check| self.check_name(finding, check)).collect();
        self.list(&names)
    }

    fn failures(self, finding: &Finding) -> Vec<String> {
        let failed = with_outcome(finding, Outcome::Failed);
        let mut parts: Vec<_> = failed.iter().map(|check| self.failure(finding, check)).collect();
        if parts.is_empty() {
            parts.extend(self.numbers(finding));
        }
        let open = with_outcome(finding, Outcome::CantTell);
        if !open.is_empty() {
            parts.push(self.say("report-found-also-open", "names", self.check_names(finding, &open)));
        }
        parts
    }

    fn failure(self, finding: &Finding, check: &CheckResult) -> String {
        if check.amounts.is_some() {
            return self.comparison(finding, check);
        }
        self.say("report-found-not", "name", self.check_name(finding, check))
    }

    fn doubts(self, finding: &Finding) -> Vec<String> {
        let reason = self.why(finding).unwrap_or_else(|| self.outcome(finding.outcome));
        let names = self.properties(&finding.subject.facility_type, &finding.properties);
        let key = if names.is_empty() { "report-found-open-plain" } else { "report-found-open" };
        let open = self.locale.say(&Message::new(key).with("reason", reason).with("names", names));
        let known =
            with_outcome(finding, Outcome::CantTell).into_iter().find(|check| is_known_in_part(check));
        let numbers = known.map(|check| self.comparison(finding, check));
        [open].into_iter().chain(numbers).collect()
    }

    /// The same for a place where the outcome stands beside it.
    pub(in crate::report) fn explained(self, finding: &Finding) -> String {
        match finding.outcome {
            Outcome::Failed | Outcome::CantTell => self.found(finding),
            outcome => {
                let parts: Vec<_> = self.why(finding).into_iter().chain(self.numbers(finding)).collect();
                if parts.is_empty() {
                    self.text(&format!("docs-because-{}", outcome.key()))
                } else {
                    self.sentences(&parts)
                }
            }
        }
    }

    fn plainly(self, finding: &Finding, outcome: Outcome) -> Vec<String> {
        let verdict = self.why(finding).unwrap_or_else(|| self.outcome(outcome));
        [verdict].into_iter().chain(self.numbers(finding)).collect()
    }

    /// What is measured, beside what is required where there is a pass mark.
    fn numbers(self, finding: &Finding) -> Option<String> {
        if let Some(check) = finding.main() {
            return Some(self.comparison(finding, check));
        }
        let measured = amount(finding.measured()?, &self.scale(finding), self);
        let name = self.label(&finding.duty.title);
        let sentence = Message::new("report-found-measured").with("name", name).with("measured", measured);
        Some(self.locale.say(&sentence))
    }

    /// Measured, required and shortfall.
    fn comparison(self, finding: &Finding, check: &CheckResult) -> String {
        let of = &finding.subject.facility_type;
        let scale = Scale::of(check.duty.unit.as_ref(), of, check.duty.measure.as_slice(), self);
        let say = |value: Option<Interval>, scale: &Scale| {
            value.map(|value| amount(value, scale, self)).unwrap_or_default()
        };
        let sentence = Message::new(form(check))
            .with("name", self.check_name(finding, check))
            .with("measured", say(check.measured(), &scale))
            .with("required", say(check.required(), &scale))
            .with("shortfall", say(check.shortfall(), &scale.of_difference()));
        self.locale.say(&sentence)
    }
}

/// The sentence a comparison is said in.
fn form(check: &CheckResult) -> &'static str {
    let is_over = |amounts: &Amounts| amounts.required.less(amounts.measured) == Truth::True;
    let nothing = Interval::exact(0);
    let has_shortfall = check.shortfall().is_some_and(|value| value != nothing);
    match check.outcome {
        // Only a strict limit is failed by what lies on it.
        Outcome::Failed if check.shortfall() == Some(nothing) => "report-found-equal",
        Outcome::Failed if check.amounts.as_deref().is_some_and(is_over) => "report-found-over",
        Outcome::Failed => "report-found-short",
        Outcome::CantTell if has_shortfall => "report-found-maybe",
        _ => "report-found-beside",
    }
}

/// The checks that came out so.
pub(super) fn with_outcome(finding: &Finding, outcome: Outcome) -> Vec<&CheckResult> {
    finding.checks.iter().filter(|check| check.outcome == outcome).collect()
}

/// Whether the numbers of an open check are worth saying.
fn is_known_in_part(check: &CheckResult) -> bool {
    let says_something =
        |value: Interval| value.high().is_some() || value.low().is_some_and(|low| !low.is_zero());
    check.measured().is_some_and(says_something)
}
