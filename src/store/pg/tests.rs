//! What only the inventory on a server has to do.

#[path = "../../../tests/support/server.rs"]
mod server;

use server::Database;

use super::*;
use crate::store::testing::all_of_the_suite;
use crate::store::{State, content_hash};

impl Database {
    fn open(&self) -> Box<dyn Store> {
        // The lock is held once; another process is another connection without it.
        let store = self.write().expect("a store");
        let held = store.writer.as_ref().expect("the connection that writes");
        let given_back = held.batch_execute("SELECT pg_advisory_unlock_all()");
        store.runtime.block_on(given_back).expect("no lock");
        Box::new(store)
    }

    fn write(&self) -> Result<Postgres, StoreError> {
        Postgres::write(&self.url(), Timestamp::UNIX_EPOCH)
    }

    fn read(&self) -> Result<Postgres, StoreError> {
        Postgres::read(&self.url(), Timestamp::UNIX_EPOCH)
    }
}

all_of_the_suite!(Database::new());

fn wanted(files: u32) -> NewSurvey {
    let file = |number| (format!("{number}.csv").into(), "hash".into());
    NewSurvey {
        files: (0..files).map(file).collect(),
        fingerprint: "f".into(),
        begun: Timestamp::UNIX_EPOCH,
        replaces: None,
    }
}

fn row(number: u32) -> Row {
    Row {
        number,
        table: 0,
        row: number + 2,
        facility: Some("P\0\u{FFFE}1".into()),
        observed_on: Some(jiff::civil::date(-9000, 1, 1)),
        known_at: Some(Timestamp::MAX),
        position: Some((-0.0, 1e-300)),
        packed: vec![0; 100],
    }
}

fn read(store: &mut Postgres, source: SourceId) -> Vec<Row> {
    let mut found = Vec::new();
    store.rows(source, &mut |row| found.push(row)).expect("rows");
    found
}

#[test]
fn what_a_server_does_not_take_comes_back_all_the_same() {
    let Some(database) = Database::new() else { return };
    let mut store = database.write().expect("a store");
    let source = store.stage(&wanted(1)).expect("a survey").sources[0].0;
    store.append(source, &[], &[row(0)]).expect("a row");
    assert_eq!(read(&mut store, source), [row(0)]);
}

#[test]
fn one_writes_at_a_time_and_anybody_may_look() {
    let Some(database) = Database::new() else { return };
    let mut writer = database.write().expect("a store");
    writer.stage(&wanted(1)).expect("a survey");
    assert_eq!(database.read().expect("a store").surveys().expect("none"), []);
    let second = database.write();
    assert!(matches!(second, Err(StoreError::Busy)), "{second:?}");
    drop(writer);
    database.write().expect("the lock is gone");
}

