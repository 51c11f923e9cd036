//! Where facilities are said to be, through a whole audit: batches, shifts, boundaries.

use std::fmt::Write as _;
use std::path::PathBuf;

use barrierfree::geometry::{Coordinates, Crs, LonLat};
use barrierfree::locale::{Language, Locale};
use barrierfree::model::{Adcode, Run, Silence};
use barrierfree::project::{Library, Request, audit};

/// Two counties side by side, of a prefecture without an outline of its own.
const COUNTIES: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"adcode":"999901","name":"甲区","level":"county","parent":"999900"},
     "geometry":{"type":"Polygon","coordinates":[[[116,39],[116.5,39],[116.5,41],[116,41],[116,39]]]}},
    {"type":"Feature","properties":{"adcode":"999902","name":"乙区","level":"county","parent":"999900"},
     "geometry":{"type":"Polygon","coordinates":[[[116.5,39],[117,39],[117,41],[116.5,41],[116.5,39]]]}}]}"#;

struct Files {
    folder: tempfile::TempDir,
    request: Request,
}

impl Files {
    fn new(files: &[(&str, String)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |(name, text): &(&str, String)| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("written");
            path
        };
        let files: Vec<PathBuf> = files.iter().map(write).collect();
        let as_of = Some("2026-11-01".parse().expect("a day"));
        let request =
            Request { files, standards: vec!["cn-gb55019-2021".into()], as_of, ..Request::default() };
        Self { folder, request }
    }

    fn within(mut self, boundaries: &str) -> Self {
        let path = self.folder.path().join("boundaries.geojson");
        std::fs::write(&path, boundaries).expect("written");
        self.request.boundaries = Some(path);
        self.request.all_findings = true;
        self
    }

    fn run(&self) -> Run {
        let library = Library::load(None).expect("the library");
        audit(&self.request, &library, &())
            .unwrap_or_else(|error| panic!("{}", error.say(&Locale::new(Language::En))))
    }
}

/// What is said about positions, in English, with the file's name.
fn said(run: &Run) -> Vec<String> {
    let locale = Locale::new(Language::En);
    let about = [
        "shifted",
        "outside-boundaries",
        "area-disagrees",
        "area-by-position",
        "swapped-axes",
        "metres-as-degrees",
    ];
    let ours = run.diagnostics.iter().filter(|one| about.contains(&one.code.key()));
    ours.map(|one| {
        let file = one.place.file.rsplit('/').next().unwrap_or_default();
        format!("{file}: {} | {}", locale.say(&one.message()), locale.say(&one.remedy()))
            .replace(['\u{2068}', '\u{2069}'], "")
    })
    .collect()
}

/// Twenty car parks of a round, written in a system.
fn round(year: u16, crs: Crs, adcode: bool, around: f64) -> String {
    let mut text = "编号,设施类型,名称,总车位数,调查日期,经度,纬度,行政区划代码\n".to_owned();
    for number in 0..20_u32 {
        let (east, north) = (f64::from(number * 7 % 20) / 200.0, f64::from(number * 3 % 20) / 200.0);
        let place = LonLat { longitude: around + east, latitude: 39.9 + north };
        let Some(Coordinates::Degrees(written)) = crs.transform().of_wgs84(place) else { panic!("degrees") };
        let code = if adcode { "999901" } else { "" };
        let (longitude, latitude) = (written.longitude, written.latitude);
        writeln!(
            text,
            "P{number},停车场,停车场{number},{},{year}-05-01,{longitude:.6},{latitude:.6},{code}",
            50 + number
        )
        .expect("text");
    }
    text
}

