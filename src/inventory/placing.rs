//! Facilities to the areas they lie in, and what is to be said where that is not what is recorded.
//!
//! A recorded area counts, with two refinements: who records none is placed by
//! position, and who records an area above the one the position lies in is
//! placed in the finer one. A contradiction changes nothing and is said.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::areas::Areas;
use super::batch::{Batches, misread, mistakable};
use super::{Facility, Inventory, Table};
use crate::diagnostic::{Code, Diagnostic, WITHHELD};
use crate::geometry::{Crs, LonLat};
use crate::model::{Adcode, Boundary, FacilityType, Origin};

/// Rows a diagnostic names before it only counts.
const MOST_NAMED: usize = 5;

/// Facilities a batch is judged by, inside and outside the areas recorded of them.
const ENOUGH: usize = 2000;

/// Fewer outside tell nothing, and an explanation has to bring at least four in five back.
const FEWEST: usize = 10;
const CURED: usize = 5;

/// What a position says about the area.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// It lies in none.
    Outside,
    /// In this one, which is not recorded.
    Found(Adcode),
    /// In another than the recorded one.
    Disagrees(Adcode),
    /// In the recorded one.
    Agrees,
}

/// What is said of several facilities of a batch at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Matter {
    Outside,
    Found,
    /// The recorded area and the one it lies in; none of people.
    Disagrees(Option<(Adcode, Adcode)>),
}

#[derive(Debug, Default)]
struct Tally {
    facilities: u64,
    /// The first rows.
    rows: Vec<u32>,
}

/// Positions of a batch with the areas recorded of them.
#[derive(Debug, Default)]
struct Sample {
    inside: Vec<(LonLat, Adcode)>,
    outside: Vec<(LonLat, Adcode)>,
}

impl Inventory {
    /// The outlines of the areas facilities were placed in.
    pub fn boundaries(&self) -> Vec<Boundary> {
        self.areas.iter().flat_map(|areas| areas.boundaries()).collect()
    }

    /// Places every facility that has a position, now and in earlier states.
    pub fn place(&mut self, areas: Areas) -> Vec<Diagnostic> {
        let mut placing = Placing {
            areas: &areas,
            batches: Batches::new(&self.survey_tables),
            origins: &self.origins,
            matters: BTreeMap::new(),
            samples: BTreeMap::new(),
        };
        for (table, facility_type) in self.tables.iter_mut().zip(&self.catalogue.types) {
            table
                .facilities
                .iter_mut()
                .for_each(|facility| placing.facility(facility, facility_type.personal));
            table.settle(facility_type);
        }
        let diagnostics = placing.diagnostics();
        self.areas = Some(Arc::new(areas));
        diagnostics
    }

    /// The same for the facilities of an earlier state, unsaid.
    pub(super) fn placed(&self, facility_type: &FacilityType, mut table: Table) -> Table {
        let Some(areas) = &self.areas else { return table };
        for facility in &mut table.facilities {
            if let Some(Verdict::Found(area)) = verdict(areas, facility) {
                facility.jurisdiction = Some(area);
            }
        }
        table.settle(facility_type);
        table
    }
}

/// What the position of a facility says; `None` where it has none.
fn verdict(areas: &Areas, facility: &Facility) -> Option<Verdict> {
    let (longitude, latitude) = facility.position?;
    let place = LonLat { longitude, latitude };
    let Some(found) = areas.at(place).map(|found| &found.adcode) else { return Some(Verdict::Outside) };
    let Some(recorded) = &facility.jurisdiction else { return Some(Verdict::Found(found.clone())) };
    Some(if areas.lies_in(recorded, found) {
        Verdict::Agrees
    } else if areas.lies_in(found, recorded) {
        Verdict::Found(found.clone())
    } else if areas.holds(recorded, place) {
        Verdict::Agrees
    } else {
        Verdict::Disagrees(found.clone())
    })
}

struct Placing<'a> {
    areas: &'a Areas,
    batches: Batches,
    origins: &'a [Origin],
    matters: BTreeMap<(usize, Matter), Tally>,
    samples: BTreeMap<usize, Sample>,
}

