//! Outcomes and gaps by shape, so that they survive grey print and any eye.

use maud::{Markup, PreEscaped, html};

use crate::model::{Finding, GapClass, Outcome};
use crate::report::wording::key_of;

/// Every shape, drawn once; `--paper` shows through where a mark is cut out.
const SHAPES: [(&str, &str); 10] = [
    (
        "passed",
        r#"<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path class="cut" d="m4.4 8.3 2.5 2.5 4.7-5"/>"#,
    ),
    ("failed", r#"<path fill="currentColor" d="M8 0l8 8-8 8-8-8z"/><path class="cut" d="M4.6 8h6.8"/>"#),
    (
        "cantTell",
        r#"<circle class="line" cx="8" cy="8" r="7"/><path class="line" d="M5.9 6.2a2.1 2.1 0 1 1 3.2 1.8c-.8.5-1.1.8-1.1 1.7"/><circle cx="8" cy="12" r="1" fill="currentColor"/>"#,
    ),
    ("inapplicable", r#"<path class="line" d="M4 8h8"/>"#),
    ("untested", r#"<circle class="line dots" cx="8" cy="8" r="6.5"/>"#),
    (
        "overdue_target",
        r#"<path class="line" d="M8 1l7 7-7 7-7-7z"/><path fill="currentColor" d="M8 3.6 12.4 8 8 12.4 3.6 8z"/>"#,
    ),
    ("upcoming", r#"<path class="line" d="M8 1l7 7-7 7-7-7z"/><path fill="currentColor" d="M8 1v14L1 8z"/>"#),
    ("lagging", r#"<path class="line" d="M8 1l7 7-7 7-7-7z"/><path fill="currentColor" d="M1 8h14l-7 7z"/>"#),
    (
        "advice",
        r#"<path class="line" d="M8 1l7 7-7 7-7-7z"/><circle cx="8" cy="8" r="1.6" fill="currentColor"/>"#,
    ),
    ("data", r#"<path class="line" d="M2 2.5h12v11H2zM2 6.2h12M6.2 6.2v7.3"/>"#),
];

/// The shapes for the rest of the page to use.
pub(super) fn sprite() -> Markup {
    html! {
        svg.sprite aria-hidden="true" focusable="false" {
            @for (name, shape) in SHAPES {
                symbol id={ "s-" (name) } viewBox="0 0 16 16" { (PreEscaped(shape)) }
            }
        }
    }
}

/// One shape by name; a word always stands beside it.
pub(super) fn symbol(name: &str) -> Markup {
    html! { svg class={ "symbol " (name) } aria-hidden="true" focusable="false" { use href={ "#s-" (name) } {} } }
}

/// The shape of an outcome.
pub(super) fn of_outcome(outcome: Outcome) -> Markup {
    symbol(&outcome.key())
}

/// The shape of a class of gaps.
pub(super) fn of_class(class: GapClass) -> Markup {
    symbol(&name(class))
}

/// The shape of a finding.
pub(super) fn of_finding(finding: &Finding) -> Markup {
    finding.gap.map_or_else(|| of_outcome(finding.outcome), of_class)
}

/// A violation is the plain failed shape; a gap in the evidence is an open question.
pub(super) fn name(class: GapClass) -> String {
    match class {
        GapClass::Violation => Outcome::Failed.key(),
        GapClass::EvidenceGap => Outcome::CantTell.key(),
        class => key_of(class),
    }
}
