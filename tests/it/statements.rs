//! Twelve statements about a survey, the same from every format an inventory is written in, on both
//! stores: `docs/formats.md` lists them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use barrierfree::locale::Language;
use barrierfree::project::{self, City, ExportFormat, Import, Kept, Library, Request, make_city};
use barrierfree::store::Address;
use jiff::civil::date;

use crate::support::server::Database;

/// The day of all states.
fn state(address: &Address) -> Request {
    let kept = Some(Kept { address: address.clone(), drafts: false });
    Request { kept, as_of: Some(date(2026, 11, 1)), ..Request::default() }
}

fn export(address: &Address, format: ExportFormat, path: &Path, library: &Library) {
    project::export(&state(address), format, path, Language::Zh, library, &()).expect("an export");
}

/// Imports files and accepts them.
fn import(files: Vec<PathBuf>, profiles: Vec<PathBuf>, to: &Address, library: &Library) {
    let request = Import { files, profiles, accept: true, ..Import::default() };
    let done = project::import(&request, to, library, &()).expect("an import");
    assert_eq!(done.asked, 0, "{:?}", done.diagnostics);
}

/// The files of a folder with these endings, or the file itself.
fn files(path: &Path, ending: &str) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let all = std::fs::read_dir(path).expect("a folder").map(|file| file.expect("a file").path());
    let mut files: Vec<_> = all.filter(|file| file.extension().is_some_and(|end| end == ending)).collect();
    files.sort();
    files
}

/// A profile for each shapefile, by the table of fields beside them.
fn profiles(folder: &Path, files: &[PathBuf]) -> Vec<PathBuf> {
    let rows = csv::Reader::from_path(folder.join("fields.csv")).expect("a table").into_records();
    let rows: Vec<_> = rows.map(|row| row.expect("a row")).collect();
    let profile = |file: &PathBuf| {
        let of = file.file_stem().expect("a name").to_string_lossy();
        let mut text = format!("type = \"{of}\"\n[columns]\n");
        let fields = rows.iter().filter(|row| row[0] == of && !["source_row", "remarks"].contains(&&row[2]));
        for row in fields {
            writeln!(text, "{} = \"{}\"", &row[2], &row[1]).expect("text");
        }
        let path = file.with_extension("toml");
        std::fs::write(&path, text).expect("a profile");
        path
    };
    files.iter().map(profile).collect()
}

/// The state of an inventory as rows of text, without where they came from.
fn rows(
    address: &Address,
    folder: &Path,
    library: &Library,
) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    export(address, ExportFormat::Csv, folder, library);
    let layer = |file: PathBuf| {
        let mut table = csv::Reader::from_path(&file).expect("a layer");
        let names: Vec<String> = table
            .headers()
            .expect("names")
            .iter()
            .map(|name| name.trim_start_matches('\u{feff}').to_owned())
            .collect();
        let row = |row: csv::StringRecord| {
            let cells = names.iter().cloned().zip(row.iter().map(str::to_owned));
            cells
                .filter(|(name, text)| name != "source_row" && name != "remarks" && !text.is_empty())
                .collect()
        };
        let rows = table.records().map(|one| row(one.expect("a row"))).collect();
        (file.file_stem().expect("a name").to_string_lossy().into_owned(), rows)
    };
    files(folder, "csv").into_iter().map(layer).collect()
}

type Rows = BTreeMap<String, Vec<BTreeMap<String, String>>>;

fn counted<'r>(keys: impl Iterator<Item = &'r str>) -> String {
    let mut counts = BTreeMap::<_, u64>::new();
    keys.for_each(|key| *counts.entry(key).or_default() += 1);
    format!("{counts:?}")
}

fn sum(rows: &Rows, of: &str, property: &str) -> String {
    let cells = rows[of].iter().filter_map(|row| row.get(property)?.parse::<i64>().ok());
    cells.sum::<i64>().to_string()
}

