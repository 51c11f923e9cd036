//! A comparison for spreadsheets: a line for each facility that is new or unseen, and for each value that changed.

use std::io::{Result, Write};

use super::place;
use crate::model::{Altered, Compared, Comparison, Observed, PropertyId, Recorded};
use crate::quantity::Rational;
use crate::report::Context;
use crate::report::amount::Scale;
use crate::report::csv::{decimal, write as written};
use crate::report::spreadsheet_text as text;

/// Writes a comparison; of people nothing.
pub fn csv(comparison: &Comparison, context: Context<'_>, out: &mut dyn Write) -> Result<()> {
    let columns = [
        "change",
        "type",
        "facility-id",
        "facility",
        "jurisdiction",
        "property",
        "before",
        "after",
        "unit",
        "row-before",
        "row-after",
        "seen-before",
        "seen-after",
    ];
    written(&columns, comparison.facilities.iter().flat_map(|one| lines(one, context)), context, out)
}

fn lines(one: &Compared, context: Context<'_>) -> Vec<[String; 13]> {
    let rows = one.rows.each_ref().map(|row| context.row(row.as_ref()));
    let moved = one.moved.map(|places| {
        let name = context.text("comparison-place");
        line(one, context, &name, places.map(place), String::new(), &rows)
    });
    let changes = one.changes.iter().map(|change| altered(one, change, context));
    let mut lines: Vec<_> = moved.into_iter().chain(changes).collect();
    if lines.is_empty() {
        lines.push(line(one, context, "", Default::default(), String::new(), &rows));
    }
    lines
}

fn altered(one: &Compared, change: &Altered, context: Context<'_>) -> [String; 13] {
    let values = change.values.each_ref().map(|value| value_of(one, &change.property, value, context));
    let of = context.catalogue.facility_type(one.facility_type.as_str());
    let unit = of.and_then(|(_, of)| of.property(change.property.as_str())?.1.unit.clone());
    let rows = change.cells.each_ref().map(|cell| context.row(cell.as_ref()));
    let unit = unit.map(|unit| unit.to_string()).unwrap_or_default();
    line(one, context, &context.property(&one.facility_type, &change.property), values, unit, &rows)
}

/// A single number as one that can be added, anything else in words.
fn value_of(one: &Compared, property: &PropertyId, value: &Recorded, context: Context<'_>) -> String {
    let scale = Scale::of(None, &one.facility_type, std::slice::from_ref(property), context);
    if let Recorded::Value(Observed::Number(interval)) = value
        && let (Some(number), false) = (interval.single(), scale == Scale::Day)
    {
        return decimal(number, Rational::round);
    }
    text(&context.recorded(&one.facility_type, property, value))
}

fn line(
    one: &Compared,
    context: Context<'_>,
    property: &str,
    [before, after]: [String; 2],
    unit: String,
    rows: &[String; 2],
) -> [String; 13] {
    let [seen_before, seen_after] = one.seen.map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    let [row_before, row_after] = rows.each_ref().map(|row| text(row));
    [
        context.text(&format!("comparison-column-{}", one.fate.key())),
        text(&context.facility_type(&one.facility_type)),
        text(one.id.as_str()),
        text(one.name.as_deref().unwrap_or_default()),
        text(one.jurisdiction.as_ref().map(ToString::to_string).unwrap_or_default().as_str()),
        text(property),
        before,
        after,
        unit,
        row_before,
        row_after,
        seen_before,
        seen_after,
    ]
}
