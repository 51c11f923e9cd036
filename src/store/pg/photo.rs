//! Photos in the database.

use tokio_postgres::{Client, Row};

use super::value::{number, stored, time, told};
use crate::store::{Photo, StoreError, SurveyId};

pub(super) async fn add(db: &mut Client, survey: SurveyId, photos: &[Photo]) -> Result<(), StoreError> {
    let change = db.transaction().await?;
    let sql = "INSERT INTO barrierfree.photo VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
               ON CONFLICT (survey, name, hash) DO NOTHING";
    let add = change.prepare(sql).await?;
    for photo in photos {
        let (longitude, latitude) = photo.position.unzip();
        let values = (i64::from(survey.0), stored(&photo.name), photo.taken.map(|time| time.to_string()));
        let numbers = [photo.bytes, photo.size.0, photo.size.1].map(i64::from);
        let [bytes, width, height] = &numbers;
        let (hash, added) = (&*photo.hash, photo.added.to_string());
        let (of, name, taken) = &values;
        change
            .execute(&add, &[of, name, &hash, bytes, width, height, &longitude, &latitude, taken, &added])
            .await?;
    }
    Ok(change.commit().await?)
}

/// In the order of names and hashes, by bytes; a server has its own order of names.
pub(super) async fn all(db: &Client, survey: SurveyId) -> Result<Vec<Photo>, StoreError> {
    let sql = "SELECT name, hash, bytes, width, height, longitude, latitude, taken, added \
               FROM barrierfree.photo WHERE survey = $1";
    let found = db.query(sql, &[&i64::from(survey.0)]).await?;
    let mut photos: Vec<Photo> = found.iter().map(one).collect::<Result<_, _>>()?;
    photos.sort_by(|a, b| (&a.name, &a.hash).cmp(&(&b.name, &b.hash)));
    Ok(photos)
}

fn one(row: &Row) -> Result<Photo, StoreError> {
    let (longitude, latitude): (Option<f64>, Option<f64>) = (row.try_get(5)?, row.try_get(6)?);
    let taken: Option<&str> = row.try_get(7)?;
    Ok(Photo {
        name: told(row.try_get(0)?).into(),
        hash: row.try_get::<_, &str>(1)?.into(),
        bytes: number(row, 2)?,
        size: (number(row, 3)?, number(row, 4)?),
        position: longitude.zip(latitude),
        taken: taken.map(|time| time.parse().map_err(|_| StoreError::Damaged("a time"))).transpose()?,
        added: time(row, 8)?,
    })
}
