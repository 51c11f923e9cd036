//! Surveys and rows into the database, each step whole or not at all.

use std::pin::pin;

use serde::Serialize;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::Type;
use tokio_postgres::{Client, Transaction};

use super::value::{number, point, stored, survey};
use crate::store::{
    Decision, Event, NewSurvey, Row, SourceId, SourceUse, Staged, State, StoreError, SurveyId, Table,
};

pub(super) async fn stage(db: &mut Client, wanted: &NewSurvey) -> Result<Staged, StoreError> {
    let change = db.transaction().await?;
    let found = change.query("SELECT id FROM barrierfree.survey WHERE staged ORDER BY id", &[]).await?;
    let mut staged = None;
    for row in &found {
        let survey = SurveyId(number(row, 0)?);
        if is_same(&change, survey, wanted).await? {
            staged = Some(counted(&change, survey).await?);
            break;
        }
        drop_staged(&change, survey).await?;
    }
    let staged = match staged {
        Some(staged) => staged,
        None => begin(&change, wanted).await?,
    };
    change.commit().await?;
    Ok(staged)
}

async fn is_same(db: &Transaction<'_>, id: SurveyId, wanted: &NewSurvey) -> Result<bool, StoreError> {
    let sql = "SELECT fingerprint, replaces FROM barrierfree.survey WHERE id = $1";
    let about = db.query_one(sql, &[&i64::from(id.0)]).await?;
    let sql = "SELECT file, hash FROM barrierfree.source WHERE survey = $1 ORDER BY id";
    let found = db.query(sql, &[&i64::from(id.0)]).await?;
    let files = found.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?)));
    let files: Vec<(&str, &str)> = files.collect::<Result<_, StoreError>>()?;
    Ok(about.try_get::<_, &str>(0)? == &*wanted.fingerprint
        && survey(&about, 1)? == wanted.replaces
        && files.into_iter().eq(wanted.files.iter().map(|(file, hash)| (&**file, &**hash))))
}

/// The sources of a survey and the rows of each; they come in their order, none left out.
async fn counted(db: &Transaction<'_>, survey: SurveyId) -> Result<Staged, StoreError> {
    let sql = "SELECT id FROM barrierfree.source WHERE survey = $1 ORDER BY id";
    let mut sources = Vec::new();
    for row in db.query(sql, &[&i64::from(survey.0)]).await? {
        let source = SourceId(number(&row, 0)?);
        let sql = "SELECT max(id) FROM barrierfree.observation WHERE id BETWEEN $1 AND $2";
        let last = db.query_one(sql, &[&source.place(0), &source.place(u32::MAX)]).await?;
        let last: Option<i64> = last.try_get(0)?;
        sources.push((source, last.map_or(0, |last| source.row_at(last) + 1)));
    }
    Ok(Staged { survey, sources })
}

async fn drop_staged(db: &Transaction<'_>, survey: SurveyId) -> Result<(), StoreError> {
    for (source, _) in counted(db, survey).await?.sources {
        let rows = "DELETE FROM barrierfree.observation WHERE id BETWEEN $1 AND $2";
        db.execute(rows, &[&source.place(0), &source.place(u32::MAX)]).await?;
        let id = i64::from(source.0);
        db.execute("DELETE FROM barrierfree.source_table WHERE source = $1", &[&id]).await?;
        db.execute("DELETE FROM barrierfree.source WHERE id = $1", &[&id]).await?;
    }
    db.execute("DELETE FROM barrierfree.survey WHERE id = $1", &[&i64::from(survey.0)]).await?;
    Ok(())
}

async fn begin(db: &Transaction<'_>, wanted: &NewSurvey) -> Result<Staged, StoreError> {
    let NewSurvey { files, fingerprint, begun, replaces } = wanted;
    let replaces = replaces.map(|survey| i64::from(survey.0));
    let survey = SurveyId(next(db, "survey").await?);
    let id = i64::from(survey.0);
    let sql = "INSERT INTO barrierfree.survey (id, begun, fingerprint, replaces, staged) \
               VALUES ($1, $2, $3, $4, TRUE)";
    db.execute(sql, &[&id, &begun.to_string(), &&**fingerprint, &replaces]).await?;
    let mut sources = Vec::with_capacity(files.len());
    for (file, hash) in files {
        let source = SourceId(next(db, "source").await?);
        let sql = "INSERT INTO barrierfree.source (id, survey, file, hash) VALUES ($1, $2, $3, $4)";
        db.execute(sql, &[&i64::from(source.0), &id, &&**file, &&**hash]).await?;
        sources.push((source, 0));
    }
    Ok(Staged { survey, sources })
}

