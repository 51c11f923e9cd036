//! The columns of the position, and the figures in them.

use std::str::FromStr as _;

use wkt::Wkt;

use crate::geometry::{Angle, Axis};
use crate::model::plain;
use crate::survey::reader::{Cell, Row};
use crate::survey::value::text_of;

/// Bytes of the longest text that can be a point.
const LONGEST_POINT: usize = 120;

/// Columns of the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::survey) enum PositionAt {
    /// East and north; half a pair is no place, and said so.
    Pair { east: Option<usize>, north: Option<usize> },
    /// The same under headers such as X and Y, of which surveyors call either one north.
    Letters { x: usize, y: usize },
    /// A point.
    Wkt(usize),
    /// Where the file draws the feature.
    Drawn,
}

/// Two figures as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figures {
    /// What stands where the figure to the east is expected.
    pub(super) east: f64,
    /// What stands where the figure to the north is expected.
    pub(super) north: f64,
    /// A letter such as N says that the axes are the other way round.
    pub(super) said_swapped: bool,
}

impl PositionAt {
    /// The figures of a row; `None` where nothing is written, an error where it is half of a pair or no figures.
    pub(super) fn figures(self, row: &Row) -> Option<Result<Figures, ()>> {
        let (east, north) = match self {
            Self::Wkt(column) => {
                let text = text_of(row.cells.get(column)?)?;
                return Some(point(&text).map(Figures::plain).ok_or(()));
            }
            Self::Drawn => return row.place?.at.map(|place| Ok(Figures::plain(place))),
            Self::Pair { east, north } => (east, north),
            Self::Letters { x, y } => (Some(x), Some(y)),
        };
        let cell = |column: Option<usize>| row.cells.get(column?).filter(|cell| text_of(cell).is_some());
        match (cell(east), cell(north)) {
            (None, None) => None,
            // A column called X may hold anything, crosses for instance.
            (east, north)
                if self.is_by_letters()
                    && [east, north].into_iter().flatten().all(|cell| angle(cell).is_none()) =>
            {
                None
            }
            (Some(east), Some(north)) => {
                Some(angle(east).zip(angle(north)).and_then(Figures::pair).ok_or(()))
            }
            _ => Some(Err(())),
        }
    }

    fn is_by_letters(self) -> bool {
        matches!(self, Self::Letters { .. })
    }

    /// What stands there, as written.
    pub(super) fn text(self, row: &Row) -> String {
        let cell = |column: Option<usize>| Some(text_of(row.cells.get(column?)?)?.into_owned());
        match self {
            Self::Wkt(column) => cell(Some(column)).unwrap_or_default(),
            Self::Drawn => {
                let at = row.place.and_then(|place| place.at);
                at.map(|(x, y)| format!("{x}, {y}")).unwrap_or_default()
            }
            Self::Pair { east, north } => [east, north].map(|one| cell(one).unwrap_or_default()).join(", "),
            Self::Letters { x, y } => [x, y].map(|one| cell(Some(one)).unwrap_or_default()).join(", "),
        }
    }

    /// The columns there are, the first of them first.
    pub(in crate::survey) fn columns(self) -> impl Iterator<Item = usize> {
        let pair = match self {
            Self::Pair { east, north } => [east, north],
            Self::Letters { x, y } => [Some(x), Some(y)],
            Self::Wkt(column) => [Some(column), None],
            Self::Drawn => [None, None],
        };
        pair.into_iter().flatten()
    }
}

impl Figures {
    fn plain((east, north): (f64, f64)) -> Self {
        Self { east, north, said_swapped: false }
    }

    /// Two angles; `None` where both are said to be of one axis.
    fn pair((east, north): (Angle, Angle)) -> Option<Self> {
        let said_swapped = match (east.axis, north.axis) {
            (Some(one), Some(other)) if one == other => return None,
            (Some(axis), _) => axis == Axis::Latitude,
            (None, other) => other == Some(Axis::Longitude),
        };
        Some(Self { east: east.degrees, north: north.degrees, said_swapped })
    }
}

fn angle(cell: &Cell) -> Option<Angle> {
    match cell {
        Cell::Number(degrees) => Some(Angle { degrees: *degrees, axis: None }),
        Cell::Text(text) => Angle::parse(text).or_else(|| Angle::parse(&plain(&text_of(cell)?))),
        _ => None,
    }
}

/// A point; whatever else can be written that way is too deep to be read from a stranger.
fn point(text: &str) -> Option<(f64, f64)> {
    let is_point = text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("point"));
    if !is_point || text.len() > LONGEST_POINT {
        return None;
    }
    match Wkt::<f64>::from_str(text).ok()? {
        Wkt::Point(point) => point.coord().map(|place| (place.x, place.y)),
        _ => None,
    }
}
