//! Where a facility is: two columns in degrees, or a point as well-known text.

use std::str::FromStr as _;

use wkt::Wkt;

use super::reader::{Cell, Row};
use super::value::text_of;
use crate::model::plain;
use crate::quantity::is_decimal;

/// Bytes of the longest text that can be a point.
const LONGEST_POINT: usize = 120;

/// Columns of the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PositionAt {
    /// Degrees east and north; half a pair is no place, and said so.
    Pair { longitude: Option<usize>, latitude: Option<usize> },
    /// A point.
    Wkt(usize),
}

/// What stands there is no place on Earth, or half of one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoPlace {
    /// As written.
    pub(super) text: String,
}

impl PositionAt {
    /// Longitude and latitude; `None` where nothing is written.
    pub(super) fn read(self, row: &Row) -> Result<Option<(f64, f64)>, NoPlace> {
        let cell = |column: Option<usize>| column.and_then(|column| row.cells.get(column));
        let (place, written) = match self {
            Self::Wkt(column) => {
                let text = cell(Some(column)).and_then(text_of);
                (text.as_deref().and_then(point), [text, None])
            }
            Self::Pair { longitude, latitude } => {
                let cells = [cell(longitude), cell(latitude)];
                let [east, north] = cells.map(|cell| cell.and_then(degrees));
                (east.zip(north), cells.map(|cell| cell.and_then(text_of)))
            }
        };
        if written.iter().all(Option::is_none) {
            return Ok(None);
        }
        let parts = if matches!(self, Self::Wkt(_)) { 1 } else { 2 };
        let texts = || written.into_iter().take(parts).map(Option::unwrap_or_default).collect::<Vec<_>>();
        place.and_then(on_earth).map(Some).ok_or_else(|| NoPlace { text: texts().join(", ") })
    }

    /// The first of its columns.
    pub(super) fn column(self) -> Option<usize> {
        match self {
            Self::Pair { longitude, latitude } => longitude.or(latitude),
            Self::Wkt(column) => Some(column),
        }
    }
}

fn degrees(cell: &Cell) -> Option<f64> {
    if let Cell::Number(number) = cell {
        return Some(*number);
    }
    let text = text_of(cell)?;
    let text = if text.is_ascii() { text } else { plain(&text).into() };
    is_decimal(&text).then(|| text.parse().ok()).flatten()
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

/// Within the degrees of the globe, and not the (0, 0) of empty fields.
fn on_earth((longitude, latitude): (f64, f64)) -> Option<(f64, f64)> {
    let inside = (-180.0..=180.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude);
    let empty = longitude.abs() < f64::EPSILON && latitude.abs() < f64::EPSILON;
    (inside && !empty).then_some((longitude, latitude))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(at: PositionAt, cells: &[&str]) -> Result<Option<(f64, f64)>, NoPlace> {
        let cells = cells.iter().map(|text| Cell::Text((*text).to_owned())).collect();
        at.read(&Row { number: 2, cells, problem: None })
    }

    #[test]
    fn what_is_no_place_is_said_with_its_text() {
        let at = PositionAt::Pair { longitude: Some(0), latitude: Some(1) };
        for cells in [["39.9", "116.4"], ["116.4", ""], ["", "39.9"], ["0", "0"], ["NaN", "1"], ["181", "0"]]
        {
            assert_eq!(read(at, &cells), Err(NoPlace { text: cells.join(", ") }), "{cells:?}");
        }
        let deep = "GEOMETRYCOLLECTION(".repeat(1000);
        for text in ["POINT EMPTY", "POINT (1)", "POINT (200 1)", "LINESTRING (1 1, 2 2)", "point", &deep] {
            assert!(read(PositionAt::Wkt(0), &[text]).is_err(), "{text}");
        }
    }

    #[test]
    fn places_are_read_from_columns_and_points() {
        let at = PositionAt::Pair { longitude: Some(0), latitude: Some(1) };
        assert_eq!(read(at, &["１１６.4", "39.9"]), Ok(Some((116.4, 39.9))));
        assert_eq!(read(at, &[" ", ""]), Ok(None));
        assert_eq!(read(PositionAt::Wkt(0), &["POINT (8.5 52.0)"]), Ok(Some((8.5, 52.0))));
        assert_eq!(read(PositionAt::Wkt(0), &[""]), Ok(None));
    }
}
