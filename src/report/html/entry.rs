//! One gap with everything an official needs to act on it.

use maud::{Markup, html};

use super::requirements::caveats;
use super::{View, symbol};
use crate::model::{Finding, Plan, Subject};
use crate::report::Context;
use crate::report::safe::visible;

/// A facility's name with its type, place and id below.
pub(super) fn heading(context: Context<'_>, subject: &Subject) -> Markup {
    let name = subject.name.as_deref().unwrap_or(subject.id.as_str());
    html! {
        h3 { bdi { (visible(name)) } }
        p.under {
            (context.facility_type(&subject.facility_type))
            @if let Some(code) = &subject.jurisdiction { " · " (context.place(code)) }
            " · " bdi { (visible(subject.id.as_str())) }
        }
    }
}

/// What was found and what to do; then clause, department, deadline and proof.
pub(super) fn entry(view: &View<'_>, finding: &Finding) -> Markup {
    let context = view.context;
    let (remedy, also) = (context.remedy(finding), view.merged.note(finding, context));
    html! {
        li.gap {
            div.what {
                p.class { (symbol::of_finding(finding)) (context.gap(finding)) }
                p.found { (context.found(finding)) }
                @if !remedy.is_empty() { p.todo { span.term { (context.text("report-column-remedy")) } " " (remedy) } }
                @if !also.is_empty() { p.under { (also) } }
            }
            (proof(context, finding, &view.run.plan))
        }
    }
}

fn proof(context: Context<'_>, finding: &Finding, plan: &Plan) -> Markup {
    let duty = &finding.duty;
    html! {
        dl {
            (term(context, "clause", &html! {
                (context.citation(duty)) " · " (context.label(&duty.title)) " · " (context.strength(&duty.obligation))
                (caveats(context, duty, plan))
            }))
            (term(context, "responsible", &html! { (context.responsible(duty)) }))
            (term(context, "deadline", &html! { (context.deadline(duty, plan.as_of)) }))
            @if !finding.sources.is_empty() {
                (term(context, "sources", &html! {
                    @for source in context.sources(finding) { span.source { (source) } }
                }))
            }
        }
    }
}

fn term(context: Context<'_>, column: &str, value: &Markup) -> Markup {
    html! { div { dt { (context.text(&format!("report-column-{column}"))) } dd { (value) } } }
}
