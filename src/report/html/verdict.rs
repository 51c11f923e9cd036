//! The verdict in words, then its numbers.

use maud::{Markup, html};

use super::{View, symbol, titled};
use crate::model::{GapClass, Outcome};
use crate::report::amount::{count, length};
use crate::report::overview::{self, GAP_CLASSES, Verdict};
use crate::report::safe::visible;
use crate::report::wording::key_of;

pub(super) fn section(view: &View<'_>) -> Markup {
    titled(view.context, "verdict", &body(view))
}

fn body(view: &View<'_>) -> Markup {
    let context = view.context;
    let verdict = Verdict::of(view.run, view.gaps);
    html! {
        p.verdict { (shape(verdict)) span { (context.verdict(verdict)) } }
        p.asked { (visible(&context.plan_line(&view.run.plan))) }
        @for standard in view.run.plan.standards.iter().filter(|standard| standard.made_up) {
            p.notice { (context.say("report-made-up", "title", context.label(&standard.title))) }
        }
        (tiles(view))
    }
}

fn shape(verdict: Verdict) -> Markup {
    symbol::of_outcome(match verdict {
        Verdict::Failed { .. } => Outcome::Failed,
        Verdict::Open { .. } | Verdict::Withheld => Outcome::CantTell,
        Verdict::Later { .. } | Verdict::Passed => Outcome::Passed,
        Verdict::Nothing => Outcome::Untested,
    })
}

/// What is counted leads to exactly what was counted.
fn tiles(view: &View<'_>) -> Markup {
    let counts = overview::by_class(view.gaps);
    let number = |class| counts.get(&class).copied().unwrap_or_default();
    let shown = GAP_CLASSES.into_iter().filter(|class| is_always_shown(*class) || number(*class) > 0);
    html! {
        ul.tiles {
            @for class in shown { (tile(view, class, number(class))) }
            li {
                a.tile href="#diagnostics" {
                    span.number { (length(view.run.diagnostics.len())) }
                    span.name { (symbol::symbol("data")) (view.context.text("report-html-diagnostics")) }
                }
            }
        }
    }
}

fn tile(view: &View<'_>, class: GapClass, number: u64) -> Markup {
    let context = view.context;
    let key = key_of(class);
    let facilities = overview::facilities(view.gaps.iter().filter(|gap| gap.gap == Some(class)));
    html! {
        li {
            a class={ "tile " (symbol::name(class)) } href=(view.list(&format!("gap={key}"))) {
                span.number { (count(number)) }
                span.name { (symbol::of_class(class)) (context.text(&format!("gap-{key}"))) }
                @if number > 0 { span.more { (context.say("report-html-at-facilities", "count", length(facilities))) } }
            }
        }
    }
}

/// That there are none of these is news too.
fn is_always_shown(class: GapClass) -> bool {
    matches!(class, GapClass::Violation | GapClass::OverdueTarget | GapClass::EvidenceGap)
}
