//! What is wrong with the data, and what to do: the list to work off beside the survey.

use rust_xlsxwriter::XlsxError;

use super::list::{Cell, Column, Layout, List};
use crate::diagnostic::Diagnostic;
use crate::model::Run;
use crate::report::Context;

const COLUMNS: [Column; 10] = [
    ("severity", 10.0),
    ("kind", 20.0),
    ("file", 28.0),
    ("sheet", 14.0),
    ("row", 8.0),
    ("column", 20.0),
    ("value", 20.0),
    ("message", 44.0),
    ("remedy", 44.0),
    ("code", 20.0),
];

pub(super) fn write(list: &mut List<'_>, run: &Run) -> Result<(), XlsxError> {
    let layout = Layout { name: "report-xlsx-diagnostics", columns: &COLUMNS, printed: 9, frozen: 0 };
    let context = list.context;
    list.write(&layout, run.diagnostics.iter().map(|diagnostic| row(diagnostic, context)))
}

fn row(diagnostic: &Diagnostic, context: Context<'_>) -> Vec<Cell> {
    let (place, code) = (&diagnostic.place, diagnostic.code);
    vec![
        Cell::text(context.severity(code.severity())),
        Cell::text(context.kind(code)),
        Cell::text(&*place.file),
        Cell::maybe(place.sheet.as_deref()),
        place.row.map_or(Cell::Blank, Cell::count),
        Cell::maybe(place.column.as_deref()),
        Cell::maybe(diagnostic.value.as_deref()),
        Cell::text(context.locale.say(&diagnostic.message())),
        Cell::text(context.locale.say(&diagnostic.remedy())),
        Cell::text(code.key()),
    ]
}
