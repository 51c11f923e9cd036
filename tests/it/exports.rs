//! The state of the made-up city in every format, read back by programs that are not ours.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use barrierfree::locale::Language;
use barrierfree::project::{self, ExportFormat, Exported, Import, Kept, Library, Request};
use barrierfree::store::Address;
use calamine::Reader as _;
use jiff::civil::date;
use serde_json::Value;

/// The made-up city in an inventory of its own, with lots whose values no format takes as they are.
struct City {
    folder: tempfile::TempDir,
    library: Library,
}

/// A lot of a name that is too long, of a count that is too large, and one with nothing but an id.
const ODD: &str = "设施编号,名称,总车位数,无障碍车位数,经度,纬度,行政区划代码,调查日期";

impl City {
    fn new() -> Self {
        let library = Library::load(None).expect("the library");
        let folder = tempfile::tempdir().expect("a folder");
        let wanted = project::City { folder: folder.path().join("city"), size: 400, seed: 7 };
        let mut files = project::make_city(&wanted, &library).expect("a city");
        let odd = format!(
            "{ODD}\nODD-1,{},9999999999,3,107.4,40.75,150802,2026-05-01\nODD-2,\"=1+1 <b>&\",,,,,150802,2026-05-01\n",
            "障".repeat(100)
        );
        files.push(folder.path().join("停车场.csv"));
        std::fs::write(&files[files.len() - 1], odd).expect("a file");
        let request = Import { files, accept: true, ..Import::default() };
        project::import(&request, &Address::File(folder.path().join("inventory.gpkg")), &library, &())
            .expect("an import");
        Self { folder, library }
    }

    fn inventory(&self) -> Address {
        Address::File(self.folder.path().join("inventory.gpkg"))
    }

    fn export(&self, format: ExportFormat, name: &str) -> (PathBuf, Exported) {
        let kept = Some(Kept { address: self.inventory(), drafts: false });
        let request = Request { kept, as_of: Some(date(2026, 11, 1)), ..Request::default() };
        let path = self.folder.path().join(name);
        let done = project::export(&request, format, &path, Language::Zh, &self.library, &());
        (path, done.expect("an export"))
    }
}

/// A layer as rows of values by the names of properties; what is nothing is not there.
type Rows = Vec<BTreeMap<String, String>>;

/// What `GDAL` reads of a layer.
fn gdal(path: &Path, layer: &str) -> Option<Rows> {
    let layer = if path.is_dir() || path.extension().is_some_and(|end| end == "gpkg") {
        vec![layer]
    } else {
        Vec::new()
    };
    let run =
        Command::new("ogr2ogr").args(["-f", "GeoJSONSeq", "/vsistdout/"]).arg(path).args(layer).output();
    let Ok(output) = run else {
        let needed = std::env::var_os("BARRIERFREE_TEST_DATA").is_some();
        assert!(!needed, "ogr2ogr is missing: apt-get install gdal-bin");
        println!("not tried: there is no ogr2ogr here");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    // What it warns of is what it writes here, which knows no days.
    let said: Vec<&str> = said.lines().filter(|line| !line.contains("natively support Date")).collect();
    assert!(output.status.success() && said.is_empty(), "{}: {said:?}", path.display());
    let text = String::from_utf8(output.stdout).expect("text");
    Some(text.lines().map(|line| feature(&serde_json::from_str(line).expect(line))).collect())
}

fn feature(feature: &Value) -> BTreeMap<String, String> {
    let mut row = BTreeMap::new();
    for (name, value) in feature["properties"].as_object().expect("properties") {
        row.extend(plain(value).map(|value| (name.to_lowercase(), value)));
    }
    if let Some([x, y, ..]) = feature["geometry"]["coordinates"].as_array().map(Vec::as_slice) {
        row.extend(
            [("longitude".to_owned(), x), ("latitude".to_owned(), y)]
                .map(|(name, number)| (name, format!("{:.7}", number.as_f64().expect("a number")))),
        );
    }
    row
}

/// A number to twelve digits: neither side reads the last bit of a decimal.
fn number(number: f64) -> String {
    format!("{number:.11e}")
}

fn plain(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(flag) => number(if *flag { 1.0 } else { 0.0 }),
        Value::Number(value) => number(value.as_f64().expect("a number")),
        Value::String(text) => text.replace('/', "-"),
        other => panic!("{other}"),
    })
}

/// The rows of our own `GeoJSON`, which the other formats are held against.
fn due(path: &Path, layer: &str) -> Rows {
    let text = std::fs::read_to_string(path.join(format!("{layer}.geojson"))).expect("a layer");
    let all: Value = serde_json::from_str(&text).expect("GeoJSON");
    all["features"].as_array().expect("features").iter().map(feature).collect()
}

