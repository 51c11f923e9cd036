//! Ways through stations, and whether they lead past every step.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ReadError;
use super::stops::{Location, Stops};
use super::table::Record;

/// Pathways of one feed.
const MOST: usize = 4 << 20;

/// The modes that have steps: stairs and escalators.
const WITH_STEPS: [&str; 2] = ["2", "4"];

/// Where one gets without a step, station by station.
#[derive(Default)]
pub(super) struct Paths {
    /// From where to where without a step.
    free: BTreeMap<String, Vec<String>>,
    /// The stations whose pathways are listed: where one is, all have to be.
    listed: BTreeSet<String>,
    count: usize,
}

impl Paths {
    pub(super) fn learn(&mut self, record: &Record<'_>, stops: &Stops) -> Result<(), ReadError> {
        let ends = record.get("from_stop_id").zip(record.get("to_stop_id"));
        let Some(((from, to), mode)) = ends.zip(record.get("pathway_mode")) else { return Ok(()) };
        self.count += 1;
        if self.count > MOST {
            return Err(ReadError::Oversized { part: "pathways.txt".to_owned() });
        }
        self.listed.extend(stops.station(from).or(stops.station(to)).map(str::to_owned));
        if WITH_STEPS.contains(&mode) {
            return Ok(());
        }
        let (from, to) = (stops.platform(from), stops.platform(to));
        self.free.entry(from.to_owned()).or_default().push(to.to_owned());
        if record.get("is_bidirectional") == Some("1") {
            self.free.entry(to.to_owned()).or_default().push(from.to_owned());
        }
        Ok(())
    }

    /// For each station whose pathways are listed and that has entrances and platforms: whether
    /// every platform is reached from an entrance without a step.
    pub(super) fn step_free(&self, stops: &Stops) -> BTreeMap<String, bool> {
        let mut ends: BTreeMap<&str, [BTreeSet<&str>; 2]> = BTreeMap::new();
        for (id, stop) in &stops.0 {
            let at = match stop.location {
                Location::Entrance => 0,
                Location::Platform => 1,
                _ => continue,
            };
            let station = stops.station(id).filter(|station| self.listed.contains(*station));
            if let Some(ends) = station.map(|station| ends.entry(station).or_default()) {
                ends[at].insert(id);
            }
        }
        let both = ends.into_iter().filter(|(_, ends)| ends.iter().all(|ends| !ends.is_empty()));
        let free =
            |[entrances, platforms]: [BTreeSet<&str>; 2]| platforms.is_subset(&self.reached(entrances));
        both.map(|(station, ends)| (station.to_owned(), free(ends))).collect()
    }

    /// All places one gets to from some.
    fn reached<'p>(&'p self, mut known: BTreeSet<&'p str>) -> BTreeSet<&'p str> {
        let mut open: Vec<&str> = known.iter().copied().collect();
        while let Some(from) = open.pop() {
            for to in self.free.get(from).into_iter().flatten() {
                if known.insert(to) {
                    open.push(to);
                }
            }
        }
        known
    }
}
