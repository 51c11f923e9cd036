//! The gaps of each jurisdiction, by class.

use maud::{Markup, html};

use super::{View, symbol, titled};
use crate::model::{Adcode, Finding, GapClass};
use crate::report::amount::{count, length};
use crate::report::overview::{self, GAP_CLASSES};
use crate::report::wording::key_of;

pub(super) fn section(view: &View<'_>) -> Markup {
    let context = view.context;
    let counts = overview::by_class(view.gaps);
    let classes: Vec<_> = GAP_CLASSES.into_iter().filter(|class| counts.contains_key(class)).collect();
    let body = html! {
        @if classes.is_empty() { p { (context.text("report-html-no-gaps")) } }
        @else { (table(view, &classes)) }
    };
    titled(context, "jurisdictions", &body)
}

fn table(view: &View<'_>, classes: &[GapClass]) -> Markup {
    let context = view.context;
    html! {
        table.stack.counts role="table" {
            caption.sr { (context.text("report-html-jurisdictions")) }
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { (context.text("report-column-jurisdiction")) }
                    th.number role="columnheader" scope="col" { (context.text("report-html-facilities-with-gaps")) }
                    @for class in classes {
                        th.number role="columnheader" scope="col" { (symbol::of_class(*class)) (name(view, *class)) }
                    }
                }
            }
            tbody role="rowgroup" {
                @for (code, gaps) in overview::by_jurisdiction(view.gaps) { (row(view, code, &gaps, classes)) }
            }
        }
    }
}

fn row(view: &View<'_>, code: Option<&Adcode>, gaps: &[&Finding], classes: &[GapClass]) -> Markup {
    let context = view.context;
    let counts = overview::by_class(gaps);
    let place = code.map_or_else(|| context.text("report-html-nowhere"), |code| context.place(code));
    html! {
        tr role="row" {
            th role="rowheader" scope="row" { a href=(view.list_of(code, "")) { (place) } }
            td.number role="cell" data-label=(context.text("report-html-facilities-with-gaps")) {
                (length(overview::facilities(gaps.iter())))
            }
            @for class in classes {
                td.number role="cell" data-label=(name(view, *class)) {
                    @match counts.get(class) {
                        Some(number) => { a href=(view.list_of(code, &format!("&gap={}", key_of(class)))) { (count(*number)) } }
                        None => { span { "0" } }
                    }
                }
            }
        }
    }
}

fn name(view: &View<'_>, class: GapClass) -> String {
    view.context.text(&format!("gap-{}", key_of(class)))
}