fn layers(path: &Path) -> Vec<String> {
    let files = std::fs::read_dir(path).expect("a folder").map(|file| file.expect("a file").path());
    let mut names: Vec<_> =
        files.map(|file| file.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The property each field of a shapefile is, by the table beside it.
fn fields(path: &Path) -> BTreeMap<(String, String), String> {
    let mut table = csv::Reader::from_path(path.join("fields.csv")).expect("a table");
    let rows = table.records().map(|row| row.expect("a row"));
    rows.map(|row| ((row[0].to_owned(), row[1].to_lowercase()), row[2].to_owned())).collect()
}

/// Values without those that stand in the table beside, where they are whole.
fn without_odd(rows: &Rows) -> Vec<&BTreeMap<String, String>> {
    rows.iter().filter(|row| row.get("id").is_none_or(|id| id != "ODD-1")).collect()
}

#[test]
fn gdal_reads_in_every_layer_of_every_format_what_the_inventory_holds() {
    let city = City::new();
    let (geojson, whole) = city.export(ExportFormat::GeoJson, "geojson");
    let (gpkg, _) = city.export(ExportFormat::GeoPackage, "out.gpkg");
    let (kml, of_kml) = city.export(ExportFormat::Kml, "kml");
    let (shapes, of_shapes) = city.export(ExportFormat::Shapefile, "shapefile");
    assert_eq!(
        [of_kml, of_shapes].map(|one| (one.facilities, one.layers)),
        [(whole.facilities, whole.layers); 2]
    );
    assert!(whole.told.is_nothing() && of_kml.told.values == 1 && of_shapes.told.values == 1);
    let renamed = fields(&shapes);
    for layer in layers(&geojson) {
        let due = due(&geojson, &layer);
        let Some(read) = gdal(&geojson.join(format!("{layer}.geojson")), &layer) else { return };
        assert_eq!(read, due, "GeoJSON {layer}");
        let mut read = gdal(&gpkg, &layer).expect("a layer");
        for row in &mut read {
            row.remove("fid");
        }
        assert_eq!(read, due, "GeoPackage {layer}");
        let read = gdal(&shapes.join(format!("{layer}.shp")), &layer).expect("a layer");
        let named = |(field, value): (&String, &String)| {
            let property = renamed.get(&(layer.clone(), field.clone())).unwrap_or(field);
            let flag = ["F", "T"].iter().position(|flag| flag == value);
            (
                property.clone(),
                flag.map_or_else(|| value.clone(), |flag| number(if flag == 1 { 1.0 } else { 0.0 })),
            )
        };
        let read: Rows = read.iter().map(|row| row.iter().map(named).collect()).collect();
        assert_eq!(without_odd(&read), without_odd(&due), "Shapefile {layer}");
        let read = gdal(&kml.join(format!("{layer}.kml")), &layer).expect("a layer");
        let own =
            |row: &BTreeMap<String, String>| due[0].keys().chain(row.keys()).cloned().collect::<Vec<_>>();
        let known: std::collections::BTreeSet<String> = due.iter().flat_map(own).collect();
        let read: Rows = read
            .into_iter()
            .map(|row| {
                row.into_iter().filter(|(name, value)| known.contains(name) && !value.is_empty()).collect()
            })
            .collect();
        assert_eq!(without_odd(&read), without_odd(&due), "KML {layer}");
    }
}

#[test]
fn what_a_format_cannot_hold_stands_whole_beside_it() {
    let city = City::new();
    let beside = |path: &Path| std::fs::read_to_string(path.join("left-out.csv")).expect("a table");
    let (shapes, _) = city.export(ExportFormat::Shapefile, "shapefile");
    assert!(beside(&shapes).contains(&format!(",name,{}\r\n", "障".repeat(100))), "{}", beside(&shapes));
    let (kml, _) = city.export(ExportFormat::Kml, "kml");
    assert!(beside(&kml).contains(",total_spaces,9999999999\r\n"));
    let table = std::fs::read_to_string(kml.join("parking.kml")).expect("a map");
    assert!(table.contains("<name>=1+1 &lt;b&gt;&amp;</name>"));
}

#[test]
fn the_workbook_holds_what_the_tables_hold() {
    let city = City::new();
    let (csv, _) = city.export(ExportFormat::Csv, "csv");
    let (book, _) = city.export(ExportFormat::Xlsx, "out.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&book).expect("a workbook");
    assert_eq!(book.sheet_names().len(), layers(&csv).len());
    for layer in layers(&csv) {
        let mut table = csv::Reader::from_path(csv.join(format!("{layer}.csv"))).expect("a table");
        let due: Vec<Vec<String>> = std::iter::once(table.headers().expect("headers").clone())
            .chain(table.records().map(|row| row.expect("a row")))
            .map(|row| {
                row.iter().map(|cell| cell.trim_start_matches(['\u{feff}', '\'']).to_owned()).collect()
            })
            .collect();
        let range = book.worksheet_range(&layer).expect("a sheet");
        let text = |cell: &calamine::Data| match cell {
            calamine::Data::Bool(flag) => flag.to_string(),
            calamine::Data::DateTime(day) => {
                let (year, month, day, ..) = day.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}")
            }
            cell => cell.to_string(),
        };
        let read: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(text).collect()).collect();
        assert_eq!(read, due, "{layer}");
    }
}

#[test]
fn a_workbook_that_finds_no_room_leaves_nothing_behind() {
    let city = City::new();
    std::fs::write(city.folder.path().join("taken"), "no folder").expect("a file");
    let gone = city.folder.path().join("taken/out.xlsx");
    let kept = Some(Kept { address: city.inventory(), drafts: false });
    let request = Request { kept, ..Request::default() };
    let done = project::export(&request, ExportFormat::Xlsx, &gone, Language::Zh, &city.library, &());
    assert!(done.is_err() && !gone.exists());
}

#[test]
fn a_folder_that_is_not_there_is_made() {
    let city = City::new();
    for (format, name) in [(ExportFormat::Xlsx, "a/b/out.xlsx"), (ExportFormat::GeoPackage, "c/d/out.gpkg")] {
        assert!(city.export(format, name).0.is_file(), "{name}");
    }
}
