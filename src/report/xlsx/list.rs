//! A list on a sheet of its own, or on as many as it needs.

use jiff::civil::Date;
use num_traits::ToPrimitive as _;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use super::style::Styles;
use crate::model::{Duty, GapClass};
use crate::report::{Context, safe};

/// The rows a sheet can hold, its header included.
pub(super) const MOST_ROWS: u32 = 1_048_576;

/// The letters a cell can hold, less what says that it was cut.
const MOST_LETTERS: usize = 32_000;

/// The height of a line of text and of what is around it, in points.
const LINE: f64 = 14.0;
const AROUND: f64 = 3.0;

/// The most lines a row can show.
const MOST_LINES: usize = 28;

/// A4, as spreadsheets number it.
const PAPER: u8 = 9;

/// A column: the end of the key of its header, and its width in letters.
pub(super) type Column = (&'static str, f64);

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Blank,
    /// Words.
    Text(String),
    /// The name of a class of gaps.
    Class(GapClass, String),
    /// A number.
    Number(f64),
    /// A share.
    Percent(f64),
    /// A day.
    Day(Date),
}

/// Writes lists into a workbook.
pub(super) struct List<'a> {
    /// Where to.
    pub(super) book: &'a mut Workbook,
    /// How its cells look.
    pub(super) styles: &'a Styles,
    /// The language it speaks.
    pub(super) context: Context<'a>,
    /// What stands below every printed page.
    pub(super) footer: &'a str,
    /// The most rows of a sheet.
    pub(super) most: u32,
    /// Rows leave the memory as they are written.
    pub(super) streamed: bool,
}

/// How a list is laid out.
pub(super) struct Layout<'a> {
    /// The key of its name.
    pub(super) name: &'a str,
    /// Its columns.
    pub(super) columns: &'a [Column],
    /// How many of them are printed; the others are there to filter by.
    pub(super) printed: u16,
    /// How many of them stay in sight.
    pub(super) frozen: u16,
}

impl List<'_> {
    /// Writes the rows, on further sheets where one is full.
    pub(super) fn write(
        &mut self,
        layout: &Layout<'_>,
        rows: impl Iterator<Item = Vec<Cell>>,
    ) -> Result<(), XlsxError> {
        let (mut rows, most) = (rows.peekable(), self.most);
        let (styles, context, footer) = (self.styles, self.context, self.footer);
        for number in 1.. {
            let sheet = self.open(layout, number)?;
            let mut last = 0;
            while last + 1 < most
                && let Some(cells) = rows.next()
            {
                last += 1;
                row(sheet, last, &cells, styles, context)?;
                sheet.set_row_height(last, height(&cells, layout))?;
            }
            close(sheet, last, layout, footer)?;
            if rows.peek().is_none() {
                break;
            }
        }
        Ok(())
    }

    /// A new sheet with its headers.
    fn open(&mut self, layout: &Layout<'_>, number: u32) -> Result<&mut Worksheet, XlsxError> {
        let (styles, context) = (self.styles, self.context);
        let name = context.text(layout.name);
        let name = if number == 1 { name } else { format!("{name} {number}") };
        let sheet = self.sheet()?.set_name(name)?;
        let name = |(key, _): &Column| context.text(&format!("report-column-{key}"));
        let headers: Vec<Cell> = layout.columns.iter().map(|column| Cell::Text(name(column))).collect();
        for (column, (header, (_, width))) in (0..).zip(headers.iter().zip(layout.columns)) {
            sheet.set_column_width(column, *width)?;
            put_as(sheet, (0, column), header, &styles.header, context)?;
        }
        sheet.set_row_height(0, height(&headers, layout))?;
        sheet.set_freeze_panes(1, layout.frozen)
    }

    fn sheet(&mut self) -> Result<&mut Worksheet, XlsxError> {
        if self.streamed { self.book.add_worksheet_with_low_memory() } else { Ok(self.book.add_worksheet()) }
    }
}

/// Filters over what was written, and pages to print.
fn close(sheet: &mut Worksheet, last: u32, layout: &Layout<'_>, footer: &str) -> Result<(), XlsxError> {
    let columns = u16::try_from(layout.columns.len()).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_area(0, 0, last, layout.printed.saturating_sub(1))?;
    page(sheet, footer);
    Ok(())
}

