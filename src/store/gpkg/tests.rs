//! What only the inventory in a file has to do.

use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::store::testing::all_of_the_suite;

/// A folder with an inventory in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("inventory.gpkg")
    }

    fn open(&self) -> Box<dyn Store> {
        // The lock is held once; another process is another connection without it.
        let db = Gpkg::write(&self.path(), Timestamp::UNIX_EPOCH).expect("a store").db;
        Box::new(Gpkg { db, _lock: None })
    }

    fn files(&self) -> Vec<String> {
        let all = std::fs::read_dir(self.0.path()).expect("a folder");
        let mut names: Vec<_> =
            all.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

all_of_the_suite!(Some(Desk::new()));

#[test]
fn it_is_a_geopackage_of_version_1_3() {
    let desk = Desk::new();
    drop(desk.open());
    let bytes = std::fs::read(desk.path()).expect("a file");
    assert_eq!(&bytes[..15], b"SQLite format 3");
    assert_eq!(&bytes[60..64], 10300_u32.to_be_bytes(), "user_version");
    assert_eq!(&bytes[68..72], b"GPKG");
}

#[test]
fn one_writes_at_a_time_and_anybody_may_look() {
    let desk = Desk::new();
    let writer = Gpkg::write(&desk.path(), Timestamp::UNIX_EPOCH).expect("a store");
    let second = Gpkg::write(&desk.path(), Timestamp::UNIX_EPOCH);
    assert!(matches!(second, Err(StoreError::Busy)), "{second:?}");
    assert_eq!(
        Gpkg::read(&desk.path(), Timestamp::UNIX_EPOCH).expect("a store").surveys().expect("none"),
        []
    );
    drop(writer);
    Gpkg::write(&desk.path(), Timestamp::UNIX_EPOCH).expect("the lock is gone");
}

#[test]
fn what_is_newer_missing_or_something_else_is_left_alone() {
    let desk = Desk::new();
    let look = || Gpkg::read(&desk.path(), Timestamp::UNIX_EPOCH);
    assert!(matches!(look(), Err(StoreError::Missing)));
    assert_eq!(desk.files(), Vec::<String>::new(), "looking makes nothing");
    drop(desk.open());
    let db = Connection::open(desk.path()).expect("a database");
    db.execute("UPDATE inventory_schema SET version = version + 1", []).expect("a newer one");
    assert!(
        matches!(look(), Err(StoreError::Newer { found, known: migrate::NEWEST }) if found > migrate::NEWEST)
    );
    assert!(matches!(Gpkg::write(&desk.path(), Timestamp::UNIX_EPOCH), Err(StoreError::Newer { .. })));
    db.execute("DROP TABLE inventory_schema", []).expect("something else");
    assert!(matches!(look(), Err(StoreError::Foreign)));
    drop(db);
    std::fs::write(desk.path(), "设施编号,名称\n".repeat(100)).expect("a file");
    assert!(matches!(look(), Err(StoreError::Foreign)));
}

#[test]
fn an_older_one_is_brought_up_to_date_and_kept_as_it_was() {
    let desk = Desk::new();
    drop(desk.open());
    let mut db = connect(&desk.path()).expect("a database");
    let next = "UPDATE inventory_schema SET version = version + 1; ALTER TABLE survey ADD COLUMN title TEXT;";
    let all = [migrate::MIGRATIONS, &[next]].concat();
    migrate::run(&mut db, &desk.path(), Timestamp::UNIX_EPOCH, &all).expect("up to date");
    db.query_row("SELECT count(title) FROM survey", [], |_| Ok(())).expect("the new column");
    let backup = desk
        .path()
        .with_file_name(format!("inventory.gpkg.schema-{}.19700101T000000Z.backup", migrate::NEWEST));
    let mut kept = Gpkg::read(&backup, Timestamp::UNIX_EPOCH).expect("the backup");
    assert_eq!(kept.surveys().expect("no surveys"), []);
    let broken = [migrate::MIGRATIONS, &[next, "NO SQL"]].concat();
    assert!(migrate::run(&mut db, &desk.path(), Timestamp::UNIX_EPOCH, &broken).is_err());
}

#[test]
fn a_full_disk_takes_nothing_and_says_so() {
    let desk = Desk::new();
    drop(desk.open());
    let db = connect(&desk.path()).expect("a database");
    let pages: u32 = db.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("a count");
    db.pragma_update(None, "max_page_count", pages).expect("no room for more");
    let mut store = Gpkg { db, _lock: None };
    let files = (0..200).map(|number| (format!("{number}.csv").into(), "hash".into())).collect();
    let wanted = NewSurvey { files, fingerprint: "f".into(), begun: Timestamp::UNIX_EPOCH, replaces: None };
    let full = store.stage(&wanted);
    assert!(
        matches!(&full, Err(StoreError::File(why)) if why.kind() == std::io::ErrorKind::StorageFull),
        "{full:?}"
    );
    let left: u32 = store.db.query_row("SELECT count(*) FROM survey", [], |row| row.get(0)).expect("a count");
    assert_eq!(left, 0);
}

#[test]
fn an_inventory_of_the_first_form_is_read_and_what_it_was_is_kept() {
    let desk = Desk::new();
    let mut db = connect(&desk.path()).expect("a database");
    let first = &migrate::MIGRATIONS[..1];
    migrate::run(&mut db, &desk.path(), Timestamp::UNIX_EPOCH, first).expect("the first form");
    db.execute_batch(
        "INSERT INTO survey VALUES (1, '2026-05-01T00:00:00Z', 'f', NULL, FALSE);
         INSERT INTO survey_event VALUES (1, 0, '2026-05-01T00:00:00Z', 'draft', '[]', NULL);",
    )
    .expect("a survey");
    drop(db);
    let mut store = Gpkg::read(&desk.path(), Timestamp::UNIX_EPOCH).expect("brought up to date");
    assert_eq!(store.surveys().expect("surveys").len(), 1);
    assert_eq!(store.photos(SurveyId(1)).expect("photos"), []);
    assert_eq!(store.decisions().expect("decisions"), []);
    assert!(desk.files().contains(&"inventory.gpkg.schema-1.19700101T000000Z.backup".to_owned()));
}
