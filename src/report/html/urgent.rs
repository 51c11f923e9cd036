//! What comes first, readable without any script.

use maud::{Markup, html};

use super::{View, entry, titled};
use crate::report::amount::length;
use crate::report::urgency::{self, FacilityGaps};

/// How many gaps are written out at least, as long as there are so many.
const ENTRIES: usize = 200;

pub(super) fn section(view: &View<'_>) -> Markup {
    let context = view.context;
    let facilities = first(&urgency::by_facility(view.gaps));
    let shown = facilities.iter().map(Vec::len).sum();
    let body = html! {
        @if facilities.is_empty() { p { (context.text("report-html-no-gaps")) } }
        @else { p { (lead(view, shown, facilities.len())) } }
        @for gaps in &facilities {
            @if let Some(first) = gaps.first() {
                article.facility {
                    header { (entry::heading(context, &first.subject)) }
                    ul { @for gap in gaps { (entry::entry(view, gap)) } }
                }
            }
        }
    };
    titled(context, "urgent", &body)
}

fn lead(view: &View<'_>, shown: usize, facilities: usize) -> String {
    let message = crate::locale::Message::new("report-html-urgent-lead")
        .with("shown", length(shown))
        .with("facilities", length(facilities))
        .with("all", length(view.gaps.len()));
    view.context.locale.say(&message)
}

/// Whole facilities, until there are enough entries.
fn first<'a>(facilities: &[FacilityGaps<'a>]) -> Vec<FacilityGaps<'a>> {
    let mut entries = 0;
    let is_room = |gaps: &&FacilityGaps<'_>| {
        let is_room = entries < ENTRIES;
        entries += gaps.len();
        is_room
    };
    facilities.iter().take_while(is_room).cloned().collect()
}
