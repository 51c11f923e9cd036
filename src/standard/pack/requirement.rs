//! A requirement as it is written: texts with their places, nothing resolved.

use toml::Spanned;
use toml::de::DeValue;

use super::aggregate::{self, AggregateText};
use super::case::{self, Case};
use super::kinds::{self, SubjectText};
use super::{Fields, Text};
use crate::locale::Bilingual;
use crate::model::{Deadline, Departments, Obligation, Precision, RequirementId, Strength};

/// `[[requirement]]`.
#[derive(Debug, Clone)]
pub(crate) struct RequirementText {
    pub(crate) id: Text,
    pub(crate) clause: Text,
    pub(crate) topic: String,
    pub(crate) title: Bilingual,
    pub(crate) subject: SubjectText,
    pub(crate) applies: Option<Text>,
    pub(crate) condition: Option<Text>,
    pub(crate) bindings: Vec<Binding>,
    pub(crate) checks: Vec<CheckText>,
    pub(crate) measure: Option<Text>,
    pub(crate) unit: Option<Text>,
    pub(crate) obligation: Obligation,
    pub(crate) departments: Departments,
    pub(crate) deadline: Option<Deadline>,
    pub(crate) overrides: Vec<Text>,
    pub(crate) remedy: Bilingual,
    pub(crate) verified: bool,
    pub(crate) cases: Vec<Case>,
    /// What decides a verdict, as it stands in the pack.
    pub(crate) written: String,
}

impl RequirementText {
    /// The same under another id, for a standard that takes it over.
    ///
    /// Cases that name an area stay behind: it is none of that standard's.
    pub(crate) fn renamed(&self, rename: impl Fn(&str) -> RequirementId) -> Self {
        let renamed = |text: &Text| Text { value: rename(&text.value).to_string(), ..text.clone() };
        Self {
            id: renamed(&self.id),
            overrides: self.overrides.iter().map(renamed).collect(),
            cases: self.cases.iter().filter(|case| case.jurisdiction.is_none()).cloned().collect(),
            ..self.clone()
        }
    }
}

/// `let.name = …`: one number, or the first row that matches.
#[derive(Debug, Clone)]
pub(crate) struct Binding {
    pub(crate) name: Text,
    pub(crate) rows: Vec<BindingRow>,
    /// Instead of rows: a number over other facilities.
    pub(crate) aggregate: Option<AggregateText>,
}

/// A row of a `let`: a value of its own, or that of another requirement.
#[derive(Debug, Clone)]
pub(crate) struct BindingRow {
    pub(crate) when: Option<Text>,
    pub(crate) value: Option<Text>,
    pub(crate) from: Option<Text>,
}

/// An entry of `expects`.
#[derive(Debug, Clone)]
pub(crate) struct CheckText {
    pub(crate) id: Text,
    pub(crate) test: TestText,
    pub(crate) measure: Option<Text>,
    pub(crate) unit: Option<Text>,
    pub(crate) remedy: Option<Bilingual>,
}

/// What has to hold.
#[derive(Debug, Clone)]
pub(crate) enum TestText {
    /// A condition of the subject.
    Check(Text),
    /// A condition of every other facility of some types.
    Every(Box<AggregateText>),
    /// A number is higher than in an earlier round, or was already at its end.
    Trend { of: Text, end: Option<Text> },
}

pub(super) fn read_all(fields: &mut Fields<'_>) -> Vec<RequirementText> {
    let items = fields.items("requirement");
    items.into_iter().filter_map(|item| fields.within(item, read)).collect()
}

fn read(fields: &mut Fields<'_>) -> RequirementText {
    RequirementText {
        written: written(fields),
        id: fields.must("id"),
        clause: fields.must("clause"),
        topic: fields.must("topic").value,
        title: fields.bilingual("title"),
        subject: kinds::subject(fields),
        applies: fields.text("applies"),
        condition: fields.text("condition"),
        bindings: bindings(fields),
        checks: checks(fields),
        measure: fields.text("measure"),
        unit: fields.text("unit"),
        obligation: obligation(fields),
        departments: departments(fields),
        deadline: fields.inner("deadline", deadline),
        overrides: fields.texts("overrides"),
        remedy: fields.bilingual("remedy"),
        verified: fields.flag("verified").unwrap_or(true),
        cases: case::read(fields),
    }
}

