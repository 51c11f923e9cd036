//! A report too large for one page: an index, and pages by jurisdiction.

use std::collections::BTreeMap;
use std::io::Write;

use maud::{Markup, html};

use super::data::Data;
use super::{MOST_ENTRIES, View, diagnostics, frame, list, listed, titled};
use crate::diagnostic::Diagnostic;
use crate::model::{Adcode, Run};
use crate::report::amount::length;
use crate::report::merged::Merged;
use crate::report::urgency::{self, FacilityGaps};
use crate::report::{Context, overview};

/// A page of the list: one jurisdiction, or as much of it as a page holds.
pub(super) struct Part<'a> {
    /// Its name in the folder; never made from survey text.
    pub(super) file: String,
    /// Where its facilities belong.
    pub(super) place: Option<&'a Adcode>,
    facilities: Vec<FacilityGaps<'a>>,
}

pub(super) fn write<W: Write>(
    run: &Run,
    context: Context<'_>,
    mut open: impl FnMut(&str) -> std::io::Result<W>,
) -> std::io::Result<()> {
    let gaps = urgency::gaps(run, context.catalogue);
    let parts = parts(urgency::by_facility(&listed(run, &context, &gaps)));
    let merged = Merged::of(run, context.catalogue);
    let view = View { run, context, gaps: &gaps, merged: &merged, parts: &parts };
    let problems = overview::in_order_of_kind(&run.diagnostics);
    let problem_pages: Vec<_> = problems.chunks(MOST_ENTRIES).collect();
    open("index.html")?.write_all(index(&view, problem_pages.len()).as_bytes())?;
    for part in &parts {
        open(&part.file)?.write_all(list_page(&view, part).as_bytes())?;
    }
    for (number, problems) in problem_pages.iter().enumerate() {
        open(&diagnostics_file(number))?.write_all(diagnostics_page(&view, problems).as_bytes())?;
    }
    Ok(())
}

/// Jurisdictions in order, each facility whole on one page.
fn parts(facilities: Vec<FacilityGaps<'_>>) -> Vec<Part<'_>> {
    let mut places: BTreeMap<(bool, Option<&Adcode>), Vec<FacilityGaps<'_>>> = BTreeMap::new();
    for facility in facilities {
        let place = facility.first().and_then(|gap| gap.subject.jurisdiction.as_ref());
        places.entry((place.is_none(), place)).or_default().push(facility);
    }
    let pages = places
        .into_iter()
        .flat_map(|((_, place), all)| pages_of(all).into_iter().map(move |page| (place, page)));
    let part = |(number, (place, facilities))| Part {
        file: format!("list-{:03}.html", number + 1),
        place,
        facilities,
    };
    pages.enumerate().map(part).collect()
}

fn pages_of(facilities: Vec<FacilityGaps<'_>>) -> Vec<Vec<FacilityGaps<'_>>> {
    let mut pages = Vec::new();
    let (mut page, mut entries) = (Vec::new(), 0);
    for facility in facilities {
        if entries > 0 && entries + facility.len() > MOST_ENTRIES {
            pages.push(std::mem::take(&mut page));
            entries = 0;
        }
        entries += facility.len();
        page.push(facility);
    }
    pages.push(page);
    pages
}

fn diagnostics_file(number: usize) -> String {
    format!("diagnostics-{:03}.html", number + 1)
}

fn index(view: &View<'_>, problem_pages: usize) -> String {
    let lead = html! {
        p { (view.context.text("report-html-diagnostics-pages")) }
        ul.pages {
            @for number in 0..problem_pages { li { a href=(diagnostics_file(number)) { (diagnostics_file(number)) } } }
        }
    };
    let problems: Vec<_> = view.run.diagnostics.iter().collect();
    let main = view.main(&contents(view), &diagnostics::section(view.context, &problems, &lead));
    frame::page(view.context, &view.title(), &main, None)
}

/// The pages of the list, with what is on each.
fn contents(view: &View<'_>) -> Markup {
    let context = view.context;
    let names = ["report-html-page", "report-column-jurisdiction"].map(|header| context.text(header));
    let counts = ["report-html-facilities", "report-html-entries"].map(|header| context.text(header));
    let body = html! {
        p { (context.text("report-html-list-pages")) }
        table.plain {
            caption.sr { (context.text("report-html-list")) }
            thead {
                tr {
                    @for name in names { th scope="col" { (name) } }
                    @for count in counts { th.number scope="col" { (count) } }
                }
            }
            tbody { @for part in view.parts { (contents_row(context, part)) } }
        }
    };
    titled(context, "list", &body)
}

fn contents_row(context: Context<'_>, part: &Part<'_>) -> Markup {
    html! {
        tr {
            th scope="row" { a href=(part.file) { (part.file) } }
            td { (place_name(context, part)) }
            td.number { (length(part.facilities.len())) }
            td.number { (length(part.facilities.iter().map(Vec::len).sum())) }
        }
    }
}

fn place_name(context: Context<'_>, part: &Part<'_>) -> String {
    part.place.map_or_else(|| context.text("report-html-nowhere"), |code| context.place(code))
}

fn list_page(view: &View<'_>, part: &Part<'_>) -> String {
    let title = format!("{} · {} · {}", view.title(), place_name(view.context, part), part.file);
    let data = Data::of(view, &part.facilities, &[]);
    frame::part(view.context, &title, &list::section(view.context), &data.json())
}

fn diagnostics_page(view: &View<'_>, problems: &[&Diagnostic]) -> String {
    let title = format!("{} · {}", view.title(), view.context.text("report-html-diagnostics"));
    let data = Data::of(view, &[], problems);
    frame::part(view.context, &title, &diagnostics::section(view.context, problems, &html! {}), &data.json())
}
