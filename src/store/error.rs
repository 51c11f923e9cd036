//! Why a store cannot do what it is asked.

use std::io::ErrorKind;

use super::{State, SurveyId};
use crate::locale::{Message, cause};

/// Why a store cannot do what it is asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database says no.
    #[error("{0}")]
    Database(Box<dyn std::error::Error + Send + Sync>),
    /// A file beside the database cannot be used.
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// Nothing has been taken in yet.
    #[error("there is no inventory yet")]
    Missing,
    /// Somebody else is writing.
    #[error("another process is writing")]
    Busy,
    /// It is neither a file nor a database that is known here.
    #[error("`{0}` is neither a file nor a known database")]
    BadAddress(String),
    /// Its server cannot be reached, or is gone.
    #[error("the server is away: {0}")]
    Away(String),
    /// Its server does not let this user do that.
    #[error("the server refuses: {0}")]
    Denied(String),
    /// Its server wants to be spoken to in a way that is not built in.
    #[error("encrypted connections are not built in")]
    NoEncryption,
    /// The database has no `PostGIS`, and this user may not give it.
    #[error("the database has no PostGIS: {0}")]
    NoPostgis(String),
    /// It holds another inventory than the one that is to come into it.
    #[error("it holds another inventory")]
    Occupied,
    /// It is something else.
    #[error("this is no inventory")]
    Foreign,
    /// A later release has written it.
    #[error("schema {found} is newer than {known}")]
    Newer {
        /// Its schema.
        found: u32,
        /// The newest known here.
        known: u32,
    },
    /// What it holds cannot be understood.
    #[error("{0} cannot be understood")]
    Damaged(&'static str),
    /// There is no survey of that number.
    #[error("there is no survey {0}")]
    NoSurvey(SurveyId),
    /// That cannot become of a survey in its state.
    #[error("survey {survey} is {state:?}")]
    WrongState {
        /// The survey.
        survey: SurveyId,
        /// What it is.
        state: State,
    },
}

impl StoreError {
    /// The cause in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Database(why) => Message::new("store-database").with("why", why),
            Self::File(why) => cause(why),
            Self::Missing => Message::new("store-missing"),
            Self::Busy => Message::new("store-busy"),
            Self::BadAddress(value) => Message::new("store-bad-address").with("value", value),
            Self::Away(why) => Message::new("store-away").with("why", why),
            Self::Denied(why) => Message::new("store-denied").with("why", why),
            Self::NoEncryption => Message::new("store-no-encryption"),
            Self::NoPostgis(why) => Message::new("store-no-postgis").with("why", why),
            Self::Occupied => Message::new("store-occupied"),
            Self::Foreign => Message::new("store-foreign"),
            Self::Newer { found, known } => {
                Message::new("store-newer").with("found", found).with("known", known)
            }
            Self::Damaged(what) => Message::new("store-damaged").with("what", what),
            Self::NoSurvey(survey) => Message::new("store-no-survey").with("survey", survey),
            Self::WrongState { survey, state } => {
                let state = Message::new(format!("survey-state-{}", state.key()));
                Message::new("store-wrong-state").with("survey", survey).with_words("state", state)
            }
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Self::Busy,
            Some(rusqlite::ErrorCode::NotADatabase) => Self::Foreign,
            Some(rusqlite::ErrorCode::DiskFull) => Self::File(ErrorKind::StorageFull.into()),
            Some(rusqlite::ErrorCode::ReadOnly) => Self::File(ErrorKind::ReadOnlyFilesystem.into()),
            _ => Self::Database(error.into()),
        }
    }
}
