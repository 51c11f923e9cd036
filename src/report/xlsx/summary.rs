//! The first page: the verdict, what was asked, what was read.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::list::{Cell, lines_high, page, put, put_as};
use super::style::Styles;
use crate::model::{Finding, GapClass, Plan, Run, StandardUse};
use crate::report::overview::{self, GAP_CLASSES, Verdict};
use crate::report::wording::key_of;
use crate::report::{Context, privacy};

/// A name, two figures, and words.
const WIDTHS: [f64; 4] = [40.0, 14.0, 14.0, 76.0];

const NOTES: [&str; 5] = ["at-least", "intervals", "unverified", "overlap", "personal"];

pub(super) fn write(
    book: &mut Workbook,
    styles: &Styles,
    run: &Run,
    context: Context<'_>,
    gaps: &[&Finding],
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(context.text("report-xlsx-summary"))?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut page = Page { sheet, styles, context, row: 0 };
    page.opening(run, gaps)?;
    page.classes(gaps)?;
    page.problems(run)?;
    page.asked(&run.plan)?;
    page.notes()?;
    page.read(run)?;
    let footer = super::footer(run, context);
    self::page(page.sheet, &footer);
    Ok(())
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    styles: &'a Styles,
    context: Context<'a>,
    row: u32,
}

