//! A map to print: A4 across, everything a map needs in its frame.

use maud::{Markup, PreEscaped, html};

use super::field::{Drawing, Grain, draw};
use super::frame::{Frame, short};
use super::furniture::furniture;
use super::legend::legend;
use super::style::STYLE;
use super::{Map, font};
use crate::locale::{Locale, Message};
use crate::quantity::grouped;

/// A4 across; a unit is a quarter of a millimetre.
const PAGE: (f64, f64) = (1188.0, 840.0);

/// Blank around everything.
const BLANK: f64 = 40.0;

/// Where the map lies.
const FIELD: Frame = Frame { x: BLANK, y: 122.0, width: 836.0, height: 600.0 };

/// Where the legend stands.
const LEGEND: Frame = Frame { x: 900.0, y: 122.0, width: 248.0, height: 600.0 };

/// Sizes of text below and above the map.
const SMALL: f64 = 12.0;
const BODY: f64 = 14.0;

/// The whole drawing as an SVG document.
pub fn svg(map: &Map<'_>) -> String {
    let grain = Grain { hexagon: 26.0, seen: 0.25, with_share: true };
    let drawing = draw(map, FIELD, &grain);
    let root = html! {
        svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox=(format!("0 0 {} {}", PAGE.0, PAGE.1)) role="img" lang=(map.locale.language.tag()) {
            title { (map.title) }
            desc { (map.subtitle) }
            style { (PreEscaped(STYLE)) }
            rect.sheet width=(PAGE.0) height=(PAGE.1) {}
            (head(map))
            (drawing.markup)
            (legend(map, LEGEND, &drawing.keyed))
            (foot(map, &drawing))
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", root.into_string())
}

fn head(map: &Map<'_>) -> Markup {
    let width = PAGE.0 - 2.0 * BLANK;
    html! {
        text.title x=(BLANK) y="62" { (shortened(&map.title, 26.0, width)) }
        text.under x=(BLANK) y="86" { (shortened(&map.subtitle, BODY, width)) }
        text x=(BLANK) y="108" { (shortened(&map.notices.join(" "), BODY, width)) }
    }
}

fn foot(map: &Map<'_>, drawing: &Drawing) -> Markup {
    let below = FIELD.y + FIELD.height + 12.0;
    let mut y = below + 34.0;
    let lines = [map.source.clone(), notes(map, drawing).join(" ")];
    let room = PAGE.0 - 2.0 * BLANK;
    html! {
        (furniture((BLANK, below), &drawing.projection, map.locale))
        text.number x=(PAGE.0 - BLANK) y=(short(below + 16.0)) { (shortened(&map.number, BODY, room - 300.0)) }
        @for line in lines.iter().flat_map(|line| wrapped(line, SMALL, room)) {
            text.small x=(BLANK) y=(short(y)) { (line) }
            ({ y += SMALL * 1.35; "" })
        }
    }
}

/// What the map does not show, so that nobody takes it for all there is.
fn notes(map: &Map<'_>, drawing: &Drawing) -> Vec<String> {
    let counted = |key: &str, count: u64| {
        let message = || Message::new(key).with("count", count).with("shown", grouped(&count.to_string()));
        (count > 0).then(|| map.locale.say(&message()))
    };
    let left: Vec<String> = drawing.left.iter().map(|(name, _)| name.clone()).collect();
    let names =
        (!left.is_empty()).then(|| map.locale.say(&Message::new("map-left").with("count", left.len())));
    [counted("map-unplaced", map.unplaced), counted("map-outside", drawing.outside), names, lacking(map)]
        .into_iter()
        .flatten()
        .collect()
}

/// Which characters the font of the drawing lacks.
fn lacking(map: &Map<'_>) -> Option<String> {
    let texts =
        map.areas.iter().map(|area| area.name.as_str()).chain([map.title.as_str(), map.subtitle.as_str()]);
    let letters: std::collections::BTreeSet<char> = texts.flat_map(font::lacks).collect();
    said(map.locale, &letters)
}

fn said(locale: &Locale, letters: &std::collections::BTreeSet<char>) -> Option<String> {
    let codes: Vec<String> = letters.iter().map(|letter| format!("U+{:04X}", u32::from(*letter))).collect();
    let message = Message::new("map-lacking").with("count", codes.len()).with("codes", codes.join(" "));
    (!codes.is_empty()).then(|| locale.say(&message))
}

/// A line of so many units; what is cut off is shown as cut off.
fn shortened(text: &str, size: f64, width: f64) -> String {
    let mut lines = wrapped(text, size, width - size).into_iter();
    let first = lines.next().unwrap_or_default();
    if lines.next().is_some() { first + "…" } else { first }
}

/// Lines of so many units: between words, or between any two Chinese characters.
fn wrapped(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_inclusive(|letter: char| letter == ' ' || !letter.is_ascii()) {
        if !line.is_empty() && font::width(&line, size) + font::width(word.trim_end(), size) > width {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(word);
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}
