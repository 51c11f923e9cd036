//! Requirements as rules, in both languages.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::tag;
use crate::diagnostic::Code;
use crate::locale::{Language, Locale};
use crate::model::{Duty, RequirementId, Run};
use crate::report::Context;

/// The program and its rules, in the language of the report.
pub(super) fn driver(run: &Run, context: Context<'_>) -> Value {
    json!({
        "name": "barrierfree",
        "version": &*run.plan.engine,
        "semanticVersion": &*run.plan.engine,
        "language": tag(context.locale.language),
        "shortDescription": { "text": context.text("help-about") },
        "rules": rules(run, context),
        "notifications": kinds(run, context),
    })
}

/// The same in the other language.
pub(super) fn translation(run: &Run, context: Context<'_>) -> Value {
    let other = match context.locale.language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    let locale = Locale::new(other);
    let context = Context { locale: &locale, ..context };
    json!({
        "name": "barrierfree",
        "version": &*run.plan.engine,
        "language": tag(other),
        "contents": ["localizedData"],
        "associatedComponent": { "name": "barrierfree" },
        "translationMetadata": { "name": format!("barrierfree {}", tag(other)) },
        "rules": rules(run, context),
        "notifications": kinds(run, context),
    })
}

fn rules(run: &Run, context: Context<'_>) -> Vec<Value> {
    run.tallies.iter().map(|tally| rule(&tally.duty, run, context)).collect()
}

fn rule(duty: &Duty, run: &Run, context: Context<'_>) -> Value {
    let title = context.label(&duty.title);
    json!({
        "id": duty.id.as_str(),
        "name": title,
        "shortDescription": { "text": title },
        "fullDescription": { "text": full(duty, run, context) },
        "help": { "text": help(duty, run, context) },
        "properties": {
            "standard": duty.standard.as_str(),
            "clause": &*duty.clause,
            "obligation": duty.obligation.strength.key(),
            "tags": [&*duty.topic],
            "verified": duty.verified,
            "restsOn": duty.rests_on.iter().map(RequirementId::as_str).collect::<Vec<_>>(),
        },
    })
}

/// What is asked, how strongly, and where it is written.
fn full(duty: &Duty, run: &Run, context: Context<'_>) -> String {
    let parts =
        [context.citation(duty), context.label(&duty.title).to_owned(), context.strength(&duty.obligation)];
    context.sentences(&[&parts[..], &context.caveats(duty, &run.plan)].concat())
}

/// Where it is written, who has to see to it, and by when.
fn help(duty: &Duty, run: &Run, context: Context<'_>) -> String {
    let deadline = context.deadline(duty, run.plan.as_of);
    let lines = [
        ("clause", context.citation(duty)),
        ("responsible", context.responsible(duty)),
        ("deadline", deadline),
    ];
    let line = |(column, words): (&str, String)| {
        format!("{}\u{2002}{words}", context.text(&format!("report-column-{column}")))
    };
    lines.map(line).join("\n")
}

/// The kinds of problems with the data that the run has.
fn kinds(run: &Run, context: Context<'_>) -> Vec<Value> {
    let codes: BTreeSet<Code> = run.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let kind = |code: Code| json!({ "id": code.key(), "shortDescription": { "text": context.kind(code) } });
    codes.into_iter().map(kind).collect()
}
