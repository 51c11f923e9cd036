//! What is to be said about the positions of a sheet, once all its rows have been seen.
//!
//! The same matter in every row is one matter of the sheet; in some rows it is
//! one of each of them.

use std::sync::Arc;

use super::{Matter, Positions, Sighting};
use crate::diagnostic::Code;
use crate::geometry::{Coordinates, EastNorth, Grid, LonLat};
use crate::survey::position::columns::PositionAt;
use crate::survey::sink::Sink;
use crate::survey::voice::{NONE, Voice};

/// The rows whose positions are doubtful.
#[derive(Debug, Default)]
pub(in crate::survey) struct Remarks {
    /// Rows in which a position is written.
    written: usize,
    swapped: Vec<Doubt>,
    metres: Vec<Doubt>,
    degrees: Vec<Doubt>,
    elsewhere: Vec<Doubt>,
}

#[derive(Debug)]
struct Doubt {
    row: u32,
    figures: EastNorth,
    grid: Option<Grid>,
}

/// One thing to be said.
struct Said {
    /// None where it is said of the sheet.
    row: Option<u32>,
    rows: usize,
    /// Those of the first row.
    figures: EastNorth,
    grid: Option<Grid>,
}

impl Remarks {
    /// Takes note of one row.
    pub(in crate::survey) fn note(&mut self, row: u32, sighting: &Sighting) {
        self.written += usize::from(*sighting != Sighting::Blank);
        let (doubts, figures, grid) = match sighting {
            Sighting::Seen { written, swapped: true, .. } => (&mut self.swapped, figures(*written), None),
            Sighting::Unlike(matter, figures) => {
                let doubts = match matter {
                    Matter::Metres(_) => &mut self.metres,
                    Matter::Degrees => &mut self.degrees,
                    Matter::Elsewhere(_) => &mut self.elsewhere,
                };
                (doubts, *figures, matter.grid())
            }
            Sighting::Seen { .. } | Sighting::Blank | Sighting::Unread(_) => return,
        };
        doubts.push(Doubt { row, figures, grid });
    }

    /// Says it all.
    pub(in crate::survey) fn say(
        &self,
        positions: &Positions,
        header: Option<&Arc<str>>,
        voice: impl Fn(Option<u32>) -> Voice,
        sink: &mut dyn Sink,
    ) {
        let all_swapped = self.written > 1 && self.swapped.len() == self.written;
        let letters = matches!(positions.at, PositionAt::Letters { .. });
        let swapped = if all_swapped && letters { Code::XIsNorth } else { Code::SwappedAxes };
        for (code, doubts) in [
            (swapped, &self.swapped),
            (Code::MetresAsDegrees, &self.metres),
            (Code::DegreesAsMetres, &self.degrees),
            (Code::OutsideCrs, &self.elsewhere),
        ] {
            for said in self.said(doubts) {
                let mut args = vec![("crs", positions.transform.crs().to_string())];
                args.extend(said.args());
                let text = format!("{}, {}", said.figures.east, said.figures.north);
                voice(said.row).say_with(sink, code, header, Some(&text), args);
            }
        }
    }

    /// One for the sheet where it is so in every row, else one for each row.
    fn said(&self, doubts: &[Doubt]) -> Vec<Said> {
        let one =
            |doubt: &Doubt| Said { row: Some(doubt.row), rows: 1, figures: doubt.figures, grid: doubt.grid };
        match doubts {
            [first, rest @ ..] if !rest.is_empty() && doubts.len() == self.written => {
                let same = rest.iter().all(|doubt| doubt.grid == first.grid);
                vec![Said { row: None, rows: doubts.len(), grid: first.grid.filter(|_| same), ..one(first) }]
            }
            _ => doubts.iter().map(one).collect(),
        }
    }
}

impl Said {
    /// How many rows, and the system the figures look like.
    fn args(&self) -> [(&'static str, String); 4] {
        let (shape, zone) = match self.grid {
            Some(Grid::Three(zone)) => ("three", zone),
            Some(Grid::Six(zone)) => ("six", zone),
            Some(Grid::Unprefixed) => ("unprefixed", 0),
            None => (NONE, 0),
        };
        let likely =
            self.grid.and_then(Grid::of_cgcs2000).map_or_else(|| NONE.to_owned(), |crs| crs.to_string());
        [
            ("rows", self.rows.to_string()),
            ("grid", shape.to_owned()),
            ("zone", zone.to_string()),
            ("likely", likely),
        ]
    }
}

fn figures(written: Coordinates) -> EastNorth {
    match written {
        Coordinates::Metres(figures) => figures,
        Coordinates::Degrees(LonLat { longitude, latitude }) => {
            EastNorth { east: longitude, north: latitude }
        }
    }
}
