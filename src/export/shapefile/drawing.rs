//! Points and their index.

use std::io::{Result, Write};

/// Bytes of a point with what comes before it.
pub(super) const POINT: usize = 28;

/// Bytes before the first record, and of one that draws nothing, its head included.
const HEADER: usize = 100;
const NOTHING: usize = 12;

/// The box of all points, and how many there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    low: (f64, f64),
    high: (f64, f64),
    points: usize,
}

impl Extent {
    pub(super) fn of(places: impl Iterator<Item = Option<(f64, f64)>>) -> Self {
        let (start, end) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut all = Self { low: (start, start), high: (end, end), points: 0 };
        for (x, y) in places.flatten() {
            all.low = (all.low.0.min(x), all.low.1.min(y));
            all.high = (all.high.0.max(x), all.high.1.max(y));
            all.points += 1;
        }
        if all.points == 0 { Self { low: (0.0, 0.0), high: (0.0, 0.0), points: 0 } } else { all }
    }
}

/// Drawings being written with their index.
pub(super) struct Drawings<'w> {
    out: &'w mut dyn Write,
    index: &'w mut dyn Write,
    number: u32,
    /// Where the next one begins.
    at: usize,
}

impl<'w> Drawings<'w> {
    pub(super) fn begin(
        out: &'w mut dyn Write,
        index: &'w mut dyn Write,
        extent: Extent,
        count: usize,
    ) -> Result<Self> {
        let bytes = HEADER + extent.points * POINT + (count - extent.points) * NOTHING;
        out.write_all(&header(bytes, extent))?;
        index.write_all(&header(HEADER + 8 * count, extent))?;
        Ok(Self { out, index, number: 0, at: HEADER })
    }

    pub(super) fn add(&mut self, place: Option<(f64, f64)>) -> Result<()> {
        self.number += 1;
        let mut content = u32::from(place.is_some()).to_le_bytes().to_vec();
        if let Some((x, y)) = place {
            content.extend(x.to_le_bytes().into_iter().chain(y.to_le_bytes()));
        }
        self.index.write_all(&[words(self.at), words(content.len())].concat())?;
        self.out.write_all(&[self.number.to_be_bytes(), words(content.len())].concat())?;
        self.out.write_all(&content)?;
        self.at += 8 + content.len();
        Ok(())
    }
}

/// The header of both files: code, length, version, kind of drawings, box.
fn header(bytes: usize, extent: Extent) -> Vec<u8> {
    let mut header = 9994_u32.to_be_bytes().to_vec();
    header.extend([0; 20]);
    header.extend(words(bytes));
    header.extend(1000_u32.to_le_bytes());
    header.extend(1_u32.to_le_bytes());
    for side in [extent.low.0, extent.low.1, extent.high.0, extent.high.1] {
        header.extend(side.to_le_bytes());
    }
    header.resize(HEADER, 0);
    header
}

/// A length in words of two bytes.
fn words(bytes: usize) -> [u8; 4] {
    u32::try_from(bytes / 2).unwrap_or(u32::MAX).to_be_bytes()
}
