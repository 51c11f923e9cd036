//! The report for the terminal: the verdict, the counts, what comes first.
//!
//! Plain text of a given width, without colours: outcomes are told apart by
//! shape and word. Control characters from surveys are shown, never sent.

pub(super) mod grid;
mod requirements;

use std::io::Write;

use grid::wrap;

use super::Context;
use super::amount::{count, length};
use super::merged::Merged;
use super::overview::{self, GAP_CLASSES, Verdict};
use super::urgency::{self, FacilityGaps};
use super::wording::key_of;
use crate::model::{Finding, Outcome, Run, SheetUse};

/// How many facilities are shown; the rest is counted.
const MOST_URGENT: usize = 10;

/// Up to so many sheets every column is said.
const FEW_SHEETS: usize = 5;

/// Narrower than this nothing can be laid out.
const NARROWEST: usize = 72;

/// Writes the report for a terminal of so many columns.
pub fn write(run: &Run, context: &Context<'_>, width: usize, out: &mut dyn Write) -> std::io::Result<()> {
    let page = Page { run, context: *context, width: width.max(NARROWEST) };
    let gaps = urgency::gaps(run, context.catalogue);
    let mut lines = page.heading(&gaps);
    lines.extend(page.requirements());
    lines.extend(page.classes(&gaps));
    lines.extend(page.urgent(&gaps));
    lines.extend(page.diagnostics());
    lines.extend(page.sheets());
    put(&lines, out)
}

/// Writes the verdict, the counts and the kinds of problems: what fits beside another output.
pub fn summary(run: &Run, context: &Context<'_>, width: usize, out: &mut dyn Write) -> std::io::Result<()> {
    let page = Page { run, context: *context, width: width.max(NARROWEST) };
    let gaps = urgency::in_any_order(run, context.catalogue);
    let parts = [page.heading(&gaps), page.requirements(), page.classes(&gaps), page.diagnostics()];
    put(&parts.concat(), out)
}

fn put(lines: &[String], out: &mut dyn Write) -> std::io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

struct Page<'a> {
    run: &'a Run,
    context: Context<'a>,
    width: usize,
}

impl Page<'_> {
    fn heading(&self, gaps: &[&Finding]) -> Vec<String> {
        let (context, plan) = (self.context, &self.run.plan);
        let verdict = context.verdict(Verdict::of(self.run, gaps));
        let mut lines = wrap(&verdict, self.width);
        lines.extend(wrap(&context.plan_line(plan), self.width));
        for standard in plan.standards.iter().filter(|standard| standard.made_up) {
            lines.extend(wrap(
                &context.say("report-made-up", "title", context.label(&standard.title)),
                self.width,
            ));
        }
        lines
    }

    fn classes(&self, gaps: &[&Finding]) -> Vec<String> {
        let counts = overview::by_class(gaps);
        let shown = GAP_CLASSES.iter().filter_map(|class| Some((class, counts.get(class)?)));
        let line = |(class, number): (_, &u64)| {
            format!("{:>9}  {}", count(*number), self.context.text(&format!("gap-{}", key_of(class))))
        };
        self.section("report-section-gaps", shown.map(line).collect())
    }

    fn urgent(&self, gaps: &[&Finding]) -> Vec<String> {
        let facilities = urgency::by_facility(gaps);
        let merged = Merged::of(self.run, self.context.catalogue);
        let shown = facilities.iter().take(MOST_URGENT);
        let mut lines: Vec<_> = shown.flat_map(|gaps| self.facility(gaps, &merged)).collect();
        let more = facilities.len().saturating_sub(MOST_URGENT);
        if more > 0 {
            let line = self.context.say("report-more-facilities", "count", length(more));
            lines.extend(wrap(&line, self.width));
        }
        self.section("report-section-urgent", lines)
    }

    /// A facility and its gaps, each repair once.
    fn facility(&self, gaps: &FacilityGaps<'_>, merged: &Merged<'_>) -> Vec<String> {
        let Some(first) = gaps.first() else { return Vec::new() };
        let mut lines = wrap(&self.context.facility(&first.subject), self.width);
        let is_led =
            |gap: &Finding| gaps.iter().any(|leader| gap.merged_into.as_ref() == Some(&leader.duty.id));
        for gap in gaps.iter().filter(|gap| !is_led(gap)) {
            let shape = if gap.outcome == Outcome::Failed { FAILED } else { CANT_TELL };
            let class = self.context.gap(gap);
            lines.extend(self.indented(&format!("{shape} {class}  {}", self.context.found(gap)), 2));
            lines.extend(self.indented(&self.context.marked_citation(&gap.duty), 4));
            let also = merged.note(gap, self.context);
            lines.extend(
                Some(also).filter(|also| !also.is_empty()).iter().flat_map(|also| self.indented(also, 4)),
            );
        }
        lines
    }

    fn diagnostics(&self) -> Vec<String> {
        let kinds = overview::by_kind(&self.run.diagnostics.iter().collect::<Vec<_>>());
        let mut lines: Vec<_> = kinds
            .iter()
            .map(|(code, number)| format!("{:>9}  {}", count(*number), self.context.kind(*code)))
            .collect();
        if !lines.is_empty() {
            lines.extend(wrap(&self.context.text("report-whole-diagnostics"), self.width));
        }
        self.section("report-section-diagnostics", lines)
    }

    /// Of a few sheets what each column became, of many only those with something left out.
    fn sheets(&self) -> Vec<String> {
        let sheets = &self.run.sheets;
        let whole = |sheet: &&SheetUse| sheet.columns.iter().all(|column| column.property.is_some());
        let read_whole = if sheets.len() > FEW_SHEETS { sheets.iter().filter(whole).count() } else { 0 };
        let shown = sheets.iter().filter(|sheet| read_whole == 0 || !whole(sheet));
        let mut lines: Vec<String> = shown.flat_map(|sheet| self.sheet(sheet)).collect();
        if read_whole > 0 {
            lines.push(self.context.say("report-sheets-whole", "count", length(read_whole)));
        }
        self.section("report-section-columns", lines)
    }

    fn sheet(&self, sheet: &SheetUse) -> Vec<String> {
        let context = self.context;
        let mut lines = wrap(&context.sheet_line(sheet, self.run), self.width);
        let became: Vec<_> =
            sheet.columns.iter().filter_map(|column| context.became(column, sheet)).collect();
        if !became.is_empty() && self.run.sheets.len() <= FEW_SHEETS {
            lines.extend(
                self.indented(&context.say("report-columns-became", "names", context.list(&became)), 2),
            );
        }
        lines.extend(context.left_out(sheet).iter().flat_map(|left_out| self.indented(left_out, 2)));
        lines
    }

    /// A heading and its lines; nothing where there are none.
    fn section(&self, title: &str, lines: Vec<String>) -> Vec<String> {
        if lines.is_empty() {
            return lines;
        }
        [String::new(), self.context.text(title)].into_iter().chain(lines).collect()
    }

    fn indented(&self, text: &str, by: usize) -> Vec<String> {
        wrap(text, self.width.saturating_sub(by))
            .into_iter()
            .map(|line| format!("{:by$}{line}", ""))
            .collect()
    }
}

const FAILED: char = '◆';
const CANT_TELL: char = '○';

#[cfg(test)]
mod tests;
