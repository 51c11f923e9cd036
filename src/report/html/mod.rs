//! The report for officials: pages that open by double click.
//!
//! One self-contained file, or a folder of them where one would be too large
//! to open; nothing is ever left out. Verdict, counts, what comes first and
//! every proof are plain HTML, readable without JavaScript; the full list is
//! drawn by a small script from data in the page. No page loads anything.

mod data;
mod diagnostics;
mod entry;
mod folder;
mod frame;
mod intern;
mod jurisdictions;
mod list;
mod map;
mod method;
mod plan;
mod requirements;
mod sheets;
pub(super) mod symbol;
mod urgent;
mod verdict;

pub(super) use frame::document;

use std::io::Write;

use maud::{Markup, html};

use super::merged::Merged;
use super::{Context, privacy, urgency};
use crate::model::{Adcode, Finding, Run};

/// The most findings, or diagnostics, that one page holds.
pub const MOST_ENTRIES: usize = 50_000;

/// Whether one page holds the whole report.
pub fn is_one_page(run: &Run, context: &Context<'_>) -> bool {
    let findings = privacy::findings(run, context.catalogue).take(MOST_ENTRIES + 1).count();
    findings <= MOST_ENTRIES && run.diagnostics.len() <= MOST_ENTRIES
}

/// Writes the whole report as one page.
pub fn write(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let gaps = urgency::gaps(run, context.catalogue);
    let merged = Merged::of(run, context.catalogue);
    let view = View { run, context: *context, gaps: &gaps, merged: &merged, parts: &[] };
    let facilities = urgency::by_facility(&listed(run, context, &gaps));
    let problems: Vec<_> = run.diagnostics.iter().collect();
    let data = data::Data::of(&view, &facilities, &problems);
    let list = if facilities.is_empty() { list::empty(*context) } else { list::section(*context) };
    let lead = html! { p { (context.text("report-html-diagnostics-lead")) } };
    let main = view.main(&list, &diagnostics::section(*context, &problems, &lead));
    out.write_all(frame::page(*context, &view.title(), &main, Some(&data.json())).as_bytes())
}

/// Writes the report as a folder of pages, of which `index.html` is the first.
///
/// `open` is asked for one file after the other, by name.
pub fn write_folder<W: Write>(
    run: &Run,
    context: &Context<'_>,
    open: impl FnMut(&str) -> std::io::Result<W>,
) -> std::io::Result<()> {
    folder::write(run, *context, open)
}

/// Gaps by urgency, then whatever else the run lists.
fn listed<'a>(run: &'a Run, context: &'a Context<'_>, gaps: &[&'a Finding]) -> Vec<&'a Finding> {
    let others = privacy::findings(run, context.catalogue).filter(|finding| finding.gap.is_none());
    gaps.iter().copied().chain(others).collect()
}

/// What the sections of a page are made from.
struct View<'a> {
    run: &'a Run,
    context: Context<'a>,
    gaps: &'a [&'a Finding],
    /// Which of them ask for the same repair.
    merged: &'a Merged<'a>,
    /// The pages of the list; none where it is on this page.
    parts: &'a [folder::Part<'a>],
}

impl View<'_> {
    fn title(&self) -> String {
        let plan = &self.run.plan;
        let place = plan.jurisdiction.as_ref().map(|code| format!(" {}", self.context.place(code)));
        format!("{}{} {}", self.context.text("report-html-title"), place.unwrap_or_default(), plan.as_of)
    }

    /// Where findings are listed; in a folder, the pages of the list.
    fn list(&self, query: &str) -> String {
        if self.parts.is_empty() { format!("#list?{query}") } else { "#list".to_owned() }
    }

    /// Where the findings of a jurisdiction are listed.
    fn list_of(&self, place: Option<&Adcode>, query: &str) -> String {
        match self.parts.iter().find(|part| part.place == place) {
            Some(part) => format!("{}#list?{query}", part.file),
            None => self.list(&format!(
                "place={}{query}",
                place.map_or_else(|| "-".to_owned(), |code| self.context.place(code)).replace(' ', "%20")
            )),
        }
    }

    fn main(&self, list: &Markup, diagnostics: &Markup) -> Markup {
        html! {
            (verdict::section(self))
            (map::section(self))
            (jurisdictions::section(self))
            (urgent::section(self))
            (requirements::section(self))
            (list)
            (diagnostics)
            (sheets::section(self))
            (plan::section(self))
            (method::section(self))
        }
    }
}

/// A part of the page under a heading of its own.
fn titled(context: Context<'_>, id: &str, body: &Markup) -> Markup {
    let heading = format!("{id}-heading");
    html! {
        section id=(id) aria-labelledby=(heading) {
            h2 id=(heading) tabindex="-1" { (context.text(&format!("report-html-{id}"))) }
            (body)
        }
    }
}

#[cfg(test)]
mod tests;
