//! Surveys and rows out of the database.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;

use futures_util::TryStreamExt as _;
use tokio_postgres::{Client, IsolationLevel, RowStream, Transaction};

use super::value::{json, number, place, survey, time, told};
use crate::store::{Decision, Event, Row, Source, SourceId, State, StoreError, Survey, SurveyId, Table};

/// As of one moment, whoever writes meanwhile.
pub(super) async fn surveys(db: &mut Client) -> Result<Vec<Survey>, StoreError> {
    let moment = db.build_transaction().isolation_level(IsolationLevel::RepeatableRead).read_only(true);
    let moment = moment.start().await?;
    let (mut sources, mut events) = (sources(&moment).await?, events(&moment).await?);
    let sql = "SELECT id, begun, replaces FROM barrierfree.survey WHERE NOT staged ORDER BY id";
    let found = moment.query(sql, &[]).await?;
    let whole = |row: &tokio_postgres::Row| {
        let id = SurveyId(number(row, 0)?);
        Ok(Survey {
            id,
            begun: time(row, 1)?,
            replaces: survey(row, 2)?,
            sources: sources.remove(&id).unwrap_or_default(),
            events: events.remove(&id).unwrap_or_default(),
        })
    };
    found.iter().map(whole).collect()
}

/// The sources of each survey that came in whole.
async fn sources(db: &Transaction<'_>) -> Result<HashMap<SurveyId, Vec<Source>>, StoreError> {
    let sql = "SELECT survey, source.id, file, hash, about FROM barrierfree.source \
               JOIN barrierfree.survey ON survey.id = survey WHERE NOT staged ORDER BY source.id";
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for row in db.query(sql, &[]).await? {
        let (file, hash): (String, String) = (row.try_get(2)?, row.try_get(3)?);
        all.entry(SurveyId(number(&row, 0)?)).or_default().push(Source {
            id: SourceId(number(&row, 1)?),
            file: file.into(),
            hash: hash.into(),
            about: json(&row, 4)?,
        });
    }
    Ok(all)
}

async fn events(db: &Transaction<'_>) -> Result<HashMap<SurveyId, Vec<Event>>, StoreError> {
    let sql = "SELECT survey, at, state, objections, by_survey FROM barrierfree.survey_event \
               ORDER BY survey, number";
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for row in db.query(sql, &[]).await? {
        let of = SurveyId(number(&row, 0)?);
        all.entry(of).or_default().push(Event {
            survey: of,
            at: time(&row, 1)?,
            state: State::of(row.try_get(2)?).ok_or(StoreError::Damaged("a state"))?,
            objections: json(&row, 3)?,
            by: survey(&row, 4)?,
        });
    }
    Ok(all)
}

pub(super) async fn decisions(db: &Client) -> Result<Vec<Decision>, StoreError> {
    let found = db.query("SELECT said FROM barrierfree.decision ORDER BY number", &[]).await?;
    found.iter().map(|row| json(row, 0)).collect()
}

pub(super) async fn tables(db: &Client, source: SourceId) -> Result<Vec<Table>, StoreError> {
    let sql = "SELECT about FROM barrierfree.source_table WHERE source = $1 ORDER BY number";
    let found = db.query(sql, &[&i64::from(source.0)]).await?;
    found.iter().map(|row| json(row, 0)).collect()
}

/// The rows as they come; the server waits when they are not taken as fast.
pub(super) async fn rows(db: &Client, source: SourceId) -> Result<RowStream, StoreError> {
    let sql = "SELECT id, place::bytea, table_number, source_row, facility, observed_on, known_at, packed \
               FROM barrierfree.observation WHERE id BETWEEN $1 AND $2 ORDER BY id";
    Ok(db.query_raw(sql, [source.place(0), source.place(u32::MAX)]).await?)
}

/// Rows that are handed on at a time.
pub(super) const BATCH: usize = 1000;

/// The next rows; fewer where these are the last.
pub(super) async fn batch(mut found: Pin<&mut RowStream>, source: SourceId) -> Result<Vec<Row>, StoreError> {
    let mut batch = Vec::with_capacity(BATCH);
    while batch.len() < BATCH
        && let Some(row) = found.try_next().await?
    {
        batch.push(one(&row, source)?);
    }
    Ok(batch)
}

fn one(row: &tokio_postgres::Row, source: SourceId) -> Result<Row, StoreError> {
    let at: Option<&[u8]> = row.try_get(1)?;
    let (facility, day, time): (Option<&str>, Option<&str>, Option<&str>) =
        (row.try_get(4)?, row.try_get(5)?, row.try_get(6)?);
    Ok(Row {
        number: source.row_at(row.try_get(0)?),
        position: at.map(place).transpose()?,
        table: number(row, 2)?,
        row: number(row, 3)?,
        facility: facility.map(|id| Arc::from(told(id))),
        observed_on: day.map(|day| day.parse().map_err(|_| StoreError::Damaged("a day"))).transpose()?,
        known_at: time.map(|time| time.parse().map_err(|_| StoreError::Damaged("a time"))).transpose()?,
        packed: row.try_get(7)?,
    })
}
