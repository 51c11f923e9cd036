//! What each column of each sheet became, and which were left out.
//!
//! Sheets that read alike are told once, and so are columns that are the same
//! in every sheet: of the files of a city most differ in a few.

use maud::{Markup, html};

use super::{View, titled};
use crate::model::{ColumnUse, MappedBy, SheetUse, TypeId};
use crate::report::Context;
use crate::report::safe::visible;
use crate::report::wording::key_of;

pub(super) fn section(view: &View<'_>) -> Markup {
    let context = view.context;
    let groups = alike(&view.run.sheets);
    let common = common(context, &groups);
    let body = html! {
        @if groups.is_empty() { p { (context.text("report-html-no-sheets")) } }
        @if !common.is_empty() {
            details.sheet {
                summary { (context.say("report-html-columns-common", "count", common.len())) }
                (table(context, "report-html-columns-every", &common))
            }
        }
        @for sheets in &groups { (one(view, sheets, &common)) }
    };
    titled(context, "columns", &body)
}

/// Sheets that differ in nothing but their names and rows, together, in the order of the first.
fn alike(sheets: &[SheetUse]) -> Vec<Vec<&SheetUse>> {
    let mut groups: Vec<Vec<&SheetUse>> = Vec::new();
    for sheet in sheets {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| read_alike(first, sheet))) {
            Some(group) => group.push(sheet),
            None => groups.push(vec![sheet]),
        }
    }
    groups
}

fn read_alike(one: &SheetUse, other: &SheetUse) -> bool {
    let how = |sheet: &SheetUse| {
        (sheet.facility_type.clone(), sheet.encoding.clone(), sheet.header_row, sheet.crs.clone())
    };
    one.columns == other.columns && how(one) == how(other)
}

fn one(view: &View<'_>, sheets: &[&SheetUse], common: &[Reading]) -> Markup {
    let context = view.context;
    let Some(sheet) = sheets.first() else { return html! {} };
    let own: Vec<_> =
        readings(context, sheet).into_iter().filter(|reading| !common.contains(reading)).collect();
    html! {
        details.sheet {
            summary { @for (at, sheet) in sheets.iter().enumerate() { @if at > 0 { br; } (context.sheet_line(sheet, view.run)) } }
            @if let Some(encoding) = &sheet.encoding { p { (context.say("report-html-encoding", "encoding", visible(encoding))) } }
            @if let Some(crs) = &sheet.crs { p { (context.crs_line(crs)) } }
            @if let Some(row) = sheet.header_row { p { (context.say("report-html-header-row", "row", row)) } }
            @if let Some(left_out) = context.left_out(sheet) { p { (left_out) } }
            @if !own.is_empty() { (table(context, if common.is_empty() { "report-html-columns-all" } else { "report-html-columns-own" }, &own)) }
        }
    }
}

/// A header, what it became and what decided.
type Reading = [String; 3];

fn readings(context: Context<'_>, sheet: &SheetUse) -> Vec<Reading> {
    sheet.columns.iter().map(|column| reading(context, column, sheet.facility_type.as_ref())).collect()
}

fn reading(context: Context<'_>, column: &ColumnUse, of: Option<&TypeId>) -> Reading {
    let became = match (&column.property, of) {
        (Some(property), Some(of)) => context.property(of, property),
        (Some(property), None) => property.to_string(),
        (None, _) if column.by == MappedBy::Nothing => context.text("report-html-left-out"),
        (None, _) => context.text("report-html-no-property"),
    };
    [
        visible(&column.header).into_owned(),
        became,
        context.text(&format!("report-mapped-{}", key_of(column.by))),
    ]
}

/// What is read alike in every one of several kinds of sheets.
fn common(context: Context<'_>, groups: &[Vec<&SheetUse>]) -> Vec<Reading> {
    let mut sheets = groups.iter().filter_map(|group| group.first()).map(|sheet| readings(context, sheet));
    let Some(mut common) = sheets.next().filter(|_| groups.len() > 1) else { return Vec::new() };
    for sheet in sheets {
        common.retain(|reading| sheet.contains(reading));
    }
    common
}

fn table(context: Context<'_>, caption: &str, rows: &[Reading]) -> Markup {
    html! {
        table.plain {
            caption.sr { (context.text(caption)) }
            thead {
                tr {
                    th scope="col" { (context.text("report-column-column")) }
                    th scope="col" { (context.text("report-html-became")) }
                    th scope="col" { (context.text("report-html-mapped-by")) }
                }
            }
            tbody {
                @for [header, became, by] in rows { tr { th scope="row" { (header) } td { (became) } td { (by) } } }
            }
        }
    }
}
