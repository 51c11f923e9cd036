//! Evidence gaps, a record for each facility: what is to be measured there.
//!
//! Undecided findings go in, in the order of the run. Many clauses look at the
//! same few numbers, so that one visit to a facility may decide them all.

use super::cells;
use super::convert;
use super::shape::{EvidenceGapRow, OpenRow};
use crate::model::{Finding, Outcome, PropertyId, Subject};
use crate::report::finding_key;

/// The findings of each facility, in the order of types and ids.
pub(super) fn by_facility(open: Vec<&Finding>) -> Vec<Vec<&Finding>> {
    let mut open = open;
    open.sort_by(|a, b| name(&a.subject).cmp(&name(&b.subject)));
    open.chunk_by(|a, b| name(&a.subject) == name(&b.subject)).map(<[_]>::to_vec).collect()
}

fn name(subject: &Subject) -> (&str, &str) {
    (subject.facility_type.as_str(), subject.id.as_str())
}

/// The record of one facility; `None` where nothing is open.
pub(super) fn row(open: &[&Finding]) -> Option<EvidenceGapRow> {
    Some(EvidenceGapRow {
        missing: missing(open),
        subject: convert::subject(&open.first()?.subject),
        requirements: open.iter().map(|finding| requirement(finding)).collect(),
        sources: cells::by_row(open.iter().flat_map(|finding| &finding.sources)),
    })
}

fn missing(open: &[&Finding]) -> Vec<PropertyId> {
    let mut missing: Vec<PropertyId> = Vec::new();
    for property in open.iter().flat_map(|finding| &finding.properties) {
        if !missing.contains(property) {
            missing.push(property.clone());
        }
    }
    missing
}

fn requirement(finding: &Finding) -> OpenRow {
    let open = finding.checks.iter().filter(|check| check.outcome == Outcome::CantTell);
    OpenRow {
        key: finding_key(&finding.duty.id, &finding.subject.id),
        requirement: finding.duty.id.clone(),
        reason: finding.reason,
        reason_in: finding.reason_in,
        properties: finding.properties.clone(),
        checks: open.map(convert::check).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Reason;
    use crate::report::sample;

    /// Two clauses that are open at lot 3, one at lot 4, the second clause first.
    fn open() -> Vec<Finding> {
        let run = sample::run();
        let mut other = run.findings[2].clone();
        let result = sample::result(&mut other);
        result.duty = run.findings[4].duty.clone();
        result.properties = vec!["total_spaces".into(), "accessible_marked".into()];
        result.reason = Some(Reason::RecordedUnknown);
        other.sources =
            vec![sample::source(37, &["无障碍车位", "标识"]), sample::source(40, &["无障碍车位"])];
        vec![run.findings[3].clone(), run.findings[2].clone(), other]
    }

    #[test]
    fn what_is_missing_at_a_facility_is_said_once_for_all_clauses() {
        let open = open();
        let facilities = by_facility(open.iter().collect());
        let rows: Vec<EvidenceGapRow> = facilities.iter().filter_map(|open| row(open)).collect();
        let ids: Vec<_> = rows.iter().map(|row| row.subject.id.as_str()).collect();
        assert_eq!(ids, ["lot-3", "lot-4"]);
        assert_eq!(rows[0].missing, ["total_spaces".into(), "accessible_marked".into()]);
        let reasons: Vec<_> =
            rows[0].requirements.iter().map(|open| (open.requirement.as_str(), open.reason)).collect();
        assert_eq!(reasons, [("BYN-39", Some(Reason::NotSurveyed)), ("T-1", Some(Reason::RecordedUnknown))]);
    }

    #[test]
    fn the_cells_of_one_row_stand_together() {
        let open = open();
        let facilities = by_facility(open.iter().collect());
        let sources = row(&facilities[0]).expect("open").sources;
        let rows: Vec<_> = sources.iter().map(|row| (row.row, row.columns.len())).collect();
        assert_eq!(rows, [(37, 3), (40, 1)]);
    }

    #[test]
    fn a_check_that_holds_is_not_open() {
        let mut finding = open().remove(0);
        let mut held = finding.checks[0].clone();
        held.outcome = Outcome::Passed;
        sample::result(&mut finding).checks.insert(0, held);
        let gap = row(&[&finding]).expect("open");
        assert_eq!(gap.requirements[0].checks.len(), 1);
        assert_eq!(gap.requirements[0].checks[0].outcome, Outcome::CantTell);
    }
}
