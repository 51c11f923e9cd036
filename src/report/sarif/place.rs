//! Where in a survey something stands, and of which facility it is said.

use serde_json::{Value, json};

use crate::diagnostic::Diagnostic;
use crate::model::{Run, Subject};
use crate::report::Context;
use crate::report::address;
use crate::report::safe::visible;
use crate::report::wording::Citation;

/// A row; in text it is a line, in a workbook only its words can name it.
pub(super) fn of_row(row: &Citation<'_>, run: &Run, context: Context<'_>) -> Value {
    let mut place = physical(row.file, row.sheet, Some(row.row), run);
    let file = context.file(row.file, row.sheet);
    place["message"] = json!({ "text": context.at(&file, &context.cells(row.row, &context.columns(row))) });
    place
}

/// As much of a place as a diagnostic knows.
pub(super) fn of_diagnostic(diagnostic: &Diagnostic, run: &Run, context: Context<'_>) -> Value {
    let place = &diagnostic.place;
    let mut physical = physical(&place.file, place.sheet.as_deref(), place.row, run);
    let file = context.file(&place.file, place.sheet.as_deref());
    let column = place.column.as_deref().map(visible).unwrap_or_default();
    let cells = place.row.map(|row| context.cells(row, &column));
    physical["message"] =
        json!({ "text": cells.map_or_else(|| file.clone(), |cells| context.at(&file, &cells)) });
    physical
}

/// The facility or area.
pub(super) fn of_subject(subject: &Subject) -> Value {
    let name = subject.name.as_deref().unwrap_or(subject.id.as_str());
    json!({
        "name": visible(name),
        "fullyQualifiedName": visible(subject.id.as_str()),
        "kind": subject.facility_type.as_str(),
    })
}

fn physical(file: &str, sheet: Option<&str>, row: Option<u32>, run: &Run) -> Value {
    let mut artifact = json!({ "uri": address::of_file(file) });
    if let Some(index) = run.plan.inputs.iter().position(|input| &*input.file == file) {
        artifact["index"] = index.into();
    }
    let mut place = json!({ "physicalLocation": { "artifactLocation": artifact } });
    match (sheet, row) {
        (None, Some(row)) => place["physicalLocation"]["region"] = json!({ "startLine": row }),
        (Some(sheet), row) => {
            let cell = row.map_or_else(|| sheet.to_owned(), |row| format!("{sheet}!{row}"));
            let properties = json!({ "sheet": visible(sheet), "row": row, "cell": visible(&cell) });
            place["properties"] = properties;
        }
        (None, None) => {}
    }
    place
}
