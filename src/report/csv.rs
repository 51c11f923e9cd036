//! Findings and diagnostics for spreadsheets.
//!
//! Text that a spreadsheet would run as a formula gets an apostrophe in front;
//! numbers of our own stay numbers.

use std::io::Write;

use super::amount::Scale;
use super::spreadsheet::{Spreadsheet, text};
use super::{Context, finding_key, privacy, urgency};
use crate::diagnostic::Diagnostic;
use crate::model::{Finding, Run, date_of};
use crate::quantity::{Interval, Rational, decimal_text};

/// Decimal places where a number has no short decimal text; ends are rounded outwards.
const PLACES: u32 = 6;

const FINDING_COLUMNS: [&str; 29] = [
    "facility",
    "facility-id",
    "type",
    "jurisdiction",
    "standard",
    "clause",
    "requirement",
    "requirement-id",
    "strength",
    "outcome",
    "gap",
    "found",
    "remedy",
    "measured-low",
    "measured-high",
    "required-low",
    "required-high",
    "shortfall-low",
    "shortfall-high",
    "unit",
    "reason",
    "properties",
    "responsible",
    "deadline",
    "overdue-days",
    "sources",
    "caveats",
    "merged-into",
    "key",
];

const DIAGNOSTIC_COLUMNS: [&str; 10] =
    ["file", "sheet", "row", "column", "severity", "kind", "value", "message", "remedy", "code"];

/// One row per finding, in the order of the run.
pub fn findings(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let rows = privacy::findings(run, context.catalogue).map(|finding| finding_row(finding, run, *context));
    write(&FINDING_COLUMNS, rows, *context, out)
}

/// One row per diagnostic: the list to open beside the survey.
pub fn diagnostics(
    diagnostics: &[Diagnostic],
    context: &Context<'_>,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let rows = diagnostics.iter().map(|diagnostic| diagnostic_row(diagnostic, *context));
    write(&DIAGNOSTIC_COLUMNS, rows, *context, out)
}

pub(super) fn write<const N: usize>(
    columns: &[&str; N],
    rows: impl Iterator<Item = [String; N]>,
    context: Context<'_>,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let headers = columns.map(|column| context.text(&format!("report-column-{column}")));
    let mut table = Spreadsheet::begin(out, headers)?;
    rows.into_iter().try_for_each(|row| table.row(row))?;
    table.end()
}

fn finding_row(finding: &Finding, run: &Run, context: Context<'_>) -> [String; 29] {
    let (duty, subject) = (&finding.duty, &finding.subject);
    let overdue = finding.gap.and(urgency::overdue_days(duty, run.plan.as_of));
    let [measured_low, measured_high] = ends(finding.measured(), finding, context, false);
    let [required_low, required_high] = ends(finding.required(), finding, context, false);
    let [shortfall_low, shortfall_high] = ends(finding.shortfall(), finding, context, true);
    [
        text(subject.name.as_deref().unwrap_or_default()),
        text(subject.id.as_str()),
        text(&context.facility_type(&subject.facility_type)),
        text(subject.jurisdiction.as_ref().map(ToString::to_string).unwrap_or_default().as_str()),
        text(context.label(&duty.standard_title)),
        text(&duty.clause),
        text(context.label(&duty.title)),
        text(duty.id.as_str()),
        text(&context.strength(&duty.obligation)),
        text(&context.outcome(finding.outcome)),
        text(&context.gap(finding)),
        text(&context.found(finding)),
        text(&context.remedy(finding)),
        measured_low,
        measured_high,
        required_low,
        required_high,
        shortfall_low,
        shortfall_high,
        text(&context.unit(finding)),
        text(&context.why(finding).unwrap_or_default()),
        text(&context.properties(&subject.facility_type, &finding.properties)),
        text(&context.responsible(duty)),
        text(&context.deadline(duty, run.plan.as_of)),
        overdue.map(|days| days.to_string()).unwrap_or_default(),
        text(&context.sources(finding).join("\n")),
        text(&context.list(&context.caveats(duty, &run.plan))),
        text(finding.merged_into.as_ref().map(ToString::to_string).unwrap_or_default().as_str()),
        finding_key(&duty.id, &subject.id),
    ]
}

fn diagnostic_row(diagnostic: &Diagnostic, context: Context<'_>) -> [String; 10] {
    let (place, code) = (&diagnostic.place, diagnostic.code);
    [
        text(&place.file),
        text(place.sheet.as_deref().unwrap_or_default()),
        place.row.map(|row| row.to_string()).unwrap_or_default(),
        text(place.column.as_deref().unwrap_or_default()),
        text(&context.severity(code.severity())),
        text(&context.kind(code)),
        text(diagnostic.value.as_deref().unwrap_or_default()),
        text(&context.locale.say(&diagnostic.message())),
        text(&context.locale.say(&diagnostic.remedy())),
        code.key().to_owned(),
    ]
}

/// Both ends as numbers a spreadsheet can add; an open end is empty.
fn ends(
    value: Option<Interval>,
    finding: &Finding,
    context: Context<'_>,
    is_difference: bool,
) -> [String; 2] {
    let Some(value) = value else { return Default::default() };
    let is_day = context.scale(finding) == Scale::Day && !is_difference;
    let write = |end: Option<Rational>, round: fn(&Rational) -> Rational| match end {
        Some(end) if is_day => date_of(end).map(|date| date.to_string()).unwrap_or_default(),
        Some(end) => decimal(end, round),
        None => String::new(),
    };
    [write(value.low(), Rational::floor), write(value.high(), Rational::ceil)]
}

/// A number as decimal text; where it has none that is short, its end is rounded outwards.
pub(super) fn decimal(value: Rational, round: fn(&Rational) -> Rational) -> String {
    decimal_text(value).filter(|text| text.len() <= 15).unwrap_or_else(|| {
        let scale = Rational::from_integer(10_i128.pow(PLACES));
        let rounded =
            num_traits::CheckedMul::checked_mul(&value, &scale).map(|scaled| round(&scaled) / scale);
        rounded.and_then(decimal_text).unwrap_or_else(|| text(&value.to_string()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Locale};
    use crate::report::sample;

    fn written(write: fn(&Run, &Context<'_>, &mut dyn Write) -> std::io::Result<()>) -> String {
        let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
        let mut bytes = Vec::new();
        let context = Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() };
        write(&sample::run(), &context, &mut bytes).expect("memory takes everything");
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn a_name_that_is_a_formula_stays_text() {
        let csv = written(findings);
        assert!(csv.contains("\"'=HYPERLINK(\"\"http://evil\"\")␛[31m\",lot-2"), "{csv}");
        assert!(
            written(|run, context, out| diagnostics(&run.diagnostics, context, out))
                .contains("'@SUM(A1)␛]0;x␇")
        );
    }

    #[test]
    fn the_file_is_what_spreadsheets_of_this_country_open() {
        let csv = written(findings);
        assert!(csv.starts_with('\u{feff}'));
        assert!(csv.ends_with("\r\n"));
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(reader.headers().expect("headers").len(), FINDING_COLUMNS.len());
        assert_eq!(reader.records().count(), 5);
    }

    #[test]
    fn our_numbers_are_numbers() {
        assert_eq!(decimal(Rational::new(-3, 100), Rational::floor), "-0.03");
        assert_eq!(decimal(Rational::new(1, 12), Rational::floor), "0.083333");
        assert_eq!(decimal(Rational::new(1, 12), Rational::ceil), "0.083334");
    }

    #[test]
    fn no_household_is_written() {
        assert!(!written(findings).contains(sample::HOUSEHOLD));
    }
}
