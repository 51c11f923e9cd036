//! The verdict and the counts that every readable report opens with.

use std::collections::{BTreeMap, HashSet};

use super::amount::{self, Scale, count};
use super::safe::visible;
use super::wording::key_of;
use super::{Context, privacy};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::locale::Message;
use crate::model::{
    AREA, Adcode, CheckTally, ColumnUse, CrsUse, Finding, GapClass, MappedBy, Plan, Run, SheetUse, Subject,
    Tally,
};
use crate::quantity::{Interval, Unit};

/// Every class of gap, the most urgent first.
pub(super) const GAP_CLASSES: [GapClass; 6] = [
    GapClass::Violation,
    GapClass::OverdueTarget,
    GapClass::Upcoming,
    GapClass::Lagging,
    GapClass::Advice,
    GapClass::EvidenceGap,
];

/// How many gaps there are of each class.
pub(super) type GapCounts = BTreeMap<GapClass, u64>;

/// The answer to "is this place all right?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Duties that are due are not met.
    Failed {
        /// Violations and overdue targets.
        gaps: u64,
        /// The facilities that have them.
        facilities: usize,
    },
    /// Nothing that is due is known to fail, and something is not known.
    Open {
        /// Findings the data do not decide.
        gaps: u64,
    },
    /// Nothing that is due fails or is open; something else is not met.
    Later {
        /// Upcoming, lagging and advised.
        gaps: u64,
    },
    /// What fails or is open concerns people and is only counted.
    Withheld,
    /// Everything that applies holds.
    Passed,
    /// Nothing was judged.
    Nothing,
}

impl Verdict {
    /// The verdict of a run, from its gaps that may be shown and all its counts.
    pub(super) fn of(run: &Run, gaps: &[&Finding]) -> Self {
        let counts = by_class(gaps);
        let number = |class| counts.get(&class).copied().unwrap_or_default();
        let due = number(GapClass::Violation) + number(GapClass::OverdueTarget);
        let open = number(GapClass::EvidenceGap);
        let total: u64 = counts.values().sum();
        let all = |pick: fn(&Tally) -> u64| run.tallies.iter().map(pick).sum::<u64>();
        match (due, open, total) {
            (1.., ..) => {
                Self::Failed { gaps: due, facilities: facilities(gaps.iter().filter(|gap| is_due(gap))) }
            }
            (_, 1.., _) => Self::Open { gaps: open },
            (.., 1..) => Self::Later { gaps: total },
            _ if all(|tally| tally.outcomes.failed + tally.outcomes.cant_tell) > 0 => Self::Withheld,
            _ if all(|tally| tally.outcomes.passed) > 0 => Self::Passed,
            _ => Self::Nothing,
        }
    }
}

/// How many different facilities findings are about.
pub(super) fn facilities<'a>(findings: impl Iterator<Item = &'a &'a Finding>) -> usize {
    findings.map(|finding| &finding.subject.id).collect::<HashSet<_>>().len()
}

/// How many gaps there are of each class.
pub(super) fn by_class(gaps: &[&Finding]) -> GapCounts {
    let mut counts = GapCounts::new();
    for class in gaps.iter().filter_map(|finding| finding.gap) {
        *counts.entry(class).or_default() += 1;
    }
    counts
}

/// The gaps of each jurisdiction; those of unknown jurisdiction last.
pub(super) fn by_jurisdiction<'a>(gaps: &[&'a Finding]) -> Vec<(Option<&'a Adcode>, Vec<&'a Finding>)> {
    let mut groups: BTreeMap<(bool, Option<&Adcode>), Vec<&Finding>> = BTreeMap::new();
    for gap in gaps {
        let code = gap.subject.jurisdiction.as_ref();
        groups.entry((code.is_none(), code)).or_default().push(gap);
    }
    groups.into_iter().map(|((_, code), gaps)| (code, gaps)).collect()
}

/// How many diagnostics there are of each kind, the costliest first.
pub(super) fn by_kind(diagnostics: &[&Diagnostic]) -> Vec<(Code, u64)> {
    let mut counts: BTreeMap<(Severity, Code), u64> = BTreeMap::new();
    for diagnostic in diagnostics {
        *counts.entry((diagnostic.code.severity(), diagnostic.code)).or_default() += 1;
    }
    counts.into_iter().map(|((_, code), number)| (code, number)).collect()
}

/// The costliest first, each kind together, in the order of the files.
pub(super) fn in_order_of_kind(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut diagnostics: Vec<_> = diagnostics.iter().collect();
    diagnostics.sort_by_key(|diagnostic| (diagnostic.code.severity(), diagnostic.code));
    diagnostics
}

