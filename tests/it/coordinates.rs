//! Coordinates against PROJ and against an independent implementation of the Chinese shifts.
//!
//! The vectors are committed with the scripts that made them; where a script
//! has what it needs, it is run again and has to say the same.

use std::path::{Path, PathBuf};
use std::process::Command;

use barrierfree::geometry::{Coordinates, Crs, EastNorth, LonLat};

/// A millimetre, in metres and in degrees of latitude.
const MILLIMETRE: f64 = 0.001;
const MILLIMETRE_IN_DEGREES: f64 = 9e-9;

#[test]
fn projections_agree_with_proj_to_a_millimetre() {
    let mut codes = std::collections::BTreeSet::new();
    for row in rows("projections.csv") {
        let [code, longitude, latitude, east, north] = row[..] else { panic!("five columns: {row:?}") };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a code in a column")]
        let crs = Crs::of_code(code as u32).expect("a known code");
        let (place, written) = (LonLat { longitude, latitude }, EastNorth { east, north });
        let transform = crs.transform();
        let Some(Coordinates::Metres(ours)) = transform.of_wgs84(place) else { panic!("{crs} at {place:?}") };
        assert!(ours.minus(written).length() < MILLIMETRE, "{crs} at {place:?}: {ours:?}, PROJ {written:?}");
        let back = transform.to_wgs84(Coordinates::Metres(written)).expect("a place");
        assert!(place.offset_to(back).length() < MILLIMETRE, "{crs} from {written:?}: {back:?}");
        codes.insert(crs);
    }
    assert_eq!(codes.len(), 64 + 15);
    println!("{} systems agree with PROJ", codes.len());
}

#[test]
fn the_shifts_agree_with_another_implementation() {
    for row in rows("shifts.csv") {
        let [longitude, latitude, gcj_longitude, gcj_latitude, bd_longitude, bd_latitude] = row[..] else {
            panic!("six columns: {row:?}")
        };
        let place = LonLat { longitude, latitude };
        for (crs, longitude, latitude) in
            [(Crs::GCJ02, gcj_longitude, gcj_latitude), (Crs::BD09, bd_longitude, bd_latitude)]
        {
            let shifted = LonLat { longitude, latitude };
            let transform = crs.transform();
            let Some(Coordinates::Degrees(ours)) = transform.of_wgs84(place) else { panic!("{place:?}") };
            assert!(near(ours, shifted), "{crs} of {place:?}: {ours:?}, not {shifted:?}");
            let back = transform.to_wgs84(Coordinates::Degrees(shifted)).expect("a place");
            assert!(place.offset_to(back).length() < 0.01, "{crs} of {shifted:?}: {back:?}");
        }
    }
}

#[test]
fn the_projections_are_what_pyproj_writes() {
    let installed = vectors().join("venv/bin/python");
    let python = if installed.exists() { installed } else { "python3".into() };
    let python = std::env::var_os("BARRIERFREE_TEST_PYTHON").map_or(python, Into::into);
    if !speaks(Command::new(&python).args(["-c", "import pyproj"])) {
        println!("left out: pyproj is not installed (tests/setup does it) to make the vectors again");
        return;
    }
    made_again(Command::new(&python).arg(vectors().join("projections.py")), "projections.csv");
}

#[test]
fn the_shifts_are_what_gcoord_writes() {
    let installed = vectors().join("../e2e/node_modules/gcoord").exists();
    if !installed || !speaks(Command::new("node").arg("--version")) {
        println!("left out: gcoord is not installed (tests/setup does it) to make the vectors again");
        return;
    }
    made_again(Command::new("node").arg(vectors().join("shifts.mjs")), "shifts.csv");
}

fn speaks(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn made_again(script: &mut Command, file: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(speaks(script.arg(folder.path())), "{script:?}");
    let read = |folder: &Path| std::fs::read_to_string(folder.join(file)).expect(file);
    assert_eq!(read(folder.path()), read(&vectors()), "{file}");
}

fn near(one: LonLat, other: LonLat) -> bool {
    (one.longitude - other.longitude).abs() < MILLIMETRE_IN_DEGREES
        && (one.latitude - other.latitude).abs() < MILLIMETRE_IN_DEGREES
}

fn rows(file: &str) -> Vec<Vec<f64>> {
    let text = std::fs::read_to_string(vectors().join(file)).expect("the vectors");
    let row = |line: &str| line.split(',').map(|cell| cell.parse().expect("a number")).collect();
    text.lines().skip(1).map(row).collect()
}

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/coordinates")
}
