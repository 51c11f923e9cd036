//! The place where the script draws the full list, and its controls.

use maud::{Markup, html};

use super::titled;
use crate::report::Context;

const FILTERS: [&str; 4] = ["outcome", "gap", "duty", "place"];
const COLUMNS: [&str; 5] = ["facility", "gap", "found", "remedy", "deadline"];

/// The list with filters, paging and a view of one facility.
pub(super) fn section(context: Context<'_>) -> Markup {
    section_of(
        context,
        &html! {
            noscript { p.notice { (context.text("report-html-needs-script")) } }
            div #app hidden {
                (filters(context))
                p #count role="status" {}
                div #split {
                    div #results { (table(context)) (pager(context)) }
                    aside #facility aria-labelledby="facility-heading" hidden {}
                }
            }
        },
    )
}

/// What is said where there is nothing to list.
pub(super) fn empty(context: Context<'_>) -> Markup {
    section_of(context, &html! { p { (context.text("report-html-no-findings")) } })
}

fn section_of(context: Context<'_>, body: &Markup) -> Markup {
    titled(context, "list", body)
}

fn filters(context: Context<'_>) -> Markup {
    html! {
        form #filters role="search" aria-label=(context.text("report-html-filters")) {
            label.wide { span { (context.text("report-html-search")) } input #filter-q type="search" autocomplete="off" spellcheck="false"; }
            @for filter in FILTERS {
                label { span { (context.text(&format!("report-html-filter-{filter}"))) } select id={ "filter-" (filter) } {} }
            }
            button type="reset" { (context.text("report-html-clear")) }
        }
    }
}

fn table(context: Context<'_>) -> Markup {
    html! {
        table.stack.findings role="table" {
            caption.sr { (context.text("report-html-list")) }
            thead role="rowgroup" {
                tr role="row" {
                    @for column in COLUMNS {
                        th role="columnheader" scope="col" { (context.text(&format!("report-column-{column}"))) }
                    }
                }
            }
            tbody #rows role="rowgroup" {}
        }
    }
}

fn pager(context: Context<'_>) -> Markup {
    html! {
        nav #pager aria-label=(context.text("report-html-pages")) {
            button #previous type="button" { (context.text("report-html-previous")) }
            span #page {}
            button #next type="button" { (context.text("report-html-next")) }
        }
    }
}
