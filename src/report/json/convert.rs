//! From the run to the shape of its JSON.

use super::cells;
use super::shape::{
    CheckCounts, CheckRow, ColumnRow, CompleteRow, CrsRow, DeadlineRow, DiagnosticRow, FacilityCount,
    FindingRow, Input, Listed, ParameterRow, PlanRow, RequirementRow, SheetRow, StandardRow, SubjectRow,
    Summary, Why,
};
use crate::diagnostic::Diagnostic;
use crate::model::{
    CheckResult, CheckTally, CrsUse, Deadline, Finding, Parameter, Run, SheetUse, StandardUse, Subject, Tally,
};
use crate::quantity::Interval;
use crate::report::{Context, finding_key, privacy};

pub(super) fn plan(run: &Run, context: &Context<'_>) -> PlanRow {
    let plan = &run.plan;
    let input = |input: &crate::model::Input| Input {
        file: input.file.clone(),
        hash: input.hash.clone(),
        rows: privacy::rows_of_input(input, run, context.catalogue),
    };
    let complete = |one: &crate::model::Complete| CompleteRow {
        r#type: one.facility_type.clone(),
        jurisdiction: one.jurisdiction.clone(),
        on: one.on.to_string(),
    };
    PlanRow {
        standards: plan.standards.iter().map(standard).collect(),
        auto: plan.auto,
        as_of: plan.as_of.to_string(),
        known_by: plan.known_by.to_string(),
        jurisdiction: plan.jurisdiction.clone(),
        engine: plan.engine.clone(),
        findings: if plan.all_findings { Listed::All } else { Listed::Gaps },
        inputs: plan.inputs.iter().map(input).collect(),
        facilities: facilities(run, context),
        complete: plan.complete.iter().map(complete).collect(),
    }
}

fn standard(standard: &StandardUse) -> StandardRow {
    StandardRow {
        id: standard.id.clone(),
        title: standard.title.clone(),
        hash: standard.hash.clone(),
        made_up: standard.made_up,
        period_past: standard.period_past,
    }
}

fn facilities(run: &Run, context: &Context<'_>) -> Vec<FacilityCount> {
    let count = |(of, count): &(_, u64)| FacilityCount {
        r#type: Clone::clone(of),
        count: privacy::facilities(of, *count, context.catalogue),
    };
    run.plan.facilities.iter().map(count).collect()
}

pub(super) fn summary(run: &Run, context: &Context<'_>) -> Summary {
    Summary { requirements: run.tallies.iter().map(|tally| requirement(tally, context)).collect() }
}

fn requirement(tally: &Tally, context: &Context<'_>) -> RequirementRow {
    RequirementRow {
        standard: tally.duty.standard.clone(),
        requirement: tally.duty.id.clone(),
        clause: tally.duty.clause.clone(),
        title: tally.duty.title.clone(),
        obligation: tally.duty.obligation.strength,
        deadline: tally.duty.deadline.map(deadline),
        unit: tally.duty.unit.clone(),
        parameters: tally.duty.parameters.iter().map(|one| parameter(one)).collect(),
        verified: tally.duty.verified,
        rests_on: tally.duty.rests_on.clone(),
        outcomes: privacy::outcomes(tally, context.catalogue),
        checks: privacy::checks(tally, context.catalogue).iter().map(check_counts).collect(),
    }
}

fn parameter(parameter: &Parameter) -> ParameterRow {
    ParameterRow {
        id: parameter.id.clone(),
        words: parameter.words.clone(),
        value: Interval::exact(parameter.value).into(),
    }
}

fn check_counts(check: &CheckTally) -> CheckCounts {
    CheckCounts {
        check: check.check.clone(),
        passed: check.passed,
        failed: check.failed,
        cant_tell: check.cant_tell,
        shortfall: check.shortfall.map(Into::into),
        to_repair: check.to_repair.map(Into::into),
        unit: check.unit.clone(),
    }
}

pub(super) fn finding(finding: &Finding) -> FindingRow {
    FindingRow {
        key: finding_key(&finding.duty.id, &finding.subject.id),
        requirement: finding.duty.id.clone(),
        subject: subject(&finding.subject),
        outcome: finding.outcome,
        reason: finding.reason.map(Why::Reason).or(finding.silence.map(Why::Silence)),
        reason_in: finding.reason_in,
        properties: finding.properties.clone(),
        measured: finding.measured().map(Into::into),
        required: finding.required().map(Into::into),
        shortfall: finding.shortfall().map(Into::into),
        checks: finding.checks.iter().map(check).collect(),
        gap: finding.gap,
        merged_into: finding.merged_into.clone(),
        sources: cells::by_row(&finding.sources),
    }
}

pub(super) fn subject(subject: &Subject) -> SubjectRow {
    SubjectRow {
        r#type: subject.facility_type.clone(),
        id: subject.id.clone(),
        name: subject.name.clone(),
        jurisdiction: subject.jurisdiction.clone(),
    }
}

pub(super) fn check(check: &CheckResult) -> CheckRow {
    CheckRow {
        check: check.duty.id.clone(),
        outcome: check.outcome,
        reason: check.reason,
        properties: check.duty.properties.clone(),
        measured: check.measured().map(Into::into),
        required: check.required().map(Into::into),
        shortfall: check.shortfall().map(Into::into),
        unit: check.duty.unit.clone(),
    }
}

fn deadline(deadline: Deadline) -> DeadlineRow {
    DeadlineRow {
        date: deadline.date.map(|date| date.to_string()),
        precision: deadline.precision,
        inferred: deadline.inferred,
    }
}

pub(super) fn diagnostic(diagnostic: &Diagnostic, context: &Context<'_>) -> DiagnosticRow {
    let place = &diagnostic.place;
    DiagnosticRow {
        code: diagnostic.code.key().to_owned(),
        severity: diagnostic.code.severity(),
        file: place.file.clone(),
        sheet: place.sheet.clone(),
        row: place.row,
        column: place.column.clone(),
        value: diagnostic.value.clone(),
        message: context.locale.say(&diagnostic.message()),
        remedy: context.locale.say(&diagnostic.remedy()),
    }
}

pub(super) fn sheet(sheet: &SheetUse, run: &Run, context: &Context<'_>) -> SheetRow {
    let column = |column: &crate::model::ColumnUse| ColumnRow {
        header: column.header.clone(),
        property: column.property.clone(),
        by: column.by,
    };
    SheetRow {
        file: sheet.file.clone(),
        sheet: sheet.sheet.clone(),
        encoding: sheet.encoding.clone(),
        r#type: sheet.facility_type.clone(),
        header_row: sheet.header_row,
        rows: privacy::rows(sheet, run, context.catalogue),
        crs: sheet.crs.as_ref().map(crs),
        columns: sheet.columns.iter().map(column).collect(),
    }
}

fn crs(used: &CrsUse) -> CrsRow {
    CrsRow { name: used.name.clone(), converted: used.converted, by: used.by }
}
