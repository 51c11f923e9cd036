//! An inventory from one store to another, whatever keeps either.
//!
//! It goes survey by survey in the order they came, so that each keeps its
//! number, then what became of them, then photos and decisions. What is there
//! already is passed over: what was interrupted goes on when repeated.

use super::{NewSurvey, Row, Source, SourceId, Store, StoreError, Survey, content_hash};

/// Rows that are written at a time.
const BATCH: usize = 10_000;

/// Carries all that came in whole to a store that holds nothing else, and gives back the hash of both.
pub fn carry(from: &mut dyn Store, to: &mut dyn Store) -> Result<String, StoreError> {
    let surveys = from.surveys()?;
    let there = to.surveys()?;
    if there.len() > surveys.len() || !there.iter().zip(&surveys).all(|(old, survey)| is_begun(old, survey)) {
        return Err(StoreError::Occupied);
    }
    for survey in surveys.iter().skip(there.len()) {
        carry_survey(survey, from, to)?;
    }
    // What took the place of a survey comes after it, so this waits until all are there.
    for survey in &surveys {
        let done = there.iter().find(|old| old.id == survey.id).map_or(1, |old| old.events.len());
        to.enter(survey.events.get(done..).unwrap_or_default())?;
        to.add_photos(survey.id, &from.photos(survey.id)?)?;
    }
    let decided = to.decisions()?.len();
    to.decide(from.decisions()?.get(decided..).unwrap_or_default())?;
    let hash = content_hash(from)?;
    if content_hash(to)? == hash { Ok(hash) } else { Err(StoreError::Occupied) }
}

/// Whether one is the other as far as it has come.
fn is_begun(old: &Survey, survey: &Survey) -> bool {
    let source = |one: &Source| (one.file.clone(), one.hash.clone(), one.about.clone());
    (old.id, old.begun, old.replaces) == (survey.id, survey.begun, survey.replaces)
        && old.sources.iter().map(source).eq(survey.sources.iter().map(source))
        && survey.events.starts_with(&old.events)
}

fn carry_survey(survey: &Survey, from: &mut dyn Store, to: &mut dyn Store) -> Result<(), StoreError> {
    let staged = to.stage(&NewSurvey {
        files: survey.sources.iter().map(|one| (one.file.clone(), one.hash.clone())).collect(),
        fingerprint: format!("carried {} of {}", survey.id, survey.begun).into(),
        begun: survey.begun,
        replaces: survey.replaces,
    })?;
    if staged.survey != survey.id {
        return Err(StoreError::Occupied);
    }
    for (source, (target, done)) in survey.sources.iter().zip(staged.sources) {
        to.append(target, &from.tables(source.id)?, &[])?;
        carry_rows(source.id, done, from, target, to)?;
    }
    let about: Vec<_> = survey.sources.iter().map(|one| one.about.clone()).collect();
    to.promote(survey.id, &about, &[])
}

/// The rows of a source, of which so many are there already.
fn carry_rows(
    source: SourceId,
    done: u32,
    from: &mut dyn Store,
    target: SourceId,
    to: &mut dyn Store,
) -> Result<(), StoreError> {
    let (mut batch, mut carried) = (Vec::with_capacity(BATCH), Ok(()));
    from.rows(source, &mut |row: Row| {
        if carried.is_ok() && row.number >= done {
            batch.push(row);
            if batch.len() >= BATCH {
                carried = to.append(target, &[], &batch);
                batch.clear();
            }
        }
    })?;
    carried.and_then(|()| to.append(target, &[], &batch))
}
