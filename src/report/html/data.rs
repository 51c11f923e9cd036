//! What the script draws the list from: every text once, the rest by number.

use std::collections::BTreeMap;

use serde::Serialize;

use super::intern::{Duties, DutyRow, Text, Texts};
use super::{View, symbol};
use crate::diagnostic::Diagnostic;
use crate::locale::Message;
use crate::model::{Finding, GapClass, Outcome, Subject};
use crate::report::Context;
use crate::report::overview::GAP_CLASSES;
use crate::report::safe::visible;
use crate::report::urgency::FacilityGaps;
use crate::report::wording::{Citation, citations, key_of};

const OUTCOMES: [Outcome; 5] =
    [Outcome::Failed, Outcome::CantTell, Outcome::Passed, Outcome::Inapplicable, Outcome::Untested];

/// What the script says itself, and the key of its words in the locale files.
const WORDS: [(&str, &str); 15] = [
    ("all", "report-js-all"),
    ("at", "report-at"),
    ("cells", "report-cells"),
    ("close", "report-js-close"),
    ("count", "report-js-count"),
    ("message", "report-column-message"),
    ("more", "report-js-more"),
    ("no-match", "report-js-no-match"),
    ("none", "report-js-none"),
    ("page", "report-js-page"),
    ("place", "report-js-place"),
    ("remedy", "report-column-remedy"),
    ("row", "report-row"),
    ("shown", "report-js-shown"),
    ("value", "report-column-value"),
];

/// What the script fills in itself: each stands for itself, in braces.
const BLANKS: [&str; 10] =
    ["all", "cells", "columns", "count", "facilities", "file", "page", "pages", "row", "shown"];

/// The labels of a facility's entry, as in the plain part of the page.
const COLUMNS: [&str; 8] =
    ["facility", "gap", "found", "remedy", "clause", "responsible", "deadline", "sources"];

#[derive(Serialize)]
pub(super) struct Data {
    words: BTreeMap<&'static str, String>,
    columns: BTreeMap<&'static str, String>,
    outcomes: Vec<Shape>,
    gaps: Vec<Shape>,
    duties: Vec<DutyRow>,
    /// Id, name, type, jurisdiction.
    facilities: Vec<[Text; 4]>,
    findings: Vec<FindingRow>,
    kinds: Vec<&'static str>,
    /// Kind, place, value, message, remedy.
    diagnostics: Vec<[Text; 5]>,
    strings: Vec<String>,
}

/// An outcome or a class of gaps.
#[derive(Serialize)]
struct Shape {
    key: String,
    label: String,
    symbol: String,
}

/// Facility, duty, outcome, class of gap, found, remedy, who else asks, and for each source file, row and columns.
#[derive(Serialize)]
struct FindingRow(usize, usize, usize, Option<usize>, Text, Text, Text, Vec<usize>);

impl Data {
    /// Findings by facility, and diagnostics.
    pub(super) fn of(view: &View<'_>, facilities: &[FacilityGaps<'_>], diagnostics: &[&Diagnostic]) -> Self {
        let context = view.context;
        let mut texts = Texts::default();
        let mut duties = Duties::new(view);
        let mut findings = Vec::new();
        for (index, facility) in facilities.iter().enumerate() {
            findings.extend(facility.iter().map(|one| finding(view, one, index, &mut duties, &mut texts)));
        }
        let mut kinds = Vec::new();
        Self {
            words: WORDS.map(|(word, key)| (word, pattern(context, key))).into(),
            columns: COLUMNS.map(|column| (column, context.text(&format!("report-column-{column}")))).into(),
            outcomes: OUTCOMES
                .map(|outcome| shape(outcome.key(), outcome.key(), context.outcome(outcome)))
                .into(),
            gaps: GAP_CLASSES.map(|class| gap_shape(class, context)).into(),
            duties: duties.rows,
            facilities: facilities
                .iter()
                .filter_map(|gaps| Some(subject(context, &gaps.first()?.subject, &mut texts)))
                .collect(),
            findings,
            diagnostics: diagnostics
                .iter()
                .map(|one| diagnostic(context, one, &mut kinds, &mut texts))
                .collect(),
            kinds,
            strings: texts.list,
        }
    }

    /// JSON that cannot end the element it stands in.
    pub(super) fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default().replace('<', "\\u003c")
    }
}

/// A text with its blanks left for the script: `第 {row} 行`.
fn pattern(context: Context<'_>, key: &str) -> String {
    let blank = |message: Message, name: &'static str| message.with(name, format!("{{{name}}}"));
    context.locale.say(&BLANKS.into_iter().fold(Message::new(key), blank))
}

fn shape(key: String, symbol: String, label: String) -> Shape {
    Shape { key, label, symbol }
}

fn gap_shape(class: GapClass, context: Context<'_>) -> Shape {
    let key = key_of(class);
    let label = context.text(&format!("gap-{key}"));
    shape(key, symbol::name(class), label)
}

fn finding(
    view: &View<'_>,
    finding: &Finding,
    facility: usize,
    duties: &mut Duties<'_>,
    texts: &mut Texts,
) -> FindingRow {
    let context = view.context;
    let outcome = OUTCOMES.iter().position(|outcome| *outcome == finding.outcome).unwrap_or_default();
    let gap = GAP_CLASSES.iter().position(|class| Some(*class) == finding.gap);
    let (found, remedy) = (texts.add(context.found(finding)), texts.add(context.remedy(finding)));
    let also = texts.add(view.merged.note(finding, context));
    let source = |citation: &Citation<'_>| {
        let file = texts.add(context.file(citation.file, citation.sheet));
        let columns = texts.add(context.columns(citation));
        [file, citation.row as usize, columns]
    };
    let sources = citations(finding).iter().flat_map(source).collect();
    FindingRow(facility, duties.add(&finding.duty), outcome, gap, found, remedy, also, sources)
}

fn subject(context: Context<'_>, subject: &Subject, texts: &mut Texts) -> [Text; 4] {
    let name = subject.name.as_deref().unwrap_or(subject.id.as_str());
    let place = subject.jurisdiction.as_ref().map(|code| context.place(code));
    [
        texts.add(visible(subject.id.as_str()).into_owned()),
        texts.add(visible(name).into_owned()),
        texts.add(context.facility_type(&subject.facility_type)),
        texts.add(place.unwrap_or_default()),
    ]
}

fn diagnostic(
    context: Context<'_>,
    one: &Diagnostic,
    kinds: &mut Vec<&'static str>,
    texts: &mut Texts,
) -> [Text; 5] {
    let key = one.code.key();
    let kind = kinds.iter().position(|kind| *kind == key).unwrap_or_else(|| {
        kinds.push(key);
        kinds.len() - 1
    });
    [
        kind,
        texts.add(super::diagnostics::place(context, one)),
        texts.add(visible(one.value.as_deref().unwrap_or_default()).into_owned()),
        texts.add(visible(&context.locale.say(&one.message())).into_owned()),
        texts.add(visible(&context.locale.say(&one.remedy())).into_owned()),
    ]
}
