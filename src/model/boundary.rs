//! Where an area ends: its outline beside its code and name.

use std::sync::Arc;

use geo::MultiPolygon;

use super::Adcode;

/// The outline of an administrative area.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// Its code.
    pub adcode: Adcode,
    /// Its name, as the map writes it.
    pub name: Arc<str>,
    /// Its level: `province`, `prefecture`, `county`, as the file says it.
    pub level: Option<Arc<str>>,
    /// The area it lies in.
    pub parent: Option<Adcode>,
    /// Its outline, longitude before latitude, in degrees.
    pub outline: MultiPolygon<f64>,
}
