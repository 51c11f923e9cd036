//! What was asked and read, so that the same can be asked again.

use maud::{Markup, html};

use super::requirements::flag;
use super::{View, titled};
use crate::model::{Plan, StandardUse};
use crate::report::amount::count;
use crate::report::privacy;
use crate::report::safe::visible;

pub(super) fn section(view: &View<'_>) -> Markup {
    let (context, plan) = (view.context, &view.run.plan);
    let body = html! {
        dl.plan {
            (term(view, "as-of", &html! { (plan.as_of) }))
            (term(view, "known-by", &html! { (plan.known_by) }))
            (term(view, "scope", &html! { (context.text(if plan.auto { "report-html-auto" } else { "report-html-as-if" })) }))
            @if let Some(code) = &plan.jurisdiction { (term(view, "jurisdiction", &html! { (view.context.place(code)) })) }
            (term(view, "facilities", &facilities(view, plan)))
            (term(view, "complete", &complete(view, plan)))
            (term(view, "engine", &html! { "barrierfree " (plan.engine) }))
        }
        (standards(view, plan))
        (inputs(view, plan))
    };
    titled(context, "plan", &body)
}

fn term(view: &View<'_>, key: &str, value: &Markup) -> Markup {
    html! { div { dt { (view.context.text(&format!("report-html-plan-{key}"))) } dd { (value) } } }
}

fn facilities(view: &View<'_>, plan: &Plan) -> Markup {
    let context = view.context;
    html! {
        @for (of, number) in &plan.facilities {
            span.source {
                (context.facility_type(of)) " "
                @match privacy::facilities(of, *number, context.catalogue) {
                    Some(number) => { (count(number)) }
                    None => { (context.text("report-withheld")) }
                }
            }
        }
    }
}

fn complete(view: &View<'_>, plan: &Plan) -> Markup {
    html! {
        @if plan.complete.is_empty() { (view.context.text("report-html-none-complete")) }
        @for one in &plan.complete {
            span.source { (view.context.facility_type(&one.facility_type)) " · " (view.context.place(&one.jurisdiction)) " · " (one.on) }
        }
    }
}

fn standards(view: &View<'_>, plan: &Plan) -> Markup {
    let text = |key: &str| view.context.text(key);
    html! {
        table.plain {
            caption { (text("report-html-standards")) }
            thead { tr { th scope="col" { (text("report-column-standard")) } th scope="col" { (text("report-html-hash")) } } }
            tbody { @for standard in &plan.standards { (standard_row(view, standard)) } }
        }
    }
}

fn standard_row(view: &View<'_>, standard: &StandardUse) -> Markup {
    let context = view.context;
    html! {
        tr {
            th scope="row" {
                (context.label(&standard.title)) " " span.under { (standard.id) }
                @if standard.made_up { (flag(&context.text("report-caveat-made-up"))) }
                @if standard.period_past { (flag(&context.text("report-html-period-past"))) }
            }
            td { code { (standard.hash) } }
        }
    }
}

fn inputs(view: &View<'_>, plan: &Plan) -> Markup {
    let text = |key: &str| view.context.text(key);
    html! {
        table.plain {
            caption { (text("report-html-inputs")) }
            thead {
                tr {
                    th scope="col" { (text("report-column-file")) }
                    th.number scope="col" { (text("report-html-rows")) }
                    th scope="col" { (text("report-html-hash")) }
                }
            }
            tbody {
                @for input in &plan.inputs {
                    tr { th scope="row" { (visible(&input.file)) } td.number { (view.context.rows(privacy::rows_of_input(input, view.run, view.context.catalogue))) } td { code { (input.hash) } } }
                }
            }
        }
    }
}
