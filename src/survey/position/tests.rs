use std::sync::Arc;

use crate::diagnostic::Place;
use crate::geometry::{Coordinates, Crs, LonLat};
use crate::locale::{Language, Locale};
use crate::model::{DeclaredBy, MappedBy, SheetUse};
use crate::survey::profile::Profile;
use crate::survey::testing::{Kept, catalogue, map, rows};

const PARKING: &str = "type = \"parking\"\nobserved_on = 2024-05-01\n";

fn read(profile: &str, text: &str) -> (Kept, SheetUse) {
    let catalogue = catalogue();
    let profile = Profile::parse(profile, &catalogue).unwrap_or_else(|error| panic!("{error}"));
    let place = Place { file: Arc::from("调查.csv"), ..Place::default() };
    map(&catalogue, &profile, &place, &rows(text, b','))
}

fn check(profile: &str, text: &str, records: &[&str], said: &[&str]) {
    let (kept, _) = read(profile, text);
    assert_eq!(kept.told(&catalogue()), records);
    assert_eq!(kept.said(), said);
}

#[test]
fn degrees_may_have_minutes_and_letters() {
    let text =
        "名称,经度,纬度\nA,116°23′29″E,39°54′25″N\nB,１１６.4°,北纬39.9度\nC,N39.9,E116.4\nD,E116.4,E39.9\n";
    let (kept, _) = read(PARKING, text);
    let places: Vec<_> = kept.records.iter().map(|record| record.position).collect();
    let dms = |[degrees, minutes, seconds]: [f64; 3]| degrees + minutes / 60.0 + seconds / 3600.0;
    let first = (dms([116.0, 23.0, 29.0]), dms([39.0, 54.0, 25.0]));
    assert_eq!(places, [Some(first), Some((116.4, 39.9)), Some((116.4, 39.9)), None]);
    assert_eq!(kept.said(), ["bad-position@5/经度=E116.4, E39.9", "swapped-axes@4/经度=39.9, 116.4"]);
}

#[test]
fn a_header_that_names_the_reference_system_is_believed_and_said() {
    let text = "名称,经度（GCJ-02）,纬度（GCJ-02）\nA,116.397240959,39.908401109\n";
    let (kept, used) = read(PARKING, text);
    let Some((east, north)) = kept.records[0].position else { panic!("a position") };
    assert!((east - 116.391).abs() < 1e-7 && (north - 39.907).abs() < 1e-7, "{east} {north}");
    let written = LonLat { longitude: 116.397_240_959, latitude: 39.908_401_109 };
    assert_eq!(kept.records[0].written, Some(Coordinates::Degrees(written)), "the figures stay");
    assert_eq!(kept.tables[0].crs, Some(Crs::GCJ02));
    assert_eq!(kept.said(), ["crs-by-header=经度（GCJ-02）"]);
    let crs = used.crs.expect("a reference system");
    assert_eq!((&*crs.name, crs.converted, crs.by), ("GCJ-02", true, DeclaredBy::Header));
    let old = "名称,经度（北京54）,纬度\nA,116.4,39.9\n";
    check(PARKING, old, &["2 parking 2024-05-01 name=A"], &["crs-not-converted=经度（北京54）"]);
}

#[test]
fn rows_may_name_their_reference_system() {
    let text = "名称,经度,纬度,坐标系\nA,116.391,39.907,WGS84\nB,116.397240959,39.908401109,火星坐标\n\
                C,116.391,39.907,\nD,116.391,39.907,地方坐标系\nE,116.391,39.907,北京54\nF,116.391,39.907,4490\n";
    let (kept, used) = read(PARKING, text);
    let near = |(east, north): (f64, f64)| (east - 116.391).abs() < 1e-7 && (north - 39.907).abs() < 1e-7;
    let places: Vec<_> = kept.records.iter().map(|record| record.position.map(near)).collect();
    assert_eq!(places, [Some(true), Some(true), Some(true), None, None, Some(true)]);
    let systems: Vec<_> =
        kept.records.iter().map(|record| kept.tables[record.origin.table as usize].crs).collect();
    let (wgs, gcj) = (Some(Crs::WGS84), Some(Crs::GCJ02));
    assert_eq!(systems, [wgs, gcj, wgs, None, None, Some(Crs::CGCS2000)], "the record keeps its own");
    assert_eq!(kept.said(), ["crs-not-converted=地方坐标系", "crs-not-converted=北京54"]);
    let crs = used.crs.expect("reference systems");
    assert_eq!((&*crs.name, crs.by), ("EPSG:4326, GCJ-02, EPSG:4490", DeclaredBy::Column));
    assert_eq!(used.columns[3].by, MappedBy::Alias, "the column is not left out");
}

