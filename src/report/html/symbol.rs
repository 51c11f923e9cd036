//! Outcomes and gaps by shape, so that they survive grey print and any eye.

use maud::{Markup, PreEscaped, html};

use crate::map::SHAPES;
pub(super) use crate::map::name_of as name;
use crate::model::{Finding, GapClass, Outcome};

/// The shapes for the rest of the page to use.
pub(in crate::report) fn sprite() -> Markup {
    html! {
        svg.sprite aria-hidden="true" {
            @for (name, shape) in SHAPES {
                symbol id={ "s-" (name) } viewBox="0 0 16 16" { (PreEscaped(shape)) }
            }
        }
    }
}

/// One shape by name; a word always stands beside it.
pub(super) fn symbol(name: &str) -> Markup {
    html! { svg class={ "symbol " (name) } aria-hidden="true" { use href={ "#s-" (name) } {} } }
}

/// The shape of an outcome.
pub(in crate::report) fn of_outcome(outcome: Outcome) -> Markup {
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