/// The twelve.
fn statements(rows: &Rows, address: &Address, library: &Library) -> Vec<(&'static str, String)> {
    let all = || rows.iter().flat_map(|(of, rows)| rows.iter().map(move |row| (of.as_str(), row)));
    let county = |row: &BTreeMap<String, String>| row.get("jurisdiction").cloned().unwrap_or_default();
    let counties: Vec<_> = all().map(|(of, row)| (county(row), format!("{of} {}", county(row)))).collect();
    let days: Vec<_> = all().filter_map(|(_, row)| row.get("observed_on")).collect();
    let standards = vec!["cn-150800-2017".into()];
    let request = Request { standards, all_findings: true, ..state(address) };
    let run = project::audit(&request, library, &()).expect("an audit");
    let outcomes: Vec<_> = run.findings.iter().map(|one| format!("{:?}", one.outcome)).collect();
    let failed = run.tallies.iter().filter(|one| one.outcomes.failed > 0);
    let failed: Vec<_> = failed.map(|one| format!("{} {}", one.duty.id, one.outcomes.failed)).collect();
    let gaps: Vec<_> = run.findings.iter().filter_map(|one| one.gap.map(|gap| format!("{gap:?}"))).collect();
    vec![
        ("facilities", all().count().to_string()),
        ("facilities by type", counted(all().map(|(of, _)| of))),
        ("facilities by county", counted(counties.iter().map(|(county, _)| county.as_str()))),
        ("facilities by type and county", counted(counties.iter().map(|(_, both)| both.as_str()))),
        (
            "facilities with a place",
            all().filter(|(_, row)| row.contains_key("longitude")).count().to_string(),
        ),
        ("bays", sum(rows, "parking", "total_spaces")),
        ("accessible bays", sum(rows, "parking", "accessible_spaces")),
        ("values recorded", all().map(|(_, row)| row.len()).sum::<usize>().to_string()),
        ("first and last day", format!("{:?} {:?}", days.iter().min(), days.iter().max())),
        ("findings by outcome", counted(outcomes.iter().map(String::as_str))),
        ("failed by requirement", failed.join(", ")),
        ("gaps by class", counted(gaps.iter().map(String::as_str))),
    ]
}

/// The made-up city, whose values are single ones after it went through a table once.
fn original(folder: &Path, library: &Library) -> Address {
    let city = City { folder: folder.join("city"), size: 100, seed: 3 };
    let first = Address::File(folder.join("first.gpkg"));
    import(make_city(&city, library).expect("a city"), Vec::new(), &first, library);
    export(&first, ExportFormat::Csv, &folder.join("first"), library);
    let second = Address::File(folder.join("second.gpkg"));
    import(files(&folder.join("first"), "csv"), Vec::new(), &second, library);
    second
}

#[test]
fn twelve_statements_are_the_same_from_every_format_on_both_stores() {
    let library = Library::load(None).expect("the library");
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let original = original(folder.path(), &library);
    let whole = rows(&original, &at("whole"), &library);
    let due = statements(&whole, &original, &library);
    assert_eq!(due.len(), 12);
    let formats = [
        (ExportFormat::Csv, "csv", "csv"),
        (ExportFormat::Xlsx, "book.xlsx", "xlsx"),
        (ExportFormat::GeoJson, "geojson", "geojson"),
        (ExportFormat::GeoPackage, "out.gpkg", "gpkg"),
        (ExportFormat::Shapefile, "shapefile", "shp"),
        (ExportFormat::Kml, "kml", "kml"),
    ];
    for (format, name, ending) in formats {
        let written = at(name);
        export(&original, format, &written, &library);
        let files = files(&written, ending);
        let profiles = if ending == "shp" { profiles(&written, &files) } else { Vec::new() };
        let server = Database::new();
        let server_address = server.as_ref().map(|server| Address::parse(folder.path(), &server.url()));
        for (number, address) in [Some(Address::File(at(&format!("of-{ending}.gpkg")))), server_address]
            .into_iter()
            .flatten()
            .enumerate()
        {
            import(files.clone(), profiles.clone(), &address, &library);
            let found = rows(&address, &at(&format!("{ending}-{number}")), &library);
            for (found, due) in statements(&found, &address, &library).iter().zip(&due) {
                assert_eq!(found, due, "{ending}, store {number}");
            }
            // Days are texts in KML and texts are cut in shapefiles; the others give every cell back.
            if !["shp", "kml"].contains(&ending) {
                let differs = whole.iter().find(|(of, rows)| found.get(*of) != Some(rows)).map(|(of, _)| of);
                assert_eq!(differs, None, "{ending}, store {number}");
            }
        }
    }
}
