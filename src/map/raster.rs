//! The drawing as pixels, for print.

use std::io::{Error, Result};
use std::sync::Arc;

use png::{ColorType, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use super::font::{FAMILY, FONT, displayable};
use super::{Map, svg};

/// Pixels of A4 across, at 300 dots per inch.
const PIXELS: (u32, u32) = (3508, 2480);

/// 300 dots per inch, as dots per metre.
const DOTS: u32 = 11_811;

/// The drawing as PNG bytes; characters the font lacks are shown as `〓`.
pub fn png(map: &Map<'_>) -> Result<Vec<u8>> {
    let svg = displayable(&svg(map));
    let tree = Tree::from_str(&svg, &options()).map_err(Error::other)?;
    let mut pixels =
        Pixmap::new(PIXELS.0, PIXELS.1).ok_or_else(|| Error::other("no room for the picture"))?;
    pixels.fill(Color::WHITE);
    let (across, down) = (single(PIXELS.0) / tree.size().width(), single(PIXELS.1) / tree.size().height());
    resvg::render(&tree, Transform::from_scale(across, down), &mut pixels.as_mut());
    encoded(&pixels)
}

/// Without transparency, and with the size it is to be printed at.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>> {
    let colours: Vec<u8> = pixels
        .data()
        .as_chunks::<4>()
        .0
        .iter()
        .flat_map(|[red, green, blue, _]| [*red, *green, *blue])
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgb);
    let dots = Some(PixelDimensions { xppu: DOTS, yppu: DOTS, unit: Unit::Meter });
    encoder.set_pixel_dims(dots);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(bytes)
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
fn single(pixels: u32) -> f32 {
    pixels as f32
}

/// Our own font only: the same picture on every machine.
fn options() -> Options<'static> {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    Options { fontdb: Arc::new(fonts), font_family: FAMILY.to_owned(), ..Options::default() }
}
