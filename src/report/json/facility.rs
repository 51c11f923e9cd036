//! What was found of a facility, as text.
//!
//! Most of a finding is said alike of many facilities: that is turned into text once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::Result;
use std::sync::Arc;

use super::cells::Rows;
use super::convert;
use super::shape::{CellsRow, CitedRow, FacilityRow};
use crate::model::{Finding, Outcome, PropertyId, RequirementResult, Subject};
use crate::report::finding_key;

/// A finding, and the place of its facility among all.
pub(super) type Placed<'a> = (usize, &'a Finding);

/// What a finding begins with that has no key yet.
const OPENING: &[u8] = b"{\"key\":\"\",";
/// What a finding, or a facility, ends with that has nothing in its last list.
const CLOSING: &[u8] = b"[]}";

/// The findings by facility, in the order of types and ids, and those of each in the order of the run.
pub(super) fn in_order<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Placed<'a>> {
    let mut numbers: HashMap<*const Subject, usize> = HashMap::new();
    let mut subjects: Vec<&Subject> = Vec::new();
    let number = |finding: &'a Finding| {
        let number = numbers.entry(Arc::as_ptr(&finding.subject)).or_insert_with(|| {
            subjects.push(&finding.subject);
            subjects.len() - 1
        });
        (*number, finding)
    };
    let mut found: Vec<Placed<'a>> = findings.map(number).collect();
    let place_of = places(&subjects);
    for (place, _) in &mut found {
        *place = place_of.get(*place).copied().unwrap_or_default();
    }
    found.sort_by_key(|(place, _)| *place);
    found
}

/// The place of each subject; of those that are the same, one.
fn places(subjects: &[&Subject]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..subjects.len()).collect();
    let of = |number: &usize| subjects.get(*number).map(|of| (of.facility_type.as_str(), of.id.as_str()));
    order.sort_by_key(of);
    let mut places = vec![0; subjects.len()];
    for (place, same) in order.chunk_by(|a, b| of(a) == of(b)).enumerate() {
        for number in same {
            places[*number] = place;
        }
    }
    places
}

/// Text that is the same in many findings.
#[derive(Default)]
pub(super) struct Texts {
    known: HashMap<*const RequirementResult, Vec<u8>>,
}

impl Texts {
    /// Writes the record of a facility from its findings.
    pub(super) fn facility(&mut self, findings: &[Placed<'_>], out: &mut Vec<u8>) -> Result<()> {
        let Some((_, first)) = findings.first() else { return Ok(()) };
        let mut rows = Rows::default();
        let cells: Vec<Vec<CitedRow>> = findings.iter().map(|(_, one)| rows.cite(&one.sources)).collect();
        serde_json::to_writer(&mut *out, &facility(&first.subject, missing(findings), rows.rows))?;
        out.truncate(out.len() - CLOSING.len());
        let mut mark = b'[';
        for ((_, finding), cells) in findings.iter().zip(&cells) {
            out.push(std::mem::replace(&mut mark, b','));
            self.finding(finding, cells, out)?;
        }
        out.extend_from_slice(b"]}");
        Ok(())
    }

    fn finding(&mut self, finding: &Finding, cells: &[CitedRow], out: &mut Vec<u8>) -> Result<()> {
        out.extend_from_slice(b"{\"key\":\"");
        out.extend_from_slice(finding_key(&finding.duty.id, &finding.subject.id).as_bytes());
        out.extend_from_slice(b"\",");
        if finding.merged_into.is_some() {
            out.extend_from_slice(&said(finding)?);
        } else {
            out.extend_from_slice(match self.known.entry(Arc::as_ptr(&finding.result)) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(said(finding)?),
            });
        }
        serde_json::to_writer(&mut *out, cells)?;
        out.push(b'}');
        Ok(())
    }
}

