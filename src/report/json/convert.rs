//! From the run to the shape of its JSON.

use super::shape::{
    CheckCounts, CheckRow, ColumnRow, CompleteRow, CrsRow, DeadlineRow, DiagnosticRow, FacilityCount,
    FindingRow, Input, Listed, ParameterRow, PlanRow, RequirementRow, SheetRow, StandardRow, Summary, Why,
};
use crate::diagnostic::Diagnostic;
use crate::model::{
    CheckResult, CheckTally, CrsUse, Deadline, Finding, Outcome, Parameter, RequirementResult, Run, SheetUse,
    StandardUse, Tally,
};
use crate::quantity::Interval;
use crate::report::{Context, privacy};

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
        properties: check.properties.clone(),
        passed: check.passed,
        failed: check.failed,
        cant_tell: check.cant_tell,
        shortfall: check.shortfall.map(Into::into),
        to_repair: check.to_repair.map(Into::into),
        unit: check.unit.clone(),
    }
}

/// A finding, without its key and its cells.
pub(super) fn finding(finding: &Finding) -> FindingRow {
    let result: &RequirementResult = finding;
    let is_open = result.outcome == Outcome::CantTell;
    let checks = result.checks.iter().filter(|check| !is_open || check.outcome == Outcome::CantTell);
    FindingRow {
        key: String::new(),
        requirement: result.duty.id.clone(),
        outcome: result.outcome,
        gap: result.gap,
        reason: result.reason.map(Why::Reason).or(result.silence.map(Why::Silence)),
        reason_in: result.reason_in,
        properties: result.properties.clone(),
        measured: result.without_mark.as_deref().copied().map(Into::into),
        checks: checks.map(check).collect(),
        merged_into: finding.merged_into.clone(),
        cells: Vec::new(),
    }
}

fn check(check: &CheckResult) -> CheckRow {
    CheckRow {
        check: check.duty.id.clone(),
        outcome: check.outcome,
        reason: check.reason,
        measured: check.measured().map(Into::into),
        required: check.required().map(Into::into),
        shortfall: check.shortfall().map(Into::into),
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