impl Context<'_> {
    /// The verdict in a sentence.
    pub(super) fn verdict(self, verdict: Verdict) -> String {
        let sentence = |key: &str, gaps| self.counted(key, gaps);
        match verdict {
            Verdict::Failed { gaps, facilities } => self.locale.say(
                &Message::new("report-verdict-failed")
                    .with("count", count(gaps))
                    .with("facilities", amount::length(facilities)),
            ),
            Verdict::Open { gaps } => sentence("report-verdict-open", gaps),
            Verdict::Later { gaps } => sentence("report-verdict-later", gaps),
            Verdict::Withheld => self.text("report-verdict-withheld"),
            Verdict::Passed => self.text("report-verdict-passed"),
            Verdict::Nothing => self.text("report-verdict-nothing"),
        }
    }

    /// Where, when and by what was judged.
    pub(super) fn plan_line(self, plan: &Plan) -> String {
        let facilities = plan
            .facilities
            .iter()
            .filter_map(|(of, count)| privacy::facilities(of, *count, self.catalogue))
            .sum();
        let mut parts = vec![self.say("report-as-of", "date", plan.as_of)];
        if let Some(place) = &plan.jurisdiction {
            parts.push(self.say("report-in-jurisdiction", "place", self.place(place)));
        }
        parts.push(self.say("report-by-standards", "count", amount::length(plan.standards.len())));
        parts.push(self.counted("report-of-facilities", facilities));
        parts.join(" · ")
    }

    /// What a sheet was taken for, in a line.
    pub(super) fn sheet_line(self, sheet: &SheetUse, run: &Run) -> String {
        self.sheet_with_rows(sheet, privacy::rows(sheet, run, self.catalogue))
    }

    /// What a sheet was taken for and which columns were left out, a line each, before anything is judged.
    pub fn taken(self, sheet: &SheetUse) -> Vec<String> {
        let line = self.sheet_with_rows(sheet, privacy::rows_alone(sheet, self.catalogue));
        [line].into_iter().chain(self.left_out(sheet)).collect()
    }

    /// The columns of a sheet that were left out, where there are any.
    pub(super) fn left_out(self, sheet: &SheetUse) -> Option<String> {
        let left_out = sheet.columns.iter().filter(|column| column.by == MappedBy::Nothing);
        let names: Vec<_> = left_out.map(|column| visible(&column.header).into_owned()).collect();
        (!names.is_empty()).then(|| self.say("report-columns-left-out", "names", self.list(&names)))
    }

    fn sheet_with_rows(self, sheet: &SheetUse, rows: Option<u64>) -> String {
        let used = sheet.columns.iter().filter(|column| column.property.is_some()).count();
        let of = sheet.facility_type.as_ref().map(|of| self.facility_type(of));
        let line = Message::new("report-sheet-line")
            .with("place", self.file(&sheet.file, sheet.sheet.as_deref()))
            .with("type", of.unwrap_or_else(|| self.text("report-several-types")))
            .with("rows", self.rows(rows))
            .with("columns", amount::length(sheet.columns.len()))
            .with("used", amount::length(used));
        self.locale.say(&line)
    }

    /// A number of rows, or that it is withheld.
    pub(super) fn rows(self, rows: Option<u64>) -> String {
        rows.map_or_else(|| self.text("report-rows-withheld"), count)
    }

    /// The reference system of a sheet's positions, in a line.
    pub(super) fn crs_line(self, crs: &CrsUse) -> String {
        let converted = if crs.converted { "yes" } else { "no" };
        let line = Message::new("report-crs").with("name", visible(&crs.name));
        self.locale.say(&line.with("converted", converted).with("by", key_of(crs.by)))
    }

    /// A facility by name, type and place; by its id where it has no name.
    pub(super) fn facility(self, subject: &Subject) -> String {
        if subject.facility_type.as_str() == AREA {
            return subject.jurisdiction.as_ref().map_or_else(String::new, |code| self.place(code));
        }
        let name = visible(subject.name.as_deref().unwrap_or(subject.id.as_str())).into_owned();
        let mut parts = vec![name, self.facility_type(&subject.facility_type)];
        parts.extend(subject.jurisdiction.as_ref().map(|code| self.place(code)));
        parts.join(" · ")
    }

    /// What a column became: `总车位 → 总车位数`; `None` where it was left out.
    pub(super) fn became(self, column: &ColumnUse, sheet: &SheetUse) -> Option<String> {
        let property = column.property.as_ref()?;
        let label = match &sheet.facility_type {
            Some(of) => self.property(of, property),
            None => property.to_string(),
        };
        let header = visible(&column.header);
        Some(if label == header { label } else { format!("{header} → {label}") })
    }

    /// What a check is about, in a few words.
    pub(super) fn check(self, check: &CheckTally, tally: &Tally) -> String {
        match (&check.about, tally.types.first()) {
            (Some(property), Some(of)) => self.property(of, property),
            _ => check.check.to_string(),
        }
    }

    /// What is missing at least, by the checks of a requirement that have an amount.
    pub(super) fn missing(self, tally: &Tally) -> String {
        let amounts =
            privacy::checks(tally, self.catalogue).iter().filter_map(|check| self.at_least(check, tally));
        let amounts: Vec<_> = amounts.collect();
        self.list(&amounts)
    }

    /// The low end of a check's shortfall; none where nothing is missing for certain.
    pub(super) fn at_least(self, check: &CheckTally, tally: &Tally) -> Option<String> {
        // Missing bays add up to something that can be built; missing metres of many places do not.
        let physical = check.unit.as_ref().and_then(|unit| Unit::find(unit.as_str()));
        let low = check.at_least().filter(|low| *low > 0.into() && physical.is_none())?;
        let of = tally.types.first()?;
        let scale = Scale::of(check.unit.as_ref(), of, &[], self).of_difference();
        Some(amount::amount(Interval::exact(low), &scale, self))
    }
}

/// Violations and overdue targets.
fn is_due(finding: &Finding) -> bool {
    matches!(finding.gap, Some(GapClass::Violation | GapClass::OverdueTarget))
}
