//! A finding in words: what was found, what to do, by whom, by when, from where.
//!
//! [`found`] says what was found and [`remedy`] what to do; here are the names
//! of things. Everything is a method of [`Context`], which has the language.

mod found;
mod place;
mod remedy;

pub(super) use place::{Citation, citations};

use std::sync::Arc;

use jiff::civil::Date;

use super::Context;
use super::amount::{self, Scale};
use super::urgency::overdue_days;
use crate::diagnostic::{Code, Severity};
use crate::locale::{Bilingual, Language, Message};
use crate::model::{
    AREA, Deadline, Duty, Finding, Obligation, Outcome, Parameter, Plan, Precision, PropertyId, TypeId,
};
use crate::quantity::decimal_text;

impl Context<'_> {
    /// A text of the locale.
    pub(super) fn text(self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A text of the locale with one thing filled in.
    pub(super) fn say(self, key: &str, name: &'static str, value: impl ToString) -> String {
        self.locale.say(&Message::new(key).with(name, value))
    }

    /// A text with a number filled in, grouped.
    pub(super) fn counted(self, key: &str, number: u64) -> String {
        self.say(key, "count", amount::count(number))
    }

    /// The words of a catalogue or a pack.
    pub(super) fn label(self, label: &Bilingual) -> &str {
        label.text(self.locale.language)
    }

    /// Things one after the other.
    pub(super) fn list(self, names: &[String]) -> String {
        names.join(&self.text("report-comma"))
    }

    /// Sentences one after the other.
    pub(super) fn sentences(self, parts: &[String]) -> String {
        parts.join(&self.text("report-semicolon"))
    }

    /// The name of one property; its id where the catalogue has none.
    pub fn property(self, facility_type: &TypeId, property: &PropertyId) -> String {
        let found = self.catalogue.facility_type(facility_type.as_str()).map(|(_, of)| of);
        // What is said of other facilities has its name from the first type that knows it.
        let mut types = found.into_iter().chain(&self.catalogue.types);
        let label = types.find_map(|of| Some(&of.property(property.as_str())?.1.label));
        label.map_or_else(|| property.to_string(), |label| self.label(label).to_owned())
    }

    /// The names of properties, in a list.
    pub(super) fn properties(self, facility_type: &TypeId, properties: &[PropertyId]) -> String {
        let names: Vec<_> = properties.iter().map(|id| self.property(facility_type, id)).collect();
        self.list(&names)
    }

    /// The name of a type; its id where the catalogue has none.
    pub fn facility_type(self, of: &TypeId) -> String {
        let found = self.catalogue.facility_type(of.as_str());
        match found {
            Some((_, found)) => self.label(&found.label).to_owned(),
            None if of.as_str() == AREA => self.text("report-type-jurisdiction"),
            None => of.to_string(),
        }
    }

    /// Why a finding is open or untested, in a word or two.
    pub(super) fn why(self, finding: &Finding) -> Option<String> {
        let reason = finding.reason.map(|reason| format!("reason-{}", reason.key()));
        let key = reason.or_else(|| Some(format!("silence-{}", finding.silence?.key())))?;
        Some(self.text(&key))
    }

    /// The class of a gap; empty for what is none.
    pub(super) fn gap(self, finding: &Finding) -> String {
        finding.gap.map(|class| self.text(&format!("gap-{}", key_of(class)))).unwrap_or_default()
    }

    /// What the numbers of a finding stand for.
    pub(super) fn scale(self, finding: &Finding) -> Scale {
        let check = finding.main().map(|check| &check.duty);
        let unit = check.map_or(finding.duty.unit.as_ref(), |check| check.unit.as_ref());
        let properties = check.map_or(&[][..], |check| &check.properties);
        Scale::of(unit, &finding.subject.facility_type, properties, self)
    }

    /// The unit of a finding's numbers; empty where they need none.
    pub(super) fn unit(self, finding: &Finding) -> String {
        match self.scale(finding) {
            Scale::Number(Some(unit)) => amount::unit_name(&unit, false, self),
            _ => String::new(),
        }
    }

    /// What a reader must know of a duty before trusting it.
    pub(super) fn caveats(self, duty: &Duty, plan: &Plan) -> Vec<String> {
        let standard = plan.standards.iter().find(|standard| standard.id == duty.standard);
        let made_up = standard.is_some_and(|standard| standard.made_up).then_some("report-caveat-made-up");
        let caveats = made_up.into_iter().map(|key| self.text(key)).chain(self.unverified(duty));
        caveats.chain(duty.parameters.iter().map(|one| self.assumption(one))).collect()
    }

    /// That a fact was not checked against the document, of the duty itself or of what it goes by.
    pub(super) fn unverified(self, duty: &Duty) -> Option<String> {
        match duty.rests_on.as_slice() {
            _ if !duty.verified => Some(self.text("report-caveat-unverified")),
            [] => None,
            rests_on => Some(self.say("report-caveat-rests-on", "count", rests_on.len())),
        }
    }

    /// The clause, and whether somebody should look it up before citing it.
    pub(super) fn marked_citation(self, duty: &Duty) -> String {
        let parts = [self.citation(duty)].into_iter().chain(self.unverified(duty));
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// A number this program assumes for a word the document does not define.
    pub(super) fn assumption(self, of: &Parameter) -> String {
        let value = decimal_text(of.value).unwrap_or_else(|| of.value.to_string());
        let message = Message::new("report-caveat-parameter").with("word", self.label(&of.words));
        self.locale.say(&message.with("value", value))
    }

    /// What kind of diagnostic, in a few words.
    pub(super) fn kind(self, code: Code) -> String {
        self.text(&format!("report-kind-{}", code.key()))
    }

    /// How much a diagnostic costs.
    pub(super) fn severity(self, severity: Severity) -> String {
        self.text(&format!("report-severity-{}", key_of(severity)))
    }

    /// One of the five outcomes.
    pub(super) fn outcome(self, outcome: Outcome) -> String {
        self.text(&format!("outcome-{}", outcome.key()))
    }

    /// The document and the provision, as one cites them.
    pub(super) fn citation(self, duty: &Duty) -> String {
        format!("{} {}", self.label(&duty.standard_title), duty.clause)
    }

    /// How strongly a duty binds.
    pub(super) fn strength(self, obligation: &Obligation) -> String {
        let binding = obligation.binding.map(|binding| if binding { "binding" } else { "expected" });
        let also = obligation.also.iter().map(|strength| key_of(*strength));
        let keys = [key_of(obligation.strength)].into_iter().chain(binding.map(str::to_owned)).chain(also);
        let names: Vec<_> = keys.map(|key| self.text(&format!("strength-{key}"))).collect();
        self.list(&names)
    }

    /// Who has to see to it, as far as the document says.
    pub(super) fn responsible(self, duty: &Duty) -> String {
        let of = &duty.departments;
        let ranks = [("lead", &of.lead), ("participants", &of.participants), ("unranked", &of.unranked)];
        let say = |(rank, of): (&str, &Vec<Arc<str>>)| {
            let names: Vec<_> = of.iter().map(|name| self.department(name)).collect();
            self.say(&format!("report-responsible-{rank}"), "names", self.list(&names))
        };
        let parts: Vec<_> = ranks.into_iter().filter(|(_, of)| !of.is_empty()).map(say).collect();
        if parts.is_empty() { self.text("report-responsible-nobody") } else { self.sentences(&parts) }
    }

    /// Who leads, or else who is named.
    pub(super) fn lead(self, duty: &Duty) -> String {
        let of = &duty.departments;
        let named = if of.lead.is_empty() { &of.unranked } else { &of.lead };
        if named.is_empty() {
            return self.text("report-responsible-nobody");
        }
        self.list(&named.iter().map(|name| self.department(name)).collect::<Vec<_>>())
    }

    /// A department; in English with the name the document gives it, as far as there is an English one.
    fn department(self, name: &str) -> String {
        let english = self.catalogue.departments.get(name).filter(|_| self.locale.language == Language::En);
        english.map_or_else(|| name.to_owned(), |english| format!("{english} ({name})"))
    }

    /// By when.
    pub(super) fn due(self, duty: &Duty) -> String {
        let Some(deadline) = duty.deadline else { return self.text("report-deadline-none") };
        let inferred = deadline.inferred.then(|| self.text("report-deadline-inferred"));
        self.list(&[self.period(deadline)].into_iter().chain(inferred).collect::<Vec<_>>())
    }

    /// By when, and how long that is past.
    pub(super) fn deadline(self, duty: &Duty, as_of: Date) -> String {
        let late = overdue_days(duty, as_of);
        let late = late.map(|days| self.counted("report-deadline-overdue", days.unsigned_abs().into()));
        self.list(&[self.due(duty)].into_iter().chain(late).collect::<Vec<_>>())
    }

    fn period(self, deadline: Deadline) -> String {
        let Some(date) = deadline.date else { return self.text("precision-event") };
        let written = match deadline.precision {
            Precision::Month => date.strftime("%Y-%m").to_string(),
            Precision::Year => date.strftime("%Y").to_string(),
            Precision::Day | Precision::PlanEnd | Precision::Event => date.to_string(),
        };
        self.say(&format!("precision-{}", key_of(deadline.precision)), "date", written)
    }
}

/// The name of a unit variant in JSON, which is also its key in the locale files.
pub(super) fn key_of(variant: impl serde::Serialize) -> String {
    let name = serde_json::to_value(variant).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
