//! What one cell holds.

use super::super::{Cell, NO_CACHED_VALUE, ReadError, serial};
use super::damaged;
use super::xml::{Element, Node, Xml};

/// As many bytes of text as are read of a cell: sixteen times what any spreadsheet takes.
const LONGEST: usize = 1 << 21;

/// Elements of a cell that are no content of it.
const ASIDE: [&str; 3] = ["office:annotation", "text:ruby-text", "table:table"];

/// The cell that has just begun, up to its end.
pub(super) fn read(element: &Element, xml: &mut Xml) -> Result<Cell, ReadError> {
    let text = text(xml)?;
    let is_error = element.attribute("calcext:value-type") == Some("error");
    let value = |name: &str| element.attribute(name).unwrap_or_default();
    Ok(match element.attribute("office:value-type") {
        _ if is_error => Cell::Error(text),
        Some("float" | "percentage" | "currency") => number(value("office:value")),
        Some("date") => serial::iso(value("office:date-value")),
        Some("time") => time(value("office:time-value")),
        Some("boolean") => Cell::Flag(value("office:boolean-value").eq_ignore_ascii_case("true")),
        Some(_) => Cell::text(element.attribute("office:string-value").map_or(text, str::to_owned)),
        None if element.attribute("table:formula").is_some() && text.is_empty() => {
            Cell::Error(NO_CACHED_VALUE.to_owned())
        }
        None => Cell::text(text),
    })
}

/// The paragraphs of a cell, a line each.
fn text(xml: &mut Xml) -> Result<String, ReadError> {
    let cell = xml.depth;
    let mut text = String::new();
    let mut paragraph: Option<usize> = None;
    while let Some(node) = xml.next()? {
        match node {
            _ if xml.depth < cell => break,
            Node::Start(element) if is_aside(&element) => xml.leave(xml.depth)?,
            Node::Start(element) if element.name == "text:p" => {
                text.push_str(if text.is_empty() { "" } else { "\n" });
                paragraph = Some(xml.depth);
            }
            Node::Start(element) if paragraph.is_some() => mark(&element, &mut text),
            Node::Text(piece) if paragraph.is_some() => text.push_str(&piece),
            _ => paragraph = paragraph.filter(|depth| xml.depth >= *depth),
        }
        if text.len() > LONGEST {
            return Err(damaged(&"a cell of endless text"));
        }
    }
    Ok(text)
}

fn is_aside(element: &Element) -> bool {
    ASIDE.contains(&element.name.as_str()) || element.name.starts_with("draw:")
}

/// Space and breaks that are written as elements.
fn mark(element: &Element, text: &mut String) {
    match element.name.as_str() {
        "text:s" => text.extend((0..element.times("text:c").min(1 << 15)).map(|_| ' ')),
        "text:tab" => text.push('\t'),
        "text:line-break" => text.push('\n'),
        _ => {}
    }
}

fn number(text: &str) -> Cell {
    match text.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => Cell::Number(number),
        _ => Cell::Error(text.to_owned()),
    }
}

/// `PT08H30M00S` in days.
fn time(text: &str) -> Cell {
    let mut seconds = 0.0;
    let parts = text.trim().strip_prefix("PT").unwrap_or_default().split_inclusive(['H', 'M', 'S']);
    for part in parts {
        let unit = match part.chars().last() {
            Some('H') => 3_600.0,
            Some('M') => 60.0,
            Some('S') => 1.0,
            _ => f64::NAN,
        };
        let count = part.trim_end_matches(['H', 'M', 'S']).replace(',', ".").parse().unwrap_or(f64::NAN);
        seconds += unit * count;
    }
    let is_time = text.contains('T') && f64::is_finite(seconds);
    if is_time { Cell::Number(seconds / 86_400.0) } else { Cell::text(text.to_owned()) }
}
