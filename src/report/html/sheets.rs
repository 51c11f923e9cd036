//! What each column of each sheet became, and which were left out.

use maud::{Markup, html};

use super::{View, titled};
use crate::model::{ColumnUse, SheetUse, TypeId};
use crate::report::safe::visible;
use crate::report::wording::key_of;

pub(super) fn section(view: &View<'_>) -> Markup {
    let body = html! {
        @if view.run.sheets.is_empty() { p { (view.context.text("report-html-no-sheets")) } }
        @for sheet in &view.run.sheets { (one(view, sheet)) }
    };
    titled(view.context, "columns", &body)
}

fn one(view: &View<'_>, sheet: &SheetUse) -> Markup {
    let context = view.context;
    let left_out: Vec<_> = sheet.columns.iter().filter(|column| column.property.is_none()).collect();
    let names: Vec<_> = left_out.iter().map(|column| visible(&column.header).into_owned()).collect();
    html! {
        details.sheet {
            summary { (context.sheet_line(sheet, view.run)) }
            @if let Some(encoding) = &sheet.encoding { p { (context.say("report-html-encoding", "encoding", visible(encoding))) } }
            @if let Some(crs) = &sheet.crs { p { (context.crs_line(crs)) } }
            @if let Some(row) = sheet.header_row { p { (context.say("report-html-header-row", "row", row)) } }
            @if !names.is_empty() { p { (context.say("report-columns-left-out", "names", context.list(&names))) } }
            (table(view, sheet))
        }
    }
}

fn table(view: &View<'_>, sheet: &SheetUse) -> Markup {
    let context = view.context;
    html! {
        table.plain {
            caption.sr { (context.sheet_line(sheet, view.run)) }
            thead {
                tr {
                    th scope="col" { (context.text("report-column-column")) }
                    th scope="col" { (context.text("report-html-became")) }
                    th scope="col" { (context.text("report-html-mapped-by")) }
                }
            }
            tbody { @for column in &sheet.columns { (row(view, column, sheet.facility_type.as_ref())) } }
        }
    }
}

fn row(view: &View<'_>, column: &ColumnUse, of: Option<&TypeId>) -> Markup {
    let context = view.context;
    let became = column.property.as_ref().map(|property| match of {
        Some(of) => context.property(of, property),
        None => property.to_string(),
    });
    html! {
        tr {
            th scope="row" { (visible(&column.header)) }
            td { (became.unwrap_or_else(|| context.text("report-html-left-out"))) }
            td { (context.text(&format!("report-mapped-{}", key_of(column.by)))) }
        }
    }
}
