//! How to read the report: what the words, shapes and numbers mean.

use maud::{Markup, html};

use super::{View, symbol, titled};
use crate::model::Outcome;
use crate::report::overview::GAP_CLASSES;
use crate::report::wording::key_of;

const OUTCOMES: [Outcome; 5] =
    [Outcome::Passed, Outcome::Failed, Outcome::CantTell, Outcome::Inapplicable, Outcome::Untested];

const NOTES: [&str; 6] = ["at-least", "intervals", "unverified", "overlap", "personal", "sources"];

pub(super) fn section(view: &View<'_>) -> Markup {
    let text = |key: &str| view.context.text(key);
    let body = html! {
        dl.legend {
            @for outcome in OUTCOMES {
                div { dt { (symbol::of_outcome(outcome)) (view.context.outcome(outcome)) } dd { (text(&format!("report-means-{}", outcome.key()))) } }
            }
            @for class in GAP_CLASSES {
                @let key = key_of(class);
                div { dt { (symbol::of_class(class)) (text(&format!("gap-{key}"))) } dd { (text(&format!("report-means-{key}"))) } }
            }
        }
        ul.notes { @for note in NOTES { li { (text(&format!("report-note-{note}"))) } } }
    };
    titled(view.context, "method", &body)
}
