//! What of stops has to be known to read others: where they lie and what they are a part of.

use std::collections::BTreeMap;

use super::super::ReadError;
use super::table::Record;

/// Stops of one feed; the largest have some hundreds of thousands.
const MOST: usize = 4 << 20;

/// Stops in stops.
const DEEPEST: usize = 8;

/// What a stop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Location {
    Platform,
    Station,
    Entrance,
    /// A place inside a station, or a part of a platform.
    Other,
}

/// A stop, as far as others need it.
pub(super) struct Stop {
    pub(super) location: Location,
    pub(super) parent: Option<String>,
    pub(super) boarding: Option<bool>,
    pub(super) at: Option<(f64, f64)>,
}

/// The stops of a feed by their ids.
#[derive(Default)]
pub(super) struct Stops(pub(super) BTreeMap<String, Stop>);

impl Stops {
    pub(super) fn learn(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some(id) = record.get("stop_id") else { return Ok(()) };
        if self.0.len() >= MOST {
            return Err(ReadError::Oversized { part: "stops.txt".to_owned() });
        }
        let location = match record.get("location_type") {
            None | Some("0") => Location::Platform,
            Some("1") => Location::Station,
            Some("2") => Location::Entrance,
            Some(_) => Location::Other,
        };
        let parent = record.get("parent_station").map(str::to_owned);
        let boarding = boarding(record.get("wheelchair_boarding"));
        let at = place(record);
        self.0.entry(id.to_owned()).or_insert(Stop { location, parent, boarding, at });
        Ok(())
    }

    /// What a stop says of wheelchairs, else what the station says it is a part of.
    pub(super) fn boarding(&self, id: &str) -> Option<bool> {
        self.chain(id).find_map(|(_, stop)| stop.boarding)
    }

    /// The station a stop is a part of, or that it is.
    pub(super) fn station<'s>(&'s self, id: &str) -> Option<&'s str> {
        self.chain(id).find(|(_, stop)| stop.location == Location::Station).map(|(id, _)| id)
    }

    /// The platform that a stop is, or is a part of.
    pub(super) fn platform<'s>(&'s self, id: &'s str) -> &'s str {
        let platform = self.chain(id).find(|(_, stop)| stop.location == Location::Platform);
        platform.map_or(id, |(id, _)| id)
    }

    /// A stop, what it is a part of, and so on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = (&'s str, &'s Stop)> + use<'s> {
        let first = self.0.get_key_value(id);
        let next = |(_, stop): &(&'s String, &'s Stop)| self.0.get_key_value(stop.parent.as_deref()?);
        std::iter::successors(first, next).take(DEEPEST).map(|(id, stop)| (id.as_str(), stop))
    }
}

/// Yes or no, of the numbers of the format; an empty cell and 0 say nothing.
pub(super) fn boarding(code: Option<&str>) -> Option<bool> {
    match code? {
        "1" => Some(true),
        "2" => Some(false),
        _ => None,
    }
}

/// Longitude and latitude, where both are numbers.
pub(super) fn place(record: &Record<'_>) -> Option<(f64, f64)> {
    let degrees = |name| record.get(name)?.parse::<f64>().ok().filter(|degrees| degrees.is_finite());
    degrees("stop_lon").zip(degrees("stop_lat"))
}
