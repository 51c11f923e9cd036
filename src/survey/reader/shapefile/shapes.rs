//! The drawings of a shapefile, one after the other.

use std::io::{self, Read as _, SeekFrom};

use super::super::columns::FEATURE_BYTES;
use super::super::shape::{Point, Shape};
use super::super::{Drawn, GeometryFault, ReadError, RowProblem, Source, Why, decode};

/// Bytes before the first drawing, and before what each is.
const HEADER: u64 = 100;
const RECORD: usize = 8;

/// The box that comes before the points of a line or an area.
const EXTENT: usize = 32;

/// The file of drawings.
pub(super) struct Shapes<'a> {
    source: Box<dyn Source + 'a>,
}

/// A drawing, and what is wrong with its row because of it.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) place: Option<Drawn>,
    pub(super) problem: Option<RowProblem>,
}

impl<'a> Shapes<'a> {
    pub(super) fn open(mut source: Box<dyn Source + 'a>) -> Result<Self, ReadError> {
        match decode::head(&mut *source, HEADER)?.as_slice() {
            [0, 0, 0x27, 0x0A, rest @ ..] if rest.len() as u64 + 4 == HEADER => Ok(Self { source }),
            [0, 0, 0x27, 0x0A, ..] => Err(ReadError::Truncated),
            _ => Err(ReadError::Damaged { part: ".shp".to_owned(), why: "no drawings".to_owned() }),
        }
    }

    pub(super) fn start(&mut self) -> Result<(), ReadError> {
        self.source.seek(SeekFrom::Start(HEADER)).map(drop).map_err(ReadError::Io)
    }

    /// The next drawing; `None` where it is empty.
    pub(super) fn next(&mut self) -> Result<Option<Drawing>, ReadError> {
        let mut head = [0; RECORD];
        self.source.read_exact(&mut head).map_err(cut)?;
        let [.., a, b, c, d] = head;
        // Counted in words of two bytes, the high one first.
        let length = u64::from(u32::from_be_bytes([a, b, c, d])) * 2;
        if length > FEATURE_BYTES as u64 {
            let skipped = io::copy(&mut self.source.by_ref().take(length), &mut io::sink())?;
            let problem = Some(RowProblem::Unreadable { why: Why::TooLong });
            return if skipped == length {
                Ok(Some(Drawing { place: None, problem }))
            } else {
                Err(ReadError::Truncated)
            };
        }
        let mut bytes = Vec::new();
        decode::fill(&mut *self.source, length, &mut bytes)?;
        if bytes.len() as u64 != length {
            return Err(ReadError::Truncated);
        }
        let shape = shape(&bytes).unwrap_or_else(|| Shape::faulty(GeometryFault::NotANumber));
        Ok(shape.drawn().map(|drawn| Drawing { place: Some(drawn), problem: None }))
    }
}

fn cut(error: io::Error) -> ReadError {
    if error.kind() == io::ErrorKind::UnexpectedEof { ReadError::Truncated } else { ReadError::Io(error) }
}

/// The drawing of a record; none where it promises more than it holds.
fn shape(bytes: &[u8]) -> Option<Shape> {
    let (kind, rest) = number(bytes)?;
    let mut shape = Shape::default();
    // Heights and measures add ten or twenty, and stand behind the points.
    match (kind / 10, kind % 10) {
        (0, 0) => {}
        (0..=2, 1) => shape.points = points(rest, 1)?,
        (0..=2, 8) => {
            let (count, rest) = number(rest.get(EXTENT..)?)?;
            shape.points = points(rest, count)?;
        }
        (0..=2, 3) => shape.lines = parts(rest)?,
        (0..=2, 5) => shape.rings = parts(rest)?,
        _ => shape.fault = Some(GeometryFault::UnknownKind),
    }
    Some(shape.finite())
}

/// Points in groups, of which the first index of each is told.
fn parts(bytes: &[u8]) -> Option<Vec<Vec<Point>>> {
    let (count, rest) = number(bytes.get(EXTENT..)?)?;
    let (total, rest) = number(rest)?;
    let (starts, rest) = rest.split_at_checked(count.checked_mul(4)?)?;
    let points = points(rest, total)?;
    let starts: Vec<usize> = starts.chunks_exact(4).filter_map(|bytes| Some(number(bytes)?.0)).collect();
    let ends = starts.iter().skip(1).copied().chain([total]);
    starts.iter().zip(ends).map(|(from, to)| Some(points.get(*from..to)?.to_vec())).collect()
}

fn points(bytes: &[u8], count: usize) -> Option<Vec<Point>> {
    let bytes = bytes.get(..count.checked_mul(16)?)?;
    let pair = |bytes: &[u8]| {
        let (x, y) = bytes.split_first_chunk::<8>()?;
        Some((f64::from_le_bytes(*x), f64::from_le_bytes(y.try_into().ok()?)))
    };
    bytes.chunks_exact(16).map(pair).collect()
}

/// The next number, and what comes after it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*number) as usize, rest))
}