impl Placing<'_> {
    fn facility(&mut self, facility: &mut Facility, personal: bool) {
        let Some(verdict) = verdict(self.areas, facility) else { return };
        let Some(origin) = self.origins.get(facility.origin as usize) else { return };
        let batch = self.batches.of(origin.table);
        self.sample(batch, facility, &verdict);
        let matter = match verdict {
            Verdict::Agrees => return,
            Verdict::Outside => Matter::Outside,
            Verdict::Disagrees(found) => {
                Matter::Disagrees(facility.jurisdiction.clone().filter(|_| !personal).map(|own| (own, found)))
            }
            Verdict::Found(found) => {
                facility.jurisdiction = Some(found);
                Matter::Found
            }
        };
        self.matters.entry((batch, matter)).or_default().add(origin.row);
    }

    fn sample(&mut self, batch: usize, facility: &Facility, verdict: &Verdict) {
        let Some(((longitude, latitude), recorded)) = facility.position.zip(facility.jurisdiction.clone())
        else {
            return;
        };
        let sample = self.samples.entry(batch).or_default();
        let side = match verdict {
            Verdict::Outside | Verdict::Disagrees(_) => &mut sample.outside,
            Verdict::Agrees | Verdict::Found(_) => &mut sample.inside,
        };
        if side.len() < ENOUGH {
            side.push((LonLat { longitude, latitude }, recorded));
        }
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        let of_rows =
            self.matters.iter().map(|((batch, matter), tally)| self.diagnostic(*batch, matter, tally));
        let of_batches = self.samples.iter().filter_map(|(batch, sample)| self.shift(*batch, sample));
        of_rows.chain(of_batches).collect()
    }

    fn diagnostic(&self, batch: usize, matter: &Matter, tally: &Tally) -> Diagnostic {
        let code = match matter {
            Matter::Outside => Code::OutsideBoundaries,
            Matter::Found => Code::AreaByPosition,
            Matter::Disagrees(_) => Code::AreaDisagrees,
        };
        let rows: Vec<String> = tally.rows.iter().map(u32::to_string).collect();
        let said = Diagnostic::new(code, self.batches.place(batch))
            .with("facilities", tally.facilities)
            .with("first", rows.join(", "));
        match matter {
            Matter::Disagrees(Some((recorded, found))) => {
                said.value(recorded.as_str()).with("area", found).with("name", self.areas.name(found))
            }
            Matter::Disagrees(None) => said.with("area", WITHHELD).with("name", WITHHELD),
            Matter::Outside | Matter::Found => said,
        }
    }

    /// Positions that would lie in the areas recorded of them if they were of another system.
    fn shift(&self, batch: usize, sample: &Sample) -> Option<Diagnostic> {
        let (before, declared) = (sample.outside.len(), self.batches.crs(batch));
        if before < FEWEST {
            return None;
        }
        let after = mistakable(declared).map(|real| (self.outside(sample, declared, real), real));
        let (after, real) = after.min()?;
        (after * CURED <= before).then(|| {
            Diagnostic::new(Code::Shifted, self.batches.place(batch))
                .with("against", "areas")
                .with("crs", real)
                .with("whose", "this")
                .with("declared", declared)
                .with("before", before)
                .with("after", after)
        })
    }

    /// How many would lie outside their areas if the system were another.
    fn outside(&self, sample: &Sample, declared: Crs, real: Crs) -> usize {
        let all = sample.inside.iter().chain(&sample.outside);
        let is_outside = |(place, area): &&(LonLat, Adcode)| {
            misread(*place, declared, real).is_none_or(|place| !self.areas.holds(area, place))
        };
        all.filter(is_outside).count()
    }
}

impl Tally {
    /// Facilities come in the order of their ids, so the first rows have to be looked for.
    fn add(&mut self, row: u32) {
        self.facilities += 1;
        let at = self.rows.partition_point(|known| *known < row);
        if at < MOST_NAMED {
            self.rows.insert(at, row);
            self.rows.truncate(MOST_NAMED);
        }
    }
}
