//! Findings as results.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::place;
use crate::model::{Adcode, Finding, GapClass, Outcome, RequirementId, Run};
use crate::report::wording::citations;
use crate::report::{Context, finding_key};

/// Where each rule stands in the list of rules.
pub(super) struct Rules<'a>(HashMap<&'a RequirementId, usize>);

impl<'a> Rules<'a> {
    pub(super) fn of(run: &'a Run) -> Self {
        Self(run.tallies.iter().enumerate().map(|(index, tally)| (&tally.duty.id, index)).collect())
    }

    /// One finding; the first row it rests on is its place, the others are related.
    pub(super) fn result(&self, finding: &Finding, run: &Run, context: Context<'_>) -> Value {
        let (kind, level) = judgement(finding);
        let mut places = citations(finding).into_iter().map(|row| place::of_row(&row, run, context));
        let mut first = places.next().unwrap_or_else(|| json!({}));
        first["logicalLocations"] = json!([place::of_subject(&finding.subject)]);
        let related: Vec<Value> = (1..).zip(places).map(|(id, place)| numbered(place, id)).collect();
        json!({
            "ruleId": finding.duty.id.as_str(),
            "ruleIndex": self.0.get(&finding.duty.id).map_or(-1, |index| i64::try_from(*index).unwrap_or(-1)),
            "kind": kind,
            "level": level,
            "message": { "text": message(finding, context) },
            "locations": [first],
            "relatedLocations": related,
            "partialFingerprints": { "barrierfree/v1": finding_key(&finding.duty.id, &finding.subject.id) },
            "properties": properties(finding),
        })
    }
}

/// SARIF's words for an outcome, and how much a failure weighs; only failures have a weight.
fn judgement(finding: &Finding) -> (&'static str, &'static str) {
    match (finding.outcome, finding.gap) {
        (Outcome::Passed, _) => ("pass", "none"),
        (Outcome::CantTell, _) => ("open", "none"),
        (Outcome::Inapplicable, _) => ("notApplicable", "none"),
        (Outcome::Untested, _) => ("informational", "none"),
        (Outcome::Failed, Some(GapClass::Violation | GapClass::OverdueTarget) | None) => ("fail", "error"),
        (Outcome::Failed, Some(GapClass::Advice)) => ("fail", "note"),
        (Outcome::Failed, _) => ("fail", "warning"),
    }
}

/// What was found, what to do, and whether to look it up first.
fn message(finding: &Finding, context: Context<'_>) -> String {
    let parts = [context.facility(&finding.subject), context.found(finding), context.remedy(finding)];
    let parts = parts.into_iter().chain(context.unverified(&finding.duty));
    context.sentences(&parts.filter(|part| !part.is_empty()).collect::<Vec<_>>())
}

/// What SARIF has no place for, in the words of our JSON.
fn properties(finding: &Finding) -> Value {
    let subject = &finding.subject;
    json!({
        "gap": finding.gap,
        "outcome": finding.outcome,
        "reason": finding.reason,
        "facilityType": subject.facility_type.as_str(),
        "jurisdiction": subject.jurisdiction.as_ref().map(Adcode::as_str),
        "mergedInto": finding.merged_into.as_ref().map(RequirementId::as_str),
    })
}

fn numbered(mut place: Value, id: usize) -> Value {
    place["id"] = id.into();
    place
}