#[test]
fn gcj02_declared_as_wgs84_is_told_by_the_earlier_round_and_changes_nothing() {
    let files = [
        ("parking-2025.csv", round(2025, Crs::WGS84, false, 116.3)),
        ("parking-2026.csv", round(2026, Crs::GCJ02, false, 116.3)),
    ];
    let run = Files::new(&files).run();
    let said = said(&run);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("parking-2026.csv: the positions are all shifted by 5"), "{}", said[0]);
    for part in [
        "parking-2025.csv",
        "20 facilities",
        "read as EPSG:4326 and is probably GCJ-02",
        "No position was changed",
    ] {
        assert!(said[0].contains(part), "{part}: {}", said[0]);
    }
    // Without ids they are the same facilities by their names.
    let nameless = files.map(|(file, text)| (file, text.replace("编号", "备注")));
    assert_eq!(said_of(&nameless).len(), 1);
    let agreeing = [
        ("parking-2025.csv", round(2025, Crs::WGS84, false, 116.3)),
        ("parking-2026.csv", round(2026, Crs::WGS84, false, 116.3)),
    ];
    assert_eq!(said_of(&agreeing), Vec::<String>::new());
}

fn said_of(files: &[(&str, String)]) -> Vec<String> {
    said(&Files::new(files).run())
}

#[test]
fn the_same_batch_is_told_by_the_areas_recorded_of_it() {
    // Along the western border, which GCJ-02 moves to the east by 530 metres: out of 甲区 into 乙区.
    let mut text = "编号,名称,总车位数,调查日期,经度,纬度,行政区划代码\n".to_owned();
    for number in 0..20_u32 {
        let place = LonLat { longitude: 116.498, latitude: 39.5 + f64::from(number) / 20.0 };
        let Some(Coordinates::Degrees(written)) = Crs::GCJ02.transform().of_wgs84(place) else {
            panic!("degrees")
        };
        let (longitude, latitude) = (written.longitude, written.latitude);
        writeln!(text, "P{number},停车场{number},60,2026-05-01,{longitude:.6},{latitude:.6},999901")
            .expect("text");
    }
    let run = Files::new(&[("parking.csv", text)]).within(COUNTIES).run();
    let said = said(&run);
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said[0].contains("read as GCJ-02, those outside their area fall from 20 to 0"), "{}", said[0]);
    assert!(
        said[1].contains(
            "20 facilities are recorded in 999901 and lie in 999902 (乙区), such as rows 2, 3, 4, 5, 6"
        ),
        "{}",
        said[1]
    );
    let place = run.findings.first().and_then(|finding| finding.subject.jurisdiction.clone());
    assert_eq!(place.as_ref().map(Adcode::as_str), Some("999901"), "what is recorded counts");
}

#[test]
fn facilities_are_placed_by_position_and_refined_below_what_is_recorded() {
    let text = "编号,名称,总车位数,调查日期,经度,纬度,行政区划代码\n\
                A,甲,60,2026-05-01,116.2,40.0,\n\
                B,乙,60,2026-05-01,116.8,40.0,999900\n\
                C,丙,60,2026-05-01,116.5,40.0,999902\n\
                D,丁,60,2026-05-01,118.0,40.0,999902\n\
                E,戊,60,2026-05-01,,,999902\n\
                F,己,60,2026-05-01,118.5,40.0,\n\
                G,庚,60,2026-05-01,40.0,116.2,\n\
                H,辛,60,2026-05-01,116.5,40.1,\n";
    let run = Files::new(&[("parking.csv", text.to_owned())]).within(COUNTIES).run();
    let mut areas: Vec<String> = Vec::new();
    for finding in &run.findings {
        let area = finding.subject.jurisdiction.as_ref().map_or("-", |code| code.as_str());
        areas.push(format!("{} {area}", finding.subject.id));
    }
    areas.sort();
    areas.dedup();
    let expected =
        ["A 999901", "B 999902", "C 999902", "D 999902", "E 999902", "F -", "G 999901", "H 999901"];
    assert_eq!(areas, expected, "on the border the lowest code, unless the other is recorded");
    let said = said(&run);
    let starts = [
        "parking.csv: 2 facilities lie in no area of the boundaries, such as rows 5, 7",
        "parking.csv: 4 facilities were placed in their areas by their positions",
        "parking.csv: longitude and latitude (or east and north) are swapped in “40, 116.2”",
    ];
    for start in starts {
        assert!(said.iter().any(|said| said.starts_with(start)), "{start}: {said:#?}");
    }
    assert_eq!(said.len(), starts.len());
}

