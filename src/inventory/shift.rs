//! Batches whose positions lie beside those of another batch as one.
//!
//! The same facility in two files gives a displacement. Many of them are held
//! against what a mistaken reference system would do at each place: GCJ-02 read
//! as WGS 84 moves Beijing by 555 metres to the east-north-east and Shanghai by
//! 480 to the east-south-east. Nothing is moved: the mistake is named, with the
//! figures it is concluded from.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use super::batch::{Batches, misread, mistakable};
use super::builder::Builder;
use super::pile::{Pile, Row};
use crate::diagnostic::{Code, Diagnostic};
use crate::geometry::{Crs, EastNorth, LonLat};

/// Fewer facilities in both batches tell nothing, more than so many tell nothing new.
const FEWEST: usize = 10;
const ENOUGH: usize = 2000;

/// Metres that may remain under the right explanation, and those a shift has at least to be told at all.
const RESIDUAL: f64 = 40.0;
const TELLING: f64 = 60.0;

/// How many times better than none an explanation has to be.
const BETTER: f64 = 3.0;

/// A facility in two batches: where the first has it, and how far from there the second.
type Match = (LonLat, EastNorth);

/// What explains the displacements.
#[derive(Debug, PartialEq)]
struct Cause {
    /// The likely system and whether the second batch is in it; none where nothing known explains it.
    mistake: Option<(Crs, bool)>,
    /// The displacement.
    metres: f64,
    /// What is left of it under the explanation.
    residual: f64,
}

/// A diagnostic for each batch that lies beside another.
pub(super) fn shifts(builder: &Builder) -> Vec<Diagnostic> {
    let batches = Batches::new(&builder.survey_tables);
    let mut matches = BTreeMap::new();
    for (pile, facility_type) in builder.piles.iter().zip(&builder.catalogue.types) {
        let name = facility_type.property("name").map(|(name, _)| name);
        Search { builder, batches: &batches, matches: &mut matches }.pile(pile, name);
    }
    let causes = matches.iter().filter_map(|((first, second), found)| {
        let crs = (batches.crs(*first), batches.crs(*second));
        Some(diagnostic(&batches, (*first, *second), &cause(found, crs)?, found.len()))
    });
    causes.collect()
}

fn diagnostic(
    batches: &Batches,
    (first, second): (usize, usize),
    cause: &Cause,
    matches: usize,
) -> Diagnostic {
    let (crs, whose, declared) = match cause.mistake {
        Some((crs, true)) => (crs.to_string(), "this", batches.crs(second)),
        Some((crs, false)) => (crs.to_string(), "other", batches.crs(first)),
        None => ("none".to_owned(), "unknown", batches.crs(second)),
    };
    Diagnostic::new(Code::Shifted, batches.place(second))
        .with("against", "file")
        .with("other", batches.place(first).file)
        .with("crs", crs)
        .with("whose", whose)
        .with("declared", declared)
        .with("matches", matches)
        .with("metres", cause.metres.round())
        .with("residual", cause.residual.ceil())
}

/// Looks for facilities that are in two batches.
struct Search<'a> {
    builder: &'a Builder,
    batches: &'a Batches,
    /// By the two batches.
    matches: &'a mut BTreeMap<(usize, usize), Vec<Match>>,
}

impl Search<'_> {
    /// By id; where ids were made from positions, by a name that no other has.
    fn pile(&mut self, pile: &Pile, name: Option<usize>) {
        let mut by_id: Vec<Option<(usize, LonLat)>> = vec![None; pile.facilities.len()];
        let mut by_name: HashMap<u32, Vec<(usize, LonLat)>> = HashMap::new();
        let names = name.and_then(|name| pile.columns.get(name)?.as_ref());
        for (number, row) in pile.rows.iter().enumerate() {
            let Some((table, batch, place)) = self.spot(row) else { continue };
            if !pile.derived.contains_key(&table) {
                match by_id.get_mut(row.facility as usize) {
                    Some(Some(first)) => self.matched(*first, (batch, place)),
                    Some(first) => *first = Some((batch, place)),
                    None => {}
                }
            } else if let Some(code) = names.map(|names| names.code(number)).filter(|code| *code > 0) {
                by_name.entry(code).or_default().push((batch, place));
            }
        }
        self.names(by_name);
    }

    fn names(&mut self, by_name: HashMap<u32, Vec<(usize, LonLat)>>) {
        let mut found: Vec<_> = by_name.into_iter().collect();
        found.sort_unstable_by_key(|(code, _)| *code);
        for (_, spots) in found {
            if let [first, second] = spots[..] {
                self.matched(first, second);
            }
        }
    }

    fn spot(&self, row: &Row) -> Option<(u32, usize, LonLat)> {
        let (longitude, latitude) = row.position?;
        let table = self.builder.origins.get(row.origin as usize)?.table;
        Some((table, self.batches.of(table), LonLat { longitude, latitude }))
    }

    fn matched(&mut self, one: (usize, LonLat), other: (usize, LonLat)) {
        let ((first, from), (second, to)) = if one.0 < other.0 { (one, other) } else { (other, one) };
        if first != second {
            let found = self.matches.entry((first, second)).or_default();
            if found.len() < ENOUGH {
                found.push((from, from.offset_to(to)));
            }
        }
    }
}

/// What explains the displacements, if they need an explanation.
fn cause(matches: &[Match], (first, second): (Crs, Crs)) -> Option<Cause> {
    if matches.len() < FEWEST {
        return None;
    }
    let plain = median(matches.iter().map(|(_, offset)| offset.length()));
    let of_second = mistakable(second).map(|real| (real, true));
    let of_first = mistakable(first).map(|real| (real, false));
    let explained = of_second.chain(of_first).filter_map(|(real, is_second)| {
        let shift = |place: LonLat| {
            let moved = if is_second { misread(place, real, second) } else { misread(place, first, real) };
            moved.map(|moved| place.offset_to(moved))
        };
        let residual = explains(matches, shift)?;
        Some(Cause { mistake: Some((real, is_second)), metres: plain, residual })
    });
    let best = explained.min_by(|a, b| a.residual.total_cmp(&b.residual));
    best.filter(|best| best.residual * BETTER < plain).or_else(|| unexplained(matches))
}

/// What a shift leaves of the displacements; `None` where it is too short to tell, or leaves too much.
fn explains(matches: &[Match], shift: impl Fn(LonLat) -> Option<EastNorth>) -> Option<f64> {
    let both: Vec<_> = matches.iter().filter_map(|(place, offset)| Some((shift(*place)?, *offset))).collect();
    let length = median(both.iter().map(|(shift, _)| shift.length()));
    let residual = median(both.iter().map(|(shift, offset)| offset.minus(*shift).length()));
    (length >= TELLING && residual < RESIDUAL).then_some(residual)
}

/// The same displacement everywhere, of no known mistake.
fn unexplained(matches: &[Match]) -> Option<Cause> {
    let middle = EastNorth {
        east: median(matches.iter().map(|(_, offset)| offset.east)),
        north: median(matches.iter().map(|(_, offset)| offset.north)),
    };
    let residual = median(matches.iter().map(|(_, offset)| offset.minus(middle).length()));
    let metres = middle.length();
    (metres >= TELLING && residual * BETTER < metres).then_some(Cause { mistake: None, metres, residual })
}

/// The middle one, the higher of two; infinite where there are none.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::INFINITY)
}
