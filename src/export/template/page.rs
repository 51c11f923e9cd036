//! The page that says how to fill the workbook in, and what each column asks for.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::Template;
use super::column::{Column, unit};
use super::sheet::Sheet;
use crate::locale::Message;
use crate::model::{Kind, Property};

/// What is to be done, line by line: ends of keys of the locale.
const LINES: [&str; 9] =
    ["sheets", "known", "visited", "new", "open", "numbers", "ratios", "places", "photos"];

/// Widths of the columns, in letters.
const WIDTHS: [f64; 4] = [22.0, 34.0, 14.0, 90.0];

pub(super) fn write(
    book: &mut Workbook,
    template: &Template<'_>,
    sheets: &[Sheet<'_>],
) -> Result<(), XlsxError> {
    let locale = template.locale;
    let sheet = book.add_worksheet().set_name(locale.text("template-page"))?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(
        0,
        0,
        locale.text("template-title"),
        &Format::new().set_bold().set_font_size(16),
    )?;
    let mut row = 2;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (number, line) in (1..).zip(LINES) {
        let text = format!("{number}. {}", locale.text(&format!("template-line-{line}")));
        sheet.merge_range(row, 0, row, 3, &text, &wrapped)?;
        sheet.set_row_height(row, 32.0)?;
        row += 1;
    }
    for one in sheets {
        row = fields(sheet, row + 1, template, one)?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0).protect();
    Ok(())
}

/// A sheet's columns, each with what may stand in it; the first row behind.
fn fields(
    sheet: &mut Worksheet,
    mut row: u32,
    template: &Template<'_>,
    one: &Sheet<'_>,
) -> Result<u32, XlsxError> {
    let locale = template.locale;
    let bold = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    let heading = Message::new("template-sheet").with("sheet", &one.name).with("known", one.known.len());
    sheet.write_string_with_format(row, 0, locale.say(&heading), &bold)?;
    for (column, key) in (1..).zip(["column", "unit", "content"]) {
        sheet.write_string_with_format(row, column, locale.text(&format!("template-field-{key}")), &bold)?;
    }
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for column in &one.columns {
        let Column::Property(_, property) = column else { continue };
        row += 1;
        sheet.write_string_with_format(row, 1, property.label.text(locale.language), &text)?;
        let unit = unit(property, template.catalogue, locale).unwrap_or_default();
        sheet.write_string_with_format(row, 2, unit, &text)?;
        sheet.write_string_with_format(row, 3, content(property, template), &text)?;
    }
    Ok(row + 1)
}

/// What may stand in a cell.
fn content(property: &Property, template: &Template<'_>) -> String {
    let locale = template.locale;
    let kind = match property.kind {
        Kind::Category => {
            let values = property.values.iter().map(|value| value.label.text(locale.language));
            return values.collect::<Vec<_>>().join(" / ");
        }
        Kind::Boolean => "flag",
        Kind::Date => "date",
        Kind::Text => "text",
        Kind::Count => "count",
        Kind::Ratio => "ratio",
        _ => "number",
    };
    locale.text(&format!("template-content-{kind}"))
}
