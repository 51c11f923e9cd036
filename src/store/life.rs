//! A survey's life: draft, submitted, accepted or returned, superseded.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{StoreError, Survey, SurveyId};

/// What a survey is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It came in, and nobody vouches for it yet.
    Draft,
    /// It waits for somebody to look at it.
    Submitted,
    /// It counts.
    Accepted,
    /// It does not count; its files may come again.
    Returned,
    /// Another one that was accepted took its place.
    Superseded,
}

/// What somebody does with a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Hands it in.
    Submit,
    /// Takes it as true.
    Accept,
    /// Gives it back with what is wrong.
    Return(Vec<Objection>),
}

/// Why a survey is given back: what is wrong with it, or with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The file and the row; none where it is about the whole.
    pub row: Option<(Arc<str>, u32)>,
    /// What is wrong.
    pub reason: String,
}

/// Something that happened to a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The survey.
    pub survey: SurveyId,
    /// When.
    pub at: Timestamp,
    /// What it became.
    pub state: State,
    /// Why it was given back.
    pub objections: Vec<Objection>,
    /// The survey that took its place.
    pub by: Option<SurveyId>,
}

impl State {
    /// The name in JSON and in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::Superseded => "superseded",
        }
    }

    /// The state of a name.
    pub(super) fn of(key: &str) -> Option<Self> {
        let all = [Self::Draft, Self::Submitted, Self::Accepted, Self::Returned, Self::Superseded];
        all.into_iter().find(|state| state.key() == key)
    }
}

/// What a step comes to; an accepted survey takes the place of the one it replaces at the same time.
pub fn events(surveys: &[Survey], id: SurveyId, step: Step, at: Timestamp) -> Result<Vec<Event>, StoreError> {
    let survey = surveys.iter().find(|survey| survey.id == id).ok_or(StoreError::NoSurvey(id))?;
    let state = survey.state();
    // A clock that went back must not put what happened later before what happened first.
    let at = survey.events.last().map_or(at, |last| at.max(last.at));
    let event = |state, objections| Event { survey: id, at, state, objections, by: None };
    match (state, step) {
        (State::Draft, Step::Submit) => Ok(vec![event(State::Submitted, Vec::new())]),
        (State::Submitted, Step::Return(objections)) => Ok(vec![event(State::Returned, objections)]),
        (State::Submitted, Step::Accept) => {
            let replaced = survey.replaces.map(|old| replaced(surveys, old, id, at)).transpose()?;
            Ok([event(State::Accepted, Vec::new())].into_iter().chain(replaced).collect())
        }
        _ => Err(StoreError::WrongState { survey: id, state }),
    }
}

/// Only what counts can be replaced.
pub fn replaceable(surveys: &[Survey], old: SurveyId) -> Result<(), StoreError> {
    let survey = surveys.iter().find(|survey| survey.id == old).ok_or(StoreError::NoSurvey(old))?;
    match survey.state() {
        State::Accepted => Ok(()),
        state => Err(StoreError::WrongState { survey: old, state }),
    }
}

fn replaced(surveys: &[Survey], old: SurveyId, by: SurveyId, at: Timestamp) -> Result<Event, StoreError> {
    replaceable(surveys, old)?;
    Ok(Event { survey: old, at, state: State::Superseded, objections: Vec::new(), by: Some(by) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey(states: &[State]) -> Survey {
        let event = |(second, state): (i64, &State)| Event {
            survey: SurveyId(1),
            at: Timestamp::from_second(second).expect("a time"),
            state: *state,
            objections: Vec::new(),
            by: None,
        };
        let events = (0..).zip(states).map(event).collect();
        Survey { id: SurveyId(1), begun: Timestamp::UNIX_EPOCH, replaces: None, sources: Vec::new(), events }
    }

    #[test]
    fn a_survey_is_handed_in_before_it_is_accepted_or_returned() {
        use State::{Accepted, Draft, Returned, Submitted, Superseded};
        let steps = [Step::Submit, Step::Accept, Step::Return(Vec::new())];
        let lives: [(&[State], [Option<State>; 3]); 5] = [
            (&[Draft], [Some(Submitted), None, None]),
            (&[Draft, Submitted], [None, Some(Accepted), Some(Returned)]),
            (&[Draft, Submitted, Accepted], [None; 3]),
            (&[Draft, Submitted, Returned], [None; 3]),
            (&[Draft, Submitted, Accepted, Superseded], [None; 3]),
        ];
        for (states, expected) in lives {
            let surveys = [survey(states)];
            let became = steps.clone().map(|step| {
                let events = events(&surveys, SurveyId(1), step, Timestamp::UNIX_EPOCH).ok()?;
                events.first().map(|event| event.state)
            });
            assert_eq!(became, expected, "{states:?}");
        }
    }

    #[test]
    fn a_clock_that_goes_back_does_not_turn_a_life_round() {
        let surveys = [survey(&[State::Draft, State::Submitted])];
        let events = events(&surveys, SurveyId(1), Step::Accept, Timestamp::UNIX_EPOCH).expect("a step");
        assert_eq!(events[0].at.as_second(), 1);
    }
}
