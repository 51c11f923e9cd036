//! Photos in the database.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::read::parsed;
use super::write::step;
use crate::store::{Photo, StoreError, SurveyId};

pub(super) fn add(db: &mut Connection, survey: SurveyId, photos: &[Photo]) -> Result<(), StoreError> {
    step(db, |db| {
        let sql = "INSERT INTO photo VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
                   ON CONFLICT (survey, name, hash) DO NOTHING";
        let mut add = db.prepare_cached(sql)?;
        for photo in photos {
            let (longitude, latitude) = photo.position.unzip();
            add.execute(params![
                survey.0,
                photo.name,
                photo.hash,
                photo.bytes,
                photo.size.0,
                photo.size.1,
                longitude,
                latitude,
                photo.taken.map(|time| time.to_string()),
                photo.added.to_string(),
            ])?;
        }
        Ok(())
    })
}

pub(super) fn all(db: &Connection, survey: SurveyId) -> Result<Vec<Photo>, StoreError> {
    let mut find = db.prepare_cached(
        "SELECT name, hash, bytes, width, height, longitude, latitude, taken, added \
         FROM photo WHERE survey = ?1 ORDER BY name, hash",
    )?;
    let found = find.query_map([survey.0], one)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn one(row: &Row<'_>) -> rusqlite::Result<Photo> {
    let (name, hash): (String, String) = (row.get(0)?, row.get(1)?);
    let (longitude, latitude): (Option<f64>, Option<f64>) = (row.get(5)?, row.get(6)?);
    Ok(Photo {
        name: name.into(),
        hash: hash.into(),
        bytes: row.get(2)?,
        size: (row.get(3)?, row.get(4)?),
        position: longitude.zip(latitude),
        taken: row.get::<_, Option<String>>(7)?.map(|time| parsed(&time, 7)).transpose()?,
        added: parsed::<Timestamp>(&row.get::<_, String>(8)?, 8)?,
    })
}
