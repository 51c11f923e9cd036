//! Timetables in GTFS: stops, routes and pathways as facilities.
//!
//! What a stop does not say of wheelchairs its station says for it; of a route
//! it is counted how many trips take one; and of a station whose pathways are
//! listed it is found out whether they lead from an entrance to every platform
//! without a step. Tables are read by their rows; of stops and pathways is held
//! what that takes, of trips a count for each route.

mod paths;
mod stops;
mod table;
mod trips;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::given::Parts;
use super::{Cell, Drawn, Each, Foreign, OF_RECORDS, ReadError, Row, SheetName, Tags, columns};
use paths::Paths;
use stops::{Stops, place};
use table::{Record, Table};
use trips::Trips;

/// The tables that list facilities, each with the column of their ids.
const TABLES: [(&str, &str); 3] =
    [("stops.txt", "stop_id"), ("routes.txt", "route_id"), ("pathways.txt", "pathway_id")];

/// What is worked out, as columns of the format's own.
const STEP_FREE: &str = "pathways.pathway_mode";
const TRIPS: [&str; 2] = ["trips.trip_id", "trips.wheelchair_accessible"];

/// A feed.
pub(super) struct Feed<'a> {
    tables: Vec<(usize, Table<'a>)>,
    tags: Arc<Tags>,
    stops: Stops,
    trips: Trips,
    step_free: BTreeMap<String, bool>,
}

impl<'a> Feed<'a> {
    /// Reads what the rows of others are about.
    pub(super) fn open(mut parts: Parts<'a>, tags: &Arc<Tags>) -> Result<Self, ReadError> {
        let mut table =
            |name: &str| parts.ending(name).first().and_then(|name| parts.take(name)).map(Table::open);
        let (mut stops, mut paths, mut trips) = (Stops::default(), Paths::default(), Trips::default());
        if let Some(mut table) = table("trips.txt").transpose()? {
            learn(&mut table, |record| trips.learn(record))?;
        }
        let mut tables = Vec::new();
        for (number, (name, _)) in TABLES.iter().enumerate() {
            let Some(mut table) = table(name).transpose()? else { continue };
            match number {
                0 => learn(&mut table, |record| stops.learn(record))?,
                2 => learn(&mut table, |record| paths.learn(record, &stops))?,
                _ => {}
            }
            tables.push((number, table));
        }
        if tables.is_empty() {
            return Err(ReadError::NotATable { what: Foreign::Archive });
        }
        let step_free = paths.step_free(&stops);
        Ok(Self { tables, tags: Arc::clone(tags), stops, trips, step_free })
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let name = |number: usize| TABLES.get(number).map(|(name, _)| Arc::from(*name));
        self.tables.iter().map(|(number, _)| SheetName { name: name(*number), hidden: false }).collect()
    }

    /// Whether the rows of a table have places; routes have none.
    pub(super) fn draws(&self, sheet: usize) -> bool {
        self.tables.get(sheet).is_some_and(|(number, _)| *number != 1)
    }

    /// Hands up the names of the columns, and then the rows that are facilities.
    pub(super) fn rows(&mut self, sheet: usize, each: &mut Each<'_>) -> Result<(), ReadError> {
        let headers = OF_RECORDS.into_iter().chain(self.tags.headers()).map(str::to_owned);
        let Some((number, table)) = self.tables.get_mut(sheet) else { return Ok(()) };
        if each(columns::header(&headers.collect::<Vec<_>>())).is_break() {
            return Ok(());
        }
        let known =
            Known { tags: &self.tags, stops: &self.stops, trips: &self.trips, step_free: &self.step_free };
        table.each(&mut |record| match known.row(*number, record) {
            Some(row) => each(row),
            None => ControlFlow::Continue(()),
        })
    }
}