impl Page<'_> {
    fn opening(&mut self, run: &Run, gaps: &[&Finding]) -> Result<(), XlsxError> {
        let context = self.context;
        self.across(&super::title(run, context), &self.styles.title)?;
        self.sheet.set_row_height(0, 26.0)?;
        self.across(&context.verdict(Verdict::of(run, gaps)), &self.styles.lead)?;
        self.across(&context.plan_line(&run.plan), &self.styles.text)?;
        let made_up = run.plan.standards.iter().filter(|standard| standard.made_up);
        made_up
            .map(|one| context.say("report-made-up", "title", context.label(&one.title)))
            .try_for_each(|notice| self.across(&notice, &self.styles.lead))
    }

    fn asked(&mut self, plan: &Plan) -> Result<(), XlsxError> {
        let context = self.context;
        let text = |key: &str| Cell::text(context.text(key));
        let place = plan.jurisdiction.as_ref().map(|code| context.place(code));
        let scope = if plan.auto { "report-html-auto" } else { "report-html-as-if" };
        let listed = if plan.all_findings { "report-xlsx-all" } else { "report-xlsx-gaps-only" };
        self.heading("report-html-plan", &[])?;
        self.term("as-of", &Cell::Day(plan.as_of))?;
        self.term("jurisdiction", &Cell::text(place.unwrap_or_else(|| "–".to_owned())))?;
        self.term("scope", &text(scope))?;
        self.term("listed", &text(listed))?;
        self.term("engine", &Cell::text(format!("barrierfree {}", plan.engine)))?;
        self.heading("report-html-standards", &[])?;
        plan.standards.iter().try_for_each(|one| self.standard(one))
    }

    fn standard(&mut self, standard: &StandardUse) -> Result<(), XlsxError> {
        let context = self.context;
        let made_up = standard.made_up.then(|| context.text("report-caveat-made-up"));
        let past = standard.period_past.then(|| context.text("report-html-period-past"));
        let hash = format!("SHA-256 {}", standard.hash);
        let words = [standard.id.to_string()].into_iter().chain(made_up).chain(past).chain([hash]);
        let words = words.collect::<Vec<_>>().join(" · ");
        self.wide(&Cell::text(context.label(&standard.title)), &Cell::text(words))
    }

    fn classes(&mut self, gaps: &[&Finding]) -> Result<(), XlsxError> {
        let counts = overview::by_class(gaps);
        self.heading("report-section-gaps", &["report-html-entries", "report-html-facilities"])?;
        GAP_CLASSES
            .into_iter()
            .try_for_each(|class| self.class(class, counts.get(&class).copied().unwrap_or_default(), gaps))
    }

    fn class(&mut self, class: GapClass, number: u64, gaps: &[&Finding]) -> Result<(), XlsxError> {
        let key = key_of(class);
        let name = Cell::Class(class, self.context.text(&format!("gap-{key}")));
        let facilities = overview::facilities(gaps.iter().filter(|gap| gap.gap == Some(class)));
        let means = Cell::text(self.context.text(&format!("report-means-{key}")));
        self.line(name, [Cell::count(number), Cell::length(facilities)], means)
    }

    fn read(&mut self, run: &Run) -> Result<(), XlsxError> {
        let context = self.context;
        self.heading("report-html-plan-facilities", &["report-column-count"])?;
        for (of, number) in &run.plan.facilities {
            let number = privacy::facilities(of, *number, context.catalogue);
            let number = number.map_or_else(|| Cell::text("※"), Cell::count);
            self.line(Cell::text(context.facility_type(of)), [number, Cell::Blank], Cell::Blank)?;
        }
        self.heading("report-html-inputs", &["report-html-rows"])?;
        run.plan.inputs.iter().try_for_each(|input| {
            let rows = privacy::rows_of_input(input, run, context.catalogue);
            let rows = rows.map_or_else(|| Cell::text("※"), Cell::count);
            let hash = Cell::text(format!("SHA-256 {}", input.hash));
            self.line(Cell::text(&*input.file), [rows, Cell::Blank], hash)
        })
    }

    fn problems(&mut self, run: &Run) -> Result<(), XlsxError> {
        let kinds = overview::by_kind(&run.diagnostics.iter().collect::<Vec<_>>());
        self.heading("report-html-diagnostics", &["report-column-count"])?;
        kinds.into_iter().try_for_each(|(code, number)| {
            let severity = Cell::text(self.context.severity(code.severity()));
            let kind = Cell::text(self.context.kind(code));
            self.line(kind, [Cell::count(number), Cell::Blank], severity)
        })
    }

    fn notes(&mut self) -> Result<(), XlsxError> {
        self.heading("report-html-method", &[])?;
        let notes = NOTES.map(|note| format!("report-note-{note}"));
        for key in notes.iter().map(String::as_str).chain(["report-xlsx-withheld", "report-xlsx-printed"]) {
            self.across(&self.context.text(key), &self.styles.text)?;
        }
        Ok(())
    }

    fn term(&mut self, key: &str, value: &Cell) -> Result<(), XlsxError> {
        let name = Cell::text(self.context.text(&format!("report-html-plan-{key}")));
        self.wide(&name, value)
    }

    fn line(&mut self, name: Cell, figures: [Cell; 2], words: Cell) -> Result<(), XlsxError> {
        let [first, second] = figures;
        let cells = [name, first, second, words];
        for (column, cell) in (0..).zip(&cells) {
            put(self.sheet, (self.row, column), cell, self.styles, self.context)?;
        }
        self.next(cells.iter().zip(WIDTHS).map(|(cell, width)| cell.lines(width)).max())
    }

    /// A line without figures, its words over their columns.
    fn wide(&mut self, name: &Cell, words: &Cell) -> Result<(), XlsxError> {
        self.sheet.merge_range(self.row, 1, self.row, 3, "", &self.styles.text)?;
        for (column, cell) in [(0, name), (1, words)] {
            put(self.sheet, (self.row, column), cell, self.styles, self.context)?;
        }
        self.next(Some(name.lines(WIDTHS[0]).max(words.lines(WIDTHS.into_iter().skip(1).sum()))))
    }

    /// Goes on below a row of so many lines.
    fn next(&mut self, lines: Option<usize>) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, lines_high(lines.unwrap_or(1)))?;
        self.row += 1;
        Ok(())
    }

    /// A heading after a blank line, with the names of the figures below it.
    fn heading(&mut self, key: &str, figures: &[&str]) -> Result<(), XlsxError> {
        self.row += 1;
        let names = [key].into_iter().chain(figures.iter().copied()).map(|key| self.context.text(key));
        for (column, name) in (0..4).zip(names.chain(std::iter::repeat(String::new()))) {
            self.sheet.write_string_with_format(self.row, column, name, &self.styles.heading)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A text over the whole width.
    fn across(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let text = Cell::text(text);
        self.sheet.merge_range(self.row, 0, self.row, 3, "", format)?;
        put_as(self.sheet, (self.row, 0), &text, format, self.context)?;
        self.next(Some(text.lines(WIDTHS.into_iter().sum())))
    }
}
