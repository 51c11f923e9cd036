//! What goes into an inventory comes out of it, and audits see no difference.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use barrierfree::locale::{Language, Locale};
use barrierfree::model::{Observed, SurveyTable, Words};
use barrierfree::project::{self, City, ExportFormat, Import, Kept, Library, Request, make_city};
use barrierfree::report::{Context, json};
use barrierfree::store::{Address, Row, Table, Types};
use jiff::civil::date;

use crate::support::random::{Dice, Facts};
use crate::support::server::Database;

/// The JSON of every finding.
fn audited(request: Request, library: &Library) -> String {
    let request = Request {
        auto: true,
        as_of: Some(date(2026, 11, 1)),
        // Else the present second stands in the plan.
        known_by: Some("2099-12-31".into()),
        all_findings: true,
        ..request
    };
    let run = project::audit(&request, library, &()).expect("an audit");
    let (locale, areas) = (Locale::new(Language::Zh), library.areas());
    let context = Context { locale: &locale, catalogue: &library.catalogue, areas: &areas };
    let mut bytes = Vec::new();
    json::write(&run, &context, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("text")
}

/// What is kept somewhere.
fn kept_at(address: Address, boundaries: Option<PathBuf>) -> Request {
    Request { kept: Some(Kept { address, drafts: false }), boundaries, ..Request::default() }
}

fn city(folder: &Path, library: &Library) -> Vec<PathBuf> {
    make_city(&City { folder: folder.join("city"), size: 1500, seed: 1 }, library).expect("a city")
}

#[test]
fn an_audit_of_the_inventory_is_that_of_its_files_byte_for_byte() {
    let library = Library::load(None).expect("the library");
    let folder = tempfile::tempdir().expect("a folder");
    let files = city(folder.path(), &library);
    let boundaries = Some(folder.path().join("city/boundaries.geojson"));
    let store = folder.path().join("inventory.gpkg");
    let request = Import { files: files.clone(), accept: true, ..Import::default() };
    project::import(&request, &store.clone().into(), &library, &()).expect("an import");
    let of_files = audited(Request { files, boundaries: boundaries.clone(), ..Request::default() }, &library);
    let of_inventory = audited(kept_at(store.into(), boundaries.clone()), &library);
    assert!(of_files.len() > 1 << 20);
    if let Some(database) = Database::new() {
        let server = Address::parse(folder.path(), &database.url());
        project::import(&request, &server, &library, &()).expect("an import");
        assert!(
            audited(kept_at(server, boundaries.clone()), &library) == of_files,
            "a server gives the same bytes"
        );
    }
    let differs = of_files.char_indices().zip(of_inventory.chars()).find(|((_, one), other)| one != other);
    let around = |text: &str, at: usize| {
        text.get(at.saturating_sub(200)..).unwrap_or_default().chars().take(300).collect::<String>()
    };
    let at = differs.map_or(0, |((at, _), _)| at);
    assert!(of_files == of_inventory, "{}\n\n{}", around(&of_files, at), around(&of_inventory, at));
}

#[test]
fn any_record_comes_back_with_the_words_it_was_written_in() {
    let library = Library::load(None).expect("the library");
    let catalogue = &library.catalogue;
    for seed in 0..200 {
        let mut dice = Dice::new(seed);
        let facility_type = dice.below(catalogue.types.len());
        let facts = Facts::new(&mut dice, catalogue, facility_type, 5);
        let file: Arc<str> = "made-up".into();
        let table = SurveyTable {
            file: file.clone(),
            sheet: None,
            facility_type,
            headers: vec![None; catalogue.types[facility_type].properties.len()],
            crs: None,
        };
        let kept = Table::of(0, &table, catalogue).expect("a table");
        let mut announced = Vec::new();
        let mut types = Types::new(&file, &[kept], catalogue, |table| {
            announced.push(table);
            0
        });
        assert_eq!(announced, [table]);
        for record in &facts.records {
            let words: Vec<Words> =
                record.values.iter().map(|(_, observed)| words(&mut dice, observed)).collect();
            let row = Row::of(7, record, &words, catalogue).expect("a row");
            assert_eq!(types.record(&row).expect("bytes that can be read").as_ref(), Some(record));
            let said = row.said().expect("bytes that can be read");
            let said: Vec<_> = said.iter().map(|one| (one.words, one.unit)).collect();
            assert_eq!(said, words.iter().map(|one| (Some(&*one.text), one.unit)).collect::<Vec<_>>());
        }
    }
}

/// Words for a value: of a text often the text itself.
fn words(dice: &mut Dice, observed: &Observed) -> Words {
    let text = match observed {
        Observed::Text(text) if dice.happens(70) => text.to_string(),
        _ => "约 5 个".to_owned(),
    };
    Words { text: text.into(), unit: dice.happens(20).then_some("mm") }
}

/// A city taken in and accepted, with the number of its records.
fn kept_city(folder: &Path, library: &Library) -> (PathBuf, u64) {
    let store = folder.join("inventory.gpkg");
    let request = Import { files: city(folder, library), accept: true, ..Import::default() };
    let taken = project::import(&request, &store.clone().into(), library, &()).expect("an import");
    (store, taken.records)
}

/// What a program of GDAL says; nothing, and said so, where there is none.
fn gdal(program: &str, arguments: &[&str], path: &Path) -> Option<String> {
    let Ok(output) = Command::new(program).args(arguments).arg(path).output() else {
        let needed = std::env::var_os("BARRIERFREE_TEST_DATA").is_some();
        assert!(!needed, "{program} is missing: apt-get install gdal-bin python3-gdal");
        println!("not tried: there is no {program} here");
        return None;
    };
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    assert!(output.status.success(), "{text}");
    Some(text)
}

#[test]
fn gdal_reads_the_inventory_and_takes_no_private_table_for_a_layer() {
    let library = Library::load(None).expect("the library");
    let folder = tempfile::tempdir().expect("a folder");
    let (store, records) = kept_city(folder.path(), &library);
    let Some(info) = gdal("ogrinfo", &["-so", "-al"], &store) else { return };
    assert!(info.contains(&format!("Feature Count: {records}")), "{info}");
    assert_eq!(info.matches("Layer name: ").count(), 2, "{info}");
}

fn export(store: &Path, format: ExportFormat, path: &Path, library: &Library) -> (usize, usize) {
    let kept = Some(Kept { address: store.to_owned().into(), drafts: false });
    let request = Request { kept, as_of: Some(date(2026, 11, 1)), ..Request::default() };
    let done = project::export(&request, format, path, Language::Zh, library, &()).expect("an export");
    (done.facilities, done.layers)
}

#[test]
fn an_export_holds_every_facility_but_those_of_people_and_gdal_finds_nothing_wrong() {
    let library = Library::load(None).expect("the library");
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = kept_city(folder.path(), &library);
    let path = folder.path().join("out.gpkg");
    let (facilities, layers) = export(&store, ExportFormat::GeoPackage, &path, &library);
    let bytes = std::fs::read(&path).expect("a file");
    assert_eq!((&bytes[60..64], &bytes[68..72]), (&10300_u32.to_be_bytes()[..], &b"GPKG"[..]));
    assert_eq!(bytes[18..20], [1, 1], "no WAL in a file for others");
    let households = library.catalogue.types.iter().find(|of| of.personal).expect("a type of people");
    for (format, ending) in [(ExportFormat::Csv, "csv"), (ExportFormat::GeoJson, "geojson")] {
        let files = folder.path().join(ending);
        assert_eq!(export(&store, format, &files, &library), (facilities, layers));
        assert_eq!(std::fs::read_dir(&files).expect("a folder").count(), layers);
        assert!(!files.join(format!("{}.{ending}", households.id)).exists());
        assert!(files.join(format!("parking.{ending}")).exists());
    }
    let text = std::fs::read_to_string(folder.path().join("geojson/parking.geojson")).expect("a layer");
    let parking: geojson::FeatureCollection = text.parse().expect("GeoJSON");
    let Some(info) = gdal("ogrinfo", &["-so", "-al"], &path) else { return };
    let counts = info.lines().filter_map(|line| line.strip_prefix("Feature Count: ")?.parse::<usize>().ok());
    assert_eq!(counts.sum::<usize>(), facilities);
    assert_eq!(info.matches("Layer name: ").count(), layers, "{info}");
    let near = gdal("ogrinfo", &["-so", "-spat", "73", "18", "135", "54", "--debug", "on"], &path);
    assert!(near.is_some_and(|said| !said.contains("Warning")));
    let placed = parking.features.iter().filter(|feature| feature.geometry.is_some()).count();
    let count = "SELECT count(*) AS n FROM rtree_parking_geom";
    let indexed = gdal("ogrinfo", &["-dialect", "SQLITE", "-q", "-sql", count], &path).expect("a count");
    assert!(indexed.contains(&format!("n (Integer) = {placed}")), "{placed}: {indexed}");
    let valid = gdal("/usr/bin/python3", &["-m", "osgeo_utils.samples.validate_gpkg"], &path);
    println!("validate_gpkg: {}", valid.expect("no complaint"));
}
