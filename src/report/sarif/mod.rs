//! SARIF 2.1.0, for the tools that show and track what checkers find.
//!
//! A run goes in, one log comes out: requirements are its rules, findings its
//! results, diagnostics its notifications, survey files its artifacts. What
//! cannot be told is an *open* result: SARIF's word for too little information.
//! Rules speak the language of the report, and the other one as a translation.

mod place;
mod result;
mod rule;

use std::io::Write;

use serde::Serialize;
use serde_json::{Value, json};

use super::stream::Stream;
use super::{Context, address, privacy};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Language;
use crate::model::{Input, Run};
use result::Rules;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json";

/// Writes the run as one SARIF log.
pub fn write(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let rules = Rules::of(run);
    let results =
        Stream(|| privacy::findings(run, context.catalogue).map(|one| rules.result(one, run, *context)));
    let notifications = Stream(|| run.diagnostics.iter().map(|one| notification(one, run, *context)));
    let body = Body {
        tool: json!({ "driver": rule::driver(run, *context) }),
        translations: [rule::translation(run, *context)],
        language: tag(context.locale.language),
        automation_details: automation(run, *context),
        invocations: [Invocation { execution_successful: true, tool_execution_notifications: notifications }],
        artifacts: run.plan.inputs.iter().map(artifact).collect(),
        results,
    };
    serde_json::to_writer(&mut *out, &Log { schema: SCHEMA, version: "2.1.0", runs: [body] })?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Log<Body> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Body; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<Results, Notifications> {
    tool: Value,
    translations: [Value; 1],
    language: &'static str,
    automation_details: Value,
    invocations: [Invocation<Notifications>; 1],
    artifacts: Vec<Value>,
    results: Results,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<Notifications> {
    execution_successful: bool,
    tool_execution_notifications: Notifications,
}

/// A language as SARIF writes it: with a country, without a script.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en-US",
    }
}

/// What tells this run from others of its kind: the day it speaks of, and where.
fn automation(run: &Run, context: Context<'_>) -> Value {
    let plan = &run.plan;
    let place = plan.jurisdiction.as_ref().map_or("-", |code| code.as_str());
    json!({
        "id": format!("barrierfree/{place}/{}", plan.as_of),
        "description": { "text": context.plan_line(plan) },
        "properties": { "asOf": plan.as_of.to_string(), "auto": plan.auto },
    })
}

fn artifact(input: &Input) -> Value {
    json!({
        "location": { "uri": address::of_file(&input.file) },
        "roles": ["analysisTarget"],
        "hashes": { "sha-256": &*input.hash },
    })
}

fn notification(diagnostic: &Diagnostic, run: &Run, context: Context<'_>) -> Value {
    let level = match diagnostic.code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let say = |message| context.locale.say(&message);
    json!({
        "descriptor": { "id": diagnostic.code.key() },
        "level": level,
        "message": {
            "text": context.sentences(&[say(diagnostic.message()), say(diagnostic.remedy())]),
        },
        "locations": [place::of_diagnostic(diagnostic, run, context)],
    })
}

#[cfg(test)]
mod tests;
