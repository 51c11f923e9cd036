//! Surveys: files that came in together, and what became of them.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Event, State};
use crate::diagnostic::Diagnostic;
use crate::model::{Complete, SheetUse};

/// The number of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SurveyId(pub u32);

/// The number of a file of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A survey that is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSurvey {
    /// Name and hash of each file.
    pub files: Vec<(Arc<str>, Arc<str>)>,
    /// Everything else the rows hang on: an interrupted survey goes on only where it is the same.
    pub fingerprint: Arc<str>,
    /// When.
    pub begun: Timestamp,
    /// The survey it takes the place of once it is accepted.
    pub replaces: Option<SurveyId>,
}

/// A survey that is being taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// Its number.
    pub survey: SurveyId,
    /// Its files in the order they were named, and the rows of each that are there already.
    pub sources: Vec<(SourceId, u32)>,
}

/// A survey that came in whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its number.
    pub id: SurveyId,
    /// When it came.
    pub begun: Timestamp,
    /// The survey it takes the place of once it is accepted.
    pub replaces: Option<SurveyId>,
    /// Its files.
    pub sources: Vec<Source>,
    /// What became of it.
    pub events: Vec<Event>,
}

/// A file of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its number.
    pub id: SourceId,
    /// Its name as given.
    pub file: Arc<str>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: Arc<str>,
    /// What became of it.
    pub about: SourceUse,
}

/// What became of a file when it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceUse {
    /// Rows below the headers, over all sheets.
    pub rows: u64,
    /// What each sheet and column became.
    pub sheets: Vec<SheetUse>,
    /// What its profile declares to be complete.
    pub complete: Vec<Complete>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Which surveys one looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// What took the place of another later than this had not yet done so.
    pub known_by: Timestamp,
    /// Drafts and submitted ones too.
    pub drafts: bool,
}

impl fmt::Display for SurveyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl Survey {
    /// What it is now.
    pub fn state(&self) -> State {
        self.events.last().map_or(State::Draft, |event| event.state)
    }

    /// When it was accepted.
    pub fn accepted(&self) -> Option<Timestamp> {
        self.events.iter().find(|event| event.state == State::Accepted).map(|event| event.at)
    }

    /// Whether its rows are looked at. When each became known is for the row to say.
    pub fn is_seen(&self, view: View) -> bool {
        let replaced = self.events.iter().find(|event| event.state == State::Superseded);
        match self.state() {
            State::Draft | State::Submitted => view.drafts,
            State::Accepted => true,
            State::Superseded => replaced.is_some_and(|event| event.at > view.known_by),
            State::Returned => false,
        }
    }
}