/// The next number of a table; nobody else writes.
async fn next(db: &Transaction<'_>, table: &str) -> Result<u32, StoreError> {
    let sql = format!("SELECT coalesce(max(id), 0) + 1 FROM barrierfree.{table}");
    number(&db.query_one(&sql, &[]).await?, 0)
}

pub(super) async fn append(
    db: &mut Client,
    source: SourceId,
    tables: &[Table],
    rows: &[Row],
) -> Result<(), StoreError> {
    let change = db.transaction().await?;
    for table in tables {
        let sql = "INSERT INTO barrierfree.source_table VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        let (source, number) = (i64::from(source.0), i64::from(table.number));
        change.execute(sql, &[&source, &number, &text(table)?]).await?;
    }
    copy(&change, source, rows).await?;
    Ok(change.commit().await?)
}

/// The columns of an observation; a place goes as its bytes.
const COLUMNS: [Type; 8] =
    [Type::INT8, Type::BYTEA, Type::INT8, Type::INT8, Type::TEXT, Type::TEXT, Type::TEXT, Type::BYTEA];

async fn copy(db: &Transaction<'_>, source: SourceId, rows: &[Row]) -> Result<(), StoreError> {
    let sql = "COPY barrierfree.observation \
               (id, place, table_number, source_row, facility, observed_on, known_at, packed) \
               FROM STDIN BINARY";
    let mut to = pin!(BinaryCopyInWriter::new(db.copy_in(sql).await?, &COLUMNS));
    for row in rows {
        to.as_mut()
            .write(&[
                &source.place(row.number),
                &row.position.map(point),
                &i64::from(row.table),
                &i64::from(row.row),
                &row.facility.as_deref().map(stored),
                &row.observed_on.map(|day| day.to_string()),
                &row.known_at.map(|time| time.to_string()),
                &row.packed,
            ])
            .await?;
    }
    to.finish().await?;
    Ok(())
}

pub(super) async fn promote(
    db: &mut Client,
    id: SurveyId,
    about: &[SourceUse],
    decisions: &[Decision],
) -> Result<(), StoreError> {
    let change = db.transaction().await?;
    for ((source, _), about) in counted(&change, id).await?.sources.iter().zip(about) {
        let sql = "UPDATE barrierfree.source SET about = $1 WHERE id = $2";
        change.execute(sql, &[&text(about)?, &i64::from(source.0)]).await?;
    }
    let survey = i64::from(id.0);
    change.execute("UPDATE barrierfree.survey SET staged = FALSE WHERE id = $1", &[&survey]).await?;
    let sql = "INSERT INTO barrierfree.survey_event \
               SELECT id, 0, begun, $2, '[]', NULL FROM barrierfree.survey WHERE id = $1";
    change.execute(sql, &[&survey, &State::Draft.key()]).await?;
    add(&change, decisions).await?;
    Ok(change.commit().await?)
}

pub(super) async fn decide(db: &mut Client, decisions: &[Decision]) -> Result<(), StoreError> {
    let change = db.transaction().await?;
    add(&change, decisions).await?;
    Ok(change.commit().await?)
}

async fn add(db: &Transaction<'_>, decisions: &[Decision]) -> Result<(), StoreError> {
    let add = db.prepare("INSERT INTO barrierfree.decision (said) VALUES ($1)").await?;
    for decision in decisions {
        db.execute(&add, &[&text(decision)?]).await?;
    }
    Ok(())
}

pub(super) async fn enter(db: &mut Client, events: &[Event]) -> Result<(), StoreError> {
    let change = db.transaction().await?;
    for event in events {
        let sql = "INSERT INTO barrierfree.survey_event SELECT $1, count(*), $2, $3, $4, $5 \
                   FROM barrierfree.survey_event WHERE survey = $1";
        let (survey, by) = (i64::from(event.survey.0), event.by.map(|survey| i64::from(survey.0)));
        let (at, objections) = (event.at.to_string(), text(&event.objections)?);
        change.execute(sql, &[&survey, &at, &event.state.key(), &objections, &by]).await?;
    }
    Ok(change.commit().await?)
}

fn text(what: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(what).map_err(|error| StoreError::Database(error.into()))
}
