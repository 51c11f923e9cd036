//! Surveys that are several files, or a database.

use std::fs;

use super::Desk;
use crate::support::shapefile::{lots, zipped};

/// The lots as a shapefile beside each other.
fn desk(left_out: &str) -> Desk {
    let desk = Desk::new();
    for (name, bytes) in lots() {
        if !name.ends_with(left_out) {
            desk.put(name, bytes);
        }
    }
    desk.put("p.toml", "type = 'parking'\n[columns]\ntotal_spaces = 'capacity'\nobserved_on = 'seen'\n");
    desk
}

const AUDIT: [&str; 8] =
    ["audit", "lots.shp", "--profile", "p.toml", "--standard", "cn-150800-2017", "--format", "json"];

#[test]
fn a_shapefile_without_its_table_is_refused_with_what_to_do() {
    let run = desk(".dbf").run(&AUDIT);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains(".dbf") && run.err.contains("同一文件夹"), "{}", run.err);
}

#[test]
fn a_shapefile_is_read_with_what_lies_beside_it() {
    let json = desk("-").run(&AUDIT).json();
    assert_eq!(json["sheets"][0]["crs"]["name"], "EPSG:4527");
    assert_eq!(json["sheets"][0]["encoding"], "gb18030");
    assert_eq!(json["sheets"][0]["rows"], 2);
}

#[test]
fn a_shapefile_is_another_one_when_a_part_of_it_is() {
    let desk = desk("-");
    desk.put("barrierfree.toml", "");
    let import = ["import", "lots.shp", "--profile", "p.toml", "--accept"];
    assert_eq!(desk.run(&import).code, Some(0));
    assert!(desk.run(&import).err.contains("已在"), "the same once more");
    let table = fs::read(desk.path("lots.dbf")).expect("the table");
    let text = String::from_utf8_lossy(&table).replace("51", "52");
    assert!(text.contains("52"));
    let at = table.windows(2).position(|two| two == b"51").expect("a number");
    let changed = [&table[..at], b"52", &table[at + 2..]].concat();
    desk.put("lots.dbf", changed);
    assert!(!desk.run(&import).err.contains("已在"));
    desk.put("lots.zip", zipped(&lots()));
    assert_eq!(desk.run(&["import", "lots.zip", "--profile", "p.toml"]).code, Some(0));
}

#[test]
fn a_geopackage_is_looked_at_and_left_alone() {
    let desk = desk("-");
    desk.put("barrierfree.toml", "jurisdiction = '150802'\n");
    desk.run(&["import", "lots.shp", "--profile", "p.toml", "--accept"]);
    assert_eq!(desk.run(&["export", "--format", "gpkg", "-o", "out #1%.gpkg"]).code, Some(0));
    let bytes = fs::read(desk.path("out #1%.gpkg")).expect("a GeoPackage");
    let names = |desk: &Desk| fs::read_dir(desk.path("")).expect("a folder").count();
    let before = names(&desk);
    let audit = ["audit", "out #1%.gpkg", "--standard", "cn-150800-2017", "--format", "json"];
    let json = desk.run(&audit).json();
    assert_eq!(
        (&json["sheets"][0]["rows"], &json["sheets"][0]["crs"]["name"]),
        (&2.into(), &"EPSG:4326".into())
    );
    assert_eq!(fs::read(desk.path("out #1%.gpkg")).expect("a GeoPackage"), bytes);
    assert_eq!(names(&desk), before);
    desk.put("out #1%.gpkg-wal", "changes");
    let run = desk.run(&audit);
    assert!(run.code == Some(2) && run.err.contains("-wal"), "{}", run.err);
}
