//! The inventory for other programs: a layer for each type of facility, written whole.
//!
//! A cell is a value only where it is one: what is an interval, contradicted,
//! recorded as unknown or as not applicable leaves it blank and is named in the
//! column of remarks, so that nothing missing looks like an answer. Types of
//! people are no layers.
//!
//! What a format cannot hold as it is stands whole in tables beside it ([`Sidecar`]).
//! A writer takes the layers and nothing else; another format is another file here.

pub mod csv;
pub mod geojson;
pub mod gpkg;
pub mod kml;
mod layer;
pub mod shapefile;
mod sidecar;
pub mod template;
mod value;
pub mod xlsx;

pub use layer::{Field, Layer, Row, layers};
pub use sidecar::{SIDECAR, Sidecar, Told};
pub use value::Value;
