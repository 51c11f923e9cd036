//! The shape of a single facility: outcome by shape, colour and place of the ink.

use maud::{Markup, PreEscaped, html};

use super::Point;
use super::frame::short;
use crate::model::{GapClass, Outcome};

/// Every shape, drawn once in a box of 16; `cut` is where the paper shows through.
pub const SHAPES: [(&str, &str); 10] = [
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

/// The shape of a class of gaps: a violation is the plain failed one, a gap in the evidence an open question.
pub fn name_of(class: GapClass) -> String {
    match class {
        GapClass::Violation => Outcome::Failed.key(),
        GapClass::EvidenceGap => Outcome::CantTell.key(),
        class => class.key(),
    }
}

/// The shape of a point.
pub(super) fn shape(point: Point) -> String {
    match point.gap.filter(|_| point.outcome == Outcome::Failed) {
        Some(class) => name_of(class),
        None => point.outcome.key(),
    }
}

/// A shape of so many units, on paper that keeps what is below away from it.
pub(super) fn mark(shape: &str, (x, y): (f64, f64), size: f64) -> Markup {
    let drawn = SHAPES.iter().find(|(name, _)| *name == shape).map(|(_, drawn)| *drawn);
    let place =
        format!("translate({} {})scale({})", short(x - size / 2.0), short(y - size / 2.0), size / 16.0);
    html! {
        g class={ "mark " (shape) } transform=(place) {
            circle.paper cx="8" cy="8" r="10" {}
            (PreEscaped(drawn.unwrap_or_default()))
        }
    }
}
