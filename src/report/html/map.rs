//! The map, and its equal as a table.

use maud::{Markup, html};

use super::{View, symbol, titled};
use crate::locale::Message;
use crate::map::{Field, Scale, Screen, Share, field};
use crate::model::Outcome;
use crate::report::amount::count;
use crate::report::map;
use crate::report::places::{self, AreaUse};

/// The map; nothing where no facility has a position.
pub(super) fn section(view: &View<'_>) -> Markup {
    if !map::is_possible(view.run, &view.context) {
        return html! {};
    }
    let areas = places::areas(view.run, view.context);
    titled(view.context, "map", &body(view, &areas))
}

fn body(view: &View<'_>, areas: &[AreaUse<'_>]) -> Markup {
    let context = view.context;
    let map = map::of(view.run, context, areas);
    let description = context.text("map-description");
    html! {
        figure.map {
            @for (class, screen) in [("wide", Screen::Wide), ("narrow", Screen::Narrow)] {
                @let field = field(&map, screen, &map.title, &description);
                div class=(class) {
                    (field.svg)
                    (numbered(&field))
                    (notes(view, &field, map.unplaced))
                }
            }
            figcaption {
                (legend(view, (!map.areas.is_empty()).then(|| map.scale())))
                p { (map.number) " · " a href="#jurisdictions" { (context.text("report-html-jurisdictions")) } " · " a href="#list" { (context.text("report-html-list")) } }
            }
        }
        (table(view, areas))
    }
}

/// Areas that have a number on the map instead of their name.
fn numbered(field: &Field) -> Markup {
    html! {
        @if !field.keyed.is_empty() {
            ol.keys { @for (name, share) in &field.keyed { li { (name) " " (share.map(Share::text).unwrap_or_default()) } } }
        }
    }
}

/// What the map does not show.
fn notes(view: &View<'_>, field: &Field, unplaced: u64) -> Markup {
    let left = field.left.len() as u64;
    let notes = [("map-unplaced", unplaced), ("map-outside", field.outside), ("map-left", left)];
    html! {
        @for (key, number) in notes {
            @if number > 0 { p.under { (view.context.locale.say(&Message::new(key).with("count", number))) } }
        }
    }
}

fn legend(view: &View<'_>, scale: Option<Scale>) -> Markup {
    let text = |key: &str| view.context.text(key);
    html! {
        ul.legend-line aria-label=(text("map-facilities")) {
            @for outcome in [Outcome::Failed, Outcome::CantTell, Outcome::Passed] {
                li { (symbol::of_outcome(outcome)) (view.context.outcome(outcome)) }
            }
            li { (symbol::of_outcome(Outcome::Inapplicable)) (symbol::of_outcome(Outcome::Untested)) (text("map-rest")) }
            li { (text("map-rings-line")) }
        }
        @if let Some(scale) = scale {
            ul.legend-line aria-label=(text("map-classes")) {
                li { (text("map-classes")) }
                @for (class, bounds) in scale.classes() { li { span class={ "swatch class-" (class) } {} (bounds) } }
            }
        }
    }
}

/// Every area of the map and those without an outline, with the figures the map shows.
fn table(view: &View<'_>, areas: &[AreaUse<'_>]) -> Markup {
    let text = |key: &str| view.context.text(key);
    html! {
        details.sheet {
            summary { (text("map-table")) }
            table.stack.counts role="table" {
                caption.sr { (text("map-table")) }
                thead role="rowgroup" {
                    tr role="row" {
                        th role="columnheader" scope="col" { (text("report-column-jurisdiction")) }
                        @for key in COLUMNS { th.number role="columnheader" scope="col" { (text(key)) } }
                    }
                }
                tbody role="rowgroup" { @for area in areas { (row(view, area)) } }
            }
        }
    }
}

const COLUMNS: [&str; 6] = [
    "report-html-facilities",
    "outcome-failed",
    "outcome-cantTell",
    "outcome-passed",
    "map-share",
    "map-coverage",
];

fn row(view: &View<'_>, area: &AreaUse<'_>) -> Markup {
    let share = Share::of(area.outcomes);
    let facilities = area.facilities;
    let cells = [
        count(facilities.subjects()),
        count(facilities.failed),
        count(facilities.cant_tell),
        count(facilities.passed),
        share.map_or_else(|| view.context.text("map-no-data"), Share::text),
        share.map(|share| format!("{} %", share.coverage)).unwrap_or_default(),
    ];
    html! {
        tr role="row" {
            th role="rowheader" scope="row" { (area.name) }
            @for (key, cell) in COLUMNS.into_iter().zip(cells) {
                td.number role="cell" data-label=(view.context.text(key)) { (cell) }
            }
        }
    }
}