#[test]
fn what_is_newer_missing_or_something_else_is_left_alone() {
    let Some(database) = Database::new() else { return };
    assert!(matches!(database.read(), Err(StoreError::Missing)));
    assert_eq!(database.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'barrierfree'"), "0");
    drop(database.write().expect("a store"));
    database.sql("UPDATE barrierfree.inventory_schema SET version = version + 1");
    assert!(matches!(database.read(), Err(StoreError::Newer { .. })));
    assert!(matches!(database.write(), Err(StoreError::Newer { .. })));
    database.sql("DROP TABLE barrierfree.inventory_schema");
    assert!(matches!(database.read(), Err(StoreError::Foreign)));
    assert!(matches!(database.write(), Err(StoreError::Foreign)));
}

#[test]
fn an_older_one_is_brought_up_to_date_and_kept_as_it_was() {
    let Some(database) = Database::new() else { return };
    let mut store = database.write().expect("a store");
    let staged = store.stage(&wanted(1)).expect("a survey");
    store.append(staged.sources[0].0, &[], &[row(0)]).expect("a row");
    let next = "UPDATE barrierfree.inventory_schema SET version = 99; \
                ALTER TABLE barrierfree.survey ADD COLUMN title text;";
    let broken = [migrate::MIGRATIONS, &[next, "NO SQL"]].concat();
    let run = |store: &mut Postgres, all: &[&str]| {
        store.change(async |db| migrate::run(db, Timestamp::UNIX_EPOCH, all).await)
    };
    assert!(run(&mut store, &broken).is_err());
    assert_eq!(database.sql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'barrierfree_%'"), "0");
    run(&mut store, &[migrate::MIGRATIONS, &[next]].concat()).expect("up to date");
    assert_eq!(database.sql("SELECT count(*), count(title) FROM barrierfree.survey"), "1|0");
    let kept = format!("barrierfree_schema_{}_19700101t000000z", migrate::NEWEST);
    assert_eq!(
        database.sql(&format!("SELECT version FROM {kept}.inventory_schema")),
        migrate::NEWEST.to_string()
    );
    assert_eq!(database.sql(&format!("SELECT count(*) FROM {kept}.observation")), "1");
}

#[test]
fn a_database_without_postgis_is_given_it_or_says_so() {
    let Some(database) = Database::plain() else { return };
    database
        .sql(&format!("GRANT CREATE ON DATABASE {} TO reader", database.sql("SELECT current_database()")));
    let refused = Postgres::write(&database.url_of("reader"), Timestamp::UNIX_EPOCH);
    assert!(matches!(refused, Err(StoreError::NoPostgis(_))), "{refused:?}");
    assert_eq!(database.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'barrierfree'"), "0");
    database.sql("CREATE SCHEMA gis");
    database.sql("CREATE EXTENSION postgis SCHEMA gis");
    drop(database.write().expect("a store where PostGIS lies elsewhere"));
}

#[test]
fn who_may_only_look_looks_and_is_told_when_writing() {
    let Some(database) = Database::new() else { return };
    drop(database.write().expect("a store"));
    let url = database.url_of("reader");
    let refused = |store: Result<Postgres, StoreError>| {
        assert!(matches!(store, Err(StoreError::Denied(_))), "{store:?}");
    };
    refused(Postgres::read(&url, Timestamp::UNIX_EPOCH));
    database.sql("GRANT USAGE ON SCHEMA barrierfree TO reader");
    database.sql("GRANT SELECT ON ALL TABLES IN SCHEMA barrierfree TO reader");
    let mut store = Postgres::read(&url, Timestamp::UNIX_EPOCH).expect("a store to look at");
    assert_eq!(store.surveys().expect("surveys"), []);
    let mut store = Postgres::write(&url, Timestamp::UNIX_EPOCH).expect("a connection");
    assert!(matches!(store.stage(&wanted(1)), Err(StoreError::Denied(_))));
}

#[test]
fn a_wrong_password_a_wrong_name_and_a_server_that_is_away_are_told_apart() {
    let Some(database) = Database::new() else { return };
    let open = |url: &str| Postgres::write(url, Timestamp::UNIX_EPOCH);
    let wrong = open(&database.url_of("locked:wrong"));
    assert!(matches!(&wrong, Err(StoreError::Denied(why)) if why.contains("locked")), "{wrong:?}");
    let right = open(&database.url_of("locked:s3cret"));
    assert!(matches!(&right, Err(StoreError::Denied(why)) if why.contains("database")), "{right:?}");
    let nowhere = open(&(database.url() + "x"));
    assert!(
        matches!(&nowhere, Err(StoreError::Denied(why)) if why.contains("does not exist")),
        "{nowhere:?}"
    );
    for url in ["postgresql://postgres@%2Fnowhere/city", "postgresql://postgres@127.0.0.1:1/city"] {
        let away = open(url);
        assert!(matches!(away, Err(StoreError::Away(_))), "{away:?}");
    }
    let encrypted = open(&(database.url() + "?sslmode=require"));
    assert!(matches!(encrypted, Err(StoreError::NoEncryption)), "{encrypted:?}");
}

/// Has the server do something whenever a batch with the row of that number comes in.
fn at_row(database: &Database, row: u32, what: &str) {
    database.sql(&format!(
        "CREATE FUNCTION public.meddle() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN IF NEW.source_row = {row} THEN {what}; END IF; RETURN NEW; END $$"
    ));
    database.sql(
        "CREATE TRIGGER meddle BEFORE INSERT ON barrierfree.observation \
         FOR EACH ROW EXECUTE FUNCTION public.meddle()",
    );
}

/// A batch that the server does not take leaves what was there; what is begun again goes on.
fn a_batch_is_lost(what: &str, is_right: impl Fn(&StoreError) -> bool) {
    let Some(database) = Database::new() else { return };
    let mut store = database.write().expect("a store");
    let source = store.stage(&wanted(1)).expect("a survey").sources[0].0;
    let rows: Vec<Row> = (0..2000).map(row).collect();
    store.append(source, &[], &rows[..1000]).expect("rows");
    at_row(&database, 1500, what);
    let lost = store.append(source, &[], &rows[1000..]).expect_err("no room");
    assert!(is_right(&lost), "{lost:?}");
    drop(store);
    assert_eq!(database.sql("SELECT count(*) FROM barrierfree.observation"), "1000");
    database.sql("DROP TRIGGER meddle ON barrierfree.observation");
    let mut store = database.write().expect("a store");
    let staged = store.stage(&wanted(1)).expect("the same survey");
    assert_eq!(staged.sources, [(source, 1000)]);
    store.append(source, &[], &rows[1000..]).expect("the rest");
    store.promote(staged.survey, &[SourceUse::default()], &[]).expect("a draft");
    assert_eq!(read(&mut store, source), rows);
    assert_eq!(store.surveys().expect("surveys")[0].state(), State::Draft);
    content_hash(&mut store).expect("a hash");
}

#[test]
fn a_full_disk_of_the_server_takes_nothing_and_says_so() {
    let full = "RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'";
    a_batch_is_lost(
        full,
        |error| matches!(error, StoreError::File(why) if why.kind() == std::io::ErrorKind::StorageFull),
    );
}

#[test]
fn a_connection_that_breaks_loses_the_batch_and_nothing_else() {
    a_batch_is_lost("PERFORM pg_terminate_backend(pg_backend_pid())", |error| {
        matches!(error, StoreError::Away(_))
    });
}

#[test]
fn looking_goes_on_when_the_server_was_away_for_a_while() {
    let Some(database) = Database::new() else { return };
    drop(database.write().expect("a store"));
    let mut store = database.read().expect("a store");
    database.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    drop(store.surveys());
    assert_eq!(store.surveys().expect("another connection"), []);
}
