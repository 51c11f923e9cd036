//! What a camera writes beside its pictures: where and when.

use std::io::Cursor;

use exif::{Exif, In, Reader, Tag, Value};
use jiff::civil::DateTime;

use crate::geometry::LonLat;

/// What the camera says of a photo.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Camera {
    /// Where it was taken.
    pub place: Option<LonLat>,
    /// When, by its clock.
    pub taken: Option<DateTime>,
}

impl Camera {
    /// What stands beside a picture; nothing where that cannot be read.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let Ok(exif) = Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
            return Self::default();
        };
        Self { place: place(&exif), taken: taken(&exif) }
    }
}

fn place(exif: &Exif) -> Option<LonLat> {
    let longitude = degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef)?;
    let latitude = degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef)?;
    Some(LonLat { longitude, latitude }).filter(|place| place.is_on_earth())
}

/// Degrees, minutes and seconds, each a fraction; west and south are below zero.
fn degrees(exif: &Exif, tag: Tag, side: Tag) -> Option<f64> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let parts: Vec<f64> = parts.iter().map(exif::Rational::to_f64).collect();
    let [degrees, minutes, seconds] = parts[..] else { return None };
    let sign = match text(exif, side)?.as_bytes().first()? {
        b'W' | b'S' => -1.0,
        _ => 1.0,
    };
    let degrees = sign * (degrees + minutes / 60.0 + seconds / 3600.0);
    degrees.is_finite().then_some(degrees)
}

/// `2026:05:01 09:30:00`.
fn taken(exif: &Exif) -> Option<DateTime> {
    let text = text(exif, Tag::DateTimeOriginal)?;
    let (day, time) = text.split_once(' ')?;
    format!("{}T{}", day.replace(':', "-"), time.trim()).parse().ok()
}

fn text(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(texts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    texts.first().map(|text| String::from_utf8_lossy(text).trim().to_owned())
}
