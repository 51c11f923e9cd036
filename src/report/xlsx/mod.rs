//! The workbook for an assessor: what was found, to filter, to add up, to print.
//!
//! A run goes in, an XLSX file comes out: a page that says what was asked and
//! what came of it, then lists of gaps, of problems with the data, and of the
//! requirements. Numbers are numbers and days are days; text from surveys is
//! never a formula. A list too long for a sheet goes on in the next one.

mod diagnostics;
mod gaps;
mod list;
mod requirements;
mod style;
mod summary;
mod temporary;

use std::io::{Error, Write};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{Context, urgency};
use crate::locale::Message;
use crate::model::Run;
use list::List;
use style::Styles;
pub(crate) use temporary::within;

/// The most rows of a list that are held in memory; more go through a temporary file without a name.
const MOST_IN_MEMORY: usize = 50_000;

/// Writes the whole run as one workbook, a large one through a temporary file in that folder.
pub fn write(run: &Run, context: &Context<'_>, temporary: &Path, out: &mut dyn Write) -> std::io::Result<()> {
    let streamed = run.findings.len().max(run.diagnostics.len()) > MOST_IN_MEMORY;
    let folder = streamed.then_some(temporary);
    let made = match folder {
        Some(folder) => temporary::within(folder, || workbook(run, *context, Some(folder)))?,
        None => workbook(run, *context, None),
    };
    out.write_all(&made.map_err(Error::other)?)
}

fn workbook(run: &Run, context: Context<'_>, temporary: Option<&Path>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    if let Some(folder) = temporary {
        book.set_tempdir(folder)?;
    }
    book.set_properties(&properties(run, context)?);
    let (styles, gaps) = (Styles::new(), urgency::gaps(run, context.catalogue));
    summary::write(&mut book, &styles, run, context, &gaps)?;
    let footer = footer(run, context);
    let (most, streamed) = (list::MOST_ROWS, temporary.is_some());
    let mut list = List { book: &mut book, styles: &styles, context, footer: &footer, most, streamed };
    gaps::write(&mut list, run, &gaps)?;
    diagnostics::write(&mut list, run)?;
    requirements::write(&mut list, run)?;
    book.save_to_buffer()
}

/// Who made it, and when: on the day it speaks of, so that the same run is the same bytes.
fn properties(run: &Run, context: Context<'_>) -> Result<DocProperties, XlsxError> {
    let day = run.plan.as_of;
    let part = |part: i8| part.unsigned_abs();
    let made = ExcelDateTime::from_ymd(day.year().unsigned_abs(), part(day.month()), part(day.day()))?;
    let title = title(run, context);
    Ok(DocProperties::new().set_title(title).set_author("barrierfree").set_creation_datetime(&made))
}

/// What the workbook is called.
fn title(run: &Run, context: Context<'_>) -> String {
    let place = run.plan.jurisdiction.as_ref().map(|code| format!(" {}", context.place(code)));
    format!("{}{}", context.text("report-html-title"), place.unwrap_or_default())
}

/// What stands below every printed page.
fn footer(run: &Run, context: Context<'_>) -> String {
    let as_of = context.say("report-as-of", "date", run.plan.as_of);
    let left = format!("{} · {as_of}", title(run, context)).replace('&', "&&");
    let page = Message::new("report-js-page").with("page", "&P").with("pages", "&N");
    format!("&L{left}&C&A&R{}", context.locale.say(&page))
}

#[cfg(test)]
mod tests;
