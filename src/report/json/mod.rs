//! The whole run for programs, streamed.
//!
//! A [`Run`] goes in, one JSON document comes out, whose shape [`schema`]
//! publishes. Findings are turned and written one after the other, so that a
//! run of millions needs no second copy in memory.

mod convert;
mod shape;
mod value;

pub use shape::{
    CheckCounts, CheckRow, ColumnRow, CompleteRow, DeadlineRow, DiagnosticRow, Document, FacilityCount,
    FindingRow, Input, Listed, PlanRow, RequirementRow, SheetRow, StandardRow, SubjectRow, Summary, Why,
};
pub use value::{Ends, Number};

use std::io::Write;

use super::stream::Stream;
use super::{Context, privacy};
use crate::model::Run;

/// Writes the whole run as one JSON document.
pub fn write(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let document = Document {
        schema_version: shape::VERSION.into(),
        plan: convert::plan(run, context),
        summary: convert::summary(run, context),
        findings: Stream(|| privacy::findings(run, context.catalogue).map(convert::finding)),
        diagnostics: Stream(|| run.diagnostics.iter().map(|one| convert::diagnostic(one, context))),
        sheets: run.sheets.iter().map(|sheet| convert::sheet(sheet, run, context)).collect(),
    };
    serde_json::to_writer(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// The JSON schema of the document.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Document).to_value()
}

#[cfg(test)]
mod tests;
