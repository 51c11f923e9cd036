//! Public files of features, packed files and foreign schemata, through the profiles that come
//! along and the catalogue that ships, against figures computed without this program.
//!
//! The files are not part of the project; `BARRIERFREE_TEST_DATA` says where they are.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use barrierfree::diagnostic::Diagnostic;
use barrierfree::model::{Catalogue, Observed, Record, SurveyTable};
use barrierfree::project::Library;
use barrierfree::survey::reader::{Fault, ReadError};
use barrierfree::survey::{self, Intake, Names, Profile, Sink};
use serde_json::Value;

/// What came out of a file.
#[derive(Default)]
struct Kept {
    rows: u64,
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

impl Kept {
    fn said(&self, code: &str) -> usize {
        self.diagnostics.iter().filter(|one| one.code.key() == code).count()
    }

    fn placed(&self) -> usize {
        self.records.iter().filter(|record| record.position.is_some()).count()
    }

    /// The sum of a count, and how many records have it.
    fn sum(&self, catalogue: &Catalogue, property: &str) -> (u64, i128) {
        let counts = self.values(catalogue, property).into_iter().filter_map(|observed| match observed {
            Observed::Number(count) => count.single().map(|count| count.to_integer()),
            _ => None,
        });
        counts.fold((0, 0), |(known, sum), count| (known + 1, sum + count))
    }

    fn values(&self, catalogue: &Catalogue, property: &str) -> Vec<&Observed> {
        let value = |record: &Record| {
            let kind = &catalogue.types[record.facility_type];
            let (wanted, _) = kind.property(property).expect(property);
            record.values.iter().position(|(index, _)| *index == wanted)
        };
        self.records.iter().filter_map(|record| value(record).map(|at| &*record.values[at].1)).collect()
    }
}

/// The folder of public data; says so where there is none.
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

fn read(path: &Path, profile: &str, catalogue: &Catalogue) -> Result<Kept, ReadError> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("survey_data/profiles");
    let text = std::fs::read_to_string(folder.join(profile)).expect("a profile");
    let profile = Profile::parse(&text, catalogue).unwrap_or_else(|error| panic!("{error}"));
    let names = Names::of(catalogue);
    let intake = Intake { catalogue, names: &names, profile: Some(&profile) };
    let mut kept = Kept::default();
    let file = path.to_string_lossy();
    let used = survey::read(&file, Box::new(File::open(path).expect("the file")), &intake, &mut kept)?;
    kept.rows = used.rows;
    Ok(kept)
}

fn expected(folder: &Path) -> Value {
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("the figures");
    serde_json::from_str(&text).expect("figures")
}

fn catalogue() -> Catalogue {
    let library = Library::load(None).expect("the catalogue");
    (*library.catalogue).clone()
}

#[test]
fn bays_of_five_cities() {
    let Some(folder) = data().map(|data| data.join("accessible_bays_de")) else { return };
    let (catalogue, figures) = (catalogue(), expected(&folder));
    let read = |file: &str, profile: &str| read(&folder.join(file), profile, &catalogue).expect("a table");
    let freiburg = read("freiburg_disabled_static.geojson", "freiburg-bays.toml");
    assert_eq!(figures["freiburg"]["features"], freiburg.rows);
    assert_eq!(figures["freiburg"]["plain_integer"], freiburg.sum(&catalogue, "accessible_spaces").0);
    let numbering = figures["freiburg"]["k_of_n"].as_u64().zip(figures["freiburg"]["other"].as_u64());
    assert_eq!(numbering.map(|(of, other)| of + other), Some(freiburg.said("not-a-number") as u64));
    assert_eq!((freiburg.placed(), freiburg.said("bad-geometry")), (312, 0));
    let karlsruhe = read("karlsruhe_disabled_static.geojson", "karlsruhe-bays.toml");
    let (known, bays) = karlsruhe.sum(&catalogue, "accessible_spaces");
    assert_eq!(figures["karlsruhe"]["bays"].as_i64().map(i128::from), Some(bays));
    assert_eq!(figures["karlsruhe"]["count_missing"], karlsruhe.rows - known);
    assert_eq!((figures["karlsruhe"]["features"].as_u64(), karlsruhe.placed()), (Some(karlsruhe.rows), 693));
    let konstanz = read("konstanz_disabled.geojson", "konstanz-bays.toml");
    let bays = konstanz.sum(&catalogue, "accessible_spaces").1;
    assert_eq!(figures["konstanz"]["bays_from_text"].as_i64().map(i128::from), Some(bays));
    assert_eq!(figures["konstanz"]["features"], konstanz.rows);
    let heidelberg = read("heidelberg_disabled.geojson", "heidelberg-bays.toml");
    assert_eq!(figures["heidelberg"]["features"], heidelberg.rows);
    let reutlingen = read("reutlingen_disabled.csv", "reutlingen-bays.toml");
    assert_eq!(figures["reutlingen"]["rows"], reutlingen.rows);
    for bays in [&heidelberg, &reutlingen] {
        assert_eq!(bays.placed(), bays.records.len());
        assert!(bays.values(&catalogue, "accessible").iter().all(|seen| **seen == Observed::Flag(true)));
    }
}

