//! Surveys and rows into the database, each step whole or not at all.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use serde::Serialize;

use crate::geopackage;
use crate::store::{
    Decision, Event, NewSurvey, Row, SourceId, SourceUse, Staged, State, StoreError, SurveyId, Table,
};

pub(super) fn step<T>(
    db: &mut Connection,
    write: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let result = write(&change)?;
    change.commit()?;
    Ok(result)
}

pub(super) fn stage(db: &mut Connection, wanted: &NewSurvey) -> Result<Staged, StoreError> {
    step(db, |db| {
        for survey in staged(db)? {
            if is_same(db, survey, wanted)? {
                return counted(db, survey);
            }
            drop_staged(db, survey)?;
        }
        begin(db, wanted)
    })
}

fn staged(db: &Connection) -> Result<Vec<SurveyId>, StoreError> {
    let mut find = db.prepare_cached("SELECT id FROM survey WHERE staged ORDER BY id")?;
    Ok(find.query_map([], |row| row.get(0).map(SurveyId))?.collect::<Result<_, _>>()?)
}

fn is_same(db: &Connection, survey: SurveyId, wanted: &NewSurvey) -> Result<bool, StoreError> {
    let mut find = db.prepare_cached("SELECT fingerprint, replaces FROM survey WHERE id = ?1")?;
    let (fingerprint, replaces): (String, Option<u32>) =
        find.query_row([survey.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut find = db.prepare_cached("SELECT file, hash FROM source WHERE survey = ?1 ORDER BY id")?;
    let files = find.query_map([survey.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let files: Vec<(String, String)> = files.collect::<Result<_, _>>()?;
    let files = files.iter().map(|(file, hash)| (&**file, &**hash));
    Ok(*fingerprint == *wanted.fingerprint
        && replaces.map(SurveyId) == wanted.replaces
        && files.eq(wanted.files.iter().map(|(file, hash)| (&**file, &**hash))))
}

fn counted(db: &Connection, survey: SurveyId) -> Result<Staged, StoreError> {
    let mut find = db.prepare_cached("SELECT id FROM source WHERE survey = ?1 ORDER BY id")?;
    let sources = find.query_map([survey.0], |row| row.get(0).map(SourceId))?;
    let count = |source: SourceId| Ok((source, rows_of(db, source)?));
    let sources = sources.map(|source| count(source?)).collect::<Result<_, StoreError>>()?;
    Ok(Staged { survey, sources })
}

/// How many rows of a source there are; they come in their order, none left out.
fn rows_of(db: &Connection, source: SourceId) -> Result<u32, StoreError> {
    let mut find = db.prepare_cached("SELECT max(id) FROM observation WHERE id BETWEEN ?1 AND ?2")?;
    let last: Option<i64> = find.query_row([source.place(0), source.place(u32::MAX)], |row| row.get(0))?;
    Ok(last.map_or(0, |last| source.row_at(last) + 1))
}

fn drop_staged(db: &Connection, survey: SurveyId) -> Result<(), StoreError> {
    for (source, _) in counted(db, survey)?.sources {
        let rows = [source.place(0), source.place(u32::MAX)];
        db.execute("DELETE FROM observation WHERE id BETWEEN ?1 AND ?2", rows)?;
        db.execute("DELETE FROM source_table WHERE source = ?1", [source.0])?;
        db.execute("DELETE FROM source WHERE id = ?1", [source.0])?;
    }
    db.execute("DELETE FROM survey WHERE id = ?1", [survey.0])?;
    Ok(())
}

fn begin(db: &Connection, wanted: &NewSurvey) -> Result<Staged, StoreError> {
    let NewSurvey { files, fingerprint, begun, replaces } = wanted;
    let replaces = replaces.map(|survey| survey.0);
    let survey = SurveyId(next(db, "survey")?);
    let sql = "INSERT INTO survey (id, begun, fingerprint, replaces, staged) VALUES (?1, ?2, ?3, ?4, TRUE)";
    db.execute(sql, params![survey.0, begun.to_string(), fingerprint, replaces])?;
    let mut sources = Vec::with_capacity(files.len());
    for (file, hash) in files {
        let source = SourceId(next(db, "source")?);
        let sql = "INSERT INTO source (id, survey, file, hash) VALUES (?1, ?2, ?3, ?4)";
        db.execute(sql, params![source.0, survey.0, file, hash])?;
        sources.push((source, 0));
    }
    Ok(Staged { survey, sources })
}

/// The next number of a table.
fn next(db: &Connection, table: &str) -> Result<u32, StoreError> {
    let sql = format!("SELECT coalesce(max(id), 0) + 1 FROM {table}");
    Ok(db.query_row(&sql, [], |row| row.get(0))?)
}

pub(super) fn append(
    db: &mut Connection,
    source: SourceId,
    tables: &[Table],
    rows: &[Row],
) -> Result<(), StoreError> {
    step(db, |db| {
        let mut add = db.prepare_cached("INSERT OR IGNORE INTO source_table VALUES (?1, ?2, ?3)")?;
        for table in tables {
            add.execute(params![source.0, table.number, text(table)?])?;
        }
        let mut add = db.prepare_cached("INSERT INTO observation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        for row in rows {
            add.execute(params![
                source.place(row.number),
                row.position.map(geopackage::point),
                row.table,
                row.row,
                row.facility,
                row.observed_on.map(|day| day.to_string()),
                row.known_at.map(|time| time.to_string()),
                row.packed,
            ])?;
        }
        Ok(())
    })
}

pub(super) fn promote(
    db: &mut Connection,
    survey: SurveyId,
    about: &[SourceUse],
    decisions: &[Decision],
) -> Result<(), StoreError> {
    step(db, |db| {
        for ((source, _), about) in counted(db, survey)?.sources.iter().zip(about) {
            db.execute("UPDATE source SET about = ?1 WHERE id = ?2", params![text(about)?, source.0])?;
        }
        db.execute("UPDATE survey SET staged = FALSE WHERE id = ?1", [survey.0])?;
        let sql = "INSERT INTO survey_event SELECT id, 0, begun, ?2, '[]', NULL FROM survey WHERE id = ?1";
        db.execute(sql, params![survey.0, State::Draft.key()])?;
        add(db, decisions)
    })
}

pub(super) fn decide(db: &mut Connection, decisions: &[Decision]) -> Result<(), StoreError> {
    step(db, |db| add(db, decisions))
}

fn add(db: &Connection, decisions: &[Decision]) -> Result<(), StoreError> {
    let mut add = db.prepare_cached("INSERT INTO decision (said) VALUES (?1)")?;
    decisions.iter().try_for_each(|decision| Ok(add.execute([text(decision)?]).map(drop)?))
}

pub(super) fn enter(db: &mut Connection, events: &[Event]) -> Result<(), StoreError> {
    step(db, |db| {
        for event in events {
            let sql = "INSERT INTO survey_event SELECT ?1, count(*), ?2, ?3, ?4, ?5 FROM survey_event \
                       WHERE survey = ?1";
            let (at, by) = (event.at.to_string(), event.by.map(|survey| survey.0));
            let objections = text(&event.objections)?;
            db.execute(sql, params![event.survey.0, at, event.state.key(), objections, by])?;
        }
        Ok(())
    })
}

fn text(what: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(what).map_err(|error| StoreError::Database(error.into()))
}
