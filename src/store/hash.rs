//! What a store holds in one number, whatever keeps it.

use sha2::{Digest as _, Sha256};

use super::{Event, Photo, Row, Source, Store, StoreError};
use crate::model::hex;

/// The SHA-256 over all surveys, what became of them, every row and every decision, in hexadecimal.
pub fn content_hash(store: &mut dyn Store) -> Result<String, StoreError> {
    let mut hash = Sha256::new();
    for survey in store.surveys()? {
        feed(&mut hash, &(survey.id, survey.begun, survey.replaces))?;
        for event in &survey.events {
            event_into(&mut hash, event)?;
        }
        for source in &survey.sources {
            source_into(&mut hash, store, source)?;
        }
        for photo in store.photos(survey.id)? {
            photo_into(&mut hash, &photo)?;
        }
    }
    for decision in store.decisions()? {
        feed(&mut hash, &decision)?;
    }
    Ok(hex(&hash.finalize()))
}

fn event_into(hash: &mut Sha256, event: &Event) -> Result<(), StoreError> {
    feed(hash, &(event.at, event.state, &event.objections, event.by))
}

fn source_into(hash: &mut Sha256, store: &mut dyn Store, source: &Source) -> Result<(), StoreError> {
    feed(hash, &(&source.file, &source.hash, &source.about))?;
    for table in store.tables(source.id)? {
        feed(hash, &table)?;
    }
    let mut fed = Ok(());
    store.rows(source.id, &mut |row| {
        if fed.is_ok() {
            fed = row_into(hash, &row);
        }
    })?;
    fed
}

fn row_into(hash: &mut Sha256, row: &Row) -> Result<(), StoreError> {
    let position = row.position.map(|(x, y)| (x.to_bits(), y.to_bits()));
    feed(hash, &(row.number, row.table, row.row, &row.facility, row.observed_on, row.known_at, position))?;
    hash.update((row.packed.len() as u64).to_le_bytes());
    hash.update(&row.packed);
    Ok(())
}

fn photo_into(hash: &mut Sha256, photo: &Photo) -> Result<(), StoreError> {
    let position = photo.position.map(|(x, y)| (x.to_bits(), y.to_bits()));
    let Photo { name, hash: of, bytes, size, taken, added, .. } = photo;
    feed(hash, &(name, of, bytes, size, position, taken, added))
}

/// A line of JSON, so that no two contents read the same.
fn feed(hash: &mut Sha256, what: &impl serde::Serialize) -> Result<(), StoreError> {
    let text = serde_json::to_vec(what).map_err(|error| StoreError::Database(error.into()))?;
    hash.update(text);
    hash.update(b"\n");
    Ok(())
}
