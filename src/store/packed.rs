//! The values of a row as bytes: what was understood, and the words it was written in.
//!
//! A property is its number in the row's table, a category's value its id, a
//! number an exact interval. Nothing hangs on the order of the catalogue, so
//! that what was seen keeps its meaning when the catalogue grows.

use std::sync::Arc;

use super::StoreError;
use super::bytes::{In, Out};
use crate::geometry::{Coordinates, EastNorth, LonLat};
use crate::model::{FacilityType, Observed, Property, Record, Words};
use crate::quantity::Interval;

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Said<'a> {
    /// Number of the property in the row's table.
    pub property: usize,
    /// The text of its cell; none where the profile says it of every row.
    pub words: Option<&'a str>,
    /// Symbol of the unit its header or the profile gives.
    pub unit: Option<&'a str>,
    meaning: Meaning<'a>,
}

/// A row unpacked.
pub(super) struct Packed<'a> {
    /// The position as it is written.
    pub(super) written: Option<Coordinates>,
    pub(super) said: Vec<Said<'a>>,
}

/// What was understood.
#[derive(Debug, Clone, PartialEq)]
enum Meaning<'a> {
    Number(Interval),
    Flag(bool),
    /// The id of a category's value.
    Category(&'a str),
    Text(&'a str),
    Unknown,
    NotApplicable,
}

/// What a value is, in the first byte of it.
mod kind {
    pub(super) const NUMBER: u8 = 0;
    pub(super) const NO: u8 = 1;
    pub(super) const YES: u8 = 2;
    pub(super) const CATEGORY: u8 = 3;
    pub(super) const TEXT: u8 = 4;
    pub(super) const UNKNOWN: u8 = 5;
    pub(super) const NOT_APPLICABLE: u8 = 6;
    /// A text that is the words of the cell.
    pub(super) const WORDS: u8 = 7;
}

/// How a position is written, in the first byte of a row.
mod place {
    pub(super) const NONE: u8 = 0;
    /// As the position itself.
    pub(super) const SAME: u8 = 1;
    pub(super) const DEGREES: u8 = 2;
    pub(super) const METRES: u8 = 3;
}

pub(super) fn pack(of: &FacilityType, record: &Record, words: &[Words]) -> Vec<u8> {
    let mut out = Out::default();
    pack_place(&mut out, record.written, record.position);
    for (number, (property, observed)) in record.values.iter().enumerate() {
        out.number(*property as u128);
        let words = words.get(number);
        pack_words(&mut out, words);
        pack_meaning(&mut out, of.properties.get(*property), observed, words);
    }
    out.0
}

fn pack_place(out: &mut Out, written: Option<Coordinates>, position: Option<(f64, f64)>) {
    let (how, pair) = match written {
        None => (place::NONE, None),
        Some(Coordinates::Degrees(at)) if same(position, at) => (place::SAME, None),
        Some(Coordinates::Degrees(at)) => (place::DEGREES, Some([at.longitude, at.latitude])),
        Some(Coordinates::Metres(at)) => (place::METRES, Some([at.east, at.north])),
    };
    out.byte(how);
    pair.into_iter().flatten().for_each(|number| out.float(number));
}

fn same(position: Option<(f64, f64)>, at: LonLat) -> bool {
    let bits = |(x, y): (f64, f64)| (x.to_bits(), y.to_bits());
    position.map(bits) == Some(bits((at.longitude, at.latitude)))
}

/// How many texts follow: none, the words, or the words and their unit.
fn pack_words(out: &mut Out, words: Option<&Words>) {
    let texts = words.map(|words| (&words.text, words.unit));
    out.byte(texts.as_ref().map_or(0, |(_, unit)| 1 + u8::from(unit.is_some())));
    if let Some((text, unit)) = texts {
        out.text(text);
        if let Some(unit) = unit {
            out.text(unit);
        }
    }
}

fn pack_meaning(out: &mut Out, property: Option<&Property>, observed: &Observed, words: Option<&Words>) {
    match observed {
        Observed::Number(interval) => {
            out.byte(kind::NUMBER);
            out.interval(**interval);
        }
        Observed::Flag(flag) => out.byte(if *flag { kind::YES } else { kind::NO }),
        Observed::Category(index) => {
            let value = property.and_then(|property| property.values.get(*index));
            out.byte(kind::CATEGORY);
            out.text(value.map_or("", |value| &value.id));
        }
        Observed::Text(text) if words.is_some_and(|words| words.text[..] == text[..]) => {
            out.byte(kind::WORDS);
        }
        Observed::Text(text) => {
            out.byte(kind::TEXT);
            out.text(text);
        }
        Observed::Unknown => out.byte(kind::UNKNOWN),
        Observed::NotApplicable => out.byte(kind::NOT_APPLICABLE),
    }
}

pub(super) fn unpack(bytes: &[u8], position: Option<(f64, f64)>) -> Result<Packed<'_>, StoreError> {
    read(bytes, position).ok_or(StoreError::Damaged("a row"))
}

pub(super) fn said(bytes: &[u8]) -> Result<Vec<Said<'_>>, StoreError> {
    unpack(bytes, None).map(|packed| packed.said)
}

fn read(bytes: &[u8], position: Option<(f64, f64)>) -> Option<Packed<'_>> {
    let mut from = In(bytes);
    let written = match from.byte()? {
        place::NONE => None,
        place::SAME => position.map(|(x, y)| Coordinates::Degrees(LonLat { longitude: x, latitude: y })),
        place::DEGREES => {
            Some(Coordinates::Degrees(LonLat { longitude: from.float()?, latitude: from.float()? }))
        }
        place::METRES => Some(Coordinates::Metres(EastNorth { east: from.float()?, north: from.float()? })),
        _ => return None,
    };
    let mut said = Vec::new();
    while !from.0.is_empty() {
        said.push(value(&mut from)?);
    }
    Some(Packed { written, said })
}

fn value<'a>(from: &mut In<'a>) -> Option<Said<'a>> {
    let property = from.index()?;
    let texts = from.byte()?;
    let words = if texts > 0 { Some(from.text()?) } else { None };
    let unit = if texts > 1 { Some(from.text()?) } else { None };
    let meaning = match from.byte()? {
        kind::NUMBER => Meaning::Number(from.interval()?),
        kind::NO => Meaning::Flag(false),
        kind::YES => Meaning::Flag(true),
        kind::CATEGORY => Meaning::Category(from.text()?),
        kind::TEXT => Meaning::Text(from.text()?),
        kind::WORDS => Meaning::Text(words?),
        kind::UNKNOWN => Meaning::Unknown,
        kind::NOT_APPLICABLE => Meaning::NotApplicable,
        _ => return None,
    };
    Some(Said { property, words, unit, meaning })
}

impl Said<'_> {
    /// What was observed, in today's catalogue; unknown where a category no longer has the value.
    pub fn observed(&self, property: Option<&Property>) -> Observed {
        let category = |id| property.and_then(|property| property.value(id));
        match self.meaning {
            Meaning::Number(interval) => Observed::Number(interval.into()),
            Meaning::Flag(flag) => Observed::Flag(flag),
            Meaning::Category(id) => category(id).map_or(Observed::Unknown, Observed::Category),
            Meaning::Text(text) => Observed::Text(Arc::from(text)),
            Meaning::Unknown => Observed::Unknown,
            Meaning::NotApplicable => Observed::NotApplicable,
        }
    }
}
