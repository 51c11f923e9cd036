//! The examples of a requirement as a table in the reader's language.

use super::Handbook;
use super::page::{Block, Columns, Line, Table, Word, plain};
use crate::model::{Catalogue, FacilityType, Finding, Kind, Property};
use crate::quantity::Interval;
use crate::report::Context;
use crate::report::amount::{Scale, amount};
use crate::standard::pack::{CONFLICT, Case, Given, Other, UNKNOWN};
use crate::standard::program::Requirement;

/// Something known of a facility: its name and its value.
pub(super) type Known = (String, String);

/// Every case: what is given, what comes of it, and why.
pub(super) fn table(
    handbook: &Handbook<'_>,
    requirement: &Requirement,
    findings: &[Option<Finding>],
) -> Block {
    let context = handbook.context;
    let headers = ["docs-given", "report-column-outcome", "docs-because", "docs-short"];
    let judged =
        requirement.cases.iter().zip(findings).filter_map(|(case, found)| Some((case, found.as_ref()?)));
    let rows = judged.map(|(case, finding)| row(context, requirement, case, finding)).collect();
    Block::Table(Table {
        kind: Columns::Cases,
        caption: String::new(),
        headers: headers.map(|key| context.text(key)).to_vec(),
        rows,
    })
}

fn row(context: Context<'_>, requirement: &Requirement, case: &Case, finding: &Finding) -> Vec<Line> {
    let given = listed(&everything(context, requirement, case), context);
    let outcome = vec![Word::Outcome(finding.outcome, context.outcome(finding.outcome))];
    vec![given, outcome, plain(context.explained(finding)), plain(missing(context, finding))]
}

/// The shortfall, where something may be missing.
fn missing(context: Context<'_>, finding: &Finding) -> String {
    let short = finding.shortfall().filter(|value| *value != Interval::exact(0));
    let scale = context.scale(finding).of_difference();
    short.map_or_else(|| "–".to_owned(), |value| amount(value, &scale, context))
}

fn listed(known: &[Known], context: Context<'_>) -> Line {
    let mut words = Vec::new();
    for (nth, (name, value)) in known.iter().enumerate() {
        words.extend((nth > 0).then(|| Word::Plain(context.text("report-semicolon"))));
        if value.is_empty() {
            words.push(Word::Plain(name.clone()));
            continue;
        }
        words.push(Word::Plain(format!("{name} ")));
        words.push(Word::Strong(value.clone()));
    }
    words
}

/// What a case gives: of its subject, of others, of an earlier round, and what is declared.
pub(super) fn everything(context: Context<'_>, requirement: &Requirement, case: &Case) -> Vec<Known> {
    let of = subject(context.catalogue, requirement, case);
    let text = |key: &str| context.text(key);
    let mut known = Vec::new();
    let several = requirement.bodies.len() > 1;
    known.extend(
        of.filter(|_| several).map(|of| (text("report-column-type"), context.label(&of.label).to_owned())),
    );
    known.extend(
        case.jurisdiction
            .as_ref()
            .map(|code| (text("report-column-jurisdiction"), context.place(&code.as_str().into()))),
    );
    known.extend(case.as_of.map(|day| (text("report-html-plan-as-of"), day.to_string())));
    known.extend(values(context, of, &case.given));
    for (name, value) in case.earlier.iter().flat_map(|given| values(context, of, given)) {
        known.push((context.say("docs-earlier", "name", name), value));
    }
    known.extend(case.others.iter().map(|one| other(context, one)));
    known.extend(complete(context, case));
    if known.is_empty() {
        known.push((text("docs-nothing-given"), String::new()));
    }
    known
}

fn complete(context: Context<'_>, case: &Case) -> Option<Known> {
    let types: Vec<_> = case.complete.iter().map(|of| context.facility_type(&of.as_str().into())).collect();
    (!types.is_empty()).then(|| (context.text("report-html-plan-complete"), context.list(&types)))
}

fn other(context: Context<'_>, other: &Other) -> Known {
    let of = context.catalogue.facility_type(&other.facility_type).map(|(_, of)| of);
    let said = |known: Vec<Known>| {
        known.into_iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>()
    };
    let mut parts = said(values(context, of, &other.given));
    let earlier = said(other.earlier.iter().flat_map(|given| values(context, of, given)).collect());
    parts.extend(earlier.iter().map(|known| context.say("docs-earlier", "name", known)));
    let name = context.facility_type(&other.facility_type.as_str().into());
    let value = if parts.is_empty() { context.text("docs-nothing-known") } else { context.list(&parts) };
    (context.say("docs-other", "type", name), value)
}

/// The type of a case's subject; none for an area.
pub(super) fn subject<'c>(
    catalogue: &'c Catalogue,
    requirement: &Requirement,
    case: &Case,
) -> Option<&'c FacilityType> {
    match &case.subject {
        Some(id) => catalogue.facility_type(id).map(|(_, of)| of),
        None => catalogue.types.get(requirement.bodies.first()?.0),
    }
}

/// What is known, each by the name of its property.
pub(super) fn values(
    context: Context<'_>,
    of: Option<&FacilityType>,
    given: &[(String, Given)],
) -> Vec<Known> {
    let found = |id: &str| of.and_then(|of| of.property(id));
    let known = |(id, value): &(String, Given)| {
        let property = found(id).map(|(_, property)| property);
        let name = property.map_or_else(|| id.clone(), |property| context.label(&property.label).to_owned());
        (name, self::value(context, property, value))
    };
    let mut given: Vec<_> = given.iter().collect();
    given.sort_by_key(|(id, _)| found(id).map(|(number, _)| number));
    given.into_iter().map(known).collect()
}

fn value(context: Context<'_>, property: Option<&Property>, given: &Given) -> String {
    match given {
        Given::Flag(flag) => context.text(if *flag { "docs-yes" } else { "docs-no" }),
        Given::Number(number) => amount(*number, &scale(property), context),
        Given::Text(text) if text == UNKNOWN => context.text("reason-recorded_unknown"),
        Given::Text(text) if text == CONFLICT => context.text("reason-conflict"),
        Given::Text(text) => {
            let named = property.and_then(|property| property.values.get(property.value(text)?));
            named.map_or_else(|| text.clone(), |value| context.label(&value.label).to_owned())
        }
    }
}

fn scale(property: Option<&Property>) -> Scale {
    match property.map(|property| property.kind) {
        Some(Kind::Ratio) => Scale::Ratio,
        Some(Kind::Date) => Scale::Day,
        _ => Scale::Number(property.and_then(|property| property.unit.clone())),
    }
}
