//! Public timetables, against figures counted by a script that shares nothing with this program.
//!
//! The files are not part of the project; `BARRIERFREE_TEST_DATA` says where they are.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;

use barrierfree::diagnostic::Diagnostic;
use barrierfree::model::{Observed, Record, SurveyTable};
use barrierfree::project::Library;
use barrierfree::survey::{self, Intake, Names, Sink};

#[derive(Default)]
struct Kept {
    tables: u32,
    records: Vec<Record>,
}

impl Sink for Kept {
    fn table(&mut self, _: SurveyTable) -> u32 {
        self.tables += 1;
        self.tables - 1
    }

    fn record(&mut self, record: Record) {
        self.records.push(record);
    }

    fn diagnostic(&mut self, _: Diagnostic) {}
}

/// How many facilities of each type a feed has, and what they say of a property.
struct Feed {
    library: Library,
    kept: Kept,
}

impl Feed {
    fn read(name: &str) -> Option<Self> {
        let Some(data) = std::env::var_os("BARRIERFREE_TEST_DATA").map(PathBuf::from) else {
            println!("BARRIERFREE_TEST_DATA is not set: no public timetable was read");
            return None;
        };
        let library = Library::load(None).expect("the library");
        let names = Names::of(&library.catalogue);
        let intake = Intake { catalogue: &library.catalogue, names: &names, profile: None };
        let mut kept = Kept::default();
        let file = File::open(data.join("gtfs").join(name)).expect(name);
        survey::read(name, Box::new(file), &intake, &mut kept).expect(name);
        Some(Self { library, kept })
    }

    fn counts(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for record in &self.kept.records {
            *counts.entry(self.library.catalogue.types[record.facility_type].id.as_str()).or_default() += 1;
        }
        counts
    }

    fn values(&self, of: &str, property: &str) -> Vec<&Observed> {
        let (index, one) = self.library.catalogue.facility_type(of).expect(of);
        let (property, _) = one.property(property).expect(property);
        let records = self.kept.records.iter().filter(|record| record.facility_type == index);
        records
            .filter_map(|record| record.values.iter().find(|(at, _)| *at == property))
            .map(|(_, seen)| &**seen)
            .collect()
    }

    /// The low and the high ends of a count, added up.
    fn sums(&self, of: &str, property: &str) -> (i128, i128) {
        let ends = self.values(of, property).into_iter().filter_map(|seen| match seen {
            Observed::Number(count) => Some((count.low()?.to_integer(), count.high()?.to_integer())),
            _ => None,
        });
        ends.fold((0, 0), |(low, high), (a, b)| (low + a, high + b))
    }
}

#[test]
fn a_station_of_stairs_and_escalators_is_not_step_free() {
    let Some(feed) = Feed::read("google_sample_with_pathways.zip") else { return };
    let due = [
        ("entrance", 5),
        ("route", 2),
        ("stairs", 9),
        ("transit_line", 1),
        ("transit_stop", 2),
        ("transport_hub", 1),
    ];
    assert_eq!(feed.counts(), BTreeMap::from(due));
    assert_eq!(feed.values("transport_hub", "accessible_route"), [&Observed::Flag(false)]);
    assert_eq!(feed.values("transit_stop", "wheelchair_boarding"), Vec::<&Observed>::new());
    assert_eq!(feed.sums("transit_line", "trips"), (2, 2));
}

#[test]
fn a_feed_without_the_column_says_nothing_of_wheelchairs() {
    for (name, stops, lines, trips) in
        [("au_cairns_no_wheelchair_column.zip", 416, 22, 1339), ("sample_feed_bom.zip", 9, 5, 11)]
    {
        let Some(feed) = Feed::read(name) else { return };
        assert_eq!(
            feed.counts(),
            BTreeMap::from([("transit_line", lines), ("transit_stop", stops)]),
            "{name}"
        );
        assert!(feed.values("transit_stop", "wheelchair_boarding").is_empty(), "{name}");
        assert_eq!(feed.sums("transit_line", "trips"), (trips, trips), "{name}");
        assert!(feed.values("transit_line", "accessible_trips").is_empty(), "{name}");
        assert!(
            feed.kept.records.iter().filter(|record| record.position.is_some()).count() == stops,
            "{name}"
        );
    }
}

/// 171 of 348 trips take a wheelchair, 177 do not say; 32 of those on two lines that never say.
#[test]
fn trips_that_do_not_say_make_a_range() {
    let Some(feed) = Feed::read("de_berlin_extract.zip") else { return };
    assert_eq!(feed.counts(), BTreeMap::from([("transit_line", 6), ("transit_stop", 211)]));
    assert_eq!(feed.sums("transit_line", "trips"), (348, 348));
    assert_eq!(feed.sums("transit_line", "accessible_trips"), (171, 316));
}
