//! The whole run for programs, streamed.
//!
//! A [`Run`] goes in, one JSON document comes out, whose shape [`schema`]
//! publishes. What is known of a facility or a requirement is said once: there is
//! a record for each facility with its findings, which name requirements of the
//! summary, and cells of the facility's rows. Facilities are turned into text and
//! written a few at a time, so that a run of millions needs no second copy in memory.

mod cells;
mod convert;
mod facility;
mod shape;
mod stream;
mod value;

pub use shape::{
    CellsRow, CheckCounts, CheckRow, CitedRow, ColumnRow, CompleteRow, DeadlineRow, DiagnosticRow, Document,
    FacilityCount, FacilityRow, FindingRow, Input, Listed, PlanRow, RequirementRow, SheetRow, StandardRow,
    Summary, Why,
};
pub use value::{Amount, Ends, Number};

use std::io::Write;

use facility::{Placed, Texts};
use stream::Object;

use super::{Context, privacy};
use crate::model::Run;

/// Writes the whole run as one JSON document.
pub fn write(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let findings = facility::in_order(privacy::findings(run, context.catalogue));
    let facilities: Vec<&[Placed<'_>]> = findings.chunk_by(|(a, _), (b, _)| a == b).collect();
    let mut document = Object::new(out);
    document.field("schema_version", &shape::VERSION)?;
    document.field("plan", &convert::plan(run, context))?;
    document.field("summary", &convert::summary(run, context))?;
    document.list("facilities", &facilities, Texts::default, |texts, findings, out| {
        texts.facility(findings, out)
    })?;
    document.list(
        "diagnostics",
        &run.diagnostics,
        || (),
        |(), one, out| Ok(serde_json::to_writer(out, &convert::diagnostic(one, context))?),
    )?;
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
