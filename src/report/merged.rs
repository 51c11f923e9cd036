//! Findings that another one stands for: the same repair, told once.

use std::collections::HashMap;

use super::{Context, amount, privacy};
use crate::locale::Message;
use crate::model::{Catalogue, FacilityId, Finding, RequirementId, Run};

/// The findings that others stand for, by the facility and the requirement that leads.
pub(super) struct Merged<'a> {
    led: HashMap<(&'a FacilityId, &'a RequirementId), Vec<&'a Finding>>,
}

impl<'a> Merged<'a> {
    /// Those of a run that may be shown.
    pub(super) fn of(run: &'a Run, catalogue: &'a Catalogue) -> Self {
        let mut led: HashMap<_, Vec<_>> = HashMap::new();
        for finding in privacy::findings(run, catalogue) {
            if let Some(leader) = &finding.merged_into {
                led.entry((&finding.subject.id, leader)).or_default().push(finding);
            }
        }
        Self { led }
    }

    /// That others ask for the same, or that it is asked for elsewhere; empty for a finding of its own.
    pub(super) fn note(&self, finding: &Finding, context: Context<'_>) -> String {
        let others = self.led.get(&(&finding.subject.id, &finding.duty.id)).map_or(&[][..], Vec::as_slice);
        match (&finding.merged_into, others) {
            (Some(leader), _) => context.say("report-merged-into", "leader", leader),
            (None, []) => String::new(),
            (None, others) => {
                let clauses: Vec<_> = others.iter().map(|other| context.citation(&other.duty)).collect();
                let note = Message::new("report-merged-more").with("count", amount::length(others.len()));
                context.locale.say(&note.with("clauses", context.list(&clauses)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Locale};
    use crate::report::{Areas, sample};

    #[test]
    fn the_leader_says_who_else_asks_and_the_others_who_leads() {
        let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
        let context = Context { locale: &locale, catalogue: &catalogue, areas: &Areas::new() };
        let mut run = sample::run();
        // The last but one is about the first one's facility.
        run.findings[4].merged_into = Some("BYN-39".into());
        let merged = Merged::of(&run, &catalogue);
        assert_eq!(merged.note(&run.findings[0], context), "同一处整改另有 1 条要求：巴彦淖尔 2017 三(一)");
        assert_eq!(merged.note(&run.findings[4], context), "与 BYN-39 是同一处整改，以其为准");
        assert_eq!(merged.note(&run.findings[1], context), "");
    }
}
