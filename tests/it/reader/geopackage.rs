//! `GeoPackages` from anybody: what is in them is read, and nothing in them is run.

use barrierfree::geopackage::{self, Layer};
use barrierfree::survey::reader::{self, Book, Foreign, GeometryFault, Given, Hints, ReadError};
use rusqlite::{Connection, ToSql};

use super::{plain, rows};

/// Where a lot lies, and its values.
type LotRow<'v> = (Option<(f64, f64)>, [&'v dyn ToSql; 3]);

/// With changes before the triggers are there, which need functions `SQLite` has not, and after.
fn database(before: &str, after: &str) -> Connection {
    let db = Connection::open_in_memory().expect("a database");
    geopackage::create(&db).expect("a GeoPackage");
    let columns = [("名称", "TEXT"), ("total", "INTEGER"), ("marked", "BOOLEAN")];
    let columns = columns.map(|(name, kind)| (name.to_owned(), kind));
    let mut layer = Layer::create(&db, "lots", &columns).expect("a layer");
    let rows: [LotRow<'_>; 3] = [
        (Some((107.4, 40.75)), [&"甲", &51, &true]),
        (None, [&"乙", &"14-17", &None::<bool>]),
        (Some((107.5, 40.75)), [&i64::MAX, &0.5, &vec![0_u8; 3]]),
    ];
    for (fid, (place, values)) in (7..).zip(rows) {
        layer.add(fid, place, &values).expect("a row");
    }
    db.execute_batch(before).expect(before);
    layer.finish("停车场", "2026-05-01T00:00:00.000Z", std::iter::empty()).expect("the rest");
    db.execute_batch(after).expect(after);
    db
}

fn open(db: Connection) -> Result<Book<'static>, ReadError> {
    reader::open("a.gpkg", Given::Database(db), &Hints::default())
}

#[test]
fn another_database_is_no_geopackage() {
    let db = Connection::open_in_memory().expect("a database");
    db.execute_batch("CREATE TABLE lots (name TEXT)").expect("a table");
    assert!(matches!(open(db), Err(ReadError::NotATable { what: Foreign::GeoPackage })));
}

#[test]
fn views_virtual_tables_and_computed_columns_are_not_read() {
    let evil = "CREATE VIEW shown AS SELECT zeroblob(1000000000) AS bomb;
        CREATE VIRTUAL TABLE found USING rtree(id, a, b);
        CREATE TABLE made (id INTEGER PRIMARY KEY, x TEXT, y AS (zeroblob(1000000000)) VIRTUAL);
        INSERT INTO made (x) VALUES ('a');
        INSERT INTO gpkg_contents (table_name, data_type) VALUES ('shown', 'attributes'), ('found', 'attributes'), ('made', 'attributes'), ('gone', 'features');";
    let mut book = open(database("", evil)).expect("a GeoPackage");
    let names: Vec<_> = book.sheets().iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    assert_eq!(names, ["lots", "made"]);
    assert_eq!(plain(&rows(&mut book, 1).0), ["0 id|x", "1 =1|a"]);
}

#[test]
fn a_value_beyond_measure_ends_the_layer_and_says_so() {
    let mut book =
        open(database("UPDATE lots SET 名称 = zeroblob(17000000) WHERE fid = 8", "")).expect("opened");
    let (read, outcome) = rows(&mut book, 0);
    assert_eq!(read.len(), 2);
    assert!(matches!(outcome, Err(ReadError::Damaged { part, .. }) if part == "lots"));
}

#[test]
fn rows_have_the_numbers_of_the_layer_and_lie_where_they_are_drawn() {
    let mut book = open(database("UPDATE lots SET geom = x'4750' WHERE fid = 9", "")).expect("a GeoPackage");
    assert_eq!(
        (book.draws(0), book.crs(0).as_deref(), book.header_row()),
        (true, Some("EPSG:4326"), Some(0))
    );
    let (read, outcome) = rows(&mut book, 0);
    outcome.expect("all rows");
    let due = [
        "0 fid|名称|total|marked",
        "7 =7|甲|=51|=true",
        "8 =8|乙|14-17|",
        "9 =9|9223372036854775807|=0.5|!blob",
    ];
    assert_eq!(plain(&read), due);
    assert_eq!(read[1].place.and_then(|place| place.at), Some((107.4, 40.75)));
    assert_eq!(read[2].place, None);
    assert_eq!(read[3].place.and_then(|place| place.fault), Some(GeometryFault::NotANumber));
}
