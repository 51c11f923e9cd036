//! Files as batches: what is true of all positions of a file, or of none.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Place;
use crate::geometry::{Coordinates, Crs, LonLat};
use crate::model::SurveyTable;

/// The sheets of the files, each a batch that one person wrote; several where rows name several reference systems.
#[derive(Debug)]
pub(super) struct Batches {
    /// For each table, its batch.
    of: Vec<usize>,
    /// For each batch, its place and its system.
    known: Vec<(Place, Crs)>,
}

impl Batches {
    pub(super) fn new(tables: &[SurveyTable]) -> Self {
        let mut numbers = BTreeMap::new();
        let mut batches = Self { of: Vec::new(), known: Vec::new() };
        for table in tables {
            // Files of different years may have one name. The tables of one reading share it in memory.
            let file = Arc::as_ptr(&table.file).cast::<u8>().addr();
            let key = (file, &table.sheet, table.crs);
            let number = *numbers.entry(key).or_insert(batches.known.len());
            if number == batches.known.len() {
                let place =
                    Place { file: table.file.clone(), sheet: table.sheet.clone(), ..Place::default() };
                batches.known.push((place, table.crs.unwrap_or(Crs::WGS84)));
            }
            batches.of.push(number);
        }
        batches
    }

    /// The batch of a table.
    pub(super) fn of(&self, table: u32) -> usize {
        self.of.get(table as usize).copied().unwrap_or_default()
    }

    /// Where it stands.
    pub(super) fn place(&self, batch: usize) -> Place {
        self.known.get(batch).map(|(place, _)| place.clone()).unwrap_or_default()
    }

    /// The system it was read in.
    pub(super) fn crs(&self, batch: usize) -> Crs {
        self.known.get(batch).map_or(Crs::WGS84, |(_, crs)| *crs)
    }
}

/// The systems in degrees that are taken for one another.
const CONFUSED: [Crs; 3] = [Crs::WGS84, Crs::GCJ02, Crs::BD09];

/// What a system that was declared may really be.
pub(super) fn mistakable(declared: Crs) -> impl Iterator<Item = Crs> {
    CONFUSED.into_iter().filter(move |crs| *crs != unshifted(declared))
}

/// Where a place comes to lie whose coordinates are of one system and are read as of another.
pub(super) fn misread(place: LonLat, real: Crs, read_as: Crs) -> Option<LonLat> {
    let Coordinates::Degrees(written) = unshifted(real).transform().of_wgs84(place)? else { return None };
    unshifted(read_as).transform().to_wgs84(Coordinates::Degrees(written))
}

/// WGS 84 for every system that is not shifted; between them nothing moves.
fn unshifted(crs: Crs) -> Crs {
    if CONFUSED.contains(&crs) { crs } else { Crs::WGS84 }
}