#[test]
fn signals_of_new_york_come_out_of_a_packed_file_by_borough_and_year() {
    let Some(folder) = data().map(|data| data.join("aps_us_nyc")) else { return };
    let (catalogue, figures) = (catalogue(), expected(&folder));
    let kept = read(&folder.join("aps.csv.gz"), "nyc-aps.toml", &catalogue).expect("a table");
    assert_eq!(figures["rows"], kept.rows);
    let (mut boroughs, mut years) = (BTreeMap::new(), BTreeMap::new());
    for borough in kept.values(&catalogue, "township") {
        let Observed::Text(borough) = borough else { panic!("{borough:?}") };
        *boroughs.entry(borough.to_string()).or_insert(0) += 1;
    }
    for day in kept.records.iter().filter_map(|record| record.observed_on) {
        *years.entry(day.year().to_string()).or_insert(0) += 1;
    }
    assert_eq!(serde_json::json!(boroughs), figures["by_borough"]);
    assert_eq!(serde_json::json!(years), figures["by_year"]);
    assert_eq!(figures["bad_dates"], kept.said("not-a-date"));
    assert_eq!(kept.placed(), 1488);
}

#[test]
fn examples_of_a11yjson_are_read_or_refused_where_they_break() {
    let Some(folder) = data().map(|data| data.join("a11yjson_examples")) else { return };
    let catalogue = catalogue();
    for (file, figures) in expected(&folder).as_object().expect("a table") {
        let outcome = read(&folder.join(file), "a11yjson-venue.toml", &catalogue);
        if figures["strict_json"] == true {
            assert_eq!(outcome.expect(file).records.len(), 1, "{file}");
            continue;
        }
        let Err(ReadError::NotJson { fault, line, column }) = outcome else { panic!("{file} is not JSON") };
        let place = format!("line {line} column {column} ");
        assert!(figures["error"].as_str().is_some_and(|error| error.contains(&place)), "{file}: {place}");
        assert!(matches!(fault, Fault::TrailingComma | Fault::NoKey), "{file}: {fault:?}");
    }
    let tour = read(&folder.join("museum_1.json.txt"), "a11yjson-venue.toml", &catalogue).expect("a museum");
    assert_eq!(tour.values(&catalogue, "sign_language"), [&Observed::Flag(true)]);
    assert_eq!(tour.values(&catalogue, "kind").len(), 1);
}

#[test]
fn lists_that_say_nothing_of_accessibility_survey_nothing() {
    let Some(folder) = data().map(|data| data.join("facilities_uk_trafford")) else { return };
    let (catalogue, figures) = (catalogue(), expected(&folder));
    for (file, profile) in
        [("gm_libraries.csv", "gm-libraries.toml"), ("trafford_bus_stops.csv", "trafford-bus-stops.toml")]
    {
        let kept = read(&folder.join(file), profile, &catalogue).expect("a table");
        assert_eq!(figures[file]["rows"], kept.rows);
        assert_eq!(kept.records.len() as u64, kept.rows);
        let said = |record: &Record, index: usize| {
            catalogue.types[record.facility_type].properties[index].id.to_string()
        };
        let about: std::collections::BTreeSet<String> = kept
            .records
            .iter()
            .flat_map(|record| record.values.iter().map(|(index, _)| said(record, *index)))
            .collect();
        assert!(about.iter().all(|id| ["name", "address", "kind"].contains(&id.as_str())), "{about:?}");
    }
}

#[test]
fn questions_the_french_register_did_not_ask_stay_open() {
    let Some(folder) = data().map(|data| data.join("buildings_fr_acceslibre")) else { return };
    let catalogue = catalogue();
    let kept = read(&folder.join("exemple-valide.csv"), "acceslibre.toml", &catalogue).expect("a table");
    assert_eq!((kept.rows, kept.placed()), (6, 6));
    let (yes, no) = (Observed::Flag(true), Observed::Flag(false));
    assert_eq!(kept.values(&catalogue, "entrance"), [&yes, &no, &yes]);
    assert_eq!(kept.values(&catalogue, "accessible_route"), [&yes, &yes]);
    assert_eq!(kept.values(&catalogue, "toilets"), [&yes]);
}

#[test]
fn every_profile_that_comes_along_fits_the_catalogue() {
    let catalogue = catalogue();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("survey_data/profiles");
    for entry in std::fs::read_dir(folder).expect("the profiles") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = std::fs::read_to_string(&path).expect("a profile");
            let profile = Profile::parse(&text, &catalogue);
            assert!(profile.is_ok(), "{}: {:?}", path.display(), profile.err());
        }
    }
}
