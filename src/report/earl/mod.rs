//! EARL 1.0, the W3C's language of test results, as JSON-LD.
//!
//! A run goes in, one graph comes out: who asserts it, what is demanded, what
//! was looked at, and one assertion for each finding. Nothing has to be looked
//! up to read it: the prefixes are declared inside.

use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;
use serde_json::{Value, json};

use super::safe::visible;
use super::stream::Stream;
use super::wording::{Citation, citations};
use super::{Context, address, finding_key, privacy};
use crate::locale::{Bilingual, Language};
use crate::model::{Duty, Finding, Run, StandardUse, Subject};

/// Writes the run as one graph.
pub fn write(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let graph = Stream(|| {
        let program = std::iter::once_with(|| program(run));
        let standards = run.plan.standards.iter().map(standard);
        let requirements = run.tallies.iter().map(|tally| requirement(&tally.duty, *context));
        let subjects = subjects(run, *context).into_values();
        let assertions =
            privacy::findings(run, context.catalogue).map(|finding| assertion(finding, run, *context));
        program.chain(standards).chain(requirements).chain(subjects).chain(assertions)
    });
    serde_json::to_writer(&mut *out, &Document { context: prefixes(), graph })?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Document<Graph> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: Graph,
}

fn prefixes() -> Value {
    json!({
        "earl": "http://www.w3.org/ns/earl#",
        "dct": "http://purl.org/dc/terms/",
        "ptr": "http://www.w3.org/2009/pointers#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

fn program(run: &Run) -> Value {
    json!({
        "@id": address::of_program(run),
        "@type": ["earl:Assertor", "earl:Software"],
        "dct:title": "barrierfree",
        "dct:hasVersion": &*run.plan.engine,
    })
}

fn standard(standard: &StandardUse) -> Value {
    json!({
        "@id": address::of_standard(&standard.id),
        "dct:identifier": standard.id.as_str(),
        "dct:title": both(&standard.title),
    })
}

fn requirement(duty: &Duty, context: Context<'_>) -> Value {
    let mut node = json!({
        "@id": address::of_requirement(duty),
        "@type": "earl:TestRequirement",
        "dct:identifier": duty.id.as_str(),
        "dct:title": both(&duty.title),
        "dct:isPartOf": { "@id": address::of_standard(&duty.standard) },
        "dct:bibliographicCitation": format!("{} {}", duty.standard_title.zh, duty.clause),
    });
    if let Some(unverified) = context.unverified(duty) {
        node["dct:description"] = said(&unverified, context.locale.language);
    }
    node
}

/// Every facility and area that something is found of, once.
fn subjects<'a>(run: &'a Run, context: Context<'a>) -> BTreeMap<String, Value> {
    let subjects = privacy::findings(run, context.catalogue).map(|finding| &*finding.subject);
    subjects.map(|one| (address::of_subject(one), subject(one))).collect()
}

fn subject(subject: &Subject) -> Value {
    let name = subject.name.as_deref().unwrap_or(subject.id.as_str());
    let mut node = json!({
        "@id": address::of_subject(subject),
        "@type": "earl:TestSubject",
        "dct:identifier": visible(subject.id.as_str()),
        "dct:title": visible(name),
        "dct:type": subject.facility_type.as_str(),
    });
    if let Some(code) = &subject.jurisdiction {
        node["dct:spatial"] = visible(code.as_str()).into();
    }
    node
}

fn assertion(finding: &Finding, run: &Run, context: Context<'_>) -> Value {
    let key = finding_key(&finding.duty.id, &finding.subject.id);
    json!({
        "@id": address::of_finding(&key, run),
        "@type": "earl:Assertion",
        "earl:assertedBy": { "@id": address::of_program(run) },
        "earl:subject": { "@id": address::of_subject(&finding.subject) },
        "earl:test": { "@id": address::of_requirement(&finding.duty) },
        "earl:mode": { "@id": "earl:automatic" },
        "earl:result": result(finding, run, context),
    })
}

fn result(finding: &Finding, run: &Run, context: Context<'_>) -> Value {
    let rows = citations(finding);
    let remedy = context.remedy(finding);
    let words = [context.found(finding), remedy].into_iter().chain(context.unverified(&finding.duty));
    let words: Vec<_> = words.filter(|part| !part.is_empty()).collect();
    json!({
        "@type": "earl:TestResult",
        "earl:outcome": { "@id": format!("earl:{}", finding.outcome.key()) },
        "earl:info": said(&context.sentences(&words), context.locale.language),
        "earl:pointer": rows.iter().map(|row| pointer(row, context)).collect::<Vec<_>>(),
        "dct:date": { "@value": run.plan.as_of.to_string(), "@type": "xsd:date" },
    })
}

/// A row: in text a line, in a workbook the row of its sheet as formulas write it.
fn pointer(row: &Citation<'_>, context: Context<'_>) -> Value {
    let file = json!({ "@id": address::of_file(row.file) });
    let columns = said(&context.columns(row), context.locale.language);
    match row.sheet {
        None => json!({
            "@type": "ptr:LineCharPointer",
            "ptr:lineNumber": row.row,
            "ptr:reference": file,
            "dct:description": columns,
        }),
        Some(sheet) => json!({
            "@type": "ptr:ExpressionPointer",
            "ptr:expression": format!("'{}'!{number}:{number}", visible(sheet).replace('\'', "''"), number = row.row),
            "ptr:reference": file,
            "dct:description": columns,
        }),
    }
}

fn said(words: &str, language: Language) -> Value {
    json!({ "@value": words, "@language": language.tag() })
}

fn both(words: &Bilingual) -> Value {
    json!([said(&words.zh, Language::Zh), said(&words.en, Language::En)])
}

#[cfg(test)]
mod tests;
