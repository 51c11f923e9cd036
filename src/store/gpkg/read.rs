//! Surveys and rows out of the database.

use std::str::FromStr;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::types::Type;
use serde::de::DeserializeOwned;

use crate::geopackage;
use crate::store::{Decision, Event, Row, Source, SourceId, State, StoreError, Survey, SurveyId, Table};

pub(super) fn surveys(db: &Connection) -> Result<Vec<Survey>, StoreError> {
    let mut find =
        db.prepare_cached("SELECT id, begun, replaces FROM survey WHERE NOT staged ORDER BY id")?;
    let found = find.query_map([], |row| {
        let replaces = row.get::<_, Option<u32>>(2)?.map(SurveyId);
        Ok((SurveyId(row.get(0)?), time(row, 1)?, replaces))
    })?;
    let whole = |(id, begun, replaces)| {
        Ok(Survey { id, begun, replaces, sources: sources(db, id)?, events: events(db, id)? })
    };
    found.map(|survey| whole(survey?)).collect()
}

fn sources(db: &Connection, survey: SurveyId) -> Result<Vec<Source>, StoreError> {
    let mut find =
        db.prepare_cached("SELECT id, file, hash, about FROM source WHERE survey = ?1 ORDER BY id")?;
    let found = find.query_map([survey.0], |row| {
        let (file, hash): (String, String) = (row.get(1)?, row.get(2)?);
        Ok(Source { id: SourceId(row.get(0)?), file: file.into(), hash: hash.into(), about: json(row, 3)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn events(db: &Connection, survey: SurveyId) -> Result<Vec<Event>, StoreError> {
    let mut find = db.prepare_cached(
        "SELECT at, state, objections, by_survey FROM survey_event WHERE survey = ?1 ORDER BY number",
    )?;
    let found = find.query_map([survey.0], |row| {
        let state: String = row.get(1)?;
        let state = State::of(&state).ok_or_else(|| damaged(1))?;
        let by = row.get::<_, Option<u32>>(3)?.map(SurveyId);
        Ok(Event { survey, at: time(row, 0)?, state, objections: json(row, 2)?, by })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Every page and index, and what belongs to what.
pub(super) fn check(db: &Connection) -> Result<(), StoreError> {
    let found: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(StoreError::Database(found.into()));
    }
    let lost = db.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if lost { Err(StoreError::Damaged("a reference")) } else { Ok(()) }
}

pub(super) fn decisions(db: &Connection) -> Result<Vec<Decision>, StoreError> {
    let mut find = db.prepare_cached("SELECT said FROM decision ORDER BY number")?;
    let found = find.query_map([], |row| json(row, 0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn tables(db: &Connection, source: SourceId) -> Result<Vec<Table>, StoreError> {
    let mut find = db.prepare_cached("SELECT about FROM source_table WHERE source = ?1 ORDER BY number")?;
    let found = find.query_map([source.0], |row| json(row, 0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn rows(db: &Connection, source: SourceId, each: &mut dyn FnMut(Row)) -> Result<(), StoreError> {
    let mut find = db.prepare_cached(
        "SELECT id, place, table_number, source_row, facility, observed_on, known_at, packed \
         FROM observation WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
    )?;
    let mut found = find.query([source.place(0), source.place(u32::MAX)])?;
    while let Some(row) = found.next()? {
        each(one(row, source)?);
    }
    Ok(())
}

fn one(row: &rusqlite::Row<'_>, source: SourceId) -> rusqlite::Result<Row> {
    let place: Option<Vec<u8>> = row.get(1)?;
    let (facility, day, time): (Option<String>, Option<String>, Option<String>) =
        (row.get(4)?, row.get(5)?, row.get(6)?);
    Ok(Row {
        number: source.row_at(row.get(0)?),
        position: place.map(|bytes| geopackage::place(&bytes).ok_or_else(|| damaged(1))).transpose()?,
        table: row.get(2)?,
        row: row.get(3)?,
        facility: facility.map(Arc::from),
        observed_on: day.map(|day| day.parse().map_err(|_| damaged(5))).transpose()?,
        known_at: time.map(|time| time.parse().map_err(|_| damaged(6))).transpose()?,
        packed: row.get(7)?,
    })
}

fn time(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    parsed(&row.get::<_, String>(column)?, column)
}

pub(super) fn parsed<T: FromStr>(text: &str, column: usize) -> rusqlite::Result<T> {
    text.parse().map_err(|_| damaged(column))
}

fn json<T: DeserializeOwned>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into()))
}

fn damaged(column: usize) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, StoreError::Damaged("a cell").into())
}