/// The lines of the pack that decide a verdict.
fn written(fields: &mut Fields<'_>) -> String {
    let mut lines = Vec::new();
    for name in ["subject", "applies", "condition"] {
        lines.extend(fields.source(name).map(|text| format!("{name} = {text}")));
    }
    if fields.value("let").is_some_and(|value| value.get_ref().is_table()) {
        fields.inner("let", |fields| {
            let all = fields.all().into_iter();
            lines
                .extend(all.map(|(name, value)| format!("let.{} = {}", name.value, fields.source_of(value))));
        });
    }
    for name in ["expects", "measure"] {
        lines.extend(fields.source(name).map(|text| format!("{name} = {text}")));
    }
    lines.join("\n")
}

fn bindings(fields: &mut Fields<'_>) -> Vec<Binding> {
    let read = |fields: &mut Fields<'_>| {
        let all = fields.all();
        all.into_iter().map(|(name, value)| binding(fields, name, value)).collect()
    };
    fields.inner("let", read).unwrap_or_default()
}

fn binding<'a>(fields: &mut Fields<'a>, name: Text, value: &'a Spanned<DeValue<'a>>) -> Binding {
    if value.get_ref().is_table() {
        let aggregate = fields.within(value, aggregate::read).flatten();
        return Binding { name, rows: Vec::new(), aggregate };
    }
    Binding { name, rows: rows(fields, value), aggregate: None }
}

fn rows<'a>(fields: &mut Fields<'a>, value: &'a Spanned<DeValue<'a>>) -> Vec<BindingRow> {
    let Some(array) = value.get_ref().as_array() else {
        let value = fields.as_text(value);
        return vec![BindingRow { when: None, value, from: None }];
    };
    let row = |fields: &mut Fields<'_>| BindingRow {
        when: fields.text("when"),
        value: fields.text("value"),
        from: fields.text("from"),
    };
    array.iter().filter_map(|item| fields.within(item, row)).collect()
}

fn checks(fields: &mut Fields<'_>) -> Vec<CheckText> {
    let read = |fields: &mut Fields<'_>| CheckText {
        id: fields.must("id"),
        test: test(fields),
        measure: fields.text("measure"),
        unit: fields.text("unit"),
        remedy: remedy(fields),
    };
    let items = fields.items("expects");
    items.into_iter().filter_map(|item| fields.within(item, read)).collect()
}

fn remedy(fields: &mut Fields<'_>) -> Option<Bilingual> {
    fields.value("remedy").is_some().then(|| fields.bilingual("remedy"))
}

fn test(fields: &mut Fields<'_>) -> TestText {
    if fields.value("every").is_some() {
        return TestText::Every(Box::new(aggregate::every(fields)));
    }
    if fields.value("trend").is_some() {
        return TestText::Trend { of: fields.must("trend"), end: fields.text("end") };
    }
    TestText::Check(fields.must("check"))
}

const STRENGTHS: [&str; 6] = ["mandatory", "target", "progressive", "conditional", "encouraged", "advisory"];

/// `"mandatory"`, or a table with `strength`, `binding`, `also`.
fn obligation(fields: &mut Fields<'_>) -> Obligation {
    let plain = |strength| Obligation { strength, binding: None, also: Vec::new() };
    match fields.value("obligation") {
        Some(value) if value.get_ref().is_table() => fields
            .within(value, |fields| Obligation {
                strength: fields.choice("strength", &STRENGTHS).unwrap_or(Strength::Mandatory),
                binding: fields.flag("binding"),
                also: also(fields),
            })
            .unwrap_or_else(|| plain(Strength::Mandatory)),
        Some(_) => plain(fields.choice("obligation", &STRENGTHS).unwrap_or(Strength::Mandatory)),
        None => {
            fields.must("obligation");
            plain(Strength::Mandatory)
        }
    }
}

fn also(fields: &mut Fields<'_>) -> Vec<Strength> {
    let mut strengths = Vec::new();
    for text in fields.texts("also") {
        match serde_json::from_value(serde_json::Value::String(text.value.clone())) {
            Ok(strength) => strengths.push(strength),
            Err(_) => fields.unknown("mistake-unknown-word", &text, &STRENGTHS),
        }
    }
    strengths
}

fn departments(fields: &mut Fields<'_>) -> Departments {
    let read = |fields: &mut Fields<'_>| {
        let mut names = |name| fields.texts(name).into_iter().map(|text| text.value.into()).collect();
        Departments {
            lead: names("lead"),
            participants: names("participants"),
            unranked: names("unranked"),
            basis: fields.text("basis").map(|text| text.value.into()).unwrap_or_default(),
        }
    };
    fields.inner("departments", read).unwrap_or_default()
}

fn deadline(fields: &mut Fields<'_>) -> Deadline {
    let words = ["day", "month", "year", "plan_end", "event"];
    Deadline {
        date: fields.date("date"),
        precision: fields.choice("precision", &words).unwrap_or(Precision::Day),
        inferred: fields.flag("inferred").unwrap_or(false),
    }
}