/// A finding between its key and its cells.
fn said(finding: &Finding) -> Result<Vec<u8>> {
    let text = serde_json::to_vec(&convert::finding(finding))?;
    let inner = text.strip_prefix(OPENING).and_then(|text| text.strip_suffix(CLOSING));
    Ok(inner.unwrap_or_default().to_vec())
}

/// The record of a facility, without its findings.
fn facility(subject: &Subject, missing: Vec<PropertyId>, sources: Vec<CellsRow>) -> FacilityRow {
    FacilityRow {
        r#type: subject.facility_type.clone(),
        id: subject.id.clone(),
        name: subject.name.clone(),
        jurisdiction: subject.jurisdiction.clone(),
        missing,
        sources,
        findings: Vec::new(),
    }
}

/// The properties behind all that cannot be told.
fn missing(findings: &[Placed<'_>]) -> Vec<PropertyId> {
    let open = findings.iter().map(|(_, finding)| finding).filter(|one| one.outcome == Outcome::CantTell);
    let mut missing: Vec<PropertyId> = Vec::new();
    for property in open.flat_map(|finding| &finding.properties) {
        if !missing.contains(property) {
            missing.push(property.clone());
        }
    }
    missing
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

    fn written(findings: &[Finding]) -> Vec<FacilityRow> {
        let placed = in_order(findings.iter());
        let (mut texts, mut rows) = (Texts::default(), Vec::new());
        for findings in placed.chunk_by(|a, b| a.0 == b.0) {
            let mut text = Vec::new();
            texts.facility(findings, &mut text).expect("memory takes everything");
            rows.push(serde_json::from_slice(&text).expect("the published shape"));
        }
        rows
    }

    #[test]
    fn what_is_missing_at_a_facility_is_said_once_for_all_clauses() {
        let rows = written(&open());
        let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids, ["lot-3", "lot-4"]);
        assert_eq!(rows[0].missing, ["total_spaces".into(), "accessible_marked".into()]);
        let requirements: Vec<_> = rows[0].findings.iter().map(|open| open.requirement.as_str()).collect();
        assert_eq!(requirements, ["BYN-39", "T-1"]);
    }

    #[test]
    fn findings_share_the_rows_and_name_their_cells() {
        let rows = written(&open());
        let lot = &rows[0];
        let sources: Vec<_> = lot.sources.iter().map(|row| (row.row, row.columns.len())).collect();
        assert_eq!(sources, [(37, 3), (40, 1)]);
        let cells = |nth: usize| lot.findings[nth].cells.iter().map(|row| (row.source, row.columns.clone()));
        assert_eq!(cells(0).collect::<Vec<_>>(), [(0, vec![0, 1])]);
        assert_eq!(cells(1).collect::<Vec<_>>(), [(0, vec![0, 2]), (1, vec![0])]);
    }

    #[test]
    fn text_that_is_kept_is_what_would_be_written_anew() {
        let mut merged = sample::run().findings[0].clone();
        merged.merged_into = Some("T-1".into());
        let findings = [open(), sample::run().findings, vec![merged]].concat();
        for facility in written(&findings) {
            for row in facility.findings {
                let of = |one: &&Finding| {
                    one.duty.id == row.requirement
                        && one.subject.id == facility.id
                        && one.merged_into == row.merged_into
                        && one.outcome == row.outcome
                };
                let finding = findings.iter().find(of).expect("a finding");
                let anew = convert::finding(finding);
                assert_eq!((row.checks, row.gap, row.key.len()), (anew.checks, anew.gap, 32));
            }
        }
    }

    #[test]
    fn a_check_that_holds_is_not_open() {
        let mut finding = open().remove(0);
        let mut held = finding.checks[0].clone();
        held.outcome = Outcome::Passed;
        sample::result(&mut finding).checks.insert(0, held);
        let rows = written(&[finding]);
        let checks: Vec<_> = rows[0].findings[0].checks.iter().map(|check| check.outcome).collect();
        assert_eq!(checks, [Outcome::CantTell]);
    }
}