/// Lets somebody learn from every row.
fn learn(
    table: &mut Table<'_>,
    mut each: impl FnMut(&Record<'_>) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut outcome = Ok(());
    table.each(&mut |record| {
        outcome = each(record);
        if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    outcome
}

/// What rows are read by.
struct Known<'k> {
    tags: &'k Tags,
    stops: &'k Stops,
    trips: &'k Trips,
    step_free: &'k BTreeMap<String, bool>,
}

/// What is said of a facility, by the names of the format.
type Said = Vec<(String, Cell)>;

impl Known<'_> {
    /// The row of a facility; none where it is no facility by the tags.
    fn row(&self, table: usize, record: &Record<'_>) -> Option<Row> {
        let (file, key) = TABLES.get(table)?;
        let mut row = Row { number: record.number(), problem: record.problem().cloned(), ..Row::default() };
        let id = record.get(key).unwrap_or_default();
        let name = file.split('.').next().unwrap_or_default();
        let mut said: Said =
            record.all().map(|(key, text)| (format!("{name}.{key}"), Cell::text(text.to_owned()))).collect();
        let [title, parent] = match table {
            0 => self.stop(id, record, &mut row, &mut said),
            1 => self.route(id, record, &mut said),
            _ => self.pathway(record, &mut row, &mut said),
        };
        let kind = self.kind(&said).or_else(|| row.problem.as_ref().map(|_| String::new()))?;
        let own = [Some(id.to_owned()), Some(kind), None, title, parent].map(Option::unwrap_or_default);
        let own = own.into_iter().map(Cell::text).enumerate();
        let said = said.iter().filter_map(|(key, cell)| Some((self.tags.column(key)?, cell.clone())));
        let said = said.map(|(at, cell)| (at + OF_RECORDS.len(), cell));
        own.chain(said).for_each(|(at, cell)| row.put(u32::try_from(at).unwrap_or(u32::MAX), cell));
        Some(row)
    }

    fn kind(&self, said: &Said) -> Option<String> {
        let texts = said.iter().filter_map(|(key, cell)| match cell {
            Cell::Text(text) => Some((key.as_str(), text.as_str())),
            _ => None,
        });
        self.tags.kind(&texts.collect::<Vec<_>>()).map(str::to_owned)
    }

    fn stop(&self, id: &str, record: &Record<'_>, row: &mut Row, said: &mut Said) -> [Option<String>; 2] {
        if record.get("location_type").is_none() {
            say(said, "stops.location_type", Cell::Text("0".to_owned()));
        }
        let code = record.get("wheelchair_boarding");
        // Other numbers than those of the format stay as they are written, to be complained about.
        if matches!(code, None | Some("0" | "1" | "2")) {
            let boarding = self.stops.boarding(id).map_or(Cell::Empty, Cell::Flag);
            say(said, "stops.wheelchair_boarding", boarding);
        }
        if let Some(free) = self.step_free.get(id) {
            say(said, STEP_FREE, Cell::Flag(*free));
        }
        row.place = Some(Drawn { at: place(record), fault: None });
        [record.get("stop_name"), record.get("parent_station")].map(|text| text.map(str::to_owned))
    }

    fn route(&self, id: &str, record: &Record<'_>, said: &mut Said) -> [Option<String>; 2] {
        for (name, count) in TRIPS.iter().zip(self.trips.of(id)) {
            if let Some(count) = count {
                say(said, name, count);
            }
        }
        if let Some(code) = record.get("route_type") {
            say(said, "routes.route_type", Cell::text(mode(code).unwrap_or(code).to_owned()));
        }
        say(said, "routes.route_id", Cell::text(id.to_owned()));
        let names: Vec<&str> =
            ["route_short_name", "route_long_name"].iter().filter_map(|name| record.get(name)).collect();
        [Some(names.join(" ")), None]
    }

    /// A pathway lies between its ends; going down counts steps below zero.
    fn pathway(&self, record: &Record<'_>, row: &mut Row, said: &mut Said) -> [Option<String>; 2] {
        let ends = ["from_stop_id", "to_stop_id"].map(|name| record.get(name).unwrap_or_default());
        let places = ends.map(|end| self.stops.0.get(end).and_then(|stop| stop.at));
        let at = places[0].zip(places[1]).map(|((x, y), (a, b))| (x.midpoint(a), y.midpoint(b)));
        row.place = Some(Drawn { at, fault: None });
        if let Some(steps) = record.get("stair_count").and_then(|steps| steps.strip_prefix('-')) {
            say(said, "pathways.stair_count", Cell::text(steps.to_owned()));
        }
        let station = ends.iter().find_map(|end| self.stops.station(end));
        [record.get("signposted_as"), station].map(|text| text.map(str::to_owned))
    }
}

/// Says something instead of what was said under that name.
fn say(said: &mut Said, name: &str, cell: Cell) {
    said.retain(|(known, _)| known != name);
    said.push((name.to_owned(), cell));
}

/// What the numbers of the format call a mode of transport, those of the longer list by their hundreds.
fn mode(code: &str) -> Option<&'static str> {
    let number: u32 = code.parse().ok()?;
    Some(match (number / 100, number) {
        (0, 0 | 5) | (9, _) => "tram",
        (0, 1 | 12) | (4..=6, _) => "metro",
        (0, 2) | (1, _) => "rail",
        (0, 3 | 11) | (7 | 8, _) => "bus",
        (0, 4) | (10 | 12, _) => "ferry",
        (2, _) => "coach",
        (11, _) => "air",
        (15, _) => "taxi",
        _ => return None,
    })
}
