//! What is wrong with the files, by kind; the script draws every single one.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::diagnostic::{Code, Diagnostic};
use crate::report::Context;
use crate::report::amount::count;
use crate::report::overview;
use crate::report::safe::visible;

/// The kinds with their counts and first examples; `lead` stands before them.
pub(super) fn section(context: Context<'_>, diagnostics: &[&Diagnostic], lead: &Markup) -> Markup {
    let examples = examples(diagnostics);
    let kinds = overview::by_kind(diagnostics);
    let body = html! {
        @if kinds.is_empty() { p { (context.text("report-html-no-diagnostics")) } } @else { (lead) }
        @for (code, number) in kinds {
            details.kind data-kind=(code.key()) {
                summary {
                    span.title { (context.kind(code)) }
                    span.count { (count(number)) }
                    span.under { (context.severity(code.severity())) }
                }
                @if let Some(example) = examples.get(&code) { (one(context, example)) }
            }
        }
    };
    super::titled(context, "diagnostics", &body)
}

/// The first of each kind, which stands for it where no script runs.
fn examples<'a>(diagnostics: &[&'a Diagnostic]) -> BTreeMap<Code, &'a Diagnostic> {
    diagnostics.iter().rev().map(|diagnostic| (diagnostic.code, *diagnostic)).collect()
}

fn one(context: Context<'_>, diagnostic: &Diagnostic) -> Markup {
    html! {
        p.example {
            span.place { (place(context, diagnostic)) } " "
            (visible(&context.locale.say(&diagnostic.message()))) " "
            (visible(&context.locale.say(&diagnostic.remedy())))
        }
    }
}

/// File, sheet, row and column, as far as they are known.
pub(super) fn place(context: Context<'_>, diagnostic: &Diagnostic) -> String {
    let place = &diagnostic.place;
    let file = context.file(&place.file, place.sheet.as_deref());
    let column = place.column.as_deref().map(visible).unwrap_or_default();
    match place.row {
        Some(row) => context.at(&file, &context.cells(row, &column)),
        None if column.is_empty() => file,
        None => context.at(&file, &context.say("report-column-only", "column", column)),
    }
}