/// A4 on its side, as wide as the columns.
pub(super) fn page(sheet: &mut Worksheet, footer: &str) {
    sheet.set_landscape().set_paper_size(PAPER).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer(footer);
}

fn row(
    sheet: &mut Worksheet,
    number: u32,
    cells: &[Cell],
    styles: &Styles,
    context: Context<'_>,
) -> Result<(), XlsxError> {
    (0..).zip(cells).try_for_each(|(column, cell)| put(sheet, (number, column), cell, styles, context))
}

/// As high as its printed cells need, for programs that do not find that out themselves.
fn height(cells: &[Cell], layout: &Layout<'_>) -> f64 {
    let printed = cells.iter().zip(layout.columns).take(layout.printed.into());
    lines_high(printed.map(|(cell, (_, width))| cell.lines(*width)).max().unwrap_or(1))
}

/// The height of so many lines.
pub(super) fn lines_high(lines: usize) -> f64 {
    lines.clamp(1, MOST_LINES).to_f64().unwrap_or(1.0) * LINE + AROUND
}

/// Writes one cell of words in a format of its own.
pub(super) fn put_as(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    format: &Format,
    context: Context<'_>,
) -> Result<(), XlsxError> {
    let (Cell::Text(words) | Cell::Class(_, words)) = cell else { return Ok(()) };
    sheet.write_string_with_format(row, column, fitting(words, context), format).map(|_| ())
}

/// Writes one cell.
pub(super) fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    styles: &Styles,
    context: Context<'_>,
) -> Result<(), XlsxError> {
    let mut text = |text: &str, format: &Format| {
        sheet.write_string_with_format(row, column, fitting(text, context), format).map(|_| ())
    };
    match cell {
        Cell::Blank => text("", &styles.text),
        Cell::Text(words) => text(words, &styles.text),
        Cell::Class(class, words) => text(words, &styles.class(*class)),
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &styles.number).map(|_| ())
        }
        Cell::Percent(share) => {
            sheet.write_number_with_format(row, column, *share, &styles.percent).map(|_| ())
        }
        Cell::Day(day) => match excel(*day) {
            Some(day) => sheet.write_datetime_with_format(row, column, &day, &styles.day).map(|_| ()),
            None => text(&day.to_string(), &styles.text),
        },
    }
}

/// A day as spreadsheets count it; they know none before 1900.
fn excel(day: Date) -> Option<ExcelDateTime> {
    let part = |part: i8| u8::try_from(part).ok();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, part(day.month())?, part(day.day())?).ok()
}

/// Text that a cell can hold, without invisible instructions; what is cut says so.
fn fitting(text: &str, context: Context<'_>) -> String {
    let text = safe::visible_lines(text);
    if text.encode_utf16().count() <= MOST_LETTERS {
        return text;
    }
    // A letter may take two places, so that half of them fit for certain.
    let kept: String = text.chars().take(MOST_LETTERS / 2).collect();
    kept + &context.text("report-xlsx-cut")
}

impl Cell {
    /// Words.
    pub(super) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Blank } else { Self::Text(words) }
    }

    /// Words, where there are any.
    pub(super) fn maybe(words: Option<&str>) -> Self {
        words.map_or(Self::Blank, Self::text)
    }

    /// The last day of a duty's deadline; in words where it has none.
    pub(super) fn due(duty: &Duty, context: Context<'_>, as_of: Date) -> Self {
        let day = duty.deadline.and_then(|deadline| deadline.date);
        day.map_or_else(|| Self::text(context.deadline(duty, as_of)), Self::Day)
    }

    /// How many lines it takes in a column of a width.
    pub(super) fn lines(&self, width: f64) -> usize {
        // A column's width includes a margin, and an indent is taken off.
        let room = (width - 2.0).max(1.0).to_usize().unwrap_or(1);
        match self {
            Self::Text(words) | Self::Class(_, words) => {
                words.lines().map(|line| line.width().div_ceil(room).max(1)).sum()
            }
            _ => 1,
        }
    }

    /// A count.
    pub(super) fn count(number: impl Into<i128>) -> Self {
        number.into().to_f64().map_or(Self::Blank, Self::Number)
    }

    /// The length of a list.
    pub(super) fn length(number: usize) -> Self {
        Self::count(number.to_u64().unwrap_or(u64::MAX))
    }
}
