//! The gaps, the most urgent first, one row each.

use rust_xlsxwriter::XlsxError;

use super::list::{Cell, Column, Layout, List};
use crate::model::{Finding, Outcome, Run, date_of};
use crate::quantity::{Interval, Rational};
use crate::report::amount::{Scale, amount};
use crate::report::merged::Merged;
use crate::report::wording::citations;
use crate::report::{Context, csv, finding_key, privacy, urgency};

/// What an inspector needs on the spot comes first and is printed.
const COLUMNS: [Column; 28] = [
    ("gap", 12.0),
    ("facility", 22.0),
    ("jurisdiction", 14.0),
    ("requirement", 20.0),
    ("clause", 18.0),
    ("found", 36.0),
    ("remedy", 28.0),
    ("lead", 14.0),
    ("deadline-date", 11.0),
    ("measured", 12.0),
    ("required", 12.0),
    ("shortfall-low", 10.0),
    ("shortfall-high", 10.0),
    ("unit", 8.0),
    ("overdue-days", 10.0),
    ("strength", 12.0),
    ("facility-id", 18.0),
    ("type", 16.0),
    ("requirement-id", 16.0),
    ("responsible", 30.0),
    ("deadline", 24.0),
    ("file", 24.0),
    ("sheet", 14.0),
    ("row", 8.0),
    ("sources", 40.0),
    ("also", 30.0),
    ("caveats", 30.0),
    ("key", 34.0),
];

const PRINTED: u16 = 9;

pub(super) fn write(list: &mut List<'_>, run: &Run, gaps: &[&Finding]) -> Result<(), XlsxError> {
    let sheet = Sheet { run, context: list.context, merged: &Merged::of(run, list.context.catalogue) };
    let layout = |name| Layout { name, columns: &COLUMNS, printed: PRINTED, frozen: 2 };
    list.write(&layout("report-xlsx-gaps"), gaps.iter().map(|finding| sheet.row(finding)))?;
    if !run.plan.all_findings {
        return Ok(());
    }
    let others = privacy::findings(run, sheet.context.catalogue).filter(|finding| finding.gap.is_none());
    list.write(&layout("report-xlsx-others"), others.map(|finding| sheet.row(finding)))
}

struct Sheet<'a> {
    run: &'a Run,
    context: Context<'a>,
    merged: &'a Merged<'a>,
}

impl Sheet<'_> {
    fn row(&self, finding: &Finding) -> Vec<Cell> {
        [self.printed(finding).as_slice(), &self.numbers(finding), &self.names(finding), &self.proof(finding)]
            .concat()
    }

    fn printed(&self, finding: &Finding) -> [Cell; 9] {
        let (context, duty, subject) = (self.context, &finding.duty, &finding.subject);
        let place = subject.jurisdiction.as_ref().map(|code| context.place(code));
        [
            self.class(finding),
            Cell::text(subject.name.as_deref().unwrap_or(subject.id.as_str())),
            Cell::maybe(place.as_deref()),
            Cell::text(context.label(&duty.title)),
            Cell::text(context.marked_citation(duty)),
            Cell::text(context.found(finding)),
            Cell::text(context.remedy(finding)),
            Cell::text(context.lead(duty)),
            Cell::due(duty, context, self.run.plan.as_of),
        ]
    }

    /// The class of a gap, or the outcome of what is none, with its shape.
    fn class(&self, finding: &Finding) -> Cell {
        let shape = if finding.outcome == Outcome::Failed { '◆' } else { '○' };
        match finding.gap {
            Some(class) => Cell::Class(class, format!("{shape} {}", self.context.gap(finding))),
            None => Cell::text(self.context.outcome(finding.outcome)),
        }
    }

    fn numbers(&self, finding: &Finding) -> [Cell; 6] {
        let scale = self.context.scale(finding);
        let missing = |end: Option<Rational>, round: fn(&Rational) -> Rational| {
            end.map_or(Cell::Blank, |end| number(end, round, &scale.clone().of_difference()))
        };
        let (low, high) = finding.shortfall().map_or((None, None), |value| (value.low(), value.high()));
        let overdue = finding.gap.and(urgency::overdue_days(&finding.duty, self.run.plan.as_of));
        [
            self.exact(finding.measured(), &scale),
            self.exact(finding.required(), &scale),
            missing(low, Rational::floor),
            missing(high, Rational::ceil),
            Cell::text(self.context.unit(finding)),
            overdue.map_or(Cell::Blank, Cell::count),
        ]
    }

    /// A number where it is exact, else the range in words.
    fn exact(&self, value: Option<Interval>, scale: &Scale) -> Cell {
        let Some(value) = value else { return Cell::Blank };
        match (value.low(), value.high()) {
            (Some(low), Some(high)) if low == high => number(low, Rational::floor, scale),
            _ => {
                let bare = if matches!(scale, Scale::Number(_)) { &Scale::Number(None) } else { scale };
                Cell::text(amount(value, bare, self.context))
            }
        }
    }

    fn names(&self, finding: &Finding) -> [Cell; 6] {
        let (context, duty, subject) = (self.context, &finding.duty, &finding.subject);
        [
            Cell::text(context.strength(&duty.obligation)),
            Cell::text(subject.id.as_str()),
            Cell::text(context.facility_type(&subject.facility_type)),
            Cell::text(duty.id.as_str()),
            Cell::text(context.responsible(duty)),
            Cell::text(context.deadline(duty, self.run.plan.as_of)),
        ]
    }

    fn proof(&self, finding: &Finding) -> [Cell; 7] {
        let (context, duty) = (self.context, &finding.duty);
        let rows = citations(finding);
        let first = rows.first();
        [
            Cell::maybe(first.map(|row| row.file)),
            Cell::maybe(first.and_then(|row| row.sheet)),
            first.map_or(Cell::Blank, |row| Cell::count(row.row)),
            Cell::text(context.sources(finding).join("\n")),
            Cell::text(self.merged.note(finding, context)),
            Cell::text(context.list(&context.caveats(duty, &self.run.plan))),
            Cell::text(finding_key(&duty.id, &finding.subject.id)),
        ]
    }
}

/// An exact number as the nearest one a spreadsheet can hold, ends rounded outwards.
pub(super) fn number(value: Rational, round: fn(&Rational) -> Rational, scale: &Scale) -> Cell {
    if *scale == Scale::Day {
        return date_of(value).map_or(Cell::Blank, Cell::Day);
    }
    let decimal = csv::decimal(value, round);
    match (decimal.parse().ok(), scale) {
        (Some(number), Scale::Ratio) => Cell::Percent(number),
        (Some(number), _) => Cell::Number(number),
        (None, _) => Cell::Text(decimal),
    }
}
