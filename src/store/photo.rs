//! Photos that came with a survey.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;

/// A photo that came with a survey; its bytes lie elsewhere, by their hash.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    /// Its name as given: the path in its folder or archive, with `/`.
    pub name: Arc<str>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: Arc<str>,
    /// How many bytes it has.
    pub bytes: u32,
    /// Width and height as it is looked at, in pixels.
    pub size: (u32, u32),
    /// Longitude and latitude where it was taken, as the camera says.
    pub position: Option<(f64, f64)>,
    /// When it was taken, by the clock of the camera.
    pub taken: Option<DateTime>,
    /// When it came in.
    pub added: Timestamp,
}
