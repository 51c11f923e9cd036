//! The whole run for programs, streamed.
//!
//! A [`Run`] goes in, one JSON document comes out, whose shape [`schema`]
//! publishes. Findings are turned and written a few at a time, so that a run of
//! millions needs no second copy in memory. What the data do not decide stands
//! apart from them, a record for each facility.

mod cells;
mod convert;
mod gap;
mod shape;
mod stream;
mod value;

pub use shape::{
    CellsRow, CheckCounts, CheckRow, ColumnRow, CompleteRow, DeadlineRow, DiagnosticRow, Document,
    EvidenceGapRow, FacilityCount, FindingRow, Input, Listed, OpenRow, PlanRow, RequirementRow, SheetRow,
    StandardRow, SubjectRow, Summary, Why,
};
pub use value::{Ends, Number};

use std::io::Write;

use stream::Object;

use super::{Context, privacy};
use crate::model::{Finding, Outcome, Run};

/// Writes the whole run as one JSON document.
pub fn write(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let shown = privacy::findings(run, context.catalogue);
    let (open, decided): (Vec<&Finding>, Vec<&Finding>) =
        shown.partition(|finding| finding.outcome == Outcome::CantTell);
    let mut document = Object::new(out);
    document.field("schema_version", &shape::VERSION)?;
    document.field("plan", &convert::plan(run, context))?;
    document.field("summary", &convert::summary(run, context))?;
    document.list("findings", &decided, |finding| convert::finding(finding))?;
    document.list("evidence_gaps", &gap::by_facility(open), |open| gap::row(open))?;
    document.list("diagnostics", &run.diagnostics, |one| convert::diagnostic(one, context))?;
    let sheets: Vec<_> = run.sheets.iter().map(|sheet| convert::sheet(sheet, run, context)).collect();
    document.field("sheets", &sheets)?;
    document.end()
}

/// The JSON schema of the document.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Document).to_value()
}

#[cfg(test)]
mod tests;
