//! Real public files through the profiles that come along, against figures computed without this program.
//!
//! The files are not part of the project; `BARRIERFREE_TEST_DATA` says where they are.

use std::fs::File;
use std::path::PathBuf;

use barrierfree::diagnostic::Diagnostic;
use barrierfree::locale::Bilingual;
use barrierfree::model::{Catalogue, Category, FacilityType, Kind, Observed, Property, Record, SurveyTable};
use barrierfree::quantity::Interval;
use barrierfree::survey::{self, Intake, Names, Profile, Sink};

const UK: &str = "parking_uk_trafford_oxford";
const DE: &str = "parking_de_cities";

#[test]
fn trafford_has_nineteen_car_parks_that_can_be_judged() {
    let profile = include_str!("../../survey_data/profiles/trafford-off-street.toml");
    compare(UK, "trafford_off_street_parking_spaces.csv", profile, "trafford_off_street");
}

#[test]
fn oxford_has_none_that_can_be_judged() {
    let profile = include_str!("../../survey_data/profiles/oxford.toml");
    compare(UK, "oxford_car-parking.csv", profile, "oxford");
}

#[test]
fn bielefelds_words_are_no_counts() {
    let profile = include_str!("../../survey_data/profiles/bielefeld.toml");
    let Some(read) = compare(DE, "bielefeld.csv", profile, "bielefeld") else { return };
    let words = read.diagnostics.iter().filter(|one| one.code.key() == "word-in-count").count();
    assert_eq!(words, 32);
    assert!(read.records.iter().all(|record| record.position.is_some()));
}

#[test]
fn neckarsulm_leaves_one_car_park_open() {
    let profile = include_str!("../../survey_data/profiles/neckarsulm.toml");
    compare(DE, "neckarsulm.csv", profile, "neckarsulm");
}

/// What came out of a file.
#[derive(Default)]
struct Kept {
    tables: u32,
    records: Vec<Record>,
    diagnostics: Vec<Diagnostic>,
}

impl Sink for Kept {
    fn table(&mut self, _table: SurveyTable) -> u32 {
        self.tables += 1;
        self.tables - 1
    }

    fn record(&mut self, record: Record) {
        self.records.push(record);
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

fn compare(folder: &str, file: &str, profile: &str, key: &str) -> Option<Kept> {
    let folder = data()?.join(folder);
    let catalogue = catalogue();
    let profile = Profile::parse(profile, &catalogue).expect("a profile");
    let source = Box::new(File::open(folder.join(file)).expect("the file"));
    let mut kept = Kept::default();
    let names = Names::of(&catalogue);
    let intake = Intake { catalogue: &catalogue, names: &names, profile: Some(&profile) };
    let used = survey::read(file, source, &intake, &mut kept).expect("a table");
    let expected = std::fs::read_to_string(folder.join("expected.json")).expect("the figures");
    let expected: serde_json::Value = serde_json::from_str(&expected).expect("figures");
    let figure = |name: &str| expected[key][name].as_i64().map(i128::from).expect("a figure");
    assert_eq!(i128::from(used.rows), figure("rows"));
    for (name, found) in figures(&kept.records, &catalogue) {
        assert_eq!(found, figure(name), "{name}");
    }
    Some(kept)
}

/// The figures of `expected.json` that need no rule.
fn figures(records: &[Record], catalogue: &Catalogue) -> Vec<(&'static str, i128)> {
    let count = |record: &Record, id: &str| {
        let (wanted, _) = catalogue.types[0].property(id).expect("known");
        record.values.iter().find(|(index, _)| *index == wanted).and_then(|(_, observed)| match &**observed {
            Observed::Number(count) => count.single().map(|count| count.to_integer()),
            _ => None,
        })
    };
    let lots = records.iter().map(|one| (count(one, "total_spaces"), count(one, "accessible_spaces")));
    let lots: Vec<_> = lots.collect();
    let judged = lots
        .iter()
        .filter_map(|(total, accessible)| Some((total.filter(|total| *total > 0)?, (*accessible)?)));
    let judged: Vec<_> = judged.collect();
    let number = |some: usize| i128::try_from(some).expect("few");
    vec![
        ("rows", number(lots.len())),
        ("total_missing_or_zero", number(lots.iter().filter(|lot| lot.0.unwrap_or_default() == 0).count())),
        ("accessible_not_stated", number(lots.iter().filter(|lot| lot.1.is_none()).count())),
        ("assessable", number(judged.len())),
        ("spaces", judged.iter().map(|lot| lot.0).sum()),
        ("accessible", judged.iter().map(|lot| lot.1).sum()),
    ]
}

fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("BARRIERFREE_TEST_DATA").map(PathBuf::from);
    if folder.is_none() {
        #[expect(clippy::print_stderr, reason = "a test that tests nothing says so")]
        {
            eprintln!("BARRIERFREE_TEST_DATA is not set: no public file was read");
        }
    }
    folder
}

/// As much of the catalogue as the profiles speak of.
fn catalogue() -> Catalogue {
    let property = |id: &str, kind| Property {
        id: id.into(),
        kind,
        unit: None,
        label: Bilingual::default(),
        aliases: Vec::new(),
        bounds: Interval::UNBOUNDED,
        unsurveyed: Interval::UNBOUNDED,
        osm: None,
        a11yjson: None,
        gtfs: None,
        of_row: false,
        values: vec![Category {
            id: "public_standalone".into(),
            label: Bilingual::default(),
            aliases: Vec::new(),
        }],
    };
    let text = ["id", "name"].map(|id| property(id, Kind::Text));
    let counts = ["total_spaces", "accessible_spaces"].map(|id| property(id, Kind::Count));
    let others = [property("kind", Kind::Category), property("observed_on", Kind::Date)];
    let parking = FacilityType {
        id: "parking".into(),
        label: Bilingual::default(),
        aliases: Vec::new(),
        group: "parking".to_owned(),
        personal: false,
        part_of: Vec::new(),
        osm: Vec::new(),
        a11yjson: None,
        gtfs: None,
        relations: Vec::new(),
        properties: text.into_iter().chain(counts).chain(others).collect(),
    };
    Catalogue { types: vec![parking], ..Catalogue::default() }
}
