//! The surveys of an inventory, and what becomes of them.

use super::{Failure, files};
use crate::store::{Address, Objection, State, Step, Store, StoreError, Survey, SurveyId, events};

/// Every survey, in the order they came.
pub fn surveys(address: &Address) -> Result<Vec<Survey>, Failure> {
    let mut store = address.read(files::now()).map_err(Failure::store(address))?;
    store.surveys().map_err(Failure::store(address))
}

/// One survey.
pub fn survey(address: &Address, id: SurveyId) -> Result<Survey, Failure> {
    let found = surveys(address)?.into_iter().find(|survey| survey.id == id);
    found.ok_or_else(|| Failure::store(address)(StoreError::NoSurvey(id)))
}

/// Does something with a survey.
pub fn step(address: &Address, id: SurveyId, step: Step) -> Result<(), Failure> {
    let mut store = address.write(files::now()).map_err(Failure::store(address))?;
    go(&mut *store, id, step).map_err(Failure::store(address))
}

fn go(store: &mut dyn Store, id: SurveyId, step: Step) -> Result<(), StoreError> {
    let events = events(&store.surveys()?, id, step, files::now())?;
    store.enter(&events)
}

/// Hands a survey in and accepts it, as far as that has not been done.
pub(super) fn accept(store: &mut dyn Store, id: SurveyId) -> Result<(), StoreError> {
    let state = store.surveys()?.iter().find(|survey| survey.id == id).map(Survey::state);
    if state == Some(State::Draft) {
        go(store, id, Step::Submit)?;
    }
    if state == Some(State::Accepted) { Ok(()) } else { go(store, id, Step::Accept) }
}

/// What is said against a survey: `FILE:ROW: REASON` about a row, anything else about the whole.
pub fn objection(survey: &Survey, text: &str) -> Objection {
    let about = survey.sources.iter().find_map(|source| {
        let rest = text.strip_prefix(&*source.file)?.strip_prefix(':')?;
        let (row, reason) = rest.split_once([':', '：'])?;
        Some(Objection {
            row: Some((source.file.clone(), row.trim().parse().ok()?)),
            reason: reason.trim().to_owned(),
        })
    });
    about.unwrap_or_else(|| Objection { row: None, reason: text.to_owned() })
}
