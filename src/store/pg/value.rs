//! Values as the server takes and gives them.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use tokio_postgres::Row;

use crate::store::{StoreError, SurveyId};

/// Little-endian, a point with its system, EPSG:4326.
const POINT: [u8; 9] = [1, 1, 0, 0, 0x20, 0xE6, 0x10, 0, 0];

/// Bytes of a point.
const LENGTH: usize = POINT.len() + 16;

/// A point of longitude and latitude, as `PostGIS` has it.
pub(super) fn point((x, y): (f64, f64)) -> Vec<u8> {
    [&POINT[..], &x.to_le_bytes(), &y.to_le_bytes()].concat()
}

/// The place of a point.
pub(super) fn place(bytes: &[u8]) -> Result<(f64, f64), StoreError> {
    let read = || {
        let bytes: &[u8; LENGTH] = bytes.try_into().ok()?;
        let (x, y) = bytes.strip_prefix(&POINT)?.split_first_chunk()?;
        Some((f64::from_le_bytes(*x), f64::from_le_bytes(y.try_into().ok()?)))
    };
    read().ok_or(StoreError::Damaged("a place"))
}

pub(super) fn number(row: &Row, column: usize) -> Result<u32, StoreError> {
    u32::try_from(row.try_get::<_, i64>(column)?).map_err(|_| StoreError::Damaged("a number"))
}

pub(super) fn survey(row: &Row, column: usize) -> Result<Option<SurveyId>, StoreError> {
    let id: Option<i64> = row.try_get(column)?;
    let id = id.map(|id| u32::try_from(id).map_err(|_| StoreError::Damaged("a number"))).transpose()?;
    Ok(id.map(SurveyId))
}

pub(super) fn time(row: &Row, column: usize) -> Result<Timestamp, StoreError> {
    row.try_get::<_, &str>(column)?.parse().map_err(|_| StoreError::Damaged("a time"))
}

pub(super) fn json<T: DeserializeOwned>(row: &Row, column: usize) -> Result<T, StoreError> {
    serde_json::from_str(row.try_get(column)?).map_err(|error| StoreError::Database(error.into()))
}

/// The server takes any character but NUL, which a broken file may have in an id; a character
/// that is none stands before what takes its place, and before itself.
pub(super) fn stored(text: &str) -> Cow<'_, str> {
    if text.contains(['\0', ESCAPE]) {
        text.replace(ESCAPE, "\u{FFFE}1").replace('\0', "\u{FFFE}0").into()
    } else {
        text.into()
    }
}

/// What [`stored`] was made of.
pub(super) fn told(text: &str) -> Cow<'_, str> {
    if text.contains(ESCAPE) {
        text.replace("\u{FFFE}0", "\0").replace("\u{FFFE}1", "\u{FFFE}").into()
    } else {
        text.into()
    }
}

const ESCAPE: char = '\u{FFFE}';

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_and_any_place_come_back(text in "[\\x00\u{FFFE}01a]{0,9}", x: f64, y: f64) {
            let kept = stored(&text);
            prop_assert!(!kept.contains('\0'));
            prop_assert_eq!(told(&kept), text.as_str());
            let (a, b) = place(&point((x, y))).expect("a place");
            prop_assert_eq!((a.to_bits(), b.to_bits()), (x.to_bits(), y.to_bits()));
        }
    }
}