#[test]
fn metres_declared_as_degrees_are_no_places() {
    let text = "编号,名称,总车位数,调查日期,经度,纬度\n\
                A,甲,60,2026-05-01,320704,5812834\nB,乙,60,2026-05-01,321704,5813834\n";
    let run = Files::new(&[("parking.csv", text.to_owned())]).run();
    let said = said(&run);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].contains("all 2 rows are in metres") && said[0].contains("EPSG:28355"), "{}", said[0]);
    assert!(run.findings.iter().all(|finding| finding.subject.position.is_none()));
}

#[test]
fn boundaries_that_cross_themselves_start_no_run() {
    let bow = COUNTIES
        .replace("[116,39],[116.5,39],[116.5,41],[116,41]", "[116,39],[116.5,41],[116.5,39],[116,41]");
    let files = Files::new(&[("parking.csv", round(2026, Crs::WGS84, true, 116.3))]).within(&bow);
    let library = Library::load(None).expect("the library");
    let failure =
        audit(&files.request, &library, &()).expect_err("a refusal").say(&Locale::new(Language::Zh));
    assert!(failure.contains("甲区 999901") && failure.contains("自相交"), "{failure}");
}

#[test]
fn what_holds_in_an_area_binds_who_is_placed_there_by_position() {
    let text = "编号,名称,性质,总车位数,无障碍车位数,调查日期,经度,纬度\n\
                A,甲,公共停车场,60,0,2026-05-01,116.2,40.0\n\
                B,乙,公共停车场,60,0,2026-05-01,118.2,40.0\n";
    let ours = COUNTIES.replace("999901", "150802").replace("999900", "150800");
    let mut files = Files::new(&[("parking.csv", text.to_owned())]).within(&ours);
    files.request.standards = vec!["cn-150800-2017".into()];
    files.request.auto = true;
    let run = files.run();
    let bound = |id: &str| {
        let own = run.findings.iter().filter(|one| one.subject.id.as_str() == id);
        own.filter(|one| one.silence != Some(Silence::OutOfScope)).count()
    };
    assert!(bound("A") > 0, "it lies in a county of the city");
    assert_eq!(bound("B"), 0, "it lies nowhere");
    let counted = run.tallies.iter().find(|tally| tally.duty.id.as_str() == "BYN-39").expect("a tally");
    assert_eq!((counted.bound, counted.outcomes.untested), (1, 1));
}

#[test]
fn an_area_may_be_written_by_its_full_name() {
    let text = "编号,名称,总车位数,调查日期,行政区划代码\n\
                A,甲,60,2026-05-01,临河区\nB,乙,60,2026-05-01,临河\nC,丙,60,2026-05-01,Linhe District\n";
    let mut files = Files::new(&[("parking.csv", text.to_owned())]);
    files.request.all_findings = true;
    let run = files.run();
    let place = |id: &str| {
        let own = run.findings.iter().find(|one| one.subject.id.as_str() == id).expect("a finding");
        own.subject.jurisdiction.as_ref().map(ToString::to_string)
    };
    assert_eq!(place("A").as_deref(), Some("150802"));
    assert_eq!(place("C").as_deref(), Some("150802"));
    assert_eq!(place("B"), None, "half a name is none");
    let codes: Vec<String> = run.diagnostics.iter().map(|one| one.code.key().to_owned()).collect();
    assert_eq!(codes.iter().filter(|code| *code == "not-an-adcode").count(), 1, "{codes:?}");
}