#[test]
fn a_profile_names_the_column_of_reference_systems_or_the_system_of_a_sheet() {
    let text =
        "名称,经度,纬度,坐标系,来源\nA,116.397240959,39.908401109,WGS84,高德\nB,116.391,39.907,GCJ-02,\n";
    let system = |profile: &str| -> Vec<_> {
        let (kept, _) = read(&format!("{PARKING}{profile}"), text);
        kept.records.iter().map(|record| kept.tables[record.origin.table as usize].crs).collect()
    };
    let (wgs, gcj) = (Some(Crs::WGS84), Some(Crs::GCJ02));
    assert_eq!(system("position = { crs_column = \"来源\", crs = \"WGS84\" }"), [gcj, wgs]);
    assert_eq!(system("position = { crs = \"WGS84\" }"), [wgs, wgs], "the profile outranks the column");
    assert_eq!(system("[[sheet]]\ncrs = \"GCJ-02\"\n"), [gcj, gcj]);
}

#[test]
fn projected_coordinates_are_read_by_the_declared_system() {
    let profile = |columns: &str| format!("{PARKING}position = {{ {columns}crs = \"EPSG:4548\" }}");
    let text = "名称,东,北\nA,448438,4418590\nB,116.4,39.9\nC,39448438,4418590\nD,0,0\nE,448438,\n";
    let (kept, _) = read(&profile("east = \"东\", north = \"北\", "), text);
    let places: Vec<_> = kept.records.iter().map(|record| record.position.is_some()).collect();
    assert_eq!(places, [true, false, false, false, false]);
    let said = [
        "bad-position@5/东=0, 0",
        "bad-position@6/东=448438, ",
        "degrees-as-metres@3/东=116.4, 39.9",
        "outside-crs@4/东=39448438, 4418590",
    ];
    assert_eq!(kept.said(), said);
    // Surveyors call north X: nothing is wrong with that.
    let text = "名称,X坐标,Y坐标\nA,4418590,448438\nB,4418591,448439\n";
    let (kept, _) = read(&profile(""), text);
    assert!(kept.records.iter().all(|record| record.position.is_some()));
    assert_eq!(kept.said(), ["x-is-north/X坐标=4418590, 448438"]);
    let crosses = "名称,X坐标,Y坐标\nA,×,×\n";
    check(PARKING, crosses, &["2 parking 2024-05-01 name=A"], &[]);
}

#[test]
fn a_batch_of_one_mistake_is_said_once() {
    let swapped = "名称,经度,纬度\nA,39.9,116.4\nB,40.0,116.5\nC,,\n";
    let (kept, _) = read(PARKING, swapped);
    assert_eq!(kept.said(), ["swapped-axes/经度=39.9, 116.4"]);
    assert_eq!(kept.diagnostics[0].args.last(), Some(&("likely".into(), "none".to_owned())));
    let melbourne = "名称,经度,纬度\nA,320704,5812834\nB,321704,5813834\n";
    let (kept, _) = read(PARKING, melbourne);
    assert_eq!(kept.said(), ["metres-as-degrees/经度=320704, 5812834"]);
    assert!(kept.records.iter().all(|record| record.position.is_none()));
    let told = |kept: &Kept| Locale::new(Language::Zh).say(&kept.diagnostics[0].remedy());
    assert!(told(&kept).contains("没有带号"), "{}", told(&kept));
    let zone = "名称,X坐标,Y坐标\nA,4418590,39448438\nB,4418591,39448439\n";
    let (kept, _) = read(PARKING, zone);
    assert!(told(&kept).contains("crs = \"EPSG:4527\""), "{}", told(&kept));
}
