//! Every requirement with its counts, its checks, and what is missing at least.

use maud::{Markup, html};

use super::{View, symbol, titled};
use crate::model::{CheckTally, Duty, Outcome, Outcomes, Plan, Tally};
use crate::report::Context;
use crate::report::amount::count;
use crate::report::privacy;

const OUTCOMES: [Outcome; 5] =
    [Outcome::Passed, Outcome::Failed, Outcome::CantTell, Outcome::Inapplicable, Outcome::Untested];

pub(super) fn section(view: &View<'_>) -> Markup {
    let context = view.context;
    let body = html! {
        p { (context.text("report-html-requirements-lead")) }
        table.stack.counts role="table" {
            caption.sr { (context.text("report-html-requirements")) }
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { (context.text("report-column-requirement")) }
                    th role="columnheader" scope="col" { (context.text("report-html-shares")) }
                    @for outcome in OUTCOMES {
                        th.number role="columnheader" scope="col" { (symbol::of_outcome(outcome)) (context.outcome(outcome)) }
                    }
                    th.number role="columnheader" scope="col" { (context.text("report-column-missing")) }
                }
            }
            @for tallies in view.run.tallies.chunk_by(|one, next| one.duty.standard == next.duty.standard) {
                tbody role="rowgroup" {
                    @if let Some(tally) = tallies.first() { (standard(context, &tally.duty)) }
                    @for tally in tallies { (row(view, tally)) }
                }
            }
        }
    };
    titled(context, "requirements", &body)
}

/// The standard over its requirements.
fn standard(context: Context<'_>, duty: &Duty) -> Markup {
    html! {
        tr.standard role="row" {
            th role="rowheader" scope="rowgroup" colspan="8" { (context.label(&duty.standard_title)) }
        }
    }
}

fn row(view: &View<'_>, tally: &Tally) -> Markup {
    let outcomes = privacy::outcomes(tally, view.context.catalogue);
    html! {
        tr role="row" {
            th role="rowheader" scope="row" { (title(view, &tally.duty)) (checks(view, tally)) }
            @match outcomes {
                Some(outcomes) => { (figures(view, tally, outcomes)) }
                None => { td.withheld role="cell" colspan="7" { (view.context.text("report-withheld")) } }
            }
        }
    }
}

fn title(view: &View<'_>, duty: &Duty) -> Markup {
    let context = view.context;
    html! {
        span.title { (context.label(&duty.title)) }
        span.under { (duty.clause) " · " (duty.id) " · " (context.strength(&duty.obligation)) }
        (caveats(context, duty, &view.run.plan))
    }
}

/// What a reader must know before trusting a duty.
pub(super) fn caveats(context: Context<'_>, duty: &Duty, plan: &Plan) -> Markup {
    html! { @for caveat in context.caveats(duty, plan) { " " (flag(&caveat)) } }
}

/// A word that stands out.
pub(super) fn flag(text: &str) -> Markup {
    html! { span.flag { (text) } }
}

fn figures(view: &View<'_>, tally: &Tally, outcomes: Outcomes) -> Markup {
    let context = view.context;
    let missing = context.missing(tally);
    html! {
        td.shares role="cell" data-label=(context.text("report-html-shares")) { (bar(outcomes)) }
        @for outcome in OUTCOMES {
            td.number role="cell" data-label=(context.outcome(outcome)) { (figure(view, tally, outcome, number(outcomes, outcome))) }
        }
        td.number role="cell" data-label=(context.text("report-column-missing")) {
            @if missing.is_empty() { "–" } @else { (missing) }
        }
    }
}

/// A count; failed and undecided ones lead to their findings.
fn figure(view: &View<'_>, tally: &Tally, outcome: Outcome, number: u64) -> Markup {
    let is_listed = matches!(outcome, Outcome::Failed | Outcome::CantTell) || view.run.plan.all_findings;
    let target = view.list(&format!("duty={}&outcome={}", tally.duty.id, outcome.key()));
    html! {
        @if number > 0 && is_listed && privacy::is_listed(tally, view.context.catalogue) { a class=(outcome.key()) href=(target) { (count(number)) } }
        @else { (count(number)) }
    }
}

fn number(outcomes: Outcomes, outcome: Outcome) -> u64 {
    match outcome {
        Outcome::Passed => outcomes.passed,
        Outcome::Failed => outcomes.failed,
        Outcome::CantTell => outcomes.cant_tell,
        Outcome::Inapplicable => outcomes.inapplicable,
        Outcome::Untested => outcomes.untested,
    }
}

/// Shares of the judged subjects; heights tell them apart where colours do not.
fn bar(outcomes: Outcomes) -> Markup {
    let judged = outcomes.passed + outcomes.failed + outcomes.cant_tell;
    let share = |part: u64| u128::from(part) * 1000 / u128::from(judged.max(1));
    let (failed, open) = (share(outcomes.failed), share(outcomes.cant_tell));
    let passed = if judged == 0 { 0 } else { 1000 - failed - open };
    let parts = [
        ("rest", 0, 1000, 2),
        ("failed", 0, failed, 16),
        ("cantTell", failed, open, 12),
        ("passed", failed + open, passed, 6),
    ];
    html! {
        svg.bar viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true" {
            @for (name, start, width, height) in parts {
                @if width > 0 { rect class=(name) x=(start) y=((16 - height) / 2) width=(width) height=(height) {} }
            }
        }
    }
}

/// The checks of a requirement that has more than one.
fn checks(view: &View<'_>, tally: &Tally) -> Markup {
    let checks = privacy::checks(tally, view.context.catalogue);
    html! {
        @if checks.len() > 1 {
            details.checks {
                summary { (view.context.say("report-html-checks", "count", checks.len())) }
                ul { @for check in checks { li { (check_line(view, check, tally)) } } }
            }
        }
    }
}

fn check_line(view: &View<'_>, check: &CheckTally, tally: &Tally) -> Markup {
    let context = view.context;
    let counts = [
        (Outcome::Passed, check.passed),
        (Outcome::Failed, check.failed),
        (Outcome::CantTell, check.cant_tell),
    ];
    html! {
        span title=(check.check) { (context.check(check, tally)) }
        @for (outcome, number) in counts {
            span.count { (symbol::of_outcome(outcome)) (context.outcome(outcome)) " " (count(number)) }
        }
        @if let Some(missing) = context.at_least(check, tally) {
            span.count { (context.text("report-column-missing")) " " (missing) }
        }
    }
}
