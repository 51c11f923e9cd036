//! Photos as bytes: whether they can be looked at, what the camera says of them, and what is shown.
//!
//! Bytes come in that nobody has looked at; nothing is unfolded before it is
//! known how large it becomes. What is shown is drawn anew, upright and
//! without anything the camera wrote beside the picture.

mod camera;
mod fault;
mod whole;

#[cfg(test)]
#[path = "../../tests/support/camera.rs"]
mod testing;
#[cfg(test)]
mod tests;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits};

pub use camera::Camera;
pub use fault::Fault;

/// Bytes of a photo. Cameras of 200 megapixels write some thirty million.
pub const MOST_BYTES: u64 = 40 << 20;

/// Pixels of a photo: what most sensors of phones have at the very most, and their sides with panoramas.
const MOST_PIXELS: u64 = 120_000_000;
const MOST_SIDE: u32 = 30_000;

/// Bytes of a photo unfolded, three to a pixel.
const MOST_UNFOLDED: u64 = 3 * MOST_PIXELS;

/// The longest sides of what is shown, in pixels: for lists, and to look at.
pub const SHOWN: [u32; 2] = [320, 1280];

/// How good the pictures shown are, of a hundred; below 80 edges of marks on the ground fray.
const QUALITY: u8 = 80;

/// A photo that can be looked at.
#[derive(Debug, Clone)]
pub struct Picture {
    /// As large as it is shown, upright.
    pixels: DynamicImage,
    /// Width and height as it is looked at, in pixels.
    pub size: (u32, u32),
    /// What the camera says.
    pub camera: Camera,
}

impl Picture {
    /// Looks at the bytes of a photo.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(Fault::TooManyBytes);
        }
        let format = format(bytes)?;
        if !whole::is_whole(bytes, format) {
            return Err(Fault::Cut);
        }
        let (pixels, size) = upright(bytes, format)?;
        Ok(Self { pixels, size, camera: Camera::read(bytes) })
    }

    /// What is shown, as JPEG, for each of [`SHOWN`]; none is larger than the photo.
    pub fn shown(&self) -> Result<[Vec<u8>; 2], Fault> {
        let [small, large] = SHOWN.map(|side| fitted(self.pixels.clone(), side));
        Ok([jpeg(&small)?, jpeg(&large)?])
    }
}

/// What the bytes are, whatever the name says.
fn format(bytes: &[u8]) -> Result<ImageFormat, Fault> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => Ok(format),
        _ => Err(Fault::of_foreign(bytes)),
    }
}

/// The pixels, as many as are shown and turned as the camera was held; and the size of all of them, turned.
fn upright(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, (u32, u32)), Fault> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(MOST_SIDE), Some(MOST_SIDE));
    limits.max_alloc = Some(MOST_UNFOLDED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_UNFOLDED {
        return Err(Fault::TooManyPixels);
    }
    let orientation = decoder.orientation()?;
    // Drawn smaller first: to turn takes as much memory again.
    let mut pixels = fitted(DynamicImage::from_decoder(decoder)?, SHOWN[1]);
    pixels.apply_orientation(orientation);
    Ok((pixels, if is_sideways(orientation) { (height, width) } else { (width, height) }))
}

/// Whether what is written from left to right is looked at from top to bottom.
fn is_sideways(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// Within a square, never enlarged.
fn fitted(pixels: DynamicImage, side: u32) -> DynamicImage {
    if pixels.width().max(pixels.height()) <= side {
        return pixels;
    }
    pixels.resize(side, side, FilterType::Triangle)
}

fn jpeg(pixels: &DynamicImage) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    pixels.to_rgb8().write_with_encoder(encoder)?;
    Ok(bytes)
}

impl From<ImageError> for Fault {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooManyPixels,
            ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Self::Cut,
            other => Self::Damaged(other.to_string()),
        }
    }
}
