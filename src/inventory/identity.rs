//! Ids of facilities whose survey gives none.

use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::model::{FacilityType, Origin, hex, plain};

/// An id made from type, normalised name and position, so that the same place
/// read again from the same kind of file is the same facility.
///
/// Positions are compared to 5 decimal places (about a metre). A row with
/// neither is known by where it stands.
pub(super) fn derived(
    facility_type: &FacilityType,
    name: Option<&str>,
    position: Option<(f64, f64)>,
    origin: Origin,
    file: &str,
) -> Arc<str> {
    let mut seed = format!("{}\0{}", facility_type.id, name.map(plain).unwrap_or_default());
    if let Some((longitude, latitude)) = position {
        let _ = write!(seed, "\0{longitude:.5} {latitude:.5}");
    } else if name.is_none() {
        let _ = write!(seed, "\0{file}\0{}", origin.row);
    }
    let hash = Sha256::digest(seed.as_bytes());
    format!("{}-{}", facility_type.id, hex(&hash[..6])).into()
}
