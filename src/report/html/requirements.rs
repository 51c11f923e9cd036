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
            tbody role="rowgroup" { @for tally in &view.run.tallies { (row(view, tally)) } }
        }
    };
    titled(context, "requirements", &body)
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
        span.under { (context.citation(duty)) " · " (duty.id) " · " (context.strength(&duty.obligation)) }
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
        @else { span { (count(number)) } }
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
    html! {
        svg.bar viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.rest x="0" y="7" width="1000" height="2" {}
            rect.failed x="0" y="0" width=(failed) height="16" {}
            rect.cantTell x=(failed) y="2" width=(open) height="12" {}
            rect.passed x=(failed + open) y="5" width=(passed) height="6" {}
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
