//! Places on Earth, and the systems they are written in.
//!
//! Coordinates as somebody wrote them go in, with the reference system they
//! are in; degrees of WGS 84 come out, or nothing where the figures are no
//! place of that system. A pair whose order one would have to guess does not
//! leave this module: it is a [`LonLat`] or an [`EastNorth`].

mod angle;
mod bd09;
mod crs;
mod gcj02;
mod grid;
mod outline;
mod point;

pub use angle::{Angle, Axis};
pub use crs::{Crs, NoCrs, Transform};
pub use gcj02::is_shifted;
pub use grid::Grid;
pub use outline::Outline;
pub use point::{Area, Coordinates, EastNorth, LonLat};
