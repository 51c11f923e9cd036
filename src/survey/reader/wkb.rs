//! Well-known binary, as databases keep what is drawn.

use super::GeometryFault;
use super::shape::{Point, Shape};

/// Collections within collections.
const DEPTH: u8 = 16;

/// Bytes being read, in the order of their record.
#[derive(Clone, Copy)]
struct Bytes<'a> {
    rest: &'a [u8],
    little: bool,
}

/// What is drawn; what breaks off or promises more than it holds is no number.
pub(super) fn shape(bytes: &[u8]) -> Shape {
    let mut shape = Shape::default();
    let read = geometry(&mut Bytes { rest: bytes, little: true }, &mut shape, DEPTH);
    read.map_or_else(|| Shape::faulty(GeometryFault::NotANumber), |()| shape.finite())
}

fn geometry(bytes: &mut Bytes<'_>, shape: &mut Shape, depth: u8) -> Option<()> {
    bytes.little = bytes.take::<1>()? == [1];
    let word = bytes.number()?;
    // Heights and measures are told by thousands, or by the highest bits.
    let (kind, thousands) = (word & 0xFFFF, (word & 0xFFFF) / 1000);
    let bit = |bit: u32| (word >> bit) & 1;
    if bit(29) == 1 {
        bytes.number()?;
    }
    let more = match thousands {
        0 => bit(31) + bit(30),
        3 => 2,
        _ => 1,
    };
    match kind % 1000 {
        1 => {
            let at = bytes.point(more)?;
            // An empty point is written as no number.
            shape.points.extend(Some(at).filter(|(x, y)| !(x.is_nan() && y.is_nan())));
        }
        2 => shape.lines.push(bytes.points(more)?),
        3 => {
            for _ in 0..bytes.number()? {
                shape.rings.push(bytes.points(more)?);
            }
        }
        4..=7 => {
            let depth = depth.checked_sub(1)?;
            for _ in 0..bytes.number()? {
                geometry(bytes, shape, depth)?;
            }
        }
        _ => shape.fault = Some(GeometryFault::UnknownKind),
    }
    Some(())
}

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let bytes = self.take()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn real(&mut self) -> Option<f64> {
        let bytes = self.take()?;
        Some(if self.little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    /// A point with so many numbers behind it.
    fn point(&mut self, more: u32) -> Option<Point> {
        let at = (self.real()?, self.real()?);
        (0..more).try_for_each(|_| self.real().map(drop))?;
        Some(at)
    }

    fn points(&mut self, more: u32) -> Option<Vec<Point>> {
        (0..self.number()?).map(|_| self.point(more)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_promises_more_than_it_holds_is_no_drawing() {
        let line = [&[1, 2, 0, 0, 0, 255, 255, 255, 255][..], &[0; 16]].concat();
        assert_eq!(shape(&line).fault, Some(GeometryFault::NotANumber));
        let nested = [1, 7, 0, 0, 0, 1, 0, 0, 0].repeat(1_000);
        assert_eq!(shape(&nested).fault, Some(GeometryFault::NotANumber));
        assert_eq!(shape(&[]).fault, Some(GeometryFault::NotANumber));
    }

    #[test]
    fn heights_and_both_orders_of_bytes_are_known() {
        let with_height =
            [&[0, 0, 0, 3, 0xE9][..], &1.0_f64.to_be_bytes(), &2.0_f64.to_be_bytes(), &3.0_f64.to_be_bytes()];
        assert_eq!(shape(&with_height.concat()).points, [(1.0, 2.0)]);
        let empty = [&[1, 1, 0, 0, 0][..], &f64::NAN.to_le_bytes(), &f64::NAN.to_le_bytes()].concat();
        assert_eq!((shape(&empty).points.len(), shape(&empty).fault), (0, None));
    }
}
