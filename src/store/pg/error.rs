//! What a server says, in the words of a store.

use std::error::Error as _;
use std::io::ErrorKind;

use deadpool_postgres::PoolError;
use tokio_postgres::Error;
use tokio_postgres::error::{DbError, SqlState};

use crate::store::StoreError;

impl From<PoolError> for StoreError {
    fn from(error: PoolError) -> Self {
        match error {
            PoolError::Backend(error) => error.into(),
            other => Self::Database(other.into()),
        }
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error.as_db_error() {
            Some(said) => of_server(said),
            None => Self::Away(last_cause(&error)),
        }
    }
}

fn of_server(said: &DbError) -> StoreError {
    let why = said.message().to_owned();
    match said.code() {
        &SqlState::LOCK_NOT_AVAILABLE => StoreError::Busy,
        &SqlState::DISK_FULL => StoreError::File(ErrorKind::StorageFull.into()),
        &SqlState::INVALID_PASSWORD
        | &SqlState::INVALID_AUTHORIZATION_SPECIFICATION
        | &SqlState::INVALID_CATALOG_NAME
        | &SqlState::INSUFFICIENT_PRIVILEGE
        | &SqlState::READ_ONLY_SQL_TRANSACTION => StoreError::Denied(why),
        &SqlState::ADMIN_SHUTDOWN | &SqlState::CRASH_SHUTDOWN | &SqlState::CANNOT_CONNECT_NOW => {
            StoreError::Away(why)
        }
        _ => StoreError::Database(why.into()),
    }
}

/// The innermost of what went wrong; the others only say where it was noticed.
fn last_cause(error: &Error) -> String {
    let mut cause = error.source();
    while let Some(next) = cause.and_then(std::error::Error::source) {
        cause = Some(next);
    }
    cause.map_or_else(|| error.to_string(), ToString::to_string)
}
